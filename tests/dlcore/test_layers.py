"""Every layer, in every column: output, gradients, dtype, device and two steps."""

import math

import numpy as np
import pytest

from dlcore import Model, Sequential, Tensor, backend, layers, optimizers, utils
from tests.dlcore import (
    layer_table,
    rows_activation_layers,
    rows_layers,
    rows_scaling,
    rows_sequences,
)
from tests.dlcore.columns import COLUMNS, differences

rng = np.random.default_rng(2)


TABLES = (layer_table, rows_activation_layers, rows_layers, rows_scaling)
ROWS = [row for table in TABLES for row in table.ROWS]
ROWS += rows_sequences.ROWS_OF_LAYERS
X = layer_table.X


def built(row, column):
    """Return the row's layer, built in the column."""
    utils.set_random_seed(1)
    layer = row.make()
    layer.settle(column.dtype, column.device)
    layer(row.x)
    return layer


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_output_and_gradients(row, column):
    layer = built(row, column)
    weights = [array.astype("float64") for array in layer.get_weights()]
    expected = row.reference(row.x, *weights)
    delta = np.cos(np.arange(expected.size, dtype="float64")).reshape(expected.shape)
    x = Tensor(column.upload(row.x), requires_grad=True)
    output = layer(x)
    assert output is layer.output
    column.check_home(output.data, "output")
    column.check_equal(output.data, expected, "output")

    output.backward(column.upload(delta))
    arguments = [row.x, *weights]
    for number, tensor in enumerate([x, *layer.weights]):
        slope = differences(
            lambda *moved: math.fsum((row.reference(*moved) * delta).ravel()),
            arguments,
            number,
        )
        column.check_home(tensor.grad, tensor.name)
        np.testing.assert_allclose(
            backend.to_numpy(tensor.grad), slope, column.rtol, 1e-7 + column.atol
        )


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "rmsprop", "adam"])
def test_two_steps_make_the_loss_smaller(row, column, optimizer):
    layer = built(row, column)
    target = row.reference(row.x, *[0.5 * array for array in layer.get_weights()])
    stack = [layer]
    if not layer.weights:  # then it has to hand gradients on
        stack = [layers.Dense(row.x.shape[-1]), layer]
    model = Sequential(stack, dtype=column.dtype).to(column.device)
    make = {"momentum": optimizers.SGD(0.01, momentum=0.9)}
    model.compile(make.get(optimizer, optimizer), "mse", metrics=["mae"])
    model.predict(row.x)
    before = model.get_weights()
    history = model.fit(row.x, target, batch_size=99, epochs=2, verbose=0).history
    assert all(isinstance(value, float) for value in history["loss"] + history["mae"])
    last = model.evaluate(row.x, target)[0]
    assert last < history["loss"][1] < history["loss"][0]
    for old, tensor in zip(before, model.weights, strict=True):
        column.check_home(tensor.data, tensor.name)
        assert (old != backend.to_numpy(tensor.data)).any(), tensor.name
    for slots in model.optimizer.slots:
        for array in slots:
            column.check_home(array, "the optimizer's memory")
    prediction = model.predict(row.x)
    assert isinstance(prediction, np.ndarray)
    assert prediction.dtype == column.dtype


def test_delta_is_the_gradient_of_z():
    model = Sequential([layers.Dense(3, "relu"), layers.Dense(1)], dtype="float64")
    model.compile("sgd", "mse")
    y = rng.normal(size=(6, 1))
    prediction = model(X)
    model.loss(y, prediction).backward()
    hidden, last = model.layers
    delta = 2 / 6 * (prediction.data - y)
    np.testing.assert_allclose(last.z.grad, delta)
    W = last.kernel.data
    np.testing.assert_allclose(hidden.z.grad, delta @ W.T * (hidden.z.data > 0))
    np.testing.assert_allclose(hidden.kernel.grad, X.T @ hidden.z.grad)


def test_names_are_numbered_within_a_model():
    for _ in range(2):
        model = Sequential([layers.Input((2,)), layers.Dense(3), layers.Dense(1)])
        names = [W.name for W in model.weights]
        assert names == [
            "dense/kernel",
            "dense/bias",
            "dense_1/kernel",
            "dense_1/bias",
        ]


