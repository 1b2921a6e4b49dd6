"""Rows of the table of layers: convolution, pooling, normalization, shapes."""

import numpy as np

from dlcore import Model, Sequential, layers
from tests.dlcore.layer_table import Row, relu
from tests.dlcore.rows_convolution import slow_conv, slow_pool, slow_transpose

rng = np.random.default_rng(4)


def normal(*shape):
    return rng.normal(size=shape)


def standard(x, axes, epsilon=0.001):
    mean = x.mean(axis=axes, keepdims=True)
    return (x - mean) / np.sqrt(x.var(axis=axes, keepdims=True) + epsilon)


def doubled(x, axis):
    """Twice as long: three quarters of the nearest, one quarter of the next."""
    x = np.moveaxis(x, axis, 0)
    before, after = np.roll(x, 1, axis=0), np.roll(x, -1, axis=0)
    before[0], after[-1] = x[0], x[-1]
    y = np.stack([0.75 * x + 0.25 * before, 0.75 * x + 0.25 * after], axis=1)
    return np.moveaxis(y.reshape(-1, *x.shape[1:]), 0, axis)


class Residual(Model):
    """x + activation(x W + b): an input that goes two ways."""

    def __init__(self):
        super().__init__()
        self.dense, self.add = layers.Dense(3, "tanh"), layers.Add()

    def call(self, x):
        return self.add([x, self.dense(x)])


class Beside(Model):
    """[x, x W + b]: the same, side by side."""

    def __init__(self):
        super().__init__()
        self.dense, self.join = layers.Dense(2), layers.Concatenate()

    def call(self, x):
        return self.join([x, self.dense(x)])


