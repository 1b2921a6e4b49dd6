"""Losses: one number that says how wrong predictions are, to be made small.

Each loss is a class, called as `loss(y_true, y_pred, sample_weight=None)`, and
a function in snake case that gives one value for each row.
"""

import math

from dlcore import backend, ops
from dlcore.errors import explain, refuse_unknown
from dlcore.lookup import look_up, snake_case
from dlcore.ops import regression
from dlcore.tensor import Tensor

REDUCTIONS = ("sum_over_batch_size", "mean", "sum", "none", None)


class Loss:
    """Base of the losses.

    A subclass says in `call(y_true, y_pred)` how wrong each row is; where it
    has a `fused` op, the mean over all rows is that op alone.

    Args:
        reduction: "sum_over_batch_size" or "mean": the mean over the rows;
            "sum": their sum; None: one value for each row.
        name: the loss's name in messages.
    """

    def __init__(self, reduction="sum_over_batch_size", name=None, **unknown):
        refuse_unknown(type(self), unknown, ("reduction", "name"))
        if reduction not in REDUCTIONS:
            raise ValueError(
                f"Unknown reduction {reduction!r}."
                + explain(
                    f"one of {', '.join(map(repr, REDUCTIONS))}",
                    repr(reduction),
                    'leave it out for the mean, "sum_over_batch_size"',
                )
            )
        self.reduction = reduction
        self.name = name or snake_case(type(self).__name__)
        self.fuses = reduction in ("sum_over_batch_size", "mean")

    def fused(self):
        """The op that gives the mean over all rows at once, or None."""
        return

    def __call__(self, y_true, y_pred, sample_weight=None):
        """The loss of predictions.

        Args:
            y_true: what is right, of the shape of `y_pred`.
            y_pred: predictions (batch, outputs).
            sample_weight: weight of each row, (batch,).

        Returns:
            Tensor of shape (), or (batch,) without a reduction.

        Raises:
            ValueError: the shapes differ; nothing is broadcast.
        """
        y_true, y_pred = beside(y_true, y_pred)
        self.check(y_true, y_pred)
        if self.fuses and sample_weight is None:
            op = self.fused()
            if op is not None:
                return op(y_pred, y_true)
        values = self.call(y_true, y_pred)
        return reduce(values, self.reduction, sample_weight)

    def check(self, y_true, y_pred):
        """Refuse targets whose shape is not that of the predictions."""
        if y_true.data.shape != y_pred.data.shape:
            refuse_shapes(self.name, y_true.shape, y_pred.shape)


def beside(y_true, y_pred):
    """Both as tensors, `y_true` with the dtype and place of `y_pred`."""
    if not isinstance(y_pred, Tensor):
        y_pred = Tensor(y_pred)
    if not isinstance(y_true, Tensor):
        y_true = Tensor(backend.asarray(y_true, like=y_pred.data))
    return y_true, y_pred


def refuse_shapes(name, true, predicted):
    """Explain why targets and predictions of these shapes do not fit."""
    change = "give y the shape of the model's output"
    if math.prod(true) == math.prod(predicted) and len(predicted) == 2:
        change = f"reshape the targets: y.reshape{predicted}"
        if predicted[1] == 1:
            change = "make y a column: y.reshape(-1, 1)"
    elif true[:1] != predicted[:1]:
        change = "give one target for each row"
    elif len(true) == len(predicted) == 2:
        change = f"give the last layer {true[1]} units, or choose other targets"
    raise ValueError(
        f"{name}: targets and predictions differ in shape."
        + explain(
            f"y_true of shape {tuple(predicted)}, like y_pred",
            f"y_true of shape {tuple(true)}",
            change,
        )
    )


