"""Numbers of page 6.3: the noise ball, rates of convergence, schedules."""

import numpy as np
import pytest

from dlcore.teach import chapter06_batches, chapter06_noise
from dlcore.teach import chapter06_runs as runs

# -- C6.21 and C6.22 -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate", "quoted"), [(0.2, 0.111), (0.1, 0.053), (0.05, 0.0257), (0.025, 0.0125)]
)
def test_noise_ball(rate, quoted):
    found = chapter06_noise.measured_variance(rate)
    assert found == pytest.approx(rate / (2 - rate), rel=0.02)
    assert found == pytest.approx(quoted, rel=0.02)
    assert chapter06_noise.stationary(rate) == pytest.approx(quoted, rel=0.015)


def test_one_over_r_is_the_running_mean():
    spread = chapter06_noise.ball(1.0, "rate / r", start=0.0)[2]
    assert spread[4000] == pytest.approx(0.0158, abs=6e-4)
    assert 1 / np.sqrt(4000) == pytest.approx(0.0158, abs=5e-5)
    rng = np.random.default_rng(3)
    noise = rng.normal(size=50)
    theta = 5.0
    for r, z in enumerate(noise, start=1):
        theta = theta - (theta + z) / r
    assert theta == pytest.approx(-noise.mean())


def test_a_falling_rate_can_be_too_small_to_arrive():
    _, mean, spread = chapter06_noise.ball(0.1, "rate / r")
    assert mean[4000] > 0.7
    assert spread[4000] < 0.1


def test_which_rules_satisfy_the_two_conditions():
    r = np.arange(1, 10**6 + 1)

    def grows(values):
        """Whether the last nine tenths of the terms still add a good part."""
        return values[10**5 :].sum() > 0.02 * values.sum()

    rules = {
        "constant": (0.1 + 0 * r, True, True),
        "1/sqrt": (1 / np.sqrt(r), True, True),
        "1/r": (1 / r, True, False),
        "3/4": (r**-0.75, True, False),
        "square": (1.0 / r**2, False, False),
        "power": (0.99**r, False, False),
    }
    for eta, first, second in rules.values():
        assert (grows(eta), grows(eta**2)) == (first, second)


# -- C6.23 -----------------------------------------------------------------------------


def test_rates_of_convergence():
    full, sgd = chapter06_noise.slopes()
    assert full == pytest.approx(-1, abs=0.05)
    assert sgd == pytest.approx(-0.5, abs=0.06)


# -- C6.24 to C6.26 --------------------------------------------------------------------


def test_slope_of_the_dips():
    theta, h = np.linspace(-1.7, 1.8, 30), 1e-6
    nudged = (chapter06_noise.dips(theta + h) - chapter06_noise.dips(theta - h)) / (
        2 * h
    )
    np.testing.assert_allclose(chapter06_noise.dips_slope(theta), nudged, atol=1e-7)


def test_noise_and_the_dips():
    def deep(noise, rule):
        return np.mean(chapter06_noise.dip_runs(noise, rule)[2000] > 0)

    assert deep(0, "constant") == 0
    assert deep(3, "constant") > 0.85
    assert 0.4 < deep(6, "constant") < 0.75
    assert deep(6, "falling") > deep(6, "constant") + 0.1


# -- C6.31 to C6.33 --------------------------------------------------------------------


def test_every_schedule_helps_at_a_good_rate():
    shares = {
        name: np.mean(chapter06_noise.scheduled(name, 0.08).mse < 60)
        for name in chapter06_noise.SCHEDULES
    }
    constant = shares.pop("constant")
    assert constant == pytest.approx(0.73, abs=0.005)
    assert all(share > constant + 0.1 for share in shares.values())


def test_the_rate_is_the_main_dial():
    share = {rate: np.mean(runs.sgd_runs(24, rate).mse < 60) for rate in (0.005, 0.08)}
    assert share[0.005] == 0
    assert share[0.08] > 0.75
    assert np.nanmedian(runs.sgd_runs(24, 0.8).mse) > 1000


def test_equal_ratios_of_rate_and_batch_give_equal_excess():
    rng = np.random.default_rng(0)
    best = chapter06_batches.BEST
    x, y = chapter06_batches.DISTANCE, chapter06_batches.PRICE

    def excess(rate, m):
        theta, total = np.tile(best, (400, 1)), 0.0
        for step in range(800):
            rows = rng.integers(24, size=(400, m))
            error = theta[:, :1] * x[rows] + theta[:, 1:] - y[rows]
            slopes = [(error * x[rows]).mean(axis=1), error.mean(axis=1)]
            theta = theta - rate * 2 * np.stack(slopes, axis=1)
            total += ((theta - best) ** 2).sum(axis=1).mean() * (step >= 400)
        return total / 400

    one = excess(0.01, 1)
    assert excess(0.04, 4) == pytest.approx(one, rel=0.1)
    assert excess(0.04, 1) == pytest.approx(4 * one, rel=0.2)
