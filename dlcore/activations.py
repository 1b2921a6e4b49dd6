"""Activation functions, by name or as functions of a tensor z."""

from dlcore import ops
from dlcore.lookup import look_up
from dlcore.ops import leaky_relu, relu, sigmoid, softmax, softplus, tanh


def linear(z):
    """z itself: no activation."""
    return z


def exponential(z):
    """e to the power of z."""
    return ops.exp(z)


def elu(z, alpha=1.0):
    """z where it is positive, else alpha (e^z - 1) (Clevert et al. 2016)."""
    below = ops.exp(-relu(ops.negative(z))) - 1.0  # 0 where z is positive
    return relu(z) + alpha * below


def selu(z):
    """An ELU scaled so that layers keep mean 0, variance 1 (Klambauer et al. 2017)."""
    return 1.05070098735548 * elu(z, 1.67326324235437)


def hard_sigmoid(z):
    """z / 6 + 1/2, cut off at 0 and 1: a sigmoid of straight lines."""
    return 1.0 - relu(1.0 - relu(ops.multiply(z, 1 / 6) + 0.5))


def silu(z):
    """z sigmoid(z), also called swish (Elfwing et al. 2018)."""
    return ops.multiply(z, sigmoid(z))


def softsign(z):
    """z / (1 + |z|)."""
    return ops.divide(z, 1.0 + ops.abs(z))


def log_softmax(z, axis=-1):
    """The logarithm of softmax, without the rounding of two steps."""
    z = ops.subtract(z, ops.max(z, axis=axis, keepdims=True))
    return z - ops.log(ops.sum(ops.exp(z), axis=axis, keepdims=True))


NAMES = {
    function.__name__: function
    for function in (
        linear,
        relu,
        leaky_relu,
        elu,
        selu,
        silu,
        sigmoid,
        hard_sigmoid,
        tanh,
        softmax,
        log_softmax,
        softplus,
        softsign,
        exponential,
    )
}


def get(identifier):
    """The activation for a name or a function; None stands for linear.

    Example:
        >>> get("relu")([-1.0, 2.0]).data.tolist()
        [0.0, 2.0]
    """
    return linear if identifier is None else look_up("activation", identifier, NAMES)
