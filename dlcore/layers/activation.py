"""Activations as layers: ReLU and its relatives, softmax, maxout."""

from dlcore import activations, ops
from dlcore.errors import explain, whole_number
from dlcore.layers.base import Layer
from dlcore.layers.core import Dense


class ElementByElement(Layer):
    """Base of the layers that say in `activate(z)` what becomes of each element."""

    supports_masking = True

    def call(self, z):
        """Return a, and keep z."""
        self.z = z
        return self.activate(z)


class ReLU(ElementByElement):
    """z above a threshold, 0 below it (Fukushima 1969).

    Args:
        max_value: the largest output; None for no limit.
        negative_slope: share of (z - threshold) that passes below the threshold.
        threshold: where outputs begin.
        settings: see `Layer`.

    Example:
        >>> ReLU(max_value=6.0)([[-2.0, 3.0, 9.0]]).data.tolist()
        [[0.0, 3.0, 6.0]]
    """

    def __init__(self, max_value=None, negative_slope=0.0, threshold=0.0, **settings):
        super().__init__(**settings)
        self.max_value = (
            None if max_value is None else not_below_0("max_value", max_value)
        )
        self.negative_slope = not_below_0("negative_slope", negative_slope)
        self.threshold = not_below_0("threshold", threshold)

    def activate(self, z):
        """Return a for z."""
        return activations.relu(z, self.negative_slope, self.max_value, self.threshold)


class LeakyReLU(ElementByElement):
    """z where it is positive, else a small share of it (Maas et al. 2013).

    Args:
        negative_slope: that share.
        settings: see `Layer`.

    Example:
        >>> LeakyReLU(negative_slope=0.25)([[-2.0, 3.0]]).data.tolist()
        [[-0.5, 3.0]]
    """

    def __init__(self, negative_slope=0.3, **settings):
        super().__init__(**settings)
        self.negative_slope = not_below_0("negative_slope", negative_slope)

    def activate(self, z):
        """Return a for z."""
        return ops.leaky_relu(z, self.negative_slope)


class ELU(ElementByElement):
    """z where it is positive, else alpha (e^z - 1) (Clevert et al. 2016).

    Args:
        alpha: how far below 0 outputs may go.
        settings: see `Layer`.
    """

    def __init__(self, alpha=1.0, **settings):
        super().__init__(**settings)
        self.alpha = alpha

    def activate(self, z):
        """Return a for z."""
        return activations.elu(z, self.alpha)


class Softmax(ElementByElement):
    """e^z divided by its sum along an axis: probabilities that add up to 1.

    Args:
        axis: that of the classes.
        settings: see `Layer`.

    Example:
        >>> Softmax()([[0.0, 0.0]]).data.tolist()
        [[0.5, 0.5]]
    """

    def __init__(self, axis=-1, **settings):
        super().__init__(**settings)
        self.axis = axis

    def activate(self, z):
        """Return a for z."""
        return ops.softmax(z, self.axis)


class PReLU(ElementByElement):
    """z where it is positive, else alpha z with an alpha that is learned (He 2015).

    Args:
        alpha_initializer: start values of alpha, of the shape of one row.
        alpha_regularizer: penalty on alpha.
        shared_axes: axes along which all elements share one alpha, counted with the
            batch as 0; (1, 2) gives each channel of an image one.
        settings: see `Layer`.

    Example:
        >>> PReLU(alpha_initializer="ones")([[-2.0, 3.0]]).data.tolist()
        [[-2.0, 3.0]]
    """

    def __init__(
        self, alpha_initializer="Zeros", alpha_regularizer=None, shared_axes=None,
        **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        self.of_alpha = alpha_initializer, alpha_regularizer
        one = isinstance(shared_axes, int)
        self.shared_axes = (shared_axes,) if one else tuple(shared_axes or ())

    def build(self, input_shape):
        """Make alpha."""
        shape = tuple(
            1 if axis in self.shared_axes else length
            for axis, length in enumerate(input_shape)
        )
        self.alpha = self.add_weight("alpha", shape[1:], *self.of_alpha)

    def activate(self, z):
        """Return a for z."""
        return ops.relu(z) - self.alpha * ops.relu(-z)


class Maxout(Dense):
    """The largest of several weighted sums for each unit (Goodfellow et al. 2013).

    x is (batch, ..., in), W (in, units pieces), a (batch, ..., units).

    Args:
        units: number of outputs.
        pieces: weighted sums of which each output is the largest.
        settings: activation, use_bias, initializers and so on: see `Dense`.

    Example:
        >>> Maxout(3)([[1.0, 2.0]]).shape
        (1, 3)
    """

    def __init__(self, units, pieces=2, **settings):
        super().__init__(units, **settings)
        self.pieces = whole_number("pieces", pieces)

    def build(self, input_shape):
        """Make W, and b if there is one."""
        self.features_in, sums = input_shape[-1], self.units * self.pieces
        self.kernel = self.add_weight(
            "kernel", (self.features_in, sums), *self.of_kernel
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", (sums,), *self.of_bias)

    def call(self, x):
        """Return a, and keep z."""
        self.z = ops.linear(x, self.kernel, self.bias)
        shape = *self.z.shape[:-1], self.units, self.pieces
        return self.activation(ops.max(ops.reshape(self.z, shape), axis=-1))


def not_below_0(name, value):
    """`value`, checked to be a number from 0 up."""
    if value is None or value < 0:
        raise ValueError(
            f"{name} cannot be negative."
            + explain("a number from 0 up", repr(value), f"for example {name}=0.1")
        )
    return value
