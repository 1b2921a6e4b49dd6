"""Who is taken for whom: the confusion matrix, precision, recall, F1, and areas."""

from dlcore.activations import sigmoid
from dlcore.backend import to_numpy, xp_of
from dlcore.errors import explain, whole_number
from dlcore.metrics.base import Metric, compare, each_weight, ratio
from dlcore.tensor import Tensor
from dlcore.utils import to_categorical

NONE_LEFT = -1e10  # a prediction that is not among the best k
EPSILON = 1e-7


def confusion_matrix(y_true, y_pred, num_classes=None):
    """How often a row of one class (down) is taken for another (across).

    Args:
        y_true: class numbers (rows,), or one-hot rows (rows, classes).
        y_pred: the same, or probabilities: of the classes, (rows, classes), or of
            class 1, (rows,) or (rows, 1).
        num_classes: how many classes there are; by default as many as are seen.

    Returns:
        NumPy array of whole numbers (classes, classes).

    Raises:
        ValueError: there are not as many predictions as targets.

    Example:
        >>> confusion_matrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 0]).tolist()
        [[1, 1], [1, 2]]
    """
    true, predicted = class_numbers(y_true), class_numbers(y_pred)
    if true.shape != predicted.shape:
        raise ValueError(
            "Each row needs a target and a prediction."
            + explain(
                f"{len(true)} predictions, as many as targets",
                f"{len(predicted)} predictions",
                "predict for the rows of y_true",
            )
        )
    n = num_classes or int(max(true.max(), predicted.max(), 1)) + 1
    counts = to_categorical(true, n).T @ to_categorical(predicted, n)
    return counts.astype("int64")


def class_numbers(y):
    """The class of each row: that with the largest number, or 1 where above 1/2."""
    y = to_numpy(y.data if isinstance(y, Tensor) else y)
    if y.ndim > 1 and y.shape[-1] > 1:
        return y.argmax(axis=-1).ravel()
    y = y.ravel()
    fractions = (y != y.round()).any()
    return (y > 0.5).astype("int64") if fractions else y.astype("int64")


def scores_by_class(matrix):
    """Precision, recall and F1 of each class, from a confusion matrix.

    Args:
        matrix: (classes, classes), actual classes down, predicted ones across.

    Returns:
        dict of "precision", "recall" and "f1" to NumPy arrays (classes,); what would
        be divided by zero is 0.

    Example:
        >>> scores = scores_by_class([[9, 0, 0], [1, 7, 0], [0, 0, 7]])
        >>> scores["precision"].tolist(), scores["recall"].tolist()
        ([0.9, 1.0, 1.0], [1.0, 0.875, 1.0])
    """
    matrix = to_numpy(matrix).astype("float64")
    right = matrix.diagonal()
    precision = ratio(right, matrix.sum(axis=0))
    recall = ratio(right, matrix.sum(axis=1))
    f1 = ratio(2 * precision * recall, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1}


class Counts(Metric):
    """Base of the metrics that count, for thresholds, who is rightly above and below.

    Args:
        thresholds: one or several; a prediction above it counts as positive.
        top_k: only the k largest predictions of a row count.
        class_id: count for this column alone.
        settings: name: see `Metric`.
    """

    def __init__(self, thresholds=None, top_k=None, class_id=None, **settings):
        super().__init__(**settings)
        if thresholds is None:
            thresholds = 0.5 if top_k is None else NONE_LEFT
        self.limits = to_numpy(thresholds).astype("float64").reshape(-1)
        self.thresholds, self.top_k, self.class_id = thresholds, top_k, class_id

    def reset_state(self):
        """Forget all batches."""
        self.true_positives = self.false_positives = 0.0
        self.true_negatives = self.false_negatives = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets 0 and 1, and predictions, of one shape."""
        y, a = compare(self.name, y_true, y_pred)
        weight = each_weight(sample_weight, y)
        if self.top_k is not None:
            a = best_of(a, self.top_k)
        if self.class_id is not None:
            y, a, weight = (part[..., self.class_id] for part in (y, a, weight))
        above = a.reshape(-1, 1) > self.limits  # (elements, thresholds)
        yes, weight = y.reshape(-1) > 0, weight.reshape(-1)
        self.true_positives += (weight * yes) @ above
        self.false_positives += (weight * ~yes) @ above
        self.false_negatives += (weight * yes) @ ~above
        self.true_negatives += (weight * ~yes) @ ~above

    def each(self, values):
        """One value for each threshold; a float where there is one."""
        values = values + 0.0 * self.limits
        return float(values[0]) if len(values) == 1 else values


def best_of(a, k):
    """The k largest of each row; the others out of every threshold's reach."""
    order = (-a).argsort(axis=-1, kind="stable").argsort(axis=-1)
    return a * (order < k) + NONE_LEFT * (order >= k)


class Precision(Counts):
    """The share of right ones among those predicted to be positive.

    Example:
        >>> Precision()([[1.0], [0.0], [1.0]], [[0.9], [0.8], [0.2]])
        0.5
    """

    def result(self):
        """True positives / (true + false positives)."""
        predicted = self.true_positives + self.false_positives
        return self.each(ratio(self.true_positives, predicted))


