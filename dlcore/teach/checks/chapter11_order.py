"""Checks for page 11.1: the states of a plain recurrent layer."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

W_XH = np.array([[0.7, -0.3], [0.2, 0.5], [-0.6, 0.1]])
W_HH = np.array([[0.4, 0.9, -0.2], [-0.5, 0.3, 0.6], [0.8, -0.1, 0.2]])
B = np.array([0.1, -0.2, 0.3])
X = np.array([[1.0, -0.5], [0.3, 2.0], [-1.2, 0.4], [0.5, 0.5]])


def rnn_states(x, W_xh, W_hh, b):
    """Return the state of a tanh RNN after each step, (time, units), from zeros."""
    return _states(x, W_xh, W_hh, b)


def _states(x, W_xh, W_hh, b, start=0.0, squash=np.tanh):
    h, states = np.full(len(b), start), []
    for x_t in x:
        h = squash(W_xh @ x_t + W_hh @ h + b)
        states.append(h)
    return np.array(states)


def _without_memory(x, W_xh, W_hh, b):
    return np.tanh(x @ W_xh.T + b)


def _state_before(x, W_xh, W_hh, b):
    return np.concatenate([np.zeros((1, len(b))), rnn_states(x, W_xh, W_hh, b)[:-1]])


def _sum_is_carried(x, W_xh, W_hh, b):
    z, states = np.zeros(len(b)), []
    for x_t in x:
        z = W_xh @ x_t + W_hh @ z + b
        states.append(np.tanh(z))
    return np.array(states)


def _only_first_bias(x, W_xh, W_hh, b):
    h, states = np.zeros(len(b)), []
    for t, x_t in enumerate(x):
        h = np.tanh(W_xh @ x_t + W_hh @ h + (b if t == 0 else 0))
        states.append(h)
    return np.array(states)


RNN_STATES = Check(
    reference=rnn_states,
    names=("my_rnn_states",),
    cases=(
        Case("four steps, two inputs, three units", (X, W_XH, W_HH, B)),
        Case("one unit", (X[:, :1], W_XH[:1, :1], W_HH[:1, :1], B[:1])),
        Case("a single step", (X[:1], W_XH, W_HH, B), "edge"),
        Case("without feedback", (X, W_XH, 0 * W_HH, B), "edge"),
    ),
    mistakes=(
        Mistake(_without_memory, "each step starts afresh; the state of the step "
                "before does not come in"),
        Mistake(lambda x, W_xh, W_hh, b: _states(x, W_xh, W_hh.T, b), "the recurrent "
                "matrix is turned over; on paper row j holds the weights into unit j"),
        Mistake(lambda x, W_xh, W_hh, b: _states(x, W_xh, W_hh, b, squash=lambda z: z),
                "these are the weighted sums; the activation is missing"),
        Mistake(_sum_is_carried, "what is carried on is the state, after the "
                "activation, and not the weighted sum"),
        Mistake(lambda x, W_xh, W_hh, b: _states(x, W_xh, W_hh, 0 * b), "the bias is "
                "missing"),
        Mistake(_only_first_bias, "the bias belongs to every step"),
        Mistake(lambda x, W_xh, W_hh, b: _states(x, W_xh, W_hh, b, start=1.0), "the "
                "first step starts from a state of zeros"),
        Mistake(lambda x, W_xh, W_hh, b: rnn_states(x[::-1], W_xh, W_hh, b)[::-1],
                "time runs backward here"),
        Mistake(_state_before, "these are the states before the steps; those after "
                "them are asked for"),
        Mistake(lambda x, W_xh, W_hh, b: rnn_states(x, W_xh, W_hh, b)[-1], "this is "
                "the last state alone; one row for each step is asked for"),
    ),
)  # fmt: skip

CHECKS = (RNN_STATES,)
"""All checks of page 11.1."""
