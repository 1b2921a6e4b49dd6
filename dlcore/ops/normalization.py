"""The op of batch and layer normalization."""

import math

from dlcore.backend import ones, xp_of, zeros
from dlcore.kernels import channel_sums
from dlcore.ops.elementary import tensors, unbroadcast
from dlcore.tensor import Op


class Normalize(Op):
    """y = gamma x̂ + beta, where x̂ = (x - mean) / √(variance + epsilon) along axes.

    Batch normalization takes mean and variance over the batch, layer normalization
    over the features of each row. They depend on x, so that backward, with
    g = gamma delta and means along the same axes,

        dx = (g - mean(g) - x̂ mean(g x̂)) / √(variance + epsilon).
    """

    name = "normalize"

    def __init__(self, axes, epsilon):
        self.axes, self.epsilon = axes, epsilon

    def forward(self, x, gamma, beta):  # (batch, ..., features), (features,) twice
        xp = xp_of(x)
        self.mean = means(x, self.axes)
        centered = x - self.mean
        self.variance = means(centered * centered, self.axes)
        self.std = xp.sqrt(self.variance + self.epsilon)
        self.normal, self.gamma, self.beta = centered / self.std, gamma, beta
        return gamma * self.normal + beta

    def backward(self, delta):
        dx = None
        if self.wants(0):
            g = self.gamma * delta
            along = self.normal * means(g * self.normal, self.axes)
            dx = (g - means(g, self.axes) - along) / self.std
        d_gamma = unbroadcast(delta * self.normal, self.gamma.shape)
        return dx, d_gamma, unbroadcast(delta, self.beta.shape)


def means(x, axes):
    """Return the means of x along `axes`, which stay with length 1."""
    if axes != tuple(range(len(x.shape) - 1)):
        return xp_of(x).mean(x, axis=axes, keepdims=True)
    n = math.prod(x.shape[:-1])
    return xp_of(x).reshape(channel_sums(x) / n, (*[1 for _ in axes], x.shape[-1]))


def normalize(x, axes, gamma=None, beta=None, epsilon=1e-3):
    """Bring x to mean beta and standard deviation gamma along `axes`.

    Args:
        x: inputs (batch, ..., features).
        axes: number or numbers of the axes that mean and variance are taken over.
        gamma, beta: of a shape that broadcasts to x; None for 1 and 0.
        epsilon: keeps the division from dividing by zero.

    Returns:
        Tensor of the shape of x.

    Example:
        >>> normalize([[1.0], [3.0]], 0, epsilon=0.0).data.tolist()
        [[-1.0], [1.0]]
    """
    (x,) = tensors(x)
    axes = (axes,) if isinstance(axes, int) else axes
    axes = tuple(sorted(axis % len(x.shape) for axis in axes))
    return apply(Normalize(axes, epsilon), x, gamma, beta)


def apply(op, x, gamma=None, beta=None):
    """Return what a `Normalize` makes of x, with 1 and 0 for None.

    Args:
        op: the op, which keeps `mean` and `variance` of x.
        x, gamma, beta: see `normalize`.
    """
    gamma = ones((1,), like=x.data) if gamma is None else gamma
    beta = zeros((1,), like=x.data) if beta is None else beta
    return op(*tensors(x, gamma, beta))
