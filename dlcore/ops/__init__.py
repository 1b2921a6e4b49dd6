"""The steps that calculations are made of, each with its way back.

Functions take tensors, arrays or numbers and return a `Tensor`; the class of
the same name holds `forward` and `backward`.

Example:
    >>> from dlcore import Tensor
    >>> x = Tensor([1.0, 2.0], requires_grad=True)
    >>> sum(x * x).backward()
    >>> x.grad.tolist()
    [2.0, 4.0]
"""

from dlcore.ops import operators as _operators  # noqa: F401  (gives Tensor + - * / **)
from dlcore.ops.activation import (
    gelu,
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    softplus,
    tanh,
)
from dlcore.ops.attention import attention
from dlcore.ops.convolution import conv, conv_transpose
from dlcore.ops.crossentropy import sigmoid_crossentropy, softmax_crossentropy
from dlcore.ops.dense import linear
from dlcore.ops.elementary import (
    abs,
    add,
    cast,
    clip,
    divide,
    exp,
    log,
    matmul,
    multiply,
    negative,
    power,
    sqrt,
    subtract,
    where,
)
from dlcore.ops.embedding import embedding
from dlcore.ops.images import enlarge, repeat
from dlcore.ops.noise import dropout
from dlcore.ops.normalization import normalize
from dlcore.ops.pooling import average_pool, max_pool
from dlcore.ops.shaping import concat, max, mean, reshape, sum, transpose
from dlcore.ops.shaping import cut as slice
from dlcore.ops.windows import pad

__all__ = [
    "abs",
    "add",
    "attention",
    "average_pool",
    "cast",
    "clip",
    "concat",
    "conv",
    "conv_transpose",
    "divide",
    "dropout",
    "embedding",
    "enlarge",
    "exp",
    "gelu",
    "leaky_relu",
    "linear",
    "log",
    "matmul",
    "max",
    "max_pool",
    "mean",
    "multiply",
    "negative",
    "normalize",
    "pad",
    "power",
    "relu",
    "repeat",
    "reshape",
    "sigmoid",
    "sigmoid_crossentropy",
    "slice",
    "softmax",
    "softmax_crossentropy",
    "softplus",
    "sqrt",
    "subtract",
    "sum",
    "tanh",
    "transpose",
    "where",
]
