"""Checks for page 10.3: blame through max pooling, and by a filter."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

MAP = np.array(
    [[1.0, 5, 0, 2], [2, 3, 4, 1], [2, 0, -6, -8], [1, 3, -7, -5]]
)  # no ties; one block all negative
DELTA = np.array([[3.0, -2], [1, 5]])
TIES = np.array([[2.0, 2], [2, 0]])
LARGE = np.array([[0.5, 2], [-1, 1], [3, 0.2], [4, 7], [0, -1], [6, 2]]).reshape(2, 6)
LARGE = np.vstack([LARGE, 2 - LARGE[::-1] / 3, LARGE[:, ::-1] / 2])  # (6, 6)
SLOPES = np.array([[1.0, -1, 2], [0, 3, -2], [4, 1, -3]])


def pool_slopes(z, delta):
    """Return the slopes for a map whose blocks of 2 by 2 are pooled by the largest."""
    found = np.zeros(np.shape(z))
    for (r, c), slope in np.ndenumerate(delta):
        block = z[2 * r : 2 * r + 2, 2 * c : 2 * c + 2]
        i, j = np.unravel_index(block.argmax(), block.shape)
        found[2 * r + i, 2 * c + j] = slope
    return found


def _blocks(array):
    """Return an array (m, m) with each entry repeated in a block of 2 by 2."""
    return np.repeat(np.repeat(np.asarray(array), 2, axis=0), 2, axis=1)


def _largest(z):
    """Return the largest of each block of 2 by 2."""
    half = len(z) // 2
    return z.reshape(half, 2, half, 2).max(axis=(1, 3))


def _every_winner(z, delta):
    return np.where(z == _blocks(_largest(z)), _blocks(delta), 0.0)


def _shuffled(z, delta):
    """Give every winner the slope of the block on the other side of the diagonal."""
    return pool_slopes(z, np.asarray(delta).T)


POOL_SLOPES = Check(
    reference=pool_slopes,
    names=("max_pool_slopes",),
    cases=(
        Case("four blocks", (MAP, DELTA)),
        Case("nine blocks", (LARGE, SLOPES)),
        Case("a tie", (TIES, np.array([[4.0]])), "edge", "at a tie one entry alone "
             "takes the slope, the first"),
    ),
    mistakes=(
        Mistake(lambda z, delta: _blocks(delta) / 4, "this shares each slope out, as "
                "the mean does; the largest takes all of it"),
        Mistake(lambda z, delta: _blocks(delta), "every entry gets the slope of its "
                "block; only the one that made the output should"),
        Mistake(lambda z, delta: pool_slopes(-z, delta), "the slope goes to the "
                "smallest entry of each block"),
        Mistake(_shuffled, "rows and columns of the blocks have changed places"),
        Mistake(lambda z, delta: pool_slopes(z, _largest(z)), "the outputs are put "
                "back at their places; their slopes are asked for"),
        Mistake(lambda z, delta: np.asarray(delta), "this has the shape of the pooled "
                "map; a slope for each entry of the map is asked for"),
        Mistake(_every_winner, "at a tie several entries take the whole slope; only "
                "the first should"),
        Mistake(lambda z, delta: _every_winner(np.abs(z), delta), "sizes are compared "
                "without their signs; a block may be all negative"),
    ),
)  # fmt: skip


def filter_slopes(g, delta):
    """Return the slopes for a filter: the picture correlated with the map's slopes."""
    m = len(delta)
    k = len(g) - m + 1
    return np.array(
        [[(delta * g[i : i + m, j : j + m]).sum() for j in range(k)] for i in range(k)]
    )


PICTURE = np.array([[1.0, 0, 2, -1], [3, 1, 0, 2], [0, 2, 1, 1], [1, -3, 0, 2]])


FILTER_SLOPES = Check(
    reference=filter_slopes,
    names=("filter_gradient",),
    cases=(
        Case("a filter of 2 by 2", (PICTURE, SLOPES)),
        Case("a filter of 3 by 3", (PICTURE, DELTA)),
        Case("a larger picture", (LARGE, SLOPES)),
        Case("a filter of one weight", (PICTURE[:3, :3], SLOPES), "edge"),
        Case("a map of one place", (PICTURE[:2, :2], np.array([[2.0]])), "edge"),
    ),
    mistakes=(
        Mistake(lambda g, delta: filter_slopes(g, delta[::-1, ::-1]), "this is a true "
                "convolution; the slopes of the map are laid on as they are"),
        Mistake(lambda g, delta: filter_slopes(g, delta)[::-1, ::-1], "the numbers are "
                "right, but turned by half a turn"),
        Mistake(lambda g, delta: filter_slopes(g, delta).T, "rows and columns of the "
                "filter have changed places"),
        Mistake(lambda g, delta: filter_slopes(g, delta) / np.size(delta), "the slopes "
                "of all places add up; no mean is taken"),
        Mistake(lambda g, delta: filter_slopes(g, np.ones_like(delta)), "the slopes of "
                "the map have no part in this"),
        Mistake(lambda g, delta: filter_slopes(g, delta).sum(), "one slope for each "
                "weight is asked for, not their sum"),
        Mistake(lambda g, delta: filter_slopes(np.pad(g, 1), delta), "the picture has "
                "got a margin, and the result is larger than the filter"),
    ),
)  # fmt: skip

CHECKS = (POOL_SLOPES, FILTER_SLOPES)
