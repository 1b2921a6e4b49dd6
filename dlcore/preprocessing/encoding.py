"""Turn words and gaps into numbers."""

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import explain
from dlcore.preprocessing.scaling import check_spread, like_fitted, numbers


class OneHotEncoder:
    """One column of 0 and 1 for each word of a feature.

    Args:
        categories: the words in the order of their columns; by default those of the
            training rows, sorted.

    Labels that are numbers already: see `utils.to_categorical`.

    Example:
        >>> view = OneHotEncoder().fit(["pool", "garden", "none", "pool"])
        >>> view.categories
        ['garden', 'none', 'pool']
        >>> view.transform(["pool", "none"]).tolist()
        [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """

    def __init__(self, categories: list | None = None):
        self.categories = categories

    def fit(self, x: ArrayLike) -> "OneHotEncoder":
        """Learn the words.

        Args:
            x: words of the training rows, (n,).

        Raises ValueError if there are several columns.
        """
        words = _column(x)
        if self.categories is None:
            self.categories = sorted(set(words))
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows as (n, categories), float32.

        Args:
            x: words, (n,).

        Raises ValueError for a word that is no category.
        """
        words = _column(x)
        if self.categories is None:
            raise ValueError(
                "This OneHotEncoder does not know any words yet."
                + explain("fit first", "no call of fit", "call fit(x_train)")
            )
        unknown = sorted(set(map(str, words)) - set(map(str, self.categories)))
        if unknown:
            raise ValueError(
                "There is no column for this word."
                + explain(
                    f"one of {', '.join(map(str, self.categories))}",
                    unknown[0],
                    "name all words: OneHotEncoder(categories=[...])",
                )
            )
        places = [self.categories.index(word) for word in words]
        return np.eye(len(self.categories), dtype="float32")[places]

    def inverse_transform(self, x: ArrayLike) -> list:
        """Return the word of the largest number in each row of x, (n, categories)."""
        return [self.categories[i] for i in np.asarray(x).argmax(axis=1)]

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them encoded."""
        return self.fit(x).transform(x)


class MissingEncoder:
    """Standardize, put 0 where a value is missing, and say so in a column of its own.

    Missing values are NaN. For each column in which the training rows miss some, a
    column of 0 and 1 is added behind the others: 1 where the value is missing, so that
    a network can learn what it means that it is.

    After `fit`: `mean` and `std` (features,) of the values that are there, and `gaps`,
    the numbers of the columns that miss some.

    Example:
        >>> encoder = MissingEncoder().fit([[1.0], [3.0], [float("nan")]])
        >>> encoder.transform([[3.0], [float("nan")]]).tolist()
        [[1.0, 0.0], [0.0, 1.0]]
    """

    def __init__(self):
        self.mean: np.ndarray | None = None
        self.std: np.ndarray | None = None
        self.gaps: np.ndarray | None = None

    def fit(self, x: ArrayLike) -> "MissingEncoder":
        """Learn mean and spread of each column, and which columns have gaps.

        Args:
            x: training rows, (n, features), NaN where a value is missing.

        Raises ValueError if there are no rows, or a column is constant or empty.
        """
        x = numbers(self, x, missing_allowed=True)
        x = x.reshape(len(x), -1)
        there = ~np.isnan(x)
        count = np.maximum(there.sum(axis=0), 1)
        mean = np.where(there, x, 0.0).sum(axis=0) / count
        std = np.sqrt((np.where(there, x - mean, 0.0) ** 2).sum(axis=0) / count)
        check_spread(np.where(there, x, 0.0), std)
        self.mean, self.std = mean, std
        self.gaps = np.flatnonzero(~there.all(axis=0))
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows in standard units without gaps, (n, features + gaps).

        Args:
            x: rows (n, features), NaN where a value is missing.

        Raises ValueError if a value is missing in a column that had no gap in training.
        """
        x = like_fitted(self, x, self.mean)
        missing = np.isnan(x)
        new = set(np.flatnonzero(missing.any(axis=0))) - set(self.gaps)
        if new:
            raise ValueError(
                "A value is missing where the training rows have none."
                + explain(
                    f"gaps in columns {self.gaps.tolist()} only",
                    f"a gap in column {min(new)}",
                    "training must see gaps if testing does: add some, or drop the row",
                )
            )
        z = np.where(missing, 0.0, (x - self.mean) / self.std)
        return np.concatenate([z, missing[:, self.gaps]], axis=1)

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them encoded."""
        return self.fit(x).transform(x)


def _column(x):
    """Return the words of one column as a list, checked."""
    words = np.asarray(x)
    if words.ndim == 2 and words.shape[1] == 1:
        words = words[:, 0]
    if words.ndim != 1:
        raise ValueError(
            "A OneHotEncoder encodes one feature."
            + explain("(n,)", words.shape, "take an encoder for each column")
        )
    return words.tolist()
