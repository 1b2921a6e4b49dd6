"""Metrics: what is reported beside the loss, over all rows of an epoch."""

from dlcore.errors import explain
from dlcore.lookup import look_up, snake_case
from dlcore.metrics.accuracy import (
    Accuracy,
    AccuracyByShape,
    BinaryAccuracy,
    CategoricalAccuracy,
    SparseCategoricalAccuracy,
    SparseTopKCategoricalAccuracy,
    TopKCategoricalAccuracy,
)
from dlcore.metrics.base import FunctionMetric, Mean, Metric, RowMean
from dlcore.metrics.confusion import (
    AUC,
    F1Score,
    Precision,
    Recall,
    confusion_matrix,
    scores_by_class,
)
from dlcore.metrics.regression import (
    MeanAbsoluteError,
    MeanSquaredError,
    R2Score,
    RootMeanSquaredError,
)

CLASSES = (
    BinaryAccuracy,
    CategoricalAccuracy,
    SparseCategoricalAccuracy,
    TopKCategoricalAccuracy,
    SparseTopKCategoricalAccuracy,
    Precision,
    Recall,
    F1Score,
    AUC,
    MeanSquaredError,
    RootMeanSquaredError,
    MeanAbsoluteError,
    Mean,
    R2Score,
)
SHORT = {
    "accuracy": AccuracyByShape,
    "acc": AccuracyByShape,
    "mse": MeanSquaredError,
    "rmse": RootMeanSquaredError,
    "mae": MeanAbsoluteError,
}
NAMES = SHORT | {snake_case(kind.__name__): kind for kind in CLASSES}

__all__ = [
    "AUC",
    "Accuracy",
    "AccuracyByShape",
    "BinaryAccuracy",
    "CategoricalAccuracy",
    "F1Score",
    "FunctionMetric",
    "Mean",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "Metric",
    "Precision",
    "R2Score",
    "Recall",
    "RootMeanSquaredError",
    "RowMean",
    "SparseCategoricalAccuracy",
    "SparseTopKCategoricalAccuracy",
    "TopKCategoricalAccuracy",
    "confusion_matrix",
    "get",
    "scores_by_class",
    "several",
]


def get(identifier):
    """The metric for a name, which becomes its key, an object, class or function."""
    metric = look_up("metric", identifier, NAMES)
    if not isinstance(metric, Metric):
        return FunctionMetric(metric)
    if isinstance(identifier, str):
        metric.name = identifier
    return metric


def several(identifiers):
    """The metrics for a list of identifiers; names that are taken are numbered.

    Raises:
        TypeError: it is no list.

    Example:
        >>> [metric.name for metric in several(["mse", Recall(), Recall(class_id=1)])]
        ['mse', 'recall', 'recall_1']
    """
    if not isinstance(identifiers, list | tuple):
        raise TypeError(
            "There may be several metrics."
            + explain(
                'a list, such as ["accuracy"]',
                repr(identifiers),
                "put it into a list: metrics=[...]",
            )
        )
    metrics, taken = [], {"loss"}
    for metric in map(get, identifiers):
        stem, number = metric.name, 0
        while metric.name in taken:
            number += 1
            metric.name = f"{stem}_{number}"
        taken.add(metric.name)
        metrics.append(metric)
    return metrics
