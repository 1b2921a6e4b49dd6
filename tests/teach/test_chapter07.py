"""Chapter 7's numbers agree with its printed claims, and its drawings with the tape."""

import re
from itertools import pairwise

import numpy as np
import pytest

from dlcore import Input, Sequential, initializers, ops, utils
from dlcore.layers import Dense
from dlcore.teach import chapter07, chapter07_depth, chapter07_recursion
from dlcore.teach import chapter07_signals as signals
from dlcore.teach.chapter03_runs import SQUARE, X, Y
from dlcore.teach.check import find_check
from dlcore.teach.restarts import train_many


def nudged(loss, array, step=1e-6):
    """Return central differences of a loss in every number of an array, in place."""
    slopes = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        kept, ends = array[place], []
        for sign in (1, -1):
            array[place] = kept + sign * step
            ends.append(loss())
        array[place] = kept
        slopes[place] = (ends[0] - ends[1]) / (2 * step)
    return slopes


# -- blame -----------------------------------------------------------------------------


def test_worked_case_by_hand():
    model = chapter07.paper_network(outputs=1)
    loss = chapter07.half_squares(model(chapter07.X), np.array([[2.0]]))
    loss.backward()
    by_hand = [[[-1.0, 0.48]], [-0.5, 0.24], [[-0.5], [-0.8]], [-1.0]]
    for weight, slopes in zip(model.weights, by_hand, strict=True):
        np.testing.assert_allclose(weight.grad, slopes, atol=1e-12)
    assert float(loss.data) == pytest.approx(0.5)


@pytest.mark.parametrize("second_target", [-2.5, 1.0, 3.0])
def test_blame_is_the_slope_of_the_loss(second_target):
    model, loss = chapter07.blamed(second_target)
    weights = model.get_weights()
    target = np.array([[chapter07.TARGETS[0], second_target]])

    def again():
        model.set_weights(weights)
        return float(chapter07.half_squares(model(chapter07.X), target).data)

    assert again() == pytest.approx(loss)
    for place, (array, row, column) in chapter07.WEIGHTS.items():
        found = chapter07.blamed(second_target)[0].weights[array].grad[row, column]
        slopes = nudged(again, weights[array])
        assert found == pytest.approx(slopes[row, column], abs=1e-8), place


def test_captions_of_blame_say_the_gradient():
    caption = chapter07.draw_blame("w₁: x → unit 1", 1)
    assert caption.endswith("= −0.75. Descent raises this weight.")
    assert "= 0.8. Descent lowers" in chapter07.draw_blame("w₂: x → unit 2", 1)
    assert "does not move" in chapter07.draw_blame("v₁₂: unit 1 → ŷ₂", 1.5)


def test_only_the_right_order_finds_the_gradient():
    right, wrong = chapter07.ORDERS
    true = chapter07.true_gradient()
    for rate in (0.1, 2.0):
        np.testing.assert_allclose(chapter07.walk_back(right, rate), true, atol=1e-8)
        assert np.abs(chapter07.walk_back(wrong, rate) - true).max() > 0.02


# -- the recursion ---------------------------------------------------------------------


def test_three_layers_by_hand():
    model, loss = chapter07_recursion.walked()
    z = [layer.z.data[0].tolist() for layer in model.layers]
    delta = [(layer.z.grad[0] + 0.0).tolist() for layer in model.layers]
    assert z == [[1, 2], [2, -2], [2]]
    assert delta == [[3, 6], [3, 0], [1]]
    kernels = [layer.weights[0].grad.T.tolist() for layer in model.layers]
    assert kernels == [[[3, 6], [6, 12]], [[3, 6], [0, 0]], [[2, 0]]]
    assert float(loss.data) == 0.5


def test_recursion_tape_and_nudging_agree():
    rng = np.random.default_rng(1)
    shapes = ((3, 5), (5, 4), (4, 2))
    kernels = [rng.normal(size=shape) for shape in shapes]
    x, y = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
    found = chapter07_recursion.tanh_gradients(kernels, x, y)
    model = Sequential(
        [Input(shape=(3,)), *(Dense(n, activation="tanh") for n in (5, 4)), Dense(2)],
        dtype="float64",
    )
    model.set_weights([w for k in kernels for w in (k, np.zeros(k.shape[1]))])
    (ops.sum((model(x) - y) ** 2) * 0.5).backward()
    for layer, gradient, kernel in zip(model.layers, found, kernels, strict=True):
        np.testing.assert_allclose(layer.weights[0].grad, gradient, atol=1e-12)
        slopes = nudged(lambda: chapter07_recursion.tanh_loss(kernels, x, y), kernel)
        np.testing.assert_allclose(gradient, slopes, atol=1e-7)
    zs, a = [], x
    for kernel in kernels:
        zs.append(a @ kernel)
        a = np.tanh(zs[-1])
    ours = find_check("deltas").reference(kernels, zs, zs[-1] - y)
    for layer, delta in zip(model.layers, ours, strict=True):
        np.testing.assert_allclose(layer.z.grad, delta, atol=1e-12)


