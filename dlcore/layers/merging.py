"""Add and Concatenate: several inputs become one."""

from dlcore import masking, ops
from dlcore.backend import xp_of
from dlcore.errors import explain
from dlcore.layers.base import Layer


class Merging(Layer):
    """Base of layers that are called on a list of inputs."""

    joins = supports_masking = True

    def __call__(self, x, **options):
        """Return the output for a list x of inputs; see `Layer` for the options."""
        if not isinstance(x, list | tuple):
            self.refuse(f"one of type {type(x).__name__}")
        return super().__call__(x, **options)

    def check(self, x):
        """Refuse a single input, or several that do not fit together."""
        shapes = [tuple(part.shape) for part in x]
        if len(shapes) < 2 or len({self.shared(shape) for shape in shapes}) > 1:
            self.refuse(f"shapes {shapes}")

    def refuse(self, got):
        """Explain what inputs fit together."""
        raise ValueError(
            f"{self.name}: these inputs do not fit together."
            + explain(
                f"a list of two inputs or more, {self.rule}",
                got,
                "call it on inputs that fit: layer([a, b])",
            )
        )

    def compute_mask(self, x, mask):
        """Return the steps that count in one of the inputs, if all have a mask."""
        if any(one is None for one in mask):
            return None
        joined = mask[0]
        for one in mask[1:]:
            joined = joined | one
        return joined


class Add(Merging):
    """The sum of several inputs of the same shape, as around a residual block.

    Example:
        >>> Add()([[[1.0, 2.0]], [[10.0, 20.0]]]).data.tolist()
        [[11.0, 22.0]]
    """

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
            return object()  # like nothing else, and so refused
        kept = list(shape)
        kept[self.axis] = None
        return tuple(kept)

    def call(self, x):
        """Return the tensors in the list x as one."""
        return ops.concat(x, self.axis)

    def compute_mask(self, x, mask):
        """Return the mask of the joined steps, or the steps that count anywhere."""
        if len(x[0].shape) == 2 or self.axis not in (1, 1 - len(x[0].shape)):
            return super().compute_mask(x, mask)
        masks = [
            masking.all_true(part.data) if one is None else one
            for one, part in zip(mask, x, strict=True)
        ]
        return xp_of(masks[0]).concat(masks, axis=1)
