"""Rows of the table of layers: activations as layers, and those that are learned."""

import numpy as np

from dlcore import layers
from tests.dlcore.layer_table import Row, X, rng

IMAGES = rng.normal(size=(2, 3, 5, 2))
SIGNED = np.where(np.abs(X) < 0.05, 0.3, X)  # away from the corner at 0


def softmax(z, axis=-1):
    powers = np.exp(z)
    return powers / powers.sum(axis=axis, keepdims=True)


def prelu(x, alpha):
    return np.where(x > 0, x, alpha * x)


ROWS = [
    Row("ReLU", layers.ReLU, lambda x: np.maximum(x, 0), SIGNED),
    Row(
        "ReLU with all",
        lambda: layers.ReLU(max_value=0.9, negative_slope=0.2, threshold=0.1),
        lambda x: np.where(x > 0.1, np.minimum(x, 0.9), 0.2 * (x - 0.1)),
        SIGNED,
    ),
    Row("LeakyReLU", layers.LeakyReLU, lambda x: np.where(x > 0, x, 0.3 * x), SIGNED),
    Row(
        "ELU",
        lambda: layers.ELU(alpha=0.5),
        lambda x: np.where(x > 0, x, 0.5 * np.expm1(x)),
        SIGNED,
    ),
    Row("Softmax", layers.Softmax, softmax, X),
    Row(
        "Softmax axis", lambda: layers.Softmax(axis=1), lambda x: softmax(x, 1), IMAGES
    ),
    Row(
        "PReLU",
        lambda: layers.PReLU(alpha_initializer="random_uniform"),
        prelu,
        SIGNED,
    ),
    Row(
        "PReLU shared",
        lambda: layers.PReLU("ones", shared_axes=(1, 2)),
        prelu,
        IMAGES,
    ),
    Row("PReLU of one row", lambda: layers.PReLU("ones"), prelu, SIGNED[:1]),
    Row(
        "Maxout",
        lambda: layers.Maxout(2, pieces=3),
        lambda x, W, b: (x @ W + b).reshape(-1, 2, 3).max(axis=-1),
        X,
    ),
    Row(
        "Maxout in time",
        lambda: layers.Maxout(2, use_bias=False),
        lambda x, W: (x @ W).reshape(1, 5, 2, 2).max(axis=-1),
        rng.normal(size=(1, 5, 3)),
    ),
]
