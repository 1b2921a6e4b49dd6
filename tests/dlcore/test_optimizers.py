"""Optimizers: their formulas over several steps, clipping, decay, schedules."""

import math

import numpy as np
import pytest

from dlcore import Tensor, optimizers

START = np.array([1.0, -2.0, 3.0])
GRADIENTS = [np.array(g) for g in ([1.0, 0.5, -2.0], [0.2, -1.0, 0.0], [3.0, 1.0, 1.0])]


def after(optimizer, gradients=GRADIENTS):
    """Return the weights after a step for each gradient."""
    W = Tensor(START.copy(), requires_grad=True)
    for dW in gradients:
        optimizer.apply([dW], [W])
    return W.data


def sgd(rate=0.1):
    W = START
    for g in GRADIENTS:
        W = W - rate * g
    return W


def momentum(nesterov, rate=0.1, share=0.9):
    W, v = START, 0.0
    for g in GRADIENTS:
        v = share * v - rate * g
        W = W + (share * v - rate * g if nesterov else v)
    return W


def rmsprop(rate=0.1, rho=0.8, share=0.0, epsilon=1e-7):
    W, v, velocity = START, 0.0, 0.0
    for g in GRADIENTS:
        v = rho * v + (1 - rho) * g**2
        velocity = share * velocity + rate * g / np.sqrt(v + epsilon)
        W = W - velocity
    return W


def adam(rate=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False):
    W, m, v, largest = START, 0.0, 0.0, 0.0
    for t, g in enumerate(GRADIENTS, start=1):
        m = beta_1 * m + (1 - beta_1) * g
        v = beta_2 * v + (1 - beta_2) * g**2
        largest = np.maximum(largest, v) if amsgrad else v
        step = rate * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
        W = W - step * m / (np.sqrt(largest) + epsilon)
    return W


@pytest.mark.parametrize(
    ("optimizer", "expected"),
    [
        (optimizers.SGD(0.1), sgd()),
        (optimizers.SGD(0.1, momentum=0.9), momentum(False)),
        (optimizers.SGD(0.1, momentum=0.9, nesterov=True), momentum(True)),
        (optimizers.RMSprop(0.1, rho=0.8), rmsprop()),
        (optimizers.RMSprop(0.1, rho=0.8, momentum=0.5), rmsprop(share=0.5)),
        (optimizers.Adam(0.1), adam()),
        (
            optimizers.Adam(0.1, beta_2=0.5, amsgrad=True),
            adam(beta_2=0.5, amsgrad=True),
        ),
    ],
    ids=["sgd", "momentum", "nesterov", "rmsprop", "rmsprop-m", "adam", "amsgrad"],
)
def test_three_steps(optimizer, expected):
    np.testing.assert_allclose(after(optimizer), expected, rtol=1e-12)
    assert optimizer.iterations == 3


def test_weight_decay_is_decoupled():
    W = after(optimizers.SGD(0.1, weight_decay=0.5), GRADIENTS[:1])
    np.testing.assert_allclose(W, START - 0.1 * 0.5 * START - 0.1 * GRADIENTS[0])


def moved(gradients, **clip):
    """Return how far two weights are moved by a step of rate 1."""
    weights = [Tensor(np.zeros(len(g)), requires_grad=True) for g in gradients]
    optimizers.SGD(1.0, **clip).apply(gradients, weights)
    return [-W.data for W in weights]


def test_clipping():
    long, short = np.array([3.0, 4.0]), np.array([0.3, 0.4])
    each = moved([long, short], clipnorm=1.0)
    np.testing.assert_allclose(each[0], [0.6, 0.8])
    np.testing.assert_allclose(each[1], short)
    elements = moved([long, short], clipvalue=0.35)
    np.testing.assert_allclose(np.concatenate(elements), [0.35, 0.35, 0.3, 0.35])
    together = np.concatenate(moved([long, short], global_clipnorm=1.0))
    assert np.linalg.norm(together) == pytest.approx(1.0)
    np.testing.assert_allclose(together[2:] / together[:2], 0.1)


