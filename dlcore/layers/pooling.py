"""Pooling: images and series made smaller, or into one row of channels."""

import math

from dlcore import ops
from dlcore.backend import asarray, xp_of
from dlcore.layers.spatial import (
    IMAGES,
    SERIES,
    Spatial,
    padding_name,
    whole_numbers,
)


class Pooling(Spatial):
    """What pooling layers have in common; a subclass says along which `axes`.

    Args:
        pool_size, strides, padding: see `MaxPooling2D`.
        settings: see `Layer`.
    """

    op = None  # of ops: how a window becomes one number

    def __init__(self, pool_size, strides=None, padding="valid", **settings):
        super().__init__(**settings)
        count = len(self.axes)
        self.size = whole_numbers("pool_size", pool_size, count)
        self.steps = self.size
        if strides is not None:
            self.steps = whole_numbers("strides", strides, count)
        self.padding = padding_name(padding)

    def check(self, x):
        """Refuse an input with other axes, or smaller than the window."""
        super().check(x)
        if self.padding == "valid":
            change = 'take a smaller pool_size, or padding="same"'
            self.check_window(x, self.size, change)

    def call(self, x):
        """Return the output for x."""
        return type(self).op(x, self.size, self.steps, self.padding)


class MaxPooling1D(Pooling):
    """The largest of each `pool_size` steps in time, for each channel by itself.

    Args:
        pool_size: length of the window.
        strides: its steps; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out.
        settings: see `Layer`.

    Example:
        >>> MaxPooling1D(2)([[[1.0], [3.0], [2.0], [0.0]]]).data.tolist()
        [[[3.0], [2.0]]]
    """

    axes, op = SERIES, staticmethod(ops.max_pool)

    def __init__(self, pool_size=2, strides=None, padding="valid", **settings):
        super().__init__(pool_size, strides, padding, **settings)


class MaxPooling2D(Pooling):
    """The largest of each window of an image, for each channel by itself.

    x (batch, height, width, channels) becomes (batch, places down, places across,
    channels). Where several are equally large, the first alone gets the gradient.

    Args:
        pool_size: height and width of the window, or one number for both.
        strides: its steps down and across; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out.
        settings: see `Layer`.

    Example:
        >>> MaxPooling2D()([[[[1.0], [3.0]], [[2.0], [0.0]]]]).data.tolist()
        [[[[3.0]]]]
    """

    axes, op = IMAGES, staticmethod(ops.max_pool)

    def __init__(self, pool_size=(2, 2), strides=None, padding="valid", **settings):
        super().__init__(pool_size, strides, padding, **settings)


class AveragePooling1D(Pooling):
    """The mean of each `pool_size` steps in time, for each channel by itself.

    Args:
        pool_size: length of the window.
        strides: its steps; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out, of
            which the part within x counts.
        settings: see `Layer`.
    """

    axes, op = SERIES, staticmethod(ops.average_pool)


class AveragePooling2D(Pooling):
    """The mean of each window of an image, for each channel by itself.

    Args:
        pool_size: height and width of the window, or one number for both.
        strides: its steps down and across; None for its size.
        padding: "valid" for windows within x; "same" for some that stand out, of
            which the part within x counts.
        settings: see `Layer`.
    """

    axes, op = IMAGES, staticmethod(ops.average_pool)


class GlobalPooling(Spatial):
    """What global pooling layers have in common; a subclass says along which `axes`.

    Args:
        keepdims: whether the axes stay, with length 1.
        settings: see `Layer`.
    """

    def __init__(self, keepdims=False, **settings):
        super().__init__(**settings)
        self.keepdims = keepdims

    def kept(self, y):
        """Return y (batch, channels) with the axes that are to stay."""
        if not self.keepdims:
            return y
        return ops.reshape(y, (y.shape[0], *[1 for _ in self.axes], y.shape[-1]))


class GlobalAveragePooling1D(GlobalPooling):
    """The mean over time: (batch, time, channels) becomes (batch, channels).

    With a mask (batch, time), the mean over the steps where it is true; in a row where
    it never is, zeros.

    Args:
        keepdims: whether the time axis stays, with length 1.
        settings: see `Layer`.
    """

    axes = SERIES

    def call(self, x, mask=None):
        """Return the mean over the steps in time that count."""
        if mask is None:
            return self.kept(ops.mean(x, axis=1))
        xp = xp_of(x.data)
        counts = asarray(mask, like=x.data)
        counts = xp.expand_dims(counts, axis=-1)  # (batch, time, 1)
        steps = xp.maximum(xp.sum(counts, axis=1), 1.0)  # a row may have none
        return self.kept(ops.sum(x * counts, axis=1) / steps)


class GlobalAveragePooling2D(GlobalPooling):
    """The mean of each channel: (batch, height, width, channels) loses two axes.

    Args:
        keepdims: whether height and width stay, with length 1.
        settings: see `Layer`.
    """

    axes = IMAGES

    def call(self, x):
        """Return the mean over height and width."""
        return self.kept(ops.mean(x, axis=(1, 2)))


class GlobalMaxPooling1D(GlobalPooling):
    """The largest over time: (batch, time, channels) becomes (batch, channels).

    Args:
        keepdims: whether the time axis stays, with length 1.
        settings: see `Layer`.
    """

    axes = SERIES

    def call(self, x):
        """Return the largest over time."""
        return self.kept(ops.max(x, axis=1))


class GlobalMaxPooling2D(GlobalPooling):
    """The largest of each channel: (batch, height, width, channels) loses two axes.

    Args:
        keepdims: whether height and width stay, with length 1.
        settings: see `Layer`.
    """

    axes = IMAGES

    def call(self, x):
        """Return the largest over height and width."""
        batch, *lengths, channels = x.shape
        rows = ops.reshape(x, (batch, math.prod(lengths), channels))
        return self.kept(ops.max(rows, axis=1))
