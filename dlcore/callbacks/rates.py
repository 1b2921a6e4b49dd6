"""Callbacks that change the learning rate: by the epoch, or on a plateau."""

import math

from dlcore.callbacks.base import Callback
from dlcore.callbacks.monitor import direction, watched
from dlcore.errors import explain, refuse_unknown


class LearningRateScheduler(Callback):
    """Sets the learning rate before each epoch.

    Args:
        schedule: function of (epoch, learning rate) to the learning rate.
        verbose: 1 to print it.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(self, schedule, verbose=0, **unknown):
        refuse_unknown(LearningRateScheduler, unknown)
        self.schedule = schedule
        self.verbose = verbose

    def on_epoch_begin(self, epoch, logs=None):
        """Set the learning rate."""
        optimizer = self.model.optimizer
        rate = rate_of(optimizer, "LearningRateScheduler")
        optimizer.learning_rate = float(self.schedule(epoch, rate))
        if self.verbose:
            print(f"Epoch {epoch + 1}: learning rate {optimizer.learning_rate:g}")

    def on_epoch_end(self, epoch, logs=None):
        """Add the learning rate to the logs."""
        logs["learning_rate"] = self.model.optimizer.learning_rate


class ReduceLROnPlateau(Callback):
    """Makes the learning rate smaller when a value has stopped getting better.

    Args:
        monitor: the name in the logs that is watched.
        factor: the learning rate is multiplied by it, 0 to below 1.
        patience: how many epochs without getting better are allowed.
        verbose: 1 to print when the rate is changed.
        mode: "min", "max" or "auto", as for `EarlyStopping`.
        min_delta: how much better counts as better.
        cooldown: epochs to wait after a change before watching again.
        min_lr: the smallest learning rate.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(
        self, monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto",
        min_delta=0.0001, cooldown=0, min_lr=0.0, **unknown,
    ):  # fmt: skip
        refuse_unknown(ReduceLROnPlateau, unknown)
        if not 0 <= factor < 1:
            raise ValueError(
                "ReduceLROnPlateau makes the learning rate smaller."
                + explain("a factor from 0 to below 1", repr(factor), "take 0.1")
            )
        self.monitor, self.factor, self.patience = monitor, factor, patience
        self.verbose, self.sign = verbose, direction(monitor, mode)
        self.min_delta, self.cooldown, self.min_lr = abs(min_delta), cooldown, min_lr

    def on_train_begin(self, logs=None):
        """Forget what was best."""
        self.best, self.wait, self.cooling = -math.inf, 0, 0

    def on_epoch_end(self, epoch, logs=None):
        """Compare the watched value with the best so far, and change the rate."""
        optimizer = self.model.optimizer
        logs["learning_rate"] = rate_of(optimizer, "ReduceLROnPlateau")
        value = self.sign * watched(logs, self.monitor, "ReduceLROnPlateau")
        if self.cooling:
            self.cooling -= 1
            self.wait = 0
        if value - self.min_delta > self.best:
            self.best, self.wait = value, 0
        elif not self.cooling:
            self.wait += 1
            if self.wait >= self.patience and optimizer.learning_rate > self.min_lr:
                self.reduce(optimizer, epoch)

    def reduce(self, optimizer, epoch):
        """Make the rate smaller, and say so."""
        smaller = optimizer.learning_rate * self.factor
        optimizer.learning_rate = max(smaller, self.min_lr)
        self.wait, self.cooling = 0, self.cooldown
        if self.verbose:
            rate = optimizer.learning_rate
            print(f"Epoch {epoch + 1}: learning rate reduced to {rate:g}")


def rate_of(optimizer, who):
    """The learning rate, checked to be a number that can be set."""
    if callable(optimizer.learning_rate):
        raise ValueError(
            f"{who} cannot set the learning rate: a schedule does."
            + explain(
                "an optimizer with a number for its learning rate",
                f"{type(optimizer.learning_rate).__name__}",
                f"use either the schedule or {who}",
            )
        )
    return optimizer.learning_rate
