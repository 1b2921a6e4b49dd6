"""The ops of pooling: the largest or the mean of each window."""

import math

from dlcore.backend import ones, xp_of, zeros
from dlcore.ops.elementary import tensors
from dlcore.ops.windows import Window, fit, pad
from dlcore.tensor import Op


class MaxPool(Op):
    """y = the largest of each window.

    Backward, delta goes to the largest alone. The elements of all windows are asked
    in turn, row by row; the first that equals the largest takes delta, and nothing
    is left for others.
    """

    name = "max_pool"

    def __init__(self, window):
        self.window = window

    def forward(self, x):  # (batch, height, width, channels)
        xp = xp_of(x)
        self.x = x
        first, *others = self.window.elements(x.shape[1:-1])
        y = x[first]
        for part in others:
            y = xp.maximum(y, x[part])
        self.y = y
        return y  # (batch, places down, places across, channels)

    def backward(self, delta):
        xp = xp_of(delta)
        dx = zeros(self.x.shape, like=delta)
        left = delta
        *others, last = self.window.elements(self.x.shape[1:-1])
        for part in others:
            taken = left * xp.astype(self.x[part] == self.y, delta.dtype)
            self.window.add(dx, part, taken)
            left = left - taken
        self.window.add(dx, last, left)
        return (dx,)


class SumPool(Op):
    """y = the sum of each window; backward, each of its elements gets delta."""

    name = "sum_pool"

    def __init__(self, window):
        self.window = window

    def forward(self, x):  # (batch, height, width, channels)
        self.shape = x.shape
        first, *others = self.window.elements(x.shape[1:-1])
        y = x[first]
        for part in others:
            y = y + x[part]
        return y  # (batch, places down, places across, channels)

    def backward(self, delta):
        dx = zeros(self.shape, like=delta)
        for part in self.window.elements(self.shape[1:-1]):
            self.window.add(dx, part, delta)
        return (dx,)


def max_pool(x, size, strides=None, padding="valid"):
    """The largest of each window of x; of equal ones, the first gets the gradient.

    Args:
        x: images (batch, height, width, channels), or series (batch, time, channels).
        size: the window's length along each axis, such as (2, 2).
        strides: its steps along each axis; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out.

    Returns:
        Tensor (batch, places down, places across, channels).

    Example:
        >>> max_pool([[[1.0], [3.0], [2.0], [0.0]]], (2,)).data.tolist()
        [[[3.0], [2.0]]]
    """
    (x,) = tensors(x)
    window = Window(size, strides or size)
    return MaxPool(window)(fit(x, window, padding, -math.inf))


def average_pool(x, size, strides=None, padding="valid"):
    """The mean of each window of x; where it stands out, of what is within x.

    Args:
        x: images (batch, height, width, channels), or series (batch, time, channels).
        size: the window's length along each axis, such as (2, 2).
        strides: its steps along each axis; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out.

    Returns:
        Tensor (batch, places down, places across, channels).

    Example:
        >>> average_pool([[[1.0], [3.0], [2.0], [0.0]]], (2,)).data.tolist()
        [[[2.0], [1.0]]]
    """
    (x,) = tensors(x)
    window = Window(size, strides or size)
    if padding == "valid":
        return SumPool(window)(x) / math.prod(size)
    margins = window.margins(x.shape[1:-1])
    inside = pad(ones((1, *x.shape[1:-1], 1), like=x.data), margins)
    return SumPool(window)(pad(x, margins)) / SumPool(window)(inside)
