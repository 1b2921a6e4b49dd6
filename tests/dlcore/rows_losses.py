"""Rows of the table of ops for the losses, and what their fused forms stand for."""

import numpy as np

from dlcore import losses, ops
from tests.dlcore.op_table import Row, normal, positive, softmax

Z, SCORES = 2 * normal(5, 3), normal(4, 3)
ONE_HOT = np.eye(3)[[0, 2, 1, 1, 0]]
SHARES = positive(5, 3) / 3
SOFT = softmax(normal(5, 3))
BITS = np.array([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0]])
CHANCES = 1 / (1 + np.exp(-normal(4, 3)))


def crossentropy(z, target):
    return -(target * np.log(softmax(z))).sum(axis=-1)


def smooth(target, share):
    return target * (1 - share) + share / target.shape[-1]


def binary(p, target):
    return -(target * np.log(p) + (1 - target) * np.log(1 - p))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def cosine(p, target):
    lengths = np.sqrt((p**2).sum(axis=-1) * (target**2).sum(axis=-1))
    return -(p * target).sum(axis=-1) / lengths


ROWS = [
    Row("clip", lambda x: ops.clip(x, -0.3, 0.9), lambda x: x.clip(-0.3, 0.9), [Z]),
    Row("softmax_crossentropy", ops.softmax_crossentropy, crossentropy, [Z, SOFT]),
    Row(
        "softmax_crossentropy axis",
        lambda z, t: ops.softmax_crossentropy(z, t, axis=0),
        lambda z, t: crossentropy(z.T, t.T),
        [Z, SOFT],
    ),
    Row(
        "sigmoid_crossentropy",
        ops.sigmoid_crossentropy,
        lambda z, t: binary(sigmoid(z), t),
        [SCORES, CHANCES],
    ),
    Row(
        "categorical_crossentropy",
        lambda p, t: losses.categorical_crossentropy(t, p),
        lambda p, t: -(t * np.log(p / p.sum(axis=-1, keepdims=True))).sum(axis=-1),
        [SHARES, SOFT],
    ),
    Row(
        "categorical_crossentropy after softmax",
        lambda z: losses.categorical_crossentropy(ONE_HOT, ops.softmax(z)),
        lambda z: crossentropy(z, ONE_HOT),
        [Z],
    ),
    Row(
        "categorical_crossentropy smoothed",
        lambda z, t: losses.categorical_crossentropy(
            t, z, from_logits=True, label_smoothing=0.2
        ),
        lambda z, t: crossentropy(z, smooth(t, 0.2)),
        [Z, SOFT],
    ),
    Row(
        "sparse_categorical_crossentropy",
        lambda p: losses.sparse_categorical_crossentropy([0, 2, 1, 1, 0], p),
        lambda p: crossentropy(np.log(p), ONE_HOT),
        [SHARES],
    ),
    Row(
        "sparse_categorical_crossentropy ignoring",
        lambda z: losses.sparse_categorical_crossentropy(
            [0, 2, -1, 1, 0], z, from_logits=True, ignore_class=-1
        ),
        lambda z: crossentropy(z, ONE_HOT) * [1, 1, 0, 1, 1],
        [Z],
    ),
    Row(
        "sparse_categorical_crossentropy in time",
        lambda z: losses.sparse_categorical_crossentropy([[0, 1], [2, 2]], z, True),
        lambda z: crossentropy(z, np.eye(3)[[[0, 1], [2, 2]]]),
        [normal(2, 2, 3)],
    ),
    Row(
        "binary_crossentropy",
        lambda p, t: losses.binary_crossentropy(t, p),
        lambda p, t: binary(p, t).mean(axis=-1),
        [CHANCES, CHANCES[::-1].copy()],
    ),
    Row(
        "binary_crossentropy after sigmoid",
        lambda z: losses.binary_crossentropy(BITS, ops.sigmoid(z)),
        lambda z: binary(sigmoid(z), BITS).mean(axis=-1),
        [SCORES],
    ),
    Row(
        "binary_crossentropy smoothed",
        lambda z: losses.binary_crossentropy(BITS, z, True, label_smoothing=0.3),
        lambda z: binary(sigmoid(z), BITS * 0.7 + 0.15).mean(axis=-1),
        [SCORES],
    ),
    Row(
        "kl_divergence",
        lambda p, t: losses.kl_divergence(t, p),
        lambda p, t: (t * np.log(t / p)).sum(axis=-1),
        [SHARES, SOFT],
    ),
    Row(
        "poisson",
        lambda p, t: losses.poisson(t, p),
        lambda p, t: (p - t * np.log(p + 1e-7)).mean(axis=-1),
        [positive(4, 3), positive(4, 3)],
    ),
    Row(
        "cosine_similarity",
        lambda p, t: losses.cosine_similarity(t, p),
        cosine,
        [SCORES, CHANCES],
    ),
    Row(
        "hinge",
        lambda p: losses.hinge(BITS, p),
        lambda p: np.maximum(1 - (2 * BITS - 1) * p, 0).mean(axis=-1),
        [SCORES],
    ),
    Row(
        "squared_hinge",
        lambda p: losses.squared_hinge(2 * BITS - 1, p),
        lambda p: (np.maximum(1 - (2 * BITS - 1) * p, 0) ** 2).mean(axis=-1),
        [SCORES],
    ),
    Row(
        "categorical_hinge",
        lambda p: losses.categorical_hinge(ONE_HOT, p),
        lambda p: np.maximum(
            ((1 - ONE_HOT) * p).max(axis=-1) - (ONE_HOT * p).sum(axis=-1) + 1, 0
        ),
        [Z],
    ),
]

TWINS = [
    Row(
        "softmax_crossentropy",
        ops.softmax_crossentropy,
        lambda z, t: -(t * ops.log(ops.softmax(z))).sum(axis=-1),
        [Z, SOFT],
    ),
    Row(
        "sigmoid_crossentropy",
        ops.sigmoid_crossentropy,
        lambda z, t: (
            -(t * ops.log(ops.sigmoid(z)) + (1 - t) * ops.log(1 - ops.sigmoid(z)))
        ),
        [SCORES, CHANCES],
    ),
    Row(
        "softmax and categorical crossentropy",
        lambda z: losses.CategoricalCrossentropy()(ONE_HOT, ops.softmax(z)),
        lambda z: -(ONE_HOT * ops.log(ops.softmax(z))).sum(axis=-1).mean(),
        [Z],
    ),
    Row(
        "softmax and sparse crossentropy",
        lambda z: losses.SparseCategoricalCrossentropy()(
            [0, 2, 1, 1, 0], ops.softmax(z)
        ),
        lambda z: -(ONE_HOT * ops.log(ops.softmax(z))).sum(axis=-1).mean(),
        [Z],
    ),
    Row(
        "sigmoid and binary crossentropy",
        lambda z: losses.BinaryCrossentropy()(BITS, ops.sigmoid(z)),
        lambda z: (
            -(
                BITS * ops.log(ops.sigmoid(z))
                + (1 - BITS) * ops.log(1 - ops.sigmoid(z))
            ).mean()
        ),
        [SCORES],
    ),
]
