"""Digits with integer labels: the loss takes the weighted sums, softmax comes later."""

import keras
import numpy as np
from data import digits
from keras import layers


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    model = keras.Sequential(
        [
            layers.Flatten(input_shape=(8, 8)),
            layers.Dense(64, activation="relu", kernel_initializer="he_normal"),
            layers.Dense(10),
        ]
    )
    model.compile(
        optimizer="adam",
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[
            keras.metrics.SparseCategoricalAccuracy(name="acc"),
            keras.metrics.SparseTopKCategoricalAccuracy(k=3, name="top3"),
        ],
    )
    model.fit(x_train, y_train, epochs=20, batch_size=50, verbose=0)
    scores = model.evaluate(x_test, y_test, verbose=0, return_dict=True)
    probability = keras.Sequential([model, layers.Softmax()]).predict(x_test, verbose=0)
    assert np.allclose(probability.sum(axis=1), 1, atol=1e-4)
    assert scores["top3"] >= scores["acc"]
    return np.mean(probability.argmax(axis=1) == y_test)
