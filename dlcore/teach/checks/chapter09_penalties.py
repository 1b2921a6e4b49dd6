"""Checks for page 9.4: the slope of a penalty, and soft thresholding."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

W = np.array([[1.5, -0.4, 0.02], [-3.0, 0.7, -0.05]])
CORNER = np.array([0.0, 0.5, -0.5])


def penalty_gradient(w, l1, l2):
    """Return the slope of l1 |w| + l2 w² for each weight, 0 at the corner."""
    return l1 * np.sign(w) + 2 * l2 * w


def _price(w, l1, l2):
    """Return the penalty itself."""
    return l1 * np.abs(w).sum() + l2 * (w**2).sum()


PENALTY_GRADIENT = Check(
    reference=penalty_gradient,
    names=("penalty_slope",),
    slope_of=(_price, (0,)),
    cases=(
        Case("both penalties", (W, 0.3, 0.2)),
        Case("L2 alone", (W, 0.0, 0.5)),
        Case("L1 alone", (W[0], 0.7, 0.0)),
        Case("a weight of exactly 0", (CORNER, 0.4, 0.1), "edge"),
    ),
    mistakes=(
        Mistake(lambda w, l1, l2: l1 * np.abs(w) + l2 * w**2, "this is the penalty of "
                "each weight; its slope is asked for"),
        Mistake(lambda w, l1, l2: l1 * np.sign(w) + l2 * w, "the derivative of a "
                "square is not the number itself; a factor is missing"),
        Mistake(lambda w, l1, l2: l1 + 2 * l2 * w, "to the left of the corner the "
                "absolute value falls; there the L1 part has the other sign"),
        Mistake(lambda w, l1, l2: l1 * w + 2 * l2 * w, "the pull of L1 does not grow "
                "with the weight"),
        Mistake(lambda w, l1, l2: l2 * np.sign(w) + 2 * l1 * w, "the two strengths "
                "have changed places"),
        Mistake(lambda w, l1, l2: -penalty_gradient(w, l1, l2), "this points toward "
                "zero; the gradient points uphill"),
        Mistake(lambda w, l1, l2: penalty_gradient(w, l1, l2).sum(), "one slope for "
                "each weight is asked for, not their sum"),
    ),
)  # fmt: skip


def soft_threshold(w, step):
    """Return the weights moved toward 0 by a step, and never across it."""
    return np.sign(w) * np.maximum(np.abs(w) - step, 0)


SOFT_THRESHOLD = Check(
    reference=soft_threshold,
    names=("soft",),
    cases=(
        Case("weights of both signs", (W, 0.3)),
        Case("another step", (W[:1], 1.0)),
        Case("weights at the threshold", (CORNER, 0.5), "edge"),
        Case("a step of 0 changes nothing", (W, 0.0), "edge"),
    ),
    mistakes=(
        Mistake(lambda w, step: w - step * np.sign(w), "small weights are carried "
                "across zero; they should stop there"),
        Mistake(lambda w, step: w - step, "all weights move to the left; negative "
                "ones should move the other way"),
        Mistake(lambda w, step: np.maximum(w - step, 0), "negative weights are lost"),
        Mistake(lambda w, step: np.maximum(np.abs(w) - step, 0), "the sizes are "
                "right, the signs are lost"),
        Mistake(lambda w, step: np.where(np.abs(w) <= step, 0, w), "the small ones "
                "are set to zero, but the others have to move, too"),
        Mistake(lambda w, step: w * (1 - step), "this takes a share of each weight; "
                "the same amount is meant for all"),
    ),
)  # fmt: skip

CHECKS = (PENALTY_GRADIENT, SOFT_THRESHOLD)
