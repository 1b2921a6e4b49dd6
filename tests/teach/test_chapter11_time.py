"""Page 11.2's numbers: blame through time, its product, its bound, and clipping."""

import numpy as np
import pytest

from dlcore import ops
from dlcore.layers import SimpleRNN
from dlcore.optimizers import SGD
from dlcore.teach import chapter11_bounds as bounds
from dlcore.teach import chapter11_order as order
from dlcore.teach import chapter11_time as page
from dlcore.teach.checks.chapter11_time import clip_by_norm, rnn_deltas

SHAPES = ((3, 2), (3, 3), (3,), (2, 3), (2,))


@pytest.fixture
def example():
    """Return inputs, targets and weights of a small network."""
    generator = np.random.default_rng(0)
    weights = [generator.normal(size=shape) for shape in SHAPES]
    return generator.normal(size=(6, 2)), generator.normal(size=(6, 2)), weights


# -- C11.09: backpropagation through time ----------------------------------------------


def test_gradients_agree_with_differences(example):
    x, y, weights = example
    found = page.gradients(x, y, weights)
    measured = page.by_differences(lambda: page.half_loss(x, y, weights), weights)
    for ours, theirs in zip(found, measured, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-8)


def test_gradients_agree_with_the_tape(example):
    x, y, weights = example
    W_xh, W_hh, b, W_hy, b_y = weights
    layer = SimpleRNN(3, return_sequences=True, dtype="float64")
    layer(x[None])
    layer.set_weights([W_xh.T, W_hh.T, b])
    loss = ops.sum((layer(x[None]) @ W_hy.T + b_y - y[None]) ** 2) * 0.5
    loss.backward()
    ours = page.gradients(x, y, weights)[:3]
    for a, weight in zip(ours, layer.weights, strict=True):
        np.testing.assert_allclose(a.T, weight.grad, atol=1e-12)


def test_deltas_of_the_check_are_those_of_the_gradients(example):
    x, y, weights = example
    h, o = page.forward(x, weights)
    deltas = rnn_deltas((o - y) @ weights[3], h, weights[1])
    np.testing.assert_allclose(deltas.sum(axis=0), page.gradients(x, y, weights)[2])


@pytest.mark.parametrize(
    ("u", "deltas", "slope"),
    [(2.0, [4, 2, 1], 4.0), (1.0, [-2, -2, -2], -4.0), (0.5, None, None)],
)
def test_paper_example_on_the_tape(u, deltas, slope):
    values, found, (_, of_u), loss = page.walked(u)
    assert values == [1, u, u**2 + 1]
    assert loss == 0.5 * (u**2 - 3) ** 2
    assert of_u == pytest.approx((u**2 - 3) * 2 * u)
    if deltas:
        assert found == deltas
        assert of_u == slope


# -- C11.10: the product of Jacobians --------------------------------------------------


def test_the_jacobian_is_d_times_w_and_not_its_transpose():
    generator = np.random.default_rng(1)
    W, x = (
        2 * generator.normal(size=(3, 3)) / 3**0.5,
        0.1 * generator.normal(size=(4, 3)),
    )

    def last(h):
        for row in x:
            h = np.tanh(W @ h + row)
        return h

    h, right, wrong = np.zeros(3), np.eye(3), np.eye(3)
    for row in x:
        h = np.tanh(W @ h + row)
        D = np.diag(1 - h**2)
        right, wrong = D @ W @ right, D @ W.T @ wrong
    slopes = [(last(d) - last(-d)) / 2e-5 for d in 1e-5 * np.eye(3)]
    measured = np.stack(slopes, axis=1)
    assert np.abs(right - measured).max() < 1e-8
    assert np.abs(wrong - measured).max() > 0.1


def test_blame_of_the_chain_by_differences():
    states = page.chain_states(1.1, "tanh")

    def last(h):
        for _ in range(page.LAST - 1):
            h = np.tanh(1.1 * h)
        return h

    slope = (last(states[0] + 1e-6) - last(states[0] - 1e-6)) / 2e-6
    assert page.chain_blame(1.1, "tanh")[0] == pytest.approx(slope, rel=1e-5)


# -- C11.11, C11.12: the bound ---------------------------------------------------------


@pytest.mark.parametrize("bend", bounds.BENDS)
def test_largest_slopes(bend):
    slopes = bounds.bent(np.linspace(-20, 20, 4001), bend)[1]
    assert slopes.max() == pytest.approx(bounds.STEEPEST[bend])


@pytest.mark.parametrize("bend", bounds.BENDS)
@pytest.mark.parametrize("size", bounds.SIZES)
def test_the_bound_holds(size, bend):
    for inputs in bounds.INPUTS:
        found = bounds.norms(size, inputs, bend)
        assert (found <= bounds.bound(size, bend) * (1 + 1e-9)).all()


