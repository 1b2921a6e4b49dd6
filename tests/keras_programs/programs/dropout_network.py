"""Digits, with dropout behind two hidden layers."""

from data import digits
from keras import Input, Sequential
from keras.layers import Dense, Dropout
from keras.optimizers import SGD


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    model = Sequential(
        [
            Input((64,)),
            Dense(200, activation="relu"),
            Dropout(0.5),
            Dense(200, activation="relu"),
            Dropout(0.5),
            Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=SGD(learning_rate=0.1, momentum=0.9),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x_train.reshape(-1, 64), y_train, batch_size=100, epochs=20, verbose=0)
    return model.evaluate(x_test.reshape(-1, 64), y_test, verbose=0)[1]
