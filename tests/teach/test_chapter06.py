"""Numbers of page 6.1: four classical methods on a curve fit."""

import numpy as np
import pytest

from dlcore import Tensor, ops
from dlcore.optimizers import SGD
from dlcore.teach import chapter02, chapter06
from dlcore.teach.check import examine

POINTS = [np.array(start) for start in chapter06.STARTS.values()]


# -- derivatives -----------------------------------------------------------------------


@pytest.mark.parametrize("theta", POINTS)
def test_jacobian_gradient_and_hessian_by_differences(theta):
    step = 1e-5 * np.eye(2)
    slopes = [
        (chapter06.curve(theta + d) - chapter06.curve(theta - d)) / 2e-5 for d in step
    ]
    np.testing.assert_allclose(
        chapter06.jacobian(theta), np.stack(slopes, axis=1), atol=1e-8
    )
    slopes = [
        (chapter06.squares(theta + d) - chapter06.squares(theta - d)) / 2e-5
        for d in step
    ]
    np.testing.assert_allclose(chapter06.gradient(theta), slopes, atol=1e-7)
    bends = [
        (chapter06.gradient(theta + d) - chapter06.gradient(theta - d)) / 2e-5
        for d in step
    ]
    np.testing.assert_allclose(chapter06.hessian(theta), bends, atol=1e-6)


def test_the_lowest_point_is_one():
    theta, q = chapter06.lowest()
    np.testing.assert_allclose(chapter06.gradient(theta), 0, atol=1e-10)
    assert (np.linalg.eigvalsh(chapter06.hessian(theta)) > 0).all()
    assert q == pytest.approx(0.0148317, abs=1e-7)


# -- C6.03: gradient descent in a valley -----------------------------------------------


def test_condition_number_of_the_hotels():
    flat, steep = chapter02.curvatures(chapter02.MILES)[1]
    assert steep / flat == pytest.approx(61.3, abs=0.05)
    flat, steep = chapter02.curvatures(chapter02.X)[1]
    assert steep / flat == pytest.approx(1.0)


def test_steps_grow_like_the_condition_number():
    counts = [chapter06.valley_steps(kappa) for kappa in (100.0, 200.0, 400.0)]
    assert counts[1] / counts[0] == pytest.approx(2, abs=0.02)
    assert counts[2] / counts[0] == pytest.approx(4, abs=0.02)
    for kappa, count in [(16.0, 37), (61.3, 142)]:
        share = kappa / (kappa + 1)  # the best rate 2 / (1 + kappa)
        points = chapter06.valley_path(kappa, share, count)
        ratio = np.linalg.norm(points, axis=1) / np.linalg.norm(points[0])
        assert ratio[-1] <= 0.01 < ratio[-2]


@pytest.mark.parametrize(("share", "ends"), [(0.98, True), (1.02, False)])
def test_the_limit_of_the_learning_rate(share, ends):
    for kappa in chapter06.KAPPAS:
        points = chapter06.valley_path(kappa, share, 400)
        assert (abs(points[-1, 1]) < abs(points[0, 1])) == ends


# -- C6.04 to C6.06: the other three ---------------------------------------------------


def gauss_newton(F, y, theta, rate):
    gradient = -2 * F.T @ (y - F @ theta)
    return theta - rate * np.linalg.solve(F.T @ F, gradient)


def test_gauss_newton_needs_one_half_on_a_sum_of_squares():
    rng = np.random.default_rng(0)
    F, y = rng.normal(size=(20, 3)), rng.normal(size=20)
    best = np.linalg.lstsq(F, y, rcond=None)[0]
    for start in (np.zeros(3), np.array([5.0, -1.0, 2.0])):
        np.testing.assert_allclose(gauss_newton(F, y, start, 0.5), best)
    double = gauss_newton(F, y, np.zeros(3), 1.0)
    np.testing.assert_allclose(double, 2 * best)
    np.testing.assert_allclose(gauss_newton(F, y, double, 1.0), 0, atol=1e-12)


def test_newton_needs_one_step_on_a_parabola():
    H = np.array([[40.0, 3.0], [3.0, 0.5]])
    goal = np.array([1.0, -2.0])
    start = np.array([9.0, 9.0])
    np.testing.assert_allclose(start - np.linalg.solve(H, H @ (start - goal)), goal)


@pytest.mark.parametrize("theta", POINTS)
def test_limits_of_the_damping(theta):
    none = chapter06.step("Levenberg-Marquardt", theta, damping=1e-12)
    np.testing.assert_allclose(none, chapter06.step("Gauss-Newton", theta), rtol=1e-6)
    strong = chapter06.step("Levenberg-Marquardt", theta, damping=1e9)
    downhill = -chapter06.gradient(theta) / 2e9
    np.testing.assert_allclose(strong, downhill, rtol=1e-6)


@pytest.mark.parametrize("theta", POINTS)
def test_which_steps_go_downhill(theta):
    g = chapter06.gradient(theta)
    for method in chapter06.METHODS[:3]:
        assert g @ chapter06.step(method, theta) < 0
    bends_up = np.linalg.eigvalsh(chapter06.hessian(theta)).min() > 0
    assert bends_up == np.array_equal(theta, chapter06.STARTS["near"])


# -- C6.07: the race -------------------------------------------------------------------


def test_steps_from_the_near_start():
    counts = [chapter06.steps_needed(m, "near") for m in chapter06.METHODS]
    assert counts == [28, 2, 2, 3]


def test_what_the_page_says_about_the_other_starts():
    newton = [chapter06.squares(t) for t in chapter06.path("Newton", "flat")]
    assert newton[1] > newton[0]
    assert newton[-1] == pytest.approx((chapter06.Y**2).sum())
    assert chapter06.squares(chapter06.path("Gauss-Newton", "steep")[1]) > 1e4
    assert chapter06.steps_needed("Gauss-Newton", "steep") == 7
    assert chapter06.steps_needed("Levenberg-Marquardt", "steep") == 3
    for start in chapter06.STARTS:
        last = chapter06.path("gradient descent", start)[-1]
        np.testing.assert_allclose(last, chapter06.lowest()[0], atol=1e-6)


def test_gradient_descent_is_that_of_the_library():
    a, c = (Tensor(v, requires_grad=True, name=None) for v in chapter06.STARTS["flat"])
    x, y = Tensor(chapter06.X), Tensor(chapter06.Y)
    optimizer = SGD(learning_rate=chapter06.RATE)
    for _ in range(20):
        ops.sum((y - a * ops.exp(-c * x)) ** 2).backward()
        optimizer.apply([a.grad, c.grad], [a, c])
    ours = chapter06.path("gradient descent", "flat")[20]
    np.testing.assert_allclose([a.data, c.data], ours, rtol=1e-5)


def test_size_of_a_hessian():
    q = 784 * 512 + 512 + 512 * 10 + 10
    assert q == 407050
    assert q**2 == pytest.approx(1.66e11, rel=3e-3)


def test_the_check_of_the_page_refuses_a_plain_gradient_step():
    def gauss_newton_step(F, r):
        return F.T @ r

    assert "the matrix is missing" in str(examine(gauss_newton_step))
