"""The op of an embedding."""

from dlcore.backend import xp_of, zeros
from dlcore.kernels import scatter_add
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class Embedding(Op):
    """y = the rows of E that ids name; the same as a one-hot row times E, but quicker.

    Backward, each row of E collects the deltas of all places where its id stood.
    """

    name = "embedding"

    def __init__(self, ids):
        self.ids = ids

    def forward(self, E):  # (vocabulary, out)
        xp, self.E = xp_of(E), E
        rows = xp.take(E, xp.reshape(self.ids, (-1,)), axis=0)
        return xp.reshape(rows, (*self.ids.shape, E.shape[1]))

    def backward(self, delta):  # (..., out)
        xp, dE = xp_of(delta), zeros(self.E.shape, like=self.E)
        delta = xp.reshape(delta, (-1, self.E.shape[1]))
        scatter_add(dE, xp.reshape(self.ids, (-1,)), delta)
        return (dE,)


def embedding(E, ids):
    """The vectors of ids.

    Args:
        E: table of vectors (vocabulary, out).
        ids: array of whole numbers (...), from 0 to below vocabulary.

    Returns:
        Tensor (..., out).

    Example:
        >>> import numpy as np
        >>> embedding([[1.0, 2.0], [3.0, 4.0]], np.array([1, 0, 1])).data.tolist()
        [[3.0, 4.0], [1.0, 2.0], [3.0, 4.0]]
    """
    return Embedding(ids)(*tensors(E))
