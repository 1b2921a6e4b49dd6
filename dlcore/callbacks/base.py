"""What all callbacks have in common, who tells them, and those that only listen."""

from dlcore.errors import explain, refuse_unknown


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


# How hooks of Keras begin that nobody calls here.
UNHEARD = ("on_batch_", "on_predict_", "on_test_")


def listed(callbacks):
    """One callback, several or None as a list; refuse what will hear nothing.

    Raises:
        TypeError: one is no callback, such as a class that was not called.
        ValueError: one has a hook of Keras that `fit` of dlcore does not call.
    """
    if not isinstance(callbacks, list | tuple):
        callbacks = [] if callbacks is None else [callbacks]
    for each in callbacks:
        if not isinstance(each, Callback):
            raise TypeError(
                "This is no callback."
                + explain(
                    "objects such as EarlyStopping(), alone or in a list",
                    f"{each!r} ({type(each).__name__})",
                    "call the class, or use LambdaCallback for a function",
                )
            )
        unheard = [name for name in dir(each) if name.startswith(UNHEARD)]
        if unheard:
            raise ValueError(
                f"{type(each).__name__} waits for what nobody tells."
                + explain(
                    f"hooks among {', '.join(HOOKS)}",
                    unheard[0],
                    "take on_train_batch_end or on_epoch_end",
                )
            )
    return list(callbacks)


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
