"""The losses of page 5.5, written plainly, with their slopes.

Each function takes the prediction first and then the truth, as arrays of one dimension,
and returns one number; each slope is that of this number in the prediction.
"""

from typing import NamedTuple

import numpy as np

from dlcore import Tensor, losses, ops


def entropy(p):
    """Return -Σ p log p: the lowest cross-entropy that any prediction can have."""
    return -float(np.sum(p * np.log(p)))


def cross_entropy(q, p):
    """Return -Σ p log q.

    Args:
        q: predicted shares, (classes,).
        p: true shares, (classes,).
    """
    return -float(np.sum(p * np.log(q)))


class Entry(NamedTuple):
    """One loss of the catalogue.

    Args:
        name: as in `dlcore.losses`.
        data: letter of the example, a key of `DATA`.
        value: function of (prediction, truth) that returns the loss.
        slope: its derivative in the prediction, or None where the page gives another
            form.
    """

    name: str
    data: str
    value: object
    slope: object


DATA = {
    "A": (np.array([2.5, 5.0, 4.0]), np.array([3.0, 5.0, 2.0])),
    "B": (np.array([0.8, -0.3, -0.5]), np.array([1.0, -1.0, 1.0])),
    "C": (np.array([0.2, 0.3, 0.5]), np.array([0.0, 1.0, 0.0])),
    "D": (np.array([0.5, 0.3, 0.2]), np.array([0.7, 0.2, 0.1])),
    "E": (np.array([0.45, 0.10]), np.array([1.0, 1.0])),
}
"""Prediction and truth of the examples: numbers, signs, one-hot, shares, yes and no."""


def squared(p, y):
    """Return the mean squared error; see the module for the arguments."""
    return np.mean((p - y) ** 2)


def absolute(p, y):
    """Return the mean absolute error; see the module for the arguments."""
    return np.mean(np.abs(p - y))


def percentage(p, y):
    """Return the mean absolute error in percent of the truth."""
    return 100 * np.mean(np.abs((p - y) / y))


def squared_logarithmic(p, y):
    """Return the mean squared difference of log(1 + number)."""
    return np.mean((np.log1p(p) - np.log1p(y)) ** 2)


def log_cosh(p, y):
    """Return the mean of log cosh of the error, without large powers."""
    size = np.abs(p - y)
    return np.mean(size + np.log1p(np.exp(-2 * size)) - np.log(2))


def poisson(p, y):
    """Return the mean of p - y log p, for counts."""
    return np.mean(p - y * np.log(p))


def cosine(p, y):
    """Return minus the cosine of the angle between two rows."""
    return -(p @ y) / np.sqrt((p @ p) * (y @ y))


def hinge(p, y):
    """Return the mean of what is missing to the margin, labels -1 and 1."""
    return np.mean(np.maximum(0, 1 - y * p))


def squared_hinge(p, y):
    """Return the mean of the squares of what is missing to the margin."""
    return np.mean(np.maximum(0, 1 - y * p) ** 2)


def categorical_hinge(p, y):
    """Return what the right score lacks to be 1 above the best wrong one."""
    return max(0.0, 1 + np.max((1 - y) * p) - np.sum(y * p))


def sparse(p, y):
    """Return -log of the share of the true class, from its number."""
    return -np.log(p[int(np.argmax(y))])


def binary(p, y):
    """Return the mean of the cross-entropies of independent yes/no outputs."""
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def divergence(q, p):
    """Return Σ p log(p / q); see the module for the arguments."""
    return np.sum(p * np.log(p / q))


def _cosine_slope(p, y):
    across = y / np.sqrt(y @ y) + cosine(p, y) * p / np.sqrt(p @ p)
    return -across / np.sqrt(p @ p)


def _categorical_hinge_slope(p, y):
    best = np.eye(len(p))[np.argmax(np.where(y == 1, -np.inf, p))]
    return (best - y) * (categorical_hinge(p, y) > 0)


CATALOGUE = (
    Entry("mean_squared_error", "A", squared, lambda p, y: 2 * (p - y) / len(p)),
    Entry("mean_absolute_error", "A", absolute, lambda p, y: np.sign(p - y) / len(p)),
    Entry(
        "mean_absolute_percentage_error",
        "A",
        percentage,
        lambda p, y: 100 * np.sign(p - y) / np.abs(y) / len(p),
    ),
    Entry(
        "mean_squared_logarithmic_error",
        "A",
        squared_logarithmic,
        lambda p, y: 2 * (np.log1p(p) - np.log1p(y)) / (1 + p) / len(p),
    ),
    Entry("log_cosh", "A", log_cosh, lambda p, y: np.tanh(p - y) / len(p)),
    Entry("poisson", "A", poisson, lambda p, y: (1 - y / p) / len(p)),
    Entry("cosine_similarity", "A", cosine, _cosine_slope),
    Entry("hinge", "B", hinge, lambda p, y: -y * (y * p < 1) / len(p)),
    Entry(
        "squared_hinge",
        "B",
        squared_hinge,
        lambda p, y: -2 * y * np.maximum(0, 1 - y * p) / len(p),
    ),
    Entry("categorical_hinge", "C", categorical_hinge, _categorical_hinge_slope),
    Entry("categorical_crossentropy", "C", cross_entropy, None),
    Entry("sparse_categorical_crossentropy", "C", sparse, None),
    Entry(
        "binary_crossentropy",
        "E",
        binary,
        lambda p, y: (p - y) / (p * (1 - p)) / len(p),
    ),
    Entry("kl_divergence", "D", divergence, lambda q, p: -p / q),
)
"""The fourteen losses in the order of the page."""


def entry(name):
    """Return the entry of the catalogue with this name."""
    return next(found for found in CATALOGUE if found.name == name)


def tape(found):
    """Return the library's value, and how far its slopes are from the formula's.

    Where an entry has no slope, the loss is taken from logits whose softmax is the
    prediction, and the slope is prediction minus truth.

    Args:
        found: an entry of `CATALOGUE`.
    """
    guess, truth = DATA[found.data]
    loss = getattr(losses, found.name)
    if found.slope is None:
        at, slope = Tensor(np.log(guess)[None], requires_grad=True), guess - truth
        sparse_label = np.array([int(np.argmax(truth))])
        label = sparse_label if found.name.startswith("sparse") else truth[None]
        value = loss(label, at, from_logits=True)
    else:
        at, slope = Tensor(guess[None], requires_grad=True), found.slope(guess, truth)
        value = loss(truth[None], at)
    ops.sum(value).backward()
    return float(value.data[0]), float(np.abs(at.grad[0] - slope).max())


def floor_of_two_softmaxes(classes):
    """Return the lowest loss where softmax is applied to softmax outputs.

    Args:
        classes: how many there are.
    """
    return float(np.log(1 + (classes - 1) / np.e))