IMAGES, SERIES, VECTORS = normal(2, 4, 5, 3), normal(2, 5, 3), normal(4, 3)
ONE = normal(1, 3, 3, 1)
ROWS = [
    Row("Conv1D", lambda: layers.Conv1D(2, 3), slow_conv, SERIES),
    Row(
        "Conv1D dilated",
        lambda: layers.Conv1D(2, 2, padding="same", dilation_rate=2, activation="tanh"),
        lambda x, W, b: np.tanh(slow_conv(x, W, b, None, "same", (2,))),
        SERIES,
    ),
    Row("Conv2D", lambda: layers.Conv2D(2, (3, 2)), slow_conv, IMAGES),
    Row(
        "Conv2D relu",
        lambda: layers.Conv2D(
            2, 2, (2, 1), "same", activation="relu", bias_initializer="ones"
        ),
        lambda x, W, b: relu(slow_conv(x, W, b, (2, 1), "same")),
        ONE,
    ),
    Row(
        "Conv2D without bias",
        lambda: layers.Conv2D(1, 3, use_bias=False),
        slow_conv,
        ONE,
    ),
    Row(
        "Conv2DTranspose",
        lambda: layers.Conv2DTranspose(2, 3, strides=2, padding="same"),
        lambda x, W, b: slow_transpose(x, W, b, (2, 2), (0, 0), (6, 6)),
        ONE,
    ),
    Row(
        "Conv2DTranspose without bias",
        lambda: layers.Conv2DTranspose(1, (2, 3), use_bias=False, activation="tanh"),
        lambda x, W: np.tanh(slow_transpose(x, W, lengths=(4, 5))),
        ONE,
    ),
    Row(
        "MaxPooling1D",
        layers.MaxPooling1D,
        lambda x: slow_pool(np.nanmax, x, (2,), (2,)),
        SERIES,
    ),
    Row(
        "MaxPooling2D",
        layers.MaxPooling2D,
        lambda x: slow_pool(np.nanmax, x, (2, 2), (2, 2)),
        IMAGES,
    ),
    Row(
        "MaxPooling2D same",
        lambda: layers.MaxPooling2D(3, 2, "same"),
        lambda x: slow_pool(np.nanmax, x, (3, 3), (2, 2), "same"),
        IMAGES,
    ),
    Row(
        "AveragePooling1D",
        lambda: layers.AveragePooling1D(2),
        lambda x: slow_pool(np.nanmean, x, (2,), (2,)),
        SERIES,
    ),
    Row(
        "AveragePooling2D",
        lambda: layers.AveragePooling2D((2, 2), strides=1, padding="same"),
        lambda x: slow_pool(np.nanmean, x, (2, 2), (1, 1), "same"),
        IMAGES,
    ),
    Row(
        "GlobalAveragePooling1D",
        layers.GlobalAveragePooling1D,
        lambda x: x.mean(axis=1),
        SERIES,
    ),
    Row(
        "GlobalAveragePooling2D",
        lambda: layers.GlobalAveragePooling2D(keepdims=True),
        lambda x: x.mean(axis=(1, 2), keepdims=True),
        IMAGES,
    ),
    Row(
        "GlobalMaxPooling1D",
        lambda: layers.GlobalMaxPooling1D(keepdims=True),
        lambda x: x.max(axis=1, keepdims=True),
        SERIES,
    ),
    Row(
        "GlobalMaxPooling2D",
        layers.GlobalMaxPooling2D,
        lambda x: x.max(axis=(1, 2)),
        IMAGES,
    ),
    Row(
        "LayerNormalization",
        lambda: layers.LayerNormalization(beta_initializer="ones"),
        lambda x, gamma, beta: gamma * standard(x, -1) + beta,
        IMAGES,
    ),
    Row(
        "LayerNormalization two axes",
        lambda: layers.LayerNormalization(axis=[1, 2], epsilon=0.1),
        lambda x, gamma, beta: (
            gamma[..., None] * standard(x, (1, 2), 0.1) + beta[..., None]
        ),
        IMAGES,
    ),
    Row(
        "LayerNormalization bare",
        lambda: layers.LayerNormalization(center=False, scale=False),
        lambda x: standard(x, -1),
        VECTORS,
    ),
    Row(
        "Reshape",
        lambda: layers.Reshape((-1, 2)),
        lambda x: x.reshape(2, 30, 2),
        IMAGES,
    ),
    Row(
        "Permute",
        lambda: layers.Permute((3, 1, 2)),
        lambda x: x.transpose(0, 3, 1, 2),
        IMAGES,
    ),
    Row(
        "RepeatVector",
        lambda: layers.RepeatVector(3),
        lambda x: np.repeat(x[:, None], 3, axis=1),
        VECTORS,
    ),
    Row(
        "ZeroPadding2D",
        lambda: layers.ZeroPadding2D(((0, 1), (2, 0))),
        lambda x: np.pad(x, [(0, 0), (0, 1), (2, 0), (0, 0)]),
        IMAGES,
    ),
    Row(
        "Cropping2D",
        lambda: layers.Cropping2D((1, 2)),
        lambda x: x[:, 1:-1, 2:-2],
        IMAGES,
    ),
    Row(
        "UpSampling2D",
        lambda: layers.UpSampling2D((2, 3)),
        lambda x: x.repeat(2, axis=1).repeat(3, axis=2),
        IMAGES,
    ),
    *[
        Row(
            f"{name} behind Dense",
            lambda name=name: Sequential(
                [layers.Dense(2), getattr(layers, name)(1e-9)]
            ),
            lambda x, W, b: x @ W + b,
            x,
        )
        for name, x in (
            ("Dropout", VECTORS),
            ("SpatialDropout1D", SERIES),
            ("SpatialDropout2D", IMAGES),
            ("GaussianNoise", VECTORS),
        )
    ],
    Row(
        "UpSampling2D bilinear",
        lambda: layers.UpSampling2D(2, "bilinear"),
        lambda x: doubled(doubled(x, 1), 2),
        ONE,
    ),
    Row("Add", Residual, lambda x, W, b: x + np.tanh(x @ W + b), VECTORS),
    Row(
        "Concatenate",
        Beside,
        lambda x, W, b: np.concatenate([x, x @ W + b], axis=1),
        VECTORS,
    ),
]