class Recall(Counts):
    """The share of found ones among those that are positive.

    Example:
        >>> Recall()([[1.0], [0.0], [1.0]], [[0.9], [0.8], [0.2]])
        0.5
    """

    def result(self):
        """True positives / (true positives + false negatives)."""
        actual = self.true_positives + self.false_negatives
        return self.each(ratio(self.true_positives, actual))


class AUC(Counts):
    """The area under a curve of many thresholds: 1 for perfect order, 1/2 for none.

    "ROC" has the share of negatives above the threshold across, that of positives up;
    "PR" has recall across and precision up (Davis and Goadrich 2006).

    Args:
        num_thresholds: how many thresholds, evenly from 0 to 1.
        curve: "ROC" or "PR".
        thresholds: own thresholds between 0 and 1 instead.
        from_logits: whether predictions are what goes into the sigmoid.
        settings: name: see `Metric`.

    Example:
        >>> round(AUC()([0, 0, 1, 1], [0.1, 0.4, 0.3, 0.8]), 4)
        0.75
    """

    refuses = ("top_k", "class_id")

    def __init__(
        self, num_thresholds=200, curve="ROC", thresholds=None, from_logits=False,
        **settings,
    ):  # fmt: skip
        if curve not in ("ROC", "PR"):
            raise ValueError(
                f"Unknown curve {curve!r}."
                + explain('"ROC" or "PR"', repr(curve), "leave it out for ROC")
            )
        inner = thresholds
        if inner is None:
            last = whole_number("num_thresholds", num_thresholds, 2) - 1
            inner = [number / last for number in range(1, last)]
        limits = [-EPSILON, *sorted(inner), 1 + EPSILON]
        super().__init__(limits, **settings)
        self.num_thresholds, self.curve = len(limits), curve
        self.thresholds, self.from_logits = thresholds, from_logits

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: targets 0 and 1, and predictions, of one shape."""
        if self.from_logits:
            y_pred = sigmoid(y_pred)
        super().update_state(y_true, y_pred, sample_weight)

    def result(self):
        """The area over all batches so far."""
        if self.curve == "PR":
            return float(self.area_of_precision())
        positives = self.true_positives + self.false_negatives
        negatives = self.false_positives + self.true_negatives
        recall = self.each(ratio(self.true_positives, positives))
        fall_out = self.each(ratio(self.false_positives, negatives))
        widths = fall_out[:-1] - fall_out[1:]
        return float((widths * (recall[:-1] + recall[1:])).sum() / 2)

    def area_of_precision(self):
        """The area under precision by recall, between thresholds along a hyperbola."""
        true = self.each(self.true_positives)
        above = true + self.false_positives
        slope = ratio(true[:-1] - true[1:], above[:-1] - above[1:])
        start = true[1:] - slope * above[1:]
        growth = ratio(above[:-1], above[1:])
        growth = growth + (growth == 0)  # log 1 where there is none above
        parts = slope * (true[:-1] - true[1:] + start * xp_of(growth).log(growth))
        return ratio(parts, (true + self.false_negatives)[1:]).sum()


class F1Score(Metric):
    """The harmonic mean of precision and recall, of each class (van Rijsbergen 1979).

    Args:
        average: None: an array with one value for each class; "macro": their mean;
            "weighted": their mean weighted by how often each class occurs; "micro":
            one value from the counts of all classes.
        threshold: predictions above it count as positive; by default a row's largest.
        settings: name: see `Metric`.

    Example:
        >>> y_true, y_pred = [[1.0], [0.0], [1.0]], [[0.9], [0.8], [0.2]]
        >>> F1Score(threshold=0.5)(y_true, y_pred).round(4).tolist()
        [0.5]
    """

    def __init__(self, average=None, threshold=None, **settings):
        if average not in (None, "micro", "macro", "weighted"):
            raise ValueError(
                f"Unknown average {average!r}."
                + explain(
                    'None, "micro", "macro" or "weighted"',
                    repr(average),
                    "leave it out for one value for each class",
                )
            )
        super().__init__(**settings)
        self.average, self.threshold = average, threshold

    def reset_state(self):
        """Forget all batches."""
        self.right = self.predicted = self.actual = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add a batch: one-hot targets and predictions, both (batch, classes)."""
        y, a = compare(self.name, y_true, y_pred)
        weight = each_weight(sample_weight, y[:, 0])
        if self.threshold is None:
            chosen = (a >= a.max(axis=-1, keepdims=True)) & (abs(a) > 1e-9)
        else:
            chosen = a > self.threshold
        self.right += weight @ (chosen * y)
        self.predicted += weight @ chosen
        self.actual += weight @ y

    def result(self):
        """The score over all batches so far."""
        right, predicted, actual = self.right, self.predicted, self.actual
        if self.average == "micro":
            right, predicted, actual = right.sum(), predicted.sum(), actual.sum()
        precision, recall = right / (predicted + EPSILON), right / (actual + EPSILON)
        f1 = 2 * precision * recall / (precision + recall + EPSILON)
        if self.average == "weighted":
            return float((f1 * actual).sum() / (actual.sum() + EPSILON))
        return f1 if self.average is None else float(f1.mean())
