"""Add and Concatenate: several inputs become one."""

from dlcore import ops
from dlcore.errors import explain
from dlcore.layers.base import Layer


class Merging(Layer):
    """Base of layers that are called on a list of inputs."""

    joins = True

    def check(self, x):
        """Refuse a single input, or several that do not fit together."""
        shapes = [tuple(part.shape) for part in x]
        if len(shapes) < 2 or len({self.shared(shape) for shape in shapes}) > 1:
            raise ValueError(
                f"{self.name}: these inputs do not fit together."
                + explain(
                    f"a list of two inputs or more, {self.rule}",
                    f"shapes {shapes}",
                    "call it on inputs that fit: layer([a, b])",
                )
            )


class Add(Merging):
    """The sum of several inputs of the same shape, as around a residual block.

    Example:
        >>> Add()([[[1.0, 2.0]], [[10.0, 20.0]]]).data.tolist()
        [[11.0, 22.0]]
    """

    supports_masking = True
    rule = "all of one shape"

    def shared(self, shape):
        """Return what of a shape all inputs must share: all of it."""
        return shape

    def call(self, x):
        """Return the sum of the tensors in the list x."""
        y, *others = x
        for part in others:
            y = y + part
        return y


class Concatenate(Merging):
    """Several inputs side by side, joined along an axis.

    Args:
        axis: number of the axis; all others have the same lengths.
        settings: see `Layer`.

    Example:
        >>> Concatenate()([[[1.0, 2.0]], [[10.0]]]).data.tolist()
        [[1.0, 2.0, 10.0]]
    """

    def __init__(self, axis=-1, **settings):
        super().__init__(**settings)
        self.axis = axis
        self.rule = f"alike but for axis {axis}"

    def shared(self, shape):
        """Return what of a shape all inputs must share: all but the axis."""
        if not -len(shape) <= self.axis < len(shape):
            return object()
        kept = list(shape)
        kept[self.axis] = None
        return tuple(kept)

    def call(self, x):
        """Return the tensors in the list x as one."""
        return ops.concat(x, self.axis)
