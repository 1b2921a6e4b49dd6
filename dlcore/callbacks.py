"""Callbacks: what listens while a model trains."""

import math

from dlcore.errors import refuse_unknown


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
    """For each hook, the callbacks that override it; the rest costs nothing."""

    def __init__(self, callbacks, model, params):
        for callback in callbacks:
            callback.set_model(model)
            callback.set_params(params)
        for hook in HOOKS:
            setattr(self, hook, [getattr(c, hook) for c in callbacks if hears(c, hook)])


def hears(callback, hook):
    """Whether `callback` overrides `hook`."""
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

    Example:
        >>> LambdaCallback(on_epoch_end=lambda epoch, logs: print(logs["loss"]))
        ... # doctest: +ELLIPSIS
        <dlcore.callbacks.LambdaCallback object at ...>
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
        raise_error: raise an error instead of only stopping.
    """

    def __init__(self, raise_error=False, **unknown):
        refuse_unknown(TerminateOnNaN, unknown)
        self.raise_error = raise_error

    def on_train_batch_end(self, batch, logs=None):
        """Look at the loss."""
        if not math.isfinite(logs["loss"]):
            if self.raise_error:
                raise RuntimeError(f"The loss is {logs['loss']} after batch {batch}.")
            self.model.stop_training = True


def display(verbose):
    """The callbacks that show progress: none for 0."""
    return []
