"""Numbers of page 6.2: mini-batches, their noise, and networks trained with them."""

import numpy as np
import pytest

from dlcore.optimizers import SGD, Adam, RMSprop
from dlcore.teach import chapter03, chapter06_runs
from dlcore.teach import chapter06_batches as batches

# -- many networks at once -------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (lambda: SGD(0.08), 4),
        (lambda: SGD(0.02, momentum=0.9, nesterov=True), 24),
        (lambda: RMSprop(0.01), 5),
        (lambda: Adam(0.01), 1),
    ],
)
def test_many_networks_end_where_fit_does(make, size):
    runs = chapter06_runs.train(make(), [3, 7], size, epochs=15, record=[15])
    for place, seed in enumerate([3, 7]):
        model = chapter03.network(seed, "relu")
        model.compile(make(), loss="mse")
        model.fit(chapter03.X, chapter03.Y, batch_size=size, epochs=15, verbose=0)
        for ours, theirs in zip(runs.weights, model.get_weights(), strict=True):
            np.testing.assert_allclose(ours[place], theirs, atol=1e-12)
        mse = np.ravel(model.evaluate(chapter03.X, chapter03.Y, verbose=0))[0]
        assert runs.mse[place] == pytest.approx(mse * chapter03.SQUARE)
    np.testing.assert_array_equal(runs.curve[15], runs.mse)


def test_a_growing_batch_uses_the_size_of_its_epoch():
    grown = chapter06_runs.train(SGD(0.02), [1], lambda e: 4 if e < 3 else 24, 6)
    first = chapter06_runs.train(SGD(0.02), [1], 4, 3)
    assert not np.array_equal(grown.mse, first.mse)
    still = chapter06_runs.train(SGD(0.02), [1], lambda e: 4, 3)
    np.testing.assert_array_equal(still.mse, first.mse)


# -- C6.14: speed against stability ----------------------------------------------------


def test_batch_sizes_on_the_hotels():
    medians = {
        (batch, rate): np.median(chapter06_runs.sgd_runs(batch, rate).mse)
        for batch, rate in [(24, 0.08), (4, 0.08), (1, 0.08), (1, 0.005)]
    }
    assert medians[24, 0.08] == pytest.approx(47.0, abs=0.3)
    assert medians[4, 0.08] == pytest.approx(46.6, abs=4)
    assert medians[1, 0.08] == pytest.approx(258.6, abs=50)
    assert medians[1, 0.005] == pytest.approx(44.7, abs=2)


# -- C6.17 to C6.20: the noise of a batch ----------------------------------------------


def test_row_gradients_are_those_of_the_squared_errors():
    w, b, h = 0.4, -0.3, 1e-6
    x, y = batches.DISTANCE, batches.PRICE
    slope_w = (((w + h) * x + b - y) ** 2 - ((w - h) * x + b - y) ** 2) / (2 * h)
    slope_b = ((w * x + b + h - y) ** 2 - (w * x + b - h - y) ** 2) / (2 * h)
    np.testing.assert_allclose(
        batches.row_gradients(w, b), np.stack([slope_w, slope_b], axis=1), atol=1e-8
    )
    full = batches.row_gradients(*batches.BEST).mean(axis=0)
    np.testing.assert_allclose(full, 0, atol=1e-12)


@pytest.mark.parametrize("place", batches.PLACES)
@pytest.mark.parametrize("draws", batches.DRAWS)
@pytest.mark.parametrize("m", [1, 4, 16, 24])
def test_clouds_are_centered_and_follow_the_law(place, draws, m):
    rows = batches.row_gradients(*batches.PLACES[place])
    found = batches.batch_gradients(m, draws, place)
    factor = 1.0 if draws == "with replacement" else (24 - m) / 23
    sigma = np.sqrt(rows.var(axis=0).sum())
    expected = sigma / np.sqrt(m) * np.sqrt(factor)
    assert batches.spread(found) == pytest.approx(expected, rel=0.04, abs=1e-9)
    off = np.linalg.norm(found.mean(axis=0) - rows.mean(axis=0))
    assert off <= 4 * expected / np.sqrt(len(found)) + 1e-12


def test_the_law_measured():
    for replace in (True, False):
        theory, found = batches.predicted(replace), batches.variances(replace)
        np.testing.assert_allclose(found, theory, rtol=0.12)
    ratio = batches.predicted(False)[-1] / batches.predicted(True)[-1]
    assert ratio == pytest.approx((1000 - 256) / 999)
    assert ratio == pytest.approx(0.0745 / 0.1, abs=5e-4)
    slope = np.polyfit(np.log(batches.SIZES), np.log(batches.variances(True)), 1)[0]
    assert slope == pytest.approx(-1, abs=0.03)


def test_all_rows_without_replacement_have_no_noise():
    rows = batches.thousand()
    rng = np.random.default_rng(0)
    means = [rng.permutation(rows).mean() for _ in range(20)]
    assert np.var(means) < 1e-25


def test_covariance_of_two_draws_without_replacement():
    rows = batches.thousand()[:5]
    pairs = [(a, b) for i, a in enumerate(rows) for j, b in enumerate(rows) if i != j]
    left, right = np.array(pairs).T
    covariance = np.mean((left - rows.mean()) * (right - rows.mean()))
    assert covariance == pytest.approx(-rows.var() / 4)


# -- C6.13: walks ----------------------------------------------------------------------


def test_a_full_batch_walks_straight_and_single_rows_wander():
    straight = batches.walk(24, 0.08) - batches.BEST
    factor = np.linalg.norm(straight[1:], axis=1) / np.linalg.norm(
        straight[:-1], axis=1
    )
    np.testing.assert_allclose(factor, 1 - 2 * 0.08)
    late = {
        rate: np.linalg.norm(batches.walk(1, rate)[-240:] - batches.BEST, axis=1)
        for rate in (0.01, 0.08)
    }
    assert late[0.08].mean() > 2 * late[0.01].mean()
    assert len(batches.walk(4, 0.08)) == 50 * 6 + 1
