"""Few rows and many weights: a penalty on their squares holds them small."""

import numpy as np
from data import moons
from keras import layers, models, regularizers


def main():
    x, y = moons(noise=0.25)
    model = models.Sequential(
        [
            layers.Dense(
                64, activation="relu", kernel_regularizer=regularizers.l2(0.002)
            ),
            layers.Dense(
                64, activation="relu", kernel_regularizer=regularizers.l1_l2(1e-4, 1e-3)
            ),
            layers.Dense(1, activation="sigmoid", kernel_regularizer="l2"),
        ]
    )
    model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["acc"])
    history = model.fit(x[:60], y[:60], epochs=100, batch_size=20, verbose=0)
    assert np.isfinite(history.history["loss"]).all()
    return model.evaluate(x[60:], y[60:], verbose=0)[1]
