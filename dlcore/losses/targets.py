"""Checks of what classification losses are given: labels, one-hot rows, probabilities.

Labels that are out of range would index nothing, or the wrong thing; numbers that are
no probabilities have no logarithm. Both are said here, not by an array library.
"""

from dlcore.backend import arange, xp_of
from dlcore.errors import explain
from dlcore.losses.base import refuse_shapes

TOLERANCE = 1e-3  # rounding may bring probabilities a little above 1


def check_one_hot(name, y_true, y_pred):
    """Refuse targets that are not one row of shares for each row of predictions."""
    true, predicted = tuple(y_true.data.shape), tuple(y_pred.data.shape)
    if true == predicted:
        check_zero_to_one(name, y_true)
        return
    if true in (predicted[:-1], (*predicted[:-1], 1)):
        raise ValueError(
            f"{name}: these targets are class numbers, not one-hot rows."
            + explain(
                f"y_true of shape {predicted}, one column for each class",
                f"y_true of shape {true}",
                "use loss='sparse_categorical_crossentropy', or to_categorical(y)",
            )
        )
    refuse_shapes(name, true, predicted)


def class_numbers(name, y_true, y_pred, axis):
    """The labels as an array without an axis of classes.

    Args:
        name: the loss, for messages.
        y_true, y_pred: targets and predictions.
        axis: that of the classes in `y_pred`.

    Raises:
        ValueError: the targets are one-hot rows, or of yet another shape.
    """
    true, predicted = tuple(y_true.data.shape), tuple(y_pred.data.shape)
    axis %= len(predicted)
    rows = (*predicted[:axis], *predicted[axis + 1 :])
    if true == rows:
        return y_true.data
    if true == (*predicted[:axis], 1, *predicted[axis + 1 :]):
        return xp_of(y_true.data).reshape(y_true.data, rows)
    if true == predicted:
        raise ValueError(
            f"{name}: these targets are one-hot rows, not class numbers."
            + explain(
                f"y_true of shape {rows}, whole numbers from 0 up",
                f"y_true of shape {true}",
                f"use {name.replace('sparse_', '')!r}, or y.argmax(axis=1)",
            )
        )
    return refuse_shapes(name, true, rows)


def one_hot(name, labels, n, axis=-1):
    """A row of n zeros and a one for each label; labels out of range are refused.

    Args:
        name: the loss, for the message.
        labels: array (batch, ...) of whole numbers from 0 to n - 1.
        n: number of classes.
        axis: where the classes go.

    Raises:
        ValueError: a label is no whole number from 0 to n - 1.
    """
    xp = xp_of(labels)
    numbers = xp.astype(arange(n, like=labels), labels.dtype)
    rows = xp.astype(labels[..., None] == numbers, labels.dtype)
    if float(xp.sum(rows)) != labels.size:
        raise ValueError(
            f"{name}: these are not the numbers of {n} classes."
            + explain(
                f"whole numbers from 0 to {n - 1}",
                f"numbers from {float(xp.min(labels)):g} to {float(xp.max(labels)):g}",
                "number the classes 0, 1, 2, ..., and give the last layer one unit "
                "for each",
            )
        )
    return xp.moveaxis(rows, -1, axis)


def check_zero_to_one(name, y_true):
    """Refuse targets below 0 or above 1: they are no probabilities."""
    low, high = extremes(y_true)
    if low < -TOLERANCE or high > 1 + TOLERANCE:
        raise ValueError(
            f"{name}: these targets are no probabilities."
            + explain(
                "numbers from 0 to 1",
                f"numbers from {low:g} to {high:g}",
                "scale the targets, or number the two classes 0 and 1",
            )
        )


def check_probabilities(name, y_pred, activation):
    """Refuse predictions below 0 or above 1: the last activation is missing."""
    low, high = extremes(y_pred)
    if low < -TOLERANCE or high > 1 + TOLERANCE:
        raise ValueError(
            f"{name}: these predictions are no probabilities."
            + explain(
                "numbers from 0 to 1",
                f"numbers from {low:g} to {high:g}",
                f"give the last layer activation={activation!r}, or the loss "
                "from_logits=True",
            )
        )


def extremes(tensor):
    """The smallest and the largest number of a tensor."""
    xp = xp_of(tensor.data)
    return float(xp.min(tensor.data)), float(xp.max(tensor.data))
