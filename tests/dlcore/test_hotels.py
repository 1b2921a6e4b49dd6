"""The book's numbers on the hotels, computed again."""

import numpy as np
import pytest

from dlcore import Sequential, layers, optimizers, utils
from dlcore.datasets import hotels
from dlcore.neuron import Neuron
from dlcore.preprocessing import Standardizer
from dlcore.teach.restarts import predict_many, train_many

# Task "linear": one neuron, the price from the distance

(MILES, PRICE), (MILES_TEST, PRICE_TEST) = hotels.load_data("linear")
SCALE = Standardizer().fit(MILES)
DISTANCE, DISTANCE_TEST = SCALE.transform(MILES), SCALE.transform(MILES_TEST)


def trained(learning_rate=0.08, epochs=100, x=DISTANCE):
    """Return a neuron trained from zero, and its losses with the one at the end."""
    neuron = Neuron()
    losses = neuron.fit(x, PRICE, learning_rate, epochs)
    return neuron, [*losses, neuron.evaluate(x, PRICE)]


def test_c2_19_gradients_at_the_start():
    neuron = Neuron()
    neuron.evaluate(DISTANCE, PRICE)
    assert neuron.feedback() == pytest.approx((41.988, -249.75), abs=5e-4)


def test_c2_20_the_gradient_is_the_mean_of_those_of_the_rows():
    neuron = Neuron()
    rows = []
    for x, y in zip(DISTANCE, PRICE, strict=True):
        neuron.evaluate(x, y)
        rows.append(neuron.feedback())
    neuron.evaluate(DISTANCE, PRICE)
    assert neuron.feedback() == pytest.approx(tuple(np.mean(rows, axis=0)))


@pytest.mark.parametrize(
    ("learning_rate", "loss"),
    [
        (0.001, pytest.approx(10760.3, abs=0.05)),
        (0.01, pytest.approx(298.4, abs=0.05)),
        (0.08, pytest.approx(16.3655, abs=5e-5)),
        (0.3, pytest.approx(16.3655, abs=5e-5)),
        (0.5, pytest.approx(16.3655, abs=5e-5)),
        (0.99, pytest.approx(298.4, abs=0.05)),
        (1.0, pytest.approx(16050.9, abs=0.05)),
        (1.01, pytest.approx(8.4e5, rel=0.01)),
        (1.1, pytest.approx(1.1e20, rel=0.3)),
    ],
)
def test_c2_23_learning_rates(learning_rate, loss):
    _, losses = trained(learning_rate)
    assert losses[0] == pytest.approx(16050.875)
    assert losses[-1] == loss


def test_c2_23_one_half_arrives_in_one_step():
    assert trained(0.5, epochs=1)[1][-1] == pytest.approx(16.3655, abs=5e-5)


def test_c2_24_why_the_feature_is_standardized():
    assert SCALE.mean == pytest.approx(3.675)
    assert SCALE.std == pytest.approx(2.82478, abs=5e-6)
    rows = np.hstack([MILES, np.ones_like(MILES)])
    smallest, largest = np.linalg.eigvalsh(2 * rows.T @ rows / len(rows))
    assert smallest == pytest.approx(0.721, abs=5e-4)
    assert largest == pytest.approx(44.25, abs=5e-3)
    assert 2 / largest == pytest.approx(0.0452, abs=5e-5)
    assert largest / smallest == pytest.approx(61.3, abs=0.05)
    rows[:, :1] = DISTANCE
    np.testing.assert_allclose(2 * rows.T @ rows / len(rows), 2 * np.eye(2), atol=1e-12)
    weights = [trained(x=MILES, epochs=n)[0].w for n in (1, 2, 3)]
    assert weights == pytest.approx([63.9, -103.7, 317.1], abs=0.05)


def test_c2_27_one_hundred_epochs():
    neuron, losses = trained()
    after = [losses[n] for n in (0, 1, 2, 10, 50, 100)]
    assert after[:4] == pytest.approx([16050.9, 11330.3, 7999.5, 506.9], abs=0.05)
    assert after[4:] == pytest.approx([16.3659, 16.3655], abs=5e-5)
    first_near = next(n for n, loss in enumerate(losses) if loss < 1.01 * losses[-1])
    assert first_near == 33
    assert (neuron.w, neuron.b) == pytest.approx((-20.9939, 124.8750), abs=5e-5)


def test_c2_28_reported_and_reproduced():
    neuron, losses = trained()
    assert losses[-1] == pytest.approx(16.3655, abs=5e-5)
    test_loss = neuron.evaluate(DISTANCE_TEST, PRICE_TEST)
    assert test_loss == pytest.approx(144.4663, abs=5e-5)
    assert [f"{loss:.1f}" for loss in (losses[-1], test_loss)] == ["16.4", "144.5"]


