"""Damaged, foreign and hostile files: explained, and nothing is changed by them."""

import contextlib
import json
import os
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlcore import backend
from dlcore.models import load_model
from tests.dlcore.test_saving import X, Y, made


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Return (bytes of a saved model, its weights, a folder)."""
    folder = tmp_path_factory.mktemp("damaged")
    model = made("adam")
    model.fit(X, Y, verbose=0)
    model.save(folder / "model.npz")
    return (folder / "model.npz").read_bytes(), model.get_weights(), folder


def check_damage(saved, data):
    """All is as it was, or the error is explained and nothing was changed."""
    _, weights, folder = saved
    path = folder / "damaged.npz"
    path.write_bytes(data)
    model = made(seed=5)
    model.predict(X)
    before = model.get_weights()
    state = backend.generator().bit_generator.state
    try:
        model.load_weights(path)
    except ValueError as error:
        parts = [line.split(":")[0] for line in str(error).split("\n  ")[1:]]
        assert parts == ["expected", "got", "change"]
        expected = before
    else:
        expected = weights
    after = model.get_weights()
    assert all(np.array_equal(a, b) for a, b in zip(expected, after, strict=True))
    try:
        again = load_model(path)
    except ValueError:
        assert backend.generator().bit_generator.state == state
        return False
    assert all(
        np.array_equal(a, b) for a, b in zip(weights, again.get_weights(), strict=True)
    )
    return True


QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@QUICK
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_explained(saved, share):
    data = saved[0]
    assert not check_damage(saved, data[: int(share * len(data))])


@QUICK
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_explained_or_without_meaning(saved, at, bit):
    data = bytearray(saved[0])
    data[int(at * len(data))] ^= 1 << bit
    check_damage(saved, bytes(data))


@QUICK
@given(data=st.binary(max_size=300))
def test_any_bytes_are_explained(saved, data):
    assert not check_damage(saved, data)


@QUICK
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["class_name", "config", "layers"]), inner
            )
        ),
        max_leaves=6,
    ),
    key=st.sampled_from(["format", "model", "config", "layers", "class_name"]),
)
def test_any_structure_is_explained(saved, value, key):
    data, _, folder = saved
    path = folder / "structure.npz"
    path.write_bytes(data)

    def change(told):
        home = told if key in told else told["model"]
        home = home if key in home else home["config"]
        home[key] = value

    rewrite(path, change)
    with contextlib.suppress(ValueError):  # any other error fails
        load_model(path)


def rewrite(path, change=None, extra=None):
    """Write a saved model again with a changed structure or further members."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(members["model.json"])
    if change:
        change(told)
    members["model.json"] = json.dumps(told).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (members | (extra or {})).items():
            archive.writestr(name, data)


def test_no_pickle_is_opened(saved, tmp_path):
    class Bomb:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "ran"),)

    np.savez(tmp_path / "bomb.npz", bomb=np.array([Bomb()], dtype=object))
    (tmp_path / "bomb.npz").rename(tmp_path / "bomb.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip") as archive:
        member = archive.read("bomb.npy")
    path = tmp_path / "model.npz"
    path.write_bytes(saved[0])
    rewrite(path, extra={"weights/dense/kernel.npy": member})
    with pytest.raises(ValueError, match="cannot be read"):
        load_model(path)
    assert not (tmp_path / "ran").exists()


def test_an_archive_that_unpacks_to_a_lot_is_refused(tmp_path):
    path = tmp_path / "model.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.json", bytes(30_000_000))
    with pytest.raises(ValueError, match="a hundred times its size"):
        load_model(path)


def too_large(told):
    told["model"]["config"]["layers"][1]["config"]["units"] = 10**12


def less_than_nothing(told):
    told["model"]["config"]["layers"][0]["config"]["batch_shape"] = [None, -1]


def half_a_generator(told):
    told["generators"][""]["state"] = {"state": 1, "inc": 1e300}


@pytest.mark.parametrize("change", [too_large, less_than_nothing, half_a_generator])
def test_whatever_a_structure_leads_to_is_explained(saved, change, tmp_path):
    path = tmp_path / "model.npz"
    path.write_bytes(saved[0])
    rewrite(path, change)
    before = backend.generator().bit_generator.state
    with pytest.raises(ValueError, match=r"(?s)cannot be read.*expected:.*change:"):
        load_model(path)
    assert backend.generator().bit_generator.state == before
