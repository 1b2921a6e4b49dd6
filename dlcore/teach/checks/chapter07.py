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


def _averaged(gradients, rows, which):
    """Return the gradients, some of them divided by the number of rows."""
    return tuple(g / rows if n in which else g for n, g in enumerate(gradients))


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
            lambda *g: _averaged(_gradients(*g), len(g[0]), (1, 3)),
            "the biases are averaged over the rows but the weights are not",
        ),
        Mistake(
            lambda *g: _averaged(_gradients(*g), len(g[0]), (0, 2)),
            "the weights are averaged over the rows but the biases are not",
        ),
        Mistake(
            lambda *g: _gradients(*g, mean=g[1].size),
            "this is an average over rows and outputs; the sum is asked for",
        ),
        Mistake(
            lambda *g: _gradients(*g, mean=g[1].size / 2),
            "the mean squared error has these slopes; half the sum is asked for",
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


K1, K2, K3 = (_rng.normal(size=s) for s in ((2, 4), (4, 3), (3, 2)))
Z1, Z2, Z3 = (_rng.normal(size=(5, n)) for n in (4, 3, 2))
A0, A1, A2 = (_rng.normal(size=(5, n)) for n in (2, 4, 3))
ERROR = _rng.normal(size=(5, 2))


def _walk(kernels, zs, error, slope=None, across=None, last_bends=False):
    """Return the deltas of tanh layers under a straight output."""
    slope = slope or (lambda z: 1 - np.tanh(z) ** 2)
    across = across or (lambda delta, kernel: delta @ kernel.T)
    delta = error * slope(zs[-1]) if last_bends else error
    found = [delta]
    for kernel, z in zip(kernels[:0:-1], zs[-2::-1], strict=True):
        delta = across(delta, kernel) * slope(z)
        found.insert(0, delta)
    return tuple(found)


def deltas(kernels, zs, error):
    """Return the delta of each layer, the first layer's first."""
    return _walk(kernels, zs, error)


DELTAS = Check(
    reference=deltas,
    cases=(
        Case("three layers", ([K1, K2, K3], [Z1, Z2, Z3], ERROR)),
        Case("other sums", ([K1, K2, K3], [2 * Z1, -Z2, Z3], -ERROR)),
        Case("one layer alone", ([K3], [Z3], ERROR), "edge"),
        Case("one row", ([K2, K3], [Z2[:1], Z3[:1]], ERROR[:1]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda *g: _walk(*g, slope=lambda z: np.ones_like(z)),
            "the slopes of the hidden units are missing",
        ),
        Mistake(
            lambda *g: _walk(*g, last_bends=True),
            "the output is straight; its delta is the error itself",
        ),
        Mistake(
            lambda *g: _walk(*g, slope=lambda z: 1 - z**2),
            "this slope takes the output of the unit, and you gave it the weighted sum",
        ),
        Mistake(
            lambda *g: _walk(*g, slope=np.tanh),
            "this multiplies by the output of a unit; its slope is meant",
        ),
        Mistake(
            lambda *g: _walk(*g, across=lambda d, k: d @ np.abs(k).T),
            "the sign of a weight counts on the way back too",
        ),
        Mistake(
            lambda *g: _walk(*g)[::-1],
            "the order is turned around; the first layer comes first",
        ),
    ),
)


def parameter_gradients(inputs, delta):
    """Return the gradients of a kernel (in, out) and of its biases, over a batch."""
    return inputs.T @ delta, delta.sum(axis=0)


PARAMETER_GRADIENTS = Check(
    reference=parameter_gradients,
    cases=(
        Case("five rows", (A1, Z2)),
        Case("another layer", (A0, -2 * Z1)),
        Case("one row", (A1[:1], Z2[:1]), "edge"),
        Case("one unit", (A2, Z3[:, :1]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda inputs, delta: (delta.T @ inputs, delta.sum(axis=0)),
            "(4, 3) is asked for, but (3, 4) came back",
        ),
        Mistake(
            lambda inputs, delta: (inputs.T @ delta / len(delta), delta.mean(axis=0)),
            "this is an average; delta holds that factor already, so add up",
        ),
        Mistake(
            lambda inputs, delta: (inputs.T @ delta, delta.mean(axis=0)),
            "the biases are averaged over the rows but the kernel is not",
        ),
        Mistake(
            lambda inputs, delta: (inputs.T @ delta, delta[0]),
            "only the first row reaches the biases",
        ),
        Mistake(
            lambda inputs, delta: (
                np.outer(inputs.sum(axis=0), delta.sum(axis=0)),
                delta.sum(axis=0),
            ),
            "the outer product belongs inside the sum over the rows, row by row",
        ),
    ),
)


def relative_error(gradient, nudged):
    """Return how far two gradients differ, as a share of their lengths."""
    gap = np.linalg.norm(gradient - nudged)
    return gap / max(np.linalg.norm(gradient) + np.linalg.norm(nudged), 1e-300)


G = _rng.normal(size=6)

RELATIVE_ERROR = Check(
    reference=relative_error,
    cases=(
        Case("two vectors", (G, G + 0.01 * G[::-1])),
        Case("small gradients", (1e-6 * G, 1e-6 * G[::-1])),
        Case("opposite directions", (G, -G), "edge"),
        Case("the same", (G, G.copy()), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda g, n: np.linalg.norm(g - n),
            "this is the absolute difference; small gradients would always pass",
        ),
        Mistake(
            lambda g, n: np.abs(g - n).max(),
            "the largest absolute difference hides small gradients; divide by a length",
        ),
        Mistake(
            lambda g, n: np.linalg.norm(g - n) / np.linalg.norm(n),
            "divide by both lengths together, so that neither is preferred",
        ),
        Mistake(
            lambda g, n: (
                np.linalg.norm(g - n) / np.linalg.norm(g + n) if np.any(g + n) else 1.0
            ),
            "add the lengths, not the vectors; opposite vectors cancel",
        ),
        Mistake(
            lambda g, n: np.sum((g - n) ** 2) / (np.sum(g**2) + np.sum(n**2)),
            "these are squared lengths; take roots",
        ),
    ),
)


def relu_weights(knots, values):
    """Return the output weights of the ReLU units that join the given points."""
    slopes = np.diff(values) / np.diff(knots)
    return np.diff(slopes, prepend=0.0)


KNOTS = np.array([0.0, 0.5, 2.0, 3.0, 3.25])
HEIGHTS = np.array([1.0, 2.0, -1.0, -1.0, 0.5])

RELU_WEIGHTS = Check(
    reference=relu_weights,
    cases=(
        Case("five points", (KNOTS, HEIGHTS)),
        Case("other heights", (KNOTS, HEIGHTS[::-1] ** 2)),
        Case("two points", (KNOTS[1:3], HEIGHTS[:2]), "edge"),
        Case("a straight line", (KNOTS, 3 - 2 * KNOTS), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda knots, values: np.diff(values) / np.diff(knots),
            "these are the slopes of the pieces; a unit adds a change of slope",
        ),
        Mistake(
            lambda knots, values: np.diff(np.diff(values), prepend=0.0),
            "a slope is rise over run; the run is missing",
        ),
        Mistake(
            lambda knots, values: np.diff(values),
            "these are the steps in height; slopes and their changes are needed",
        ),
        Mistake(
            lambda knots, values: -relu_weights(knots, values),
            "the signs are reversed: a rising first piece needs a positive weight",
        ),
        Mistake(
            lambda knots, values: np.diff(values, prepend=0.0)[:-1],
            "the weights are not heights; draw the first two pieces and their slopes",
        ),
    ),
)

CHECKS = (
    SIGMOID_NETWORK_GRADIENTS,
    DELTAS,
    PARAMETER_GRADIENTS,
    RELATIVE_ERROR,
    RELU_WEIGHTS,
)
