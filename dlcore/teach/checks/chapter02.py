"""Checks for chapter 2: one neuron, its loss and its gradient."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

MILES = np.array([0.5, 1.1, 1.6, 2.4])
PRICES = np.array([146.0, 149.0, 140.0, 134.0])
CENTERED = np.array([-1.2, -0.4, 0.3, 1.3])
ONE_X, ONE_Y = np.array([2.0]), np.array([100.0])


# ---- predict ----------------------------------------------------------------


def predict(x, w, b):
    """Return one prediction per row."""
    return w * x + b


PREDICT = Check(
    reference=predict,
    cases=(
        Case("four hotels", (MILES, -7.0, 150.0)),
        Case("a fractional weight", (CENTERED, 2.5, -1.25)),
        Case("weight and bias 0", (MILES, 0.0, 0.0), "edge"),
        Case("a single hotel", (ONE_X, -7.0, 150.0), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, w, b: w * x, "the bias has no effect on your prediction"),
        Mistake(lambda x, w, b: w * (x + b), "the weight multiplies the bias as well"),
        Mistake(
            lambda x, w, b: w * x - b,
            "the bias is taken away; a larger bias must give a larger prediction",
        ),
        Mistake(lambda x, w, b: b * x + w, "weight and bias have changed places"),
        Mistake(
            lambda x, w, b: np.sum(w * x) + b,
            "you add up over the hotels; there is one prediction for each",
        ),
        Mistake(
            lambda x, w, b: np.maximum(w * x + b, 0),
            "negative predictions are cut off; this neuron is linear",
        ),
    ),
)


# ---- loss -------------------------------------------------------------------


def squared_error(prediction, target):
    """Return one squared error per row."""
    return (prediction - target) ** 2


SQUARED_ERROR = Check(
    reference=squared_error,
    cases=(
        Case("four hotels", (PRICES - MILES, PRICES)),
        Case("errors of both signs", (PRICES + CENTERED, PRICES)),
        Case("a perfect prediction", (PRICES, PRICES), "edge"),
    ),
    mistakes=(
        Mistake(lambda p, t: p - t, "this is the error before it is squared"),
        Mistake(lambda p, t: abs(p - t), "this is the size of the error, not squared"),
        Mistake(
            lambda p, t: p**2 - t**2,
            "you square first and subtract afterward; it is the difference that counts",
        ),
        Mistake(
            lambda p, t: np.mean((p - t) ** 2),
            "you average over the rows; here each row keeps its own number",
        ),
    ),
)


def mean_squared_error(prediction, target):
    """Return the mean over all rows of the squared error."""
    return np.mean((prediction - target) ** 2)


MEAN_SQUARED_ERROR = Check(
    reference=mean_squared_error,
    names=("mse", "measure"),
    cases=(
        Case("four hotels", (PRICES - MILES, PRICES)),
        Case("errors of both signs", (PRICES + CENTERED, PRICES)),
        Case("two hotels", (PRICES[:2] + 3.5, PRICES[:2])),
        Case("a perfect prediction", (PRICES, PRICES), "edge"),
        Case("a single hotel", (ONE_Y + 7, ONE_Y), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda p, t: np.sum((p - t) ** 2),
            "this is the sum; twice as many hotels must not give twice the loss",
        ),
        Mistake(
            lambda p, t: np.mean((p - t) ** 2) / 2,
            "this is half of it; some books put ½ in front, this one does not",
        ),
        Mistake(
            lambda p, t: np.sum((p - t) ** 2) / 2,
            "this is half of the sum; the book takes the mean, without ½",
        ),
        Mistake(
            lambda p, t: np.mean(p - t),
            "errors of opposite sign cancel; nothing is squared yet",
        ),
        Mistake(lambda p, t: np.mean(p - t) ** 2, "you average first and square after"),
        Mistake(
            lambda p, t: np.mean(abs(p - t)),
            "this is the mean absolute error; here the errors are squared",
        ),
        Mistake(
            lambda p, t: np.sqrt(np.mean((p - t) ** 2)),
            "you took a square root at the end, which gives dollars, not dollars²",
        ),
        Mistake(
            lambda p, t: (p - t) ** 2,
            "there is still one number per row; the loss is one number for all rows",
        ),
        Mistake(
            lambda p, t: np.sum((p - t) ** 2) / max(len(p) - 1, 1),
            "you divide by one row less than there are",
        ),
    ),
)


def mean_absolute_error(prediction, target):
    """Return the mean over all rows of the size of the error."""
    return np.mean(abs(prediction - target))


MEAN_ABSOLUTE_ERROR = Check(
    reference=mean_absolute_error,
    names=("mae",),
    cases=MEAN_SQUARED_ERROR.cases,
    mistakes=(
        Mistake(
            lambda p, t: np.mean(p - t),
            "errors of opposite sign cancel; take the size of each error first",
        ),
        Mistake(
            lambda p, t: abs(np.mean(p - t)),
            "you average first and take the size after; errors have canceled by then",
        ),
        Mistake(lambda p, t: np.sum(abs(p - t)), "this is the sum, not the mean"),
        Mistake(mean_squared_error, "this is the squared error"),
        Mistake(
            lambda p, t: np.sqrt(np.mean((p - t) ** 2)),
            "this is the root of the mean squared error; it weighs errors unequally",
        ),
    ),
)


# ---- gradient ---------------------------------------------------------------


def loss_at(x, y, w, b):
    """Return the mean squared error of a neuron with this weight and bias."""
    return mean_squared_error(predict(x, w, b), y)


def mse_gradient(x, y, w, b):
    """Return (dw, db), the slopes of the mean squared error."""
    error = predict(x, w, b) - y
    return 2 * np.mean(error * x), 2 * np.mean(error)


def scaled(function, factor):
    """Return the function with each of its results times a factor."""

    return lambda *arguments: tuple(factor * part for part in function(*arguments))


def summed_gradient(x, y, w, b):
    """Return the gradient of the sum instead of the mean (a mistake)."""
    error = predict(x, w, b) - y
    return 2 * np.sum(error * x), 2 * np.sum(error)


def gradient_without_input(x, y, w, b):
    """Return a weight gradient that forgets the input (a mistake)."""
    error = predict(x, w, b) - y
    return 2 * np.mean(error), 2 * np.mean(error)


def _input_in_both(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * np.mean(error * x), 2 * np.mean(error * x)


def _averaged_apart(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * np.mean(error) * np.mean(x), 2 * np.mean(error)


def _bias_without_two(x, y, w, b):
    dw, db = mse_gradient(x, y, w, b)
    return dw, db / 2


def _without_bias(x, y, w, b):
    return mse_gradient(x, y, w, 0.0)


GRADIENT = Check(
    reference=mse_gradient,
    names=("gradient", "feedback"),
    cases=(
        Case("four hotels, w = b = 0", (MILES, PRICES, 0.0, 0.0)),
        Case("centered feature", (CENTERED, PRICES, -20.0, 120.0)),
        Case("two hotels", (MILES[:2], PRICES[:2], 3.0, 10.0)),
        Case("a single hotel", (ONE_X, ONE_Y, 1.5, 4.0), "edge"),
        Case(
            "a line through all points",
            (CENTERED, 2 * CENTERED + 5, 2.0, 5.0),
            "edge",
            "at the minimum of the loss nothing is left to correct",
        ),
    ),
    mistakes=(
        Mistake(
            scaled(mse_gradient, -1),
            "both signs are reversed; the error is predicted minus actual",
        ),
        Mistake(
            scaled(mse_gradient, 0.5),
            "the 2 that comes from differentiating the square is missing",
        ),
        Mistake(summed_gradient, "you add up over the rows; a mean is asked for"),
        Mistake(
            scaled(summed_gradient, 0.5),
            "you add up over the rows where the mean is asked for, and lose the 2",
        ),
        Mistake(
            gradient_without_input,
            "the weight gradient ignores the input; each error counts times its input",
        ),
        Mistake(
            _input_in_both,
            "the bias gradient has the input in it; the bias is added as it is",
        ),
        Mistake(
            _averaged_apart,
            "you average errors and inputs apart; multiply row by row, then average",
        ),
        Mistake(
            lambda *a: mse_gradient(*a)[::-1],
            "the two slopes have changed places; the weight comes first",
        ),
        Mistake(_bias_without_two, "the 2 is missing in the bias gradient"),
        Mistake(_without_bias, "the bias is missing from the prediction"),
    ),
    slope_of=(loss_at, (2, 3)),
)

CHECKS = (PREDICT, SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, GRADIENT)
