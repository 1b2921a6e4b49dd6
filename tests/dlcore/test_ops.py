"""Every op, in every column: value, gradient, dtype, device; and that mistakes show."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from dlcore import Tensor, ops
from tests.dlcore import (
    op_table,
    rows_activations,
    rows_convolution,
    rows_losses,
    rows_sequences,
)
from tests.dlcore.columns import COLUMNS, Column
from tests.dlcore.op_table import Row, backward, check_row

TABLES = (op_table, rows_activations, rows_convolution, rows_losses, rows_sequences)
ROWS = [row for table in TABLES for row in table.ROWS]
TWINS = [row for table in TABLES for row in table.TWINS]

RED = Path(__file__).resolve().parents[1] / "red" / "ops.py"


def by_name(row):
    return row.name.replace(" ", "-")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_row(row, column):
    check_row(row, column)


@pytest.mark.parametrize("row", TWINS, ids=by_name)
def test_fused_op_equals_its_elementary_twin(row):
    delta = np.cos(np.arange(1.0 + row.function(*row.inputs).data.size))[1:]
    delta = delta.reshape(row.function(*row.inputs).shape)
    fused, fused_gradients = backward(row.function, row.inputs, delta)
    twin, twin_gradients = backward(row.reference, row.inputs, delta)
    assert nodes(fused) < nodes(twin)
    np.testing.assert_allclose(fused.data, twin.data, rtol=1e-12)
    for one, other in zip(fused_gradients, twin_gradients, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-14)


def nodes(tensor):
    """How many ops are behind a tensor."""
    seen, waiting = set(), [tensor]
    while waiting:
        op = waiting.pop().op
        if op is not None and op not in seen:
            seen.add(op)
            waiting += op.inputs
    return len(seen)


def load_red():
    spec = importlib.util.spec_from_file_location("red_ops", RED)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.MISTAKES


MISTAKES = load_red()
FOUND = (AssertionError, AttributeError, RuntimeError, TypeError, ValueError)
EVERY_COLUMN = [Column(*column.values[0]) for column in COLUMNS[:4]]


@pytest.mark.parametrize("mistake", MISTAKES, ids=by_name)
def test_the_table_finds_the_mistake(mistake):
    row = Row(mistake.name, mistake.function, mistake.reference, mistake.inputs)
    for column in EVERY_COLUMN:
        if column in mistake.found_by:
            with pytest.raises(FOUND):
                check_row(row, column)
        else:
            check_row(row, column)
    assert mistake.found_by


def test_of_equal_ones_the_first_alone_wins():
    x = Tensor(np.array([[2.0, 5.0, 5.0, 1.0]]), requires_grad=True)
    ops.max(x, axis=1).sum().backward()
    assert x.grad.tolist() == [[0.0, 1.0, 0.0, 0.0]]


def test_relu_stops_the_gradient_at_its_corner():
    z = Tensor([-1.0, 0.0, 1.0], requires_grad=True)
    ops.relu(z).sum().backward()
    assert z.grad.tolist() == [0.0, 0.0, 1.0]


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "softmax", "tanh"])
def test_large_numbers_do_not_overflow(name):
    z = Tensor([-1000.0, 0.0, 1000.0], requires_grad=True)
    with np.errstate(over="raise", invalid="raise"):
        a = getattr(ops, name)(z)
        a.sum().backward()
    assert np.isfinite(a.data).all()
    assert np.isfinite(z.grad).all()


def test_first_layer_spares_the_gradient_of_data():
    x, W, b = Tensor(np.ones((2, 3))), Tensor(np.ones((3, 1))), Tensor(np.ones(1))
    W.requires_grad = b.requires_grad = True
    z = ops.linear(x, W, b)
    z.sum().backward()
    assert x.grad is None
    assert z.op.backward(np.ones((2, 1)))[0] is None


def test_cast_goes_both_ways():
    x = Tensor(np.array([1.0, 2.0]), requires_grad=True)
    y = ops.cast(x, "float32")
    assert y.dtype == np.float32
    y.sum().backward()
    assert x.grad.dtype == np.float64
