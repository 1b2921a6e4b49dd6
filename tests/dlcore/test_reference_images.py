"""Layers for images and series: Keras's numbers, stored by `make_images.py`."""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, layers, optimizers

STORED = json.loads(
    (Path(__file__).parent / "reference" / "images.json").read_text(encoding="utf-8")
)
ARRAYS = STORED["arrays"]


def close(actual, stored, what, rtol=5e-5, atol=1e-5):
    np.testing.assert_allclose(actual, stored, rtol=rtol, atol=atol, err_msg=what)


@pytest.mark.parametrize("name", STORED["cases"])
def test_layer(name):
    case = STORED["cases"][name]
    layer = getattr(layers, case["layer"])(**case["arguments"])
    x = Tensor(np.array(ARRAYS[case["x"]], dtype="float32"), requires_grad=True)
    layer(x)
    layer.set_weights([np.array(weight) for weight in case["weights"]])
    y = layer(x, training=True)
    assert y.data.dtype == np.float32
    close(y.data, case["output"], "output")
    (y * y).sum().backward()
    close(x.grad, case["gradient"], "gradient", atol=5e-5)
    for weight, stored in zip(layer.trainable_weights, case["slopes"], strict=True):
        close(weight.grad, stored, weight.name, atol=5e-5)
    for weight, stored in zip(
        layer.weights, case.get("after", case["weights"]), strict=True
    ):
        close(weight.data, stored, weight.name)
    close(layer(x).data, case.get("in_use", case["output"]), "output in use")


def test_training():
    run = STORED["training"]
    x, y = np.array(run["x"]), np.array(run["y"])
    made = [getattr(layers, kind)(**given) for kind, given in run["layers"]]
    model = Sequential([Input(x.shape[1:]), *made])
    model.set_weights([np.array(weight) for weight in run["start"]])
    model.compile(optimizers.Adam(0.01), "mse", metrics=["mae"])
    history = model.fit(x, y, batch_size=4, epochs=3, shuffle=False, verbose=0).history
    for key, stored in run["history"].items():
        close(history[key], stored, key, rtol=1e-4)
    for weight, stored in zip(model.weights, run["end"], strict=True):
        close(weight.data, stored, weight.name, rtol=1e-3, atol=2e-4)
    close(model.predict(x, verbose=0), run["predict"], "prediction", rtol=1e-3)
