"""Mistakes with labels, losses, metrics, rates, callbacks, and what is said of them."""

import numpy as np

from dlcore import (
    Input,
    Model,
    Sequential,
    callbacks,
    layers,
    losses,
    metrics,
    optimizers,
    utils,
)
from dlcore.optimizers import schedules

X = np.ones((4, 2))
LABELS = np.array([0, 1, 2, 1])
ONE_HOT = np.eye(3)[LABELS]


def fit(loss, units, activation, y):
    model = Sequential([Input((2,)), layers.Dense(units, activation)])
    model.set_weights([np.full((2, units), 3.0), np.zeros(units)])
    model.compile("sgd", loss)
    model.fit(X, y, verbose=0)


def scheduled_twice():
    model = Sequential([Input((2,)), layers.Dense(1)])
    rate = schedules.ExponentialDecay(0.1, 10, 0.9)
    model.compile(optimizers.SGD(rate), "mse")
    twice = callbacks.LearningRateScheduler(lambda epoch, rate: rate / 2)
    model.fit(X, np.ones((4, 1)), verbose=0, callbacks=[twice])


class Hiding(Model):
    def __init__(self):
        super().__init__()
        self.enter = layers.Dense(3)

    def call(self, x):
        return self.enter(x)


def hidden_method():
    Hiding().predict(X)


