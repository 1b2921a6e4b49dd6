"""What layers on images and series have in common: their axes and their windows."""

from numbers import Integral

from dlcore.errors import explain
from dlcore.layers.base import Layer

SERIES, IMAGES = ("time",), ("height", "width")


class Spatial(Layer):
    """Base of layers on (batch, time, channels) or (batch, height, width, channels).

    A subclass names its `axes`, those between the first and the last.
    """

    axes = IMAGES

    def check(self, x):
        """Refuse an input with other axes, or whose last is not `features_in` long."""
        shape = tuple(x.data.shape)
        if len(shape) == len(self.axes) + 2 and self.features_in in (None, shape[-1]):
            return
        expected = ", ".join(["batch", *self.axes, str(self.features_in or "channels")])
        change = f"give x {len(self.axes) + 2} axes, the last for channels"
        change += f": x.reshape({', '.join(['batch', *self.axes, '1'])})"
        if len(shape) == len(self.axes) + 2:
            change = (
                f"pass {self.features_in} channels, or make a new model for {shape[-1]}"
            )
        raise ValueError(
            f"{self.name}: this input does not fit the layer."
            + explain(f"shape ({expected})", f"shape {shape}", change)
        )

    def check_window(self, x, reach, change):
        """Refuse an x that is shorter than a window without padding.

        Args:
            x: tensor (batch, ..., channels).
            reach: the window's length along each axis.
            change: what to do about it.
        """
        lengths = tuple(x.data.shape[1:-1])
        if any(n < wanted for n, wanted in zip(lengths, reach, strict=True)):
            raise ValueError(
                f"{self.name}: the window is larger than the input."
                + explain(
                    f"{' and '.join(self.axes)} of at least {tuple(reach)}",
                    f"{' and '.join(self.axes)} of {lengths}",
                    change,
                )
            )


def whole_numbers(name, value, count, least=1):
    """Return `value`, a whole number or one for each of `count` axes, as a tuple.

    Args:
        name: how the layer calls it.
        value: what was given.
        count: how many axes there are.
        least: the smallest number allowed.

    Raises:
        ValueError: other kinds or numbers of values.
    """
    values = tuple(value) if isinstance(value, tuple | list) else (value,) * count
    fits = [isinstance(n, Integral) and n >= least for n in values]
    if len(values) != count or not all(fits) or isinstance(value, bool):
        one = f"a whole number from {least} up"
        raise ValueError(
            f"{name} does not fit {count} {'axis' if count == 1 else 'axes'}."
            + explain(
                one if count == 1 else f"{one}, or {count} of them",
                repr(value),
                f"for example {name}=3",
            )
        )
    return tuple(int(n) for n in values)


def padding_name(padding):
    """Return `padding` in lower case, checked to be "valid" or "same"."""
    if str(padding).lower() not in ("valid", "same"):
        raise ValueError(
            f"Unknown padding {padding!r}."
            + explain('"valid" or "same"', repr(padding), 'padding="same" keeps sizes')
        )
    return padding.lower()
