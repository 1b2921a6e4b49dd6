"""Dropout and noise: on in training alone, from the one generator or their own."""

import numpy as np
import pytest

from dlcore import Sequential, Tensor, backend, layers, utils
from tests.dlcore.columns import COLUMNS

ROWS, SERIES, IMAGES = np.ones((40, 50)), np.ones((8, 5, 60)), np.ones((8, 3, 4, 60))
LAYERS = {
    "Dropout": (lambda **seed: layers.Dropout(0.25, **seed), ROWS),
    "SpatialDropout1D": (lambda **seed: layers.SpatialDropout1D(0.25, **seed), SERIES),
    "SpatialDropout2D": (lambda **seed: layers.SpatialDropout2D(0.25, **seed), IMAGES),
    "GaussianNoise": (lambda **seed: layers.GaussianNoise(0.5, **seed), ROWS),
}
every_layer = pytest.mark.parametrize("name", LAYERS)


@every_layer
@pytest.mark.parametrize("column", COLUMNS)
def test_in_training(name, column):
    make, ones = LAYERS[name]
    utils.set_random_seed(3)
    layer = make()
    layer.settle(column.dtype, column.device)
    x = Tensor(column.upload(ones), requires_grad=True)
    y = layer(x, training=True)
    column.check_home(y.data, "output")
    values = backend.to_numpy(y.data)
    assert 0.9 < values.mean() < 1.1
    y.backward(column.upload(ones))
    column.check_home(x.grad, "gradient")
    expected = np.ones_like(ones) if name == "GaussianNoise" else values
    column.check_equal(x.grad, expected, "gradient")


@every_layer
def test_in_use(name):
    make, ones = LAYERS[name]
    np.testing.assert_array_equal(make()(ones).data, ones)


@every_layer
def test_a_run_can_be_repeated(name):
    make, ones = LAYERS[name]
    first, second = [], []
    for results in (first, second):
        utils.set_random_seed(7)
        layer = make()
        results += [layer(ones, training=True).data for _ in range(2)]
    np.testing.assert_array_equal(first, second)
    assert (first[0] != first[1]).any()


@every_layer
def test_a_seed_of_its_own(name):
    make, ones = LAYERS[name]
    results = []
    for general in (1, 2):
        utils.set_random_seed(general)
        layer = make(seed=5)
        results.append([layer(ones, training=True).data for _ in range(2)])
    np.testing.assert_array_equal(*results)
    assert (results[0][0] != results[0][1]).any()


def test_dropout_drops_its_share_and_enlarges_the_rest():
    utils.set_random_seed(0)
    y = layers.Dropout(0.4)(np.ones((200, 200)), training=True).data
    assert np.unique(y).tolist() == [0.0, pytest.approx(1 / 0.6)]
    assert abs((y == 0).mean() - 0.4) < 0.01


def test_one_mask_for_several():
    layer = layers.Dropout(0.5, noise_shape=(None, 1, 6), seed=1)
    y = layer(np.ones((4, 5, 6)), training=True).data
    assert (y == y[:, :1]).all()
    assert len(np.unique(y)) == 2


@pytest.mark.parametrize("name", ["SpatialDropout1D", "SpatialDropout2D"])
def test_channels_are_dropped_as_a_whole(name):
    make, ones = LAYERS[name]
    y = make(seed=2)(ones, training=True).data
    y = y.reshape(len(ones), -1, ones.shape[-1])
    assert (y == y[:, :1]).all()
    assert len(np.unique(y)) == 2


def test_rate_zero_changes_nothing():
    np.testing.assert_array_equal(layers.Dropout(0)(ROWS, training=True).data, ROWS)


def test_fit_trains_with_noise_and_predicts_without():
    model = Sequential([layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
    model.compile("sgd", "mse")
    x = np.random.default_rng(0).normal(size=(16, 3))
    model.fit(x, x[:, :1], verbose=0)
    np.testing.assert_array_equal(model.predict(x), model.predict(x))
    first, second = model(x, training=True).data, model(x, training=True).data
    assert (first != second).any()
