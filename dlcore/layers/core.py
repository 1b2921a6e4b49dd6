"""Input, Dense, Activation, Flatten."""

import math

from dlcore import activations, ops
from dlcore.errors import explain, refuse_unknown, whole_number
from dlcore.layers.base import Layer, activated


class Input:
    """The shape of one row of a model's input, as its first entry.

    Args:
        shape: without the batch: (2,) for rows of two features.

    Example:
        >>> from dlcore import Sequential
        >>> from dlcore.layers import Dense
        >>> Sequential([Input(shape=(2,)), Dense(3)]).count_params()
        9
    """

    def __init__(self, shape=None, **unknown):
        refuse_unknown(Input, unknown)
        if not isinstance(shape, tuple | list):
            raise ValueError(
                "Input needs the shape of one row."
                + explain("a tuple such as (2,)", repr(shape), "Input(shape=(2,))")
            )
        self.input_shape = tuple(shape)

    def __repr__(self):
        return f"Input({self.input_shape})"


class Dense(Layer):
    """a = activation(x W + b): every neuron sees every input.

    x is (batch, ..., in), W (in, units), b (units,), a (batch, ..., units).

    Args:
        units: number of neurons.
        activation: name or function; None for the weighted sum z itself.
        use_bias: whether to add b.
        kernel_initializer, bias_initializer: start values of W and b.
        kernel_regularizer, bias_regularizer: penalties on W and b.
        settings: name, trainable, dtype, activity_regularizer: see `Layer`.

    Example:
        >>> Dense(3, kernel_initializer="ones")([[1.0, 2.0]]).data.tolist()
        [[3.0, 3.0, 3.0]]
    """

    least_rank = 2
    supports_masking = True

    def __init__(
        self, units, activation=None, use_bias=True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros",
        kernel_regularizer=None, bias_regularizer=None, **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        self.units = whole_number("units", units)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.of_kernel = kernel_initializer, kernel_regularizer
        self.of_bias = bias_initializer, bias_regularizer

    def build(self, input_shape):
        """Make W, and b if there is one."""
        self.features_in = input_shape[-1]
        W_shape = self.features_in, self.units
        self.kernel = self.add_weight("kernel", W_shape, *self.of_kernel)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", (self.units,), *self.of_bias)

    def call(self, x):
        """Return a, and keep z."""
        return activated(self, ops.linear(x, self.kernel, self.bias))


class Activation(Layer):
    """a = activation(z), element by element or along the last axis.

    Args:
        activation: name or function.
    """

    supports_masking = True

    def __init__(self, activation, **settings):
        super().__init__(**settings)
        self.activation = activations.get(activation)

    def call(self, z):
        """Return a, and keep z."""
        self.z = z
        return self.activation(z)


class Flatten(Layer):
    """Each row as a vector: (batch, a, b, ...) becomes (batch, a b ...)."""

    def call(self, x):
        """Return x in the shape (batch, features)."""
        return ops.reshape(x, (x.shape[0], math.prod(x.shape[1:])))
