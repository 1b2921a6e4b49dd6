"""Run contenders in turn, check that they compute the same, and tabulate ratios."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

REFERENCE = "torch"


@dataclass(frozen=True)
class Workload:
    """One task that several contenders do from the same start.

    Args:
        title: what is done, in one line.
        steps: updates in one run, to show the time of one.
        goal: largest ratio of dlcore's time to that of torch.
        contenders: by name, functions that do the whole task once and return the
            loss of each step; "dlcore" and "torch" must be among them.
        rtol: how far the losses may be apart, relatively.
        threads: how many torch may use, where more do not help it.
    """

    title: str
    steps: int
    goal: float
    contenders: dict[str, Callable[[], list[float]]]
    rtol: float = 1e-3
    threads: int | None = None


def check_agreement(workload):
    """Refuse to compare contenders whose losses differ: they do different things."""
    losses = {name: np.array(run()) for name, run in workload.contenders.items()}
    expected = losses[REFERENCE]
    for name, found in losses.items():
        if found.shape != expected.shape:
            raise SystemExit(
                f"{name} reports {found.shape} losses, {REFERENCE} {expected.shape}"
            )
        apart = np.max(np.abs(found - expected) / np.abs(expected))
        if not apart <= workload.rtol:
            raise SystemExit(f"{name} and {REFERENCE} differ: losses {apart:.1e} apart")


def measure(workload, rounds):
    """Return seconds by contender, one entry a round, contenders taking turns."""
    seconds = {name: [] for name in workload.contenders}
    for _ in range(rounds):
        for name, run in workload.contenders.items():
            gc.collect()
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    return seconds


def report(workload, seconds):
    """Return the table of a workload, and whether the goal is met."""
    reference = seconds[REFERENCE]
    lines = [workload.title, f"  {'':14}{'µs a step':>10}{'ratio':>8}   from   to"]
    ratio = {}
    for name, times in seconds.items():
        ratios = sorted(
            own / other for own, other in zip(times, reference, strict=True)
        )
        ratio[name] = median(ratios)
        step = 1e6 * median(times) / workload.steps
        lines.append(
            f"  {name:14}{step:10.1f}{ratio[name]:8.2f}"
            f"   {ratios[0]:4.2f} {ratios[-1]:4.2f}"
        )
    met = ratio["dlcore"] <= workload.goal
    lines.append(f"  goal {workload.goal}: {'met' if met else 'NOT met'}")
    return "\n".join(lines), met
