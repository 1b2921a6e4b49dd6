"""Chapter 9's numbers about splits, folds and leaks agree with its printed claims."""

import numpy as np
import pytest

from dlcore import Input, Sequential, utils
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.preprocessing import Standardizer, k_fold
from dlcore.teach import chapter09
from dlcore.teach.checks.chapter09 import standard_error


def test_many_networks_on_rows_of_their_own_end_where_fit_does():
    train, _ = next(iter(k_fold(32, k=4, seed=1)))
    x = Standardizer().fit_transform(chapter09.ROWS[train])
    y = Standardizer().fit_transform(chapter09.PRICES[train])
    weights = [w.copy() for w in chapter09.starts()]
    rows = [np.repeat(part[None], chapter09.STARTS, axis=0) for part in (x, y)]
    chapter09.fit_many(*rows, weights, epochs=50)
    for seed in (0, 7):
        utils.set_random_seed(seed)
        model = Sequential(
            [Input(shape=(2,)), Dense(3, activation="relu"), Dense(1)], dtype="float64"
        )
        model.compile(SGD(learning_rate=0.08), loss="mse")
        model.fit(x, y, epochs=50, batch_size=len(x), verbose=0)
        for ours, theirs in zip(weights, model.get_weights(), strict=True):
            found = ours[seed].reshape(theirs.shape)
            np.testing.assert_allclose(found, theirs, atol=1e-12)


@pytest.mark.parametrize(
    ("k", "means"), [(4, [150, 408, 103, 137, 137]), (8, [153, 193, 86, 98, 132])]
)
def test_cross_validated_hotels(k, means):
    found = chapter09.fold_scores(k).mean(axis=1)
    assert found == pytest.approx(means, abs=0.6)


def test_single_folds_of_one_shuffle():
    first = chapter09.fold_scores(8)[0]
    assert (round(first.min()), round(first.max())) == (14, 652)


def test_standard_errors():
    assert standard_error(7 / 8, 8) == pytest.approx(0.12, abs=0.005)
    assert standard_error(0.98, 10_000) == pytest.approx(0.0014, abs=5e-5)


def test_measured_accuracies_scatter_by_one_standard_error():
    found = np.random.default_rng(9).binomial(400, 0.88, size=4000) / 400
    assert found.std() == pytest.approx(standard_error(0.88, 400), rel=0.05)


def test_a_leak_makes_noise_predictable_and_the_right_order_does_not():
    leaked, honest = (chapter09.leak(1000, by).mean() for by in chapter09.CHOSEN_BY)
    assert leaked > 0.75
    assert honest == pytest.approx(0.5, abs=0.03)
    assert chapter09.leak(5, "all rows").mean() == pytest.approx(0.5, abs=0.05)
