"""Numbers and drawings of page 9.4: networks that pay for their weights.

Sixteen noisy measurements of a curve are fitted by a network that has room for far
more. Networks with different penalties and starts are trained side by side: every
array has one axis more, the first, with a place for each network.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, Tensor, regularizers
from dlcore.layers import Dense
from dlcore.optimizers import SGD, Adam
from dlcore.teach import chapter03
from dlcore.teach.figures import color, figure
from dlcore.teach.restarts import ACTIVATIONS, _initial_weights, mean_squared_errors
from dlcore.utils import set_random_seed

NOISE = 0.3
EPOCHS, RATE = 4000, 0.03
UNITS, STARTS = 30, 5
STRENGTHS = (0.0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
KINDS = ("L2", "L1")


def truth(x):
    """Return the curve without noise."""
    return np.sin(3 * x)


def measurements(rows=16, seed=0):
    """Return noisy measurements of the curve, x and y (rows, 1)."""
    rng = np.random.default_rng(seed)
    x = np.sort(rng.uniform(-1, 1, rows))
    y = truth(x) + NOISE * rng.normal(size=rows)
    return x[:, None], y[:, None]


X, Y = measurements()
X_FRESH, Y_FRESH = measurements(400, seed=100)
"""Measurements that no network is trained on."""


def train_penalized(
    x, y, seeds, l1=0.0, l2=0.0, units=UNITS, epochs=EPOCHS, optimizer=None,
    activation="tanh",
):  # fmt: skip
    """Train one network with one hidden layer for each seed, with penalties.

    Each ends where `fit` takes a float64 model of two Dense layers whose kernels both
    have the regularizer L1L2(l1, l2), all rows in one batch.

    Args:
        x, y: rows (rows, features) and targets (rows, 1).
        seeds: one for each network.
        l1, l2: strengths, one for all networks or one for each.
        units: size of the hidden layer.
        epochs: number of updates.
        optimizer: a new one of the library; by default Adam with `RATE`.
        activation: of the hidden layer, "tanh" or "relu".

    Returns:
        hidden kernels, hidden biases, output kernels and output biases, each with the
        networks as its first axis.
    """
    optimizer = optimizer or Adam(RATE)
    start = _initial_weights(seeds, x.shape[1], units, "glorot_uniform")
    weights = [Tensor(array, requires_grad=True) for array in start]
    l1, l2 = (np.broadcast_to(s, len(start[0]))[:, None, None] for s in (l1, l2))
    f, slope = ACTIVATIONS[activation]
    for _ in range(epochs):
        W, b, V, c = (weight.data for weight in weights)
        a = f(x @ W + b[:, None])  # (networks, rows, units)
        d_out = 2 * (a @ V + c[:, None] - y) / len(x)
        d_hidden = d_out @ V.transpose(0, 2, 1) * slope(a)
        gradients = [
            x.T @ d_hidden + l1 * np.sign(W) + 2 * l2 * W,
            d_hidden.sum(axis=1),
            a.transpose(0, 2, 1) @ d_out + l1 * np.sign(V) + 2 * l2 * V,
            d_out.sum(axis=1),
        ]
        optimizer.apply(gradients, weights)
    return tuple(weight.data for weight in weights)


def model(l1=0.0, l2=0.0, seed=0, units=UNITS):
    """Return the same network as an untrained model of the library, compiled."""
    set_random_seed(seed)
    penalty = regularizers.L1L2(l1=l1, l2=l2)
    network = Sequential(
        [
            Input(shape=(1,)),
            Dense(units, activation="tanh", kernel_regularizer=penalty),
            Dense(1, kernel_regularizer=penalty),
        ],
        dtype="float64",
    )
    network.compile(Adam(RATE), loss="mse", metrics=["mse"])
    return network


# -- the opening figure ----------------------------------------------------------------


@cache
def fits(kind):
    """Return weights of networks with all strengths, `STARTS` starts of each."""
    strengths = np.repeat(STRENGTHS, STARTS)
    seeds = list(range(STARTS)) * len(STRENGTHS)
    return train_penalized(X, Y, seeds, **{kind.lower(): strengths})


def fit_of(kind, strength, start=0):
    """Return the weights of one network, its first axis kept."""
    place = STRENGTHS.index(strength) * STARTS + start
    return tuple(weight[[place]] for weight in fits(kind))


@cache
def errors(kind):
    """Return errors on measurements and on fresh ones, each (strengths, starts)."""
    shape = len(STRENGTHS), STARTS
    return tuple(
        mean_squared_errors(x, y, fits(kind), "tanh").reshape(shape)
        for x, y in ((X, Y), (X_FRESH, Y_FRESH))
    )


def kernels(weights):
    """Return all weights that pay, without the biases, the largest first."""
    W, _, V, _ = weights
    flat = np.concatenate([W.ravel(), V.ravel()])
    return flat[np.argsort(-np.abs(flat), kind="stable")]


def draw_fit(kind, strength):
    """Draw a penalized network over its measurements, and its weights by size."""
    weights = fit_of(kind, strength)
    grid = np.linspace(-1, 1, 161)
    _, (upper, lower) = figure(height=1.9, rows=2)
    upper.plot(grid, truth(grid), ":", color=color.truth, lw=1.6)
    upper.plot(grid, _says(grid, weights), "-", color=color.model, lw=1.6)
    upper.plot(X[:, 0], Y[:, 0], "o", color=color.data, ms=5)
    upper.set(xlim=(-1.05, 1.05), ylim=(-2, 2), xlabel="x", ylabel="y")
    upper.set_title(f"{kind}, λ = {strength:g}")
    sizes = np.abs(kernels(weights))
    lower.bar(np.arange(1, len(sizes) + 1), sizes, 0.7, color=color.model)
    lower.set(xlim=(0, 61), ylim=(0, 9.3), xlabel="weights, the largest first")
    lower.set(ylabel="size |w|", xticks=[1, 20, 40, 60], yticks=[0, 3, 6, 9])
    place = STRENGTHS.index(strength)
    seen, fresh = (found[place, 0] for found in errors(kind))
    small = int((sizes < 0.05).sum())
    return (
        f"{kind}, strength λ = {strength:g}: mean squared error {seen:.2f} on the 16 "
        f"measurements, {fresh:.2f} on 400 fresh ones. The largest of the 60 weights "
        f"has the size {sizes[0]:.1f}; {small} are smaller than 0.05."
    )


def _says(x, weights):
    """Return what one network says about numbers x (rows,)."""
    W, b, V, c = weights
    return (np.tanh(x[:, None] @ W[0] + b[0]) @ V[0] + c[0])[:, 0]


# -- size or penalty -------------------------------------------------------------------

SIZES = (1, 2, 3, 5, 10, 30, 100)
TEN = range(10)


@cache
def sizes(strength=0.001):
    """Return fresh errors without and with the L2 penalty, by units.

    Returns:
        dict of units to an array (2, 10): without and with, ten starts of each.
    """
    found = {}
    for units in SIZES:
        l2 = np.repeat([0.0, strength], len(TEN))
        weights = train_penalized(X, Y, [*TEN, *TEN], l2=l2, units=units)
        errors = mean_squared_errors(X_FRESH, Y_FRESH, weights, "tanh")
        found[units] = errors.reshape(2, -1)
    return found


# -- the hotels ------------------------------------------------------------------------


@cache
def hotels(l2, starts=100):
    """Return errors in dollars² of 2-3-1 networks on the hotels, training and test."""
    weights = train_penalized(
        chapter03.X, chapter03.Y, range(starts), l2=l2, units=3, epochs=800,
        optimizer=SGD(learning_rate=chapter03.RATE), activation="relu",
    )  # fmt: skip
    pairs = (chapter03.X, chapter03.Y), (chapter03.X_TEST, chapter03.Y_TEST)
    return tuple(
        mean_squared_errors(x, y, weights) * chapter03.SQUARE for x, y in pairs
    )
