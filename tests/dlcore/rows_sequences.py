"""Rows of the tables of ops and layers: sequences, embedding, attention; slow twins."""

import numpy as np

from dlcore import Model, Sequential, layers, ops
from dlcore.ops import recurrent
from dlcore.ops.attention import causal_mask
from tests.dlcore.layer_table import Row as LayerRow
from tests.dlcore.op_table import Row

rng = np.random.default_rng(6)


def normal(*shape):
    return rng.normal(size=shape)


# Slow twins: one sequence, one step, one gate at a time


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(x, state, W, U, b):
    h, c = state
    i, f, g, o = np.split(x @ W + h @ U + b, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def gru_step(x, state, W, U, b):
    (h,) = state
    zx, rx, gx = np.split(x @ W + b[0], 3)
    zh, rh, gh = np.split(h @ U + b[1], 3)
    z, r = sigmoid(zx + zh), sigmoid(rx + rh)
    return (z * h + (1 - z) * np.tanh(gx + r * gh),)


def gru_step_before(x, state, W, U, b):
    (h,) = state
    n = len(h)
    zx, rx, gx = np.split(x @ W + b, 3)
    z, r = sigmoid(zx + h @ U[:, :n]), sigmoid(rx + h @ U[:, n : 2 * n])
    return (z * h + (1 - z) * np.tanh(gx + (r * h) @ U[:, 2 * n :]),)


def simple_step(x, state, W, U, b):
    return (np.tanh(x @ W + state[0] @ U + b),)


def slow(step, parts=1, every=True, mask=None, backwards=False):
    """A recurrent layer by loops over rows and steps, from (x, W, U, b, *state)."""

    def run(x, W, U, b, *state):
        result = []
        for row, sequence in enumerate(x):
            now = [s[row] for s in state] or [np.zeros(len(U))] * parts
            steps = []
            for t in range(len(sequence))[:: -1 if backwards else 1]:
                if mask is None or mask[row, t]:
                    now = step(sequence[t], now, W, U, b)
                steps.append(now[0])
            result.append(steps if every else steps[-1])
        return np.array(result)

    return run


def slow_attention(q, k, v, scale=1.0, mask=None):
    result = np.zeros((*q.shape[:2], v.shape[2]))
    for row in range(len(q)):
        for i, query in enumerate(q[row]):
            seen = [j for j in range(k.shape[1]) if mask is None or mask[row, i, j]]
            powers = [np.exp(scale * query @ k[row, j]) for j in seen]
            for j, power in zip(seen, powers, strict=True):
                result[row, i] += power / sum(powers) * v[row, j]
    return result


def slow_heads(x, *weights):
    """Self-attention of two heads."""
    (Wq, bq), (Wk, bk), (Wv, bv), (Wo, bo) = zip(
        weights[::2], weights[1::2], strict=True
    )
    heads = []
    for n in range(Wq.shape[1]):
        views = [x @ W[:, n] + b[n] for W, b in ((Wq, bq), (Wk, bk), (Wv, bv))]
        heads.append(slow_attention(*views, scale=Wq.shape[2] ** -0.5) @ Wo[n])
    return sum(heads) + bo


# Ops

X, STATES = normal(2, 3, 2), [normal(2, 3), normal(2, 3)]
HOLES = np.array([[1, 0, 1], [1, 1, 0]], dtype=bool)
WEIGHTS = {n: [normal(2, 3 * n), normal(3, 3 * n), normal(3 * n)] for n in (1, 3, 4)}
WEIGHTS[3][2] = normal(2, 9)
KINDS = {
    "simple_rnn": (recurrent.SimpleRNN, 1, simple_step, 1),
    "lstm": (recurrent.LSTM, 4, lstm_step, 2),
    "gru": (recurrent.GRU, 3, gru_step, 1),
}
QUERY, KEY, VALUE = normal(2, 3, 2), normal(2, 4, 2), normal(2, 4, 3)
SEEN = np.array([[[1, 1, 0, 0]] * 3, [[0, 1, 1, 1], [1, 0, 0, 0], [1, 1, 1, 1]]], bool)
IDS = np.array([[2, 0, 2], [1, 2, 4]])


def beside(array, x):
    """A bool or whole-numbered array where the tensor x is."""
    from dlcore import backend

    return backend.asarray(array, like=x.data, dtype=array.dtype)


def over_time(op, every, masked):
    def run(x, W, U, b, *state):
        mask = beside(HOLES, x) if masked else None
        made = op(every=every, mask=mask)
        return recurrent.over_time(made, x, W, U, b, list(state))[0]

    return run


def rows_of(name):
    op, n, step, parts = KINDS[name]
    inputs = [X, *WEIGHTS[n], *STATES[:parts]]
    for every in (False, True):
        for masked in (False, True):
            twin = slow(step, parts, every, HOLES if masked else None)
            words = f"{name}{' every' * every}{' masked' * masked}"
            yield Row(words, over_time(op, every, masked), twin, inputs)


def last_states(x, W, U, b, h, c):
    op = recurrent.LSTM(carry=True)
    _, (h, c) = recurrent.over_time(op, x, W, U, b, [h, c])
    return ops.concat([h, c])


def slow_last_states(x, W, U, b, h, c):
    ends = []
    for row, state in enumerate(zip(h, c, strict=True)):
        for t in range(x.shape[1]):
            state = lstm_step(x[row, t], state, W, U, b)
        ends.append(state)
    return np.concatenate([[h for h, _ in ends], [c for _, c in ends]])


ROWS = [
    *[row for name in KINDS for row in rows_of(name)],
    Row("lstm states", last_states, slow_last_states, [X, *WEIGHTS[4], *STATES]),
    Row(
        "embedding",
        lambda E: ops.embedding(E, beside(IDS, E)),
        lambda E: np.eye(5)[IDS] @ E,
        [normal(5, 2)],
    ),
    Row(
        "attention",
        lambda q, k, v: ops.attention(q, k, v, 0.5)[0],
        lambda q, k, v: slow_attention(q, k, v, 0.5),
        [QUERY, KEY, VALUE],
    ),
    Row(
        "attention masked",
        lambda q, k, v: ops.attention(q, k, v, mask=beside(SEEN, q))[0],
        lambda q, k, v: slow_attention(q, k, v, mask=SEEN),
        [QUERY, KEY, VALUE],
    ),
    Row(
        "attention on the tape",
        lambda q, k, v: ops.attention(q, k, v, mask=beside(SEEN, q), on_tape=True)[0],
        lambda q, k, v: slow_attention(q, k, v, mask=SEEN),
        [QUERY, KEY, VALUE],
    ),
    Row(
        "attention causal",
        lambda x: ops.attention(x, x, x, mask=causal_mask(4, 4, like=x.data))[0],
        lambda x: slow_attention(x, x, x, mask=np.tril(np.ones((2, 4, 4)))),
        [KEY],
    ),
]


# A fused op beside what it stands for, made of elementary ops


def steps_of(cell):
    """The cell's own steps, one after the other, of elementary ops."""

    def run(x, W, U, b, *state):
        cell.kernel, cell.recurrent_kernel, cell.bias = W, U, b
        state = list(state)
        for t in range(x.shape[1]):
            h, state = cell.step(x[:, t, :], state, training=False)
        return h

    return run


def with_tensors(function):
    from dlcore.ops.elementary import tensors

    return lambda *arrays: function(*tensors(*arrays))


DROPPED = (rng.random((2, 3, 4)) > 0.3) / 0.7
TWINS = [
    Row(
        name,
        with_tensors(over_time(op, False, False)),
        with_tensors(steps_of(cell(3))),
        [X, *WEIGHTS[n], *STATES[:parts]],
    )
    for (name, (op, n, _, parts)), cell in zip(
        KINDS.items(),
        (layers.SimpleRNNCell, layers.LSTMCell, layers.GRUCell),
        strict=True,
    )
] + [
    Row(
        "attention",
        lambda q, k, v: ops.attention(q, k, v, 0.5, SEEN, DROPPED)[0],
        lambda q, k, v: ops.attention(q, k, v, 0.5, SEEN, DROPPED, on_tape=True)[0],
        [QUERY, KEY, VALUE],
    ),
    Row(
        "embedding",
        lambda E: ops.embedding(E, IDS),
        lambda E: ops.reshape(np.eye(5)[IDS].reshape(6, 5) @ (1.0 * E), (2, 3, 2)),
        [normal(5, 2)],
    ),
]


# Layers


class Attending(Model):
    """A layer of attention, of x to itself."""

    def __init__(self, layer, several=False):
        super().__init__()
        self.layer, self.several = layer, several

    def call(self, x):
        return self.layer(x, x) if self.several else self.layer([x, x])


class Seeing(Model):
    """A layer that is told which steps count."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def call(self, x):
        return self.layer(x, mask=beside(HOLES, x))


def both_ways(x, *weights):
    there = slow(lstm_step, 2)(x, *weights[:3])
    back = slow(lstm_step, 2, backwards=True)(x, *weights[3:])
    return np.concatenate([there, back[:, ::-1]], axis=-1)


def stacked(x, *weights):
    between = slow(lstm_step, 2)(x, *weights[:3])
    return slow(gru_step, every=False)(between, *weights[3:])


ROWS_OF_LAYERS = [
    LayerRow(
        "SimpleRNN", lambda: layers.SimpleRNN(3), slow(simple_step, every=False), X
    ),
    LayerRow(
        "SimpleRNN sequences, one row",
        lambda: layers.SimpleRNN(2, return_sequences=True),
        slow(simple_step),
        normal(1, 5, 1),
    ),
    LayerRow("LSTM", lambda: layers.LSTM(3), slow(lstm_step, 2, every=False), X),
    LayerRow(
        "LSTM masked",
        lambda: Seeing(layers.LSTM(3, return_sequences=True)),
        slow(lstm_step, 2, mask=HOLES),
        X,
    ),
    LayerRow(
        "GRU backwards",
        lambda: layers.GRU(3, go_backwards=True, return_sequences=True),
        slow(gru_step, backwards=True),
        X,
    ),
    LayerRow(
        "GRU reset before",
        lambda: layers.GRU(2, reset_after=False),
        slow(gru_step_before, every=False),
        X,
    ),
    LayerRow(
        "RNN of one cell",
        lambda: layers.RNN(layers.LSTMCell(2), return_sequences=True),
        slow(lstm_step, 2),
        X,
    ),
    LayerRow(
        "RNN masked",
        lambda: Seeing(layers.RNN(layers.GRUCell(2))),
        slow(gru_step, every=False, mask=HOLES),
        X,
    ),
    LayerRow(
        "RNN of two cells",
        lambda: layers.RNN([layers.LSTMCell(2), layers.GRUCell(2)]),
        stacked,
        X,
    ),
    LayerRow(
        "Bidirectional",
        lambda: layers.Bidirectional(layers.LSTM(2, return_sequences=True)),
        both_ways,
        X,
    ),
    LayerRow(
        "TimeDistributed",
        lambda: layers.TimeDistributed(layers.Dense(2)),
        lambda x, W, b: x @ W + b,
        X,
    ),
    LayerRow(
        "two layers",
        lambda: Sequential(
            [layers.LSTM(2, return_sequences=True), layers.GRU(2), layers.Dense(1)]
        ),
        lambda x, *weights: stacked(x, *weights[:6]) @ weights[6] + weights[7],
        X,
    ),
    LayerRow(
        "Masking",
        layers.Masking,
        lambda x: x,
        X,
    ),
    LayerRow(
        "Attention",
        lambda: Attending(layers.Attention(use_scale=True)),
        lambda x, scale: slow_attention(x, x, x, scale),
        X,
    ),
    LayerRow(
        "MultiHeadAttention",
        lambda: Attending(layers.MultiHeadAttention(2, 2), several=True),
        slow_heads,
        X,
    ),
]
