"""Activations: what a neuron makes of its weighted sum z."""

import math

from dlcore.backend import xp_of
from dlcore.erf import normal_share
from dlcore.kernels import blocks
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class ReLU(Op):
    """a = max(z, 0): what is positive passes, the rest becomes 0.

    Backward, delta passes where z was positive and is stopped elsewhere; at
    z = 0, where the graph has its corner, it is stopped.
    """

    name = "relu"

    def forward(self, z):
        self.a = xp_of(z).maximum(z, 0.0)
        return self.a

    def backward(self, delta):
        dz = xp_of(delta).sign(self.a)  # 1 or 0
        dz *= delta  # in place, since images of many channels are large
        return (dz,)


class LeakyReLU(Op):
    """a = z where z is positive, else a small share of it: slope z."""

    name = "leaky_relu"

    def __init__(self, slope):
        self.slope = float(slope)

    def forward(self, z):
        self.z = z
        return xp_of(z).where(z > 0, z, self.slope * z)

    def backward(self, delta):
        return (xp_of(delta).where(self.z > 0, delta, self.slope * delta),)


class Sigmoid(Op):
    """a = 1 / (1 + e^-z), between 0 and 1.

    Written with tanh, which neither overflows nor loses digits:
    1 / (1 + e^-z) = (1 + tanh(z / 2)) / 2.
    """

    name = "sigmoid"

    def forward(self, z):
        self.a = 0.5 + 0.5 * xp_of(z).tanh(0.5 * z)
        return self.a

    def backward(self, delta):
        return (delta * self.a * (1 - self.a),)


class Tanh(Op):
    """a = tanh(z), between -1 and 1."""

    name = "tanh"

    def forward(self, z):
        self.a = xp_of(z).tanh(z)
        return self.a

    def backward(self, delta):
        return (delta * (1 - self.a * self.a),)


class Softplus(Op):
    """a = log(1 + e^z), a smooth ReLU, written so that e^z cannot overflow."""

    name = "softplus"

    def forward(self, z):
        xp = xp_of(z)
        self.z = z
        return xp.maximum(z, 0.0) + xp.log1p(xp.exp(-xp.abs(z)))

    def backward(self, delta):
        return (delta * (0.5 + 0.5 * xp_of(delta).tanh(0.5 * self.z)),)


class GELU(Op):
    """a = z Φ(z), with Φ(z) the share of a normal distribution below z.

    Backward: delta (Φ(z) + z φ(z)), with φ(z) = e^(-z²/2) / √(2π), the slope of Φ.
    """

    name = "gelu"

    def forward(self, z):
        self.z, self.share = z, normal_share(z)
        return z * self.share

    def backward(self, delta):
        slope = xp_of(delta).exp(-0.5 * self.z * self.z) / math.sqrt(2 * math.pi)
        return (delta * (self.share + self.z * slope),)


class Softmax(Op):
    """a = e^z / the sum of e^z along an axis: positive numbers that add up to 1.

    The largest z is subtracted first; it cancels, and e^z cannot overflow.
    """

    name = "softmax"

    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, z):
        xp = xp_of(z)
        powers = xp.exp(z - xp.max(z, axis=self.axis, keepdims=True))
        self.a = powers / xp.sum(powers, axis=self.axis, keepdims=True)
        return self.a

    def backward(self, delta):
        product = delta * self.a
        total = xp_of(delta).sum(product, axis=self.axis, keepdims=True)
        return (product - self.a * total,)


def relu(z):
    """max(z, 0), element by element (Fukushima 1969).

    Example:
        >>> relu([-2.0, 3.0]).data.tolist()
        [0.0, 3.0]
    """
    return ReLU()(*tensors(z))


def relu_in_place(z):
    """Overwrite z, which has no tape, with max(z, 0), and return it."""
    for rows in blocks(z.data):
        part = (rows, ...)
        z.data[part] = xp_of(z.data).maximum(z.data[part], 0.0)
    return z


def leaky_relu(z, negative_slope=0.2):
    """z where it is positive, else `negative_slope` z (Maas et al. 2013)."""
    return LeakyReLU(negative_slope)(*tensors(z))


def sigmoid(z):
    """1 / (1 + e^-z), element by element, between 0 and 1."""
    return Sigmoid()(*tensors(z))


def tanh(z):
    """The hyperbolic tangent of z, element by element, between -1 and 1."""
    return Tanh()(*tensors(z))


def softplus(z):
    """log(1 + e^z), element by element: a smooth ReLU (Dugas et al. 2001)."""
    return Softplus()(*tensors(z))


def gelu(z):
    """z times the share of a normal distribution below z (Hendrycks et al. 2016).

    Example:
        >>> gelu([-1.0, 0.0, 1.0]).data.round(4).tolist()
        [-0.1587, 0.0, 0.8413]
    """
    return GELU()(*tensors(z))


def softmax(z, axis=-1):
    """e^z divided by its sum along `axis`: probabilities that add up to 1.

    Example:
        >>> softmax([0.0, 0.0]).data.tolist()
        [0.5, 0.5]
    """
    return Softmax(axis)(*tensors(z))
