"""Two half moons, told apart by a network with one hidden layer."""

import keras
from data import moons
from keras import layers


def main():
    x, y = moons()
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.02),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x[:400], y[:400], epochs=40, batch_size=32, verbose=0)
    score = model.evaluate(x[400:], y[400:], verbose=0)
    return score[1]
