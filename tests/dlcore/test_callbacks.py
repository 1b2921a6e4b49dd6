"""Callbacks: which hooks are called when, stopping early, and what is displayed."""

import builtins

import numpy as np
import pytest

from dlcore import Sequential, callbacks, layers, optimizers, utils
from dlcore.callbacks import Callback, EarlyStopping, LambdaCallback, Listeners

X = np.linspace(-1, 1, 8).reshape(-1, 1)
Y = 2 * X + 1


def model(rate=0.1):
    utils.set_random_seed(0)
    built = Sequential([layers.Input((1,)), layers.Dense(1)], dtype="float64")
    built.compile(optimizers.SGD(rate), "mse")
    return built


class Everything(Callback):
    """Notes every call."""

    def __init__(self):
        self.calls = []


def noting(hook):
    def note(self, *news):
        self.calls.append((hook, *news[:-1]))

    return note


for name in callbacks.HOOKS:
    setattr(Everything, name, noting(name))


def test_every_hook_in_its_order():
    heard = Everything()
    fitted = model()
    fitted.fit(X, Y, batch_size=4, epochs=2, callbacks=[heard], verbose=0)
    batch = [(f"on_train_batch_{end}", n) for n in (0, 1) for end in ("begin", "end")]
    expected = [("on_train_begin",)]
    for epoch in (0, 1):
        expected += [("on_epoch_begin", epoch), *batch, ("on_epoch_end", epoch)]
    assert heard.calls == [*expected, ("on_train_end",)]
    assert heard.model is fitted
    assert heard.params == {"epochs": 2, "steps": 2, "verbose": 0}


def test_nobody_listens_to_what_nobody_overrides():
    listeners = Listeners([Callback(), callbacks.History()], None, {})
    assert not listeners.hear_batches
    assert len(listeners.hearing["on_epoch_end"]) == 1
    assert not listeners.hearing["on_epoch_begin"]


def test_lambda_callback():
    told = []
    model().fit(
        X, Y, epochs=2, verbose=0,
        callbacks=[
            LambdaCallback(
                on_epoch_end=lambda epoch, logs: told.append((epoch, logs["loss"])),
                on_train_end=lambda logs: told.append("end"),
            )
        ],
    )  # fmt: skip
    assert [entry[0] for entry in told[:2]] == [0, 1]
    assert told[2] == "end"


def test_stopping_by_a_callback():
    def stop(epoch, logs):
        built.stop_training = epoch == 2

    for several in (list, lambda one: one[0]):  # one alone needs no list
        built = model()
        stopping = several([LambdaCallback(on_epoch_end=stop)])
        history = built.fit(X, Y, epochs=9, verbose=0, callbacks=stopping)
        assert history.epoch == [0, 1, 2]


def test_terminate_on_nan():
    with np.errstate(over="ignore", invalid="ignore"):
        history = model(rate=1e200).fit(
            X, Y, epochs=9, verbose=0, callbacks=[callbacks.TerminateOnNaN()]
        )
        assert len(history.epoch) < 9
        with pytest.raises(RuntimeError, match="smaller learning rate"):
            model(rate=1e200).fit(
                X, Y, epochs=9, verbose=0,
                callbacks=[callbacks.TerminateOnNaN(raise_error=True)],
            )  # fmt: skip


class Told:
    """A model that takes part in training only by being stopped."""

    stop_training = False
    weights = 0

    def get_weights(self):
        return [self.weights]

    def set_weights(self, weights):
        (self.weights,) = weights


def run(stopping, values):
    """Tell a callback one value an epoch; return the epochs seen, and the model."""
    told = Told()
    stopping.set_model(told)
    stopping.on_train_begin()
    for epoch, value in enumerate(values):
        told.weights = epoch
        stopping.on_epoch_end(epoch, {stopping.monitor: value})
        if told.stop_training:
            break
    stopping.on_train_end()
    return epoch + 1, told


@pytest.mark.parametrize(
    ("settings", "values", "epochs"),
    [
        ({}, [5, 4, 3, 3, 2], 4),
        ({"patience": 2}, [5, 4, 4, 4, 3], 4),
        ({"patience": 2}, [5, 4, 4, 3, 3, 2], 6),
        ({"patience": 1, "min_delta": 0.5}, [5, 4, 3.8, 3.7], 3),
        ({"monitor": "val_accuracy", "patience": 1}, [0.5, 0.6, 0.6, 0.9], 3),
        ({"monitor": "x", "mode": "max", "patience": 1}, [1, 2, 1, 3], 3),
        ({"patience": 2, "baseline": 3.0}, [5, 4, 4, 1], 3),
        ({"patience": 2}, [float("nan"), 5, 4, 5, 5, 3], 5),
        ({"patience": 1, "start_from_epoch": 3}, [1, 2, 3, 4, 3, 3], 6),
    ],
)
def test_early_stopping(settings, values, epochs):
    assert run(EarlyStopping(**settings), values)[0] == epochs


