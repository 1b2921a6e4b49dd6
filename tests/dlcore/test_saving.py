"""Models saved as .npz: all comes back, training goes on bit by bit, nothing half."""

import json
import os
import zipfile

import numpy as np
import pytest

from dlcore import Model, Sequential, backend, layers, losses, optimizers, utils
from dlcore.models import load_model
from dlcore.saving import files
from tests.dlcore.columns import COLUMNS

rng = np.random.default_rng(6)
X, Y = rng.normal(size=(22, 3)), rng.normal(size=(22, 2))


def relu_twice(z):
    return layers.Activation("relu")(z) * 2.0


class Power(layers.Layer):
    """A layer as Keras's guide to one's own layers writes it."""

    def __init__(self, exponent=2, **settings):
        super().__init__(**settings)
        self.raised_to = exponent

    def call(self, x):
        return x**self.raised_to

    def get_config(self):
        config = super().get_config()
        config.update({"exponent": self.raised_to})
        return config

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Own(Model):
    """A network that goes two ways, with arguments of its own."""

    def __init__(self, units, activation="tanh"):
        super().__init__()
        self.hidden = layers.Dense(units, activation)
        self.outputs = [layers.Dense(2), layers.Dense(2)]
        self.join = layers.Add()

    def call(self, x):
        a = self.hidden(x)
        return self.join([output(a) for output in self.outputs])


class Remembering(Model):
    """A network that goes on where the batch before ended."""

    def __init__(self, **settings):
        super().__init__(**settings)
        self.recurrent = layers.SimpleRNN(2, stateful=True)

    def call(self, x):
        return self.recurrent(x)


def made(optimizer="sgd", seed=1):
    utils.set_random_seed(seed)
    model = Sequential(
        [
            layers.Dense(4, "relu", kernel_regularizer="l2"),
            layers.Dropout(0.3),
            layers.BatchNormalization(),
            layers.Dropout(0.3, seed=7),
            layers.Dense(2, name="out"),
        ]
    )
    model.compile(optimizer, "mse", metrics=["mae"])
    return model


def same(model, other):
    pairs = zip(model.get_weights(), other.get_weights(), strict=True)
    return all(np.array_equal(W, V) for W, V in pairs)


OPTIMIZERS = {
    "SGD": lambda: optimizers.SGD(0.05),
    "momentum": lambda: optimizers.SGD(0.05, momentum=0.9),
    "RMSprop": lambda: optimizers.RMSprop(momentum=0.5),
    "Adagrad": optimizers.Adagrad,
    "Adadelta": optimizers.Adadelta,
    "Adam": lambda: optimizers.Adam(amsgrad=True, clipnorm=1.0),
    "AdamW": optimizers.AdamW,
    "Nadam": optimizers.Nadam,
    "schedule": lambda: optimizers.Adam(optimizers.schedules.CosineDecay(0.1, 20)),
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_two_epochs_and_two_more_are_four(name, tmp_path):
    whole = made(OPTIMIZERS[name]())
    whole.fit(X, Y, batch_size=5, epochs=4, verbose=0)
    after_four = backend.generator().random()

    first = made(OPTIMIZERS[name]())
    first.fit(X, Y, batch_size=5, epochs=2, verbose=0)
    first.save(tmp_path / "model.npz")
    utils.set_random_seed(99)
    second = load_model(tmp_path / "model.npz")
    history = second.fit(X, Y, batch_size=5, epochs=4, initial_epoch=2, verbose=0)
    assert history.epoch == [2, 3]
    assert same(whole, second)
    assert backend.generator().random() == after_four
    assert second.optimizer.iterations == whole.optimizer.iterations == 20


def test_saving_changes_nothing_and_equal_models_give_equal_files(tmp_path):
    written = []
    for name in ("1.npz", "2.npz"):
        model = made()
        model.fit(X, Y, batch_size=5, epochs=2, verbose=0)
        before = model.get_weights()
        model.save(tmp_path / name)
        assert all(map(np.array_equal, before, model.get_weights()))
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_numpy_opens_it(tmp_path):
    model = made("adam")
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.npz")
    with np.load(tmp_path / "model.npz", allow_pickle=False) as file:
        kernel = file["weights/out/kernel"]
        assert "optimizer/m/out/kernel" in file.files
        assert json.loads(file["model.json"])["model"]["class_name"] == "Sequential"
    np.testing.assert_array_equal(kernel, model.get_weights()[-2])


def test_what_was_changed_later_is_saved_as_it_is(tmp_path):
    model = made()
    model.fit(X, Y, verbose=0)
    model.optimizer.learning_rate = 0.0625
    model.layers[0].trainable = False
    model.pop()
    model.add(layers.Dense(3, name="new"))
    model.predict(X)
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    assert again.optimizer.learning_rate == 0.0625
    assert [layer.trainable for layer in again.layers] == [False, *[True] * 4]
    assert again.layers[-1].name == "new"
    np.testing.assert_array_equal(again.predict(X), model.predict(X))


def test_evaluation_comes_back_with_loss_metrics_and_penalty(tmp_path):
    model = made()
    model.compile("sgd", losses.Huber(delta=0.5), ["mae", "mse"])
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    assert again.evaluate(X, Y, return_dict=True) == model.evaluate(
        X, Y, return_dict=True
    )


def test_without_compile_nothing_else_is_touched(tmp_path):
    model = made()
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.npz")
    before = backend.generator().bit_generator.state
    again = load_model(tmp_path / "model.npz", compile=False)
    assert backend.generator().bit_generator.state == before
    assert again.optimizer is None
    np.testing.assert_array_equal(again.predict(X), model.predict(X))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_dtypes_come_back(dtype, tmp_path):
    model = Sequential([layers.Input((3,)), layers.Dense(2)], dtype=dtype)
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    assert {W.dtype for W in again.get_weights()} == {np.dtype(dtype)}
    assert again.predict(X).dtype == dtype


def test_a_model_that_saw_no_data_comes_back_without_weights(tmp_path):
    made().save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    assert again.weights == []
    assert again.predict(X).shape == (22, 2)


@pytest.mark.parametrize("column", COLUMNS)
def test_models_on_other_devices_are_saved_and_loaded(column, tmp_path):
    model = Sequential([layers.Input((3,)), layers.Dense(2)], dtype=column.dtype)
    model.to(column.device)
    model.compile(optimizers.Adam(), "mse")
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    assert same(model, again)
    again.to(column.device)
    for one in (model, again):
        one.fit(X, Y, shuffle=False, verbose=0)
    assert same(model, again)
    model.load_weights(tmp_path / "model.npz")
    column.check_home(model.weights[0].data, "weight")


def test_models_in_models(tmp_path):
    inner = Sequential([layers.Dense(3, "tanh"), layers.Dense(2)], name="inner")
    model = Sequential([layers.Input((3,)), inner, layers.Dense(1)])
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz")
    np.testing.assert_array_equal(again.predict(X), model.predict(X))
    assert again.layers[0].name == "inner"


def test_a_class_of_ones_own_is_handed_over(tmp_path):
    model = Own(3, activation=relu_twice)
    model.compile("adam", "mse")
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "own.npz")
    own = {"Own": Own, "relu_twice": relu_twice}
    again = load_model(tmp_path / "own.npz", custom_objects=own)
    np.testing.assert_array_equal(again.predict(X), model.predict(X))
    for one in (model, again):
        one.fit(X, Y, shuffle=False, verbose=0)
    assert same(model, again)


