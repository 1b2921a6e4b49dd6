"""Batch normalization: the batch's moments in training, the moving ones in use."""

import numpy as np
import pytest

from dlcore import Sequential, Tensor, backend, layers, no_grad, ops
from tests.dlcore.columns import COLUMNS, differences

rng = np.random.default_rng(6)
SHAPES = {"rows": (5, 3), "images": (2, 3, 2, 3)}


def normal(*shape):
    return 2.0 + 3.0 * rng.normal(size=shape)


def by_hand(x, gamma, beta, axes, epsilon=1e-3):
    std = np.sqrt(x.var(axis=axes) + epsilon)
    return gamma * (x - x.mean(axis=axes)) / std + beta


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_in_training(shape, column):
    layer = layers.BatchNormalization(momentum=0.9)
    layer.settle(column.dtype, column.device)
    x = normal(*shape)
    layer(x)
    weights = [*rng.uniform(0.5, 1.5, (3, 3)), np.full(3, 2.0)]
    layer.set_weights(weights)
    gamma, beta, mean, variance = weights
    axes = tuple(range(len(shape) - 1))

    data = Tensor(column.upload(x), requires_grad=True)
    y = layer(data, training=True)
    column.check_home(y.data, "output")
    column.check_equal(y.data, by_hand(x, gamma, beta, axes), "output")
    column.check_equal(
        layer.moving_mean.data, 0.9 * mean + 0.1 * x.mean(axis=axes), "mean"
    )
    column.check_equal(
        layer.moving_variance.data, 0.9 * variance + 0.1 * x.var(axis=axes), "variance"
    )

    delta = np.cos(np.arange(x.size, dtype="float64")).reshape(shape)
    y.backward(column.upload(delta))
    for number, tensor in enumerate([data, layer.gamma, layer.beta]):
        slope = differences(
            lambda *moved: (by_hand(*moved, axes) * delta).sum(), [x, gamma, beta],
            number,
        )  # fmt: skip
        column.check_home(tensor.grad, "gradient")
        np.testing.assert_allclose(
            backend.to_numpy(tensor.grad), slope, column.rtol, 1e-6 + column.atol
        )


@pytest.mark.parametrize("column", COLUMNS)
def test_masked_steps_do_not_count(column):
    x, mask = normal(2, 4, 3), np.array([[1, 1, 0, 0], [1, 1, 1, 0]]) == 1
    delta = normal(5, 3)
    moving, found = [], []
    for part in (x[mask], x):  # without the steps that do not count, and masked
        layer = layers.BatchNormalization(momentum=0.9)
        layer.settle(column.dtype, column.device)
        data = Tensor(column.upload(part), requires_grad=True)
        y = layer(data, training=True, mask=mask if part is x else None)
        column.check_home(y.data, "output")
        given = np.zeros(part.shape)
        given[mask if part is x else ...] = delta
        y.backward(column.upload(given))
        moving.append(layer.get_weights()[2:])
        found.append([backend.to_numpy(each) for each in (y.data, data.grad)])
    masked = [each[mask] for each in found[1]]
    for one, other in zip(found[0] + moving[0], masked + moving[1], strict=True):
        np.testing.assert_allclose(one, other, column.rtol, 1e-6 + column.atol)


@pytest.mark.parametrize("column", COLUMNS)
def test_in_use(column):
    layer = layers.BatchNormalization()
    layer.settle(column.dtype, column.device)
    x = normal(4, 3)
    layer(x)
    gamma, beta, mean, variance = weights = rng.uniform(0.5, 1.5, (4, 3))
    layer.set_weights(weights)
    y = layer(x)
    expected = gamma * (x - mean) / np.sqrt(variance + 1e-3) + beta
    column.check_home(y.data, "output")
    column.check_equal(y.data, expected, "output")
    for old, new in zip(weights, layer.get_weights(), strict=True):
        np.testing.assert_allclose(new, old, rtol=1e-6)


@pytest.mark.parametrize(
    ("center", "scale", "count"),
    [(True, True, 4), (False, True, 3), (True, False, 3), (False, False, 2)],
)
def test_without_gamma_or_beta(center, scale, count):
    layer = layers.BatchNormalization(center=center, scale=scale, dtype="float64")
    x = normal(5, 2)
    y = layer(x, training=True)
    np.testing.assert_allclose(y.data, by_hand(x, 1.0, 0.0, 0))
    layer.set_weights([np.full(2, 0.5)] * count)
    gamma, beta = 0.5 if scale else 1.0, 0.5 if center else 0.0
    expected = gamma * (x - 0.5) / np.sqrt(0.5 + 1e-3) + beta
    np.testing.assert_allclose(layer(x).data, expected)
    assert len(layer.trainable_weights) == count - 2


def test_another_axis():
    x = normal(2, 3, 4)
    last = layers.BatchNormalization(dtype="float64")
    other = layers.BatchNormalization(axis=1, dtype="float64")
    for training in (True, False):
        expected = last(x.transpose(0, 2, 1), training=training).data
        y = other(x, training=training)
        np.testing.assert_allclose(y.data, expected.transpose(0, 2, 1))
    assert [W.shape for W in other.weights] == [(3,)] * 4


def test_a_frozen_layer_uses_the_moving_moments():
    layer = layers.BatchNormalization()
    x = normal(5, 2)
    before = layer(x).data
    layer.trainable = False
    np.testing.assert_array_equal(layer(x, training=True).data, before)
    assert [W.tolist() for W in layer.get_weights()[2:]] == [[0.0, 0.0], [1.0, 1.0]]


def test_the_moving_moments_follow_without_a_tape():
    layer = layers.BatchNormalization(momentum=0.0)
    x = normal(5, 2)
    with no_grad():
        layer(x, training=True)
    np.testing.assert_allclose(layer.moving_mean.data, x.mean(axis=0), rtol=1e-5)


def test_training_reaches_the_moments_of_the_data():
    model = Sequential([layers.BatchNormalization(momentum=0.5), layers.Dense(1)])
    x = normal(64, 2)
    model.compile("sgd", "mse")
    model.fit(x, x[:, :1], batch_size=64, epochs=20, verbose=0)
    learned = model.layers[0]
    np.testing.assert_allclose(learned.moving_mean.data, x.mean(axis=0), rtol=1e-4)
    assert len(model.trainable_weights) == 4


def test_a_batch_of_one_image():
    x = normal(1, 4, 4, 2)
    y = ops.normalize(x, (0, 1, 2))
    np.testing.assert_allclose(y.data.mean(axis=(0, 1, 2)), 0, atol=1e-12)
