"""Checks for page 9.7: one step of the lasso, and dropout in both conventions."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

X = np.array([[1.0, -1.0], [-1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
R = np.array([3.0, -2.0, 4.0, 0.5])


def best_weight(column, residual, price):
    """Return the best weight of one standardized column, at an L1 price."""
    aim = column @ residual / len(column)
    return float(np.sign(aim) * max(abs(aim) - price, 0.0))


def _aim(column, residual):
    return column @ residual / len(column)


BEST_WEIGHT = Check(
    reference=best_weight,
    cases=(
        Case("a small price", (X[:, 0], R, 0.5)),
        Case("another column", (X[:, 1], R, 0.25)),
        Case("a negative weight", (-X[:, 0], R, 1.0)),
        Case("a price above the aim gives exactly 0", (X[:, 1], R, 3.0), "edge"),
        Case("no price: least squares", (X[:, 0], R, 0.0), "edge"),
    ),
    mistakes=(
        Mistake(lambda column, residual, price: _aim(column, residual), "this is the "
                "weight without a price"),
        Mistake(lambda column, residual, price: _aim(column, residual) - price
                * np.sign(_aim(column, residual)), "the weight is carried across 0"),
        Mistake(lambda column, residual, price: best_weight(column, residual
                * len(column), price), "a mean over the rows is missing"),
        Mistake(lambda column, residual, price: max(abs(_aim(column, residual)) - price,
                0.0), "the size is right, the sign is lost"),
        Mistake(lambda column, residual, price: _aim(column, residual) * (1 - price),
                "the price takes an amount, not a share"),
        Mistake(lambda column, residual, price: best_weight(column, residual,
                price / 2), "look at the factor in front of the squares: the "
                "threshold is the whole price"),
    ),
)  # fmt: skip


def dropout_output(a, keep, p, convention, training):
    """Return the outputs that the next layer gets, "plain" or "inverted"."""
    if convention == "plain":
        return a * keep if training else a * (1 - p)
    return a * keep / (1 - p) if training else a * 1.0


A = np.array([[1.0, 3.0, 2.0, 4.0], [2.0, -1.0, 0.5, 6.0]])
KEEP = np.array([[1, 0, 1, 1], [0, 1, 1, 0]])


def _always_inverted(a, keep, p, convention, training):
    return dropout_output(a, keep, p, "inverted", training)


def _always_plain(a, keep, p, convention, training):
    return dropout_output(a, keep, p, "plain", training)


def _twice(a, keep, p, convention, training):
    if convention == "inverted" and not training:
        return a * (1 - p)
    return dropout_output(a, keep, p, convention, training)


def _by_p(a, keep, p, convention, training):
    return dropout_output(a, keep, 1 - p, convention, training)


def _mask_in_use(a, keep, p, convention, training):
    return dropout_output(a, keep, p, convention, True)


def _swapped(a, keep, p, convention, training):
    other = "plain" if convention == "inverted" else "inverted"
    return dropout_output(a, keep, p, other, training)


DROPOUT_OUTPUT = Check(
    reference=dropout_output,
    cases=(
        Case("inverted, in training", (A, KEEP, 0.25, "inverted", True)),
        Case("inverted, in use", (A, KEEP, 0.25, "inverted", False)),
        Case("plain, in training", (A, KEEP, 0.25, "plain", True)),
        Case("plain, in use", (A, KEEP, 0.25, "plain", False)),
        Case("a rate of 0 in use", (A, KEEP, 0.0, "plain", False), "edge"),
    ),
    mistakes=(
        Mistake(_always_inverted, "both conventions give the same here; the plain one "
                "leaves training alone and scales in use"),
        Mistake(_always_plain, "both conventions give the same here; the inverted one "
                "scales in training and leaves use alone"),
        Mistake(_twice, "the inverted convention has done its scaling in training; do "
                "not do it again"),
        Mistake(_by_p, "p is the chance to be out, not the chance to stay"),
        Mistake(_mask_in_use, "in use nothing is left out"),
        Mistake(_swapped, "the two conventions have changed places"),
    ),
)  # fmt: skip

CHECKS = (BEST_WEIGHT, DROPOUT_OUTPUT)
