"""Every layer of the tables, saved and loaded in both forms."""

import importlib.util

import numpy as np
import pytest

from dlcore import Sequential, layers
from dlcore.models import load_model
from tests.dlcore import test_layers

KINDS = (Sequential, *vars(layers).values())  # not what the tests wrap around layers
ROWS = [row for row in test_layers.ROWS if type(row.make()) in KINDS]
NO_H5PY = importlib.util.find_spec("h5py") is None
KERAS = pytest.param(".keras", marks=pytest.mark.skipif(NO_H5PY, reason="needs h5py"))


@pytest.mark.parametrize("ending", [".npz", KERAS])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_layer_comes_back(row, ending, tmp_path):
    layer = row.make()
    if isinstance(layer, layers.Maxout) and ending == ".keras":
        pytest.skip("Keras has no Maxout")
    model = layer if isinstance(layer, Sequential) else Sequential([layer])
    expected = model.predict(row.x)
    model.save(tmp_path / f"model{ending}")
    again = load_model(tmp_path / f"model{ending}")
    np.testing.assert_array_equal(again.predict(row.x), expected)
    assert again.get_config() == model.get_config()
    assert [W.name for W in again.weights] == [W.name for W in model.weights]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_layer_is_made_again_from_its_config(row):
    layer = row.make()
    again = type(layer).from_config(layer.get_config())
    assert again.get_config() == layer.get_config()