def test_a_limit_set_later_counts_from_then_on():
    W, optimizer = Tensor(np.zeros(2), requires_grad=True), optimizers.SGD(1.0)
    optimizer.apply([np.array([3.0, 4.0])], [W])
    optimizer.clipnorm = 1.0
    optimizer.apply([np.array([3.0, 4.0])], [W])
    np.testing.assert_allclose(-W.data, [3.6, 4.8])


def test_clipping_one_gradient_shared_by_two_weights():
    shared = np.array([3.0, 4.0])
    both = np.concatenate(moved([shared, shared], global_clipnorm=1.0))
    assert np.linalg.norm(both) == pytest.approx(1.0)
    np.testing.assert_array_equal(shared, [3.0, 4.0])


def test_a_schedule_counts_steps():
    optimizer = optimizers.SGD(learning_rate=lambda step: 1.0 / (1 + step))
    ones = [np.ones(3)] * 3
    np.testing.assert_allclose(after(optimizer, ones), START - (1 + 1 / 2 + 1 / 3))


def test_the_learning_rate_can_be_set():
    optimizer = optimizers.SGD(0.1)
    optimizer.learning_rate = 0.5
    np.testing.assert_allclose(
        after(optimizer, GRADIENTS[:1]), START - 0.5 * GRADIENTS[0]
    )


def test_weights_without_a_gradient_stay():
    W = Tensor(START.copy(), requires_grad=True)
    optimizers.SGD(1.0, weight_decay=0.1).apply([None], [W])
    np.testing.assert_array_equal(W.data, START)


def test_memory_of_known_weights_is_kept():
    optimizer = optimizers.SGD(0.1, momentum=0.9)
    first, second = (Tensor(START.copy(), requires_grad=True) for _ in range(2))
    optimizer.apply([GRADIENTS[0]], [first])
    optimizer.apply([GRADIENTS[1], GRADIENTS[1]], [first, second])
    np.testing.assert_allclose(
        optimizer.slots[0][0], -0.09 * GRADIENTS[0] - 0.1 * GRADIENTS[1]
    )
    np.testing.assert_allclose(optimizer.slots[1][0], -0.1 * GRADIENTS[1])


@pytest.mark.parametrize("t", [1, 7, 999, 1000, 1001, 3000])
def test_nadam_multiplies_its_shares(t):
    optimizer = optimizers.Nadam(beta_1=0.999)
    product = math.prod(map(optimizer.share, range(1, t + 1)))
    for _ in range(2):  # the second time from what it remembers
        assert optimizer.product(t) == pytest.approx(product, rel=1e-12)


def test_nadam_goes_on_after_any_number_of_steps_at_once():
    optimizer, asked = optimizers.Nadam(), []
    share = optimizer.share
    optimizer.share = lambda t: asked.append(t) or share(t)
    optimizer.iterations = 10**6
    W = after(optimizer)
    assert np.isfinite(W).all()
    assert (W != START).all()
    assert len(asked) < 2000


@pytest.mark.parametrize(
    "optimizer",
    [
        optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        optimizers.Adagrad(0.1),
        optimizers.Adadelta(0.1),
        optimizers.RMSprop(0.1, momentum=0.5),
        optimizers.Adam(0.1, amsgrad=True),
        optimizers.Nadam(0.1),
    ],
    ids=lambda optimizer: type(optimizer).__name__,
)
def test_a_weight_without_axes_takes_the_way_of_one_with_an_axis(optimizer):
    single, row = Tensor(1.0, requires_grad=True), Tensor([1.0], requires_grad=True)
    for dW in GRADIENTS[0]:
        optimizer.apply([np.array(dW), np.array([dW])], [single, row])
    assert single.data == row.data[0] != 1.0
