"""Mistakes with what `fit` is given beside x and y, and what they are told."""

import numpy as np

from dlcore import Sequential, callbacks, layers

X = np.ones((6, 2))
Y = np.ones((6, 1))


class Waiting(callbacks.Callback):
    """Waits for what happens in `evaluate` of Keras."""

    def on_test_end(self, logs=None):
        """Be never called."""


def fit(**settings):
    model = Sequential([layers.Dense(1)])
    model.compile("sgd", "mse")
    return lambda: model.fit(X, Y, verbose=0, **settings)


# what is done, the type of error, what came, what to change
MISTAKES = {
    "a class for a callback": (
        fit(callbacks=[callbacks.History]),
        TypeError,
        "<class 'dlcore.callbacks.base.History'> (type)",
        "call the class",
    ),
    "a hook of Keras that dlcore does not have": (
        fit(callbacks=Waiting()),
        ValueError,
        "on_test_end",
        "take on_train_batch_end or on_epoch_end",
    ),
    "validation data without targets": (
        fit(validation_data=X),
        ValueError,
        "ndarray",
        "pass a tuple of both",
    ),
    "too much validation data": (
        fit(validation_data=[X, Y, Y, Y]),
        ValueError,
        "list of 4",
        "pass a tuple of both",
    ),
    "class weights in a list": (
        fit(class_weight=[1.0, 2.0]),
        ValueError,
        "[1.0, 2.0]",
        "write {0: 1.0, 1: 2.0}",
    ),
    "less than a row a batch": (
        fit(batch_size=-1),
        ValueError,
        "-1",
        "for example batch_size=3",
    ),
    "no rows a batch": (
        fit(batch_size=0),
        ValueError,
        "0",
        "for example batch_size=3",
    ),
    "part of an epoch": (
        fit(epochs=2.5),
        ValueError,
        "2.5",
        "for example epochs=3",
    ),
}
