"""Checks for chapter 9: baselines, folds, standard errors, scaling without leaks."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

TRAIN = np.array([[100.0], [140.0], [90.0], [200.0]])
TEST = np.array([[120.0], [180.0], [95.0]])


def mean_baseline(y_train, y_test):
    """Return the mean squared error of always saying the mean training target."""
    return np.mean((y_test - y_train.mean()) ** 2)


MEAN_BASELINE = Check(
    reference=mean_baseline,
    names=("baseline_mse",),
    cases=(
        Case("four and three prices", (TRAIN, TEST)),
        Case("the two exchanged", (TEST, TRAIN)),
        Case("one test row", (TRAIN, TEST[:1]), "edge"),
        Case("equal training prices", (np.full((3, 1), 50.0), TEST), "edge"),
    ),
    mistakes=(
        Mistake(lambda y_train, y_test: y_test.var(), "this uses the average of the "
                "test rows, which nobody knows when the prediction is made"),
        Mistake(lambda y_train, y_test: y_train.var(), "this judges the training rows"),
        Mistake(lambda y_train, y_test: np.mean((y_test - np.median(y_train)) ** 2),
                "this says the middle value, not the average"),
        Mistake(lambda y_train, y_test: np.mean(np.abs(y_test - y_train.mean())),
                "the errors are to be squared"),
        Mistake(lambda y_train, y_test: np.sum((y_test - y_train.mean()) ** 2),
                "this is the total over the rows; the average is asked for"),
        Mistake(lambda y_train, y_test: (y_test.mean() - y_train.mean()) ** 2,
                "errors of both signs cancel here; square each row first"),
    ),
)  # fmt: skip


def standard_error(p, n):
    """Return the standard error of an accuracy p measured on n rows."""
    return np.sqrt(p * (1 - p) / n)


STANDARD_ERROR = Check(
    reference=standard_error,
    names=("accuracy_error",),
    cases=(
        Case("7 of 8 right", (0.875, 8)),
        Case("0.98 on 10 000 rows", (0.98, 10_000)),
        Case("nothing right", (0.0, 20), "edge"),
        Case("one row", (0.5, 1), "edge"),
    ),
    mistakes=(
        Mistake(lambda p, n: p * (1 - p) / n, "this is the variance; take its root"),
        Mistake(lambda p, n: np.sqrt(p * (1 - p)), "the number of rows is missing; "
                "this is the spread of a single row"),
        Mistake(lambda p, n: np.sqrt(p * (1 - p)) / n, "divide before the root is "
                "taken: four times the rows should halve it"),
        Mistake(lambda p, n: np.sqrt(p / n), "the factor for the wrong answers is "
                "missing"),
        Mistake(lambda p, n: 1 / np.sqrt(n), "the accuracy itself matters too"),
    ),
)  # fmt: skip


def fold_rows(n, k, fold):
    """Return (training rows, validation rows) of one of k folds, in order."""
    parts = np.array_split(np.arange(n), k)
    return np.concatenate([p for i, p in enumerate(parts) if i != fold]), parts[fold]


def _strided(n, k, fold):
    rows = np.arange(n)
    return rows[rows % k != fold], rows[rows % k == fold]


FOLD_ROWS = Check(
    reference=fold_rows,
    names=("one_fold",),
    cases=(
        Case("12 rows, fold 1 of 4", (12, 4, 1)),
        Case("12 rows, fold 2 of 3", (12, 3, 2)),
        Case("first of two folds", (6, 2, 0), "edge"),
        Case("one row in each fold", (5, 5, 4), "edge"),
    ),
    mistakes=(
        Mistake(lambda n, k, fold: fold_rows(n, k, fold)[::-1], "training and "
                "validation rows have changed places"),
        Mistake(lambda n, k, fold: (np.arange(n), fold_rows(n, k, fold)[1]), "the rows "
                "that are judged have trained as well"),
        Mistake(_strided, "these are every so many rows; neighbors belong to one fold"),
        Mistake(lambda n, k, fold: fold_rows(n, k, (fold + 1) % k), "folds are "
                "counted from 0"),
        Mistake(lambda n, k, fold: (fold_rows(n, k, fold)[0][:1],
                fold_rows(n, k, fold)[1]), "training rows are missing; all other "
                "folds train"),
    ),
)  # fmt: skip


def standardize_both(x_train, x_test):
    """Return both, with the mean and the standard deviation of the training rows."""
    mean, std = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - mean) / std, (x_test - mean) / std


def _scaled(of_test, axis=0, ddof=0):
    """Return a function that scales the test rows by rows that `of_test` picks."""

    def function(x_train, x_test):
        def scale(x, by):
            mean = by.mean(axis=axis, keepdims=True)
            return (x - mean) / by.std(axis=axis, ddof=ddof, keepdims=True)

        return scale(x_train, of_test(x_train, x_train)), scale(
            x_test, of_test(x_train, x_test)
        )

    return function


A = np.array([[1.0, 20.0], [3.0, 10.0], [8.0, 40.0], [2.0, 35.0]])
B = np.array([[4.0, 12.0], [9.0, 33.0]])

STANDARDIZE_BOTH = Check(
    reference=standardize_both,
    names=("scale_both",),
    cases=(
        Case("four rows and two", (A, B)),
        Case("two rows and four", (B, A)),
        Case("a single test row", (A, B[:1]), "edge"),
        Case("test rows that also train", (A, A[:2]), "edge"),
    ),
    mistakes=(
        Mistake(_scaled(lambda train, own: own), "each part is scaled by its own "
                "numbers; the test rows should get those of the training rows"),
        Mistake(lambda x_train, x_test: tuple(
                    (x - np.vstack([x_train, x_test]).mean(axis=0))
                    / np.vstack([x_train, x_test]).std(axis=0)
                    for x in (x_train, x_test)),
                "the test rows have a say in the numbers: a leak"),
        Mistake(lambda x_train, x_test: (
                    x_train - x_train.mean(axis=0), x_test - x_train.mean(axis=0)),
                "the division by the standard deviation is missing"),
        Mistake(lambda x_train, x_test: (standardize_both(x_train, x_test)[0], x_test),
                "the test rows are not scaled at all"),
        Mistake(_scaled(lambda train, own: train, ddof=1), "here the population's "
                "standard deviation is meant: divide by the number of rows"),
        Mistake(lambda x_train, x_test: (
                    (x_train - x_train.mean()) / x_train.std(),
                    (x_test - x_train.mean()) / x_train.std()),
                "each column has its own mean and standard deviation"),
    ),
)  # fmt: skip

CHECKS = (MEAN_BASELINE, STANDARD_ERROR, FOLD_ROWS, STANDARDIZE_BOTH)
