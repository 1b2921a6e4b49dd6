"""What recurrent layers, masks and attention do beside their numbers."""

import copy

import numpy as np
import pytest

from dlcore import (
    Input,
    Model,
    Sequential,
    Tensor,
    backend,
    kernels,
    layers,
    ops,
    utils,
)
from tests.dlcore.columns import COLUMNS

rng = np.random.default_rng(8)
X = rng.normal(size=(3, 4, 2))
KINDS = [layers.SimpleRNN, layers.LSTM, layers.GRU]
CELLS = [layers.SimpleRNNCell, layers.LSTMCell, layers.GRUCell]
PAIRS = list(zip(KINDS, CELLS, strict=True))


def pair(first, second, x=X):
    """Two layers, built, with the same weights."""
    first(x)
    second(x)
    second.set_weights(first.get_weights())
    return first, second


def ops_behind(tensor):
    """The names of all ops behind a tensor."""
    seen, waiting = {}, [tensor]
    while waiting:
        op = waiting.pop().op
        if op is not None and op not in seen:
            seen[op] = op.name
            waiting += op.inputs
    return list(seen.values())


@pytest.mark.parametrize(("kind", "cell"), PAIRS)
@pytest.mark.parametrize("mask", [None, rng.random((3, 4)) > 0.4])
def test_the_op_of_the_sequence_equals_the_cell_step_by_step(kind, cell, mask):
    settings = {"return_sequences": True, "return_state": True}
    whole, steps = pair(
        kind(3, dtype="float64", **settings),
        layers.RNN(cell(3), dtype="float64", **settings),
    )
    results = []
    for layer in (whole, steps):
        y, *states = layer(X, mask=mask)
        total = (y * y).sum()
        for state in states:
            total = total + state.sum()
        total.backward()
        results.append([y.data, *[s.data for s in states]])
        results[-1] += [W.grad for W in layer.weights]
    for one, other in zip(*results, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize(("kind", "cell"), PAIRS)
def test_the_tape_shows_one_op_or_every_step(kind, cell):
    name = kind.__name__.lower().replace("simplernn", "simple_rnn")
    assert ops_behind(kind(3)(X)).count(name) == 1
    assert ops_behind(layers.RNN(cell(3))(X)).count(name) == X.shape[1]
    own = cell(3, activation="relu")
    assert name not in ops_behind(layers.RNN(own)(X))


@pytest.mark.parametrize("kind", KINDS)
def test_a_stateful_layer_goes_on_where_it_stopped(kind):
    whole, parts = pair(kind(3), kind(3, stateful=True))
    parts.reset_state()
    parts(X[:, :1])
    np.testing.assert_allclose(parts(X[:, 1:]).data, whole(X).data, rtol=1e-6)
    parts.reset_state()
    np.testing.assert_allclose(parts(X).data, whole(X).data, rtol=1e-6)


def test_building_a_model_leaves_no_state_behind():
    for first in ([Input((4, 2))], []):
        model = Sequential([*first, layers.GRU(2, stateful=True), layers.Dense(1)])
        model.compile("sgd", "mse")
        model.train_on_batch(X, np.ones((3, 1)))
        model.reset_state()
        assert model.layers[0].states is None


def test_states_are_handed_from_an_encoder_to_a_decoder():
    encoder, decoder = layers.LSTM(3, return_state=True), layers.LSTM(3)
    _, h, c = encoder(X)
    y = decoder(X, initial_state=[h, c])
    y.sum().backward()
    assert all(W.grad is not None for W in encoder.weights)
    again = decoder(X, initial_state=[h.data, c.data])
    np.testing.assert_array_equal(again.data, y.data)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("which", ["dropout", "recurrent_dropout"])
def test_dropout_is_for_training_and_repeatable(kind, which):
    layer = kind(40, seed=3, return_sequences=True, **{which: 0.5})
    plain = layer(X).data
    utils.set_random_seed(1)
    first = layer(X, training=True).data
    second = layer(X, training=True).data
    np.testing.assert_array_equal(layer(X).data, plain)
    assert not np.allclose(first, plain)
    assert not np.allclose(first, second)
    again = kind(40, seed=3, return_sequences=True, **{which: 0.5})
    again(X)
    again.set_weights(layer.get_weights())
    np.testing.assert_array_equal(again(X, training=True).data, first)


def test_every_step_drops_the_same():
    ones = np.ones((2, 5, 3))
    cell = layers.SimpleRNNCell(
        3, "linear", use_bias=False, dropout=0.5, seed=1,
        kernel_initializer="identity", recurrent_initializer="zeros",
    )  # fmt: skip
    y = layers.RNN(cell, return_sequences=True)(ones, training=True).data
    assert set(np.unique(y)) == {0.0, 2.0}
    assert (y == y[:, :1]).all()
    again = layers.RNN(copy.deepcopy(cell), return_sequences=True)
    assert not (again(ones, training=True).data == y).all()


def test_the_forget_gate_starts_open():
    layer = layers.LSTM(3)
    layer(X)
    assert layer.get_weights()[2].tolist() == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    layer = layers.LSTM(3, unit_forget_bias=False)
    layer(X)
    assert not layer.get_weights()[2].any()


def test_the_recurrent_kernel_starts_orthogonal():
    layer = layers.SimpleRNN(5)
    layer(X)
    U = layer.get_weights()[1]
    np.testing.assert_allclose(U @ U.T, np.eye(5), atol=1e-6)


def test_a_cell_of_ones_own():
    class Sum(layers.Layer):
        state_size = 2

        def call(self, x, states):
            return states[0] + x, [states[0] + x]

    y = layers.RNN(Sum(), return_sequences=True)(X)
    np.testing.assert_allclose(y.data, X.cumsum(axis=1), rtol=1e-6)
    y = layers.Bidirectional(layers.RNN(Sum()))(X)
    np.testing.assert_allclose(y.data, np.tile(X.sum(axis=1), 2), rtol=1e-6)


def test_names_and_penalties_of_the_cell_are_the_models():
    model = Sequential(
        [
            Input((4, 2)),
            layers.LSTM(3, kernel_regularizer="l2", return_sequences=True),
            layers.Bidirectional(layers.LSTM(2)),
            layers.Dense(1),
        ]
    )
    names = [W.name for W in model.weights]
    assert len(set(names)) == len(names) == 11
    assert names[0] == "lstm_cell/kernel"
    parts = [layer.name for layer in model.family()]
    assert {"forward_lstm", "backward_lstm"} <= set(parts)
    model.compile("sgd", "mse")
    prediction, kernel = model.predict(X), model.get_weights()[0]
    expected = 0.01 * (kernel**2).sum()
    assert model.evaluate(X, prediction) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_cell_takes_dtype_and_freezing_from_its_layer(dtype):
    layer = layers.GRU(3, dtype=dtype, trainable=False)
    assert layer(X).data.dtype == dtype
    assert all(W.data.dtype == dtype for W in layer.weights)
    assert not layer.trainable_weights


# Masks


def test_a_mask_goes_as_far_as_its_layers_know_it():
    ids = np.array([[1, 2, 0], [3, 0, 0]])
    embedding = layers.Embedding(5, 2, mask_zero=True)
    x = embedding(ids)
    assert x.mask.tolist() == [[True, True, False], [True, False, False]]
    assert layers.Dense(3)(x).mask is x.mask
    assert layers.Dropout(0.5)(x, training=True).mask is x.mask
    assert layers.GRU(3, return_sequences=True)(x).mask is x.mask
    assert layers.GRU(3)(x).mask is None
    assert layers.Embedding(5, 2)(ids).mask is None
    with pytest.warns(UserWarning, match="flatten: the mask ends here"):
        assert layers.Flatten()(x).mask is None


def test_masked_steps_change_nothing():
    model = Sequential([layers.Masking(-1.0), layers.LSTM(3), layers.Dense(1)])
    short = model.predict(X)
    long = np.concatenate([X, np.full((3, 2, 2), -1.0)], axis=1)
    np.testing.assert_allclose(model.predict(long), short, rtol=1e-6)
    padded = np.concatenate([np.full((3, 2, 2), -1.0), X], axis=1)
    np.testing.assert_allclose(model.predict(padded), short, rtol=1e-6)


def test_masks_of_joined_inputs():
    mask = np.array([[True, False]])
    whole, part = Tensor(np.ones((1, 2, 1))), Tensor(np.ones((1, 2, 1)))
    part.mask = mask
    assert layers.Add()([whole, part]).mask is None
    assert layers.Add()([part, part]).mask.tolist() == [[True, False]]
    joined = layers.Concatenate(axis=1)([part, whole])
    assert joined.mask.tolist() == [[True, False, True, True]]
    assert layers.Concatenate()([part, part]).mask.tolist() == [[True, False]]


def test_time_distributed_hands_inner_masks_on():
    x = rng.normal(size=(2, 3, 4, 2))
    x[0, 0, 2:] = 0
    model = Sequential([layers.Masking(), layers.TimeDistributed(layers.GRU(2))])
    inner = model.layers[1].layer
    model.predict(x)
    expected = inner(x[0, 0][None, :2]).data[0]
    np.testing.assert_allclose(model.predict(x)[0, 0], expected, rtol=1e-5)


# Attention


def test_a_query_does_not_look_ahead():
    layer = layers.MultiHeadAttention(2, 3, seed=1)
    y, weights = layer(X, X, use_causal_mask=True, return_attention_scores=True)
    assert weights.shape == (3, 2, 4, 4)
    np.testing.assert_allclose(weights.data.sum(axis=-1), 1, rtol=1e-6)
    assert not np.triu(weights.data, 1).any()
    later = X.copy()
    later[:, 2:] += 1
    np.testing.assert_allclose(
        layer(later, later, use_causal_mask=True).data[:, :2], y.data[:, :2], rtol=1e-5
    )


def test_heads_take_the_masks_of_their_inputs():
    ids = np.array([[1, 2, 3, 0]])
    x = layers.Embedding(5, 2, mask_zero=True)(ids)
    layer = layers.MultiHeadAttention(1, 2)
    y = layer(x, x)
    assert y.mask is x.mask
    assert not layer.scores.data[..., :3, 3].any()
    given = np.ones((1, 4, 4), dtype=bool)
    given[:, :, 1] = False
    layer(x, x, attention_mask=given)
    assert not layer.scores.data[..., :3, [1, 3]].any()


@pytest.mark.parametrize(
    "make",
    [
        lambda: layers.Attention(dropout=0.5, seed=2),
        lambda: layers.AdditiveAttention(dropout=0.5),
    ],
)
def test_attention_drops_weights_in_training(make):
    layer = make()
    plain = layer([X, X]).data
    dropped = layer([X, X], training=True).data
    assert not np.allclose(plain, dropped)
    np.testing.assert_array_equal(layer([X, X]).data, plain)


def test_a_small_transformer_learns():
    class Block(Model):
        def __init__(self):
            super().__init__()
            self.embedding = layers.Embedding(6, 8)
            self.attention = layers.MultiHeadAttention(2, 4)
            self.norm = layers.LayerNormalization()
            self.pool = layers.GlobalAveragePooling1D()
            self.dense = layers.Dense(1, "sigmoid")

        def call(self, ids, training=False):
            x = self.embedding(ids)
            x = self.norm(x + self.attention(x, x, training=training))
            return self.dense(self.pool(x))

    utils.set_random_seed(0)
    ids = rng.integers(0, 6, (64, 5))
    y = (ids == 3).any(axis=1, keepdims=True).astype("float32")
    model = Block()
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(ids, y, batch_size=16, epochs=60, verbose=0).history
    assert history["accuracy"][-1] > 0.95


# Adding up rows


@pytest.mark.parametrize("column", COLUMNS)
def test_scatter_add_adds_up_what_repeats(column):
    target, values = column.upload(np.ones((4, 2))), column.upload(np.eye(3, 2))
    rows = backend.asarray(np.array([2, 0, 2]), like=target, dtype="int64")
    kernels.scatter_add(target, rows, values)
    expected = [[1, 2], [1, 1], [2, 1], [1, 1]]
    column.check_home(target, "the target")
    column.check_equal(target, np.array(expected, dtype="float64"), "the sums")


def test_no_gradient_for_rows_that_were_not_asked_for():
    E = Tensor(rng.normal(size=(5, 2)), requires_grad=True)
    ops.embedding(E, np.array([[1, 1], [3, 1]])).sum().backward()
    assert E.grad.tolist() == [[0, 0], [3, 3], [0, 0], [1, 1], [0, 0]]
