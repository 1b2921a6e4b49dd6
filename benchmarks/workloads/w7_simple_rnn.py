"""A simple recurrent layer, 100 steps in time: 20 steps of Adam."""

from benchmarks.sequences import Task


def build():
    """Return the workload, with every contender at the same start."""
    task = Task("SimpleRNN", gates=(0,), time=100, features=32, units=64, batch=32)
    title = "W7 SimpleRNN, 100 steps in time, 32 → 64, batch 32, Adam, float32"
    return task.workload(title, goal=0.30)
