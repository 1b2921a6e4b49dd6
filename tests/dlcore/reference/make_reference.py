"""Run Keras 3 and store what it computes, for `test_reference.py` to compare with.

Needs an environment of its own, with Keras and PyTorch; nothing else does:

    python -m venv reference-env
    reference-env/bin/pip install "keras==3.*" torch
    reference-env/bin/python tests/dlcore/reference/make_reference.py

The numbers go into `keras.json` beside this file. Everything is float32, as in Keras.
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

DIGITS = 8  # significant digits: enough for every float32
X = np.random.default_rng(1).normal(size=(8, 3)).round(3)
Y = np.random.default_rng(2).normal(size=(8, 2)).round(3)
POSITIVE = (np.abs(Y) + 0.1).round(3)
Z = np.array([-30.0, -4.0, -2.5, -1.0, -0.3, 0.0, 0.2, 1.0, 2.0, 3.5, 30.0])

ACTIVATIONS = [
    *("linear", "relu", "leaky_relu", "elu", "selu", "gelu", "sigmoid"),
    *("hard_sigmoid", "tanh", "softmax", "log_softmax", "softplus", "softsign"),
    *("silu", "exponential"),
]
LOSSES = [
    *("MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError"),
    *("MeanSquaredLogarithmicError", "LogCosh", "Huber"),
]
METRICS = ["MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "R2Score"]

# name: (units and activation of each layer, loss, optimizer, settings of fit)
TRAINING = {
    "sgd": ([(4, "relu"), (2, None)], "mse", ("SGD", {"learning_rate": 0.1}), {}),
    "sgd_default": ([(2, None)], "mse", ("SGD", {}), {}),
    "momentum": (
        [(4, "tanh"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.05, "momentum": 0.9}),
        {},
    ),
    "nesterov": (
        [(4, "sigmoid"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": True}),
        {},
    ),
    "weight_decay": (
        [(3, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.1, "weight_decay": 0.01}),
        {},
    ),
    "clipnorm": (
        [(3, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.1, "clipnorm": 0.2}),
        {},
    ),
    "clipvalue": (
        [(3, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.1, "clipvalue": 0.1}),
        {},
    ),
    "global_clipnorm": (
        [(3, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.1, "global_clipnorm": 0.2}),
        {},
    ),
    "mean_absolute_error": (
        [(4, "elu"), (2, None)],
        "mae",
        ("SGD", {"learning_rate": 0.05}),
        {},
    ),
    "three_layers": (
        [(5, "softplus"), (4, "silu"), (2, "linear")],
        "mse",
        ("SGD", {"learning_rate": 0.05}),
        {},
    ),
    "uneven_batches": (
        [(4, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.05, "momentum": 0.5}),
        {"batch_size": 3},
    ),
    "validation_split": (
        [(4, "relu"), (2, None)],
        "mse",
        ("SGD", {"learning_rate": 0.05}),
        {"batch_size": 4, "validation_split": 0.25},
    ),
}


def plain(value):
    """Return arrays and numbers as lists and floats, at float32's precision."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if torch.is_tensor(value):
        value = value.detach().cpu().numpy()
    array = np.asarray(value, dtype=float)
    return _significant(array.tolist())


def _significant(value):
    if isinstance(value, list):
        return [_significant(item) for item in value]
    return float(f"{value:.{DIGITS}g}")


def activation(name):
    """Return values of an activation, and the slopes of the sum of its squares."""
    z = torch.tensor(Z.reshape(1, -1), dtype=torch.float32, requires_grad=True)
    a = getattr(keras.activations, name)(z)
    (a**2).sum().backward()
    return {"a": a[0], "gradient": z.grad[0]}


def loss(name):
    """Return a loss, one value a row, and its gradient for the prediction."""
    prediction = torch.tensor(POSITIVE[::-1].copy(), dtype=torch.float32)
    prediction.requires_grad_(True)
    targets = torch.tensor(POSITIVE, dtype=torch.float32)
    value = getattr(keras.losses, name)()(targets, prediction)
    value.backward()
    rows = getattr(keras.losses, name)(reduction=None)(targets, prediction)
    weighted = getattr(keras.losses, name)()(
        targets, prediction, sample_weight=torch.arange(8.0)
    )
    return {
        "value": value,
        "rows": rows,
        "gradient": prediction.grad,
        "weighted": weighted,
    }


def metric(name):
    """Return a metric after each of two batches, so that averaging shows."""
    measured = getattr(keras.metrics, name)()
    results = []
    for rows in (slice(0, 5), slice(5, 8)):
        measured.update_state(Y[rows], Y[::-1][rows])
        results.append(float(measured.result()))
    return results


def training(layers, loss_name, optimizer, settings):
    """Return a run of `fit`: the start, the first gradients and the end."""
    model = keras.Sequential(
        [keras.Input((3,)), *(keras.layers.Dense(n, a) for n, a in layers)]
    )
    generator = np.random.default_rng(7)
    start = [generator.uniform(-0.9, 0.9, w.shape).round(3) for w in model.weights]
    model.set_weights(start)
    name, arguments = optimizer
    optimizer = getattr(keras.optimizers, name)(**arguments)
    model.compile(optimizer, loss_name, metrics=["mae"])
    settings = {"batch_size": 8, "epochs": 5, **settings}
    gradients = first_gradients(model, loss_name)
    history = model.fit(X, Y, shuffle=False, verbose=0, **settings)
    return {
        "layers": layers,
        "loss": loss_name,
        "optimizer": {"name": name, "arguments": arguments},
        "fit": settings,
        "start": plain(start),
        "gradients": plain(gradients),
        "history": plain(history.history),
        "end": plain([w.numpy() for w in model.weights]),
        "evaluate": plain(model.evaluate(X, Y, batch_size=8, verbose=0)),
        "predict": plain(model.predict(X, verbose=0)),
    }


def first_gradients(model, loss_name):
    """Return the gradient of the loss for each weight at the start."""
    model.zero_grad()
    measure = keras.losses.get(loss_name)
    x = torch.tensor(X, dtype=torch.float32)
    y = torch.tensor(Y, dtype=torch.float32)
    keras.ops.mean(measure(y, model(x))).backward()
    gradients = [weight.value.grad.clone() for weight in model.trainable_weights]
    model.zero_grad()
    return gradients


def main():
    reference = {
        "made_with": {"keras": keras.__version__, "backend": "torch"},
        "z": Z.tolist(),
        "x": X.tolist(),
        "y": Y.tolist(),
        "positive": POSITIVE.tolist(),
        "activations": {name: plain(activation(name)) for name in ACTIVATIONS},
        "losses": {name: plain(loss(name)) for name in LOSSES},
        "metrics": {name: plain(metric(name)) for name in METRICS},
        "training": {name: training(*case) for name, case in TRAINING.items()},
    }
    rows = [
        f"{json.dumps(key)}: {json.dumps(value)}" for key, value in reference.items()
    ]
    path = Path(__file__).with_name("keras.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
