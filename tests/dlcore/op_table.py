"""The table of ops, and the one body that tests every row in every column."""

import math
from typing import Any, NamedTuple

import numpy as np

from dlcore import Tensor, activations, losses, ops
from dlcore.backend import to_numpy
from dlcore.ops import regression
from tests.dlcore.columns import differences

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape)


def positive(*shape):
    return rng.uniform(0.5, 2.0, shape)


class Row(NamedTuple):
    """An op, what it should calculate, and inputs to try it on."""

    name: str
    function: Any  # of Tensors
    reference: Any  # the same of NumPy arrays, written independently
    inputs: list


def softmax(z, axis=-1):
    powers = np.exp(z)
    return powers / powers.sum(axis=axis, keepdims=True)


def huber(prediction, target, limit=1.0):
    size = np.abs(prediction - target)
    straight = limit * (size - limit / 2)
    return np.where(size <= limit, size**2 / 2, straight).mean()


def first_winner(x):
    """The maximum along axis 1; with ties, differences would not be defined."""
    return x.max(axis=1)


A, B, ROW, COLUMN = normal(3, 4), normal(3, 4), normal(4), normal(3, 1)
MASK = A > 0.2
SIGNED = np.where(np.abs(A) < 0.05, 0.3, A)  # away from the corners at 0
PREDICTED, TARGET = 3 * normal(5, 2), normal(5, 2)

