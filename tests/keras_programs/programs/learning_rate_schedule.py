"""Digits by gradient descent whose learning rate falls along half a cosine wave."""

import keras
from data import digits
from keras import layers


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    rate = keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=0.02, decay_steps=500, warmup_target=0.2, warmup_steps=60
    )
    model = keras.Sequential(
        [
            keras.Input((8, 8)),
            layers.Flatten(),
            layers.Dense(64, activation="elu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(rate, momentum=0.9, nesterov=True, clipnorm=1.0),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x_train, y_train, epochs=13, batch_size=32, verbose=0)
    assert int(model.optimizer.iterations) == 13 * 44
    return model.evaluate(x_test, y_test, verbose=0)[1]
