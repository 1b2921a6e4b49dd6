"""Page 9.4's numbers: penalties on weights, alone and in networks."""

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, regularizers, utils
from dlcore.layers import Dense
from dlcore.optimizers import SGD, Adam, AdamW
from dlcore.teach import chapter03
from dlcore.teach import chapter09_penalties as page
from dlcore.teach import chapter09_weights as weights


@pytest.mark.parametrize(("l1", "l2"), [(0, 0), (0, 0.01), (0.01, 0), (0.02, 0.03)])
def test_networks_side_by_side_are_those_that_fit_trains(l1, l2):
    many = page.train_penalized(page.X, page.Y, [3, 5], l1, l2, units=4, epochs=40)
    for place, seed in enumerate((3, 5)):
        model = page.model(l1, l2, seed, units=4)
        model.fit(page.X, page.Y, epochs=40, batch_size=16, verbose=0)
        for ours, theirs in zip(many, model.get_weights(), strict=True):
            np.testing.assert_allclose(ours[place], theirs, atol=1e-9)


def test_every_network_has_a_strength_of_its_own():
    both = page.train_penalized(page.X, page.Y, [0, 0], l2=[0.0, 0.1], epochs=30)
    one = page.train_penalized(page.X, page.Y, [0], l2=0.1, epochs=30)
    np.testing.assert_allclose(both[0][1], one[0][0], atol=1e-12)
    assert np.abs(both[0][0] - both[0][1]).max() > 1e-3


def test_right_price_halves_the_error_on_fresh_data():
    for kind in page.KINDS:
        seen, fresh = (np.median(found, axis=1) for found in page.errors(kind))
        assert (np.diff(seen) > -1e-3).all()
        assert seen[0] < 0.02
        assert fresh.min() < 0.5 * fresh[0]
        assert 0 < fresh.argmin() < len(page.STRENGTHS) - 1
        assert fresh[-1] > fresh[0]


def test_l1_leaves_few_weights_and_l2_leaves_all():
    left = {
        kind: (np.abs(page.kernels(page.fit_of(kind, 0.001))) >= 0.05).sum()
        for kind in page.KINDS
    }
    assert left == {"L2": 60, "L1": 4}


def test_size_matters_without_a_price_and_hardly_with_one():
    sizes = page.sizes()
    free = {units: np.median(errors[0]) for units, errors in sizes.items()}
    assert min(free, key=free.get) in (2, 3, 5)
    assert free[100] > 2 * min(free.values())
    paid = np.array([sizes[units][1] for units in page.SIZES if units >= 3])
    assert paid.max() - paid.min() < 0.02


@pytest.mark.parametrize(("l1", "l2"), [(0, 1), (1, 0), (0.5, 0.5), (3, 0), (0, 0)])
@pytest.mark.parametrize("best", weights.BEST)
def test_closed_form_is_the_lowest_point(best, l1, l2):
    grid = np.linspace(-2, 2, 40001)
    total = (grid - best) ** 2 + weights.penalty(grid, l1, l2)
    found = weights.best_weight(best, l1, l2)
    assert grid[total.argmin()] == pytest.approx(found, abs=2e-4)


@pytest.mark.parametrize(("l1", "l2"), [(0.3, 0.0), (0.0, 0.4), (0.2, 0.3)])
def test_gradient_of_the_penalty_by_differences(l1, l2):
    w = Tensor(np.array([1.5, -0.4, 0.3]), requires_grad=True)
    regularizers.L1L2(l1, l2)(w).backward()
    for k in range(3):
        up, down = w.data.copy(), w.data.copy()
        up[k] += 1e-6
        down[k] -= 1e-6
        difference = weights.penalty(up, l1, l2) - weights.penalty(down, l1, l2)
        assert w.grad[k] == pytest.approx(difference.sum() / 2e-6, abs=1e-6)
    np.testing.assert_allclose(w.grad, l1 * np.sign(w.data) + 2 * l2 * w.data)


def test_l1_keeps_distance_and_rating_and_l2_keeps_all():
    assert np.flatnonzero(weights.neuron(0.5, 0.0)[0]).tolist() == [0, 1]
    assert (weights.neuron(0.0, 3.0)[0] != 0).all()
    assert (weights.neuron(1.2, 0.0)[0] == 0).all()
    zeros = [(weights.neuron(s, 0.0)[0] == 0).sum() for s in weights.COLUMN_STRENGTHS]
    assert (np.diff(zeros) >= 0).all()
    assert zeros[0] == 0


def test_l2_minimum_is_that_of_ridge_regression():
    x, y = weights.columns()[0], chapter03.Y[:, 0]
    exact = np.linalg.solve(x.T @ x / 24 + 0.5 * np.eye(10), x.T @ y / 24)
    np.testing.assert_allclose(weights.neuron(0.0, 0.5)[0], exact, atol=1e-9)


def test_plain_steps_with_l1_hop_around_zero():
    utils.set_random_seed(0)
    layer = Dense(1, kernel_regularizer=regularizers.L1(0.5))
    model = Sequential([Input(shape=(10,)), layer], dtype="float64")
    model.compile(SGD(learning_rate=0.08), loss="mse")
    x = weights.columns()[0]
    model.fit(x, chapter03.Y, epochs=400, batch_size=24, verbose=0)
    w = model.get_weights()[0]
    assert (w != 0).all()
    assert np.abs(w[2:]).max() < 3 * 0.08 * 0.5


def test_l2_is_weight_decay_for_sgd_and_not_for_adam():
    def after(optimizer, pull):
        w = Tensor(np.array([2.0]), requires_grad=True)
        optimizer.apply([np.array([pull])], [w])
        return w.data[0]

    for lam in (0.1, 0.001):
        decayed = 2 * (1 - 2 * 0.01 * lam)
        assert after(SGD(0.01), 2 * lam * 2) == pytest.approx(decayed)
        assert after(SGD(0.01, weight_decay=2 * lam), 0.0) == pytest.approx(decayed)
        assert after(AdamW(0.01, weight_decay=2 * lam), 0.0) == pytest.approx(decayed)
        assert after(Adam(0.01), 2 * lam * 2) == pytest.approx(1.99, abs=1e-5)


def test_hotels_with_13_parameters_gain_nothing():
    medians = {
        s: [np.median(e) for e in page.hotels(s)] for s in (0.0, 0.001, 0.01, 0.03)
    }
    assert medians[0.0][1] == pytest.approx(90.6, abs=5)
    assert min(m[1] for m in medians.values()) > 0.85 * medians[0.0][1]
    assert medians[0.03][0] > 2 * medians[0.0][0]
