"""Windows that slide over images and series, and the margins they may need."""

from itertools import product

from dlcore.backend import zeros
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class Window:
    """A window that slides over some axes: its size and its steps along each.

    Args:
        size: its number of elements along each axis, such as (3, 3).
        strides: the distance from one of its places to the next, along each axis.
        dilation: the distance from one of its elements to the next, along each axis.

    Example:
        >>> Window((3,), strides=(2,)).places((7,))
        (3,)
    """

    def __init__(self, size, strides=None, dilation=None):
        self.size = tuple(size)
        self.strides = tuple(strides or [1 for _ in size])
        self.dilation = tuple(dilation or [1 for _ in size])
        self.reach = tuple(
            (k - 1) * d + 1 for k, d in zip(self.size, self.dilation, strict=True)
        )

    def places(self, lengths):
        """Return how many places it has on axes of these lengths."""
        return tuple(
            (n - reach) // stride + 1
            for n, reach, stride in zip(lengths, self.reach, self.strides, strict=True)
        )

    def elements(self, lengths):
        """Return for each element, row by row, the index that takes it at all places.

        The index is for arrays (batch, *lengths, channels).
        """
        axes = [
            [
                slice(first, first + (places - 1) * stride + 1, stride)
                for first in range(0, reach, dilation)
            ]
            for places, reach, stride, dilation in zip(
                self.places(lengths),
                self.reach,
                self.strides,
                self.dilation,
                strict=True,
            )
        ]
        return [(slice(None), *part, ...) for part in product(*axes)]

    def rows(self, lengths):
        """Return its rows: of each, the index of what it slides over, and a window.

        Args:
            lengths: see `elements`.
        """
        row = Window((1, *self.size[1:]), self.strides, self.dilation)
        down = (self.places(lengths)[0] - 1) * self.strides[0] + 1
        starts = range(0, self.reach[0], self.dilation[0])
        return [((slice(None), slice(n, n + down), ...), row) for n in starts]

    def add(self, x, part, values):
        """Add values to a part of x, which was zero; where no places overlap, set it.

        Args:
            x: array (batch, *lengths, channels).
            part: one of `elements(lengths)`.
            values: array (batch, *places, channels).
        """
        pairs = zip(self.reach, self.strides, strict=True)
        if any(reach > stride for reach, stride in pairs):
            values = x[part] + values
        x[part] = values

    def margins(self, lengths):
        """Return the (before, after) by which "same" padding widens each axis.

        Then there is a place for each `stride` elements; where the sum is odd, the
        larger margin comes after, as in Keras.
        """
        missing = [
            max((-(-n // stride) - 1) * stride + reach - n, 0)
            for n, reach, stride in zip(lengths, self.reach, self.strides, strict=True)
        ]
        return [(n // 2, n - n // 2) for n in missing]


class Pad(Op):
    """x within margins of a fixed value."""

    name = "pad"

    def __init__(self, margins, value):
        self.margins, self.value = margins, value

    def forward(self, x):  # (batch, height, width, channels)
        lengths = zip(x.shape, self.margins, strict=True)
        y = zeros([before + n + after for n, (before, after) in lengths], like=x)
        self.inside = tuple(
            slice(before, before + n)
            for n, (before, _) in zip(x.shape, self.margins, strict=True)
        )
        if self.value:
            y = y + self.value
        y[self.inside] = x
        return y

    def backward(self, delta):
        return (delta[self.inside],)


def pad(x, margins, value=0.0):
    """Put x within margins of `value`.

    Args:
        x: images (batch, height, width, channels), or series (batch, time, channels).
        margins: (before, after) for each axis but the first and the last.
        value: what the margins hold.

    Returns:
        Tensor, longer by before + after along each of these axes.

    Example:
        >>> pad([[[1.0], [2.0]]], [(1, 0)]).data.tolist()
        [[[0.0], [1.0], [2.0]]]
    """
    (x,) = tensors(x)
    if not any(before or after for before, after in margins):
        return x
    return Pad([(0, 0), *margins, (0, 0)], value)(x)


def fit(x, window, padding, value=0.0):
    """Return x as `window` needs it: as it is, or padded so that it fits everywhere.

    Args:
        x: see `pad`.
        window: a `Window`.
        padding: "valid" for no margins, "same" for those of `Window.margins`.
        value: what the margins hold.
    """
    if padding == "valid":
        return x
    return pad(x, window.margins(x.shape[1:-1]), value)
