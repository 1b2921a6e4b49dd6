"""Handwritten digits in classes, with one-hot labels and RMSprop."""

from data import digits
from keras.layers import Dense, Input
from keras.models import Sequential
from keras.utils import to_categorical


def main():
    (x_train, y_train), (x_test, y_test) = digits()
    x_train = x_train.reshape((1400, 8 * 8))
    x_test = x_test.reshape((397, 8 * 8))
    y_train, y_test = to_categorical(y_train), to_categorical(y_test)
    model = Sequential()
    model.add(Input((8 * 8,)))
    model.add(Dense(128, activation="relu"))
    model.add(Dense(10, activation="softmax"))
    model.compile(
        optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"]
    )
    model.fit(x_train, y_train, epochs=12, batch_size=64, verbose=0)
    test_loss, test_acc = model.evaluate(x_test, y_test, verbose=0)
    assert test_loss > 0
    return test_acc
