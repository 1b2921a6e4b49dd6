"""Losses for classes: how little probability the right class was given.

Where predictions come straight from a softmax or sigmoid, the loss is calculated from
what went into that activation: nothing is cut off, and delta is a - y.
"""

from dlcore import ops
from dlcore.backend import xp_of
from dlcore.errors import share
from dlcore.losses import targets
from dlcore.losses.base import EPSILON, Loss, beside, matched
from dlcore.ops.activation import Sigmoid, Softmax
from dlcore.tensor import Tensor


def categorical_crossentropy(
    y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1
):
    """-Σ y_true log y_pred over the classes: one value for each row.

    Args:
        y_true: one-hot rows (batch, classes), or how likely each class is.
        y_pred: probabilities (batch, classes).
        from_logits: whether y_pred is what goes into softmax instead.
        label_smoothing: share of y_true that is spread evenly over the classes, along
            `axis`; Keras takes their number from the last axis, whatever `axis` is.
        axis: that of the classes.

    Example:
        >>> y_true, y_pred = [[0.0, 1.0, 0.0]], [[0.2, 0.3, 0.5]]
        >>> categorical_crossentropy(y_true, y_pred).data.round(4).tolist()
        [1.204]
    """
    name = "categorical_crossentropy"
    y_true, y_pred = beside(y_true, y_pred)
    targets.check_one_hot(name, y_true, y_pred)
    if label_smoothing:
        spread = label_smoothing / y_true.shape[axis]
        y_true = y_true * (1.0 - label_smoothing) + spread
    return crossentropy(name, y_true, y_pred, from_logits, axis)


def sparse_categorical_crossentropy(
    y_true, y_pred, from_logits=False, ignore_class=None, axis=-1
):
    """-log of the probability that y_pred gives to the class y_true, for each row.

    Args:
        y_true: class numbers from 0 up, (batch,) or (batch, 1).
        y_pred: probabilities (batch, classes).
        from_logits: whether y_pred is what goes into softmax instead.
        ignore_class: the class number of rows that cost nothing; the `mask` of what
            is returned says which rows count.
        axis: that of the classes.

    Example:
        >>> loss = sparse_categorical_crossentropy([1], [[0.2, 0.3, 0.5]])
        >>> loss.data.round(4).tolist()
        [1.204]
    """
    y_true, y_pred = beside(y_true, y_pred)
    name = "sparse_categorical_crossentropy"
    labels = targets.class_numbers(name, y_true, y_pred, axis)
    if ignore_class is not None:
        xp, counts = xp_of(labels), labels != ignore_class
        labels = xp.where(counts, labels, 0.0)
    one_hot = Tensor(targets.one_hot(name, labels, y_pred.data.shape[axis], axis))
    rows = crossentropy(name, one_hot, y_pred, from_logits, axis)
    if ignore_class is not None:
        rows = ops.where(counts, rows, 0.0)
        rows.mask = counts
    return rows


def crossentropy(name, target, y_pred, from_logits, axis):
    """The cross-entropy of each row, from targets that are checked.

    Args:
        name: the loss, for messages.
        target: one-hot rows, or how likely each class is.
        y_pred, from_logits, axis: as for `categorical_crossentropy`.
    """
    z = y_pred if from_logits else before_softmax(y_pred, axis)
    if z is not None:
        return ops.softmax_crossentropy(z, target, axis)
    targets.check_probabilities(name, y_pred, "softmax")
    total = ops.sum(y_pred, axis=axis, keepdims=True)
    a = y_pred / ops.where(total.data == 0, 1.0, total)  # nothing likely: no 0 / 0
    log_a = ops.log(ops.clip(a, EPSILON, 1.0 - EPSILON))
    return -ops.sum(target * log_a, axis=axis)


def binary_crossentropy(
    y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1
):
    """The mean of -y_true log y_pred - (1 - y_true) log(1 - y_pred) over an axis.

    Args:
        y_true: 0 or 1 for each output, (batch, outputs).
        y_pred: probabilities of 1, of the same shape.
        from_logits: whether y_pred is what goes into the sigmoid instead.
        label_smoothing: how far 0 and 1 are moved, in all, towards 1/2.
        axis: the mean is taken over it.

    Example:
        >>> binary_crossentropy([[1.0], [1.0]], [[0.45], [0.1]]).data.round(3).tolist()
        [0.799, 2.303]
    """
    y_true, y_pred = matched("binary_crossentropy", y_true, y_pred)
    targets.check_zero_to_one("binary_crossentropy", y_true)
    if label_smoothing:
        y_true = y_true * (1.0 - label_smoothing) + 0.5 * label_smoothing
    z = y_pred if from_logits else before(Sigmoid, y_pred)
    if z is not None:
        return ops.mean(ops.sigmoid_crossentropy(z, y_true), axis=axis)
    targets.check_probabilities("binary_crossentropy", y_pred, "sigmoid")
    a = ops.clip(y_pred, EPSILON, 1.0 - EPSILON)
    return -ops.mean(y_true * ops.log(a) + (1.0 - y_true) * ops.log(1.0 - a), axis=axis)


