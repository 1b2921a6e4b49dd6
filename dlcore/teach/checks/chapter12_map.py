"""Checks for page 12.1: the matrix of a convolution, and restoring by axes."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake


def connection_matrix(kernel, n):
    """Return the matrix (n, n) of a kernel of odd length that slides over n inputs."""
    return _banded(kernel, n)


def _banded(kernel, n, turn=1, shift=None, around=False):
    half = len(kernel) // 2 if shift is None else shift
    W = np.zeros((n, n))
    for i in range(n):
        for m, weight in enumerate(kernel):
            j = i + turn * (m - half)
            if around or 0 <= j < n:
                W[i, j % n] = weight
    return W


def _only_full(kernel, n):
    half = len(kernel) // 2
    return _banded(kernel, n)[half : n - half]


CONNECTION_MATRIX = Check(
    reference=connection_matrix,
    names=("my_connection_matrix",),
    cases=(
        Case("a kernel of three over six inputs", (np.array([1.0, 2.0, -1.0]), 6)),
        Case("a kernel of five over seven inputs", (np.arange(1.0, 6.0), 7)),
        Case("a kernel of one", (np.array([3.0]), 4), "edge"),
    ),
    mistakes=(
        Mistake(lambda kernel, n: _banded(kernel, n, turn=-1), "the kernel is turned "
                "over; its first entry belongs to the input farthest to the left"),
        Mistake(lambda kernel, n: _banded(kernel, n, around=True), "at the ends the "
                "kernel comes back on the other side; cells beyond the ends are left "
                "out"),
        Mistake(lambda kernel, n: _banded(kernel, n, shift=0), "the kernel begins at "
                "the output's own place; its middle should lie there"),
        Mistake(_only_full, "the outputs at the ends are missing; there are n of them"),
    ),
)  # fmt: skip

RNG = np.random.default_rng(5)
CLOUD = RNG.normal(size=(12, 3)) * [3.0, 1.5, 0.4] + [5.0, -2.0, 1.0]


def restore_by_axes(x, k):
    """Return rows (N, d), encoded by the k axes of the largest variance and decoded."""
    return _restored(x, k)


def _restored(x, k, center=True, back=True, largest=True):
    mean = x.mean(axis=0) if center else np.zeros(x.shape[1])
    axes = np.linalg.eigh((x - mean).T @ (x - mean) / len(x))[1]
    axes = axes[:, ::-1][:, :k] if largest else axes[:, :k]
    return (mean if back else 0) + (x - mean) @ axes @ axes.T


def _rows_of_axes(x, k):
    mean = x.mean(axis=0)
    axes = np.linalg.eigh((x - mean).T @ (x - mean) / len(x))[1][:, ::-1][:k]
    return mean + (x - mean) @ axes.T @ axes


def _codes(x, k):
    mean = x.mean(axis=0)
    axes = np.linalg.eigh((x - mean).T @ (x - mean) / len(x))[1][:, ::-1][:, :k]
    return (x - mean) @ axes


RESTORE = Check(
    reference=restore_by_axes,
    cases=(
        Case("twelve points in space, one axis", (CLOUD, 1)),
        Case("the same, two axes", (CLOUD, 2)),
        Case("all axes give everything back", (CLOUD, 3), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, k: _restored(x, k, largest=False), "these are the axes of "
                "the smallest variance; eigh sorts them in rising order"),
        Mistake(lambda x, k: _restored(x, k, back=False), "the mean is subtracted and "
                "never added again"),
        Mistake(lambda x, k: _restored(x, k, center=False), "subtract the mean first; "
                "otherwise the first axis points to the middle of the cloud"),
        Mistake(_rows_of_axes, "the axes are the columns of the table that eigh gives; "
                "these are its rows"),
        Mistake(_codes, "these are the codes; decode them"),
    ),
)  # fmt: skip

CHECKS = (CONNECTION_MATRIX, RESTORE)
"""All checks of page 12.1."""