@pytest.mark.parametrize(
    ("size", "inputs", "seen", "promised"),
    [
        (0.9, 0.1, 1.4e-3, 5.2e-3), (1.0, 0.1, 0.15, 1.0), (1.5, 0.1, 119, 6.4e8),
        (0.9, 2.0, 9e-23, 5.2e-3), (1.0, 2.0, 1.5e-20, 1.0), (1.5, 2.0, 4e-10, 6.4e8),
    ],
)  # fmt: skip
def test_bound_against_reality(size, inputs, seen, promised):
    ends = bounds.norms(size, inputs)[:, -1]
    assert ends.min() <= seen <= ends.max()
    assert bounds.bound(size, "tanh")[-1] == pytest.approx(promised, rel=0.01)


# -- C11.13, C11.14: exploding, the knife edge -----------------------------------------


def test_without_activation_singular_values_above_one_explode():
    found = bounds.norms(1.5, 0.5, "none")[:, -1]
    np.testing.assert_allclose(found, 1.5**50, rtol=1e-9)


def test_saturation_kills_what_could_explode():
    assert bounds.norms(1.5, 2.0)[:, -1].max() < 1e-6
    assert np.median(bounds.norms(1.5, 0.1)[:, -1]) > 1


def test_a_large_singular_value_does_not_force_an_explosion():
    W = np.array([[0.5, 4.0], [0.0, 0.5]])
    assert np.linalg.norm(W, 2) > 4
    assert np.linalg.norm(np.linalg.matrix_power(W, 50), 2) < 1e-11


def test_the_best_memory_has_the_least_blame():
    assert page.chain_states(2.0, "tanh")[-1] > 0.95
    blame = {u: page.chain_blame(u, "tanh")[0] for u in page.LOOPS}
    assert min(blame, key=blame.get) == 2.0
    assert blame[2.0] < 1e-22
    star = order.rest(2.0)
    rate = page.chain_blame(2.0, "tanh")
    assert rate[10] / rate[11] == pytest.approx(2 * (1 - star**2), rel=1e-3)


def test_training_moves_a_matrix_off_the_edge():
    model = order.trained("recurrent", 0)
    values = np.linalg.svd(model.get_weights()[1], compute_uv=False)
    assert values[0] > 1.1
    assert values[-1] < 0.9


# -- C11.15: clipping ------------------------------------------------------------------


def test_clipping_keeps_the_direction():
    np.testing.assert_allclose(clip_by_norm(np.array([3.0, 4.0]), 1.0), [0.6, 0.8])
    np.testing.assert_allclose(bounds.clipped(np.array([3.0, 4.0]), 1.0), [0.6, 0.8])
    assert bounds.clipped(-0.5, 1.0) == -0.5
    assert bounds.clipped(-20.0, 10.0) == -10


def test_slope_of_the_cliff_by_differences():
    for u in (0.6, 0.95, 1.04):
        slope = (bounds.cliff(u + 1e-6) - bounds.cliff(u - 1e-6)) / 2e-6
        assert bounds.cliff_slope(u) == pytest.approx(slope, rel=1e-4, abs=1e-8)


def test_clipping_tames_the_wall_and_not_the_plain():
    best = 0.5 ** (1 / 30)
    assert bounds.descent("on the wall", "none")[-1] < 0.4
    for clip in ("10", "1"):
        end = bounds.descent("on the wall", clip)[-1]
        assert end == pytest.approx(best, abs=1e-4)
    for clip in bounds.CLIPS:
        end = bounds.descent("on the plain", clip)[-1]
        assert end == pytest.approx(0.6, abs=1e-4)


@pytest.mark.parametrize(
    ("setting", "step"), [("clipnorm", [0.6, 0.8]), ("clipvalue", [1, 1])]
)
def test_the_library_clips_likewise(setting, step):
    layer = SimpleRNN(1, dtype="float64")
    layer(np.zeros((1, 1, 2)))
    layer.set_weights([np.zeros((2, 1)), np.eye(1), np.zeros(1)])
    optimizer = SGD(learning_rate=1.0, **{setting: 1.0})
    optimizer.apply([np.array([[3.0], [4.0]])], layer.weights[:1])
    np.testing.assert_allclose(-layer.weights[0].data[:, 0], step)


def test_old_steps_hardly_speak():
    parts = np.linalg.norm(bounds.contributions(), axis=(1, 2))
    assert parts[0] == 0  # the state before the first step is zero
    assert parts[40:].sum() > 0.9 * parts.sum()
    assert parts[:10].sum() < 1e-5 * parts.sum()