def test_c2_28_a_network_of_one_neuron_does_the_same():
    model = Sequential([layers.Dense(1, kernel_initializer="zeros")], dtype="float64")
    model.compile(optimizers.SGD(learning_rate=0.08), "mse")
    history = model.fit(DISTANCE, PRICE, batch_size=8, epochs=100, verbose=0)
    neuron, losses = trained()
    assert history.history["loss"] == pytest.approx(losses[:-1], rel=1e-12)
    kernel, bias = model.get_weights()
    assert (*kernel.ravel(), *bias) == pytest.approx((neuron.w, neuron.b))


def test_c2_29_the_learned_line_is_that_of_least_squares():
    neuron, _ = trained(epochs=300)
    slope = neuron.w / SCALE.std[0]
    intercept = neuron.b - slope * SCALE.mean[0]
    assert (intercept, slope) == pytest.approx((152.19, -7.43), abs=0.005)
    assert (slope, intercept) == pytest.approx(
        tuple(np.polyfit(MILES.ravel(), PRICE.ravel(), 1))
    )


def test_c2_32_one_odd_hotel():
    neuron, _ = trained()
    squared = (neuron.predict(DISTANCE_TEST) - PRICE_TEST).ravel() ** 2
    assert squared[[0, 1, 3]] == pytest.approx([36.5, 441.6, 99.7], abs=0.05)
    assert squared[2] == pytest.approx(0.05, abs=0.005)
    assert squared.sum() == pytest.approx(577.9, abs=0.05)


def test_c2_36_without_the_factor_two():
    # Half the gradient is the same as half the learning rate.
    neuron, losses = trained(learning_rate=0.04)
    assert losses[-1] == pytest.approx(16.3664, abs=5e-5)
    test_loss = neuron.evaluate(DISTANCE_TEST, PRICE_TEST)
    assert test_loss == pytest.approx(145.05, abs=0.005)


# Task "nonlinear": 2-3-1, the price from distance and rating

(ROWS, PRICES), (ROWS_TEST, PRICES_TEST) = hotels.load_data("nonlinear")
ROW_SCALE, PRICE_SCALE = Standardizer().fit(ROWS), Standardizer().fit(PRICES)
X, X_TEST = ROW_SCALE.transform(ROWS), ROW_SCALE.transform(ROWS_TEST)
Y, Y_TEST = PRICE_SCALE.transform(PRICES), PRICE_SCALE.transform(PRICES_TEST)
SQUARED_DOLLARS = float(PRICE_SCALE.std[0] ** 2)
GLOROT_PERCENTILES = ([35.9, 41.9, 47.0, 52.7, 582], [29.8, 37.9, 90.6, 132.9, 992])
HE_PERCENTILES = ([36.5, 41.5, 48.5, 163.8, 783], [27.1, 36.5, 87.2, 271, 1043])


def run_many(seeds=range(200), **settings):
    """Return the networks, and their train and test losses in squared dollars."""
    many = train_many(X, Y, seeds, x_test=X_TEST, y_test=Y_TEST, **settings)
    return many, many.train_loss * SQUARED_DOLLARS, many.test_loss * SQUARED_DOLLARS


@pytest.fixture(scope="module")
def glorot():
    return run_many(record=(0, 100, 200, 400, 800))


def percentiles(losses):
    """Return the 5, 25, 50, 75 and 95 % points, each the loss of one network."""
    return np.percentile(losses, [5, 25, 50, 75, 95], method="nearest")


def fitted(seed, activation="relu", initializer="glorot_uniform", epochs=800):
    """Return a 2-3-1 network trained by `fit`, and its history."""
    utils.set_random_seed(seed)
    model = Sequential(
        [
            layers.Dense(3, activation, kernel_initializer=initializer),
            layers.Dense(1, kernel_initializer=initializer),
        ],
        dtype="float64",
    )
    model.compile(optimizers.SGD(learning_rate=0.08), "mse")
    return model, model.fit(X, Y, batch_size=len(X), epochs=epochs, verbose=0)


