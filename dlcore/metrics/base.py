"""What all metrics have in common: adding up batch by batch."""

import math

from dlcore import losses, ops
from dlcore.backend import to_numpy, xp_of
from dlcore.configs import Configured
from dlcore.errors import refuse_unknown
from dlcore.lookup import snake_case
from dlcore.tensor import Tensor, no_grad


class Metric(Configured):
    """Base of the metrics: `update_state` batch by batch, `result` at the end.

    Args:
        name: the key in `History.history` and in logs.
    """

    settings = ("name",)

    def __init__(self, name=None, **unknown):
        refuse_unknown(type(self), unknown, Metric.settings)
        self.name = name or snake_case(type(self).__name__)
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
        weights = each_weight(sample_weight, values)
        self.total += float((values * weights).sum())
        self.weight += float(weights.sum())


class RowMean(Metric):
    """Base of the metrics that are the mean of one value for each row.

    Sample weights are those of the rows, (batch,), or of each value, as for `Loss`.
    """

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets and predictions of one shape (batch, outputs)."""
        with no_grad():
            y_true, y_pred = losses.beside(y_true, y_pred)
            self.check(y_true, y_pred)
            values = self.call(y_true, y_pred)
            n = math.prod(values.shape)
            given = [w for w in (y_pred.mask, sample_weight) if w is not None]
            if given:
                weights = math.prod(losses.fitted(w, values) for w in given)
                values = values * weights
                n //= math.prod(weights.shape)  # values that share a weight
                n *= float(ops.sum(weights))
        self.total += float(xp_of(values.data).sum(values.data))
        self.weight += n

    def check(self, y_true, y_pred):
        """Refuse targets whose shape is not that of the predictions."""
        if y_true.shape != y_pred.shape:
            losses.refuse_shapes(self.name, y_true.shape, y_pred.shape)


class FunctionMetric(RowMean):
    """A metric from a plain function of (y_true, y_pred), one value for each row."""

    def __init__(self, function, **settings):
        name = getattr(function, "__name__", None)
        super().__init__(**{"name": name, **settings})
        self.call = function

    def check(self, y_true, y_pred):
        """Whatever the function takes is right."""


def compare(name, y_true, y_pred):
    """Both as NumPy arrays of float64; they are refused if they differ in shape."""
    y_true, y_pred = losses.beside(y_true, y_pred)
    if y_true.shape != y_pred.shape:
        losses.refuse_shapes(name, y_true.shape, y_pred.shape)
    return [to_numpy(tensor.data).astype("float64") for tensor in (y_true, y_pred)]


def each_weight(sample_weight, values):
    """The weight of each of the `values`, a NumPy array, from those of rows or None."""
    given = 1.0 if sample_weight is None else sample_weight
    return losses.fitted(given, Tensor(values)).data + 0.0 * values


def ratio(part, whole):
    """part / whole, element by element, and 0 where there is nothing."""
    return part / (whole + (whole == 0))
