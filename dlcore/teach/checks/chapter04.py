"""Checks for chapter 4: sigmoid, cross-entropy, and the scores of a classifier."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

Z = np.array([-3.0, -0.5, 0.0, 1.25, 3.0])
HUGE = np.array([-1000.0, 1000.0, -40.0])
A = np.array([0.9, 0.2, 0.45, 0.6, 0.15])
Y = np.array([1.0, 0.0, 1.0, 0.0, 0.0])
ACTUAL = np.array([1, 0, 0, 1, 1, 0, 1, 0, 1])
SAID = np.array([1, 0, 1, 0, 1, 0, 1, 0, 0])
OUTPUT = np.array([0.9, 0.2, 0.6, 0.4, 0.7, 0.1, 0.8, 0.3, 0.35])


def sigmoid(z):
    """Return 1 / (1 + e^-z)."""
    return 0.5 + 0.5 * np.tanh(0.5 * z)


SIGMOID = Check(
    reference=sigmoid,
    cases=(
        Case("numbers of both signs", (Z,)),
        Case("a table of them", (Z.reshape(1, 5) * 2 + 0.3,)),
        Case("exactly 0", (np.zeros(3),), "edge"),
        Case("far from 0", (np.array([-30.0, 30.0]),), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda z: 1 / (1 + np.exp(np.clip(z, -50, 50))),
            "the sign in the exponent is reversed; large z should give nearly 1",
        ),
        Mistake(
            lambda z: sigmoid(z) * sigmoid(-z),
            "this is the slope; the value itself is asked for",
        ),
        Mistake(np.tanh, "this runs from below zero up to 1; a sigmoid starts at 0"),
        Mistake(
            lambda z: (z > 0).astype(float),
            "this is a step; the sigmoid rises smoothly",
        ),
        Mistake(lambda z: np.exp(z), "these numbers can exceed 1; divide"),
        Mistake(
            lambda z: 1 + np.exp(-z), "the fraction is upside down; invert this number"
        ),
    ),
)


def sigmoid_slope(z):
    """Return the derivative of the sigmoid."""
    return sigmoid(z) * sigmoid(-z)


SIGMOID_SLOPE = Check(
    reference=sigmoid_slope,
    names=("sigmoid_derivative", "sigmoid_gradient"),
    cases=(
        Case("numbers of both signs", (Z,)),
        Case("other numbers", (Z * 2 + 0.3,)),
        Case("exactly 0", (np.zeros(3),), "edge"),
        Case("far from 0", (np.array([-30.0, 30.0]),), "edge"),
    ),
    mistakes=(
        Mistake(sigmoid, "this is the value; the slope is asked for"),
        Mistake(
            lambda z: z * (1 - z),
            "the rule with a and one minus a takes the output, and you gave it z",
        ),
        Mistake(lambda z: 1 - sigmoid(z), "one of the two factors is missing"),
        Mistake(
            lambda z: 1 - np.tanh(z) ** 2, "this is the slope of another curve, tanh"
        ),
        Mistake(
            lambda z: -sigmoid_slope(z), "the sigmoid rises everywhere; mind the sign"
        ),
    ),
)


def binary_crossentropy(a, y):
    """Return the mean of -y log a - (1 - y) log(1 - a)."""
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


BINARY_CROSSENTROPY = Check(
    reference=binary_crossentropy,
    names=("cross_entropy", "crossentropy", "bce"),
    cases=(
        Case("five rows", (A, Y)),
        Case("other labels", (A, 1 - Y)),
        Case("a single row", (A[:1], Y[:1]), "edge"),
        Case("all outputs one half", (np.full(4, 0.5), Y[:4]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda a, y: -binary_crossentropy(a, y),
            "the minus sign is missing; logarithms of shares are negative",
        ),
        Mistake(
            lambda a, y: binary_crossentropy(a, y) / np.log(10),
            "these are logarithms to base 10; natural ones are meant",
        ),
        Mistake(
            lambda a, y: binary_crossentropy(a, y) / np.log(2),
            "these are logarithms to base 2; natural ones are meant",
        ),
        Mistake(
            lambda a, y: binary_crossentropy(a, y) * len(a),
            "this is the sum over the rows; their average is asked for",
        ),
        Mistake(
            lambda a, y: -np.mean(y * np.log(a)), "rows with label 0 cost nothing here"
        ),
        Mistake(
            lambda a, y: binary_crossentropy(a, 1 - y),
            "the labels have changed places",
        ),
        Mistake(
            lambda a, y: np.mean((a - y) ** 2), "this is the squared error of chapter 2"
        ),
        Mistake(
            lambda a, y: -(y * np.log(a) + (1 - y) * np.log(1 - a)),
            "there is still one number for each row; the cost is one for all",
        ),
    ),
)


def crossentropy_from_logits(z, y):
    """Return the mean cross-entropy from the weighted sums, safe for huge ones."""
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-abs(z))))


def _clipped(z, y):
    return binary_crossentropy(np.clip(sigmoid(z), 1e-7, 1 - 1e-7), y)


CROSSENTROPY_FROM_LOGITS = Check(
    reference=crossentropy_from_logits,
    names=("bce_from_logits", "stable_crossentropy"),
    cases=(
        Case("five rows", (Z, Y)),
        Case("other labels", (Z, 1 - Y)),
        Case("a single row", (Z[:1], Y[:1]), "edge"),
        Case("sure and right", (HUGE, np.array([0.0, 1.0, 0.0])), "edge"),
        Case(
            "sure and wrong",
            (HUGE, np.array([1.0, 0.0, 1.0])),
            "edge",
            "for a huge z of the wrong sign the loss grows like its size",
        ),
    ),
    mistakes=(
        Mistake(
            _clipped, "the output is cut off, so that being very wrong costs too little"
        ),
        Mistake(
            lambda z, y: np.mean(
                np.maximum(z, 0) + z * y + np.log1p(np.exp(-abs(z)))
            ),
            "the term with the label has the wrong sign",
        ),
        Mistake(
            lambda z, y: np.mean(np.maximum(z, 0) - z * y),
            "the logarithm is missing; near zero it matters most",
        ),
        Mistake(
            lambda z, y: np.sum(np.maximum(z, 0) - z * y + np.log1p(np.exp(-abs(z)))),
            "this is the sum over the rows; their average is asked for",
        ),
        Mistake(
            lambda z, y: np.mean(-z * y + np.log1p(np.exp(-abs(z)))),
            "for positive z a part is missing",
        ),
    ),
)  # fmt: skip


def crossentropy_gradient(z, y):
    """Return the slope of the mean cross-entropy in each weighted sum."""
    return (sigmoid(z) - y) / len(z)


CROSSENTROPY_GRADIENT = Check(
    reference=crossentropy_gradient,
    names=("logit_gradient", "output_gradient"),
    cases=(
        Case("five rows", (Z, Y)),
        Case("other labels", (Z, 1 - Y)),
        Case("a single row", (Z[:1], Y[:1]), "edge"),
        Case("weighted sums of 0", (np.zeros(4), Y[:4]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda z, y: sigmoid(z) - y,
            "the cost is an average over the rows, and so is its slope",
        ),
        Mistake(
            lambda z, y: (y - sigmoid(z)) / len(z), "all signs are reversed"
        ),
        Mistake(
            lambda z, y: 2 * (sigmoid(z) - y) / len(z),
            "the 2 belongs to the squared error",
        ),
        Mistake(
            lambda z, y: (sigmoid(z) - y) * sigmoid_slope(z) / len(z),
            "the slope of the sigmoid cancels here; you still have it",
        ),
        Mistake(
            lambda z, y: (z - y) / len(z),
            "the label is compared with the output, after the sigmoid",
        ),
    ),
    slope_of=(crossentropy_from_logits, (0,)),
)  # fmt: skip


def confusion_counts(actual, predicted):
    """Return (TN, FP, FN, TP)."""
    return tuple(
        int(np.sum((actual == is_) & (predicted == said)))
        for is_, said in ((0, 0), (0, 1), (1, 0), (1, 1))
    )


def _counts(order):
    return lambda a, p: tuple(confusion_counts(a, p)[place] for place in order)


CONFUSION_COUNTS = Check(
    reference=confusion_counts,
    cases=(
        Case("nine rows", (ACTUAL, SAID)),
        Case("other rows", (1 - ACTUAL[:6], SAID[:6])),
        Case("a single row", (ACTUAL[:1], SAID[:1]), "edge"),
        Case("all called 0", (ACTUAL, 0 * SAID), "edge"),
    ),
    mistakes=(
        Mistake(_counts((0, 2, 1, 3)), "false positives and false negatives are mixed"),
        Mistake(_counts((3, 2, 1, 0)), "the classes 0 and 1 have changed places"),
        Mistake(_counts((3, 1, 2, 0)), "TN comes first and TP last"),
        Mistake(
            lambda a, p: tuple(n / len(a) for n in confusion_counts(a, p)),
            "these are shares; counts are asked for",
        ),
        Mistake(
            lambda a, p: (int(np.sum(a == p)), *confusion_counts(a, p)[1:]),
            "all right answers are in TN; those of class 1 belong to TP",
        ),
    ),
)


def precision_recall_f1(actual, predicted):
    """Return precision, recall and F1 of class 1; 0 where nothing can be divided."""
    _, fp, fn, tp = confusion_counts(actual, predicted)
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _other_class(actual, predicted):
    return precision_recall_f1(1 - actual, 1 - predicted)


def _mean_for_f1(actual, predicted):
    precision, recall, _ = precision_recall_f1(actual, predicted)
    return precision, recall, (precision + recall) / 2


PRECISION_RECALL_F1 = Check(
    reference=precision_recall_f1,
    names=("scores",),
    cases=(
        Case("nine rows", (ACTUAL, SAID)),
        Case("six rows", (ACTUAL[:6], np.array([1, 1, 1, 0, 1, 0]))),
        Case(
            "nothing called 1",
            (ACTUAL, 0 * SAID),
            "edge",
            "nothing was called 1; take 0 where there is nothing to divide by",
        ),
        Case("all right", (ACTUAL, ACTUAL), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda a, p: tuple(precision_recall_f1(p, a)),
            "precision and recall have changed places",
        ),
        Mistake(_other_class, "these are the scores of class 0"),
        Mistake(
            _mean_for_f1, "F1 is the harmonic mean; this is the ordinary average"
        ),
        Mistake(
            lambda a, p: (float(np.mean(a == p)), *precision_recall_f1(a, p)[1:]),
            "the first number is the accuracy",
        ),
        Mistake(
            lambda a, p: (
                *precision_recall_f1(a, p)[:2],
                precision_recall_f1(a, p)[2] / 2,
            ),
            "F1 lacks its factor of two",
        ),
    ),
)  # fmt: skip


def best_threshold(actual, output):
    """Return the smallest output that, as a threshold (>=), gives the highest F1."""
    candidates = np.unique(output)
    f1 = [precision_recall_f1(actual, (output >= t).astype(int))[2] for t in candidates]
    return float(candidates[int(np.argmax(f1))])


def _most_accurate(actual, output):
    candidates = np.unique(output)
    right = [np.mean((output >= t) == actual) for t in candidates]
    return float(candidates[int(np.argmax(right))])


MIXED = np.array([0, 0, 1, 0, 0, 1, 0, 1])
MIXED_OUTPUT = np.array([0.05, 0.1, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7])
BEST_THRESHOLD = Check(
    reference=best_threshold,
    cases=(
        Case("nine rows", (ACTUAL, OUTPUT)),
        Case("classes that overlap", (MIXED, MIXED_OUTPUT)),
        Case("no mistake possible", (np.array([0, 0, 1]), A[[4, 1, 0]]), "edge"),
    ),
    mistakes=(
        Mistake(_most_accurate, "this threshold has the highest accuracy; F1 is asked"),
        Mistake(lambda a, p: 0.5, "one half is where one starts, not where F1 is best"),
        Mistake(
            lambda a, p: float(np.min(p)), "this finds everything and is often wrong"
        ),
        Mistake(
            lambda a, p: float(np.max(p)), "this is hardly ever wrong and finds little"
        ),
        Mistake(
            lambda a, p: precision_recall_f1(a, (p >= best_threshold(a, p)) + 0)[2],
            "this is the best F1 itself; the threshold is asked for",
        ),
    ),
)

CHECKS = (
    SIGMOID,
    SIGMOID_SLOPE,
    BINARY_CROSSENTROPY,
    CROSSENTROPY_FROM_LOGITS,
    CROSSENTROPY_GRADIENT,
    CONFUSION_COUNTS,
    PRECISION_RECALL_F1,
    BEST_THRESHOLD,
)