@pytest.mark.parametrize(
    ("seed", "activation", "initializer"),
    [
        (0, "relu", "glorot_uniform"),
        (4, "relu", "glorot_uniform"),
        (8, "relu", "glorot_uniform"),
        (3, "relu", "he_uniform"),
        (5, "linear", "glorot_uniform"),
        (6, "tanh", "glorot_uniform"),
    ],
)
def test_many_at_once_equal_fit_one_by_one(seed, activation, initializer):
    model, history = fitted(seed, activation, initializer)
    many, _, _ = run_many(
        range(10), activation=activation, initializer=initializer, record=(0, 100)
    )
    assert many.train_loss[seed] == pytest.approx(
        model.evaluate(X, Y, verbose=0), rel=1e-8
    )
    assert many.test_loss[seed] == pytest.approx(
        model.evaluate(X_TEST, Y_TEST, verbose=0), rel=1e-8
    )
    for epoch in (0, 100):
        assert many.curve[epoch][seed] == pytest.approx(history.history["loss"][epoch])
    for one, all_of_them in zip(model.get_weights(), many.weights, strict=True):
        np.testing.assert_allclose(all_of_them[seed], one, atol=1e-7)


def test_c3_08_thirteen_parameters():
    assert fitted(0, epochs=1)[0].count_params() == 13


def test_c3_22_linear_activations_end_on_the_plane():
    _, train, test = run_many(activation="linear")
    np.testing.assert_allclose(train, 923.79, atol=0.005)
    np.testing.assert_allclose(test, 1090.88, atol=0.005)
    assert PRICES.var() == pytest.approx(1329.44, abs=0.005)
    assert 1 - train[0] / PRICES.var() == pytest.approx(0.305, abs=0.0005)
    plane, *_ = np.linalg.lstsq(np.hstack([np.ones((24, 1)), X]), PRICES, rcond=None)
    assert plane.ravel() == pytest.approx([132.875, 9.523, 16.963], abs=5e-4)


def test_c3_21_linear_networks_arrive_by_epoch_100():
    _, train, _ = run_many(activation="linear", epochs=100)
    np.testing.assert_allclose(train, 923.79, atol=0.05)


def test_c3_26_two_hundred_glorot_seeds(glorot):
    _, train, test = glorot
    expected_train, expected_test = GLOROT_PERCENTILES
    np.testing.assert_allclose(percentiles(train)[:4], expected_train[:4], atol=0.06)
    np.testing.assert_allclose(percentiles(test)[:4], expected_test[:4], atol=0.06)
    assert percentiles(train)[4] == pytest.approx(expected_train[4], abs=0.5)
    assert percentiles(test)[4] == pytest.approx(expected_test[4], abs=0.5)
    extremes = [train.min(), train.max(), test.min(), test.max()]
    assert extremes == pytest.approx([25.4, 1193, 15.5, 1349], abs=0.5)


def test_c3_26_two_hundred_he_seeds():
    _, train, test = run_many(initializer="he_uniform")
    expected_train, expected_test = HE_PERCENTILES
    np.testing.assert_allclose(percentiles(train)[:4], expected_train[:4], atol=0.06)
    np.testing.assert_allclose(percentiles(test)[:3], expected_test[:3], atol=0.06)
    assert percentiles(train)[4] == pytest.approx(expected_train[4], abs=0.5)
    assert percentiles(test)[3:] == pytest.approx(expected_test[3:], abs=0.6)


@pytest.fixture(scope="module")
def thousand():
    """Return 1000 networks, their losses, and which ended near the known pair."""
    many, train, test = run_many(range(1000))
    return many, train, test, (abs(train - 50.8) <= 3) & (abs(test - 100.4) <= 6)


def test_c3_27_the_pair_of_the_literature(thousand):
    _, train, test, near = thousand
    assert near.sum() == 124
    for seed, pair in {4: (50.5, 100.4), 2: (50.6, 100.2), 5: (50.6, 100.2)}.items():
        assert (train[seed], test[seed]) == pytest.approx(pair, abs=0.05)


def test_c3_27_the_reverse_pair_is_rare(thousand):
    _, train, test, _ = thousand
    reverse = (abs(train - 100.4) <= 3) & (abs(test - 50.8) <= 6)
    assert np.flatnonzero(reverse).tolist() == [329, 864]


def test_c3_28_the_pair_is_a_fit_by_two_units(thousand):
    many, _, _, near = thousand
    a, _ = predict_many(X, many.weights)  # (networks, rows, units)
    contribution = np.abs(many.weights[2][:, :, 0]) * a.std(axis=1)
    weakest, middle, _ = np.median(np.sort(contribution, axis=1)[near], axis=0)
    assert (weakest, middle) == (
        pytest.approx(0.011, abs=5e-4),
        pytest.approx(1.22, abs=5e-3),
    )
    dead = (a == 0).all(axis=1).any(axis=1)
    assert dead[near].sum() == 42
    assert dead[[2, 4, 5]].all()


def test_c3_28_two_units_end_there_too():
    _, train, test = run_many(units=2, epochs=5000)
    assert ((abs(train - 50.4) < 0.06) & (abs(test - 100.5) < 0.06)).sum() == 56


