"""Page 9.7's numbers: R's split, the lasso, and the record of the ball players."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore.datasets import hitters
from dlcore.teach import chapter09_case as case
from dlcore.teach import chapter09_hitters as record
from dlcore.teach import chapter09_players as players

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "Hitters.csv"
has_file = pytest.mark.skipif(not FILE.exists(), reason="needs Hitters.csv")


@pytest.fixture(scope="module")
def kept():
    return record.record()


# -- without the file ------------------------------------------------------------------


def test_r_draws_the_test_players_of_the_literature():
    drawn = players.LikeR(13).sample(263, 87)
    assert sorted(drawn) == [int(word) for word in hitters.TEST.split()]
    assert players.LikeR(14).sample(263, 87) != drawn


def test_r_draws_are_a_permutation_and_alike_likely():
    assert sorted(players.LikeR(1).sample(10, 10)) == list(range(1, 11))
    r = players.LikeR(2)
    counts = np.bincount([r.below(5) for _ in range(5000)], minlength=5)
    assert counts.min() > 900
    assert r.below(1) == 0


def test_known_numbers_of_r():
    """What `set.seed(42); sample(10)` prints in R from version 3.6 on."""
    assert players.LikeR(42).sample(10, 10) == [1, 5, 10, 8, 2, 4, 6, 9, 7, 3]


def test_lasso_is_that_of_scikit_learn():
    from sklearn.linear_model import Lasso

    generator = np.random.default_rng(0)
    x = generator.normal(size=(60, 6))
    x[:, 5] = x[:, 4] + 0.1 * x[:, 5]
    y = x @ [3.0, -2.0, 0.0, 0.0, 1.0, 1.0] + generator.normal(size=60)
    (x,) = players.scale_by(x)
    for price in (0.01, 0.3, 2.0):
        w, b = players.lasso(x, y, price, tolerance=1e-10)
        theirs = Lasso(alpha=price, tol=1e-12, max_iter=100_000).fit(x, y)
        np.testing.assert_allclose(w, theirs.coef_, atol=1e-6)
        assert b == pytest.approx(theirs.intercept_)


def test_networks_side_by_side_are_those_that_fit_trains():
    generator = np.random.default_rng(0)
    x, y = generator.normal(size=(2, 70, 5)), generator.normal(size=(2, 70, 1))
    many = players.train_together(x, y, [3, 5], [2, 4], units=6)
    for place, seed in enumerate((3, 5)):
        model = players.network(seed, inputs=5, units=6)
        model.fit(x[place], y[place], epochs=4, batch_size=32, verbose=0)
        for ours, theirs in zip(many[4], model.get_weights(), strict=True):
            np.testing.assert_allclose(
                np.squeeze(ours[place]), np.squeeze(theirs), atol=1e-6
            )
        said = players.say_together(x[place], many[4])[place]
        np.testing.assert_allclose(
            said, model.predict(x[place], verbose=0)[:, 0], atol=1e-5
        )
    assert players.network().count_params() == 1101


def test_least_squares_does_not_feel_the_scale():
    generator = np.random.default_rng(1)
    x, y = generator.normal(size=(30, 4)), generator.normal(size=30)
    w, b = players.least_squares(x, y)
    moved = (x - generator.normal(size=4)) / generator.uniform(0.1, 9, 4)
    w_moved, b_moved = players.least_squares(moved, y)
    np.testing.assert_allclose(x @ w + b, moved @ w_moved + b_moved)


def test_record_agrees_with_what_is_known_of_the_problem(kept):
    data, simple, tested = kept["data"], kept["baselines"], kept["test"]
    assert data["rows"] == [322, 263, 176, 87]
    assert simple["line"] == pytest.approx(254.6687, abs=5e-5)
    assert simple["mean"] == pytest.approx(369.1, abs=0.05)
    assert simple["median"] == pytest.approx(354.5, abs=0.05)
    assert simple["lasso 6.247"] == pytest.approx(252.255, abs=0.01)
    assert simple["nonzero 6.247"] == 13
    five, ninety5 = kept["splits"]["lines"][1], kept["splits"]["lines"][5]
    assert (five, ninety5) == pytest.approx((211, 283), abs=3)
    means = {
        ("dollars", "50"): 526, ("dollars", "200"): 359, ("dollars", "1500"): 252,
        ("standardized", "50"): 219, ("standardized", "200"): 214,
    }  # fmt: skip
    for (target, epoch), mean in means.items():
        assert np.mean(tested[target][epoch]) == pytest.approx(mean, abs=4)
    assert max(tested["standardized"]["200"]) < simple["lasso"]


def test_network_beats_the_line_on_each_split_and_trees_beat_the_network():
    assert case.wins("network") == 40
    assert case.wins("forest") == 40
    assert 20 < case.wins("lasso") < 36
    splits = record.record()["splits"]
    better = np.array(splits["forest"]) < np.array(splits["network"])
    assert better.mean() > 0.85


def test_four_curves_show_what_the_quiz_says():
    curves = {letter: errors for letter, (_, errors) in case.diagnose().items()}
    mean = np.mean(record.record()["folds"]["mean"])
    assert curves["A"][-1, 1] > curves["A"][:, 1].min() + 30
    assert np.abs(np.diff(curves["B"], axis=1)).max() < 5
    assert curves["C"][:, 1].min() > mean
    assert curves["D"][-1, 1] < 0.7 * mean


# -- with it ---------------------------------------------------------------------------


@has_file
def test_record_is_what_the_file_gives(kept):
    data = record.load(FILE)
    described = record.describe(*data, FILE)
    assert described == kept["data"]
    x, y, x_test, y_test = data
    seen, new = players.scale_by(x, x_test)
    error = record.off(record.line(seen, y, new), y_test)
    assert error == pytest.approx(kept["baselines"]["line"])
    w, b = players.lasso(seen, y, 6.247)
    error = record.off(new @ w + b, y_test)
    assert error == pytest.approx(kept["baselines"]["lasso 6.247"], abs=1e-3)


@has_file
@pytest.mark.parametrize("target", case.TARGETS)
def test_networks_of_the_record_are_trained_again(kept, target):
    x, y, x_test, y_test = record.load(FILE)
    seen, new = (part[None].repeat(3, axis=0) for part in players.scale_by(x, x_test))
    said = record.networks(
        seen, y[None].repeat(3, axis=0), new, range(3), target, (50,)
    )
    errors = record.off(said[50][1], y_test)
    np.testing.assert_allclose(errors, kept["test"][target]["50"][:3], atol=0.5)
