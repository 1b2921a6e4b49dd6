"""Callbacks: what listens while a model trains."""

import builtins
import math
import sys
import time

from dlcore.errors import did_you_mean, explain, refuse_unknown


class Callback:
    """Base of the callbacks: override the hooks that you need.

    `model` is the model and `params` a dict with "epochs" and "steps", the number
    of batches an epoch. `logs` is a dict of floats: "loss", the metrics, and at the
    end of an epoch "val_loss" and so on.
    """

    model = None
    params = None

    def set_model(self, model):
        """Learn which model is trained."""
        self.model = model

    def set_params(self, params):
        """Learn how long training will be."""
        self.params = params

    def on_train_begin(self, logs=None):
        """Before the first epoch."""

    def on_train_end(self, logs=None):
        """After the last epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        """Before an epoch, counted from 0."""

    def on_epoch_end(self, epoch, logs=None):
        """After an epoch, with its logs."""

    def on_train_batch_begin(self, batch, logs=None):
        """Before a batch, counted from 0."""

    def on_train_batch_end(self, batch, logs=None):
        """After a batch, with the means of the epoch so far."""


HOOKS = [name for name in vars(Callback) if name.startswith("on_")]


class Listeners:
    """Tells callbacks what happens; a hook that nobody overrides costs nothing.

    Args:
        callbacks: list of callbacks.
        model: the model that is trained.
        params: dict of "epochs", "steps" and "verbose".
    """

    def __init__(self, callbacks, model, params):
        for callback in callbacks:
            callback.set_model(model)
            callback.set_params(params)
        self.hearing = {
            hook: [getattr(each, hook) for each in callbacks if overrides(each, hook)]
            for hook in HOOKS
        }
        self.hear_batches = bool(self.hearing["on_train_batch_end"])

    def tell(self, hook, *news):
        """Call the hook of everyone who overrides it."""
        for hear in self.hearing[hook]:
            hear(*news)


def overrides(callback, hook):
    """Whether `callback` has a hook of its own."""
    method = getattr(callback, hook)
    return getattr(method, "__func__", method) is not getattr(Callback, hook)


class History(Callback):
    """Remembers the logs of each epoch; `fit` returns one.

    `history` is a dict of lists of floats, `epoch` the list of epoch numbers.
    """

    def on_train_begin(self, logs=None):
        """Start anew."""
        self.history = {}
        self.epoch = []

    def on_epoch_end(self, epoch, logs=None):
        """Note the logs down."""
        self.epoch.append(epoch)
        for name, value in logs.items():
            self.history.setdefault(name, []).append(value)


class LambdaCallback(Callback):
    """A callback made of functions, each called as the hook of its name.

    Args:
        on_epoch_begin, on_epoch_end: functions of (epoch, logs).
        on_train_begin, on_train_end: functions of (logs).
        on_train_batch_begin, on_train_batch_end: functions of (batch, logs).
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> printer = LambdaCallback(on_epoch_end=lambda epoch, logs: print(epoch))
        >>> printer.on_epoch_end(3, {"loss": 0.5})
        3
    """

    def __init__(
        self,
        on_epoch_begin=None,
        on_epoch_end=None,
        on_train_begin=None,
        on_train_end=None,
        on_train_batch_begin=None,
        on_train_batch_end=None,
        **unknown,
    ):
        refuse_unknown(LambdaCallback, unknown)
        given = {name: value for name, value in locals().items() if name in HOOKS}
        for name, function in given.items():
            if function is not None:
                setattr(self, name, function)


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


class EarlyStopping(Callback):
    """Stops training when a value has stopped getting better (Prechelt 1998).

    Args:
        monitor: the name in the logs that is watched.
        min_delta: how much better counts as better.
        patience: how many epochs without getting better are allowed.
        verbose: 1 to print when training is stopped.
        mode: "min" where smaller is better, "max" where larger is; "auto" takes
            "max" for accuracies, scores and areas, else "min".
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
        optimizer.learning_rate = float(self.schedule(epoch, optimizer.learning_rate))
        if self.verbose:
            print(f"Epoch {epoch + 1}: learning rate {optimizer.learning_rate:g}")

    def on_epoch_end(self, epoch, logs=None):
        """Add the learning rate to the logs."""
        logs["learning_rate"] = self.model.optimizer.learning_rate


