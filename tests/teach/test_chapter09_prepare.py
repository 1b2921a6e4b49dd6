"""Page 9.2's numbers: units, light, whitening, gaps and features."""

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, ops, utils
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.preprocessing import PCA, MissingEncoder, normalize_rows
from dlcore.teach import chapter03
from dlcore.teach import chapter09_gaps as gaps
from dlcore.teach import chapter09_prepare as page
from dlcore.teach import chapter09_whiten as white
from dlcore.teach.checks import chapter09_prepare as checks
from dlcore.teach.restarts import train_many


@pytest.mark.parametrize("c", [4.0, 255.0])
def test_c9_17_gradient_and_rate_grow_with_the_unit(c):
    generator = np.random.default_rng(0)
    x, kernel = generator.random((6, 5)), generator.normal(size=(5, 3))
    out = generator.normal(size=(3, 1))

    def slope(rows, start):
        W = Tensor(start, requires_grad=True)
        ops.mean((ops.relu(Tensor(rows) @ W) @ Tensor(out)) ** 2).backward()
        return W.grad

    small, large = slope(x, kernel), slope(c * x, kernel / c)
    np.testing.assert_allclose(large, c * small)
    stepped = c * (kernel / c - 0.1 * large)
    np.testing.assert_allclose(stepped, kernel - c**2 * 0.1 * small)


def test_c9_17_pixels_up_to_255_silence_the_network():
    losses, accuracy, dead = page.course(255, 0.5)
    assert losses.max() > 1e6
    assert dead == 32
    assert losses[-1] == pytest.approx(np.log(10), abs=0.02)
    assert accuracy < 0.15 < 0.8 < page.course(1, 0.5)[1]


def test_c9_17_courses_are_those_that_fit_trains():
    utils.set_random_seed(0)
    layers = [Dense(32, activation="relu"), Dense(10, activation="softmax")]
    model = Sequential([Input(shape=(64,)), *layers], dtype="float64")
    model.compile(SGD(0.1), loss="sparse_categorical_crossentropy")
    x, y = 4 * page.X[: page.FEW], page.Y[: page.FEW]
    log = model.fit(x, y, epochs=20, batch_size=page.FEW, verbose=0).history["loss"]
    np.testing.assert_allclose(page.course(4, 0.1)[0][:20], log, rtol=1e-6)


def test_c9_16_light_goes_out_with_the_mean_of_the_picture():
    x = page.X_TEST
    np.testing.assert_allclose(normalize_rows(x + 0.4), normalize_rows(x), atol=1e-12)
    np.testing.assert_allclose(normalize_rows(x), checks.center_rows(x))
    found = {way: [page.accuracy(way, s) for s in page.LIGHTS] for way in page.WAYS}
    assert len(set(found["by picture"])) == 1
    assert found["as it is"][-1] < found["as it is"][0] - 0.1
    assert found["by pixel"][-1] < found["by pixel"][0] - 0.2


def test_c9_16_by_row_two_features_become_one():
    rows = normalize_rows(chapter03.ROWS)
    np.testing.assert_allclose(rows[:, 0], -rows[:, 1])


def test_c9_18_hotel_features():
    correlation, variances = white.hotel_axes()
    assert correlation == pytest.approx(0.084, abs=5e-4)
    assert variances == pytest.approx([1.084, 0.916], abs=5e-4)
    assert variances == pytest.approx([1 + correlation, 1 - correlation])


@pytest.mark.parametrize("correlation", white.CORRELATIONS)
def test_c9_18_center_turn_stretch(correlation):
    x, _ = white.cloud(correlation)
    assert np.corrcoef(x.T)[0, 1] == pytest.approx(correlation, abs=1e-9)
    turned = np.cov(white.stage("turned", correlation).T, bias=True)
    assert turned[0, 1] == pytest.approx(0, abs=1e-9)
    whitened = np.cov(white.stage("whitened", correlation).T, bias=True)
    np.testing.assert_allclose(whitened, np.eye(2), atol=1e-9)
    assert white.steps_needed("whitened", correlation) == 1
    standard = PCA().fit(white.stage("standardized", correlation)).variances
    assert standard == pytest.approx([1 + correlation, 1 - correlation])


def test_c9_18_spread_along_a_direction():
    x = white.stage("standardized", 0.8)
    for t in np.linspace(-np.pi / 2, np.pi / 2, 9):
        along = x @ [np.cos(t), np.sin(t)]
        assert along.var() == pytest.approx(1 + 0.8 * np.sin(2 * t))


def test_c9_18_whitened_hotels_are_learned_in_one_step():
    z = PCA(whiten=True).fit_transform(chapter03.ROWS)
    for seed in (0, 1):
        utils.set_random_seed(seed)
        model = Sequential([Input(shape=(2,)), Dense(1)], dtype="float64")
        model.compile(SGD(0.5), loss="mse")
        model.fit(z, chapter03.Y, epochs=1, batch_size=24, verbose=0)
        exact = gaps.least_squares(z, chapter03.Y)
        found = np.vstack(model.get_weights()[::-1])
        np.testing.assert_allclose(found, exact, atol=1e-9)


def test_c9_18_whitening_thin_axes_costs_test_accuracy():
    assert white.digit_scores(40, True)[0] == 1
    assert white.digit_scores(40, True)[1] < white.digit_scores(20, True)[1] - 0.04
    with pytest.raises(ValueError, match="no spread"):
        PCA(whiten=True).fit(page.X[:300])


def test_c9_19_a_flag_gives_the_same_error_whatever_missing_means():
    errors = {f: [gaps.gap_errors(f, c)[0] for c in gaps.CHEAPER] for f in gaps.FILLS}
    assert np.ptp(errors["the mean and a flag"]) < 1e-6
    assert errors["the mean"][2] > 3 * errors["the mean and a flag"][2]
    assert errors["zero stars"][0] > 2 * errors["the mean"][0]


def test_c9_19_the_weight_of_the_flag_mends_the_mean_of_the_gaps():
    generator = np.random.default_rng(1)
    x, y = gaps.new_hotels(200, 40, generator)
    mean, std = np.nanmean(x, axis=0), np.nanstd(x, axis=0)
    z = gaps.filled(x, mean, std, "the mean and a flag")
    encoder = MissingEncoder().fit(x)
    np.testing.assert_allclose(encoder.transform(x), z)
    weights = gaps.least_squares(z, y)
    new = np.isnan(x[:, 1])
    said = gaps.with_ones(z) @ weights
    assert said[new].mean() == pytest.approx(y[new].mean())


def test_c9_20_a_missing_axis_pairs_everything():
    prices = np.array([150.0, 110, 90, 105])
    loss = np.mean((prices.reshape(4, 1) - prices) ** 2)
    assert loss == pytest.approx(2 * prices.var())


def test_c9_21_linear_neuron_with_the_squared_distance():
    _, seen, fresh = gaps.powered("rating, d, d²", 24)
    assert (round(seen, 1), round(fresh, 1)) == (69.5, 50.3)
    networks = train_many(
        chapter03.X, chapter03.Y, range(200),
        x_test=chapter03.X_TEST, y_test=chapter03.Y_TEST,
    ).test_loss * chapter03.SQUARE  # fmt: skip
    assert np.median(networks) == pytest.approx(91, abs=2)


def test_c9_21_a_feature_helps_the_most_on_few_rows():
    few, many = (gaps.thought_or_data(rows) for rows in (8, 128))
    assert few[1] > 3 * few[0]
    assert many[1] < 1.3 * many[0]