def test_a_function_without_a_name_cannot_be_saved(tmp_path):
    model = Sequential([layers.Input((3,)), layers.Dense(2, activation=lambda z: z)])
    with pytest.raises(TypeError, match="instead of lambda"):
        model.save(tmp_path / "model.npz")
    assert os.listdir(tmp_path) == []


def test_a_layer_of_ones_own_describes_itself(tmp_path):
    model = Sequential([layers.Input((3,)), Power(3, name="cube"), layers.Dense(1)])
    model.save(tmp_path / "power.npz")
    again = load_model(tmp_path / "power.npz", custom_objects={"Power": Power})
    assert again.layers[0].raised_to == 3
    np.testing.assert_array_equal(again.predict(X), model.predict(X))


def test_weights_alone(tmp_path):
    model, other = made(), made(seed=2)
    model.predict(X)
    other.predict(X)
    model.save_weights(tmp_path / "w.npz")
    other.load_weights(tmp_path / "w.npz")
    assert same(model, other)
    model.fit(X, Y, verbose=0)
    model.save(tmp_path / "model.npz")
    other.load_weights(tmp_path / "model.npz")
    assert same(model, other)


def test_what_does_not_fit_can_be_left_alone(tmp_path):
    model = made()
    model.predict(X)
    model.save_weights(tmp_path / "w.npz")
    wider = made(seed=2)
    wider.pop()
    wider.add(layers.Dense(5, name="out"))
    wider.predict(X)
    before = wider.get_weights()
    with pytest.warns(UserWarning, match="left alone: weights/out/kernel"):
        wider.load_weights(tmp_path / "w.npz", skip_mismatch=True)
    after = wider.get_weights()
    np.testing.assert_array_equal(after[0], model.get_weights()[0])
    np.testing.assert_array_equal(after[-2], before[-2])


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    model = made()
    model.predict(X)
    model.save(tmp_path / "model.npz")
    old = (tmp_path / "model.npz").read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        model.save(tmp_path / "model.npz")
    assert os.listdir(tmp_path) == ["model.npz"]
    assert (tmp_path / "model.npz").read_bytes() == old


def test_a_model_comes_back_without_a_state(tmp_path):
    model, x = Remembering(), X[:, :, None]
    model.predict(x, batch_size=22)
    model.reset_state()
    model.save(tmp_path / "model.npz")
    again = load_model(tmp_path / "model.npz", {"Remembering": Remembering})
    for _ in range(2):  # the second time from the state that the first one left
        np.testing.assert_array_equal(again.predict(x), model.predict(x))


def test_paths_and_text_serve_alike(tmp_path):
    model = made()
    model.predict(X)
    model.save(str(tmp_path / "model.npz"))
    assert same(load_model(str(tmp_path / "model.npz")), model)
    assert files.existing(tmp_path / "model.npz").name == "model.npz"
