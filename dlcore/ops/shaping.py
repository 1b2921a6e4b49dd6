"""Ops that sum up, reshape, join and cut."""

import math

from dlcore.backend import arange, xp_of, zeros
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


def widened(gradient, shape, axis, keepdims):
    """Repeat the gradient of a reduction over `axis` to the `shape` before it.

    With `keepdims` the reduction kept that axis, with length 1.
    """
    xp = xp_of(gradient)
    if axis is not None and not keepdims:
        axes = {a % len(shape) for a in ((axis,) if isinstance(axis, int) else axis)}
        kept = tuple(1 if a in axes else n for a, n in enumerate(shape))
        gradient = xp.reshape(gradient, kept)
    return xp.broadcast_to(gradient, shape)


class Sum(Op):
    """The sum over one, several or all axes."""

    name = "sum"

    def __init__(self, axis=None, keepdims=False):
        self.axis, self.keepdims = axis, keepdims

    def forward(self, x):
        self.shape = x.shape
        return xp_of(x).sum(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, delta):
        return (widened(delta, self.shape, self.axis, self.keepdims),)


class Mean(Op):
    """The mean over one, several or all axes."""

    name = "mean"

    def __init__(self, axis=None, keepdims=False):
        self.axis, self.keepdims = axis, keepdims

    def forward(self, x):
        self.shape = x.shape
        y = xp_of(x).sum(x, axis=self.axis, keepdims=self.keepdims)
        self.n = math.prod(x.shape) / math.prod(y.shape)
        return y / self.n

    def backward(self, delta):
        return (widened(delta / self.n, self.shape, self.axis, self.keepdims),)


class Max(Op):
    """The largest along an axis; of equal ones, the first gets the gradient."""

    name = "max"

    def __init__(self, axis, keepdims=False):
        self.axis, self.keepdims = axis, keepdims

    def forward(self, x):
        self.x = x
        return xp_of(x).max(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, delta):
        xp, axis = xp_of(delta), self.axis % len(self.x.shape)
        n = self.x.shape[axis]
        column = tuple(n if a == axis else 1 for a in range(len(self.x.shape)))
        numbers = xp.reshape(arange(n, like=self.x), column)
        winner = numbers == xp.expand_dims(xp.argmax(self.x, axis=axis), axis=axis)
        return (
            xp.where(winner, widened(delta, self.x.shape, axis, self.keepdims), 0.0),
        )


class Reshape(Op):
    """The same elements in another shape."""

    name = "reshape"

    def __init__(self, shape):
        self.shape = shape

    def forward(self, x):
        self.before = x.shape
        return xp_of(x).reshape(x, self.shape)

    def backward(self, delta):
        return (xp_of(delta).reshape(delta, self.before),)


class Transpose(Op):
    """The axes in another order."""

    name = "transpose"

    def __init__(self, axes):
        self.axes = axes

    def forward(self, x):
        return xp_of(x).permute_dims(x, self.axes)

    def backward(self, delta):
        back = tuple(self.axes.index(axis) for axis in range(len(self.axes)))
        return (xp_of(delta).permute_dims(delta, back),)


class Concat(Op):
    """Several arrays joined along an axis."""

    name = "concat"

    def __init__(self, axis):
        self.axis = axis

    def forward(self, *parts):
        self.lengths = [part.shape[self.axis] for part in parts]
        return xp_of(parts[0]).concat(parts, axis=self.axis)

    def backward(self, delta):
        before = (slice(None),) * (self.axis % len(delta.shape))
        gradients, start = [], 0
        for n in self.lengths:
            gradients.append(delta[(*before, slice(start, start + n), ...)])
            start += n
        return gradients


class Slice(Op):
    """A part of x: whole numbers and slices, as in x[0, 1:3]."""

    name = "slice"

    def __init__(self, key):
        self.key = key

    def forward(self, x):
        self.x = x
        return x[self.key]

    def backward(self, delta):
        gradient = zeros(self.x.shape, like=self.x)
        gradient[self.key] = delta
        return (gradient,)


def sum(x, axis=None, keepdims=False):
    """The sum of x over `axis`: a number, a tuple of numbers, or None for all.

    Example:
        >>> sum([[1.0, 2.0], [3.0, 4.0]], axis=0).data.tolist()
        [4.0, 6.0]
    """
    return Sum(axis, keepdims)(*tensors(x))


def mean(x, axis=None, keepdims=False):
    """The mean of x over `axis`: a number, a tuple of numbers, or None for all."""
    return Mean(axis, keepdims)(*tensors(x))


def max(x, axis=None, keepdims=False):
    """The largest element of x along `axis`, or of all where it is None.

    Where several are equally large, the first alone receives the gradient.
    """
    (x,) = tensors(x)
    if axis is not None:
        return Max(axis, keepdims)(x)
    shape = (1,) * len(x.shape) if keepdims else ()
    return reshape(Max(0)(reshape(x, (-1,))), shape)


def reshape(x, shape):
    """The elements of x, in order, in another shape; one length may be -1."""
    return Reshape(tuple(shape))(*tensors(x))


def transpose(x, axes=None):
    """x with its axes in the order `axes`, or reversed where it is None."""
    (x,) = tensors(x)
    return Transpose(tuple(axes or reversed(range(len(x.shape)))))(x)


def concat(parts, axis=0):
    """The `parts`, alike but for the length of `axis`, joined along it."""
    return Concat(axis)(*tensors(*parts))


def cut(x, key):
    """The part x[key], where key is made of whole numbers and slices.

    Example:
        >>> cut([[1.0, 2.0], [3.0, 4.0]], (0, slice(1, 2))).data.tolist()
        [2.0]
    """
    return Slice(key)(*tensors(x))