def test_softmax_needs_the_whole_jacobian():
    z, y = np.array([0.4, -1.2, 2.0]), np.array([0.0, 1.0, 0.0])
    a = np.exp(z) / np.exp(z).sum()
    jacobian = np.diag(a) - np.outer(a, a)
    np.testing.assert_allclose(jacobian @ (-y / a), a - y, atol=1e-12)
    assert np.abs(-y / a * a * (1 - a) - (a - y)).max() > 0.1


def test_cost_of_both_passes():
    sizes = (784, 512, 10)
    forward = chapter07_recursion.forward_products(sizes)
    backward = chapter07_recursion.backward_products(sizes)
    assert forward == 784 * 512 + 512 * 10
    assert (forward + backward) / forward == pytest.approx(2.01, abs=0.005)
    assert chapter07_recursion.parameters(sizes) == 407_050
    assert 2 * chapter07_recursion.parameters(sizes) == 814_100
    for sizes in ([784, *[8] * 8, 10], [32] * 20, [5, 5]):
        forward = chapter07_recursion.forward_products(sizes)
        both = forward + chapter07_recursion.backward_products(sizes)
        assert 2 <= both / forward < 3


def test_counted_products_are_those_of_the_matrix_products():
    rng, counted = np.random.default_rng(0), []

    def product(left, right):
        counted.append(left.shape[0] * left.shape[1] * right.shape[1])
        return left @ right

    sizes = (7, 5, 4, 3)
    kernels = [rng.normal(size=s) for s in pairwise(sizes)]
    outputs = [rng.normal(size=(1, 7))]
    for kernel in kernels:
        outputs.append(product(outputs[-1], kernel))
    assert sum(counted) == chapter07_recursion.forward_products(sizes)
    counted.clear()
    delta = np.ones((1, 3))
    for number in (2, 1, 0):
        product(outputs[number].T, delta)
        if number:
            delta = product(delta, kernels[number].T)
    assert sum(counted) == chapter07_recursion.backward_products(sizes)


def test_memory_grows_with_units_and_rows():
    model = chapter07_recursion.paper_network()
    assert chapter07_recursion.numbers_on_tape(model, 1) == 2 + 2 + 2 + 2 + 1
    assert chapter07_recursion.numbers_on_tape(model, 128) == 128 * 9


def test_shared_values_wait_for_all_their_parts():
    steps = chapter07_recursion.expression()
    said = [steps.draw(step) for step in range(steps.last + 1)]
    assert said[-1].endswith("Complete: da = 21, db = 16.")
    assert said[-2].endswith("Complete: none yet.")
    assert not re.search("weight|loss", " ".join(said))  # there are none
    grads = {t.name: float(t.grad) for t in steps.leaves}
    assert grads == {"a": 21.0, "b": 16.0}


@pytest.mark.parametrize("exponent", range(3, 9))
def test_gradient_check_passes_in_float64(exponent):
    error = chapter07_recursion.check_error(10.0**-exponent, np.float64)
    assert error < 1e-6


def test_gradient_check_fails_where_the_page_says_so():
    check = chapter07_recursion.check_error
    assert check(1e-1, np.float64) > 1e-4
    assert check(1e-12, np.float64) > 1e-6
    steps = chapter07_recursion.STEPS
    assert min(check(step, np.float32) for step in steps) > 1e-5


# -- wide or deep ----------------------------------------------------------------------


def test_errors_of_random_units():
    printed = [0.75, 0.50, 0.34, 0.039, 0.015, 0.0040, 0.0026, 0.0016]
    for units, number in zip(chapter07_depth.WIDTHS, printed, strict=True):
        error = chapter07_depth.best_random(units)[0]
        assert number / 2 < error < 2 * number


def test_staircase_is_as_close_as_its_strides():
    x = chapter07_depth.GRID
    for units in (8, 32, 128):
        said = chapter07_depth.stairs(x, units, 1e5)
        error = np.abs(said - chapter07_depth.target(x)).max()
        assert error < 7.4 / units  # the target moves at most 2π + 1 per unit


def test_relu_units_join_the_dots():
    knots = np.array([0.0, 0.2, 0.7, 1.0])
    heights = np.array([1.0, -1.0, 2.0, 2.0])
    v = find_check("relu_weights").reference(knots, heights)
    said = heights[0] + np.maximum(0, knots[:, None] - knots[:-1]) @ v
    np.testing.assert_allclose(said, heights, atol=1e-12)


def test_barron_constants():
    found = [chapter07_depth.gauss_constant(p) for p in (1, 2, 10, 100)]
    assert found == pytest.approx([0.80, 1.25, 3.08, 9.98], abs=0.006)
    assert chapter07_depth.gauss_constant(1, 0.25) == pytest.approx(3.19, abs=0.005)
    assert chapter07_depth.barron_bound(1) == pytest.approx(40.7, abs=0.05)


