"""The same numbers as Keras 3, which `reference/make_reference.py` stored.

What Keras has and dlcore has not yet is listed in MISSING; when it comes, the list has
to shrink, and the comparison starts.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Sequential, Tensor, activations, layers, losses, metrics, optimizers

STORED = json.loads(
    (Path(__file__).parent / "reference" / "keras.json").read_text(encoding="utf-8")
)
X, Y = np.array(STORED["x"]), np.array(STORED["y"])
POSITIVE = np.array(STORED["positive"], dtype="float32")
MISSING = {
    activations: [],
    losses: [],
    metrics: [],
}


def close(actual, stored, rtol=2e-5, atol=2e-6):
    np.testing.assert_allclose(actual, stored, rtol=rtol, atol=atol)


def names(kind, module):
    """Return what is stored of a kind and not missing from the module."""
    return [name for name in STORED[kind] if name not in MISSING[module]]


@pytest.mark.parametrize("module", MISSING, ids=lambda module: module.__name__)
def test_missing_means_missing(module):
    there = [name for name in MISSING[module] if hasattr(module, name)]
    assert not there, f"take {there} off the list MISSING: dlcore has them now"


@pytest.mark.parametrize("name", names("activations", activations))
def test_activation(name):
    stored = STORED["activations"][name]
    z = Tensor(np.array([STORED["z"]], dtype="float32"), requires_grad=True)
    a = getattr(activations, name)(z)
    (a * a).sum().backward()
    close(a.data[0], stored["a"])
    close(z.grad[0], stored["gradient"])


@pytest.mark.parametrize("name", names("losses", losses))
def test_loss(name):
    stored = STORED["losses"][name]
    prediction = Tensor(POSITIVE[::-1].copy(), requires_grad=True)
    value = getattr(losses, name)()(POSITIVE, prediction)
    value.backward()
    close(value.data, stored["value"])
    close(prediction.grad, stored["gradient"])
    rows = getattr(losses, name)(reduction=None)(POSITIVE, prediction)
    close(rows.data, stored["rows"])
    weighted = getattr(losses, name)()(
        POSITIVE, prediction, sample_weight=np.arange(8.0, dtype="float32")
    )
    close(weighted.data, stored["weighted"])


@pytest.mark.parametrize("name", names("metrics", metrics))
def test_metric(name):
    measured = getattr(metrics, name)()
    for rows, stored in zip(
        (slice(0, 5), slice(5, 8)), STORED["metrics"][name], strict=True
    ):
        measured.update_state(Y[rows], Y[::-1][rows])
        close(measured.result(), stored)


def started(run):
    """Return the stored run's network, with its weights at the start."""
    model = Sequential([layers.Dense(n, f) for n, f in run["layers"]])
    model(X[:1])
    model.set_weights([np.array(weight) for weight in run["start"]])
    optimizer = getattr(optimizers, run["optimizer"]["name"])
    optimizer = optimizer(**run["optimizer"]["arguments"])
    model.compile(optimizer, run["loss"], metrics=["mae"])
    return model


@pytest.mark.parametrize("name", STORED["training"])
def test_first_gradients(name):
    run = STORED["training"][name]
    model = started(run)
    loss = losses.get(run["loss"])(Y.astype("float32"), model(X))
    loss.backward()
    for weight, stored in zip(model.weights, run["gradients"], strict=True):
        close(weight.grad, stored)


@pytest.mark.parametrize("name", STORED["training"])
def test_training(name):
    run = STORED["training"][name]
    model = started(run)
    history = model.fit(X, Y, shuffle=False, verbose=0, **run["fit"])
    assert list(history.history) == list(run["history"])
    for key, stored in run["history"].items():
        close(history.history[key], stored)
    for weight, stored in zip(model.get_weights(), run["end"], strict=True):
        close(weight, stored)
        assert weight.dtype == np.float32
    close(model.evaluate(X, Y, batch_size=8, verbose=0), run["evaluate"])
    close(model.predict(X, verbose=0), run["predict"])
