"""Losses that ask for a margin: being right by less than 1 still costs."""

from dlcore import ops
from dlcore.backend import xp_of
from dlcore.errors import explain
from dlcore.losses.base import Loss, matched
from dlcore.tensor import Tensor


def hinge(y_true, y_pred):
    """The mean of max(1 - y_true y_pred, 0) over the last axis.

    Args:
        y_true: labels -1 and 1, or 0 and 1, which are taken for -1 and 1.
        y_pred: scores of the same shape, positive for class 1.

    Example:
        >>> hinge([[1.0, -1.0, 1.0]], [[0.8, -0.3, -0.5]]).data.round(4).tolist()
        [0.8]
    """
    y_true, y_pred = matched("hinge", y_true, y_pred)
    return ops.mean(ops.relu(1.0 - signs("hinge", y_true) * y_pred), axis=-1)


def squared_hinge(y_true, y_pred):
    """The mean of max(1 - y_true y_pred, 0)² over the last axis, as for `hinge`."""
    y_true, y_pred = matched("squared_hinge", y_true, y_pred)
    missing = ops.relu(1.0 - signs("squared_hinge", y_true) * y_pred)
    return ops.mean(missing * missing, axis=-1)


def categorical_hinge(y_true, y_pred):
    """max(best wrong score - right score + 1, 0), for one-hot rows y_true.

    Example:
        >>> loss = categorical_hinge([[0.0, 1.0, 0.0]], [[0.2, 0.3, 0.5]])
        >>> loss.data.round(4).tolist()
        [1.2]
    """
    y_true, y_pred = matched("categorical_hinge", y_true, y_pred)
    right = ops.sum(y_true * y_pred, axis=-1)
    wrong = ops.max((1.0 - y_true) * y_pred, axis=-1)
    return ops.relu(wrong - right + 1.0)


def signs(name, y_true):
    """Labels as -1 and 1; others than these or 0 and 1 are refused with an error."""
    y = y_true.data
    xp = xp_of(y)
    if float(xp.max(xp.abs(y * y - xp.abs(y)))) > 0:
        raise ValueError(
            f"{name}: these are not the labels of two classes."
            + explain(
                "labels -1 and 1, or 0 and 1",
                f"numbers from {float(xp.min(y)):g} to {float(xp.max(y)):g}",
                "number the two classes 0 and 1",
            )
        )
    return Tensor(2.0 * y - 1.0) if float(xp.min(y)) >= 0 else y_true


class Hinge(Loss):
    """The mean of max(1 - y_true y_pred, 0): the support-vector margin.

    Labels are -1 and 1, or 0 and 1 (Cortes and Vapnik 1995).
    """

    def call(self, y_true, y_pred):
        """One value for each row."""
        return hinge(y_true, y_pred)


class SquaredHinge(Loss):
    """The mean of max(1 - y_true y_pred, 0)²; labels as for `Hinge`."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return squared_hinge(y_true, y_pred)


class CategoricalHinge(Loss):
    """max(best wrong score - right score + 1, 0), for one-hot targets."""

    def call(self, y_true, y_pred):
        """One value for each row."""
        return categorical_hinge(y_true, y_pred)