def test_greedy_sigmoids_stay_below_the_bound():
    printed = [9.4e-2, 1.5e-2, 2.2e-3, 3.4e-4, 8.8e-5, 1.7e-6]
    for units, number in zip(chapter07_depth.COUNTS, printed, strict=True):
        error = chapter07_depth.greedy_errors()[units - 1]
        assert number / 10 < error < 2 * number
        assert error < chapter07_depth.barron_bound(units)


@pytest.mark.parametrize("layers", range(1, 9))
def test_tents(layers):
    model = chapter07_depth.tent_network(layers)
    assert model.count_params() == 6 * layers + 1
    assert chapter07_depth.pieces(model) == 2**layers
    x = np.array([0.1, 0.3, 0.77])
    by_hand = x
    for _ in range(layers):
        by_hand = np.where(by_hand < 0.5, 2 * by_hand, 2 - 2 * by_hand)
    said = model.predict(x[:, None], verbose=0)[:, 0]
    np.testing.assert_allclose(said, by_hand, atol=1e-9)


def test_large_networks_learn_shuffled_prices_by_heart():
    medians = [np.median(chapter07_depth.shuffled_losses(n)) for n in (1, 3, 10, 30)]
    assert medians == sorted(medians)[::-1]
    assert medians[0] > 0.85
    assert medians[-1] < 0.55


def test_shapes_have_about_a_hundred_parameters():
    for name, hidden in chapter07_depth.SHAPES.items():
        sizes = [2, *hidden, 1]
        assert name.split(", ")[1] == "-".join(map(str, sizes))
        assert 80 <= chapter07_recursion.parameters(sizes) <= 107


# -- where to start --------------------------------------------------------------------

PRINTED = {
    ("tanh", "normal, σ = 0.01"): (0.099, 9.8e-6, 1.1e-10, 1.1e-20),
    ("tanh", "Glorot"): (0.63, 0.32, 0.22, 0.15),
    ("tanh", "normal, σ = 1"): (0.96, 0.96, 0.96, 0.96),
    ("ReLU", "Glorot"): (0.58, 0.13, 0.021, 5.8e-4),
    ("ReLU", "He"): (0.83, 0.76, 0.57, 0.84),
}


@pytest.mark.parametrize("pair", PRINTED)
def test_signal_through_twenty_layers(pair):
    spread, _ = signals.through(*pair)
    for layer, number in zip((1, 5, 10, 20), PRINTED[pair], strict=True):
        slack = 1.1 if layer == 1 else 2
        assert number / slack < spread[layer - 1] < number * slack


def test_what_comes_back():
    assert 1e7 < signals.through("tanh", "normal, σ = 1")[1][0] < 1e8
    assert 1e-13 < signals.through("sigmoid", "Glorot")[1][0] < 1e-12
    assert 0.3 < signals.through("ReLU", "He")[1][0] < 3
    quarter = 0.25
    assert quarter**10 == pytest.approx(9.5e-7, abs=0.05e-7)


def test_through_sends_back_the_gradient():
    f, slope = signals.UNITS["tanh"]
    z = np.linspace(-2, 2, 9)
    np.testing.assert_allclose(slope(f(z)), 1 / np.cosh(z) ** 2, atol=1e-12)
    spread, lengths = signals.through("tanh", "Glorot")
    assert (len(spread), len(lengths)) == (20, 21)
    assert lengths[-1] == 1


def test_equal_units_end_as_one():
    def half(generator, n_in, n_out):
        return np.full((n_in, n_out), 0.5)

    run = train_many(X, Y, seeds=[0], initializer=half)
    assert run.train_loss[0] * SQUARE == pytest.approx(737.9, abs=0.05)
    W = run.weights[0][0]
    assert (W[:, :1] == W).all()


@pytest.mark.parametrize(
    ("name", "check"), [("glorot_uniform", "glorot_limit"), ("he_uniform", "he_limit")]
)
def test_limits_of_the_library(name, check):
    limit = find_check(check).reference(100, 50)
    utils.set_random_seed(0)
    kernel = initializers.get(name)((100, 50), "float64")
    assert 0.99 * limit < np.abs(kernel).max() < limit
    wanted = {"glorot_uniform": 2 / 150, "he_uniform": 2 / 100}[name]
    assert kernel.var() == pytest.approx(wanted, rel=0.05)


def test_mean_slopes_on_the_linear_part():
    standardized = signals.mean_slope("standardized", 1)
    raw = signals.mean_slope("raw: miles and stars", 1)
    assert standardized == pytest.approx(0.55, abs=0.01)
    assert raw < 0.15
    flat = np.mean(np.abs(signals.first_sums("raw: miles and stars", 1)) > 2)
    assert flat == pytest.approx(0.75, abs=0.03)


def test_only_the_sigmoid_stack_starves():
    from dlcore.datasets import synthetic

    x, y = synthetic.rings(rows=200)
    share = {
        name: np.divide(*signals.gradient_lengths(signals.stack(name), x, y)[[0, -1]])
        for name in signals.STACKS
    }
    assert share["sigmoid, Glorot"] < 1e-6
    assert share["tanh, Glorot"] > 0.01
    assert share["ReLU, He"] > 0.01
