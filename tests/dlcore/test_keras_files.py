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
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


# --- Errors


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


def layer_of(config, number):
    return config["config"]["layers"][number]


CHANGES = {
    "a layer that dlcore lacks": (
        lambda config: layer_of(config, 1).update(class_name="GroupNormalization"),
        "'GroupNormalization', which is not known here",
    ),
    "a lambda": (
        lambda config: layer_of(config, 1).update(class_name="Lambda", config={}),
        "'Lambda', which is not known here",
    ),
    "a class of another package": (
        lambda config: layer_of(config, 1).update(module="os", class_name="system"),
        "'system', which is not known here",
    ),
    "a functional model": (
        lambda config: config.update(class_name="Functional"),
        "save a Sequential; or make the model",
    ),
    "an argument that matters": (
        lambda config: layer_of(config, 1)["config"].update(lora_rank=4),
        "Dense of dlcore does not have 'lora_rank'",
    ),
    "no layers": (lambda config: config.pop("config"), "cannot be read"),
    "layers that are none": (
        lambda config: config["config"].update(layers=[3]),
        "cannot be read",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_dlcore_lacks_is_explained(name, tmp_path):
    change, says = CHANGES[name]
    path = changed(FILES / "dense.keras", change, tmp_path / "changed.keras")
    with pytest.raises(ValueError, match=r"(?s)expected:.*got:.*change:") as caught:
        load_model(path)
    assert says in str(caught.value)


def test_maxout_is_not_keras_s(tmp_path):
    model = Sequential([layers.Input((2,)), layers.Maxout(3)])
    with pytest.raises(ValueError, match="Keras does not have the layer Maxout"):
        model.save(tmp_path / "model.keras")
    assert not list(tmp_path.iterdir())


def test_numbers_that_lie_in_another_file_are_refused(tmp_path):
    path = tmp_path / "w.weights.h5"
    (tmp_path / "other.bin").write_bytes(bytes(24))
    with h5py.File(path, "w") as file:
        outside = [(str(tmp_path / "other.bin"), 0, 24)]
        file.create_dataset("layers/dense/vars/0", (6,), "f4", external=outside)
    model = Sequential([layers.Input((2,)), layers.Dense(3, use_bias=False)])
    with pytest.raises(ValueError, match="holds no numbers of its own"):
        model.load_weights(path)


def test_changed_numbers_are_seen_in_files_written_here(tmp_path):
    model = Sequential([layers.Input((2,)), layers.Dense(3, use_bias=False)])
    path = tmp_path / "w.weights.h5"
    model.save_weights(path)
    data = bytearray(path.read_bytes())
    at = bytes(data).index(model.get_weights()[0].tobytes())
    data[at + 5] ^= 1
    path.write_bytes(data)
    before = model.get_weights()
    with pytest.raises(ValueError, match="cannot be read"):
        model.load_weights(path)
    np.testing.assert_array_equal(before[0], model.get_weights()[0])


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
@pytest.mark.parametrize("name", ["Adam.keras", "attentive.weights.h5"])
def test_a_file_cut_short_is_explained(name, share, tmp_path):
    data = (FILES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: int(share * len(data))])
    model = attentive()
    before = model.get_weights()
    with pytest.raises(ValueError, match=r"(?s)cannot be read.*a copy that is whole"):
        model.load_weights(path)
    for W, W_after in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(W, W_after)


QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck)
)
DENSE = (FILES / "dense.keras").read_bytes()


def check_damage(folder, data):
    """The model predicts as it did, or the error is explained."""
    path = folder / "damaged.keras"
    path.write_bytes(data)
    try:
        model = load_model(path)
    except ValueError as error:
        assert "expected:" in str(error)  # noqa: PT017
        return False
    close(model.predict(keras_models.rows("dense")[0]), NUMBERS["dense"])
    return True


@QUICK
@given(share=st.floats(0, 1, exclude_max=True))
def test_any_end_cut_off_is_explained(tmp_path_factory, share):
    folder = tmp_path_factory.getbasetemp()
    assert not check_damage(folder, DENSE[: int(share * len(DENSE))])


@QUICK
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_explained_or_without_meaning(tmp_path_factory, at, bit):
    data = bytearray(DENSE)
    data[int(at * len(data))] ^= 1 << bit
    check_damage(tmp_path_factory.getbasetemp(), bytes(data))


@QUICK
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_in_bare_weights_never_does_half(tmp_path_factory, at, bit):
    data = bytearray((FILES / "attentive.weights.h5").read_bytes())
    data[int(at * len(data))] ^= 1 << bit
    path = tmp_path_factory.getbasetemp() / "damaged.weights.h5"
    path.write_bytes(data)
    model = attentive()
    before = model.get_weights()
    try:
        model.load_weights(path)
    except ValueError:
        assert all(map(np.array_equal, before, model.get_weights()))


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
