"""Metrics for numbers: squared and absolute errors, and explained variance."""

import math

from dlcore import losses
from dlcore.errors import explain
from dlcore.metrics.base import Metric, RowMean, compare, each_weight, ratio

AGGREGATIONS = "uniform_average", "variance_weighted_average", None


class MeanSquaredError(RowMean):
    """The mean of (y_pred - y_true)², in squared units of y."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return losses.mean_squared_error(y_true, y_pred)


class RootMeanSquaredError(MeanSquaredError):
    """The square root of the mean squared error, in units of y."""

    def result(self):
        """The root of the mean over all batches so far."""
        return math.sqrt(super().result())


class MeanAbsoluteError(RowMean):
    """The mean of |y_pred - y_true|, in units of y."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return losses.mean_absolute_error(y_true, y_pred)


class R2Score(Metric):
    """The share of the targets' variance that predictions explain (Wright 1921).

    1 is perfect; 0 is as good as always predicting the mean of the targets; an output
    whose targets do not vary scores 0.

    Args:
        class_aggregation: "uniform_average": the mean over the outputs; None: an
            array with one value for each; "variance_weighted_average": weighted
            by the outputs' variances.
        name: the key in logs.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> R2Score()([[1.0], [2.0], [3.0]], [[1.0], [2.0], [2.0]])
        0.5
    """

    def __init__(self, class_aggregation="uniform_average", name=None, **unknown):
        super().__init__(name=name, **unknown)
        if class_aggregation not in AGGREGATIONS:
            raise ValueError(
                f"Unknown class_aggregation {class_aggregation!r}."
                + explain(
                    f"one of {', '.join(map(repr, AGGREGATIONS))}",
                    repr(class_aggregation),
                    "leave it out for the mean over the outputs",
                )
            )
        self.class_aggregation = class_aggregation

    def reset_state(self):
        """Forget all batches."""
        self.n = self.sum = self.squares = self.residual = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets and predictions of one shape (batch, outputs)."""
        y, prediction = compare(self.name, y_true, y_pred)
        w = each_weight(sample_weight, y[:, :1])
        self.n = self.n + w.sum()
        self.sum = self.sum + (w * y).sum(axis=0)
        self.squares = self.squares + (w * y * y).sum(axis=0)
        self.residual = self.residual + (w * (y - prediction) ** 2).sum(axis=0)

    def result(self):
        """The score over all batches so far."""
        total = self.squares - ratio(self.sum**2, self.n)
        total = total * (total > 1e-14 * self.squares)  # what is left is rounding
        scores = ratio(total - self.residual * (total > 0), total)
        if self.class_aggregation is None:
            return scores
        if self.class_aggregation == "variance_weighted_average":
            return float(ratio((scores * total).sum(), total.sum()))
        return float(scores.mean())
