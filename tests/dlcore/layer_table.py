"""The table of layers: the core layers; other families have files of their own."""

from typing import Any, NamedTuple

import numpy as np

from dlcore import Sequential, layers

rng = np.random.default_rng(2)


class Row(NamedTuple):
    """A layer, what it should calculate from x and its weights, and the x to try."""

    name: str
    make: Any
    reference: Any  # function of (x, *weights), NumPy arrays
    x: np.ndarray


def relu(z):
    return np.maximum(z, 0)


X = rng.normal(size=(6, 3))
ROWS = [
    Row("Dense", lambda: layers.Dense(2), lambda x, W, b: x @ W + b, X),
    Row(
        "Dense relu",
        lambda: layers.Dense(4, "relu", bias_initializer="ones"),
        lambda x, W, b: relu(x @ W + b),
        X,
    ),
    Row(
        "Dense without bias",
        lambda: layers.Dense(2, "tanh", use_bias=False),
        lambda x, W: np.tanh(x @ W),
        X,
    ),
    Row(
        "Dense in time",
        lambda: layers.Dense(2),
        lambda x, W, b: x @ W + b,
        rng.normal(size=(2, 4, 3)),
    ),
    Row("Activation", lambda: layers.Activation("tanh"), np.tanh, X),
    Row(
        "Flatten",
        layers.Flatten,
        lambda x: x.reshape(2, -1),
        rng.normal(size=(2, 3, 4)),
    ),
    Row(
        "Sequential",
        lambda: Sequential([layers.Dense(4, "tanh"), layers.Dense(1)]),
        lambda x, W1, b1, W2, b2: np.tanh(x @ W1 + b1) @ W2 + b2,
        X,
    ),
]
