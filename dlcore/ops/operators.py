"""The operators of Tensor, and its ways in and out, from one table."""

import math

from dlcore.backend import to_numpy
from dlcore.errors import explain
from dlcore.ops import elementary, shaping
from dlcore.tensor import Tensor


def refuse_assignment(tensor, key, value):
    """Explain that an element cannot be replaced: backward needs the old one."""
    raise TypeError(
        "A tensor's elements cannot be replaced, since backward may need them."
        + explain(
            "a new tensor for a new value",
            f"an assignment to [{key}] of a tensor of shape {tensor.shape}",
            "use ops.where(condition, new, old), or write into tensor.data "
            "before calculating",
        )
    )


def show(tensor):
    """What is printed for a tensor: its numbers and its name."""
    numbers = str(to_numpy(tensor.data)).replace("\n", "\n       ")
    name = f", name={tensor.name!r}" if tensor.name else ""
    return f"Tensor({numbers}, shape={tensor.shape}{name})"


def as_array(tensor, dtype=None, copy=None):
    """The numbers as a NumPy array, without the tape."""
    array = to_numpy(tensor.data)
    return array.astype(dtype) if dtype else array


OPERATORS = {
    "__add__": elementary.add,
    "__radd__": lambda x, y: elementary.add(y, x),
    "__sub__": elementary.subtract,
    "__rsub__": lambda x, y: elementary.subtract(y, x),
    "__mul__": elementary.multiply,
    "__rmul__": lambda x, y: elementary.multiply(y, x),
    "__truediv__": elementary.divide,
    "__rtruediv__": lambda x, y: elementary.divide(y, x),
    "__pow__": elementary.power,
    "__rpow__": lambda x, y: elementary.exp(x * math.log(y)),
    "__matmul__": elementary.matmul,
    "__rmatmul__": lambda x, y: elementary.matmul(y, x),
    "__neg__": elementary.negative,
    "__abs__": elementary.abs,
    "__getitem__": shaping.cut,
    "__setitem__": refuse_assignment,
    "__repr__": show,
    "__float__": lambda x: float(x.data),
    "__len__": lambda x: x.data.shape[0],
    "__array__": as_array,
    "shape": property(lambda x: x.data.shape),
    "dtype": property(lambda x: x.data.dtype),
    "T": property(shaping.transpose),
    "sum": shaping.sum,
    "mean": shaping.mean,
    "max": shaping.max,
    "reshape": shaping.reshape,
    "numpy": as_array,
}

for name, operator in OPERATORS.items():
    setattr(Tensor, name, operator)
