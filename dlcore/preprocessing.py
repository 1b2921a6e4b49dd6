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
                "This Standardizer does not know any mean yet."
                + explain("fit first", "no call of fit", "call fit(x_train)")
            )
        x = np.asarray(x, dtype=float)
        if x.ndim == 0 or x.shape[1:] != self.mean.shape:
            columns = f"n, {len(self.mean)}" if self.mean.ndim else "n,"
            raise ValueError(
                "These rows are not like those that the Standardizer was fitted on."
                + explain(
                    f"({columns})",
                    x.shape,
                    "use the columns of the training data, in the same order",
                )
            )
        return x


def _numbers(x):
    """Return x as an array of rows of finite numbers."""
    x = np.asarray(x, dtype=float)
    if x.ndim not in (1, 2) or x.size == 0:
        raise ValueError(
            "A Standardizer cannot be fitted on this."
            + explain(
                "(n, features) or (n,), with at least one row",
                x.shape,
                "put each data point into a row of its own",
            )
        )
    missing = int((~np.isfinite(x)).sum())
    if missing:
        raise ValueError(
            "A Standardizer cannot be fitted on missing values."
            + explain(
                "finite numbers",
                f"{missing} missing or infinite values",
                "leave those rows out, or fill them in first",
            )
        )
    return x


def _check_spread(x, std):
    """Refuse columns without any spread, which cannot be scaled to 1."""
    # Compare with the size of the values: the spread of equal decimals such as 0.1
    # is a rounding error rather than zero.
    limit = 1e-12 * np.abs(x).max(axis=0)
    constant = np.flatnonzero(np.atleast_1d(std <= limit))
    if constant.size:
        raise ValueError(
            "A constant column cannot be scaled to standard deviation 1."
            + explain(
                "columns that vary",
                f"equal values in column {', '.join(map(str, constant))}",
                "leave it out: it cannot tell rows apart (columns count from 0)",
            )
        )