# what is done, the type of error, what came, what to change
LOSSES = {
    "class numbers for categorical": (
        lambda: fit("categorical_crossentropy", 3, "softmax", LABELS),
        ValueError,
        "y_true of shape (4,)",
        "use loss='sparse_categorical_crossentropy', or to_categorical(y)",
    ),
    "one-hot for sparse": (
        lambda: fit("sparse_categorical_crossentropy", 3, "softmax", ONE_HOT),
        ValueError,
        "y_true of shape (4, 3)",
        "use 'categorical_crossentropy', or y.argmax(axis=1)",
    ),
    "labels from 1": (
        lambda: fit("sparse_categorical_crossentropy", 3, "softmax", LABELS + 1),
        ValueError,
        "numbers from 1 to 3",
        "number the classes 0, 1, 2, ..., and give the last layer one unit for each",
    ),
    "one unit for two classes": (
        lambda: fit("sparse_categorical_crossentropy", 1, "sigmoid", LABELS % 2),
        ValueError,
        "numbers from 0 to 1",
        "number the classes 0, 1, 2, ..., and give the last layer one unit for each",
    ),
    "half a label": (
        lambda: fit("sparse_categorical_crossentropy", 3, "softmax", LABELS / 2),
        ValueError,
        "numbers from 0 to 1",
        "number the classes 0, 1, 2, ...",
    ),
    "one-hot rows of another width": (
        lambda: fit("categorical_crossentropy", 4, "softmax", ONE_HOT),
        ValueError,
        "y_true of shape (4, 3)",
        "give the last layer 3 units, or choose other targets",
    ),
    "labels in percent": (
        lambda: fit("categorical_crossentropy", 3, "softmax", 100 * ONE_HOT),
        ValueError,
        "numbers from 0 to 100",
        "scale the targets, or number the two classes 0 and 1",
    ),
    "signs for binary": (
        lambda: fit("binary_crossentropy", 1, "sigmoid", np.ones((4, 1)) * -1),
        ValueError,
        "numbers from -1 to -1",
        "scale the targets, or number the two classes 0 and 1",
    ),
    "binary targets as a row": (
        lambda: fit("binary_crossentropy", 1, "sigmoid", LABELS % 2),
        ValueError,
        "y_true of shape (4,)",
        "make y a column: y.reshape(-1, 1)",
    ),
    "no sigmoid": (
        lambda: fit("binary_crossentropy", 1, None, np.ones((4, 1))),
        ValueError,
        "numbers from 6 to 6",
        "give the last layer activation='sigmoid', or the loss from_logits=True",
    ),
    "no softmax": (
        lambda: fit("categorical_crossentropy", 3, "relu", ONE_HOT),
        ValueError,
        "numbers from 6 to 6",
        "give the last layer activation='softmax', or the loss from_logits=True",
    ),
    "three labels for hinge": (
        lambda: fit("hinge", 1, None, LABELS.reshape(-1, 1)),
        ValueError,
        "numbers from 0 to 2",
        "number the two classes 0 and 1",
    ),
    "shapes for a function": (
        lambda: losses.mean_squared_error(np.ones(4), np.ones((4, 1))),
        ValueError,
        "y_true of shape (4,)",
        "make y a column: y.reshape(-1, 1)",
    ),
    "label smoothing in percent": (
        lambda: losses.CategoricalCrossentropy(label_smoothing=10),
        ValueError,
        "10",
        "for example 0.1",
    ),
    "an old name": (
        lambda: fit("logcosh", 1, None, np.ones((4, 1))),
        ValueError,
        "'logcosh'",
        "did you mean 'log_cosh'?",
    ),
    "an old name of kl_divergence": (
        lambda: fit("kullback_leibler_divergence", 3, "softmax", ONE_HOT),
        ValueError,
        "'kullback_leibler_divergence'",
        "did you mean 'kl_divergence'?",
    ),
    "integers for top-k": (
        lambda: metrics.TopKCategoricalAccuracy()(LABELS, ONE_HOT),
        ValueError,
        "y_true of shape (4,)",
        "give y the shape of the model's output",
    ),
    "one-hot for sparse accuracy": (
        lambda: metrics.SparseCategoricalAccuracy()(ONE_HOT, ONE_HOT),
        ValueError,
        "y_true of shape (4, 3)",
        "use 'categorical_accuracy', or y.argmax(axis=1)",
    ),
    "no k": (
        lambda: metrics.TopKCategoricalAccuracy(k=0),
        ValueError,
        "0",
        "for example k=3",
    ),
    "a curve": (
        lambda: metrics.AUC(curve="roc"),
        ValueError,
        "'roc'",
        "leave it out for ROC",
    ),
    "no thresholds": (
        lambda: metrics.AUC(num_thresholds=1),
        ValueError,
        "1",
        "for example num_thresholds=3",
    ),
    "an aggregation": (
        lambda: metrics.R2Score(class_aggregation="mean"),
        ValueError,
        "'mean'",
        "leave it out for the mean over the outputs",
    ),
    "a momentum that grows": (
        lambda: optimizers.SGD(momentum=9),
        ValueError,
        "9",
        "for example 0.9",
    ),
    "an average": (
        lambda: metrics.F1Score(average="mean"),
        ValueError,
        "'mean'",
        "leave it out for one value for each class",
    ),
    "a matrix of other rows": (
        lambda: metrics.confusion_matrix(LABELS, LABELS[:3]),
        ValueError,
        "3 predictions",
        "predict for the rows of y_true",
    ),
    "AdamW without decay": (
        lambda: optimizers.AdamW(weight_decay=None),
        ValueError,
        "None",
        "use Adam without it",
    ),
    "no steps": (
        lambda: schedules.CosineDecay(0.1, decay_steps=0),
        ValueError,
        "0",
        "take decay_steps=1000",
    ),
    "as many values as boundaries": (
        lambda: schedules.PiecewiseConstantDecay([10, 20], [0.1, 0.01]),
        ValueError,
        "2 values",
        "give one value more than boundaries",
    ),
    "an argument of a schedule": (
        lambda: schedules.ExponentialDecay(0.1, 10, 0.9, stairs=True),
        TypeError,
        "stairs=True",
        "did you mean 'staircase'?",
    ),
    "a factor above one": (
        lambda: callbacks.ReduceLROnPlateau(factor=2),
        ValueError,
        "2",
        "take 0.1",
    ),
    "a schedule and a scheduler": (
        scheduled_twice,
        ValueError,
        "ExponentialDecay",
        "use either the schedule or LearningRateScheduler",
    ),
    "the ending of a checkpoint": (
        lambda: callbacks.ModelCheckpoint("best.pt"),
        ValueError,
        "'best.pt'",
        "for example 'best.keras'",
    ),
    "a name in a checkpoint": (
        lambda: callbacks.files.filled_in("{lost}.npz", {"loss": 1.0}),
        ValueError,
        "'lost'",
        "take a name of the logs, epoch, or with save_freq a batch",
    ),
    "a negative slope": (
        lambda: layers.LeakyReLU(negative_slope=-0.1),
        ValueError,
        "-0.1",
        "for example negative_slope=0.1",
    ),
    "no pieces": (
        lambda: layers.Maxout(3, pieces=0),
        ValueError,
        "0",
        "for example pieces=3",
    ),
    "words for classes": (
        lambda: utils.to_categorical(["cat", "dog"]),
        ValueError,
        "2 values of dtype <U3",
        "number the classes 0, 1, 2, ... first",
    ),
    "no classes": (
        lambda: utils.to_categorical([]),
        ValueError,
        "0 values of dtype float64",
        "number the classes 0, 1, 2, ... first",
    ),
    "a hidden method": (
        hidden_method,
        ValueError,
        "self.enter = ... (Dense)",
        "call it otherwise, such as self.enter_layer",
    ),
}
