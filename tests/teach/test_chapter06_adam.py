"""Numbers of page 6.5: AdaGrad, RMSProp, Adam and their comparison."""

import numpy as np
import pytest

from dlcore.optimizers import SGD, Adagrad, Adam, RMSprop
from dlcore.teach import chapter06_adam as page
from dlcore.teach.chapter06_runs import follow
from dlcore.teach.check import examine
from dlcore.teach.checks import chapter06 as checks
from dlcore.teach.checks import chapter06_rates as rates

GRADIENTS = np.random.default_rng(0).normal(size=60) * 3


def path_of(step, memory, *settings, counted=False):
    """Return the path of a step function of the checks from 0."""
    theta, state, points = 0.0, (0.0,) * memory, []
    for t, g in enumerate(GRADIENTS, start=1):
        count = (t,) if counted else ()
        theta, *state = step(theta, *state, g, *count, *settings)
        points.append(theta)
    return np.array(points)


def library(optimizer):
    return -np.cumsum(page.library_steps(optimizer, GRADIENTS))


# -- C6.35 to C6.37 and C6.46: reference trajectories ----------------------------------


@pytest.mark.parametrize(
    ("ours", "optimizer"),
    [
        (
            lambda: path_of(
                lambda theta, v, g: checks.momentum_step(theta, v, g, 0.1, 0.9), 1
            ),
            SGD(0.1, momentum=0.9),
        ),
        (
            lambda: path_of(rates.adagrad_step, 1, 0.1, 1e-7),
            Adagrad(0.1, initial_accumulator_value=0.0),
        ),
        (lambda: path_of(rates.rmsprop_step, 1, 0.1, 0.9, 1e-7), RMSprop(0.1)),
        (
            lambda: path_of(
                rates.adam_step, 2, 0.1, 0.9, 0.999, 1e-12, counted=True
            ),
            Adam(0.1, epsilon=1e-12),
        ),
    ],
)  # fmt: skip
def test_step_functions_follow_the_library(ours, optimizer):
    np.testing.assert_allclose(ours(), library(optimizer), atol=1e-9)


def test_paper_examples():
    steps = page.library_steps(
        Adagrad(1.0, initial_accumulator_value=0.0, epsilon=1e-15), [3.0, 4.0]
    )
    assert steps == pytest.approx([1, 0.8])
    steps = page.library_steps(RMSprop(1.0, epsilon=1e-15), [7.0])
    assert steps == pytest.approx([10**0.5])
    steps = page.library_steps(Adam(1.0, epsilon=1e-15), [3.0, 4.0])
    assert steps == pytest.approx([1, 0.9973], abs=1e-4)
    steps = page.library_steps(Adam(1.0, epsilon=1e-15), [3.0, -3.0])
    assert steps == pytest.approx([1, -0.0526], abs=1e-4)


def test_adagrad_dies_out_and_rmsprop_does_not():
    ones = np.full(400, 5.0)
    ada = page.library_steps(Adagrad(1.0, initial_accumulator_value=0.0), ones)
    np.testing.assert_allclose(ada, 1 / np.sqrt(np.arange(1, 401)), rtol=1e-6)
    assert page.library_steps(RMSprop(1.0), ones)[-1] == pytest.approx(1)


# -- C6.38: bias correction ------------------------------------------------------------


@pytest.mark.parametrize("g", [1e-4, 1.0, 1e4])
def test_first_step_of_adam(g):
    step = page.library_steps(Adam(0.001, epsilon=1e-15), [g])[0]
    assert step == pytest.approx(0.001, rel=1e-9)
    assert page.uncorrected([g])[0] == pytest.approx(3.16, abs=0.005)


def test_what_is_missing():
    missing = [1 - 0.999**t for t in (1, 10, 100, 1000)]
    assert missing == pytest.approx([0.001, 0.00996, 0.0952, 0.632], rel=1e-3)


def test_expected_average_of_squares():
    rng = np.random.default_rng(0)
    v = np.zeros(20000)
    for t in range(1, 51):
        v = 0.99 * v + 0.01 * rng.normal(size=v.shape) ** 2
        if t in (1, 5, 20, 50):
            assert v.mean() == pytest.approx(1 - 0.99**t, rel=0.03)


