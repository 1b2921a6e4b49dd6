"""Files of Keras that are damaged, foreign, or ask for what dlcore lacks."""

import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlcore import Sequential, layers
from dlcore.models import load_model
from dlcore.saving import keras3
from dlcore.saving.models import structure
from tests.dlcore import keras_models
from tests.dlcore.test_keras_files import FILES, NUMBERS, attentive, changed, close

h5py = pytest.importorskip("h5py", reason="needs h5py: pip install 'dlcore[keras]'")


def test_lists_in_lists_are_explained(tmp_path):
    path = tmp_path / "deep.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "[" * 100_000)
        archive.writestr("model.weights.h5", b"")
    with pytest.raises(ValueError, match="cannot be read"):
        load_model(path)


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
    "a share of the loss": (
        lambda config: config["compile_config"].update(loss_weights=[2.0]),
        "does not know the argument 'loss_weights'",
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


@pytest.mark.parametrize("steps", [np.nan, -1.0, 1e30])
def test_a_number_of_steps_that_is_none_is_explained(steps, tmp_path):
    model = load_model(FILES / "Adam.keras")
    path = tmp_path / "steps.keras"
    arrays = {key: W.data for key, W in keras3.Archive.places(model)}
    with path.open("wb") as file:
        beside = {"optimizer/vars/0": np.array(steps)}
        keras3.Archive.write(file, structure(model), arrays | beside)
    with pytest.raises(ValueError, match="number of steps is no number"):
        load_model(path)


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
