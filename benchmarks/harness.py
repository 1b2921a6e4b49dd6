"""Run contenders in turn, check that they compute the same, and tabulate ratios."""

import gc
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

REFERENCE = "torch"
PRODUCTS = "products"  # the matrix products alone, on arrays that are there already


@dataclass(frozen=True)
class Workload:
    """One task that several contenders do from the same start.

    Args:
        title: what is done, in one line.
        steps: updates in one run, to show the time of one.
        goal: largest ratio of dlcore's time to that of torch.
        contenders: by name, functions that do the whole task once and return the
            loss of each step; "dlcore" and "torch" must be among them.
        products: the matrix products of a step of dlcore's, each (rows, inner,
            columns, times): that many of (rows, inner) by (inner, columns).
        rtol: how far the losses may be apart, relatively.
        threads: how many torch may use, where more do not help it.
    """

    title: str
    steps: int
    goal: float
    contenders: dict[str, Callable[[], list[float]]]
    products: list[tuple[int, int, int, int]]
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
    contenders = {**workload.contenders, PRODUCTS: products_alone(workload)}
    seconds = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            gc.collect()
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    return seconds


def report(workload, seconds, rate):
    """Return the table of a workload, and whether the goal is met.

    Args:
        workload: what was measured.
        seconds: what `measure` found.
        rate: what `best_rate` found.
    """
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
    share = median(seconds[PRODUCTS]) / median(seconds["dlcore"])
    lines.append(
        f"  matrix products: {share:.0%} of dlcore's time; at BLAS's best rate, "
        f"{rate / 1e9:.0f} GFLOP/s, {1e6 * operations(workload) / rate:.1f} µs a step"
    )
    return "\n".join(lines), met


def dense_products(rows, n_in, n_out, wants_dx=True):
    """Return the products of a dense layer: forward, for dW, and for dx if wanted."""
    both = [(rows, n_in, n_out, 1), (n_in, rows, n_out, 1)]
    return both + [(rows, n_out, n_in, 1)] * wants_dx


def operations(workload):
    """Return the floating-point operations of the products of one step."""
    return sum(2 * math.prod(product) for product in workload.products)


def products_alone(workload):
    """Return a function that calculates all products of a run, and nothing else."""
    todo = []
    for rows, inner, columns, times in workload.products:
        left = np.ones((rows, inner), "float32")
        right = np.ones((inner, columns), "float32")
        todo.append((left, right, np.empty((rows, columns), "float32"), times))

    def run():
        for _ in range(workload.steps):
            for left, right, out, times in todo:
                for _ in range(times):
                    np.matmul(left, right, out=out)

    return run


def best_rate(n=2048, rounds=5):
    """Return the operations a second of NumPy's product of two large matrices."""
    matrix, seconds = np.ones((n, n), "float32"), []
    for _ in range(rounds):
        start = time.perf_counter()
        np.matmul(matrix, matrix)
        seconds.append(time.perf_counter() - start)
    return 2 * n**3 / min(seconds)