def reduce(values, reduction, sample_weight=None):
    """Weight the `values` of the rows and sum them up as `reduction` says.

    Raises:
        ValueError: there is not one weight for each value.
    """
    if sample_weight is not None:
        if not isinstance(sample_weight, Tensor):
            sample_weight = Tensor(backend.asarray(sample_weight, like=values.data))
        if sample_weight.shape != values.shape:
            raise ValueError(
                "The sample weights do not fit the batch."
                + explain(
                    f"one weight for each row, shape {values.shape}",
                    f"shape {sample_weight.shape}",
                    "pass sample_weight of shape (batch,)",
                )
            )
        values = values * sample_weight
    if reduction in (None, "none"):
        return values
    return ops.sum(values) if reduction == "sum" else ops.mean(values)


def mean_squared_error(y_true, y_pred):
    """The mean of (y_pred - y_true)² over the last axis: one value for each row.

    Example:
        >>> mean_squared_error([[1.0, 2.0]], [[2.0, 4.0]]).data.tolist()
        [2.5]
    """
    y_true, y_pred = beside(y_true, y_pred)
    return ops.mean((y_pred - y_true) ** 2, axis=-1)


def mean_absolute_error(y_true, y_pred):
    """The mean of |y_pred - y_true| over the last axis: one value for each row."""
    y_true, y_pred = beside(y_true, y_pred)
    return ops.mean(ops.abs(y_pred - y_true), axis=-1)


def mean_absolute_percentage_error(y_true, y_pred):
    """The mean of |y_pred - y_true| / |y_true|, in percent, over the last axis."""
    y_true, y_pred = beside(y_true, y_pred)
    share = ops.abs(y_pred - y_true) / at_least(1e-7, ops.abs(y_true))
    return 100.0 * ops.mean(share, axis=-1)


def mean_squared_logarithmic_error(y_true, y_pred):
    """The mean of (log(1 + y_pred) - log(1 + y_true))² over the last axis."""
    y_true, y_pred = beside(y_true, y_pred)
    true = ops.log(1.0 + at_least(1e-7, y_true))
    return ops.mean((ops.log(1.0 + at_least(1e-7, y_pred)) - true) ** 2, axis=-1)


def at_least(smallest, x):
    """x, or `smallest` where x is below it."""
    return smallest + ops.relu(x - smallest)


def huber(y_true, y_pred, delta=1.0):
    """The mean of e²/2 where |e| <= delta, else delta (|e| - delta/2)."""
    y_true, y_pred = beside(y_true, y_pred)
    size = ops.abs(y_pred - y_true)
    straight = delta * (size - 0.5 * delta)
    return ops.mean(ops.where(size.data <= delta, 0.5 * size**2, straight), axis=-1)


def log_cosh(y_true, y_pred):
    """The mean of log cosh(y_pred - y_true) over the last axis."""
    y_true, y_pred = beside(y_true, y_pred)
    error = y_pred - y_true
    return ops.mean(error + ops.softplus(-2.0 * error) - math.log(2), axis=-1)


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


class FunctionLoss(Loss):
    """A loss from a plain function of (y_true, y_pred), one value for each row."""

    def __init__(self, function, **settings):
        super().__init__(**settings)
        self.call = function
        self.name = getattr(function, "__name__", self.name)

    def check(self, y_true, y_pred):
        """Whatever the function takes is right."""


NAMES = {
    "mse": MeanSquaredError,
    "mean_squared_error": MeanSquaredError,
    "mae": MeanAbsoluteError,
    "mean_absolute_error": MeanAbsoluteError,
    "mape": MeanAbsolutePercentageError,
    "mean_absolute_percentage_error": MeanAbsolutePercentageError,
    "msle": MeanSquaredLogarithmicError,
    "mean_squared_logarithmic_error": MeanSquaredLogarithmicError,
    "huber": Huber,
    "log_cosh": LogCosh,
    "logcosh": LogCosh,
}


def get(identifier):
    """The loss for a name, an object, a class or a function."""
    loss = look_up("loss", identifier, NAMES)
    return loss if isinstance(loss, Loss) else FunctionLoss(loss)
