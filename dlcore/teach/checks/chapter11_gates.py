"""Checks for page 11.3: one step of an LSTM and of a GRU, and counting parameters."""

import numpy as np

from dlcore.teach.chapter11_gates import gru_step, lstm_step
from dlcore.teach.check import Case, Check, Mistake
from dlcore.teach.classifiers import sigmoid

_draw = np.random.default_rng(11).normal
X, H, C = _draw(size=(2, 3)), _draw(size=(2, 2)), _draw(size=(2, 2))
W4, U4, B4 = _draw(size=(3, 8)), _draw(size=(2, 8)), _draw(size=8)
W3, U3, B3 = _draw(size=(3, 6)), _draw(size=(2, 6)), _draw(size=6)
ONE = np.array([[1.0]]), np.array([[0.5]]), np.array([[0.8]])
PAPER = (
    np.array([[1.0, 0.0, 1.0, -1.0]]), np.array([[0.0, 2.0, -1.0, 2.0]]),
    np.array([0.0, 1.0, 0.0, 0.0]),
)  # fmt: skip
OPEN = np.array([-50.0, -50, 50, 50, 0, 0, 50, 50])
"""Biases with which an LSTM of two units writes nothing and keeps everything."""


def _lstm(x, h, c, W, U, b, order=(0, 1, 2, 3), squash=np.tanh, show=np.tanh):
    """Return a step of an LSTM with something changed."""
    parts = np.split(x @ W + h @ U + b, 4, axis=1)
    i, f, g, o = (parts[k] for k in order)
    c = sigmoid(f) * c + sigmoid(i) * squash(g)
    return sigmoid(o) * show(c), c


def _coupled(x, h, c, W, U, b):
    """Return a step in which the forget gate also decides what is written."""
    _, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    c = sigmoid(f) * c + (1 - sigmoid(f)) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def _shows_the_old(x, h, c, W, U, b):
    """Return a step that shows the memory before it was written to."""
    o = np.split(x @ W + h @ U + b, 4, axis=1)[3]
    return sigmoid(o) * np.tanh(c), lstm_step(x, h, c, W, U, b)[1]


LSTM_STEP = Check(
    reference=lstm_step,
    names=("one_lstm_step",),
    cases=(
        Case("the paper example", (*ONE, *PAPER)),
        Case("two rows, three inputs, two units", (X, H, C, W4, U4, B4)),
        Case("gates that only keep", (X, H, C, 0 * W4, 0 * U4, OPEN), "edge"),
    ),
    mistakes=(
        Mistake(lambda *a: lstm_step(*a)[::-1], "first the new h, then the new c"),
        Mistake(lambda *a: _lstm(*a, order=(1, 0, 2, 3)), "the blocks stand in the "
                "order i, f, g, o; two of them have changed places"),
        Mistake(lambda *a: _lstm(*a, order=(0, 1, 3, 2)), "candidate and output gate "
                "have changed places; the blocks stand in the order i, f, g, o"),
        Mistake(lambda *a: _lstm(*a, squash=sigmoid), "the candidate may be negative; "
                "a sigmoid never is"),
        Mistake(lambda *a: _lstm(*a, squash=lambda g: g), "the candidate is not yet "
                "squashed"),
        Mistake(lambda *a: _lstm(*a, show=lambda c: c), "the memory is squashed "
                "before it is shown"),
        Mistake(_coupled, "two gates of their own decide what is kept and what is "
                "written"),
        Mistake(_shows_the_old, "the output shows the new memory"),
        Mistake(lambda x, h, c, W, U, b: lstm_step(x, h, c, W, U, 0 * b), "the bias "
                "is missing"),
    ),
)  # fmt: skip


def _gru(x, h, W, U, b, swap=False, turn=False, reset=True, after=False):
    """Return a step of a GRU with something changed."""
    n = h.shape[1]
    zx, rx, gx = np.split(x @ W + b, 3, axis=1)
    zh, rh, gh = np.split(h @ U, 3, axis=1)
    z, r = sigmoid(zx + zh), sigmoid(rx + rh)
    z, r = (r, z) if swap else (z, r)
    beside = r * gh if after else ((r * h) if reset else h) @ U[:, 2 * n :]
    g = np.tanh(gx + beside)
    return (1 - z) * h + z * g if turn else z * h + (1 - z) * g


KEEP = np.array([50.0, 50, 0, 0, 0, 0])
GRU_STEP = Check(
    reference=gru_step,
    names=("one_gru_step",),
    cases=(
        Case("two rows, three inputs, two units", (X, H, W3, U3, B3)),
        Case("from a state of zeros", (X, 0 * H, W3, U3, B3)),
        Case("an update gate that only keeps", (X, H, 0 * W3, 0 * U3, KEEP), "edge"),
    ),
    mistakes=(
        Mistake(lambda *a: _gru(*a, turn=True), "z says how much is kept, 1 − z how "
                "much is new; here it is the other way around"),
        Mistake(lambda *a: _gru(*a, swap=True), "the blocks stand in the order "
                "z, r, g; the gates have changed places"),
        Mistake(lambda *a: _gru(*a, reset=False), "the reset gate has no effect"),
        Mistake(lambda *a: _gru(*a, after=True), "here r acts on the state, before "
                "the product with U"),
        Mistake(lambda x, h, W, U, b: gru_step(x, h, W, U, 0 * b), "the bias is "
                "missing"),
    ),
)  # fmt: skip


def recurrent_parameters(kind, inputs, units):
    """Return the parameters of a recurrent layer, "plain", "lstm" or "gru"."""
    blocks = {"plain": 1, "lstm": 4, "gru": 3}[kind]
    return blocks * units * (inputs + units + 1)


def _count(blocks, more):
    """Return a way to count, wrong in what belongs to one block."""
    return lambda kind, inputs, units: blocks[kind] * more(inputs, units)


RIGHT = {"plain": 1, "lstm": 4, "gru": 3}
RECURRENT_PARAMETERS = Check(
    reference=recurrent_parameters,
    names=("count_recurrent",),
    cases=(
        Case("a plain layer, 8 inputs, 16 units", ("plain", 8, 16)),
        Case("an LSTM", ("lstm", 8, 16)),
        Case("a GRU", ("gru", 8, 16)),
        Case("one input, one unit", ("lstm", 1, 1), "edge"),
    ),
    mistakes=(
        Mistake(_count(RIGHT, lambda n, h: h * (n + h)), "each unit has a bias in "
                "each block"),
        Mistake(_count(RIGHT, lambda n, h: h * (n + 1)), "each unit also sees all "
                "units of the step before"),
        Mistake(_count(RIGHT, lambda n, h: h * (n + 2)), "each unit sees all units "
                "of the step before, not only itself"),
        Mistake(_count({"plain": 1, "lstm": 3, "gru": 2}, lambda n, h: h * (n + h + 1)),
                "besides the gates there is the candidate"),
        Mistake(_count({"plain": 1, "lstm": 4, "gru": 4}, lambda n, h: h * (n + h + 1)),
                "a GRU has a gate less than an LSTM"),
    ),
)  # fmt: skip

CHECKS = (LSTM_STEP, GRU_STEP, RECURRENT_PARAMETERS)
