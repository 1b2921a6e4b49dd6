"""Checks for chapter 7: gradients of a whole network, by hand and in general."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

_rng = np.random.default_rng(7)
X, Y = _rng.normal(size=(5, 2)), _rng.normal(size=(5, 2))
W, B = _rng.normal(size=(2, 3)), _rng.normal(size=3)
V, C = _rng.normal(size=(3, 2)), _rng.normal(size=2)


def _sigmoid(z):
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def _half_squares(x, y, W, b, V, c):
    return 0.5 * np.sum((_sigmoid(x @ W + b) @ V + c - y) ** 2)


def _gradients(x, y, W, b, V, c, error=None, come_back=None, slope=None, mean=1.0):
    """Return the four gradients; each option replaces a step by a mistaken one."""
    a = _sigmoid(x @ W + b)
    d = (error or (lambda said, y: said - y))(a @ V + c, y) / mean
    da = (come_back or (lambda d, V: d @ V.T))(d, V)
    dz = da * (slope or (lambda a, z: a * (1 - a)))(a, x @ W + b)
    return x.T @ dz, dz.sum(axis=0), a.T @ d, d.sum(axis=0)


def sigmoid_network_gradients(x, y, W, b, V, c):
    """Return (dW, db, dV, dc) of half the sum of squared errors."""
    return _gradients(x, y, W, b, V, c)


SIGMOID_NETWORK_GRADIENTS = Check(
    reference=sigmoid_network_gradients,
    cases=(
        Case("five rows, two outputs", (X, Y, W, B, V, C)),
        Case("other weights", (X, Y, -2 * W, B + 1, 0.5 * V, -C)),
        Case("one row", (X[:1], Y[:1], W, B, V, C), "edge"),
        Case("one output", (X, Y[:, :1], W, B, V[:, :1], C[:1]), "edge"),
    ),
    slope_of=(_half_squares, (2, 3, 4, 5)),
    mistakes=(
        Mistake(
            lambda *g: _gradients(*g, error=lambda said, y: y - said),
            "the error is predicted minus actual; all signs are reversed here",
        ),
        Mistake(
            lambda *g: _gradients(*g, error=lambda said, y: 2 * (said - y)),
            "half the sum of squares is meant: the 2 and the half cancel",
        ),
        Mistake(
            lambda *g: _gradients(*g, mean=len(g[0])),
            "this is an average over the rows; the sum is asked for",
        ),
        Mistake(
            lambda *g: _gradients(*g, slope=lambda a, z: 1.0),
            "the slope of the sigmoid is missing on the way to the hidden weights",
        ),
        Mistake(
            lambda *g: _gradients(*g, slope=lambda a, z: z * (1 - z)),
            "the slope of the sigmoid takes its output a, and you gave it z",
        ),
        Mistake(
            lambda *g: _gradients(*g, come_back=lambda d, V: d[:, :1] @ V[:, :1].T),
            "only the first output sends something back; add up over all of them",
        ),
        Mistake(
            lambda *g: _gradients(*g, come_back=lambda d, V: d @ np.ones_like(V.T)),
            "what comes back has to pass through the output weights",
        ),
    ),
)

CHECKS = (SIGMOID_NETWORK_GRADIENTS,)
