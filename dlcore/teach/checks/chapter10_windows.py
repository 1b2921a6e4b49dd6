"""Checks for page 10.1: cross-correlation and convolution of small arrays."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

F = np.array([[1.0, 2.0, 0.0], [-1.0, 3.0, 1.0], [0.5, 0.0, -2.0]])
G = np.array([[2.0, 0, 1, 4, -1], [1, 3, 0, 2, 2], [0, 1, 5, -2, 1], [3, 1, 1, 0, 6.0]])
FLAT = np.array([[1.0, -2.0]])


def cross_correlate(f, g):
    """Return the sums of products at all places of the window f within g."""
    rows, columns = f.shape
    z = np.zeros((g.shape[0] - rows + 1, g.shape[1] - columns + 1))
    for r, c in np.ndindex(z.shape):
        z[r, c] = (f * g[r : r + rows, c : c + columns]).sum()
    return z


def _border(f, g, width=1):
    """Return g within a border as wide as needed for all overlaps with f."""
    rows, columns = (width * (k - 1) for k in f.shape)
    return np.pad(g, ((rows, rows), (columns, columns)))


def _short(f, g):
    """Forget the last place of the window in both directions."""
    return cross_correlate(f, g)[:-1, :-1]


CROSS_CORRELATE = Check(
    reference=cross_correlate,
    cases=(
        Case("a filter of 3 by 3", (F, G)),
        Case("a filter of 1 by 2", (FLAT, G)),
        Case("a filter as large as the picture", (F, G[:3, :3]), "edge"),
        Case("a filter of one weight", (np.array([[-2.0]]), G), "edge"),
    ),
    mistakes=(
        Mistake(lambda f, g: cross_correlate(f[::-1, ::-1], g), "the filter is turned "
                "round; here it is laid on the picture as it is"),
        Mistake(lambda f, g: cross_correlate(f.T, g) if f.shape[0] == f.shape[1]
                else cross_correlate(f, g), "rows and columns of the filter have "
                "changed places"),
        Mistake(lambda f, g: cross_correlate(f, g) / f.size, "these are means; the "
                "sum of the products is asked for"),
        Mistake(_short, "the last row and column of places are missing; how many "
                "places has a window of 3 on 5 pixels?"),
        Mistake(lambda f, g: cross_correlate(f, _border(f, g)), "there are places "
                "where the window stands out of the picture"),
        Mistake(lambda f, g: cross_correlate(np.ones_like(f), g) * f.sum(), "this is "
                "the sum of the window times the sum of the filter; multiply pairs "
                "first, add afterwards"),
    ),
)  # fmt: skip


def convolve(f, g):
    """Return f * g at every place where f and g overlap."""
    return cross_correlate(f[::-1, ::-1], _border(f, g))


CONVOLVE = Check(
    reference=convolve,
    cases=(
        Case("a filter of 3 by 3", (F, G)),
        Case("a filter of 1 by 2", (FLAT, G)),
        Case("two dots", (F, np.array([[1.0, 0.0], [0.0, -1.0]]))),
        Case("one dot gives the filter itself", (F, np.ones((1, 1))), "edge"),
        Case("the larger one as the filter", (G, F), "edge"),
    ),
    mistakes=(
        Mistake(lambda f, g: cross_correlate(f, _border(f, g)), "the filter is not "
                "turned: one dot should give the filter itself"),
        Mistake(lambda f, g: cross_correlate(f[::-1], _border(f, g)), "the filter is "
                "turned upside down only; the columns go the other way, too"),
        Mistake(lambda f, g: cross_correlate(f[:, ::-1], _border(f, g)), "the filter "
                "is turned left to right only; the rows go the other way, too"),
        Mistake(lambda f, g: cross_correlate(f[::-1, ::-1], g)
                if f.shape <= g.shape and f.shape[1] <= g.shape[1]
                else np.zeros((1, 1)), "the places where filter and picture overlap "
                "only in part are missing"),
        Mistake(lambda f, g: convolve(f, g) / f.size, "these are means; the sum of "
                "the products is asked for"),
        Mistake(lambda f, g: cross_correlate(f[::-1, ::-1], _border(f, g, 2)), "the "
                "border is too wide: at some places nothing overlaps"),
    ),
)  # fmt: skip

CHECKS = (CROSS_CORRELATE, CONVOLVE)
