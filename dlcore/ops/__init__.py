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
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    softplus,
    tanh,
)
from dlcore.ops.dense import linear
from dlcore.ops.elementary import (
    abs,
    add,
    cast,
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
from dlcore.ops.shaping import concat, max, mean, reshape, sum, transpose
from dlcore.ops.shaping import cut as slice

__all__ = [
    "abs",
    "add",
    "cast",
    "concat",
    "divide",
    "exp",
    "leaky_relu",
    "linear",
    "log",
    "matmul",
    "max",
    "mean",
    "multiply",
    "negative",
    "power",
    "relu",
    "reshape",
    "sigmoid",
    "slice",
    "softmax",
    "softplus",
    "sqrt",
    "subtract",
    "sum",
    "tanh",
    "transpose",
    "where",
]
