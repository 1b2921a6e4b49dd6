"""The op of scaled dot-product attention."""

from dlcore import backend
from dlcore.backend import xp_of
from dlcore.ops.activation import softmax
from dlcore.ops.elementary import matmul, multiply, tensors, where
from dlcore.ops.shaping import transpose
from dlcore.tensor import Op, Tensor

LITTLE = 1e9  # taken off masked scores; not infinity, which could become NaN


class Attention(Op):
    """y = A v: each query takes those values whose keys fit it (Vaswani et al. 2017).

    The weights A are a softmax along each row of scores, scale q kᵀ; where `mask` is
    False, a score counts for nothing.

    Args:
        scale: number that the scores are multiplied with.
        mask: bool, broadcasting to (..., queries, keys), or None.
        kept: 0, or 1 / (1 - rate), for each of the weights: dropout; or None.
    """

    name = "attention"

    def __init__(self, scale=1.0, mask=None, kept=None):
        self.scale, self.mask, self.kept = scale, mask, kept

    def forward(self, q, k, v):  # (..., queries, d), (..., keys, d), (..., keys, e)
        xp = xp_of(q)
        self.q, self.k, self.v = q, k, v
        scores = q @ k.mT * self.scale  # (..., queries, keys)
        if self.mask is not None:
            scores = xp.where(self.mask, scores, scores - LITTLE)
        powers = xp.exp(scores - xp.max(scores, axis=-1, keepdims=True))
        self.A = powers / xp.sum(powers, axis=-1, keepdims=True)
        return (self.A if self.kept is None else self.A * self.kept) @ v

    def backward(self, delta):  # (..., queries, e)
        xp, A, dA = xp_of(delta), self.A, delta @ self.v.mT
        if self.kept is not None:
            A, dA = A * self.kept, dA * self.kept
        dv = A.mT @ delta
        product = self.A * dA
        dscores = product - self.A * xp.sum(product, axis=-1, keepdims=True)
        dscores = dscores * self.scale
        return dscores @ self.k, dscores.mT @ self.q, dv


def attention(q, k, v, scale=1.0, mask=None, kept=None, on_tape=False):
    """For each query a mean of the values, weighted by how well their keys fit.

    Args:
        q: queries (..., queries, d).
        k: keys (..., keys, d).
        v: values (..., keys, e).
        scale: number that the scores q kᵀ are multiplied with, such as 1 / √d.
        mask: bool, broadcasting to (..., queries, keys), False where a key does not
            count; or None.
        kept: array (..., queries, keys) that the weights are multiplied with: dropout.
        on_tape: whether the weights are on the tape, from ops of their own.

    Returns:
        Tensor (..., queries, e), and the weights, a Tensor (..., queries, keys).

    Example:
        >>> q, k, v = [[0.0, 9.0]], [[9.0, 0.0], [0.0, 9.0]], [[1.0], [2.0]]
        >>> attention(q, k, v)[0].data.round(6).tolist()
        [[2.0]]
    """
    q, k, v = tensors(q, k, v)
    if on_tape:
        scores = multiply(matmul(q, swapped(k)), scale)
        return weighted(scores, v, mask, kept)
    op = Attention(scale, mask, kept)
    return op(q, k, v), Tensor(op.A)


def weighted(scores, v, mask=None, kept=None):
    """The values weighted by a softmax of scores, step by step.

    Args:
        scores: tensor (..., queries, keys).
        v: values (..., keys, e).
        mask, kept: see `attention`.

    Returns:
        Tensor (..., queries, e), and the weights, a Tensor (..., queries, keys).
    """
    if mask is not None:
        scores = where(mask, scores, scores - LITTLE)
    A = softmax(scores)
    return matmul(A if kept is None else multiply(A, kept), v), A


def swapped(x):
    """x with its last two axes exchanged."""
    *first, rows, columns = range(len(x.shape))
    return transpose(x, (*first, columns, rows))


def causal_mask(queries, keys, like):
    """Which keys a query may see that must not look ahead: bool (queries, keys).

    Args:
        queries, keys: how many there are.
        like: an array, beside which the mask is made.
    """
    expand_dims = xp_of(like).expand_dims
    rows = expand_dims(backend.arange(queries, like=like), axis=1)
    return rows >= expand_dims(backend.arange(keys, like=like), axis=0)
