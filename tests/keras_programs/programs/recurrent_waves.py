"""The next number of a noisy wave, from a GRU over the numbers before it."""

import keras
from data import waves
from keras import layers


def main():
    x, y = waves()
    model = keras.Sequential(
        [keras.Input((20, 1)), layers.GRU(16), layers.Dense(1)],
    )
    model.compile(optimizer=keras.optimizers.RMSprop(0.01), loss="mse")
    model.fit(x[:300], y[:300], epochs=30, batch_size=32, verbose=0)
    return 1 - model.evaluate(x[300:], y[300:], verbose=0) / y[300:].var()
