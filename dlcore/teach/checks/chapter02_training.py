"""Checks for chapter 2, second half: one step, training, and what surrounds it."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake
from dlcore.teach.checks.chapter02 import (
    CENTERED,
    MILES,
    PRICES,
    gradient_without_input,
    mse_gradient,
    scaled,
    summed_gradient,
)

# ---- update and training -----------------------------------------------------


def update(w, b, dw, db, learning_rate):
    """Return weight and bias after one step."""
    return w - learning_rate * dw, b - learning_rate * db


UPDATE = Check(
    reference=update,
    names=("adjust",),
    cases=(
        Case("slopes of both signs", (3.0, 10.0, 42.0, -250.0, 0.08)),
        Case("other numbers", (-1.5, 0.25, -3.0, 0.5, 0.3)),
        Case("both slopes 0", (3.0, 10.0, 0.0, 0.0, 0.08), "edge"),
        Case("learning rate 0", (3.0, 10.0, 42.0, -250.0, 0.0), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda w, b, dw, db, r: (w + r * dw, b + r * db),
            "you walk uphill: a positive slope must make the parameter smaller",
        ),
        Mistake(
            lambda w, b, dw, db, r: (w - dw, b - db),
            "the learning rate has no effect on your step",
        ),
        Mistake(
            lambda w, b, dw, db, r: (w - r * dw, b),
            "the bias stays where it is; it learns too",
        ),
        Mistake(
            lambda w, b, dw, db, r: (w - r * db, b - r * dw),
            "each parameter needs its own slope; these have changed places",
        ),
        Mistake(
            lambda w, b, dw, db, r: (r * dw, r * db),
            "this is the step; take it from the old parameter",
        ),
        Mistake(
            lambda w, b, dw, db, r: (w - r * np.sign(dw), b - r * np.sign(db)),
            "only the direction counts in your step; steeper needs larger",
        ),
    ),
)


def training_round(x, y, w, b, learning_rate):
    """Return weight and bias after predict, measure, feedback and adjust."""
    return update(w, b, *mse_gradient(x, y, w, b), learning_rate)


def _stale_bias(x, y, w, b, learning_rate):
    w = w - learning_rate * mse_gradient(x, y, w, b)[0]
    return w, b - learning_rate * mse_gradient(x, y, w, b)[1]


def _row_by_row(x, y, w, b, learning_rate):
    for row in range(len(x)):
        one = slice(row, row + 1)
        w, b = training_round(x[one], y[one], w, b, learning_rate)
    return w, b


def _round_with(gradient, sign=1):
    def one_round(x, y, w, b, learning_rate):
        dw, db = gradient(x, y, w, b)
        return w - sign * learning_rate * dw, b - sign * learning_rate * db

    return one_round


ROUND_MISTAKES = (
    (_round_with(mse_gradient, -1), "the loss grows: you walk up the slope, not down"),
    (
        _round_with(scaled(mse_gradient, 0.5)),
        "your steps are half as long as asked; look for a missing factor 2",
    ),
    (
        _round_with(summed_gradient),
        "your steps grow with the number of rows",
    ),
    (
        _round_with(gradient_without_input),
        "the weight is adjusted as if every input were 1",
    ),
    (
        _stale_bias,
        "the bias is adjusted with a weight that has moved already; compute both "
        "slopes first, then move",
    ),
    (
        _row_by_row,
        "you adjust after every row; here one round sees all rows, then adjusts once",
    ),
)

TRAINING_ROUND = Check(
    reference=training_round,
    names=("one_round", "one_update"),
    cases=(
        Case("four hotels from 0", (MILES, PRICES, 0.0, 0.0, 0.05)),
        Case("centered feature", (CENTERED, PRICES, -3.0, 7.0, 0.08)),
        Case("learning rate 0", (MILES, PRICES, 1.0, 2.0, 0.0), "edge"),
    ),
    mistakes=tuple(Mistake(*pair) for pair in ROUND_MISTAKES),
)


def fit(x, y, learning_rate, epochs):
    """Return weight and bias after so many rounds from 0."""
    return _repeat(training_round)(x, y, learning_rate, epochs)


def _repeat(one_round, extra=0):
    def train(x, y, learning_rate, epochs):
        w = b = 0.0
        for _ in range(epochs + extra):
            w, b = one_round(x, y, w, b, learning_rate)
        return w, b

    return train


FIT = Check(
    reference=fit,
    names=("train",),
    cases=(
        Case("one epoch", (CENTERED, PRICES, 0.08, 1)),
        Case("ten epochs", (CENTERED, PRICES, 0.08, 10)),
        Case("a feature in miles", (MILES, PRICES, 0.05, 10)),
        Case("no epoch at all", (CENTERED, PRICES, 0.08, 0), "edge"),
    ),
    mistakes=(
        *(Mistake(_repeat(step), message) for step, message in ROUND_MISTAKES),
        Mistake(
            lambda x, y, r, e: _repeat(training_round)(x, y, r, min(e, 1)),
            "only one round is made, however many epochs are asked for; does each "
            "round start from where the last one ended?",
        ),
        Mistake(_repeat(training_round, extra=1), "you make one round more than asked"),
        Mistake(
            lambda x, y, r, e: _repeat(training_round)(x, y, r, max(e - 1, 0)),
            "you make one round less than asked",
        ),
    ),
)


# ---- around training ----------------------------------------------------------


def standardize(x):
    """Return the feature with mean 0 and standard deviation 1."""
    return (x - np.mean(x)) / np.std(x)


STANDARDIZE = Check(
    reference=standardize,
    cases=(
        Case("four hotels", (MILES,)),
        Case("negative values too", (np.array([-3.0, 0.5, 8.0, 2.0, -1.0]),)),
        Case("two hotels", (np.array([1.0, 4.0]),), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x: x - np.mean(x),
            "the mean is 0 now, but the spread is not yet 1",
        ),
        Mistake(lambda x: x / np.std(x), "the spread is 1, but the mean is not yet 0"),
        Mistake(
            lambda x: x - np.mean(x) / np.std(x),
            "subtract first, then divide: parentheses are missing",
        ),
        Mistake(
            lambda x: (x - np.mean(x)) / np.var(x),
            "you divide by the variance; its square root is the standard deviation",
        ),
        Mistake(
            lambda x: (x - np.mean(x)) / np.std(x, ddof=1),
            "you divide by n - 1 inside the standard deviation; the book divides by n",
        ),
        Mistake(
            lambda x: (x - np.min(x)) / (np.max(x) - np.min(x)),
            "this maps to the range from 0 to 1; mean 0 and spread 1 are asked for",
        ),
    ),
)


def largest_stable_learning_rate(x):
    """Return the learning rate above which training on this feature diverges."""
    curvature = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return 2 / np.linalg.eigvalsh(curvature)[-1]


def _stable_from(choose):
    def rate(x):
        half = np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
        return choose(np.linalg.eigvalsh(2 * half))

    return rate


LARGEST_STABLE = Check(
    reference=largest_stable_learning_rate,
    names=("largest_stable_eta", "largest_learning_rate"),
    cases=(
        Case("miles", (np.array([0.5, 1.1, 1.6, 2.4, 3.5, 4.6, 6.2, 9.5]),)),
        Case("centered feature", (CENTERED,)),
        Case("standardized feature", (standardize(MILES),), "edge"),
    ),
    mistakes=(
        Mistake(
            _stable_from(lambda curvature: 1 / curvature[-1]),
            "at this rate the steepest direction lands on its minimum at once; "
            "how much longer may a step be before it overshoots for ever?",
        ),
        Mistake(
            _stable_from(lambda curvature: 2 / curvature[0]),
            "this is the limit of the flattest direction; the steepest breaks first",
        ),
        Mistake(
            _stable_from(lambda curvature: 4 / curvature[-1]),
            "the curvature of the loss has a factor 2 that is missing here",
        ),
        Mistake(
            lambda x: 1 / np.mean(x**2),
            "the weight alone would allow this; weight and bias move together",
        ),
    ),
    tolerance=2e-3,
)


def least_squares(x, y):
    """Return weight and bias of the line with the smallest mean squared error."""
    w = np.mean((x - np.mean(x)) * (y - np.mean(y))) / np.mean((x - np.mean(x)) ** 2)
    return w, np.mean(y) - w * np.mean(x)


LEAST_SQUARES = Check(
    reference=least_squares,
    names=("closed_form",),
    cases=(
        Case("four hotels", (MILES, PRICES)),
        Case("centered feature", (CENTERED, PRICES)),
        Case("points on a line", (MILES, 3 - 2 * MILES), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x, y: (np.mean(x * y) / np.mean(x * x), 0.0),
            "your line goes through the origin; the bias is a parameter as well",
        ),
        Mistake(
            lambda x, y: (least_squares(x, y)[0], np.mean(y)),
            "the bias is the mean price, which is right only for a feature of mean 0",
        ),
        Mistake(
            lambda x, y: least_squares(x, y)[::-1],
            "weight and bias have changed places",
        ),
        Mistake(
            lambda x, y: least_squares(y, x),
            "this line predicts the distance from the price",
        ),
    ),
    tolerance=1e-5,
)

CHECKS = (
    UPDATE,
    TRAINING_ROUND,
    FIT,
    STANDARDIZE,
    LARGEST_STABLE,
    LEAST_SQUARES,
)
