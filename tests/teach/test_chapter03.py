"""Chapter 3's numbers agree with its printed claims; its drawings with the library."""

import numpy as np
import pytest

from dlcore import Tensor
from dlcore.teach import chapter03, chapter03_runs, chapter03_tape, draw_graph
from dlcore.teach.restarts import predict_many, train_many

X, Y, SQUARE = chapter03.X, chapter03.Y, chapter03.SQUARE
TEST = {"x_test": chapter03.X_TEST, "y_test": chapter03.Y_TEST}


@pytest.fixture(scope="module")
def many():
    """The 200 networks 2-3-1 with ReLU, seeds 0 to 199."""
    return chapter03_runs.many()


def percentiles(losses):
    at = np.percentile(losses * SQUARE, [5, 25, 50, 75, 95], method="nearest")
    return at.tolist()


# -- numbers ---------------------------------------------------------------------------


def test_every_linear_network_ends_on_the_plane():
    runs = train_many(X, Y, seeds=range(200), activation="linear", record=[100], **TEST)
    np.testing.assert_allclose(runs.curve[100] * SQUARE, 923.79, atol=0.01)
    np.testing.assert_allclose(runs.train_loss * SQUARE, 923.79, atol=0.01)
    np.testing.assert_allclose(runs.test_loss * SQUARE, 1090.88, atol=0.01)


@pytest.mark.parametrize(
    ("start", "train", "test"),
    [
        (
            "glorot_uniform",
            [35.9, 41.9, 47.0, 52.7, 582],
            [29.8, 37.9, 90.6, 132.9, 992],
        ),
        ("he_uniform", [36.5, 41.5, 48.5, 163.8, 783], [27.1, 36.5, 87.2, 271, 1043]),
    ],
)
def test_percentiles_of_200_bent_networks(start, train, test):
    runs = train_many(X, Y, seeds=range(200), initializer=start, **TEST)
    np.testing.assert_allclose(percentiles(runs.train_loss), train, rtol=0.01)
    np.testing.assert_allclose(percentiles(runs.test_loss), test, rtol=0.01)


