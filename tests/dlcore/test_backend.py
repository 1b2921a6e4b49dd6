"""The array swap: the array decides, for every library that is there."""

import subprocess
import sys

import numpy as np
import pytest

from dlcore import Sequential, backend, layers, optimizers, utils
from tests.dlcore.columns import COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
def test_what_is_made_beside_an_array(column):
    like = column.upload([1.0, 2.0])
    xp = backend.xp_of(like)
    for made, expected in [
        (backend.zeros((2, 3), like), np.zeros((2, 3))),
        (backend.ones((2,), like), np.ones(2)),
        (backend.asarray([[1, 2]], like), [[1.0, 2.0]]),
        (backend.asarray(np.float64(3), like), 3.0),
        (backend.asarray(like, like), [1.0, 2.0]),
        (backend.home(column.dtype, column.device), 0.0),
        (xp.sum(like), 3.0),
    ]:
        column.check_home(made, "what is made")
        column.check_equal(made, expected, "what is made")
    numbers = backend.arange(3, like)
    assert backend.device_of(numbers) == column.device
    assert backend.to_numpy(numbers).tolist() == [0, 1, 2]
    rows = backend.asarray([1, 0], like, dtype="int64")
    assert backend.to_numpy(xp.take(like, rows, axis=0)).tolist() == [2.0, 1.0]


@pytest.mark.parametrize("column", COLUMNS)
def test_there_and_back(column):
    array = np.array([[1.0, 2.0]], dtype=column.dtype)
    there = backend.to_device(array, column.device)
    assert backend.device_of(there) == column.device
    back = backend.to_numpy(there)
    assert isinstance(back, np.ndarray)
    np.testing.assert_array_equal(back, array)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_model_is_moved_by_one_word(column):
    x, y = np.ones((5, 2)), np.ones((5, 1))
    utils.set_random_seed(0)
    model = Sequential(
        [layers.Input((2,)), layers.Dense(3, "relu"), layers.Dense(1)],
        dtype=column.dtype,
    )
    expected = model.predict(x)
    assert model.to(column.device) is model
    column.check_equal(model.predict(x), expected, "prediction")
    model.to("cpu").compile(optimizers.SGD(0.01, momentum=0.9), "mse", ["mae"])
    model.train_on_batch(x, y)
    model.to(column.device)
    history = model.fit(x, y, batch_size=2, epochs=2, verbose=0).history
    assert history["loss"][1] < history["loss"][0]
    for W in model.weights:
        column.check_home(W.data, W.name)
        column.check_home(W.grad, W.name)
    phases = list(model.cycle(x, y))
    assert isinstance(phases[0].prediction, np.ndarray)
    assert isinstance(phases[2].gradients["dense/kernel"], np.ndarray)
    weights = model.get_weights()
    assert all(isinstance(W, np.ndarray) for W in weights)
    model.to("cpu")
    for W, moved in zip(model.get_weights(), weights, strict=True):
        np.testing.assert_array_equal(W, moved)


def test_only_numpys_arrays_can_be_frozen():
    array = np.ones(2)
    assert backend.freeze(array) is array
    assert not array.flags.writeable
    assert backend.freeze(np.float32(1)) == 1


def test_subclasses_are_known_by_their_base():
    class Special(np.ndarray):
        pass

    assert backend.xp_of(np.ones(2).view(Special)) is np
    assert backend.xp_of(np.float32(1)) is np


def test_one_generator_for_all():
    backend.seed(3)
    assert backend.generator().random() == np.random.default_rng(3).random()
    utils.set_random_seed(3)
    assert backend.generator().random() == np.random.default_rng(3).random()


def test_cupy_is_not_imported_unasked():
    code = "import sys, dlcore, numpy; dlcore.backend.xp_of(numpy.ones(1)); "
    code += "sys.exit('cupy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
