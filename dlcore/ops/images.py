"""Ops that give images more rows and columns."""

from dlcore.backend import asarray, xp_of
from dlcore.ops.elementary import matmul, tensors
from dlcore.ops.shaping import transpose
from dlcore.tensor import Op


class Repeat(Op):
    """Each element n times along an axis."""

    name = "repeat"

    def __init__(self, n, axis):
        self.n, self.axis = n, axis

    def forward(self, x):
        return xp_of(x).repeat(x, self.n, axis=self.axis)

    def backward(self, delta):
        shape = list(delta.shape)
        shape[self.axis : self.axis + 1] = shape[self.axis] // self.n, self.n
        xp = xp_of(delta)
        return (xp.sum(xp.reshape(delta, tuple(shape)), axis=self.axis + 1),)


def repeat(x, n, axis):
    """Each element of x, n times in a row along `axis`, 0 or more.

    Example:
        >>> repeat([1.0, 2.0], 2, axis=0).data.tolist()
        [1.0, 1.0, 2.0, 2.0]
    """
    return Repeat(n, axis)(*tensors(x))


def enlarge(x, n, axis):
    """Make x n times as long along an axis, on straight lines from value to value.

    The new values stand around each old one, (o + 1/2) / n - 1/2 is where value o
    comes from; what lies outside the first or last takes their value, as in Keras.

    Args:
        x: tensor of any shape.
        n: how many times as long, a whole number.
        axis: number of the axis, 0 or more.

    Example:
        >>> enlarge([0.0, 4.0], 2, axis=0).data.tolist()
        [0.0, 1.0, 3.0, 4.0]
    """
    (x,) = tensors(x)
    order = list(range(len(x.shape)))
    order[axis], order[-1] = order[-1], order[axis]  # swaps, and swaps back
    lines = asarray(straight_lines(x.shape[axis], n), like=x.data)
    return transpose(matmul(transpose(x, order), lines), order)


def straight_lines(length, n):
    """Return the share of each old value in each new one, rows of (n length) shares."""
    rows = [[0.0] * (n * length) for _ in range(length)]
    for new in range(n * length):
        place = min(max((new + 0.5) / n - 0.5, 0.0), length - 1.0)
        below = int(place)
        rows[below][new] += 1.0 - (place - below)
        rows[min(below + 1, length - 1)][new] += place - below
    return rows
