"""Bring features to a common scale before a network sees them."""

import numpy as np
from numpy.typing import ArrayLike


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
        x = _numbers(x)
        mean, std = x.mean(axis=0), x.std(axis=0)
        _check_spread(x, std)
        self.mean, self.std = mean, std
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows in standard units, in the shape of x."""
        return (self._checked(x) - self.mean) / self.std

    def inverse_transform(self, x: ArrayLike) -> np.ndarray:
        """Return standardized rows in their own units again, in the shape of x."""
        return self._checked(x) * self.std + self.mean

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them in standard units."""
        return self.fit(x).transform(x)

    def _checked(self, x):
        """Return x as an array whose columns are those of `fit`."""
        if self.mean is None:
            raise ValueError(
                "A Standardizer expects to see training rows before it transforms "
                "any, but fit was not called. Call fit(x_train) first."
            )
        x = np.asarray(x, dtype=float)
        if x.shape[1:] != self.mean.shape or x.ndim == 0:
            fitted = ("n", *self.mean.shape)
            raise ValueError(
                f"The Standardizer was fitted on rows of shape {_shape(fitted)} and "
                f"expects the same columns, but got {x.shape}. Use the columns of "
                "the training data, in the same order."
            )
        return x


def _shape(sizes):
    """Return sizes as a shape is written: (n,) or (n, 2)."""
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(map(str, sizes))})"


def _numbers(x):
    """Return x as an array of rows of finite numbers."""
    x = np.asarray(x, dtype=float)
    if x.ndim not in (1, 2) or x.size == 0:
        raise ValueError(
            "A Standardizer expects data of shape (n, features) or (n,) with at least "
            f"one row, but got {x.shape}. Put each data point into a row of its own."
        )
    if not np.isfinite(x).all():
        raise ValueError(
            "A Standardizer expects finite numbers, but the data hold "
            f"{int((~np.isfinite(x)).sum())} missing or infinite values. Drop those "
            "rows or fill them in first."
        )
    return x


def _check_spread(x, std):
    """Refuse columns without any spread, which cannot be scaled to 1."""
    # Compare with the size of the values: the spread of equal decimals such as 0.1
    # is a rounding error rather than zero.
    limit = 1e-12 * np.abs(x).max(axis=0)
    constant = np.flatnonzero(np.atleast_1d(std <= limit))
    if constant.size:
        columns = ", ".join(map(str, constant))
        raise ValueError(
            "A Standardizer expects columns that vary, but all values are equal in "
            f"column {columns} (counted from 0). Leave that column out: it tells rows "
            "apart no more than a constant does."
        )
