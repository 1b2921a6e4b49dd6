"""The tape: order, sums at forks, overwriting, freedom of memory, operators."""

import gc
import weakref

import numpy as np
import pytest

from dlcore import Tensor, no_grad, ops
from dlcore.tensor import Op, inputs_first


def leaf(data, name=None):
    return Tensor(data, requires_grad=True, name=name)


def test_the_classic_fork():
    a = leaf(3.0)
    b = a + a
    c = b + b
    c.backward()
    assert float(c) == 12.0
    assert float(a.grad) == 4.0
    assert float(b.grad) == 2.0


class Counted(Op):
    """x itself, counting how often it is asked to go backward."""

    def __init__(self):
        self.visits = 0

    def forward(self, x):
        return x + 0.0

    def backward(self, delta):
        self.visits += 1
        return (delta,)


def test_each_node_is_visited_once():
    x, steps = leaf(1.0), []
    for _ in range(20):
        step = Counted()
        x_next = step(x)
        x = x_next + x_next
        steps.append(step)
    x.backward()
    assert [step.visits for step in steps] == [1] * 20


def test_inputs_come_before_results():
    a, b = leaf(1.0), leaf(2.0)
    c = a * b
    d = c + a
    order = inputs_first(d * c)
    assert len(order) == len(set(order)) == 5
    for tensor in order:
        for x in tensor.op.inputs if tensor.op else ():
            assert order.index(x) < order.index(tensor)


def test_a_graph_may_be_deeper_than_python():
    x = leaf(1.0)
    y = x
    for _ in range(5000):
        y = y + 1.0
    y.backward()
    assert float(x.grad) == 1.0


def test_backward_overwrites():
    x = leaf([1.0, 2.0])
    loss = (x * x).sum()
    loss.backward()
    first = x.grad
    loss.backward()
    np.testing.assert_array_equal(x.grad, first)
    (x * 3.0).sum().backward()
    np.testing.assert_array_equal(x.grad, [3.0, 3.0])


def test_gradients_of_what_was_not_reached_are_none():
    x, other = leaf(1.0), leaf(1.0)
    (other * 2.0).backward()
    gradients = (x * 2.0).gradients([x, other])
    assert float(gradients[0]) == 2.0
    assert gradients[1] is None


def test_gradients_are_read_only_and_may_be_shared():
    a, b = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    c = a + b
    (c * c).sum().backward()
    for grad in (a.grad, b.grad, c.grad):
        with pytest.raises(ValueError, match="read-only"):
            grad *= 2
    np.testing.assert_array_equal(a.grad, [8.0, 12.0])


def test_the_caller_keeps_the_gradient_that_it_passed():
    x, grad = leaf([1.0, 2.0]), np.array([1.0, 1.0])
    (x * 2.0).backward(grad)
    grad[0] = 7.0
    np.testing.assert_array_equal(x.grad, [2.0, 2.0])


def test_inputs_need_no_gradient_unless_asked():
    x, w = Tensor([1.0, 2.0]), leaf([3.0, 4.0])
    (x * w).sum().backward()
    assert x.grad is None
    assert x not in inputs_first((x * w).sum())


def test_a_graph_is_freed_without_the_collector():
    gc.collect()
    gc.disable()
    try:
        x = leaf(np.ones((10, 10)))
        hidden = ops.relu(ops.linear(x, leaf(np.ones((10, 3))), leaf(np.ones(3))))
        loss = (hidden * hidden).mean()
        loss.backward()
        gone = [weakref.ref(hidden), weakref.ref(loss), weakref.ref(loss.op)]
        del hidden, loss
        assert [reference() for reference in gone] == [None, None, None]
    finally:
        gc.enable()


def test_no_grad_keeps_no_tape():
    x = leaf(2.0)
    with no_grad():
        y = x * x
        with no_grad():
            pass
        assert (x + x).op is None
    assert y.op is None
    assert not y.requires_grad
    assert (x * x).op is not None


def test_no_grad_ends_with_an_error_too():
    with pytest.raises(ZeroDivisionError), no_grad():
        1 / 0  # noqa: B018
    assert (leaf(1.0) * 2.0).op is not None


@pytest.mark.parametrize(
    ("calculate", "expected"),
    [
        (lambda x: x + 1, [3.0, 5.0]),
        (lambda x: 1 + x, [3.0, 5.0]),
        (lambda x: x - 1, [1.0, 3.0]),
        (lambda x: 1 - x, [-1.0, -3.0]),
        (lambda x: x * 2, [4.0, 8.0]),
        (lambda x: 2 * x, [4.0, 8.0]),
        (lambda x: x / 2, [1.0, 2.0]),
        (lambda x: 2 / x, [1.0, 0.5]),
        (lambda x: -x, [-2.0, -4.0]),
        (lambda x: x**2, [4.0, 16.0]),
        (lambda x: 2**x, [4.0, 16.0]),
        (lambda x: abs(-x), [2.0, 4.0]),
        (lambda x: np.array([1.0, 2.0]) + x, [3.0, 6.0]),
        (lambda x: x * np.array([1.0, 2.0]), [2.0, 8.0]),
        (lambda x: np.eye(2) @ x, [2.0, 4.0]),
        (lambda x: x @ np.eye(2), [2.0, 4.0]),
        (lambda x: x[::-1], [4.0, 2.0]),
        (lambda x: x.T, [2.0, 4.0]),
    ],
)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_operators(calculate, expected, dtype):
    x = leaf(np.array([2.0, 4.0], dtype=dtype))
    y = calculate(x)
    assert isinstance(y, Tensor)
    assert y.dtype == dtype
    np.testing.assert_allclose(y.data, expected, rtol=1e-6)
    y.sum().backward()
    assert x.grad.dtype == dtype


def test_what_a_tensor_says_of_itself():
    x = Tensor(np.ones((2, 2)), name="x")
    assert repr(Tensor([1.0, 2.0])) == "Tensor([1. 2.], shape=(2,))"
    assert "name='x'" in repr(x)
    assert (x.shape, len(x), str(x.dtype)) == ((2, 2), 2, "float64")
    assert float(Tensor(2)) == 2.0
    np.testing.assert_array_equal(np.asarray(x), x.numpy())
