"""Rows of the table of ops for the activations that have forms of their own."""

import math

import numpy as np

from dlcore import activations, ops
from tests.dlcore.op_table import SIGNED, A, Row

erf = np.vectorize(math.erf)


def gelu(z):
    return z * (1 + erf(z / math.sqrt(2))) / 2


def cut(z, slope, most, threshold):
    return np.where(z > threshold, np.minimum(z, most), slope * (z - threshold))


def tanh_gelu(z):
    return z / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


ROWS = [
    Row("gelu", ops.gelu, gelu, [4 * A]),
    Row("gelu by name", activations.get("gelu"), gelu, [A]),
    Row("gelu approximate", lambda z: activations.gelu(z, True), tanh_gelu, [A]),
    Row("relu plain", activations.relu, lambda z: np.maximum(z, 0), [SIGNED]),
    Row(
        "relu cut",
        lambda z: activations.relu(z, max_value=0.7),
        lambda z: z.clip(0, 0.7),
        [SIGNED],
    ),
    Row(
        "relu with all",
        lambda z: activations.relu(z, 0.1, 1.1, 0.2),
        lambda z: cut(z, 0.1, 1.1, 0.2),
        [SIGNED],
    ),
    Row(
        "elu alpha",
        lambda z: activations.elu(z, 0.5),
        lambda z: np.where(z > 0, z, 0.5 * np.expm1(z)),
        [SIGNED],
    ),
]
TWINS = []