def test_names_in_nested_models_differ():
    inner = Sequential([layers.Dense(3), layers.Dense(2)])
    model = Sequential([layers.Input((2,)), inner, layers.Dense(1, name="out")])
    names = [W.name for W in model.weights]
    assert len(names) == len(set(names)) == 6
    assert names[-1] == "out/bias"


class Around(Model):
    """A layer before another model, which one may use twice."""

    def __init__(self, inner):
        super().__init__()
        self.first, self.inner = layers.Dense(2), inner
        self.again = inner

    def call(self, x):
        return self.again(self.inner(self.first(x)))


def test_an_inner_model_does_not_take_names_that_are_given(tmp_path):
    model = Around(Around(layers.Dense(2)))
    model.compile("sgd", "mse")
    x = np.ones((3, 2))
    *_, last = model.cycle(x, x)
    assert len(last.weights) == 6
    assert [layer.name for layer in model.layers] == ["dense", "around"]
    model.save_weights(tmp_path / "w.npz")
    other = Around(Around(layers.Dense(2)))
    other(x)
    other.load_weights(tmp_path / "w.npz")
    np.testing.assert_array_equal(other.predict(x), model.predict(x))


class Late(layers.Layer):
    """A layer that makes others when it is built."""

    def build(self, input_shape):
        self.first, self.last = layers.Dense(2), layers.Dense(2)

    def call(self, x):
        return self.last(self.first(x))


@pytest.mark.parametrize("first", [[layers.Input((2,))], []], ids=["at once", "late"])
def test_layers_made_while_building_have_names_of_their_own(first):
    model = Sequential([*first, Late(), layers.Dense(2)])
    model.compile("sgd", "mse")
    *_, last = model.cycle(np.ones((3, 2)), np.ones((3, 2)))
    assert len(last.weights) == len(model.weights) == 6


@pytest.mark.parametrize(
    "first",
    [
        [layers.Input(shape=(2,)), layers.Dense(3)],
        [layers.Dense(3, input_shape=(2,))],
        [layers.Dense(3, input_dim=2)],
    ],
)
def test_three_ways_to_tell_the_input(first):
    model = Sequential([*first, layers.Dense(1)])
    assert [w.shape for w in model.get_weights()] == [(2, 3), (3,), (3, 1), (1,)]
    assert len(model.layers) == 2


def test_frozen_weights_stay():
    model = Sequential([layers.Input((3,)), layers.Dense(2), layers.Dense(1)])
    model.layers[0].trainable = False
    before = model.get_weights()
    model.compile("sgd", "mse")
    model.fit(X, X[:, :1], epochs=2, verbose=0)
    after = model.get_weights()
    assert [np.array_equal(a, b) for a, b in zip(before, after, strict=True)] == [
        True, True, False, False,
    ]  # fmt: skip
    assert len(model.trainable_weights) == len(model.non_trainable_weights) == 2
    model.layers[0].trainable = True
    assert len(model.trainable_weights) == 4


def test_a_layer_used_twice_adds_its_gradients():
    layer = layers.Dense(3, dtype="float64")
    x = X[:2]
    loss = (layer(layer(x)) ** 2).sum()
    loss.backward()
    W, b = layer.weights

    def reference(W, b):
        return (((x @ W + b) @ W + b) ** 2).sum()

    slope = differences(reference, [W.data, b.data], 0)
    np.testing.assert_allclose(W.grad, slope, rtol=1e-6)


def test_a_sequential_holds_each_layer_once():
    layer = layers.Dense(2)
    with pytest.raises(ValueError, match=r"(?s)a new layer.*dense, of place 0.*call"):
        Sequential([layer, layers.Dense(2), layer])


class Named(Model):
    """A model that keeps its one layer in an attribute of any name."""

    def __init__(self, name):
        super().__init__()
        self.chosen = name
        setattr(self, name, layers.Dense(1))

    def call(self, x):
        return getattr(self, self.chosen)(x)


@pytest.mark.parametrize("name", ["z", "members"])
def test_a_layer_where_dlcore_puts_something_else_is_refused(name):
    with pytest.raises(ValueError, match=rf"self.{name} = ... \(Dense\)"):
        Named(name).predict(np.ones((3, 2)))


