"""Mistakes with labels, probabilities and losses, and what is said about them."""

import numpy as np

from dlcore import Input, Sequential, layers, losses

X = np.ones((4, 2))
LABELS = np.array([0, 1, 2, 1])
ONE_HOT = np.eye(3)[LABELS]


def fit(loss, units, activation, y):
    model = Sequential([Input((2,)), layers.Dense(units, activation)])
    model.set_weights([np.full((2, units), 3.0), np.zeros(units)])
    model.compile("sgd", loss)
    model.fit(X, y, verbose=0)


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
        "use loss='categorical_crossentropy', or y.argmax(axis=1)",
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
}
