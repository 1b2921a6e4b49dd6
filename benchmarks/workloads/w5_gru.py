"""A GRU whose last state a dense layer reads: 20 steps of Adam."""

from benchmarks.sequences import Task


def build():
    """Return the workload, with every contender at the same start."""
    task = Task("GRU", gates=(1, 0, 2), time=50, features=32, units=128, batch=64)
    title = "W5 GRU, 50 steps in time, 32 → 128, batch 64, Adam, float32"
    return task.workload(title, goal=0.65)
