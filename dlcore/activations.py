"""Activation functions, by name or as functions of a tensor z."""

import math

from dlcore import ops
from dlcore.lookup import look_up
from dlcore.ops import leaky_relu, sigmoid, softmax, softplus, tanh


def linear(z):
    """z itself: no activation."""
    return z


def exponential(z):
    """e to the power of z."""
    return ops.exp(z)


def relu(z, negative_slope=0.0, max_value=None, threshold=0.0):
    """z where it is above `threshold`, cut off at `max_value`; what is below is 0.

    Args:
        z: weighted sums, of any shape.
        negative_slope: share of (z - threshold) that passes below the threshold.
        max_value: the largest output, or None.
        threshold: where outputs begin.

    Example:
        >>> relu([-2.0, 3.0, 9.0], negative_slope=0.5, max_value=6.0).data.tolist()
        [-1.0, 3.0, 6.0]
    """
    if max_value is None and not threshold:
        return ops.leaky_relu(z, negative_slope) if negative_slope else ops.relu(z)
    (z,) = ops.elementary.tensors(z)
    a = ops.where(z.data > threshold, z, 0.0) if threshold else ops.relu(z)
    if max_value is not None:
        a = ops.clip(a, 0.0, max_value)
    if negative_slope:
        a = a - negative_slope * ops.relu(threshold - z)
    return a


def gelu(z, approximate=False):
    """z Φ(z), or its approximation by tanh (Hendrycks and Gimpel 2016)."""
    if not approximate:
        return ops.gelu(z)
    (z,) = ops.elementary.tensors(z)
    inner = math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)
    return 0.5 * z * (1.0 + ops.tanh(inner))


def elu(z, alpha=1.0):
    """z where it is positive, else alpha (e^z - 1) (Clevert et al. 2016)."""
    below = ops.exp(ops.subtract(z, ops.relu(z))) - 1.0  # slope 1 at 0, 0 above
    return ops.relu(z) + alpha * below


def selu(z):
    """An ELU scaled so that layers keep mean 0, variance 1 (Klambauer et al. 2017)."""
    return 1.05070098735548 * elu(z, 1.67326324235437)


def hard_sigmoid(z):
    """z / 6 + 1/2, cut off at 0 and 1, flat from its corners on: a straight sigmoid."""
    (z,) = ops.elementary.tensors(z)
    return ops.where(z.data >= 3.0, 1.0, ops.relu(z / 6 + 0.5))


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
        gelu,
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
NAMES["swish"] = silu  # its other name


def get(identifier):
    """The activation for a name or a function; None stands for linear.

    Example:
        >>> get("relu")([-1.0, 2.0]).data.tolist()
        [0.0, 2.0]
    """
    return linear if identifier is None else look_up("activation", identifier, NAMES)
