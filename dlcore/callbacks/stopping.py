"""Callbacks that end training: when it is good enough, or has gone astray."""

import math

from dlcore.callbacks.base import Callback
from dlcore.callbacks.monitor import direction, watched
from dlcore.errors import explain, refuse_unknown


class EarlyStopping(Callback):
    """Stops training when a value has stopped getting better (Prechelt 1998).

    Args:
        monitor: the name in the logs that is watched.
        min_delta: how much better counts as better.
        patience: how many epochs without getting better are allowed.
        verbose: 1 to print when training is stopped.
        mode: "min" where smaller is better, "max" where larger is; "auto" takes
            "max" for accuracies, scores and areas, "min" for losses and errors.
        baseline: a value that has to be beaten.
        restore_best_weights: whether to go back to the best epoch's weights.
        start_from_epoch: epochs to wait before watching.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(
        self, monitor="val_loss", min_delta=0, patience=0, verbose=0, mode="auto",
        baseline=None, restore_best_weights=False, start_from_epoch=0, **unknown,
    ):  # fmt: skip
        refuse_unknown(EarlyStopping, unknown)
        self.monitor = monitor
        self.min_delta = abs(min_delta)
        self.patience = patience
        self.verbose = verbose
        self.sign = direction(monitor, mode)
        self.baseline = baseline
        self.restore_best_weights = restore_best_weights
        self.start_from_epoch = start_from_epoch

    def on_train_begin(self, logs=None):
        """Forget what was best."""
        self.best, self.best_weights = -math.inf, None
        self.best_epoch = self.stopped_epoch = self.wait = 0

    def on_epoch_end(self, epoch, logs=None):
        """Compare the watched value with the best so far."""
        value = self.sign * watched(logs, self.monitor, "EarlyStopping")
        if epoch < self.start_from_epoch:
            return
        self.wait += 1
        better = value - self.min_delta > self.best
        if self.restore_best_weights and (better or self.best_weights is None):
            self.best_weights, self.best_epoch = self.model.get_weights(), epoch
        if better:
            self.best, self.best_epoch = value, epoch
            beaten = None if self.baseline is None else self.sign * self.baseline
            if beaten is None or value - self.min_delta > beaten:
                self.wait = 0
        elif self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        """Say when training was stopped, and go back to the best weights."""
        if self.stopped_epoch and self.verbose:
            print(f"Epoch {self.stopped_epoch + 1}: early stopping")
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)


class TerminateOnNaN(Callback):
    """Stops training as soon as the loss is not a finite number.

    Args:
        raise_error: whether to raise a RuntimeError instead of only stopping.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(self, raise_error=False, **unknown):
        refuse_unknown(TerminateOnNaN, unknown)
        self.raise_error = raise_error

    def on_train_batch_end(self, batch, logs=None):
        """Stop, or raise an error, unless the loss is finite."""
        if math.isfinite(logs["loss"]):
            return
        if self.raise_error:
            raise RuntimeError(
                f"Training has gone astray at batch {batch}."
                + explain(
                    "a finite loss",
                    f"a loss of {logs['loss']}",
                    "try a smaller learning rate, and look for NaN in the data",
                )
            )
        self.model.stop_training = True