def kl_divergence(y_true, y_pred):
    """Σ y_true log(y_true / y_pred): how far one distribution is from another.

    Example:
        >>> loss = kl_divergence([[0.7, 0.2, 0.1]], [[0.5, 0.3, 0.2]])
        >>> loss.data.round(4).tolist()
        [0.0851]
    """
    y_true, y_pred = matched("kl_divergence", y_true, y_pred)
    y_true = ops.clip(y_true, EPSILON, 1.0)
    y_pred = ops.clip(y_pred, EPSILON, 1.0)
    return ops.sum(y_true * ops.log(y_true / y_pred), axis=-1)


def before(activation, y_pred):
    """What an activation made `y_pred` from, or None if something else made it."""
    return y_pred.op.inputs[0] if isinstance(y_pred.op, activation) else None


def before_softmax(y_pred, axis):
    """What softmax along `axis` made `y_pred` from, or None."""
    z, rank = before(Softmax, y_pred), len(y_pred.data.shape)
    return z if z is not None and (y_pred.op.axis - axis) % rank == 0 else None


class CategoricalCrossentropy(Loss):
    """-Σ y_true log y_pred, for one-hot targets (Good 1952).

    Args:
        from_logits: whether predictions are what goes into softmax.
        label_smoothing: share of the targets that is spread over all classes.
        axis: that of the classes.
        reduction: see `Loss`.
        settings: name: see `Loss`.
    """

    def __init__(
        self, from_logits=False, label_smoothing=0.0, axis=-1,
        reduction="sum_over_batch_size", **settings,
    ):  # fmt: skip
        super().__init__(reduction, **settings)
        self.from_logits, self.axis = from_logits, axis
        self.label_smoothing = share("label_smoothing", label_smoothing, 0.1)

    def check(self, y_true, y_pred):
        """Leave it to the function."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return categorical_crossentropy(
            y_true, y_pred, self.from_logits, self.label_smoothing, self.axis
        )


class SparseCategoricalCrossentropy(Loss):
    """-log of the probability of the right class, for targets that are class numbers.

    Args:
        from_logits: whether predictions are what goes into softmax.
        ignore_class: the class number of rows that do not count.
        axis: that of the classes.
        reduction: see `Loss`; the mean is over the rows that count.
        settings: name: see `Loss`.
    """

    def __init__(
        self, from_logits=False, ignore_class=None, reduction="sum_over_batch_size",
        axis=-1, **settings,
    ):  # fmt: skip
        super().__init__(reduction, **settings)
        self.from_logits, self.ignore_class = from_logits, ignore_class
        self.axis = axis

    def check(self, y_true, y_pred):
        """Leave it to the function."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return sparse_categorical_crossentropy(
            y_true, y_pred, self.from_logits, self.ignore_class, self.axis
        )


class BinaryCrossentropy(Loss):
    """-y_true log y_pred - (1 - y_true) log(1 - y_pred), for yes or no (Good 1952).

    Args:
        from_logits: whether predictions are what goes into the sigmoid.
        label_smoothing: how far 0 and 1 are moved, in all, towards 1/2.
        axis: the mean over it is the value of a row.
        reduction: see `Loss`.
        settings: name: see `Loss`.
    """

    def __init__(
        self, from_logits=False, label_smoothing=0.0, axis=-1,
        reduction="sum_over_batch_size", **settings,
    ):  # fmt: skip
        super().__init__(reduction, **settings)
        self.from_logits, self.axis = from_logits, axis
        self.label_smoothing = share("label_smoothing", label_smoothing, 0.1)

    def call(self, y_true, y_pred):
        """One value for each row."""
        return binary_crossentropy(
            y_true, y_pred, self.from_logits, self.label_smoothing, self.axis
        )


class KLDivergence(Loss):
    """Σ y_true log(y_true / y_pred), for distributions (Kullback and Leibler 1951)."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return kl_divergence(y_true, y_pred)
