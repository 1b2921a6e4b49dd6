"""Rows of the table of layers: scaling."""

import numpy as np

from dlcore import layers
from tests.dlcore.layer_table import Row

rng = np.random.default_rng(9)
VECTORS, IMAGES = rng.normal(size=(4, 3)), rng.normal(size=(2, 5, 4, 3))
MEAN, VARIANCE = [0.1, -0.2, 0.3], [0.5, 1.0, 4.0]

ROWS = [
    Row("Rescaling", lambda: layers.Rescaling(2.0, 0.5), lambda x: 2 * x + 0.5, IMAGES),
    Row(
        "Rescaling by channel",
        lambda: layers.Rescaling([1.0, 2.0, 3.0]),
        lambda x: x * [1.0, 2.0, 3.0],
        IMAGES[:1],
    ),
    Row(
        "Normalization",
        lambda: layers.Normalization(mean=MEAN, variance=VARIANCE),
        lambda x: (x - MEAN) / np.sqrt(VARIANCE),
        IMAGES,
    ),
    Row(
        "Normalization of all",
        lambda: layers.Normalization(axis=None, mean=0.5, variance=4.0),
        lambda x: (x - 0.5) / 2,
        VECTORS[:1],
    ),
    Row(
        "Normalization of rows",
        lambda: layers.Normalization(axis=1, mean=np.arange(5.0), variance=np.ones(5)),
        lambda x: x - np.arange(5.0).reshape(-1, 1, 1),
        IMAGES,
    ),
]