ROWS = [
    Row("add", ops.add, np.add, [A, B]),
    Row("add row", ops.add, np.add, [A, ROW]),
    Row("add column", lambda x, y: x + y, np.add, [COLUMN, A]),
    Row("add number", lambda x: 2 + x + 1, lambda x: x + 3, [A]),
    Row("add scalar", ops.add, np.add, [A, normal()]),
    Row("subtract", ops.subtract, np.subtract, [A, ROW]),
    Row("subtract from number", lambda x: 1 - x, lambda x: 1 - x, [A]),
    Row("negative", lambda x: -x, np.negative, [A]),
    Row("multiply", ops.multiply, np.multiply, [A, B]),
    Row("multiply column", lambda x, y: x * y, np.multiply, [A, COLUMN]),
    Row("multiply number", lambda x: 3 * x, lambda x: 3 * x, [A]),
    Row("square by itself", lambda x: x * x, np.square, [A]),
    Row("divide", ops.divide, np.divide, [A, positive(4)]),
    Row("divide number", lambda x: 2 / x / 4, lambda x: 0.5 / x, [positive(3)]),
    Row("power", lambda x: x**3, lambda x: x**3, [A]),
    Row("power half", lambda x: x**0.5, np.sqrt, [positive(3)]),
    Row("power of tensor", ops.power, np.power, [positive(3), normal(3)]),
    Row("number to the power", lambda x: 2**x, lambda x: 2**x, [A]),
    Row("matmul", lambda x, y: x @ y, np.matmul, [A, normal(4, 2)]),
    Row("matmul row", ops.matmul, np.matmul, [normal(4), normal(4, 2)]),
    Row("matmul column", ops.matmul, np.matmul, [A, normal(4)]),
    Row("matmul vectors", ops.matmul, np.matmul, [normal(4), normal(4)]),
    Row("matmul stack", ops.matmul, np.matmul, [normal(2, 3, 4), normal(4, 2)]),
    Row("matmul stacks", ops.matmul, np.matmul, [normal(2, 3, 4), normal(2, 4, 2)]),
    Row("matmul row stack", ops.matmul, np.matmul, [normal(4), normal(2, 4, 3)]),
    Row("exp", ops.exp, np.exp, [A]),
    Row("log", ops.log, np.log, [positive(3, 2)]),
    Row("sqrt", ops.sqrt, np.sqrt, [positive(3, 2)]),
    Row("abs", ops.abs, np.abs, [SIGNED]),
    Row("sum", ops.sum, np.sum, [A]),
    Row("sum axis", lambda x: ops.sum(x, axis=0), lambda x: x.sum(axis=0), [A]),
    Row(
        "sum axes",
        lambda x: ops.sum(x, axis=(0, -1)),
        lambda x: x.sum(axis=(0, -1)),
        [normal(2, 3, 4)],
    ),
    Row(
        "sum keepdims",
        lambda x: x.sum(axis=1, keepdims=True),
        lambda x: x.sum(axis=1, keepdims=True),
        [A],
    ),
    Row("mean", ops.mean, np.mean, [A]),
    Row("mean axis", lambda x: x.mean(axis=-1), lambda x: x.mean(axis=-1), [A]),
    Row("max", ops.max, np.max, [A]),
    Row("max axis", lambda x: ops.max(x, axis=1), first_winner, [A]),
    Row(
        "max keepdims",
        lambda x: ops.max(x, axis=0, keepdims=True),
        lambda x: x.max(axis=0, keepdims=True),
        [A],
    ),
    Row("reshape", lambda x: ops.reshape(x, (2, -1)), lambda x: x.reshape(2, -1), [A]),
    Row("transpose", ops.transpose, np.transpose, [A]),
    Row(
        "transpose axes",
        lambda x: ops.transpose(x, (2, 0, 1)),
        lambda x: x.transpose(2, 0, 1),
        [normal(2, 3, 4)],
    ),
    Row("concat", lambda *x: ops.concat(x), lambda *x: np.concatenate(x), [A, B]),
    Row(
        "concat axis",
        lambda *x: ops.concat(x, axis=-1),
        lambda *x: np.concatenate(x, axis=-1),
        [A, COLUMN, B],
    ),
    Row("slice", lambda x: x[1:, ::2], lambda x: x[1:, ::2], [A]),
    Row("slice row", lambda x: x[-1, ...], lambda x: x[-1], [A]),
    Row("slice element", lambda x: ops.slice(x, (1, 2)), lambda x: x[1, 2], [A]),
    Row(
        "where",
        lambda x, y: ops.where(x.data > 0.2, x, y),
        lambda x, y: np.where(MASK, x, y),
        [A, ROW],
    ),
    Row(
        "where number",
        lambda x: ops.where(x.data > 0.2, x, 0.0),
        lambda x: np.where(MASK, x, 0.0),
        [A],
    ),
    Row("relu", ops.relu, lambda z: np.maximum(z, 0), [SIGNED]),
    Row(
        "leaky_relu",
        ops.leaky_relu,
        lambda z: np.where(z > 0, z, 0.2 * z),
        [SIGNED],
    ),
    Row("sigmoid", ops.sigmoid, lambda z: 1 / (1 + np.exp(-z)), [A]),
    Row("tanh", ops.tanh, np.tanh, [A]),
    Row("softplus", ops.softplus, lambda z: np.log(1 + np.exp(z)), [A]),
    Row("softmax", ops.softmax, softmax, [A]),
    Row("softmax axis", lambda z: ops.softmax(z, 0), lambda z: softmax(z, 0), [A]),
    Row("elu", activations.elu, lambda z: np.where(z > 0, z, np.expm1(z)), [SIGNED]),
    Row(
        "selu",
        activations.selu,
        lambda z: (
            1.0507009873554805 * np.where(z > 0, z, 1.6732632423543772 * np.expm1(z))
        ),
        [SIGNED],
    ),
    Row(
        "hard_sigmoid",
        activations.hard_sigmoid,
        lambda z: np.clip(z / 6 + 0.5, 0, 1),
        [5 * A],
    ),
    Row(
        "mape",
        lambda p, t: losses.mean_absolute_percentage_error(t, p),
        lambda p, t: 100 * (np.abs(p - t) / np.abs(t)).mean(axis=-1),
        [PREDICTED, np.abs(TARGET) + 0.1],
    ),
    Row(
        "msle",
        lambda p, t: losses.mean_squared_logarithmic_error(t, p),
        lambda p, t: ((np.log1p(p) - np.log1p(t)) ** 2).mean(axis=-1),
        [np.abs(PREDICTED) + 0.1, np.abs(TARGET) + 0.1],
    ),
    Row("silu", activations.silu, lambda z: z / (1 + np.exp(-z)), [A]),
    Row("softsign", activations.softsign, lambda z: z / (1 + np.abs(z)), [SIGNED]),
    Row(
        "log_softmax",
        activations.log_softmax,
        lambda z: np.log(softmax(z)),
        [A],
    ),
    Row("exponential", activations.exponential, np.exp, [A]),
    Row(
        "linear",
        ops.linear,
        lambda x, W, b: x @ W + b,
        [A, normal(4, 2), normal(2)],
    ),
    Row("linear without b", ops.linear, lambda x, W: x @ W, [A, normal(4, 2)]),
    Row(
        "linear in time",
        ops.linear,
        lambda x, W, b: x @ W + b,
        [normal(2, 3, 4), normal(4, 2), normal(2)],
    ),
    Row(
        "mse",
        regression.MeanSquaredError(),
        lambda p, t: ((p - t) ** 2).mean(),
        [PREDICTED, TARGET],
    ),
    Row(
        "mae",
        regression.MeanAbsoluteError(),
        lambda p, t: np.abs(p - t).mean(),
        [PREDICTED, TARGET],
    ),
    Row("huber", regression.Huber(), huber, [PREDICTED, TARGET]),
    Row(
        "huber limit",
        regression.Huber(0.4),
        lambda p, t: huber(p, t, 0.4),
        [PREDICTED, TARGET],
    ),
    Row(
        "log_cosh",
        regression.LogCosh(),
        lambda p, t: np.log(np.cosh(p - t)).mean(),
        [PREDICTED, TARGET],
    ),
    Row(
        "shared input",
        lambda x, y: x * y + ops.exp(x) - y / (x * x),
        lambda x, y: x * y + np.exp(x) - y / (x * x),
        [positive(3), normal(3)],
    ),
]