def watched(logs, monitor, who):
    """The value in the logs that is watched; raises a ValueError if it is not there."""
    if monitor not in logs:
        raise ValueError(
            f"{who} watches {monitor!r}, which is not there."
            + explain(
                f"one of {', '.join(logs)}",
                repr(monitor),
                "pass validation_data to fit"
                if monitor.startswith("val_")
                else did_you_mean(monitor, logs),
            )
        )
    return logs[monitor]


def direction(monitor, mode):
    """1 where a larger value is better, -1 where a smaller one is; checks `mode`."""
    if mode not in ("auto", "min", "max"):
        raise ValueError(
            "A value gets better by getting smaller or larger."
            + explain('"auto", "min" or "max"', repr(mode), 'leave it out for "auto"')
        )
    if mode == "auto":
        grows = ("acc", "auc", "score", "precision", "recall")
        mode = "max" if any(word in monitor for word in grows) else "min"
    return 1 if mode == "max" else -1


# --- Display --------------------------------------------------------------------------

SECONDS_BETWEEN_UPDATES = 0.2


class Lines(Callback):
    """One line for each epoch."""

    def on_epoch_end(self, epoch, logs=None):
        """Print the epoch and its logs."""
        print(f"Epoch {epoch + 1}/{self.params['epochs']}  {in_words(logs)}")


class Bar(Callback):
    """One line that moves along with the epochs, at most five times a second.

    It is drawn by tqdm where that is installed, else plainly.
    """

    def on_train_begin(self, logs=None):
        """Begin the line."""
        self.shown = -1.0
        self.bar = make_bar(self.params["epochs"])

    def on_epoch_end(self, epoch, logs=None):
        """Move on, if the last time is long enough ago or this is the last epoch."""
        self.last = epoch + 1, logs
        now = time.monotonic()
        if now - self.shown >= SECONDS_BETWEEN_UPDATES:
            self.shown = now
            self.show()

    def on_train_end(self, logs=None):
        """Show the last epoch, and end the line."""
        if logs:
            self.show()
        if self.bar is None:
            print()
        else:
            self.bar.close()

    def show(self):
        """Draw the line for the latest epoch."""
        epoch, logs = self.last
        if self.bar is None:
            text = f"\rEpoch {epoch}/{self.params['epochs']}  {in_words(logs)}"
            print(text, end="", flush=True)
        else:
            self.bar.set_postfix_str(in_words(logs), refresh=False)
            self.bar.update(epoch - self.bar.n)


def make_bar(epochs):
    """A bar by tqdm, or None where it is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm(total=epochs, unit="epoch", mininterval=0, file=sys.stdout)


def in_words(logs):
    """Logs as text.

    Example:
        >>> in_words({"loss": 0.123456, "mae": 2.0})
        'loss: 0.1235  mae: 2'
    """
    return "  ".join(f"{name}: {in_digits(value)}" for name, value in logs.items())


def in_digits(value):
    """A number, or several in brackets, with four digits."""
    if getattr(value, "shape", ()):
        return f"[{', '.join(map(in_digits, value))}]"
    return f"{value:.4g}"


def display(verbose):
    """The callbacks that show progress for `verbose`, which is checked."""
    if verbose == "auto":
        verbose = int(sys.stdout.isatty() or hasattr(builtins, "__IPYTHON__"))
    if verbose not in (0, 1, 2):
        raise ValueError(
            "verbose says how much is shown."
            + explain(
                '0, 1, 2 or "auto"', repr(verbose), "take 0 for nothing, 1 for a bar"
            )
        )
    return [[], [Bar()], [Lines()]][verbose]
