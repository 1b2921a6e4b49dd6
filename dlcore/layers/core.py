"""Input, Dense, Activation, Flatten."""

import math

from dlcore import activations, ops
from dlcore.errors import explain, refuse_unknown
from dlcore.layers.base import Layer


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


class Dense(Layer):
    """a = activation(x W + b): every neuron sees every input.

    Args:
        units: number of neurons.
        activation: name or function; None for the weighted sum itself.
        use_bias: whether to add b.
        kernel_initializer, bias_initializer: start values of W and b.
        kernel_regularizer, bias_regularizer, activity_regularizer: penalties on
            W, on b and on a, added to the loss.

    Shapes: x (batch, ..., in), W (in, units), b (units,), a (batch, ..., units).

    Example:
        >>> layer = Dense(3, activation="relu", kernel_initializer="ones")
        >>> layer([[1.0, 2.0]]).data.tolist()
        [[3.0, 3.0, 3.0]]
    """

    def __init__(
        self, units, activation=None, use_bias=True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros",
        kernel_regularizer=None, bias_regularizer=None, **settings,
    ):  # fmt: skip
        super().__init__(**settings)
        self.units = whole_number("units", units)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_settings = kernel_initializer, True, kernel_regularizer
        self.bias_settings = bias_initializer, True, bias_regularizer

    def build(self, input_shape):
        """Make W and b for inputs (batch, ..., in)."""
        n_in = input_shape[-1] if len(input_shape) > 1 else 1
        self.kernel = self.add_weight(
            "kernel", (n_in, self.units), *self.kernel_settings
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight("bias", (self.units,), *self.bias_settings)

    def check(self, x):
        """Refuse an input without rows, or of another width than W has."""
        shape, n_in = x.data.shape, self.kernel.data.shape[0]
        if len(shape) < 2 or shape[-1] != n_in:
            raise ValueError(
                f"{self.name}: this input does not fit the layer."
                + explain(
                    f"shape (batch, {n_in})",
                    f"shape {tuple(shape)}",
                    "give one row for each example: x.reshape(-1, 1) for one feature"
                    if len(shape) < 2
                    else f"pass {n_in} features, or make a new model for {shape[-1]}",
                )
            )

    def call(self, x):
        """z = x W + b, then a = activation(z)."""
        self.z = ops.linear(x, self.kernel, self.bias)
        return self.activation(self.z)


class Activation(Layer):
    """a = activation(z), element by element or along the last axis.

    Args:
        activation: name or function.
    """

    def __init__(self, activation, **settings):
        super().__init__(**settings)
        self.activation = activations.get(activation)

    def call(self, z):
        """a = activation(z)."""
        self.z = z
        return self.activation(z)


class Flatten(Layer):
    """Each row as a vector: (batch, a, b, ...) becomes (batch, a b ...)."""

    def call(self, x):
        """x in the shape (batch, features)."""
        return ops.reshape(x, (x.shape[0], math.prod(x.shape[1:])))


def whole_number(name, value):
    """`value`, checked to be a whole number from 1 up."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(
            f"{name} says how many there are."
            + explain("a whole number from 1 up", repr(value), f"for example {name}=3")
        )
    return value