# A fused op beside what it stands for, made of elementary ops.
TWINS = [
    Row("linear", ops.linear, lambda x, W, b: x @ W + b, [A, normal(4, 2), normal(2)]),
    Row(
        "sigmoid",
        ops.sigmoid,
        lambda z: 1 / (1 + ops.exp(-z)),
        [A],
    ),
    Row("relu", ops.relu, lambda z: 0.5 * (z + ops.abs(z)), [SIGNED]),
    Row("softplus", ops.softplus, lambda z: ops.log(1 + ops.exp(z)), [A]),
    Row(
        "tanh",
        ops.tanh,
        lambda z: (ops.exp(z) - ops.exp(-z)) / (ops.exp(z) + ops.exp(-z)),
        [A],
    ),
    Row(
        "softmax",
        ops.softmax,
        lambda z: ops.exp(z) / ops.exp(z).sum(axis=-1, keepdims=True),
        [A],
    ),
    Row(
        "mse",
        lambda p, t: losses.MeanSquaredError()(t, p),
        lambda p, t: losses.mean_squared_error(t, p).mean(),
        [PREDICTED, TARGET],
    ),
    Row(
        "mae",
        lambda p, t: losses.MeanAbsoluteError()(t, p),
        lambda p, t: losses.mean_absolute_error(t, p).mean(),
        [PREDICTED, TARGET],
    ),
    Row(
        "huber",
        lambda p, t: losses.Huber(0.7)(t, p),
        lambda p, t: losses.huber(t, p, 0.7).mean(),
        [PREDICTED, TARGET],
    ),
    Row(
        "log_cosh",
        lambda p, t: losses.LogCosh()(t, p),
        lambda p, t: losses.log_cosh(t, p).mean(),
        [PREDICTED, TARGET],
    ),
]


def backward(function, arrays, delta):
    """Return the output of a function of tensors, and the inputs' gradients."""
    inputs = [Tensor(array, requires_grad=True) for array in arrays]
    output = function(*inputs)
    output.backward(delta)
    return output, [x.grad for x in inputs]


def check_row(row, column):
    """Value, gradients, dtype and device of a row of the table in a column."""
    hosted = [np.array(array) for array in row.inputs]
    expected = row.reference(*hosted)
    delta = np.cos(np.arange(expected.size, dtype="float64")).reshape(expected.shape)
    arrays = [column.upload(array) for array in hosted]
    output, gradients = backward(row.function, arrays, column.upload(delta))

    column.check_home(output.data, f"the output of {row.name}")
    assert tuple(output.shape) == expected.shape
    column.check_equal(output.data, expected, f"value of {row.name}")
    for number, gradient in enumerate(gradients):
        what = f"the gradient by input {number} of {row.name}"
        column.check_home(gradient, what)
        assert tuple(gradient.shape) == hosted[number].shape, what
        slope = differences(
            lambda *moved: math.fsum((row.reference(*moved) * delta).ravel()),
            hosted,
            number,
        )
        np.testing.assert_allclose(
            to_numpy(gradient), slope, column.rtol, 1e-7 + column.atol, err_msg=what
        )
    for array, host in zip(arrays, hosted, strict=True):
        column.check_equal(array, host, f"{row.name} changed its input")
