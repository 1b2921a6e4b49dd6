"""Layers around which the input is led: a Model of residual blocks."""

import keras
from data import digits
from keras import layers


class Block(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.first = layers.Dense(units, activation="relu")
        self.second = layers.Dense(units)
        self.norm = layers.LayerNormalization()

    def call(self, x):
        return self.norm(x + self.second(self.first(x)))


class Residual(keras.Model):
    def __init__(self, units=48):
        super().__init__()
        self.widen = layers.Dense(units, activation="relu")
        self.blocks = [Block(units) for _ in range(3)]
        self.drop = layers.Dropout(0.2)
        self.classify = layers.Dense(10, activation="softmax")

    def call(self, x, training=False):
        x = self.widen(x)
        for block in self.blocks:
            x = block(x)
        return self.classify(self.drop(x, training=training))


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    x_train, x_test = x_train.reshape(-1, 64), x_test.reshape(-1, 64)
    model = Residual()
    model.compile(
        optimizer=keras.optimizers.AdamW(0.002),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    model.fit(x_train, y_train, epochs=12, batch_size=64, verbose=0)
    return model.evaluate(x_test, y_test, verbose=0)[1]
