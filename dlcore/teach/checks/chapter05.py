"""Checks for chapter 5: one-hot rows, softmax, its loss, and scores for each class."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

LABELS = np.array([1, 0, 1, 0, 2])
Z = np.array([[2.0, 1.0, 0.0], [-1.0, 0.5, 0.25], [0.3, 0.3, 2.2], [-2.0, -3.0, 1.0]])
HUGE = np.array([[1000.0, 0.0, -1000.0], [-800.0, -801.0, -802.0]])
Y = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
OTHER = np.roll(Y, 1, axis=1)
A = np.array([[0.2, 0.3, 0.5], [0.1, 0.6, 0.3], [0.3, 0.1, 0.6], [0.7, 0.2, 0.1]])
ACTUAL = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2])
SAID = np.array([0, 1, 0, 1, 0, 2, 2, 1, 1])
TABLE = np.array([[2, 1, 0], [1, 1, 0], [0, 2, 2]])


def one_hot(labels, classes):
    """Return one row for each label, with a 1 in its column."""
    return np.eye(classes)[labels]


ONE_HOT = Check(
    reference=one_hot,
    cases=(
        Case("five hotels", (LABELS, 3)),
        Case("four classes", (np.array([3, 1, 0, 2, 2]), 4)),
        Case("a single row", (LABELS[:1], 3), "edge"),
        Case(
            "a class that does not occur",
            (np.array([1, 0, 1]), 4),
            "edge",
            "there must be a column for every class, also for one that is not there",
        ),
    ),
    mistakes=(
        Mistake(
            lambda labels, classes: np.eye(classes)[labels - 1],
            "the classes are counted from 0, so class 0 has the first column",
        ),
        Mistake(
            lambda labels, classes: one_hot(labels, classes) * labels[:, None],
            "the entry is a plain 1, whatever the number of the class",
        ),
        Mistake(
            lambda labels, classes: 1 - one_hot(labels, classes),
            "zeros and ones have changed places",
        ),
        Mistake(
            lambda labels, classes: one_hot(labels, classes)[:, ::-1],
            "the columns run from the last class to the first",
        ),
        Mistake(
            lambda labels, classes: (
                np.arange(classes) <= labels[:, None]
            ).astype(float),
            "there is more than a single 1 in a row",
        ),
    ),
)  # fmt: skip


def class_numbers(rows):
    """Return the column of the largest number in each row."""
    return rows.argmax(axis=1)


CLASS_NUMBERS = Check(
    reference=class_numbers,
    names=("predicted_classes",),
    cases=(
        Case("one-hot rows", (one_hot(LABELS, 3),)),
        Case("probabilities", (A,)),
        Case("a single row", (A[1:2],), "edge"),
        Case("four classes", (one_hot(np.array([3, 1, 0, 2]), 4),), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda rows: rows.argmax(axis=1) + 1, "the classes are counted from 0"
        ),
        Mistake(
            lambda rows: rows.max(axis=1),
            "this is the largest number itself; its place is asked for",
        ),
        Mistake(
            lambda rows: rows.argmin(axis=1), "this is the place of the smallest number"
        ),
        Mistake(
            lambda rows: (rows > 0.5) @ np.arange(rows.shape[1]),
            "the largest number wins even where it is below one half",
        ),
    ),
)  # fmt: skip


def softmax(z):
    """Return the shares of each row, safe for scores of any size."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


SOFTMAX = Check(
    reference=softmax,
    cases=(
        Case("four rows", (Z,)),
        Case("five classes", (np.hstack([Z, Z[:, :2] - 1]),)),
        Case("a single row", (Z[:1],), "edge"),
        Case("equal scores", (np.zeros((2, 3)),), "edge"),
        Case(
            "scores near a thousand",
            (HUGE,),
            "edge",
            "the powers of huge scores are no numbers any more; move all scores of a "
            "row first",
        ),
    ),
    mistakes=(
        Mistake(
            lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
            "right for small scores; those near a thousand overflow",
        ),
        Mistake(
            lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(),
            "all rows together add up to 1; each row should",
        ),
        Mistake(
            lambda z: np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0),
            "the columns add up to 1; the rows should",
        ),
        Mistake(
            lambda z: np.exp(z - z.max(axis=1, keepdims=True)),
            "the division is missing; look at the sum of a row",
        ),
        Mistake(
            lambda z: 0.5 + 0.5 * np.tanh(0.5 * z),
            "these are sigmoids: each looks at its own score only",
        ),
        Mistake(
            lambda z: np.log(softmax(z)),
            "this is the logarithm of the shares; the shares are asked for",
        ),
    ),
)  # fmt: skip


