"""What all losses have in common: checking shapes, and the mean over the rows."""

import math

from dlcore import backend, ops
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

    settings = ("reduction", "name")

    def __init__(self, reduction="sum_over_batch_size", name=None, **unknown):
        refuse_unknown(type(self), unknown, Loss.settings)
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
            sample_weight: weight of each row, (batch,), or of each value, such as
                (batch, time) for predictions (batch, time, outputs); see `fitted`.

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
        masks = [mask for mask in (y_pred.mask, values.mask) if mask is not None]
        if masks:
            counts = math.prod(fitted(mask, values) for mask in masks)
            share = float(ops.mean(counts)) if self.fuses else 1.0
            values = values * (counts / (share or 1.0))  # the mean of what counts
        return reduce(values, self.reduction, sample_weight)

    def check(self, y_true, y_pred):
        """Refuse targets whose shape is not that of the predictions."""
        if y_true.data.shape != y_pred.data.shape:
            refuse_shapes(self.name, y_true.shape, y_pred.shape)


class FunctionLoss(Loss):
    """A loss from a plain function of (y_true, y_pred), one value for each row."""

    def __init__(self, function, **settings):
        name = getattr(function, "__name__", None)
        super().__init__(**{"name": name, **settings})
        self.call = function

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
    """Weight the `values` of the rows and sum them up as `reduction` says."""
    if sample_weight is not None:
        values = values * fitted(sample_weight, values)
    if reduction in (None, "none"):
        return values
    return ops.sum(values) if reduction == "sum" else ops.mean(values)


def fitted(weights, values):
    """Weights as a tensor to multiply `values` with: a row's go for all that it holds.

    Args:
        weights: of each row, (batch,), or with more of the axes of `values`; an axis
            of length 1 stretches, and (batch, 1) is a column of rows' weights.
        values: tensor (batch, ...).

    Raises:
        ValueError: there is not one weight for each row, or each value.
    """
    if not isinstance(weights, Tensor):
        weights = Tensor(backend.asarray(weights, like=values.data))
    shape, wanted = tuple(weights.data.shape), tuple(values.data.shape)
    if shape == wanted:
        return weights
    if shape[len(wanted) :] == (1,):
        shape = shape[:-1]
    shape += (1,) * (len(wanted) - len(shape))
    if len(shape) > len(wanted) or not all(map(stretches, shape, wanted)):
        refuse_weights(tuple(weights.data.shape), wanted)
    return ops.reshape(weights, shape)


def stretches(length, wanted):
    """Whether an axis of some length can be repeated to that which is wanted."""
    return length in (1, wanted)


def refuse_weights(shape, wanted):
    """Explain why weights of this shape do not fit values of the shape `wanted`."""
    each = f", or for each value, shape {wanted}" if len(wanted) > 1 else ""
    raise ValueError(
        "The sample weights do not fit the batch."
        + explain(
            f"one weight for each row, shape {wanted[:1]}{each}",
            f"shape {shape}",
            "pass sample_weight of shape (batch,)",
        )
    )


def at_least(smallest, x):
    """x, or `smallest` where x is below it."""
    return smallest + ops.relu(x - smallest)
