"""What all losses have in common: checking shapes, and the mean over the rows."""

import math

from dlcore import backend, masking, ops
from dlcore.configs import Configured
from dlcore.errors import explain, refuse_unknown
from dlcore.lookup import snake_case
from dlcore.tensor import Tensor

REDUCTIONS = ("sum_over_batch_size", "mean", "sum", "none", None)
EPSILON = 1e-7  # where a logarithm or a division would meet zero


class Loss(Configured):
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
        if self.fuses and sample_weight is None and y_pred.mask is None:
            op = self.fused()
            if op is not None:
                return op(y_pred, y_true)
        values = self.call(y_true, y_pred)
        if y_pred.mask is not None:
            values = values * masking.weights(y_pred.mask, values.data, self.fuses)
        return reduce(values, self.reduction, sample_weight)

    def check(self, y_true, y_pred):
        """Refuse targets whose shape is not that of the predictions."""
        if y_true.data.shape != y_pred.data.shape:
            refuse_shapes(self.name, y_true.shape, y_pred.shape)


class FunctionLoss(Loss):
    """A loss from a plain function of (y_true, y_pred), one value for each row."""

    def __init__(self, function, **settings):
        super().__init__(**settings)
        self.call = function
        self.name = getattr(function, "__name__", self.name)

    def check(self, y_true, y_pred):
        """Whatever the function takes is right."""


def beside(y_true, y_pred):
    """Both as tensors, `y_true` with the dtype and place of `y_pred`."""
    if not isinstance(y_pred, Tensor):
        y_pred = Tensor(with_fractions(y_pred))
    if not isinstance(y_true, Tensor):
        y_true = Tensor(backend.asarray(y_true, like=y_pred.data))
    return y_true, y_pred


def with_fractions(x):
    """Numbers as an array of floats: whole ones would cut what meets them."""
    if "float" in str(getattr(x, "dtype", "")):
        return x
    return backend.asarray(x, like=backend.home("float64"))


def matched(name, y_true, y_pred):
    """Both as tensors, which are refused if they differ in shape."""
    y_true, y_pred = beside(y_true, y_pred)
    if y_true.data.shape != y_pred.data.shape:
        refuse_shapes(name, y_true.shape, y_pred.shape)
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


def at_least(smallest, x):
    """x, or `smallest` where x is below it."""
    return smallest + ops.relu(x - smallest)