def categorical_crossentropy(a, y):
    """Return the mean over the rows of -log of the share that the truth got."""
    return -np.mean(np.sum(y * np.log(a), axis=1))


CATEGORICAL_CROSSENTROPY = Check(
    reference=categorical_crossentropy,
    cases=(
        Case("four rows", (A, Y)),
        Case("other labels", (A, OTHER)),
        Case("a single row", (A[:1], Y[:1]), "edge"),
        Case("equal shares", (np.full((2, 4), 0.25), np.eye(4)[:2]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda a, y: -categorical_crossentropy(a, y),
            "the minus sign is missing; logarithms of shares are negative",
        ),
        Mistake(
            lambda a, y: categorical_crossentropy(a, y) / np.log(10),
            "these are logarithms to base 10; natural ones are meant",
        ),
        Mistake(
            lambda a, y: categorical_crossentropy(a, y) * len(a),
            "this is the sum over the rows; their average is asked for",
        ),
        Mistake(
            lambda a, y: -np.mean(y * np.log(a)),
            "you divide by the number of all entries; rows are to be counted",
        ),
        Mistake(
            lambda a, y: -np.mean(np.sum(y * np.log(a) + (1 - y) * np.log(1 - a), 1)),
            "the false classes have a term of their own here; they need none",
        ),
        Mistake(
            lambda a, y: -np.mean(np.log(a.max(axis=1))),
            "you take the share of the predicted class; that of the true one counts",
        ),
        Mistake(
            lambda a, y: -np.sum(y * np.log(a), axis=1),
            "there is still one number for each row; the cost is one for all",
        ),
    ),
)


def softmax_crossentropy(z, y):
    """Return the mean cross-entropy from the scores, safe for huge ones."""
    z = z - z.max(axis=1, keepdims=True)
    log_a = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(y * log_a, axis=1))


def _through_shares(z, y):
    return categorical_crossentropy(softmax(z), y)


SOFTMAX_CROSSENTROPY = Check(
    reference=softmax_crossentropy,
    names=("crossentropy_from_scores",),
    cases=(
        Case("four rows", (Z, Y)),
        Case("other labels", (Z, OTHER)),
        Case("a single row", (Z[:1], Y[:1]), "edge"),
        Case("sure and right", (HUGE, Y[[1, 1]]), "edge"),
        Case(
            "sure and wrong",
            (HUGE, Y[[2, 0]]),
            "edge",
            "for huge scores the loss is a difference of two of them, not infinite",
        ),
    ),
    mistakes=(
        Mistake(
            _through_shares,
            "a share that is rounded to 0 has no logarithm; stay with the scores",
        ),
        Mistake(
            lambda z, y: categorical_crossentropy(np.clip(softmax(z), 1e-7, 1), y),
            "the shares are cut off, so that being very wrong costs too little",
        ),
        Mistake(
            lambda z, y: -np.mean(np.sum(y * (z - z.max(axis=1, keepdims=True)), 1)),
            "the logarithm of the sum of all powers is missing",
        ),
        Mistake(
            lambda z, y: softmax_crossentropy(z, y) * len(z),
            "this is the sum over the rows; their average is asked for",
        ),
        Mistake(
            lambda z, y: -softmax_crossentropy(z, y),
            "the minus sign is missing; a loss cannot be negative here",
        ),
    ),
)


def softmax_gradient(z, y):
    """Return the slope of the mean cross-entropy in each score."""
    return (softmax(z) - y) / len(z)


def _through_squares(z, y):
    a = softmax(z)
    pull = a * (a - y)
    return (pull - a * pull.sum(axis=1, keepdims=True)) / len(z)


