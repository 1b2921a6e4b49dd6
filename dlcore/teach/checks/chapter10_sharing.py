"""Checks for page 10.2: places of a window, parameters, a filter as a matrix."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake


def window_places(n, k, s, p):
    """Return the number of places of a window along n pixels."""
    return (n + 2 * p - k) // s + 1


WINDOW_PLACES = Check(
    reference=window_places,
    cases=(
        Case("28 pixels, window 3", (28, 3, 1, 0)),
        Case("a border of 1", (28, 3, 1, 1)),
        Case("stride 2, nothing left over", (9, 3, 2, 0)),
        Case("stride 2 with a rest", (28, 5, 2, 2)),
        Case("a window as long as the picture", (7, 7, 3, 0), "edge"),
        Case("a window of one pixel", (6, 1, 1, 0), "edge"),
    ),
    mistakes=(
        Mistake(lambda n, k, s, p: (n + 2 * p - k) / s + 1, "there are no fractions "
                "of a place; what becomes of the rest?"),
        Mistake(lambda n, k, s, p: -(-(n + 2 * p - k) // s) + 1, "a place is counted "
                "at which the window would stand out"),
        Mistake(lambda n, k, s, p: (n + 2 * p - k) // s, "the first place is "
                "missing: a window as long as the picture has one place"),
        Mistake(lambda n, k, s, p: (n + p - k) // s + 1, "the border has two ends"),
        Mistake(lambda n, k, s, p: (n + 2 * p - k + 1) // s, "first divide by the "
                "stride, then count the first place"),
        Mistake(lambda n, k, s, p: n + 2 * p - k + 1, "the stride is not used"),
        Mistake(lambda n, k, s, p: (n - k) // s + 1, "the border is not used"),
    ),
)  # fmt: skip


def filter_parameters(k, c_in, c_out):
    """Return the parameters of a layer of filters k by k."""
    return c_out * (c_in * k * k + 1)


FILTER_PARAMETERS = Check(
    reference=filter_parameters,
    cases=(
        Case("25 filters on gray", (3, 1, 25)),
        Case("50 filters on 25 channels", (3, 25, 50)),
        Case("5 by 5 on colors", (5, 3, 8)),
        Case("windows of one pixel", (1, 16, 4), "edge"),
    ),
    mistakes=(
        Mistake(lambda k, c_in, c_out: c_out * c_in * k * k, "the biases are missing"),
        Mistake(lambda k, c_in, c_out: c_out * (k * k + 1), "a filter has weights for "
                "every channel of its input"),
        Mistake(lambda k, c_in, c_out: c_out * c_in * (k * k + 1), "a filter has one "
                "bias, not one for each channel"),
        Mistake(lambda k, c_in, c_out: c_out * (c_in * k + 1), "a window of k by k "
                "has more than k weights"),
        Mistake(lambda k, c_in, c_out: c_in * k * k + 1, "this is a single filter"),
        Mistake(lambda k, c_in, c_out: c_out * c_in * k * k + 1, "one bias for the "
                "whole layer is too few"),
    ),
)  # fmt: skip


def convolution_matrix(f, n):
    """Return the matrix of a 3 by 3 filter on n by n pixels with a border of zeros."""
    M = np.zeros((n * n, n * n))
    for r, c, i, j in np.ndindex(n, n, 3, 3):
        row, column = r + i - 1, c + j - 1
        if 0 <= row < n and 0 <= column < n:
            M[n * r + c, n * row + column] = f[i, j]
    return M


def _spilled(f, n):
    """Forget that a row of pixels ends: let the window run over into the next."""
    M = np.zeros((n * n, n * n))
    for p, i, j in np.ndindex(n * n, 3, 3):
        q = p + n * (i - 1) + j - 1
        if 0 <= q < n * n:
            M[p, q] = f[i, j]
    return M


def _wrapped(f, n):
    """Let the window come in at the other side."""
    M = np.zeros((n * n, n * n))
    for r, c, i, j in np.ndindex(n, n, 3, 3):
        M[n * r + c, n * ((r + i - 1) % n) + (c + j - 1) % n] += f[i, j]
    return M


def _late(f, n):
    """Let the first weight instead of the middle lie on the pixel."""
    M = np.zeros((n * n, n * n))
    for r, c, i, j in np.ndindex(n, n, 3, 3):
        if r + i < n and c + j < n:
            M[n * r + c, n * (r + i) + c + j] = f[i, j]
    return M


F = np.array([[1.0, -2.0, 0.5], [3.0, 4.0, -1.0], [2.0, 7.0, 6.0]])

CONVOLUTION_MATRIX = Check(
    reference=convolution_matrix,
    cases=(
        Case("4 by 4 pixels", (F, 4)),
        Case("3 by 3 pixels", (F.T, 3)),
        Case("a single pixel", (F, 1), "edge"),
        Case("2 by 2 pixels, less than the window", (F, 2), "edge"),
    ),
    mistakes=(
        Mistake(_spilled, "at the end of a row of pixels the window runs over into "
                "the next row; there it should meet the border"),
        Mistake(_wrapped, "the window comes in again at the other side; the border "
                "consists of zeros"),
        Mistake(_late, "the first weight of the filter lies on the pixel; it should "
                "be the middle one"),
        Mistake(lambda f, n: convolution_matrix(f, n).T, "rows belong to outputs and "
                "columns to pixels; this is the other way round"),
        Mistake(lambda f, n: convolution_matrix(f.T, n), "rows and columns of the "
                "filter have changed places"),
    ),
)  # fmt: skip

CHECKS = (WINDOW_PLACES, FILTER_PARAMETERS, CONVOLUTION_MATRIX)
