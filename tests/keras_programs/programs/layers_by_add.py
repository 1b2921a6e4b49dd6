"""Small networks put together layer by layer, and how many numbers they learn."""

from data import hotels
from keras import Sequential
from keras.initializers import HeNormal, RandomNormal
from keras.layers import Activation, Dense, Input
from keras.losses import CategoricalCrossentropy
from keras.optimizers import SGD
from keras.utils import to_categorical


def main():
    model = Sequential()
    model.add(Input((2,)))
    model.add(Dense(units=3, kernel_initializer=HeNormal()))
    model.add(Activation("relu"))
    model.add(Dense(units=2, activation="softmax"))
    assert model.count_params() == 17
    model = Sequential([Input((8,)), Dense(6, "relu"), Dense(6, "relu"), Dense(4)])
    assert model.count_params() == 124

    x, _, category, train = hotels()
    y = to_categorical(category, num_classes=3)
    model = Sequential([Input((2,)), Dense(5, "relu"), Dense(10, "relu")])
    model.add(Dense(3, "softmax", kernel_initializer=RandomNormal(stddev=0.1)))
    assert model.count_params() == 108
    model.compile(SGD(0.08), CategoricalCrossentropy(), metrics=["accuracy"])
    model.fit(x[train], y[train], epochs=800, batch_size=24, verbose=0)
    return model.evaluate(x, y, verbose=0)[1]
