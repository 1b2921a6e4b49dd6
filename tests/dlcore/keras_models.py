"""Models that Keras and dlcore both can make; each side hands over its own module.

Used by `test_keras_files.py`, and by `reference/make_keras_files.py` and
`reference/open_in_keras.py`, which run where Keras is.
"""

import numpy as np

# name: (shape of a row, how many words there are or None, the layers)
MODELS = {
    "dense": (
        (3,),
        None,
        lambda L: [
            L.Dense(5, "relu", kernel_regularizer="l2"),
            L.Dropout(0.2),
            L.BatchNormalization(),
            L.Dense(4, activation="gelu", use_bias=False, name="narrow"),
            L.Dense(3, "softmax", kernel_initializer="he_normal"),
        ],
    ),
    "images": (
        (8, 9, 2),
        None,
        lambda L: [
            L.ZeroPadding2D((1, 2)),
            L.Conv2D(3, (3, 2), padding="same", dilation_rate=2, activation="relu"),
            L.BatchNormalization(),
            L.MaxPooling2D(2),
            L.Conv2DTranspose(2, 3, strides=2, padding="same"),
            L.SpatialDropout2D(0.1),
            L.Cropping2D(((0, 1), (1, 0))),
            L.AveragePooling2D((2, 1), strides=2, padding="same"),
            L.UpSampling2D(2, interpolation="bilinear"),
            L.GlobalAveragePooling2D(keepdims=True),
            L.Flatten(),
            L.Dense(2),
        ],
    ),
    "more_images": (
        (6, 6, 1),
        None,
        lambda L: [L.Conv2D(4, 3, strides=(2, 1)), L.ELU(0.5), L.GlobalMaxPooling2D()],
    ),
    "series": (
        (9, 2),
        None,
        lambda L: [
            L.Conv1D(3, 3, padding="same", dilation_rate=2),
            L.LeakyReLU(0.1),
            L.LayerNormalization(),
            L.MaxPooling1D(2, padding="same"),
            L.SpatialDropout1D(0.1),
            L.AveragePooling1D(2),
            L.PReLU(shared_axes=[1]),
            L.GlobalMaxPooling1D(),
        ],
    ),
    "shapes": (
        (6,),
        None,
        lambda L: [
            L.Reshape((2, 3)),
            L.Permute((2, 1)),
            L.Activation("tanh"),
            L.GaussianNoise(0.1),
            L.GlobalAveragePooling1D(),
            L.ReLU(max_value=1.0, negative_slope=0.1, threshold=0.1),
            L.RepeatVector(3),
            L.TimeDistributed(L.Dense(2)),
            L.Softmax(axis=1),
        ],
    ),
    "words": (
        (5,),
        7,
        lambda L: [
            L.Embedding(7, 4, mask_zero=True),
            L.Bidirectional(L.LSTM(3, return_sequences=True, dropout=0.1)),
            L.GRU(3, return_sequences=True, recurrent_dropout=0.1),
            L.GRU(2, reset_after=False, go_backwards=True, return_sequences=True),
            L.SimpleRNN(3, activation="relu"),
        ],
    ),
    "cells": (
        (4, 3),
        None,
        lambda L: [
            L.Masking(0.0),
            L.RNN(L.StackedRNNCells([L.GRUCell(3), L.LSTMCell(2)])),
        ],
    ),
    "other_cells": (
        (4, 3),
        None,
        lambda L: [
            L.RNN(L.SimpleRNNCell(3), return_sequences=True),
            L.Bidirectional(L.SimpleRNN(2), merge_mode="sum"),
        ],
    ),
}
# Each trains the model "dense" for two steps before it is saved, for one afterwards.
OPTIMIZERS = {
    "SGD": {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True},
    "RMSprop": {"momentum": 0.5, "clipnorm": 1.0},
    "Adagrad": {"learning_rate": 0.1},
    "Adadelta": {"learning_rate": 1.0},
    "Adam": {"amsgrad": True},
    "AdamW": {"weight_decay": 0.01},
    "Nadam": {},
}


def rows(name, n=6):
    """Return inputs for a model, and classes for as many."""
    shape, words, _ = MODELS[name]
    rng = np.random.default_rng(len(name))
    classes = rng.integers(0, 3, n)
    if words:
        x = rng.integers(1, words, (n, *shape)).astype("float32")
        x[:, 3:] *= rng.integers(0, 2, (n, 1))  # some end early
        return x, classes
    return rng.normal(size=(n, *shape)).astype("float32"), classes


def sequential(library, name):
    """Return a model of this name, made with `keras` or `dlcore`."""
    shape, _, make = MODELS[name]
    return library.Sequential([library.Input(shape=shape), *make(library.layers)])


def attentive(library):
    """Return a model of several ways, made with `keras` or `dlcore`."""
    layers = library.layers

    class Attentive(library.Model):
        def __init__(self):
            super().__init__()
            self.first = layers.Dense(4)
            self.heads = layers.MultiHeadAttention(2, 3)
            self.join = layers.Add()
            self.after = [layers.LayerNormalization(), layers.Dense(4), layers.Dense(2)]
            self.attention = layers.Attention(use_scale=True, score_mode="concat")
            self.additive = layers.AdditiveAttention()
            self.side_by_side = layers.Concatenate()

        def call(self, x):
            x = self.first(x)
            x = self.join([x, self.heads(x, x)])
            for layer in self.after:
                x = layer(x)
            return self.side_by_side([self.attention([x, x]), self.additive([x, x])])

    return Attentive()


ATTENTIVE_ROWS = np.random.default_rng(3).normal(size=(2, 4, 3)).astype("float32")


def trainable(library, optimizer, settings):
    """Return a compiled model of two layers, without chance in training.

    Args:
        library: `keras` or `dlcore`.
        optimizer: name of the class.
        settings: its arguments.
    """
    layers = library.layers
    model = library.Sequential(
        [
            library.Input(shape=(3,)),
            layers.Dense(4, "tanh", kernel_regularizer="l2"),
            layers.Dense(3, "softmax"),
        ]
    )
    kind = getattr(library.optimizers, optimizer)
    loss = library.losses.SparseCategoricalCrossentropy()
    model.compile(kind(**settings), loss, metrics=["accuracy"])
    return model


def trainable_rows():
    """Return inputs and classes for it."""
    return rows("dense")
