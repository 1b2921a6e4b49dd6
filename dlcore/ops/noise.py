"""The op of dropout."""

from dlcore import backend
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class Dropout(Op):
    """y = x mask: some elements are dropped, the others enlarged to make up for it.

    The mask holds 0, or 1 / (1 - rate), so that the sum is expected to stay;
    backward, delta passes the same mask.
    """

    name = "dropout"

    def __init__(self, mask):
        self.mask = mask

    def forward(self, x):
        return x * self.mask

    def backward(self, delta):
        return (delta * self.mask,)


def dropout(x, rate, noise_shape=None, generator=None):
    """Set a share of x to zero at random, and divide the others by 1 - rate.

    Args:
        x: tensor of any shape.
        rate: share to drop, from 0 to below 1.
        noise_shape: shape of the mask, which broadcasts to x; None for that of x.
        generator: of random numbers on the host; None for the one of `backend`.

    Returns:
        Tensor of the shape of x.

    Example:
        >>> dropout([1.0, 2.0], rate=0.0).data.tolist()
        [1.0, 2.0]
    """
    (x,) = tensors(x)
    generator = generator or backend.generator()
    chances = generator.random(noise_shape or x.shape, dtype="float32")
    mask = backend.asarray(chances >= rate, like=x.data) * (1 / (1 - rate))
    return Dropout(mask)(x)