def test_c3_29_different_seeds_end_in_different_minima(glorot):
    _, train, test = glorot
    pairs = [(870.5, 1177.0), (37.5, 45.4), (50.6, 100.2), (39.3, 31.6), (50.5, 100.4)]
    pairs += [(50.6, 100.2), (43.7, 32.3), (44.6, 115.4), (31.7, 86.2), (99.4, 57.3)]
    np.testing.assert_allclose(np.stack([train, test], 1)[:10], pairs, atol=0.051)
    assert (train > 200).mean() == 0.205


def test_c3_30_the_best_of_ten_by_train_loss(glorot):
    _, train, test = glorot
    train, test = train.reshape(20, 10), test.reshape(20, 10)
    best = train.argmin(axis=1)
    best_train, best_test = train.min(axis=1), test[np.arange(20), best]
    assert np.median(best_train) == pytest.approx(36.8, abs=0.05)
    assert best_train.max() == pytest.approx(43.5, abs=0.05)
    assert np.median(best_test) == pytest.approx(60.5, abs=0.05)
    assert best_test.max() == pytest.approx(109, abs=0.5)


def test_c3_31_why_the_target_is_standardized():
    linear = train_many(X, PRICES, range(200), activation="linear")
    assert not np.isfinite(linear.train_loss).any()
    relu = train_many(X, PRICES, range(200)).train_loss
    survivors = relu[np.isfinite(relu)]
    assert len(survivors) / len(relu) == pytest.approx(0.05, abs=0.015)
    np.testing.assert_allclose(survivors, 1329.4, atol=0.05)


def test_c3_31_raw_features_end_at_the_mean():
    raw = train_many(ROWS, Y, range(200)).train_loss * SQUARED_DOLLARS
    assert np.median(raw) == pytest.approx(1329.4, abs=0.05)


@pytest.mark.parametrize(
    ("units", "train_median", "test_median"),
    [(1, 1015, 1144), (2, 133, 129), (4, 42, 64), (8, 34, 49), (32, 23, 34)],
)
def test_c3_32_more_neurons(units, train_median, test_median):
    _, train, test = run_many(units=units)
    assert np.median(train) == pytest.approx(train_median, abs=0.6)
    assert np.median(test) == pytest.approx(test_median, abs=0.6)


def test_c3_33_median_learning_curve(glorot):
    many, _, _ = glorot
    medians = [np.median(many.curve[n]) * SQUARED_DOLLARS for n in (100, 200, 400, 800)]
    assert medians == pytest.approx([355, 113, 57, 47], abs=0.5)


def test_c3_39_predictions_of_seed_5():
    model, _ = fitted(5)
    prediction = PRICE_SCALE.inverse_transform(model.predict(X_TEST, verbose=0))
    expected = [152.5, 149.8, 143.3, 146.6, 129.6, 126.6, 104.0, 207.7]
    assert prediction.ravel() == pytest.approx(expected, abs=0.051)


def test_c3_40d_equal_starts_stay_equal():
    def alike(generator, n_in, n_out):
        return np.full((n_in, n_out), 0.5)

    many, train, test = run_many([0], initializer=alike)
    hidden = many.weights[0][0]  # (features, units)
    np.testing.assert_allclose(hidden, hidden[:, :1].repeat(3, axis=1), rtol=1e-12)
    assert (train[0], test[0]) == pytest.approx((737.9, 1142.1), abs=0.05)


def test_c3_40d_a_start_at_zero_stays_at_the_mean():
    _, train, _ = run_many([0], initializer="zeros")
    assert train[0] == pytest.approx(1329.4, abs=0.05)


# The trainer of many networks


def test_recorded_curve_ends_at_the_final_loss(glorot):
    many, _, _ = glorot
    np.testing.assert_array_equal(many.curve[800], many.train_loss)
    assert set(many.curve) == {0, 100, 200, 400, 800}


def test_diverging_networks_end_without_a_warning():
    many = train_many(X, PRICES, range(20), epochs=200)
    assert not np.isfinite(many.train_loss).all()
    assert many.test_loss is None


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (
            {"initializer": "glorot"},
            "Unknown initializer.*mean 'glorot_uniform'",
        ),
        ({"activation": "step"}, "Unknown activation 'step'.*use one of linear, relu"),
        ({"y": Y[:, 0]}, r"y \(rows, 1\).*\(24, 2\) and \(24,\).*reshape"),
    ],
)
def test_errors_of_train_many(settings, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        train_many(**{"x": X, "y": Y, "seeds": [0], **settings})
