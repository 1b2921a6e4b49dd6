"""Recurrent layers and attention: Keras's numbers, stored by `make_sequences.py`."""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, layers, optimizers

STORED = json.loads(
    (Path(__file__).parent / "reference" / "sequences.json").read_text(encoding="utf-8")
)
ARRAYS = STORED["arrays"]
MASKS = {name: np.array(mask, dtype=bool) for name, mask in STORED["masks"].items()}


def close(actual, stored):
    np.testing.assert_allclose(actual, stored, rtol=5e-5, atol=2e-5)


def made(described):
    """Return the layer that the script described."""
    if isinstance(described, list):
        return [made(part) for part in described]
    if not isinstance(described, dict):
        return described
    args = [made(part) for part in described["args"]]
    return getattr(layers, described["layer"])(*args, **described["kwargs"])


def tensor(name):
    return Tensor(np.array(ARRAYS[name], dtype="float32"), requires_grad=True)


def flat(outputs):
    if not isinstance(outputs, list):
        return [outputs]
    return [tensor for part in outputs for tensor in flat(part)]


def check(case, layer, inputs, call):
    """Outputs and gradients of a layer are those of a stored case."""
    call()
    layer.set_weights([np.array(weight) for weight in case["weights"]])
    outputs = flat(call())
    for y, stored in zip(outputs, case["outputs"], strict=True):
        close(y.data, stored)
        assert y.data.dtype == np.float32
    total = 0.0
    for number, y in enumerate(outputs):
        total = total + (1 + number) * (y * y).sum()
    total.backward()
    for x, stored in zip(inputs, case["gradients"], strict=True):
        close(x.grad, stored)
    for weight, stored in zip(layer.weights, case["slopes"], strict=True):
        close(weight.grad, stored)


@pytest.mark.parametrize("name", STORED["recurrent"])
def test_recurrent(name):
    case = STORED["recurrent"][name]
    layer, x, options = made(case["spec"]), tensor("x"), {}
    if case["masked"]:
        options["mask"] = MASKS["x"]
    if case["started"]:
        states = np.array(ARRAYS["states"], dtype="float32")
        options["initial_state"] = [*states][
            : 2 if isinstance(layer, layers.LSTM) else 1
        ]
    check(case, layer, [x], lambda: layer(x, **options))


@pytest.mark.parametrize("name", STORED["attention"])
def test_attention(name):
    case = STORED["attention"][name]
    layer = made(case["spec"])
    inputs = [tensor(part) for part in case["inputs"]]
    if isinstance(layer, layers.MultiHeadAttention):
        options = {"value_mask": MASKS["value"]} if case["masked"] else {}
        check(case, layer, inputs, lambda: layer(*inputs, **options, **case["call"]))
    else:
        mask = [MASKS["query"], MASKS["value"]] if case["masked"] else None
        check(case, layer, inputs, lambda: layer(inputs, mask=mask, **case["call"]))


def test_the_mask_goes_from_the_ids_to_the_loss():
    run = STORED["training"]
    model = Sequential([Input((4,)), *made(run["layers"])])
    model.set_weights([np.array(weight) for weight in run["start"]])
    model.compile(optimizers.SGD(0.1), "mse", metrics=["mae"])
    ids, y = np.array(run["ids"]), np.array(run["y"])
    history = model.fit(ids, y, epochs=3, verbose=0, shuffle=False).history
    for key, stored in run["history"].items():
        close(history[key], stored)
    for weight, stored in zip(model.get_weights(), run["end"], strict=True):
        close(weight, stored)
    close(model.predict(ids), run["predict"])


@pytest.mark.filterwarnings("error")
def test_a_row_without_words_has_a_mean_of_zeros():
    words = [Input((3,)), layers.Embedding(5, 2, mask_zero=True)]
    model = Sequential([*words, layers.GlobalAveragePooling1D(), layers.Dense(1)])
    model.compile("sgd", "mse")
    ids = np.array([[0, 0, 0], [1, 2, 0]])
    empty, first = model.layers[1](model.layers[0](ids)).data
    close(empty, [0.0, 0.0])
    close(first, model.layers[0].embeddings.data[1:3].mean(axis=0))
    assert np.isfinite(model.train_on_batch(ids, np.ones((2, 1))))
    assert all(np.isfinite(weight).all() for weight in model.get_weights())
