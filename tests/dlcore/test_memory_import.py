"""Memory stays flat while a model predicts, and importing the library loads little."""

import gc
import subprocess
import sys
import tracemalloc

import numpy as np
import psutil
import pytest

from dlcore import Sequential, layers

HEAVY = ("matplotlib", "ipywidgets", "IPython", "tqdm", "scipy", "sklearn", "cupy")
HEAVY += ("h5py", "torch", "keras", "dlcore.teach")


def model_and_rows():
    model = Sequential([layers.Dense(16, "relu"), layers.Dense(1)])
    x = np.random.default_rng(0).normal(size=(32, 4))
    model.predict(x, verbose=0)
    return model, x


def growth(act, calls):
    """Return the bytes that Python objects and arrays hold more after many calls."""
    tracemalloc.start()
    try:
        for _ in range(100):
            act()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(calls):
            act()
        return tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()


def test_memory_is_flat_over_ten_thousand_predictions():
    model, x = model_and_rows()
    process = psutil.Process()
    for _ in range(1000):
        model.predict(x, verbose=0)
    before = process.memory_info().rss
    for _ in range(10_000):
        model.predict(x, verbose=0)
    # 10,000 forgotten results would be 1.3 MB, 10,000 forgotten graphs 50 MB.
    assert process.memory_info().rss - before < 1_000_000


def test_graphs_die_without_the_garbage_collector():
    model, x = model_and_rows()
    model.compile("sgd", "mse")
    y = np.zeros((32, 1))
    gc.disable()
    try:
        assert growth(lambda: model.predict(x, verbose=0), 200) < 4_000
        assert growth(lambda: model.train_on_batch(x, y), 200) < 4_000
    finally:
        gc.enable()


def test_a_kept_result_is_seen():
    model, x = model_and_rows()
    kept = []
    assert growth(lambda: kept.append(model.predict(x, verbose=0)), 200) > 20_000


def loaded_by(module):
    """Return the modules in memory after an import in a fresh interpreter."""
    code = f"import sys, {module}; print(' '.join(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


def test_import_loads_nothing_heavy():
    assert not loaded_by("dlcore") & set(HEAVY)


def test_a_heavy_import_is_seen():
    assert "dlcore.teach" in loaded_by("dlcore.teach") & set(HEAVY)


def test_import_needs_numpy_alone():
    beyond = {
        name.split(".")[0] for name in loaded_by("dlcore") - loaded_by("numpy.random")
    }
    beyond -= set(sys.stdlib_module_names) | {"dlcore", "numpy"}
    assert not beyond


def peak_of_predict(model, x, batch_size):
    """Return the most bytes that arrays took while the model predicted."""
    tracemalloc.start()
    try:
        model.predict(x, batch_size=batch_size, verbose=0)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_predict_lets_go_of_outputs_that_have_been_used():
    rows, units, depth = 200, 1000, 8
    dense = [layers.Dense(units, "tanh") for _ in range(depth)]
    model = Sequential([layers.Input((4,)), *dense])
    x = np.ones((2 * rows + 1, 4))
    one = 4 * rows * units  # bytes of what one layer returns
    assert (
        peak_of_predict(model, x, rows) < 8 * one
    )  # three results, and what goes in and out of one layer
    assert [layer.output.shape[0] for layer in model.layers] == [1] * depth  # the last


class ReadsItsSum(layers.Dense):
    """A layer that reads its own z, as readers may write one."""

    def call(self, x):
        return super().call(x) + 0.1 * self.z


def test_predict_overwrites_only_what_nobody_reads():
    x = np.linspace(-1, 1, 12).reshape(6, 2)
    own = layers.Dense(3, "relu", bias_initializer="ones")
    model = Sequential([layers.Input((2,)), own, ReadsItsSum(2, "relu")])
    expected = model(x).data
    found = model.predict(x, batch_size=4, verbose=0)
    np.testing.assert_array_equal(found, expected)
    assert own.z.shape == (2, 3)  # of the last batch, and not overwritten
    np.testing.assert_array_equal(own.output.data, np.maximum(own.z.data, 0))
    assert own.output is not own.z


def test_a_layer_may_call_its_own_part_activate():
    class Own(layers.Layer):
        def __init__(self):
            super().__init__()
            self.activate = layers.Dense(2, "relu", kernel_initializer="ones")

        def call(self, x):
            return self.activate(x)

    assert Own()(np.ones((1, 3))).data.tolist() == [[3.0, 3.0]]


def test_relu_overwrites_the_weighted_sums_of_images():
    model = Sequential(
        [layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(26)]
    )
    x, batch = np.ones((65, 28, 28, 1), "float32"), 32
    model.predict(x, verbose=0)
    z = 4 * batch * 26 * 26 * 32  # bytes
    assert peak_of_predict(model, x, batch) < 1.9 * z  # z, its columns, what came in


def test_after_a_failed_prediction_outputs_are_kept_again():
    model = Sequential([layers.Dense(3)])
    x = np.ones((4, 2))
    model.predict(x, verbose=0)
    model.row.append(layers.Dense(2, activation=lambda z: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        model.predict(x, batch_size=2, verbose=0)
    model.pop()
    model(x)
    assert model.layers[0].output.shape == (4, 3)
    assert model.layers[0].keeps_z
