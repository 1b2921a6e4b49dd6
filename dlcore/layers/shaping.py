"""Other shapes: Reshape, Permute, RepeatVector, padding, cropping, more pixels."""

import math

from dlcore import ops
from dlcore.errors import explain, whole_number
from dlcore.layers.base import Layer
from dlcore.layers.spatial import IMAGES, Spatial, whole_numbers


class Reshape(Layer):
    """Each row in another shape: (batch, ...) becomes (batch, *target_shape).

    Args:
        target_shape: shape of a row, without the batch; one length may be -1.
        settings: see `Layer`.

    Example:
        >>> Reshape((2, -1))([[1.0, 2.0, 3.0, 4.0]]).data.tolist()
        [[[1.0, 2.0], [3.0, 4.0]]]
    """

    def __init__(self, target_shape, **settings):
        super().__init__(**settings)
        self.target_shape = tuple(target_shape)

    def check(self, x):
        """Refuse rows that do not fit into the shape."""
        n, wanted = math.prod(x.shape[1:]), math.prod(self.target_shape)
        open_ = -1 in self.target_shape
        if n == wanted or (open_ and wanted and n % -wanted == 0):
            return
        raise ValueError(
            f"{self.name}: rows do not fit into the shape {self.target_shape}."
            + explain(
                f"{'a multiple of ' if open_ else ''}{abs(wanted)} numbers a row",
                f"{n} in rows of shape {tuple(x.shape[1:])}",
                f"choose lengths whose product is {n}",
            )
        )

    def call(self, x):
        """Return x in the new shape."""
        return ops.reshape(x, (x.shape[0], *self.target_shape))


class Permute(Layer):
    """The axes in another order; the first after the batch has number 1.

    Args:
        dims: numbers of the axes, such as (2, 1) to swap two.
        settings: see `Layer`.
    """

    def __init__(self, dims, **settings):
        super().__init__(**settings)
        self.dims = tuple(dims)
        if sorted(self.dims) != list(range(1, len(self.dims) + 1)):
            raise ValueError(
                f"{self.name}: dims names each axis once."
                + explain(
                    f"the numbers 1 to {len(self.dims)} in some order",
                    repr(dims),
                    "leave out the batch: dims=(2, 1) swaps the two axes after it",
                )
            )

    def check(self, x):
        """Refuse an input with another number of axes."""
        if len(x.shape) != len(self.dims) + 1:
            raise ValueError(
                f"{self.name}: dims does not fit the input."
                + explain(
                    f"{len(self.dims) + 1} axes, the batch and {len(self.dims)} more",
                    f"shape {tuple(x.shape)}",
                    f"give dims {len(x.shape) - 1} numbers",
                )
            )

    def call(self, x):
        """Return x with its axes in the new order."""
        return ops.transpose(x, (0, *self.dims))


class RepeatVector(Layer):
    """Each row n times: (batch, features) becomes (batch, n, features).

    Args:
        n: how often.
        settings: see `Layer`.
    """

    def __init__(self, n, **settings):
        super().__init__(**settings)
        self.n = whole_number("n", n)

    def check(self, x):
        """Refuse rows that are no vectors."""
        if len(x.shape) != 2:
            raise ValueError(
                f"{self.name}: this input does not fit the layer."
                + explain(
                    "shape (batch, features)",
                    f"shape {tuple(x.shape)}",
                    "put a Flatten() before it",
                )
            )

    def call(self, x):
        """Return x, repeated along a new axis."""
        return ops.repeat(ops.reshape(x, (x.shape[0], 1, x.shape[1])), self.n, axis=1)


class ZeroPadding2D(Spatial):
    """Images within margins of zeros.

    Args:
        padding: one number for all margins, (down, across), or ((top, bottom),
            (left, right)).
        settings: see `Layer`.
    """

    def __init__(self, padding=(1, 1), **settings):
        super().__init__(**settings)
        self.margins = margins("padding", padding)

    def call(self, x):
        """Return x within its margins."""
        return ops.pad(x, self.margins)


class Cropping2D(Spatial):
    """Images without their margins.

    Args:
        cropping: one number for all margins, (down, across), or ((top, bottom),
            (left, right)).
        settings: see `Layer`.
    """

    def __init__(self, cropping=((0, 0), (0, 0)), **settings):
        super().__init__(**settings)
        self.margins = margins("cropping", cropping)

    def check(self, x):
        """Refuse images of which nothing would be left."""
        super().check(x)
        least = [1 + before + after for before, after in self.margins]
        self.check_window(x, least, "crop less")

    def call(self, x):
        """Return what is left of x."""
        inside = [
            slice(before, n - after)
            for n, (before, after) in zip(x.shape[1:3], self.margins, strict=True)
        ]
        return ops.slice(x, (slice(None), *inside, ...))


class UpSampling2D(Spatial):
    """Images with more rows and columns.

    Args:
        size: how many times as many (down, across), or one number for both.
        interpolation: "nearest" repeats pixels; "bilinear" goes straight from one to
            the next.
        settings: see `Layer`.
    """

    def __init__(self, size=(2, 2), interpolation="nearest", **settings):
        super().__init__(**settings)
        self.size = whole_numbers("size", size, len(IMAGES))
        if interpolation not in ("nearest", "bilinear"):
            raise ValueError(
                f"{self.name}: unknown interpolation {interpolation!r}."
                + explain(
                    '"nearest" or "bilinear"', repr(interpolation), "take one of them"
                )
            )
        self.interpolation = interpolation

    def call(self, x):
        """Return x, enlarged along both axes."""
        enlarge = ops.repeat if self.interpolation == "nearest" else ops.enlarge
        return enlarge(enlarge(x, self.size[0], axis=1), self.size[1], axis=2)


def margins(name, value):
    """Return `value` as ((top, bottom), (left, right)), checked.

    Args:
        name: how the layer calls it.
        value: one number, two, or two pairs.
    """
    is_pair = isinstance(value, tuple | list) and len(value) == 2
    pair = value if is_pair else (value, value)
    return [whole_numbers(name, one, 2, least=0) for one in pair]
