"""Divide rows into those to learn from and those to judge by."""

import numpy as np

from dlcore import backend
from dlcore.errors import explain


def split(*arrays, validation=0.2, test=0.2, seed=None):
    """Divide the rows at random into three parts: training, validation, test.

    Args:
        arrays: x, y and others with equally many rows.
        validation: share of the rows for choosing hyperparameters; 0 for none.
        test: share of the rows for the one judgment at the end; 0 for none.
        seed: of the order; None for the generator that `set_random_seed` sets.

    Returns:
        A list of the parts of each array, for each part: `(x_train, y_train),
        (x_valid, y_valid), (x_test, y_test)`.

    Raises ValueError if nothing is left to train on, or the arrays differ in rows.

    Example:
        >>> x, y = np.arange(10), np.arange(10)
        >>> (x_train, y_train), (x_valid, _), (x_test, _) = split(x, y, seed=0)
        >>> len(x_train), len(x_valid), len(x_test), bool((x_train == y_train).all())
        (6, 2, 2, True)
    """
    arrays = [np.asarray(array) for array in arrays]
    rows = _rows(arrays)
    n_test, n_valid = round(test * rows), round(validation * rows)
    if min(test, validation) < 0 or n_test + n_valid >= rows:
        raise ValueError(
            "Nothing is left to train on."
            + explain(
                "two shares that leave rows for training",
                f"validation={validation} and test={test} of {rows} rows",
                "choose smaller shares, such as 0.2 and 0.2",
            )
        )
    order = backend.generator(seed).permutation(rows)
    ends = rows - n_test - n_valid, rows - n_test
    return [[array[part] for array in arrays] for part in np.split(order, ends)]


def k_fold(rows, k=5, seed=None):
    """Give k pairs of row numbers: those for training and those for validation.

    Each row is in one of the k validation parts, whose sizes differ by at most one.

    Args:
        rows: how many rows there are, or an array of them.
        k: how many parts.
        seed: of the order; None for the generator that `set_random_seed` sets.

    Raises ValueError if there are fewer rows than parts.

    Example:
        >>> [len(valid) for train, valid in k_fold(32, k=5, seed=0)]
        [7, 7, 6, 6, 6]
    """
    rows = rows if np.ndim(rows) == 0 else len(rows)
    if not 2 <= k <= rows:
        raise ValueError(
            "Every fold needs a row, and there have to be two."
            + explain(f"k from 2 to {rows}, the rows", repr(k), "choose k=4 or k=5")
        )
    parts = np.array_split(backend.generator(seed).permutation(rows), k)
    for number, part in enumerate(parts):
        others = [*parts[:number], *parts[number + 1 :]]
        yield np.sort(np.concatenate(others)), np.sort(part)


def iterated_k_fold(rows, k=5, times=3, seed=None):
    """Give the pairs of `k_fold` several times, each time in a new order.

    Args:
        rows: how many rows there are, or an array of them.
        k: how many parts each time.
        times: how often.
        seed: of the orders; None for the generator that `set_random_seed` sets.

    Example:
        >>> len(list(iterated_k_fold(32, k=4, times=3)))
        12
    """
    generator = backend.generator(seed)
    for _ in range(times):
        yield from k_fold(rows, k, generator)


def windows(series, steps, ahead=1):
    """Cut a series into pieces, and give for each the value that follows it.

    Args:
        series: numbers (n,), or rows (n, features).
        steps: length of a piece.
        ahead: how far behind the end of a piece its value is: 1 for the next.

    Returns:
        `x, y`: x (pieces, steps, features) and y (pieces, features).

    Raises ValueError if the series is too short.

    Example:
        >>> x, y = windows([1.0, 2.0, 3.0, 4.0], steps=2)
        >>> x[:, :, 0].tolist(), y[:, 0].tolist()
        ([[1.0, 2.0], [2.0, 3.0]], [3.0, 4.0])
    """
    series = np.asarray(series)
    series = series.reshape(len(series), -1)
    pieces = len(series) - steps - ahead + 1
    if pieces < 1 or steps < 1 or ahead < 1:
        raise ValueError(
            "The series is too short for such pieces."
            + explain(
                "1 step or more, and at least steps + ahead values",
                f"{len(series)} values, steps={steps}, ahead={ahead}",
                "choose fewer steps",
            )
        )
    starts = np.arange(pieces).reshape(-1, 1)
    return series[starts + np.arange(steps)], series[starts[:, 0] + steps + ahead - 1]


def _rows(arrays):
    """Return the number of rows that all arrays share."""
    counts = [len(array) for array in arrays]
    if len(set(counts)) != 1:
        raise ValueError(
            "The arrays differ in their number of rows."
            + explain(
                "one or more arrays with equally many rows",
                f"{', '.join(map(str, counts)) or 'no array'}",
                "give one target for each row of x",
            )
        )
    return counts[0]