# -- C6.39: the family -----------------------------------------------------------------


def test_rmsprop_is_adam_without_first_average_and_correction():
    bare = page.uncorrected(GRADIENTS, beta_1=0.0, beta_2=0.9)
    steps = page.library_steps(RMSprop(1.0, rho=0.9, epsilon=1e-15), GRADIENTS)
    np.testing.assert_allclose(steps, bare, atol=1e-9)
    adam = page.library_steps(Adam(1.0, beta_1=0.0, beta_2=0.9), GRADIENTS)
    assert abs(adam[0] - steps[0]) > 1


def test_adagrad_is_a_limit_of_corrected_adam():
    falling = Adam(
        lambda done: 1 / np.sqrt(done + 1), beta_1=0, beta_2=1 - 1e-9, epsilon=1e-15
    )
    ada = Adagrad(1.0, initial_accumulator_value=0.0, epsilon=1e-15)
    np.testing.assert_allclose(
        page.library_steps(falling, GRADIENTS),
        page.library_steps(ada, GRADIENTS),
        rtol=1e-5,
    )
    v = 0.0
    for g in GRADIENTS:  # and without correction the average tends to 0
        v = (1 - 1e-9) * v + 1e-9 * g * g
    assert v < 1e-5


# -- C6.41: the comparison -------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "rate", "first"),
    [
        ("gradient descent", 0.08, 375),
        ("momentum 0.9", 0.08, 75),
        ("momentum 0.9", 0.01, 325),
        ("RMSProp", 0.01, 250),
        ("Adam", 0.08, 75),
        ("Adam", 0.01, 350),
        ("Adam", 0.001, None),
    ],
)
def test_optimizers_on_the_hotels(method, rate, first):
    runs = page.hotel_runs(method, rate)
    share = np.mean(runs.mse < 60)
    assert page.first_below(runs) == first
    if first is None:
        assert share == 0
        assert np.median(runs.mse) == pytest.approx(587, abs=1)
    else:
        assert 0.775 <= share <= 0.915


# -- C6.34 and the landscape -----------------------------------------------------------


@pytest.mark.parametrize("method", ["AdaGrad", "RMSProp", "Adam"])
def test_adaptive_methods_do_not_see_a_scale_along_the_axes(method):
    one, other = (page.scale_path(method, r, page.AXES[0]) for r in (10, 1000))
    np.testing.assert_allclose(one, other, atol=0.01)
    turned = page.scale_path(method, 100, page.AXES[1])
    straight = page.scale_path(method, 100, page.AXES[0])
    assert np.linalg.norm(turned[60]) > 2 * np.linalg.norm(straight[60])


def test_slope_of_the_landscape():
    for point in page.STARTS.values():
        h, point = 1e-6, np.array(point)
        nudged = [
            (page.land(*(point + d)) - page.land(*(point - d))) / (2 * h)
            for d in h * np.eye(2)
        ]
        np.testing.assert_allclose(page.land_slope(point), nudged, atol=1e-5)


def test_what_the_page_says_about_the_landscape():
    def end(*setting):
        return page.land_end(page.land_path(*setting))

    assert "right dip" in end("left rim", "momentum 0.9", 0.08)
    assert "rests in the left" in end("left rim", "Adam", 0.08)
    assert "rests in the left" in end("left rim", "gradient descent", 0.01)
    assert "run away" in end("left rim", "gradient descent", 0.08)


def test_the_check_names_a_forgotten_correction():
    def adam_step(theta, m, v, g, t, learning_rate, beta_1, beta_2, epsilon):
        m, v = beta_1 * m + (1 - beta_1) * g, beta_2 * v + (1 - beta_2) * g**2
        return theta - learning_rate * m / (np.sqrt(v) + epsilon), m, v

    assert "not corrected for their start at 0" in str(examine(adam_step))


def test_follow_keeps_the_memory_of_single_numbers():
    alone = follow(SGD(0.1, momentum=0.9), lambda theta: theta, 1.0, 10)
    pair = follow(SGD(0.1, momentum=0.9), lambda theta: theta, [1.0, 1.0], 10)
    np.testing.assert_allclose(alone[:, 0], pair[:, 0])
