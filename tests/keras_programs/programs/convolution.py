"""Digits by two convolutions with pooling between them."""

from data import digits
from keras import Input, Sequential
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    model = Sequential(
        [
            Input((8, 8, 1)),
            Conv2D(16, (3, 3), activation="relu", padding="same"),
            MaxPooling2D((2, 2)),
            Conv2D(32, (3, 3), activation="relu"),
            Flatten(),
            Dense(32, activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train[..., None], y_train, epochs=8, batch_size=32, verbose=0)
    return model.evaluate(x_test[..., None], y_test, verbose=0)[1]
