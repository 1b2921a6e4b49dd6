"""Numbers of page 6.4: momentum, Nesterov's look-ahead, clipping, penalties."""

import numpy as np
import pytest

from dlcore import Tensor
from dlcore.optimizers import SGD
from dlcore.teach import chapter06_momentum as momentum
from dlcore.teach.chapter06_runs import follow
from dlcore.teach.check import examine

# -- C6.27 to C6.30 --------------------------------------------------------------------


def test_the_right_sign_and_the_misprint():
    assert momentum.heavy_ball(1)[-1] == pytest.approx(0.038, abs=5e-4)
    assert abs(momentum.heavy_ball(-1)[-1]) == pytest.approx(9.5e6, rel=2e-3)
    assert momentum.heavy_ball(1)[:4] == pytest.approx([1, 0.9, 0.72, 0.486])
    library = follow(SGD(0.1, momentum=0.9), lambda theta: theta, [1.0], 60)
    np.testing.assert_allclose(library[:, 0], momentum.heavy_ball(1), atol=1e-12)


def test_the_check_knows_the_misprint():
    def momentum_step(theta, v, g, learning_rate, momentum):
        v = momentum * v - learning_rate * g
        return theta - v, v

    assert "this climbs" in str(examine(momentum_step))


def test_velocity_is_a_fading_sum():
    rng = np.random.default_rng(0)
    gradients, v = rng.normal(size=30), 0.0
    for g in gradients:
        v = 0.9 * v - 0.1 * g
    weights = 0.9 ** np.arange(30)[::-1]
    assert v == pytest.approx(-0.1 * (weights * gradients).sum())


@pytest.mark.parametrize("mu", [0.5, 0.9, 0.99])
def test_effective_step(mu):
    v = 0.0
    for _ in range(3000):
        v = mu * v - 0.01
    assert v == pytest.approx(-0.01 / (1 - mu))


@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("nesterov", [False, True])
def test_limits_of_the_learning_rate(mu, nesterov):
    curvature = 7.0
    limit = 2 * (1 + mu) / curvature / (1 + 2 * mu * nesterov)
    for share, stays in [(0.99, True), (1.01, False)]:
        optimizer = SGD(share * limit, momentum=mu, nesterov=nesterov)
        points = follow(optimizer, lambda theta: curvature * theta, [1.0], 3000)
        assert (abs(points[-1, 0]) < 1) == stays


@pytest.mark.parametrize("kappa", [16.0, 61.3])
def test_best_factor_of_momentum(kappa):
    _, factor = momentum.best_factors(kappa)
    optimizer = SGD((1 + factor) ** 2 / kappa, momentum=factor**2)
    scale = np.array([1.0, kappa])
    points = follow(optimizer, lambda theta: scale * theta, [1.0, 1.0], 60)
    # at both ends the two solutions coincide, so the distance goes like t factor^t
    ratio = np.abs(points[60] / points[30]) ** (1 / 30)
    assert (ratio > factor - 0.01).all()
    assert (ratio < factor * 2.2 ** (1 / 30)).all()


def test_nesterov_in_the_library_follows_the_point_ahead():
    path = follow(SGD(0.1, momentum=0.9, nesterov=True), lambda p: 4 * p, [1.0], 25)
    theta, v = 1.0, 0.0
    for step in range(1, 26):
        v = 0.9 * v - 0.1 * 4 * (theta + 0.9 * v)
        theta = theta + v
        assert path[step, 0] == pytest.approx(theta + 0.9 * v)


def test_momentum_and_look_ahead_in_the_valley():
    plain, heavy = (
        momentum.steps_to(momentum.valley(mu, 0.5, steps=400)) for mu in (0.0, 0.8)
    )
    assert heavy < plain / 5
    ahead = momentum.steps_to(momentum.valley(0.9, 0.5, nesterov=True))
    assert ahead < momentum.steps_to(momentum.valley(0.9, 0.5))
    assert momentum.steps_to(momentum.valley(0.9, 0.9, nesterov=True)) is None


def test_a_ball_crosses_the_dip_from_08_on():
    ends = {mu: momentum.rolling(mu)[-1] for mu in (0.0, 0.5, 0.8, 0.9)}
    assert ends[0.0] == pytest.approx(3.1, abs=0.02) == ends[0.5]
    assert abs(ends[0.8]) < 0.01 > abs(ends[0.9])
    grid, h = np.linspace(-3, 5.5, 40), 1e-6
    nudged = momentum.slope_with_dip(grid + h) - momentum.slope_with_dip(grid - h)
    np.testing.assert_allclose(
        momentum.slope_with_dip_gradient(grid), nudged / (2 * h), atol=1e-7
    )


def test_momentum_on_the_hotels():
    first = {}
    for mu in (0.0, 0.9):
        curve = momentum.hotel_runs(mu, 0.08).curve
        first[mu] = next(e for e in curve if np.median(curve[e]) < 60)
    assert first == {0.0: 375, 0.9: 75}
    assert np.mean(momentum.hotel_runs(0.99, 0.08).mse < 60) < 0.3


# -- C6.42 and C6.43 -------------------------------------------------------------------


def step_of(gradient, **settings):
    W = Tensor(np.zeros(len(gradient)), requires_grad=True)
    SGD(learning_rate=1.0, **settings).apply([np.array(gradient)], [W])
    return -W.data


def test_clipping():
    assert step_of([3.0, 4.0], clipnorm=1.0) == pytest.approx([0.6, 0.8])
    assert step_of([0.3, 0.4], clipnorm=1.0) == pytest.approx([0.3, 0.4])
    assert step_of([3.0, 4.0], clipvalue=1.0) == pytest.approx([1.0, 1.0])


def test_penalties():
    theta, alpha, h = np.array([1.5, -0.4]), 0.3, 1e-6
    for penalty, slope in [
        (lambda t: alpha * (t**2).sum(), 2 * alpha * theta),
        (lambda t: alpha * np.abs(t).sum(), alpha * np.sign(theta)),
    ]:
        found = [
            (penalty(theta + d) - penalty(theta - d)) / (2 * h) for d in h * np.eye(2)
        ]
        np.testing.assert_allclose(found, slope, atol=1e-8)
