"""Checks for chapter 5: the most confused classes, and losses of the catalogue."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

MATRIX = np.array([[9, 0, 2], [1, 7, 4], [0, 3, 7]])
TALL = np.array([[3, 1, 0], [6, 2, 1], [0, 4, 9]])
EQUAL = np.array([[5, 2, 0], [0, 5, 2], [2, 0, 5]])


def most_confused(matrix):
    """Return row and column of the largest entry off the diagonal."""
    off = np.array(matrix)
    np.fill_diagonal(off, 0)
    actual, said = np.unravel_index(off.argmax(), off.shape)
    return int(actual), int(said)


def _with_diagonal(matrix):
    actual, said = np.unravel_index(np.argmax(matrix), np.shape(matrix))
    return int(actual), int(said)


def _symmetric(matrix):
    both = np.array(matrix) + np.array(matrix).T
    np.fill_diagonal(both, 0)
    actual, said = np.unravel_index(both.argmax(), both.shape)
    return int(actual), int(said)


MOST_CONFUSED = Check(
    reference=most_confused,
    cases=(
        Case("three classes", (MATRIX,)),
        Case("another matrix", (TALL,)),
        Case(
            "several equal numbers",
            (EQUAL,),
            "edge",
            "of equals the first counts, row by row",
        ),
    ),
    mistakes=(
        Mistake(
            _with_diagonal, "the diagonal holds the right answers; leave it out first"
        ),
        Mistake(
            lambda m: most_confused(m)[::-1],
            "row and column have changed places; what is comes first",
        ),
        Mistake(
            _symmetric, "the two directions were added up; each has its own number"
        ),
        Mistake(
            lambda m: int(np.max(m - np.diag(np.diag(m)))),
            "this is how often it happens; the pair of classes is asked for",
        ),
        Mistake(
            lambda m: tuple(i + 1 for i in most_confused(m)),
            "classes are counted from 0",
        ),
    ),
)

GUESS, TRUTH = np.array([2.5, 5.0, 4.0]), np.array([3.0, 5.0, 2.0])
MANY, MANY_TRUTH = np.array([0.5, 8.0, 1.0, 30.0]), np.array([2.0, 4.0, 1.5, 20.0])


def mean_squared_logarithmic_error(y_hat, y):
    """Return the mean of (log(1 + y_hat) - log(1 + y)) squared."""
    return np.mean((np.log1p(y_hat) - np.log1p(y)) ** 2)


def _plain_logarithms(y_hat, y):
    with np.errstate(all="ignore"):
        return np.mean((np.log(y_hat) - np.log(y)) ** 2)


SQUARED_LOGARITHMIC = Check(
    reference=mean_squared_logarithmic_error,
    names=("msle",),
    cases=(
        Case("three rows", (GUESS, TRUTH)),
        Case("four rows", (MANY, MANY_TRUTH)),
        Case(
            "a target of 0",
            (GUESS, np.array([0.0, 1.0, 0.0])),
            "edge",
            "the logarithm of 0 must not occur",
        ),
    ),
    mistakes=(
        Mistake(
            _plain_logarithms,
            "one is added before each logarithm, so that a target of 0 is allowed",
        ),
        Mistake(
            lambda y_hat, y: np.mean((y_hat - y) ** 2),
            "this is the squared error; the logarithms are missing",
        ),
        Mistake(
            lambda y_hat, y: np.mean(np.abs(np.log1p(y_hat) - np.log1p(y))),
            "the differences of the logarithms are not squared yet",
        ),
        Mistake(
            lambda y_hat, y: np.log1p(np.mean((y_hat - y) ** 2)),
            "the logarithm comes first, and the difference after it",
        ),
        Mistake(
            lambda y_hat, y: mean_squared_logarithmic_error(y_hat, y) / np.log(10) ** 2,
            "these are logarithms to base 10; natural ones are meant",
        ),
        Mistake(
            lambda y_hat, y: mean_squared_logarithmic_error(y_hat, y) * len(y),
            "this is the sum over the rows; their average is asked for",
        ),
    ),
)

SCORES, SIGNS = np.array([0.8, -0.3, -0.5]), np.array([1.0, -1.0, 1.0])
WIDE, WIDE_SIGNS = np.array([3.0, -0.2, 1.5, 0.4]), np.array([1.0, 1.0, -1.0, -1.0])


def hinge(y_hat, y):
    """Return the mean of max(0, 1 - y y_hat), labels -1 and 1."""
    return np.mean(np.maximum(0, 1 - y * y_hat))


HINGE = Check(
    reference=hinge,
    names=("hinge_loss",),
    cases=(
        Case("three rows", (SCORES, SIGNS)),
        Case("four rows", (WIDE, WIDE_SIGNS)),
        Case(
            "all beyond the margin",
            (np.array([2.0, -3.0]), np.array([1.0, -1.0])),
            "edge",
            "being right by more than the margin costs nothing, and earns nothing",
        ),
    ),
    mistakes=(
        Mistake(
            lambda y_hat, y: np.mean(1 - y * y_hat),
            "rows beyond the margin lower the loss here; they should cost nothing",
        ),
        Mistake(
            lambda y_hat, y: np.mean(np.maximum(0, -y * y_hat)),
            "rows that are right by too little should cost something, too",
        ),
        Mistake(
            lambda y_hat, y: np.mean(np.maximum(0, 1 - y * y_hat) ** 2),
            "this is the squared hinge",
        ),
        Mistake(
            lambda y_hat, y: np.mean(np.maximum(0, 1 + y * y_hat)),
            "the sign is reversed: being right should lower the loss",
        ),
        Mistake(
            lambda y_hat, y: hinge(y_hat, y) * len(y),
            "this is the sum over the rows; their average is asked for",
        ),
    ),
)


def log_cosh(y_hat, y):
    """Return the mean of log cosh of the errors, safe for large ones."""
    size = np.abs(y_hat - y)
    return np.mean(size + np.log1p(np.exp(-2 * size)) - np.log(2))


def _overflowing(y_hat, y):
    with np.errstate(all="ignore"):
        return np.mean(np.log(np.cosh(y_hat - y)))


LOG_COSH = Check(
    reference=log_cosh,
    names=("logcosh",),
    cases=(
        Case("three rows", (GUESS, TRUTH)),
        Case("four rows", (MANY, MANY_TRUTH)),
        Case("no error at all", (TRUTH, TRUTH), "edge"),
        Case(
            "errors of a thousand",
            (np.array([1000.0, -1000.0]), np.zeros(2)),
            "edge",
            "cosh overflows for large errors; write it without large powers",
        ),
    ),
    mistakes=(
        Mistake(_overflowing, "cosh overflows for large errors"),
        Mistake(
            lambda y_hat, y: log_cosh(y_hat, y) + np.log(2),
            "the logarithm of 2 is still there; without an error the loss is 0",
        ),
        Mistake(
            lambda y_hat, y: np.mean(np.abs(y_hat - y)),
            "this is the absolute error, which it resembles far out only",
        ),
        Mistake(
            lambda y_hat, y: np.mean((y_hat - y) ** 2) / 2,
            "this is half the squared error, which it resembles near 0 only",
        ),
        Mistake(
            lambda y_hat, y: log_cosh(np.mean(y_hat - y), np.zeros(1)),
            "the errors cancel if they are averaged first",
        ),
        Mistake(
            lambda y_hat, y: log_cosh(y_hat, y) * len(y),
            "this is the sum over the rows; their average is asked for",
        ),
    ),
)

P, Q = np.array([0.7, 0.2, 0.1]), np.array([0.5, 0.3, 0.2])


def kl_divergence(p, q):
    """Return the sum of p log(p / q); terms with p = 0 are 0."""
    there = p > 0
    return np.sum(p[there] * np.log(p[there] / q[there]))


KL_DIVERGENCE = Check(
    reference=kl_divergence,
    names=("kullback_leibler", "kl"),
    cases=(
        Case("three classes", (P, Q)),
        Case("four classes", (np.full(4, 0.25), np.array([0.1, 0.2, 0.3, 0.4]))),
        Case("twice the same", (P, P), "edge"),
        Case(
            "a share of 0 in p",
            (np.array([0.0, 0.4, 0.6]), Q),
            "edge",
            "a term with a share of 0 is 0; the logarithm must not be taken there",
        ),
    ),
    mistakes=(
        Mistake(
            lambda p, q: kl_divergence(q, p),
            "p and q have changed places, and the divergence is not symmetric",
        ),
        Mistake(
            lambda p, q: -np.sum(p * np.log(q)),
            "this is the cross-entropy; the entropy of p is still in it",
        ),
        Mistake(
            lambda p, q: -kl_divergence(p, q),
            "the sign is reversed; a divergence is never negative",
        ),
        Mistake(
            lambda p, q: kl_divergence(p, q) / np.log(2),
            "these are logarithms to base 2; natural ones are meant",
        ),
        Mistake(
            lambda p, q: kl_divergence(p, q) / len(p),
            "the terms are added up, not averaged",
        ),
    ),
)

CHECKS = (MOST_CONFUSED, SQUARED_LOGARITHMIC, HINGE, LOG_COSH, KL_DIVERGENCE)
