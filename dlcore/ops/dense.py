"""The op of a dense layer."""

from dlcore.backend import product, total
from dlcore.ops.elementary import matmul, tensors
from dlcore.ops.shaping import reshape
from dlcore.tensor import Op


class Linear(Op):
    """z = x W + b, for every row of x.

    With delta, the gradient of the loss by z, the way back is

        dx = delta Wᵀ,    dW = xᵀ delta,    db = the sum of delta's rows.
    """

    name = "linear"

    def forward(self, x, W, b):  # (batch, in), (in, out), (out,)
        self.x, self.W = x, W
        return product(x, W) + b  # (batch, out)

    def backward(self, delta):  # (batch, out)
        dx = product(delta, self.W.T) if self.wants(0) else None
        dW = product(self.x.T, delta)
        db = total(delta, axis=0)
        return dx, dW, db


def linear(x, W, b=None):
    """The weighted sums z = x W + b.

    Args:
        x: inputs (..., in), such as (batch, in) or (batch, time, in).
        W: weights (in, out).
        b: biases (out,), or None.

    Returns:
        Tensor (..., out).

    Example:
        >>> linear([[1.0, 2.0]], [[3.0], [4.0]], [5.0]).data.tolist()
        [[16.0]]
    """
    if b is None:
        return matmul(x, W)
    x, W, b = tensors(x, W, b)
    if len(x.shape) == 2:
        return Linear()(x, W, b)
    z = Linear()(reshape(x, (-1, x.shape[-1])), W, b)
    return reshape(z, (*x.shape[:-1], W.shape[1]))
