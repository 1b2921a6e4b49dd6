"""Bring features to a common scale before a network sees them."""

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import explain


class Standardizer:
    """Shift each column to mean 0 and scale it to standard deviation 1.

    Fit it on the training rows alone and use the same numbers for every other row.
    The standard deviation is that of the population: it divides by n, not n - 1.
    After `fit`, `mean` and `std` hold one number for each column, (features,), in
    the units of the data; for data of shape (n,) they hold a single number.

    Example:
        >>> scale = Standardizer().fit([[1.0], [3.0]])
        >>> scale.transform([[5.0]])
        array([[3.]])
        >>> scale.inverse_transform([[3.0]])
        array([[5.]])
    """

    def __init__(self):
        self.mean: np.ndarray | None = None
        self.std: np.ndarray | None = None

    def fit(self, x: ArrayLike) -> "Standardizer":
        """Learn mean and spread of each column.

        Args:
            x: training rows, (n, features) or (n,).

        Raises ValueError if there are no rows, a value is missing, or a column is
        constant.
        """
        x = numbers(self, x)
        mean, std = x.mean(axis=0), x.std(axis=0)
        check_spread(x, std)
        self.mean, self.std = mean, std
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows in standard units, in the shape of x."""
        return (like_fitted(self, x, self.mean) - self.mean) / self.std

    def inverse_transform(self, x: ArrayLike) -> np.ndarray:
        """Return standardized rows in their own units again, in the shape of x."""
        return like_fitted(self, x, self.mean) * self.std + self.mean

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them in standard units."""
        return self.fit(x).transform(x)


class MinMaxScaler:
    """Scale each column so that the training rows lie between two numbers.

    Args:
        low, high: what the smallest and the largest training value become.

    After `fit`, `least` and `most` hold the smallest and the largest value of each
    column, (features,). Rows that come later may lie outside of low to high.

    Example:
        >>> scale = MinMaxScaler().fit([[13.0], [63.0]])
        >>> scale.transform([[38.0], [113.0]]).tolist()
        [[0.5], [2.0]]
    """

    def __init__(self, low: float = 0.0, high: float = 1.0):
        self.low, self.high = low, high
        self.least: np.ndarray | None = None
        self.most: np.ndarray | None = None

    def fit(self, x: ArrayLike) -> "MinMaxScaler":
        """Learn the smallest and the largest value of each column.

        Args:
            x: training rows, (n, features) or (n,).

        Raises ValueError if there are no rows, a value is missing, or a column is
        constant.
        """
        x = numbers(self, x)
        check_spread(x, x.std(axis=0))
        self.least, self.most = x.min(axis=0), x.max(axis=0)
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows between low and high, in the shape of x."""
        share = like_fitted(self, x, self.least) - self.least
        return self.low + (self.high - self.low) * share / (self.most - self.least)

    def inverse_transform(self, x: ArrayLike) -> np.ndarray:
        """Return scaled rows in their own units again, in the shape of x."""
        x = like_fitted(self, x, self.least)
        share = (x - self.low) / (self.high - self.low)
        return self.least + share * (self.most - self.least)

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them scaled."""
        return self.fit(x).transform(x)


def normalize_rows(x: ArrayLike) -> np.ndarray:
    """Return each row without its own mean: of a picture, its brightness.

    Args:
        x: rows of any shape, (n, ...); a row needs no others to be normalized.

    Example:
        >>> normalize_rows([[1.0, 3.0], [10.0, 10.0]]).tolist()
        [[-1.0, 1.0], [0.0, 0.0]]
    """
    x = np.asarray(x, dtype=float)
    return x - x.mean(axis=tuple(range(1, x.ndim)), keepdims=True)


def like_fitted(scaler, x, columns):
    """Return x as an array whose columns are those of `fit`.

    Args:
        scaler: whose `fit` it was, for messages.
        x: rows (n, features) or (n,).
        columns: what was learned for each column, None before `fit`.

    Raises ValueError if nothing was learned or the columns differ.
    """
    name = type(scaler).__name__
    if columns is None:
        raise ValueError(
            f"This {name} has not seen any rows yet."
            + explain("fit first", "no call of fit", "call fit(x_train)")
        )
    x = np.asarray(x, dtype=float)
    if x.ndim == 0 or x.shape[1:] != columns.shape:
        wanted = f"n, {len(columns)}" if columns.ndim else "n,"
        raise ValueError(
            f"These rows are not like those that the {name} was fitted on."
            + explain(
                f"({wanted})",
                x.shape,
                "use the columns of the training data, in the same order",
            )
        )
    return x


def numbers(scaler, x, missing_allowed=False):
    """Return x as an array of rows of finite numbers.

    Args:
        scaler: who wants to be fitted, for messages.
        x: rows (n, features) or (n,).
        missing_allowed: whether some may be NaN.

    Raises ValueError if there are no rows or a number is not finite.
    """
    name = type(scaler).__name__
    x = np.asarray(x, dtype=float)
    if x.ndim not in (1, 2) or x.size == 0:
        raise ValueError(
            f"A {name} cannot be fitted on this."
            + explain(
                "(n, features) or (n,), with at least one row",
                x.shape,
                "put each data point into a row of its own",
            )
        )
    missing = int(np.isinf(x).sum() if missing_allowed else (~np.isfinite(x)).sum())
    if missing:
        raise ValueError(
            f"A {name} cannot be fitted on missing values."
            + explain(
                "finite numbers",
                f"{missing} missing or infinite values",
                "leave those rows out, or fill them in (MissingEncoder)",
            )
        )
    return x


def check_spread(x, std):
    """Refuse columns without any spread, which cannot be scaled."""
    # Compare with the size of the values: the spread of equal decimals such as 0.1
    # is a rounding error rather than zero.
    limit = 1e-12 * np.nanmax(np.abs(x), axis=0)
    constant = np.flatnonzero(np.atleast_1d(std <= limit))
    if constant.size:
        raise ValueError(
            "A constant column cannot be scaled."
            + explain(
                "columns that vary",
                f"equal values in column {', '.join(map(str, constant))}",
                "leave it out: it cannot tell rows apart (columns count from 0)",
            )
        )
