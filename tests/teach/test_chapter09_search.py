"""Page 9.6's numbers: grids, random trials, winners, seeds, and noise."""

import numpy as np
import pytest

from dlcore.teach import chapter09_luck as luck
from dlcore.teach import chapter09_search as search


def test_trials_side_by_side_are_those_that_fit_trains():
    many = search.train_trials([0.2, 0.05], [0.001, 0.0], [3, 0])
    for place, (rate, price, seed) in enumerate(((0.2, 0.001, 3), (0.05, 0.0, 0))):
        model = search.model(rate, price, seed)
        model.fit(search.X, search.Y, epochs=search.EPOCHS, batch_size=16, verbose=0)
        for ours, theirs in zip(many, model.get_weights(), strict=True):
            np.testing.assert_allclose(
                np.squeeze(ours[place]), np.squeeze(theirs), atol=1e-9
            )


def test_a_trial_that_diverges_has_an_infinite_error_and_harms_no_other():
    errors = search.judge([5.0, 0.2], [0.0, 0.0], [0, 0])
    assert np.isinf(errors[0])
    assert errors[1] == pytest.approx(search.judge([0.2], [0.0], [0])[0])


def test_grid_of_nine_tries_three_rates_and_finds_nothing_good():
    at, errors = search.trials("grid", 9)
    assert len(np.unique(at[:, 0].round(9))) == 3
    assert errors.min() > search.GOOD
    assert search.trials("grid", 4)[1].min() < search.GOOD
    for way in search.WAYS[1:]:
        at, errors = search.trials(way, 9)
        assert len(np.unique(at[:, 0])) == 9
        assert errors.min() < search.GOOD
        np.testing.assert_array_equal(at[:4], search.trials(way, 4)[0])


@pytest.mark.parametrize("way", search.WAYS)
@pytest.mark.parametrize("count", search.COUNTS)
def test_places_are_inside_the_range(way, count):
    at = search.places(way, count)
    assert at.shape == (count, 2)
    for column, (low, high) in zip(at.T, (search.RATES, search.PRICES), strict=True):
        assert low <= column.min() <= column.max() <= high


def test_chances_by_counting():
    generator = np.random.default_rng(1)
    begin, shift = generator.random((2, 20000))
    free = generator.random((20000, 16))
    grid = (np.arange(4) + shift[:, None]) / 4
    for share in (0.05, 0.2):
        for points, chance in (
            (grid, search.grid_chance(16, share, 2)),
            (free, search.random_chance(16, share)),
        ):
            hits = ((points - begin[:, None]) % 1 < share).any(axis=1)
            assert hits.mean() == pytest.approx(chance, abs=0.012)
    assert search.random_chance(59, 0.05) > 0.95 > search.random_chance(58, 0.05)


def test_winner_flatters_more_with_fewer_rows_and_more_trials():
    few, many = luck.winners(20), luck.winners(400)
    gap = few[:, 0] - few[:, 1]
    assert abs(gap[0]) < 0.02
    assert (np.diff(gap) > -0.002).all()
    assert gap[-1] > 0.09 > 0.03 > many[-1, 0] - many[-1, 1]
    assert many[-1, 1] > few[-1, 1]
    assert luck.candidates().shape == (108, 1697)


def test_starts_scatter_more_than_sizes_differ():
    three, four, six = (luck.hotel_runs(units) for units in (3, 4, 6))
    assert three.mean() > four.mean() > six.mean()
    assert three.std() > 4 * (three.mean() - four.mean())
    assert luck.wrong_share(1, 4) > 0.38
    assert luck.wrong_share(50, 4) < luck.wrong_share(5, 4) - 0.1
    assert luck.wrong_share(50, 6) < 0.05


def test_formulas_of_mean_and_line_by_simulation():
    generator = np.random.default_rng(0)
    x = generator.uniform(-1, 1, 50)
    noise = generator.normal(size=(20000, 50))
    y = 0.1 * x + noise
    mean = ((y.mean(axis=1, keepdims=True) - 0.1 * x) ** 2).mean()
    centered = x - x.mean()
    slope = y @ centered / (centered @ centered)
    said = y.mean(axis=1)[:, None] + slope[:, None] * centered
    line = ((said - 0.1 * x) ** 2).mean()
    assert mean == pytest.approx(0.01 * x.var() + 1 / 50, rel=0.03)
    assert line == pytest.approx(2 / 50, rel=0.03)


def test_mean_is_closest_to_a_faint_line_until_there_are_many_rows():
    for rows in (20, 50):
        off = [luck.excess(rows, name).mean() for name in luck.MODELS]
        assert off == sorted(off)
    off = {name: luck.excess(800, name).mean() for name in luck.MODELS}
    assert off["line"] < min(off["mean"], off["network"])


def test_small_network_for_the_hotels_is_that_of_the_runs():
    model = luck.hotel_network(3, seed=7)
    data = luck.chapter03
    model.fit(data.X, data.Y, epochs=800, batch_size=24, verbose=0)
    said = model.predict(data.X_TEST, verbose=0)
    error = ((said - data.Y_TEST) ** 2).mean() * data.SQUARE
    assert error == pytest.approx(luck.hotel_runs(3)[7], rel=1e-6)
