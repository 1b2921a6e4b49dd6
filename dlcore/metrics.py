"""Metrics: what is reported beside the loss, over all rows of an epoch."""

import math

from dlcore import losses
from dlcore.backend import to_numpy, xp_of
from dlcore.configs import Configured
from dlcore.errors import refuse_unknown
from dlcore.lookup import look_up
from dlcore.tensor import Tensor, no_grad


class Metric(Configured):
    """Base of the metrics: `update_state` batch by batch, `result` at the end.

    Args:
        name: the key in `History.history` and in logs.
    """

    def __init__(self, name=None, **unknown):
        refuse_unknown(type(self), unknown, ("name",))
        self.name = name or losses.snake_case(type(self).__name__)
        self.reset_state()

    def __call__(self, y_true, y_pred, sample_weight=None):
        """Add a batch and return the result so far."""
        self.update_state(y_true, y_pred, sample_weight)
        return self.result()

    def reset_state(self):
        """Forget all batches."""
        self.total = self.weight = 0.0

    def result(self):
        """The value over all batches so far: a float."""
        return self.total / self.weight if self.weight else 0.0


class Mean(Metric):
    """The weighted mean of the numbers it is given.

    Example:
        >>> mean = Mean()
        >>> mean.update_state([1.0, 2.0, 6.0])
        >>> mean.result()
        3.0
    """

    def __call__(self, values, sample_weight=None):
        """Add values and return the mean so far."""
        self.update_state(values, sample_weight)
        return self.result()

    def update_state(self, values, sample_weight=None):
        """Add `values`, one or many, with a weight for all or for each."""
        values = values.data if isinstance(values, Tensor) else values
        values = to_numpy(values).astype("float64")
        weights = 1.0 if sample_weight is None else to_numpy(sample_weight)
        weights = weights + 0.0 * values
        self.total += float((values * weights).sum())
        self.weight += float(weights.sum())


class RowMean(Metric):
    """Base of the metrics that are the mean of one value for each row."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets and predictions of one shape (batch, outputs)."""
        with no_grad():
            y_true, y_pred = losses.beside(y_true, y_pred)
            self.check(y_true, y_pred)
            values = losses.reduce(self.call(y_true, y_pred), None, sample_weight)
        self.total += float(xp_of(values.data).sum(values.data))
        if sample_weight is None:
            self.weight += math.prod(values.shape)
        else:
            self.weight += float(to_numpy(sample_weight).sum())

    def check(self, y_true, y_pred):
        """Refuse targets whose shape is not that of the predictions."""
        if y_true.shape != y_pred.shape:
            losses.refuse_shapes(self.name, y_true.shape, y_pred.shape)


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


class FunctionMetric(RowMean):
    """A metric from a plain function of (y_true, y_pred), one value for each row."""

    def __init__(self, function):
        super().__init__(name=function.__name__)
        self.call = function

    def check(self, y_true, y_pred):
        """Whatever the function takes is right."""


class R2Score(Metric):
    """The share of the targets' variance that predictions explain (Wright 1921).

    1 is perfect; 0 is as good as always predicting the mean of the targets.

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
        refuse_unknown(R2Score, unknown)
        super().__init__(name=name)
        self.class_aggregation = class_aggregation

    def reset_state(self):
        """Forget all batches."""
        self.n = self.sum = self.squares = self.residual = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets and predictions of one shape (batch, outputs)."""
        y_true, y_pred = losses.beside(y_true, y_pred)
        if y_true.shape != y_pred.shape:
            losses.refuse_shapes(self.name, y_true.shape, y_pred.shape)
        y, prediction = (to_numpy(t.data).astype("float64") for t in (y_true, y_pred))
        w = to_numpy(1.0 if sample_weight is None else sample_weight).reshape(-1, 1)
        self.n = self.n + (w + 0.0 * y[:, :1]).sum()
        self.sum = self.sum + (w * y).sum(axis=0)
        self.squares = self.squares + (w * y * y).sum(axis=0)
        self.residual = self.residual + (w * (y - prediction) ** 2).sum(axis=0)

    def result(self):
        """The score over all batches so far."""
        total = self.squares - self.sum**2 / self.n
        varies = total > 0  # an output that does not vary scores 0
        scores = varies * (1.0 - self.residual / (total + ~varies))
        if self.class_aggregation is None:
            return scores
        if self.class_aggregation == "variance_weighted_average":
            return float((scores * total).sum() / total.sum())
        return float(scores.mean())


NAMES = {
    "mse": MeanSquaredError,
    "mean_squared_error": MeanSquaredError,
    "mae": MeanAbsoluteError,
    "mean_absolute_error": MeanAbsoluteError,
    "rmse": RootMeanSquaredError,
    "root_mean_squared_error": RootMeanSquaredError,
    "r2_score": R2Score,
}


def get(identifier):
    """The metric for a name, which becomes its key, an object, class or function."""
    metric = look_up("metric", identifier, NAMES)
    if not isinstance(metric, Metric):
        return FunctionMetric(metric)
    if isinstance(identifier, str):
        metric.name = identifier
    return metric
