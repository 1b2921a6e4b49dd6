"""Accuracies: the share of predictions that are right."""

from dlcore.backend import xp_of
from dlcore.errors import whole_number
from dlcore.losses import targets
from dlcore.metrics.base import RowMean
from dlcore.tensor import Tensor


class Accuracy(RowMean):
    """The share of predictions that are equal to their targets.

    Example:
        >>> Accuracy()([1, 2, 3, 4], [1, 2, 3, 0])
        0.75
    """

    def call(self, y_true, y_pred):
        """1 for each element that is right, else 0."""
        return right(y_true.data == y_pred.data, y_pred)


class BinaryAccuracy(RowMean):
    """The share of outputs that lie on the right side of a threshold.

    Args:
        threshold: predictions above it count as 1, others as 0.
        settings: name: see `Metric`.

    Example:
        >>> BinaryAccuracy()([[1.0], [0.0]], [[0.9], [0.7]])
        0.5
    """

    def __init__(self, threshold=0.5, **settings):
        super().__init__(**settings)
        self.threshold = threshold

    def call(self, y_true, y_pred):
        """The share of each row's outputs that are right."""
        xp = xp_of(y_pred.data)
        positive = xp.astype(y_pred.data > self.threshold, y_true.data.dtype)
        return right(positive == y_true.data, y_pred)


class CategoricalAccuracy(RowMean):
    """The share of rows whose largest prediction is that of the right class.

    Targets are one-hot rows, of the shape of the predictions.

    Example:
        >>> CategoricalAccuracy()([[0.0, 1.0], [1.0, 0.0]], [[0.2, 0.8], [0.4, 0.6]])
        0.5
    """

    def call(self, y_true, y_pred):
        """1 for each row that is right, else 0."""
        xp = xp_of(y_pred.data)
        label = xp.argmax(y_true.data, axis=-1)
        return right(label == xp.argmax(y_pred.data, axis=-1), y_pred)


class SparseCategoricalAccuracy(RowMean):
    """The share of rows whose largest prediction is that of the right class.

    Targets are class numbers, (batch,) or (batch, 1).

    Example:
        >>> SparseCategoricalAccuracy()([1, 0], [[0.2, 0.8], [0.4, 0.6]])
        0.5
    """

    def check(self, y_true, y_pred):
        """Refuse targets that are not one number for each row."""
        targets.class_numbers(self.name, y_true, y_pred, axis=-1)

    def call(self, y_true, y_pred):
        """1 for each row that is right, else 0."""
        xp = xp_of(y_pred.data)
        labels = targets.class_numbers(self.name, y_true, y_pred, axis=-1)
        best = xp.astype(xp.argmax(y_pred.data, axis=-1), labels.dtype)
        return right(labels == best, y_pred)


class TopKCategoricalAccuracy(RowMean):
    """The share of rows where the right class is among the k largest predictions.

    Args:
        k: how many predictions count.
        settings: name: see `Metric`.

    Example:
        >>> TopKCategoricalAccuracy(k=2)([[0.0, 1.0, 0.0]], [[0.5, 0.3, 0.2]])
        1.0
    """

    def __init__(self, k=5, **settings):
        super().__init__(**settings)
        self.k = whole_number("k", k)

    def call(self, y_true, y_pred):
        """1 for each row that is right, else 0."""
        xp = xp_of(y_pred.data)
        labels = xp.astype(xp.argmax(y_true.data, axis=-1), y_pred.data.dtype)
        return among_best(self.name, labels, y_pred, self.k)


class SparseTopKCategoricalAccuracy(TopKCategoricalAccuracy):
    """As `TopKCategoricalAccuracy`, for targets that are class numbers.

    Example:
        >>> SparseTopKCategoricalAccuracy(k=2)([2], [[0.5, 0.3, 0.2]])
        0.0
    """

    def check(self, y_true, y_pred):
        """Refuse targets that are not one number for each row."""
        targets.class_numbers(self.name, y_true, y_pred, axis=-1)

    def call(self, y_true, y_pred):
        """1 for each row that is right, else 0."""
        labels = targets.class_numbers(self.name, y_true, y_pred, axis=-1)
        return among_best(self.name, labels, y_pred, self.k)


class AccuracyByShape(RowMean):
    """What metrics=["accuracy"] stands for, by the shapes of targets and predictions.

    One output: `BinaryAccuracy`; class numbers: `SparseCategoricalAccuracy`; one-hot
    rows: `CategoricalAccuracy`.
    """

    meant = None

    def check(self, y_true, y_pred):
        """Leave it to the accuracy that is meant."""
        kind = kind_of_accuracy(y_true.data.shape, y_pred.data.shape)
        if type(self.meant) is not kind:
            self.meant = kind(name=self.name)
        self.meant.check(y_true, y_pred)

    def call(self, y_true, y_pred):
        """How much of each row is right."""
        return self.meant.call(y_true, y_pred)


def kind_of_accuracy(true, predicted):
    """The class of the accuracy that fits these shapes, chosen as Keras does."""
    if predicted[-1] == 1:
        return BinaryAccuracy
    if len(true) < len(predicted) or true[-1] == 1:
        return SparseCategoricalAccuracy
    return CategoricalAccuracy


def right(matches, y_pred):
    """Matches as numbers, one for each row: the mean over a last axis of outputs."""
    xp = xp_of(matches)
    values = xp.astype(matches, y_pred.data.dtype)
    of_outputs = len(values.shape) > 1 and values.shape == y_pred.data.shape
    return Tensor(xp.mean(values, axis=-1) if of_outputs else values)


def among_best(name, labels, y_pred, k):
    """1 for each row with fewer than k predictions above that of its label, else 0.

    Args:
        name: of the metric, for messages.
        labels: class numbers (batch,).
        y_pred: predictions (batch, classes).
        k: how many predictions count.
    """
    a = y_pred.data
    xp = xp_of(a)
    one_hot = targets.one_hot(name, labels, a.shape[-1])
    own = xp.sum(one_hot * a, axis=-1, keepdims=True)
    above = xp.sum(xp.astype(a > own, a.dtype), axis=-1)
    return right(above < k, y_pred)
