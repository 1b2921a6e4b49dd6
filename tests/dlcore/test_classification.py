"""Losses of classes: the numbers of Keras, of the book, and what is cut off."""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Sequential, Tensor, layers, losses, optimizers

STORED = json.loads(
    (Path(__file__).parent / "reference" / "losses.json").read_text(encoding="utf-8")
)


def close(actual, stored, rtol=2e-5, atol=2e-6):
    np.testing.assert_allclose(actual, stored, rtol=rtol, atol=atol)


@pytest.mark.parametrize("name", STORED)
def test_loss_equals_that_of_keras(name):
    stored = STORED[name]
    kind, arguments = getattr(losses, stored["class"]), stored["arguments"]
    y_true = stored["y_true"]
    y_pred = Tensor(np.array(stored["y_pred"], dtype="float32"), requires_grad=True)
    value = kind(**arguments)(y_true, y_pred)
    value.backward()
    close(value.data, stored["value"])
    close(y_pred.grad, stored["gradient"])
    rows = kind(**arguments, reduction=None)(y_true, y_pred)
    close(rows.data, stored["rows"])
    weights = np.arange(1.0, 1 + len(rows), dtype="float32")
    close(kind(**arguments)(y_true, y_pred, weights).data, stored["weighted"])
    assert value.dtype == np.float32


NUMBERS = [3.0, 5.0, 2.0], [2.5, 5.0, 4.0]
SIGNS = [1.0, -1.0, 1.0], [0.8, -0.3, -0.5]
CLASSES = [0.0, 1.0, 0.0], [0.2, 0.3, 0.5]
SHARES = [0.7, 0.2, 0.1], [0.5, 0.3, 0.2]


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        ("mean_squared_error", NUMBERS, 1.4167),
        ("mean_absolute_error", NUMBERS, 0.8333),
        ("mean_absolute_percentage_error", NUMBERS, 38.8889),
        ("mean_squared_logarithmic_error", NUMBERS, 0.0929),
        ("squared_hinge", SIGNS, 0.9267),
        ("hinge", SIGNS, 0.8),
        ("categorical_hinge", CLASSES, 1.2),
        ("log_cosh", NUMBERS, 0.4817),
        ("categorical_crossentropy", CLASSES, 1.2040),
        ("sparse_categorical_crossentropy", ([1], CLASSES[1]), 1.2040),
        ("kl_divergence", SHARES, 0.0851),
        ("poisson", NUMBERS, -0.6896),
        ("cosine_similarity", NUMBERS, -0.9558),
    ],
)
def test_the_catalogue_of_losses(name, case, expected):
    y_true = [case[0]] if len(case[0]) > 1 else case[0]
    found = getattr(losses, name)(y_true, [case[1]])
    assert found.data[0] == pytest.approx(expected, abs=5e-5)
    assert losses.get(name)(y_true, [case[1]]).data == pytest.approx(found.data[0])


def test_after_its_activation_nothing_is_cut_off():
    z = Tensor(np.array([[60.0, 0.0]]), requires_grad=True)
    loss = losses.CategoricalCrossentropy()(
        [[0.0, 1.0]], layers.Activation("softmax")(z)
    )
    loss.backward()
    assert loss.data == pytest.approx(60.0)
    np.testing.assert_allclose(z.grad, [[1.0, -1.0]])
    z = Tensor(np.array([[-60.0]]), requires_grad=True)
    loss = losses.BinaryCrossentropy()([[1.0]], layers.Activation("sigmoid")(z))
    loss.backward()
    assert loss.data == pytest.approx(60.0)
    np.testing.assert_allclose(z.grad, [[-1.0]])


def test_the_delta_of_a_classifier_is_prediction_minus_target():
    x = np.random.default_rng(0).normal(size=(4, 3))
    y = np.eye(3)[[0, 1, 2, 1]]
    for loss, activation in [
        ("categorical_crossentropy", "softmax"),
        ("binary_crossentropy", "sigmoid"),
    ]:
        layer = layers.Dense(3, activation, dtype="float64")
        prediction = layer(x)
        losses.get(loss)(y, prediction).backward()
        n = 4 if loss[0] == "c" else 12
        np.testing.assert_allclose(
            layer.z.grad, (prediction.data - y) / n, rtol=1e-9, atol=1e-12
        )


def test_a_softmax_over_another_axis_is_left_alone():
    z = Tensor(np.random.default_rng(0).normal(size=(3, 3)))
    a = layers.Softmax(axis=0)(z) if hasattr(layers, "Softmax") else None
    if a is None:
        pytest.skip("needs layers.Softmax")
    loss = losses.categorical_crossentropy(np.eye(3), a)
    share = a.data / a.data.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(loss.data, -np.log(np.diag(share)), rtol=1e-5)


def test_rows_that_are_ignored_do_not_count():
    z = np.array([[2.0, 0.0], [0.0, 1.0], [3.0, 3.0]])
    loss = losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=-1)
    some = loss([0, 1, -1], z)
    np.testing.assert_allclose(some.data, loss([0, 1], z[:2]).data)
    assert loss([-1, -1, -1], z).data == 0.0


def test_two_softmax_units_equal_one_sigmoid():
    z = np.array([[0.3, 1.7]])
    pair = losses.sparse_categorical_crossentropy([1], z, from_logits=True)
    one = losses.binary_crossentropy([[1.0]], z[:, 1:] - z[:, :1], from_logits=True)
    np.testing.assert_allclose(pair.data, one.data)


def test_a_classifier_learns():
    generator = np.random.default_rng(0)
    labels = np.arange(60) % 3
    x = np.eye(3)[labels] + 0.3 * generator.normal(size=(60, 3))
    model = Sequential([layers.Input((3,)), layers.Dense(3, "softmax")])
    model.compile(optimizers.SGD(0.5), "sparse_categorical_crossentropy")
    losses_seen = model.fit(x, labels, epochs=20, verbose=0).history["loss"]
    assert losses_seen[-1] < 0.5 * losses_seen[0]
