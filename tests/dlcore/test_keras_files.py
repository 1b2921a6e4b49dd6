"""Keras's own files, read and written: the same predictions, the same next step.

The files in `reference/keras_files` were written by Keras 3. Where an environment with
Keras is at hand (named by DLCORE_KERAS_PYTHON, or the folder `.venv-keras` or
`../venv-keras`), it opens what dlcore writes as well.
"""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest

import dlcore
from dlcore import Sequential, layers, optimizers
from dlcore.models import load_model
from dlcore.saving import keras3
from dlcore.saving.models import structure
from tests.dlcore import keras_models

h5py = pytest.importorskip("h5py", reason="needs h5py: pip install 'dlcore[keras]'")

HERE = Path(__file__).parent / "reference"
FILES = HERE / "keras_files"
NUMBERS = np.load(FILES / "numbers.npz")
ROOT = Path(__file__).resolve().parents[2]
PYTHONS = [os.environ.get("DLCORE_KERAS_PYTHON", "")]
PYTHONS += [ROOT / ".venv-keras/bin/python", ROOT.parent / "venv-keras/bin/python"]
KERAS = next((str(path) for path in PYTHONS if path and Path(path).is_file()), None)
needs_keras = pytest.mark.skipif(
    KERAS is None, reason="needs an environment with Keras, see the docstring"
)
NAMES, OPTIMIZERS = list(keras_models.MODELS), list(keras_models.OPTIMIZERS)


def close(actual, expected):
    np.testing.assert_allclose(actual, expected, rtol=2e-5, atol=2e-6)


def attentive():
    model = keras_models.attentive(dlcore)
    model.predict(keras_models.ATTENTIVE_ROWS)
    return model


def changed(path, change, target):
    """Write a copy of a Keras file whose structure was changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(members["config.json"])
    change(config)
    members["config.json"] = json.dumps(config)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


# --- Written by Keras


@pytest.mark.parametrize("name", NAMES)
def test_a_model_of_keras_predicts_the_same(name):
    model = load_model(FILES / f"{name}.keras")
    close(model.predict(keras_models.rows(name)[0]), NUMBERS[name])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_training_goes_on_where_keras_stopped(name):
    model = load_model(FILES / f"{name}.keras")
    x, classes = keras_models.trainable_rows()
    assert model.optimizer.iterations == 2
    model.train_on_batch(x, classes)
    for place, weight in enumerate(model.get_weights()):
        close(weight, NUMBERS[f"{name} {place}"])
    loss, accuracy = NUMBERS[f"{name} loss"]
    close(model.evaluate(x, classes, verbose=0), [loss, accuracy])


def test_weights_of_a_subclass_are_found_by_its_attributes():
    model = attentive()
    model.load_weights(FILES / "attentive.weights.h5")
    close(model.predict(keras_models.ATTENTIVE_ROWS), NUMBERS["attentive"])


def test_weights_are_taken_from_a_whole_model_too():
    model = keras_models.sequential(dlcore, "dense")
    model.load_weights(FILES / "dense.keras")
    close(model.predict(keras_models.rows("dense")[0]), NUMBERS["dense"])


def test_a_model_that_keras_has_only_compiled_begins_its_training_here(tmp_path):
    model = keras_models.trainable(dlcore, "Adam", {})
    arrays = {key: W.data for key, W in keras3.Archive.places(model)}
    beside = {"optimizer/vars/0": 0, "optimizer/vars/1": 0.001}  # steps and rate
    arrays |= {key: np.array(number) for key, number in beside.items()}
    with (tmp_path / "compiled.keras").open("wb") as file:
        keras3.Archive.write(file, structure(model), arrays)
    again = load_model(tmp_path / "compiled.keras")
    x, classes = keras_models.trainable_rows()
    for one in (model, again):
        one.train_on_batch(x, classes)
    for W, W_again in zip(model.get_weights(), again.get_weights(), strict=True):
        np.testing.assert_array_equal(W, W_again)


def test_restarts_as_keras_describes_them():
    told = {"initial_learning_rate": 0.1, "first_decay_steps": 3, "alpha": 0.0}
    told |= {"t_mul": 2.0, "m_mul": 1.0, "name": "SGDRDecay"}
    schedule = optimizers.schedules.CosineDecayRestarts
    assert schedule.from_config(told)(3) == schedule(0.1, 3)(3)
    with pytest.raises(ValueError, match="does not have 't_mul'"):
        schedule.from_config(told | {"t_mul": 1.0})


def functions(config):
    function = {"module": "builtins", "class_name": "function", "config": "mse"}
    config["compile_config"] |= {"loss": function | {"config": "mean_squared_error"}}
    config["compile_config"]["metrics"] = [function | {"config": "mean_absolute_error"}]


def test_functions_of_keras_are_those_of_the_same_name(tmp_path):
    model = load_model(changed(FILES / "Adam.keras", functions, tmp_path / "f.keras"))
    x, classes = keras_models.trainable_rows()
    logs = model.evaluate(x, np.eye(3)[classes], return_dict=True)
    assert list(logs) == ["loss", "mean_absolute_error"]
    assert isinstance(model.loss, dlcore.losses.MeanSquaredError)


# --- Written here


@pytest.mark.parametrize("name", NAMES)
def test_a_model_comes_back_in_both_forms(name, tmp_path):
    model = keras_models.sequential(dlcore, name)
    x, _ = keras_models.rows(name)
    expected = model.predict(x)
    for ending in (".keras", ".npz"):
        path = tmp_path / f"{name}{ending}"
        model.save(path)
        again = load_model(path)
        np.testing.assert_array_equal(again.predict(x), expected)
        assert again.get_config() == model.get_config()
        again.save(path)
        np.testing.assert_array_equal(load_model(path).predict(x), expected)


def test_weights_of_a_subclass_come_back(tmp_path):
    model = attentive()
    for ending in (".weights.h5", ".npz"):
        path = tmp_path / f"attentive{ending}"
        model.save_weights(path)
        again = attentive()
        again.load_weights(path)
        for W, W_again in zip(model.get_weights(), again.get_weights(), strict=True):
            np.testing.assert_array_equal(W, W_again)


def test_weights_stand_at_the_paths_of_keras(tmp_path):
    class Held(dlcore.Model):
        def __init__(self):
            super().__init__()
            self.one = self._other = layers.Dense(2, use_bias=False)
            self.blocks = {"a": [layers.Dense(3)], "b": [layers.Dense(2), self.one]}
            self.out = layers.Dense(1)  # behind `layers`, in the alphabet

        def call(self, x):
            return self.out(self.one(self.blocks["b"][0](self.blocks["a"][0](x))))

    model = Held()
    model.predict(np.ones((1, 4)))
    model.save_weights(tmp_path / "held.weights.h5")
    found = []
    with h5py.File(tmp_path / "held.weights.h5") as file:
        file.visit(found.append)
    assert [path for path in found if path.split("/")[-1].isdigit()] == [
        "blocks/container/dense/vars/0",
        "blocks/container/dense/vars/1",
        "blocks/container_1/dense/vars/0",
        "blocks/container_1/dense/vars/1",
        "blocks/container_1/dense_1/vars/0",
        "layers/dense_3/vars/0",
        "layers/dense_3/vars/1",
    ]


def trained(name):
    model = keras_models.trainable(dlcore, name, keras_models.OPTIMIZERS[name])
    x, classes = keras_models.trainable_rows()
    for _ in range(2):
        model.train_on_batch(x, classes)
    return model


def freeze(model):
    model.layers[0].trainable = False


def thaw(model):
    model.layers[1].trainable = True


LATER = {
    "frozen": freeze,
    "thawed": thaw,
    "one more": lambda model: model.add(layers.Dense(3)),
    "one less": lambda model: model.pop(),
}


@pytest.mark.parametrize("ending", [".npz", ".keras"])
@pytest.mark.parametrize("name", LATER)
def test_what_was_changed_after_training_comes_back(name, ending, tmp_path):
    x = keras_models.trainable_rows()[0]
    row = [layers.Dense(3) for _ in range(3)]
    model = Sequential([layers.Input((3,)), *row])
    row[1].trainable = False
    model.compile(optimizers.Nadam(), "mse")
    model.train_on_batch(x, x)
    LATER[name](model)
    model.save(tmp_path / f"model{ending}")
    again = load_model(tmp_path / f"model{ending}")
    for one in (model, again):
        one.train_on_batch(x, x)
    for W, W_again in zip(model.get_weights(), again.get_weights(), strict=True):
        np.testing.assert_array_equal(W, W_again)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Return (folder, models by file name) that Keras has opened and written anew."""
    folder = tmp_path_factory.mktemp("for_keras")
    models = {name: keras_models.sequential(dlcore, name) for name in NAMES}
    models |= {name: trained(name) for name in OPTIMIZERS}
    for name, model in models.items():
        model.save(folder / f"{name}.keras")
    models["attentive"] = attentive()
    models["attentive"].save_weights(folder / "attentive.weights.h5")
    run = [KERAS, HERE / "open_in_keras.py", folder]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-3000:]
    return folder, models, np.load(folder / "again" / "predictions.npz")


