"""Digits through a code of 12 numbers and back: a Model with `call`."""

import keras
from data import digits
from keras import layers


class Autoencoder(keras.Model):
    def __init__(self, code):
        super().__init__()
        self.encoder = keras.Sequential(
            [layers.Dense(48, activation="relu"), layers.Dense(code, name="code")]
        )
        self.decoder = keras.Sequential(
            [
                layers.Dense(48, activation="relu"),
                layers.Dense(64, activation="sigmoid"),
            ]
        )

    def call(self, x):
        return self.decoder(self.encoder(x))


def main():
    (x_train, _), (x_test, _) = digits()
    x_train, x_test = x_train.reshape(-1, 64), x_test.reshape(-1, 64)
    model = Autoencoder(12)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["mse"])
    model.fit(x_train, x_train, epochs=60, batch_size=64, shuffle=True, verbose=0)
    codes = model.encoder.predict(x_test, verbose=0)
    assert codes.shape == (397, 12)
    mse = model.evaluate(x_test, x_test, verbose=0)[1]
    return 1 - mse / (x_test - x_train.mean(axis=0)).var()
