"""Several answers at once: is a digit even, above four, a multiple of three?"""

import keras
import numpy as np
from data import digits
from keras import layers


def main():
    (x_train, y_train), (x_test, y_test) = digits()

    def answers(y):
        return np.stack([y % 2 == 0, y > 4, y % 3 == 0], axis=1).astype("float32")

    model = keras.Sequential(
        [
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.BatchNormalization(),
            layers.Dense(3, activation="sigmoid"),
        ]
    )
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    model.fit(x_train, answers(y_train), epochs=15, batch_size=32, verbose=0)
    return model.evaluate(x_test, answers(y_test), verbose=0)[1]
