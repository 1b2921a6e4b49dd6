"""Checks for page 9.3: bias and variance, the recipe of diagnosis, optimism."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

SAID = np.array([[1.0, 4.0, 2.0], [3.0, 2.0, 2.5], [2.0, 6.0, 0.0], [4.0, 3.0, 1.0]])
TRUTH = np.array([2.0, 5.0, 1.0])


def bias_and_variance(predictions, truth):
    """Return squared bias and variance, means over the places."""
    middle = predictions.mean(axis=0)
    return np.mean((middle - truth) ** 2), np.mean((predictions - middle) ** 2)


def _wrong(bias=None, variance=None):
    """Return a wrong version: one part computed in another way."""

    def function(predictions, truth):
        right = bias_and_variance(predictions, truth)
        return (
            bias(predictions, truth) if bias else right[0],
            variance(predictions, truth) if variance else right[1],
        )

    return function


BIAS_AND_VARIANCE = Check(
    reference=bias_and_variance,
    cases=(
        Case("four training sets, three places", (SAID, TRUTH)),
        Case("two training sets", (SAID[:2], TRUTH)),
        Case("all models agree", (np.tile(SAID[:1], (3, 1)), TRUTH), "edge"),
    ),
    mistakes=(
        Mistake(_wrong(bias=lambda p, t: np.mean((p - t) ** 2)), "the first number is "
                "the error of single models; bias is that of their mean"),
        Mistake(_wrong(bias=lambda p, t: np.mean(p.mean(axis=0) - t) ** 2), "square "
                "the bias at each place, then average; here places cancel"),
        Mistake(_wrong(bias=lambda p, t: np.mean(np.abs(p.mean(axis=0) - t))), "the "
                "bias has not been squared"),
        Mistake(_wrong(variance=lambda p, t: np.mean(p.var(axis=0, ddof=1))), "divide "
                "by the number of training sets, not by one less"),
        Mistake(_wrong(variance=lambda p, t: np.mean(p.var(axis=1))), "this is the "
                "spread over the places; the spread over training sets is meant"),
        Mistake(_wrong(variance=lambda p, t: np.mean(p.std(axis=0))), "the spread has "
                "not been squared"),
    ),
)  # fmt: skip

FALLING = np.array([0.9, 0.5, 0.3, 0.1])
TURNING = np.array([0.9, 0.5, 0.2, 0.6])
HIGH = np.array([0.9, 0.8, 0.75, 0.7])


def diagnose(training, validation, wanted):
    """Return 1 for underfitting, 2 for overfitting, 0 for neither."""
    if training[-1] > wanted:
        return 1
    return 2 if validation[-1] > wanted else 0


DIAGNOSE = Check(
    reference=diagnose,
    cases=(
        Case("good in training only", (FALLING, TURNING, 0.25)),
        Case("bad in both", (HIGH, HIGH + 0.05, 0.25)),
        Case("good in both", (FALLING, FALLING + 0.05, 0.25)),
        Case("bad in training, better in validation", (HIGH, FALLING, 0.25), "edge"),
        Case("just as low as wanted", (FALLING, FALLING, 0.1), "edge"),
    ),
    mistakes=(
        Mistake(lambda t, v, w: 2 if v[-1] > w else int(t[-1] > w), "the validation "
                "error was asked first; a network that is bad in training gets the "
                "wrong name"),
        Mistake(lambda t, v, w: 1 if t.min() > w else 2 if v.min() > w else 0, "judge "
                "by the last epoch, not by the best"),
        Mistake(lambda t, v, w: 1 if t.mean() > w else 2 if v.mean() > w else 0,
                "judge by the last epoch, not by the mean of all"),
        Mistake(lambda t, v, w: 1 if t[-1] >= w else 2 if v[-1] >= w else 0, "an error "
                "that is just as low as wanted is low enough"),
        Mistake(lambda t, v, w: 2 if t[-1] > w else 1 if v[-1] > w else 0, "the two "
                "names have changed places"),
    ),
)  # fmt: skip

TARGETS = SAID + np.array([[0.5], [-0.5], [0.2], [-0.1]])


def optimism(targets, truth, predictions):
    """Return twice the mean product of noise and prediction."""
    return 2 * np.mean((targets - truth) * predictions)


OPTIMISM = Check(
    reference=optimism,
    cases=(
        Case("four training sets", (TARGETS, TRUTH, SAID)),
        Case("two training sets", (TARGETS[1:3], TRUTH, SAID[1:3])),
        Case("no noise", (np.tile(TRUTH, (4, 1)), TRUTH, SAID), "edge"),
    ),
    mistakes=(
        Mistake(lambda y, f, p: np.mean((y - f) * p), "it is counted twice: once in "
                "each of the two errors"),
        Mistake(lambda y, f, p: 2 * np.mean((y - p) * p), "the noise is the distance "
                "from the truth, not from the prediction"),
        Mistake(lambda y, f, p: 2 * np.mean(y * p), "the noise is what remains of the "
                "targets without the truth"),
        Mistake(lambda y, f, p: 2 * np.sum((y - f) * p), "a mean over sets and rows is "
                "asked for, not a sum"),
        Mistake(lambda y, f, p: 2 * np.mean((f - y) * p), "the noise has the wrong "
                "sign"),
    ),
)  # fmt: skip

CHECKS = (BIAS_AND_VARIANCE, DIAGNOSE, OPTIMISM)