def rows_for(name):
    if name == "attentive":
        return keras_models.ATTENTIVE_ROWS
    if name in OPTIMIZERS:
        return keras_models.trainable_rows()[0]
    return keras_models.rows(name)[0]


@needs_keras
@pytest.mark.parametrize("name", [*NAMES, *OPTIMIZERS, "attentive"])
def test_keras_opens_it_and_predicts_the_same(opened, name):
    _, models, predictions = opened
    close(models[name].predict(rows_for(name)), predictions[name])


@needs_keras
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_keras_takes_the_optimizer_over(opened, name):
    _, models, predictions = opened
    optimizer = models[name].optimizer
    assert predictions[f"{name} steps"] == 2
    own = np.concatenate([s.ravel() for slots in optimizer.slots for s in slots])
    theirs = predictions[f"{name} slots"][: own.size]  # Nadam has a number behind them
    close(np.sort(theirs), np.sort(own))
    if f"{name} 0" in predictions:  # where Keras can train, it takes the next step
        models[name].train_on_batch(*keras_models.trainable_rows())
        for place, weight in enumerate(models[name].get_weights()):
            close(weight, predictions[f"{name} {place}"])


@needs_keras
@pytest.mark.parametrize("name", NAMES)
def test_what_keras_writes_anew_opens_here(opened, name):
    folder, models, _ = opened
    again = load_model(folder / "again" / f"{name}.keras")
    x = keras_models.rows(name)[0]
    close(again.predict(x), models[name].predict(x))


def test_learning_rate_schedules_come_back(tmp_path):
    schedule = optimizers.schedules.ExponentialDecay(0.1, 2, 0.5)
    model = Sequential([layers.Input((3,)), layers.Dense(1)])
    model.compile(optimizers.SGD(schedule), "mse")
    model.fit(np.ones((4, 3)), np.ones((4, 1)), epochs=3, verbose=0)
    for ending in (".npz", ".keras"):
        model.save(tmp_path / f"m{ending}")
        again = load_model(tmp_path / f"m{ending}").optimizer
        assert again.iterations == 3
        assert again.learning_rate(3) == schedule(3)