SOFTMAX_GRADIENT = Check(
    reference=softmax_gradient,
    names=("residual",),
    cases=(
        Case("four rows", (Z, Y)),
        Case("other labels", (Z, OTHER)),
        Case("a single row", (Z[:1], Y[:1]), "edge"),
        Case("equal scores", (np.zeros((2, 3)), Y[:2]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda z, y: softmax(z) - y,
            "the cost is an average over the rows, and so is its slope",
        ),
        Mistake(lambda z, y: (y - softmax(z)) / len(z), "all signs are reversed"),
        Mistake(
            lambda z, y: (softmax(z) - y) / z.size,
            "you divide by the number of all entries; rows are to be counted",
        ),
        Mistake(
            lambda z, y: y * (softmax(z) - y) / len(z),
            "the false classes get no slope here; their scores should fall",
        ),
        Mistake(
            lambda z, y: softmax(z) * (1 - softmax(z)) * (softmax(z) - y) / len(z),
            "the slope of softmax cancels here; you still have a part of it",
        ),
        Mistake(_through_squares, "this is the slope of the squared error"),
        Mistake(
            lambda z, y: (z - y) / len(z),
            "the label is compared with the shares, after softmax",
        ),
    ),
    slope_of=(softmax_crossentropy, (0,)),
)


def confusion_table(actual, predicted, classes):
    """Return counts (classes, classes): actual classes down, predicted ones across."""
    table = np.zeros((classes, classes), dtype=int)
    np.add.at(table, (actual, predicted), 1)
    return table


CONFUSION_TABLE = Check(
    reference=confusion_table,
    cases=(
        Case("nine rows", (ACTUAL, SAID, 3)),
        Case("other rows", (ACTUAL[::-1][:6], SAID[:6], 3)),
        Case("a single row", (ACTUAL[1:2], SAID[1:2], 3), "edge"),
        Case("a class that nobody named", (ACTUAL, 0 * SAID, 3), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda a, p, k: confusion_table(p, a, k),
            "rows are what is and columns what was said; here it is the other way",
        ),
        Mistake(
            lambda a, p, k: confusion_table(a, p, k) / len(a),
            "these are shares; counts are asked for",
        ),
        Mistake(
            lambda a, p, k: np.diag(np.diag(confusion_table(a, p, k))),
            "only the right answers are counted",
        ),
        Mistake(
            lambda a, p, k: np.minimum(confusion_table(a, p, k), 1),
            "a field that is met several times counts only once",
        ),
        Mistake(
            lambda a, p, k: confusion_table(a, p, k)[::-1, ::-1],
            "class 0 belongs into the first row and the first column",
        ),
    ),
)


def precision_recall(table):
    """Return precision and recall of each class; 0 where nothing can be divided."""
    right = np.diag(table).astype(float)
    said, is_ = table.sum(axis=0), table.sum(axis=1)
    return right / np.maximum(said, 1), right / np.maximum(is_, 1)


PRECISION_RECALL = Check(
    reference=precision_recall,
    names=("class_scores",),
    cases=(
        Case("nine rows", (TABLE,)),
        Case("four classes", (np.array([[5, 1, 0, 1], [0, 3, 2, 0], [1, 1, 4, 0],
                                        [2, 0, 1, 7]]),)),
        Case("all right", (np.diag([9, 8, 7]),), "edge"),
        Case(
            "a class that nobody named",
            (np.array([[3, 1, 0], [1, 4, 0], [2, 1, 0]]),),
            "edge",
            "nobody was called this class; take 0 where there is nothing to divide by",
        ),
    ),
    mistakes=(
        Mistake(
            lambda table: precision_recall(table)[::-1],
            "precision and recall have changed places",
        ),
        Mistake(
            lambda table: tuple(np.mean(s) for s in precision_recall(table)),
            "this is the average over the classes; one number for each is asked for",
        ),
        Mistake(
            lambda table: (np.diag(table) / table.sum(), precision_recall(table)[1]),
            "for the precision you divide by all rows; only those of one column count",
        ),
        Mistake(
            lambda table: (precision_recall(table)[0], np.diag(table) / table.sum()),
            "for the recall you divide by all rows; only those of one class count",
        ),
        Mistake(
            lambda table: (
                np.diag(table) / np.maximum(table.sum(axis=0) - np.diag(table), 1),
                np.diag(table) / np.maximum(table.sum(axis=1) - np.diag(table), 1),
            ),
            "the right answers belong to what you divide by, too",
        ),
    ),
)  # fmt: skip

CHECKS = (
    ONE_HOT,
    CLASS_NUMBERS,
    SOFTMAX,
    CATEGORICAL_CROSSENTROPY,
    SOFTMAX_CROSSENTROPY,
    SOFTMAX_GRADIENT,
    CONFUSION_TABLE,
    PRECISION_RECALL,
)