def test_a_part_may_be_called_stem():
    model = Sequential([Named("stem"), layers.Dense(1)])
    assert model.predict(np.ones((3, 2))).shape == (3, 1)
    assert [layer.name for layer in model.layers] == ["named", "dense_1"]


@pytest.mark.parametrize("kind", [dict, list])
def test_layers_in_containers_are_the_model_s(kind):
    class Held(Model):
        def __init__(self):
            super().__init__()
            first, last = layers.Dense(3, "tanh"), [(layers.Dense(1),)]
            self.steps = kind(zip("ab", (first, last), strict=True))

        def call(self, x):
            (_, first), (_, [(last,)]) = dict(self.steps).items()
            return last(first(x))

    model = Held()
    model.compile("sgd", "mse")
    x = np.linspace(0.0, 1.0, 8).reshape(4, 2)
    model.predict(x)
    before = model.get_weights()
    model.fit(x, x[:, :1], verbose=0)
    assert [layer.name for layer in model.layers] == ["dense", "dense_1"]
    assert len(before) == 4
    for W, old in zip(model.get_weights(), before, strict=True):
        assert (old != W).all()


def test_weights_are_replaced_as_a_whole_or_not_at_all():
    layer = layers.Dense(1)
    layer(X)
    kernel, bias = layer.get_weights()
    layer.set_weights([kernel + 1, bias])
    np.testing.assert_array_equal(layer.kernel.data, kernel + 1)
    given = [kernel, bias]
    layer.set_weights(given)
    layer.kernel.data += 1
    np.testing.assert_array_equal(given[0], kernel)


@pytest.mark.parametrize(
    ("regularizer", "penalty"),
    [
        ("l2", lambda W: 0.01 * (W**2).sum()),
        ("l1", lambda W: 0.01 * abs(W).sum()),
    ],
)
def test_penalties_add_to_the_reported_loss(regularizer, penalty):
    model = Sequential(
        [layers.Dense(1, kernel_regularizer=regularizer)], dtype="float64"
    )
    model.compile("sgd", "mse")
    y = X[:, :1]
    model.predict(X)
    W, b = model.get_weights()
    expected = ((X @ W + b - y) ** 2).mean() + penalty(W)
    assert model.evaluate(X, y) == pytest.approx(expected)
    assert model.fit(X, y, verbose=0).history["loss"] == [pytest.approx(expected)]
    slope = differences(lambda W: ((X @ W + b - y) ** 2).mean() + penalty(W), [W], 0)
    np.testing.assert_allclose(model.weights[0].grad, slope, rtol=1e-6)


def test_activity_regularizer_counts_per_row():
    model = Sequential([layers.Dense(2, activity_regularizer="l2")], dtype="float64")
    model.compile("sgd", "mse")
    prediction = model.predict(X)
    expected = 0.01 * (prediction**2).sum() / len(X)
    assert model.evaluate(X, prediction) == pytest.approx(expected)


def test_activity_regularizer_of_several_outputs():
    x = np.linspace(-1.0, 1.0, 24).reshape(2, 4, 3)
    layer = layers.LSTM(2, return_state=True, activity_regularizer="l2")
    outputs = layer(x)
    expected = [0.01 * (y.data**2).sum() / 2 for y in outputs]
    assert [float(penalty) for penalty in layer.penalties()] == pytest.approx(expected)


def test_activity_regularizer_of_attention_is_on_its_views_as_in_keras():
    x = np.linspace(-1.0, 1.0, 24).reshape(2, 4, 3)
    layer = layers.MultiHeadAttention(2, 3, activity_regularizer="l2")
    layer(x, x)
    found = [float(p) for part in layer.family() for p in part.penalties()]
    expected = [0.01 * (part.output.data**2).sum() / 2 for part in layer.parts()]
    assert found == pytest.approx(expected)
    assert len(found) == 4


class Wide(layers.Layer):
    """A layer of one's own, whose attributes have common names."""

    def __init__(self):
        super().__init__()
        self.width, self.height, self.rate, self.size = 64, 7, 0.5, 3

    def call(self, x):
        return x * self.rate


def test_attributes_of_a_layer_of_ones_own():
    model = Sequential([Wide(), layers.Dense(1)])
    assert model.predict(X).shape == (6, 1)
    assert model.layers[0].width == 64