SEEDS = {
    0: (870.5, 1177.0),
    1: (37.5, 45.4),
    2: (50.6, 100.2),
    3: (39.3, 31.6),
    4: (50.5, 100.4),
    5: (50.6, 100.2),
    6: (43.7, 32.3),
    7: (44.6, 115.4),
    8: (31.7, 86.2),
    9: (99.4, 57.3),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_single_seeds(many, seed):
    found = many.train_loss[seed] * SQUARE, many.test_loss[seed] * SQUARE
    assert found == pytest.approx(SEEDS[seed], abs=0.06)


def test_a_fifth_of_the_runs_is_stuck(many):
    assert (many.train_loss * SQUARE > 200).mean() == pytest.approx(0.205, abs=0.02)


def test_best_of_ten_starts(many):
    picked = chapter03_runs.chosen(10)
    train, test = many.train_loss[picked] * SQUARE, many.test_loss[picked] * SQUARE
    assert np.median(train) == pytest.approx(36.8, abs=0.1)
    assert train.max() == pytest.approx(43.5, abs=0.1)
    assert np.median(test) == pytest.approx(60.5, abs=0.5)
    assert test.max() == pytest.approx(109, abs=1)


SIZES = {1: (1015, 1144), 2: (133, 129), 3: (47, 91), 4: (42, 64), 5: (40, 63)}
SIZES |= {8: (34, 49), 16: (27, 42), 32: (23, 34)}


@pytest.mark.parametrize("units", SIZES)
def test_medians_by_size(units):
    runs = train_many(X, Y, seeds=range(200), units=units, **TEST)
    medians = np.median(runs.train_loss) * SQUARE, np.median(runs.test_loss) * SQUARE
    assert medians == pytest.approx(SIZES[units], rel=0.01, abs=0.6)


def test_learning_curve():
    epochs = [100, 200, 400, 800]
    runs = train_many(X, Y, seeds=range(200), record=epochs)
    medians = [np.median(runs.curve[e]) * SQUARE for e in epochs]
    np.testing.assert_allclose(medians, [355, 113, 57, 47], rtol=0.01)


def test_the_quoted_pair_is_the_fit_of_two_neurons():
    runs = train_many(X, Y, seeds=range(1000), **TEST)
    train, test = runs.train_loss * SQUARE, runs.test_loss * SQUARE
    near = (abs(train - 50.8) <= 3) & (abs(test - 100.4) <= 6)
    assert near.mean() == pytest.approx(0.124, abs=0.01)
    hidden, _ = predict_many(X, runs.weights)
    weight = np.sort(abs(runs.weights[2][:, :, 0]) * hidden.std(axis=1))[near]
    assert np.median(weight, axis=0)[:2] == pytest.approx([0.011, 1.22], rel=0.05)
    dead = ((hidden > 0).sum(axis=1) == 0).any(axis=1)
    assert (dead & near).sum() == pytest.approx(42, abs=4)
    assert dead[[2, 4, 5]].all()


def test_equal_and_zero_starts():
    half = train_many(
        X, Y, seeds=[0], initializer=lambda _, n, m: np.full((n, m), 0.5), **TEST
    )
    assert half.train_loss[0] * SQUARE == pytest.approx(737.9, abs=0.1)
    assert half.test_loss[0] * SQUARE == pytest.approx(1142.1, abs=0.5)
    zero = train_many(X, Y, seeds=[0], initializer="zeros")
    assert zero.train_loss[0] * SQUARE == pytest.approx(1329.44, abs=0.01)


def test_dollars_as_target_overflow():
    y = chapter03.PRICES
    linear = train_many(X, y, seeds=range(200), activation="linear")
    assert not np.isfinite(linear.train_loss).any()
    bent = train_many(X, y, seeds=range(200)).train_loss
    assert np.isfinite(bent).mean() < 0.1
    np.testing.assert_allclose(bent[np.isfinite(bent)], 1329.44, atol=0.01)


# -- drawings --------------------------------------------------------------------------


def test_predictions_line_up_from_two_directions():
    assert chapter03.thickness(120) < 0.001
    assert chapter03.thickness(0) < 0.01
    others = [chapter03.thickness(view) for view in range(15, 181, 15) if view != 120]
    assert min(others) > 0.09


@pytest.mark.parametrize("dial", chapter03.DIALS)
def test_the_slope_of_a_dial_is_that_of_small_turns(dial):
    small = 1e-5
    turned = [chapter03.turned_loss(dial, turn) for turn in (small, -small)]
    nudged = (turned[0] - turned[1]) / (2 * small)
    assert chapter03.dial_slope(dial) == pytest.approx(nudged, abs=1e-6)


def test_the_first_linear_round_moves_the_weights_and_no_bias():
    assert chapter03.moved(1) == ["dense/kernel", "dense_1/kernel"]


def one_neuron():
    w, x = Tensor(1.5, requires_grad=True, name="w"), Tensor(2.0, name="x")
    product = w * x
    loss = product**2
    product.name, loss.name = "wx", "L"
    return loss


def test_graph_steps_go_forward_and_then_backward():
    steps = chapter03_tape.GraphSteps(one_neuron())
    names = [[t.name for t in part] for part in steps.known(1)]
    assert "wx" in names[0]
    assert "L" not in names[0]
    assert names[1] == []
    values, gradients = steps.known(steps.last)
    assert "L" in [t.name for t in values]
    assert {"L", "wx", "w"} <= {t.name for t in gradients}
    assert steps.draw(steps.last) == "Step 5, backward through wx: dw = 12."


def test_a_graph_shows_only_what_is_asked_for():
    loss = one_neuron()
    loss.backward()
    everything = [t.get_text() for t in draw_graph(loss).texts]
    assert "∂ 12" in everything
    assert "9" in everything
    start = [t.get_text() for t in draw_graph(loss, values=[], gradients=[]).texts]
    assert "∂ 12" not in start
    assert "9" not in start
    assert "w" in start


def test_seed_0_rests_in_a_narrow_local_minimum():
    run = train_many(X, Y, seeds=[0], learning_rate=0.02, epochs=20000)
    assert run.train_loss[0] * SQUARE == pytest.approx(802.85, abs=0.05)
    bends = chapter03_runs.curvatures([w[0] for w in run.weights])
    assert bends.min() > -1e-3
    assert 0.04 < 2 / bends.max() < 0.08


def test_an_idea_that_does_nothing_is_the_run_of_the_library(many):
    for seed in (0, 4):
        same = chapter03_runs.rescued(seed, "nothing")
        assert same == pytest.approx(many.train_loss[seed] * SQUARE)


def test_a_bold_beginning_rescues_seed_0_and_hardly_another(many):
    stuck = np.flatnonzero(many.train_loss * SQUARE > 200)[:12]
    ends = [chapter03_runs.rescued(seed, "a bold beginning") for seed in stuck]
    assert ends[0] < 60
    assert sum(end < 200 for end in ends) == 1
