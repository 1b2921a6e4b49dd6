"""Checks for page 13.1: a gradient by nudges of the scores."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

SCORES = np.array([-0.6, 0.2, -0.8, 1.6])


def _loss(z, true):
    return np.log(np.sum(np.exp(z))) - z[true]


def _nudges(z, true, eps, up=1.0, down=1.0, width=2.0):
    """Return (loss at z + up eps, minus loss at z - down eps) / (width eps)."""
    eye = np.eye(len(z))
    return np.array(
        [
            (_loss(z + up * eps * e, true) - _loss(z - down * eps * e, true))
            / (width * eps)
            for e in eye
        ]
    )


def nudged_gradient(z, true, eps):
    """Return the gradient of the cross-entropy of scores, by central differences."""
    return _nudges(np.asarray(z, float), true, eps)


def _derived(z, true, eps):
    shares = np.exp(z) / np.sum(np.exp(z))
    return shares - np.eye(len(z))[true]


NUDGED_GRADIENT = Check(
    reference=nudged_gradient,
    names=("my_nudged_gradient",),
    cases=(
        Case("four scores, the second is true", (SCORES, 1, 0.1)),
        Case("four scores, the last is true", (SCORES, 3, 0.2)),
        Case("a large nudge", (np.array([2.0, -1.0, 0.5]), 0, 1.0)),
        Case("two scores", (np.array([0.3, -0.4]), 1, 0.5)),
        Case("a single score", (np.array([0.7]), 0, 0.1), "edge"),
    ),
    mistakes=(
        Mistake(lambda z, true, eps: _nudges(z, true, eps, 1, 0, 1), "this nudges up "
                "only; the error of a nudge in both directions is much smaller"),
        Mistake(lambda z, true, eps: _nudges(z, true, eps, 0, 1, 1), "this nudges down "
                "only; the error of a nudge in both directions is much smaller"),
        Mistake(lambda z, true, eps: _nudges(z, true, eps, width=1), "between the two "
                "places lie two nudges"),
        Mistake(lambda z, true, eps: -_nudges(z, true, eps), "the sign is turned over; "
                "what is subtracted is the loss on the lower side"),
        Mistake(lambda z, true, eps: _nudges(z, true, eps, width=2 / eps), "the "
                "difference of the losses is not divided by the distance"),
        Mistake(_derived, "this is the derived gradient; a check needs one that does "
                "not use the formula"),
    ),
)  # fmt: skip

CHECKS = (NUDGED_GRADIENT,)
"""All checks of page 13.1."""
