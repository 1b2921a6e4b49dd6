"""Checks for page 11.2: deltas that travel back through time, and clipping."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

STATES = np.tanh(np.array([[0.4, -1.0, 0.2], [1.1, 0.3, -0.6], [-0.2, 0.8, 0.5]]))
DIRECT = np.array([[0.5, -0.2, 0.1], [0.3, 0.7, -0.4], [1.0, -0.6, 0.2]])
W_HH = np.array([[0.4, 0.9, -0.2], [-0.5, 0.3, 0.6], [0.8, -0.1, 0.2]])
LAST_ONLY = np.array([[0.0] * 3, [0.0] * 3, [1.0, -0.6, 0.2]])


def rnn_deltas(direct, h, W_hh):
    """Return the gradient of the loss in z_t for every step, (T, n).

    `direct` holds what comes into each state from its own output, (T, n); `h` the
    states of a tanh RNN, (T, n).
    """
    return _deltas(direct, h, W_hh, lambda a: 1 - a**2)


def _deltas(direct, h, W_hh, slope, at_end=False):
    """Return the deltas; with `at_end` the slope is taken after the step back."""
    delta, deltas = np.zeros(len(W_hh)), np.zeros_like(h)
    for t in reversed(range(len(h))):
        if at_end:
            delta = direct[t] * slope(h[t]) + W_hh.T @ delta
        else:
            delta = (direct[t] + W_hh.T @ delta) * slope(h[t])
        deltas[t] = delta
    return deltas


def _forward_in_time(direct, h, W_hh):
    return rnn_deltas(direct[::-1], h[::-1], W_hh)[::-1]


def _last_alone(direct, h, W_hh):
    kept = np.zeros_like(direct)
    kept[-1] = direct[-1]
    return rnn_deltas(kept, h, W_hh)


def _slope(a):
    return 1 - a**2


RNN_DELTAS = Check(
    reference=rnn_deltas,
    names=("my_rnn_deltas",),
    cases=(
        Case("three steps, an output at each", (DIRECT, STATES, W_HH)),
        Case("an output at the last step alone", (LAST_ONLY, STATES, W_HH)),
        Case("one unit", (DIRECT[:, :1], STATES[:, :1], W_HH[:1, :1])),
        Case("a single step", (DIRECT[:1], STATES[:1], W_HH), "edge"),
        Case("without feedback", (DIRECT, STATES, 0 * W_HH), "edge"),
    ),
    mistakes=(
        Mistake(lambda direct, h, W_hh: rnn_deltas(direct, h, W_hh.T), "back through "
                "time the deltas go through the transposed matrix"),
        Mistake(lambda direct, h, W_hh: direct * _slope(h), "each step hears its own "
                "output alone; what the later steps send back is missing"),
        Mistake(lambda direct, h, W_hh: _deltas(direct, h, W_hh, np.ones_like),
                "the slope of the activation is missing"),
        Mistake(lambda direct, h, W_hh: _deltas(direct, h, W_hh, _slope, True),
                "what comes from the later steps passes through the activation, too, "
                "and meets its slope"),
        Mistake(_forward_in_time, "this goes from the first step to the last; blame "
                "travels the other way"),
        Mistake(_last_alone, "only the last output speaks here; every step may "
                "have one"),
        Mistake(lambda direct, h, W_hh: _deltas(
            direct, h, W_hh, lambda a: _slope(np.tanh(a))), "h is the state after the "
                "activation; it need not be bent once more"),
        Mistake(lambda direct, h, W_hh: rnn_deltas(direct, h, W_hh).sum(axis=0), "one "
                "row for each step is asked for, not their sum"),
    ),
)  # fmt: skip


def clip_by_norm(gradient, most):
    """Return a gradient that is longer than `most`, cut to that length."""
    length = np.sqrt((gradient**2).sum())
    return gradient * (most / length) if length > most else gradient


LONG = np.array([3.0, -4.0])
MATRIX = np.array([[1.0, -2.0], [2.0, 4.0]])

CLIP_BY_NORM = Check(
    reference=clip_by_norm,
    names=("my_clip_by_norm",),
    cases=(
        Case("a vector of length 5", (LONG, 1.0)),
        Case("a matrix of length 5", (MATRIX, 2.5)),
        Case("shorter than the limit", (LONG, 7.0)),
        Case("exactly at the limit", (LONG, 5.0), "edge"),
        Case("a gradient of zeros", (0 * LONG, 1.0), "edge"),
    ),
    mistakes=(
        Mistake(lambda gradient, most: np.clip(gradient, -most, most), "this cuts each "
                "element by itself, which turns the gradient to another direction"),
        Mistake(lambda gradient, most: gradient * most / max(
            np.linalg.norm(gradient), 1e-12), "short gradients are stretched; they "
                "should stay as they are"),
        Mistake(lambda gradient, most: gradient / max(
            np.linalg.norm(gradient) / most, 1) / most, "the length comes out as 1 "
                "whatever the limit"),
        Mistake(lambda gradient, most: gradient if np.linalg.norm(gradient) <= most
                else 0 * gradient, "a long gradient is to be shortened, not dropped"),
        Mistake(lambda gradient, most: gradient * min(
            1, most / max((gradient**2).sum(), 1e-12)), "this compares with the square "
                "of the length"),
        Mistake(lambda gradient, most: gradient * min(
            1, most / max(np.abs(gradient).sum(), 1e-12)), "the length is the root of "
                "the sum of squares; this is the sum of the sizes"),
        Mistake(lambda gradient, most: gradient * min(
            1, most / max(np.abs(gradient).max(), 1e-12)), "the length is made of all "
                "elements, not of the largest one"),
    ),
)  # fmt: skip

CHECKS = (RNN_DELTAS, CLIP_BY_NORM)
"""All checks of page 11.2."""
