"""Checks for chapter 8: activations, their slopes, dead units and maxout."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

Z = np.array([-3.0, -0.5, 0.25, 1.25, 4.0])
FAR = np.array([-30.0, 30.0])


def sigmoid(z):
    """Return 1 / (1 + e^-z)."""
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def _cases(*share):
    """Return cases for a function of z, and of a share of it or an alpha."""
    return (
        Case("numbers of both signs", (Z, *share)),
        Case("a table of them", (2 * Z.reshape(1, 5) + 0.3, *share)),
        Case("exactly 0", (np.zeros(3), *share), "edge"),
        Case("far from 0", (FAR, *share), "edge"),
    )


def tanh_from_sigmoid(z):
    """Return tanh, made from the sigmoid."""
    return 2 * sigmoid(2 * z) - 1


TANH_FROM_SIGMOID = Check(
    reference=tanh_from_sigmoid,
    names=("tanh",),
    cases=_cases(),
    mistakes=(
        Mistake(lambda z: 2 * sigmoid(z) - 1, "this curve is right in shape but rises "
                "too slowly; the squeeze inside the sigmoid is missing"),
        Mistake(lambda z: sigmoid(2 * z), "this runs from 0 to 1 and not from below"),
        Mistake(lambda z: 2 * sigmoid(2 * z), "this is not centered; it runs from 0 "
                "up to 2"),
        Mistake(lambda z: 2 * sigmoid(2 * z - 1), "the 1 is to be taken from the "
                "result, not from z"),
        Mistake(lambda z: 1 - 2 * sigmoid(2 * z), "it falls where it should rise"),
    ),
)  # fmt: skip


def tanh_slope(z):
    """Return the derivative of tanh."""
    return 1 - np.tanh(z) ** 2


TANH_SLOPE = Check(
    reference=tanh_slope,
    names=("tanh_derivative", "tanh_gradient"),
    cases=_cases(),
    mistakes=(
        Mistake(lambda z: 1 - z**2, "the square of the output is needed, not of z"),
        Mistake(np.tanh, "this is the value; the slope is asked for"),
        Mistake(lambda z: np.tanh(z) ** 2 - 1, "tanh rises everywhere; mind the sign"),
        Mistake(lambda z: sigmoid(z) * sigmoid(-z), "this is the slope of the sigmoid"),
        Mistake(lambda z: 1 - np.tanh(z), "the output is to be squared"),
        Mistake(lambda z: np.tanh(z) * (1 - np.tanh(z)), "this rule belongs to the "
                "sigmoid; for tanh derive it anew"),
    ),
)  # fmt: skip


def dead_units(z):
    """Return for each unit whether no row of z (rows, units) opens it."""
    return (z <= 0).all(axis=0)


LAYER = np.array([[-1.0, 2.0, -3.5, -3.0], [-2.0, -1.0, 0.7, -0.1], [-0.3, 1.5, 2.0,
                  -4.0]])  # fmt: skip

DEAD_UNITS = Check(
    reference=dead_units,
    names=("dead",),
    cases=(
        Case("three rows, four units", (LAYER,)),
        Case("two rows", (LAYER[:2, ::-1],)),
        Case("one row", (LAYER[:1],), "edge"),
        Case(
            "weighted sums of exactly 0",
            (np.array([[0.0, 1.0, -1.0], [-2.0, 0.0, 0.0]]),),
            "edge",
            "at exactly 0 the slope is taken as 0, so nothing comes back there",
        ),
    ),
    mistakes=(
        Mistake(lambda z: (z <= 0).any(axis=0), "a single row with a closed gate is "
                "no death; every row has to find it closed"),
        Mistake(lambda z: (z <= 0).all(axis=1), "this asks about each row; each unit "
                "is asked for"),
        Mistake(lambda z: (z > 0).any(axis=0), "this says which units live"),
        Mistake(lambda z: (z <= 0).all(axis=0).sum(), "this counts them; say of each "
                "unit whether it is dead"),
        Mistake(lambda z: z.mean(axis=0) <= 0, "an average below zero leaves room for "
                "rows that open the gate"),
        Mistake(lambda z: z <= 0, "this tells row by row whether the gate is closed; "
                "put the rows together"),
    ),
)  # fmt: skip


def leaky_relu(z, slope=0.01):
    """Return z where it is positive, else a share of it."""
    return np.where(z > 0, z, slope * z)


SHARED = (*_cases(0.01), Case("another share", (Z, 0.2)))

LEAKY_RELU = Check(
    reference=leaky_relu,
    names=("leaky",),
    cases=SHARED,
    mistakes=(
        Mistake(lambda z, slope=0.01: np.maximum(z, 0), "nothing leaks: below zero a "
                "share of z should pass"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, z, slope), "below zero the "
                "output should fall with z; here it is constant"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, z, -slope * z), "below zero the "
                "output should be negative"),
        Mistake(lambda z, slope=0.01: slope * z, "the leak is meant for one side only"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, z, 0.01 * z), "the share is "
                "fixed; use the one that is handed over"),
        Mistake(lambda z, slope=0.01: np.minimum(z, slope * z), "you take the smaller "
                "of the two lines; the larger one is meant"),
    ),
)  # fmt: skip


def leaky_relu_slope(z, slope=0.01):
    """Return the derivative of the leaky ReLU; at 0 that of the left side."""
    return np.where(z > 0, 1.0, slope)


LEAKY_RELU_SLOPE = Check(
    reference=leaky_relu_slope,
    names=("leaky_relu_gradient", "leaky_slope"),
    cases=SHARED,
    mistakes=(
        Mistake(lambda z, slope=0.01: (z > 0) * 1.0, "below zero the slope is small, "
                "but not zero"),
        Mistake(leaky_relu, "this is the value; the slope is asked for"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, 1.0, slope * z), "the slope of "
                "a straight line does not depend on z"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, slope, 1.0), "the two sides "
                "have changed places"),
        Mistake(lambda z, slope=0.01: np.where(z > 0, 1.0, -slope), "the line rises "
                "on both sides; mind the sign"),
    ),
)  # fmt: skip


def elu(z, alpha=1.0):
    """Return z where it is positive, else alpha (e^z - 1)."""
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


SCALED = (
    *_cases(1.0),
    Case("alpha 0.5", (Z, 0.5)),
    Case("very far from 0", (1e3 * Z, 1.0), "edge"),
)

ELU = Check(
    reference=elu,
    cases=SCALED,
    mistakes=(
        Mistake(lambda z, alpha=1.0: np.where(z > 0, z, alpha * np.exp(z)), "at zero "
                "the two sides should meet; this curve jumps there"),
        Mistake(lambda z, alpha=1.0: np.where(z > 0, z, -alpha * np.expm1(z)), "below "
                "zero the output should be negative"),
        Mistake(lambda z, alpha=1.0: np.maximum(z, 0), "below zero it should not be "
                "flat"),
        Mistake(lambda z, alpha=1.0: alpha * np.expm1(z), "for positive z the output "
                "is z itself"),
        Mistake(lambda z, alpha=1.0: elu(z, 1.0), "alpha is not used"),
        Mistake(lambda z, alpha=1.0: np.maximum(z, 0) + alpha * np.expm1(z), "for "
                "positive z both parts are counted; only one is meant"),
    ),
)  # fmt: skip


def elu_slope(z, alpha=1.0):
    """Return the derivative of the ELU; at 0 that of the left side."""
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


ELU_SLOPE = Check(
    reference=elu_slope,
    names=("elu_gradient", "elu_derivative"),
    cases=SCALED,
    mistakes=(
        Mistake(elu, "this is the value; the slope is asked for"),
        Mistake(lambda z, alpha=1.0: (z > 0) * 1.0, "below zero it is not flat"),
        Mistake(lambda z, alpha=1.0: np.where(z > 0, 1.0, elu(z, alpha)), "below zero "
                "the slope differs from the value by alpha"),
        Mistake(lambda z, alpha=1.0: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
                "alpha is not used"),
        Mistake(lambda z, alpha=1.0: np.where(z > 0, 1.0, alpha), "below zero the "
                "curve bends, so its slope depends on z"),
    ),
)  # fmt: skip


def maxout(x, W1, b1, W2, b2):
    """Return the larger of two weighted sums for each row and unit."""
    return np.maximum(x @ W1 + b1, x @ W2 + b2)


X = np.array([[1.0, -2.0], [0.5, 3.0], [-1.5, 0.2]])
W1 = np.array([[1.0, -0.5], [0.3, 2.0]])
W2 = np.array([[-2.0, 0.4], [0.6, -1.0]])
B1, B2 = np.array([-1.1, -0.2]), np.array([-0.9, 0.25])
RELU = np.zeros((2, 2)), np.zeros(2)

MAXOUT = Check(
    reference=maxout,
    cases=(
        Case("three rows, two units", (X, W1, B1, W2, B2)),
        Case("the two sums exchanged", (X, W2, B2, W1, B1)),
        Case("a single row", (X[:1], W1, B1, W2, B2), "edge"),
        Case("one of the sums is 0", (X, W1, B1, *RELU), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, W1, b1, W2, b2: x @ W1 + b1 + x @ W2 + b2, "you add the two "
                "sums; only the larger one should come out"),
        Mistake(lambda x, W1, b1, W2, b2: np.maximum(x @ W1, x @ W2), "the biases are "
                "missing"),
        Mistake(lambda x, W1, b1, W2, b2: np.minimum(x @ W1 + b1, x @ W2 + b2),
                "the smaller one comes out"),
        Mistake(lambda x, W1, b1, W2, b2: np.maximum(0, maxout(x, W1, b1, W2, b2)),
                "maxout needs no zero: both sums may be negative"),
        Mistake(lambda x, W1, b1, W2, b2: maxout(x, W1, b1, W2, b2).max(axis=1),
                "one number for each unit is asked for, not the largest of all units"),
        Mistake(lambda x, W1, b1, W2, b2: x @ np.maximum(W1, W2) + np.maximum(b1, b2),
                "compare the weighted sums, not the weights"),
    ),
)  # fmt: skip

CHECKS = (
    TANH_FROM_SIGMOID,
    TANH_SLOPE,
    DEAD_UNITS,
    LEAKY_RELU,
    LEAKY_RELU_SLOPE,
    ELU,
    ELU_SLOPE,
    MAXOUT,
)