def test_early_stopping_restores_the_best():
    stopping = EarlyStopping(patience=2, restore_best_weights=True)
    epochs, told = run(stopping, [3, 1, 2, 2, 0])
    assert (epochs, told.weights, stopping.best_epoch) == (4, 1, 1)
    assert run(EarlyStopping(patience=2), [3, 1, 2, 2, 0])[1].weights == 3


def test_learning_rate_scheduler():
    fitted = model()
    scheduler = callbacks.LearningRateScheduler(lambda epoch, rate: rate / 2)
    history = fitted.fit(X, Y, epochs=2, callbacks=[scheduler], verbose=0)
    assert fitted.optimizer.learning_rate == 0.025
    assert history.history["learning_rate"] == [0.05, 0.025]


def test_verbose_0_and_auto_in_a_pipe_are_silent(capsys):
    model().fit(X, Y, epochs=2, verbose=0)
    model().fit(X, Y, epochs=2)
    out = capsys.readouterr()
    assert out.out == out.err == ""


def test_verbose_2_prints_a_line_an_epoch(capsys):
    model().fit(X, Y, epochs=3, verbose=2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("Epoch 1/3  loss: ")


@pytest.fixture
def without_tqdm(monkeypatch):
    real = builtins.__import__

    def refuse(name, *arguments, **settings):
        if name.startswith("tqdm"):
            raise ImportError(name)
        return real(name, *arguments, **settings)

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.usefixtures("without_tqdm")
def test_the_bar_moves_five_times_a_second_at_most(capsys, monkeypatch):
    clock = iter(np.arange(0, 1000, 0.01))  # an epoch takes 10 ms
    monkeypatch.setattr(
        callbacks.progress.time, "monotonic", lambda: float(next(clock))
    )
    model().fit(X, Y, epochs=100, verbose=1)
    out = capsys.readouterr().out
    updates = out.split("\r")[1:]
    assert 5 <= len(updates) <= 7  # 1 s of training, the start and the end
    assert updates[-1].startswith("Epoch 100/100  loss: ")
    assert out.endswith("\n")


def test_the_bar_by_tqdm(capsys):
    pytest.importorskip("tqdm")
    model().fit(X, Y, epochs=3, verbose=1)
    out = capsys.readouterr().out
    assert "3/3" in out
    assert "loss: " in out


def test_in_a_notebook_auto_is_a_bar(monkeypatch):
    monkeypatch.setattr(builtins, "__IPYTHON__", True, raising=False)
    assert isinstance(callbacks.display("auto")[0], callbacks.progress.Bar)


class Falling:
    """A model that takes part in training by its learning rate alone."""

    def __init__(self, rate=1.0):
        self.optimizer = optimizers.SGD(rate)

    @property
    def rate(self):
        return self.optimizer.learning_rate


def rates(callback, values, name="val_loss"):
    """Return the learning rate after each epoch with these values."""
    model = Falling()
    callback.set_model(model)
    callback.on_train_begin()
    found = []
    for epoch, value in enumerate(values):
        logs = {name: value}
        callback.on_epoch_end(epoch, logs)
        assert "learning_rate" in logs
        found.append(model.rate)
    return found


def test_reduce_on_plateau():
    plateau = callbacks.ReduceLROnPlateau(factor=0.5, patience=2)
    assert rates(plateau, [3, 2, 2, 2, 2, 2, 1]) == [1, 1, 1, 0.5, 0.5, 0.25, 0.25]
    cool = callbacks.ReduceLROnPlateau(factor=0.5, patience=1, cooldown=2)
    assert rates(cool, [3, 3, 3, 3, 3, 3]) == [1, 0.5, 0.5, 0.25, 0.25, 0.125]
    least = callbacks.ReduceLROnPlateau(factor=0.1, patience=1, min_lr=0.05)
    assert rates(least, [3, 3, 3, 3]) == [1, 0.1, 0.05, 0.05]
    small = callbacks.ReduceLROnPlateau(factor=0.5, patience=1, min_delta=1.0)
    assert rates(small, [3.0, 2.5, 1.5]) == [1, 0.5, 0.5]
    up = callbacks.ReduceLROnPlateau("val_accuracy", factor=0.5, patience=1)
    assert rates(up, [0.5, 0.6, 0.6], "val_accuracy") == [1, 1, 0.5]


def test_reduce_on_plateau_says_so(capsys):
    plateau = callbacks.ReduceLROnPlateau(factor=0.5, patience=1, verbose=1)
    rates(plateau, [3, 3])
    assert capsys.readouterr().out == "Epoch 2: learning rate reduced to 0.5\n"


class Saved:
    """A model that notes what it is asked to save."""

    def __init__(self):
        self.paths = []

    def save(self, path):
        self.paths.append(("model", path))

    def save_weights(self, path):
        self.paths.append(("weights", path))


def saved(checkpoint, losses_seen):
    """Return the names of what was saved in epochs of two batches."""
    model = Saved()
    listeners = Listeners([checkpoint], model, {})
    for epoch, value in enumerate(losses_seen):
        listeners.tell("on_epoch_begin", epoch, {})
        for batch in range(2):
            listeners.tell("on_train_batch_end", batch, {"loss": value})
        listeners.tell("on_epoch_end", epoch, {"loss": value, "val_loss": value})
    return [(what, path.rpartition("/")[2]) for what, path in model.paths]


def test_checkpoints(tmp_path):
    make, here = callbacks.ModelCheckpoint, str(tmp_path) + "/new/"
    every = make(here + "m-{epoch:02d}-{val_loss:.1f}.keras")
    names = ["m-01-3.0.keras", "m-02-4.0.keras", "m-03-2.0.keras"]
    assert saved(every, [3.0, 4.0, 2.0]) == [("model", name) for name in names]
    assert (tmp_path / "new").is_dir()
    best = make(here + "m{epoch}.npz", save_best_only=True, save_weights_only=True)
    assert saved(best, [3.0, 4.0, 2.0]) == [
        ("weights", "m1.npz"),
        ("weights", "m3.npz"),
    ]
    worst = make(here + "m{epoch}.npz", save_best_only=True, mode="max")
    assert saved(worst, [3.0, 4.0, 2.0]) == [("model", "m1.npz"), ("model", "m2.npz")]
    start = make(
        here + "m{epoch}.npz", save_best_only=True, initial_value_threshold=2.5
    )
    assert saved(start, [3.0, 4.0, 2.0]) == [("model", "m3.npz")]
    often = make(here + "m{epoch}-{batch}.npz", save_freq=3)
    assert saved(often, [3.0, 4.0, 2.0]) == [
        ("model", "m2-1.npz"),
        ("model", "m3-2.npz"),
    ]


def test_only_checkpoints_of_batches_listen_to_batches():
    for frequency, listens in [("epoch", False), (3, True)]:
        checkpoint = callbacks.ModelCheckpoint("m.npz", save_freq=frequency)
        assert Listeners([checkpoint], Saved(), {}).hear_batches == listens


def test_a_checkpoint_can_be_loaded(tmp_path, capsys):
    path = str(tmp_path / "best.weights.npz")
    fitted = model()
    keep = callbacks.ModelCheckpoint(
        path, "loss", verbose=1, save_best_only=True, save_weights_only=True
    )
    fitted.fit(X, Y, epochs=3, verbose=0, callbacks=[keep])
    assert f"saved to {path}" in capsys.readouterr().out
    fresh = model()
    fresh.load_weights(path)
    for one, other in zip(fresh.get_weights(), fitted.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_logs_as_a_table(tmp_path):
    path = tmp_path / "log.csv"
    for append in (False, True):
        logger = callbacks.CSVLogger(path, append=append)
        history = model().fit(
            X, Y, epochs=2, verbose=0, callbacks=[logger], validation_split=0.25
        )
    lines = path.read_text().splitlines()
    assert lines[0] == "epoch,loss,val_loss"
    assert len(lines) == 5
    epoch, loss, _ = lines[-1].split(",")
    assert (int(epoch), float(loss)) == (1, history.history["loss"][-1])
    other = callbacks.CSVLogger(path, separator=";")
    model().fit(X, Y, verbose=0, callbacks=[other])
    assert path.read_text().splitlines()[0] == "epoch;loss"


def test_what_terminates_on_nan_by_hand():
    stop = callbacks.TerminateOnNaN()
    stop.set_model(Told())
    for loss, stops in [(1.0, False), (float("inf"), True)]:
        stop.on_train_batch_end(0, {"loss": loss})
        assert stop.model.stop_training == stops


@pytest.mark.parametrize("kind", ["EarlyStopping", "ReduceLROnPlateau"])
def test_what_is_better_is_not_guessed(kind):
    make = getattr(callbacks, kind)
    assert [make(name).sign for name in ("val_rmse", "mae", "val_acc")] == [-1, -1, 1]
    assert make("val_share_right", mode="max").sign == 1
    with pytest.raises(ValueError, match=r"(?s)share_right.*got.*auto.*change.*max"):
        make("val_share_right")


def test_one_callback_needs_no_list():
    stop = EarlyStopping("loss", min_delta=9.0, baseline=0.0)
    history = model().fit(X, Y, epochs=9, verbose=0, callbacks=stop)
    assert history.epoch == [0, 1]
