"""MNIST by 512 hidden units and ten classes, where the pictures are at hand."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore import Sequential, utils
from dlcore.layers import Dense, Input

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "mnist.npz"


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason=f"needs MNIST in {FILE}")
def test_five_epochs_reach_975_of_1000():
    data = np.load(FILE)
    x_train, x_test = (
        data[name].reshape(-1, 784).astype("float32") / 255
        for name in ("x_train", "x_test")
    )
    y_train, y_test = (
        utils.to_categorical(data[name], 10) for name in ("y_train", "y_test")
    )
    utils.set_random_seed(1)
    model = Sequential([Input((784,)), Dense(512, "relu"), Dense(10, "softmax")])
    assert model.count_params() == 407_050
    model.compile("rmsprop", "categorical_crossentropy", ["accuracy"])
    history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0).history
    assert 0.91 < history["accuracy"][0] < 0.94
    loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
    assert accuracy >= 0.975
    assert loss < 0.08
