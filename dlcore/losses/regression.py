"""Losses for numbers: how far predictions are from the targets."""

import math

from dlcore import ops
from dlcore.losses.base import EPSILON, Loss, at_least, matched
from dlcore.ops import regression


def mean_squared_error(y_true, y_pred):
    """The mean of (y_pred - y_true)² over the last axis: one value for each row.

    Example:
        >>> mean_squared_error([[1.0, 2.0]], [[2.0, 4.0]]).data.tolist()
        [2.5]
    """
    y_true, y_pred = matched("mean_squared_error", y_true, y_pred)
    return ops.mean((y_pred - y_true) ** 2, axis=-1)


def mean_absolute_error(y_true, y_pred):
    """The mean of |y_pred - y_true| over the last axis: one value for each row."""
    y_true, y_pred = matched("mean_absolute_error", y_true, y_pred)
    return ops.mean(ops.abs(y_pred - y_true), axis=-1)


def mean_absolute_percentage_error(y_true, y_pred):
    """The mean of |y_pred - y_true| / |y_true|, in percent, over the last axis."""
    y_true, y_pred = matched("mean_absolute_percentage_error", y_true, y_pred)
    share = ops.abs(y_pred - y_true) / at_least(EPSILON, ops.abs(y_true))
    return 100.0 * ops.mean(share, axis=-1)


def mean_squared_logarithmic_error(y_true, y_pred):
    """The mean of (log(1 + y_pred) - log(1 + y_true))² over the last axis."""
    y_true, y_pred = matched("mean_squared_logarithmic_error", y_true, y_pred)
    true = ops.log(1.0 + at_least(EPSILON, y_true))
    return ops.mean((ops.log(1.0 + at_least(EPSILON, y_pred)) - true) ** 2, axis=-1)


def huber(y_true, y_pred, delta=1.0):
    """The mean of e²/2 where |e| <= delta, else delta (|e| - delta/2)."""
    y_true, y_pred = matched("huber", y_true, y_pred)
    size = ops.abs(y_pred - y_true)
    straight = delta * (size - 0.5 * delta)
    return ops.mean(ops.where(size.data <= delta, 0.5 * size**2, straight), axis=-1)


def log_cosh(y_true, y_pred):
    """The mean of log cosh(y_pred - y_true) over the last axis."""
    y_true, y_pred = matched("log_cosh", y_true, y_pred)
    error = y_pred - y_true
    return ops.mean(error + ops.softplus(-2.0 * error) - math.log(2), axis=-1)


def poisson(y_true, y_pred):
    """The mean of y_pred - y_true log y_pred over the last axis, for counts.

    Example:
        >>> poisson([[3.0, 5.0, 2.0]], [[2.5, 5.0, 4.0]]).data.round(4).tolist()
        [-0.6896]
    """
    y_true, y_pred = matched("poisson", y_true, y_pred)
    return ops.mean(y_pred - y_true * ops.log(y_pred + EPSILON), axis=-1)


def cosine_similarity(y_true, y_pred, axis=-1):
    """Minus the cosine between y_true and y_pred: -1 where they point the same way.

    Example:
        >>> cosine_similarity([[3.0, 4.0]], [[4.0, 3.0]]).data.round(2).tolist()
        [-0.96]
    """
    y_true, y_pred = matched("cosine_similarity", y_true, y_pred)
    return -ops.sum(direction(y_true, axis) * direction(y_pred, axis), axis=axis)


def direction(x, axis):
    """x divided by its length along an axis."""
    squares = ops.sum(x * x, axis=axis, keepdims=True)
    return x / ops.sqrt(at_least(EPSILON**2, squares))


class MeanSquaredError(Loss):
    """The mean of (y_pred - y_true)² (Gauss 1809), in squared units of y.

    Example:
        >>> loss = MeanSquaredError()([[1.0], [2.0]], [[2.0], [4.0]])
        >>> float(loss)
        2.5
    """

    def call(self, y_true, y_pred):
        """One value for each row."""
        return mean_squared_error(y_true, y_pred)

    def fused(self):
        """The op of the mean over all rows."""
        return regression.MeanSquaredError()


class MeanAbsoluteError(Loss):
    """The mean of |y_pred - y_true|, in units of y."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return mean_absolute_error(y_true, y_pred)

    def fused(self):
        """The op of the mean over all rows."""
        return regression.MeanAbsoluteError()


class MeanAbsolutePercentageError(Loss):
    """The mean of |y_pred - y_true| / |y_true|, in percent."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return mean_absolute_percentage_error(y_true, y_pred)


class MeanSquaredLogarithmicError(Loss):
    """The mean of (log(1 + y_pred) - log(1 + y_true))², for what grows by shares."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return mean_squared_logarithmic_error(y_true, y_pred)


class Huber(Loss):
    """Squared for errors up to `delta`, straight beyond it (Huber 1964)."""

    def __init__(self, delta=1.0, reduction="sum_over_batch_size", **settings):
        super().__init__(reduction, **settings)
        self.delta = delta

    def call(self, y_true, y_pred):
        """One value for each row."""
        return huber(y_true, y_pred, self.delta)

    def fused(self):
        """The op of the mean over all rows."""
        return regression.Huber(self.delta)


class LogCosh(Loss):
    """The mean of log cosh(y_pred - y_true): a smooth absolute error."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return log_cosh(y_true, y_pred)

    def fused(self):
        """The op of the mean over all rows."""
        return regression.LogCosh()


class Poisson(Loss):
    """The mean of y_pred - y_true log y_pred: for counts (Poisson 1837)."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return poisson(y_true, y_pred)


class CosineSimilarity(Loss):
    """Minus the cosine between targets and predictions: only direction counts."""

    def __init__(self, axis=-1, reduction="sum_over_batch_size", **settings):
        super().__init__(reduction, **settings)
        self.axis = axis

    def call(self, y_true, y_pred):
        """One value for each row."""
        return cosine_similarity(y_true, y_pred, self.axis)
