"""Turn features so that they are no longer correlated."""

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import explain
from dlcore.preprocessing.scaling import like_fitted, numbers


class PCA:
    """Turn the axes so that the covariance becomes diagonal (Pearson 1901).

    Three steps: subtract the mean of the training rows; turn to the axes along which
    they spread most; and, with `whiten`, divide by the spread along each, so that the
    covariance becomes the identity. The covariance divides by n.

    Args:
        components: how many axes to keep, those of the largest spread first; all by
            default.
        whiten: whether to divide by the spread.

    After `fit`: `mean` (features,), `axes` (features, components) with an axis in each
    column, its largest entry positive, and `variances` (components,) along them.

    Example:
        >>> pca = PCA(1).fit([[1.0, 1.0], [3.0, 3.0]])
        >>> pca.transform([[2.0, 2.0], [4.0, 4.0]]).round(3).tolist()
        [[0.0], [2.828]]
    """

    def __init__(self, components: int | None = None, whiten: bool = False):
        self.components, self.whiten = components, whiten
        self.mean: np.ndarray | None = None
        self.axes: np.ndarray | None = None
        self.variances: np.ndarray | None = None

    def fit(self, x: ArrayLike) -> "PCA":
        """Learn mean and axes.

        Args:
            x: training rows, (n, features).

        Raises ValueError if there are no rows, a value is missing, there are fewer
        features than components, or an axis has no spread to divide by.
        """
        x = numbers(self, x)
        self._check(x)
        mean = x.mean(axis=0)
        covariance = (x - mean).T @ (x - mean) / len(x)
        variances, axes = np.linalg.eigh(covariance)  # ascending
        variances, axes = np.maximum(variances[::-1], 0.0), axes[:, ::-1]
        largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=0)[None], axis=0)
        axes = (axes * np.sign(largest))[:, : self.components]
        variances = variances[: self.components]
        self._check_spread(variances)
        self.mean, self.axes, self.variances = mean, axes, variances
        return self

    def transform(self, x: ArrayLike) -> np.ndarray:
        """Return the rows along the axes, (n, components)."""
        turned = (like_fitted(self, x, self.mean) - self.mean) @ self.axes
        return turned / np.sqrt(self.variances) if self.whiten else turned

    def inverse_transform(self, x: ArrayLike) -> np.ndarray:
        """Return rows (n, components) as (n, features): nearest to what they were."""
        x = like_fitted(self, x, self.variances)
        spread = np.sqrt(self.variances) if self.whiten else 1.0
        return (x * spread) @ self.axes.T + self.mean

    def fit_transform(self, x: ArrayLike) -> np.ndarray:
        """Fit on the rows of x and return them along the axes."""
        return self.fit(x).transform(x)

    def _check(self, x):
        wanted = self.components
        if x.ndim != 2 or not 1 <= (1 if wanted is None else wanted) <= x.shape[1]:
            raise ValueError(
                "There are not as many axes as that."
                + explain(
                    "rows (n, features), and components from 1 to features",
                    f"shape {x.shape} and components={wanted}",
                    "ask for fewer components",
                )
            )

    def _check_spread(self, variances):
        flat = int((variances <= 1e-12 * variances.max()).sum())
        if self.whiten and flat:
            raise ValueError(
                "Whitening divides by the spread along each axis."
                + explain(
                    "rows that spread along all axes",
                    f"no spread along {flat} of {len(variances)}",
                    f"keep fewer axes: components={len(variances) - flat}",
                )
            )
