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

    built = model()
    history = built.fit(
        X, Y, epochs=9, verbose=0, callbacks=[LambdaCallback(on_epoch_end=stop)]
    )
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
    monkeypatch.setattr(callbacks.time, "monotonic", lambda: float(next(clock)))
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
    assert isinstance(callbacks.display("auto")[0], callbacks.Bar)
