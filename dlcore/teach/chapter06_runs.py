"""Hotel networks trained from many starts with any optimizer of the library.

The optimizers of dlcore treat every number of a weight alone. So the weights of a
hundred networks can stand in one tensor, and one step of one optimizer moves them all.
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from dlcore import Tensor
from dlcore.optimizers import SGD
from dlcore.teach.chapter03 import SQUARE, X, Y
from dlcore.teach.restarts import LIMITS, mean_squared_errors, predict_many


class Runs(NamedTuple):
    """Networks 2-3-1 that were trained together.

    Args:
        mse: training error in dollars² at the end, (networks,).
        curve: the same after each epoch that was to be recorded, by epoch.
        weights: hidden kernels and biases, output kernels and biases, each with the
            networks as its first axis.
    """

    mse: np.ndarray
    curve: dict[int, np.ndarray]
    weights: list


def train(optimizer, seeds, batch_size=24, epochs=800, record=(), units=3):
    """Train a network 2-units-1 on the hotels for each seed, all of them at once.

    Each ends where `fit` takes a float64 model of `Dense(units, "relu")` and
    `Dense(1)` with this optimizer and batch size after `set_random_seed(seed)`.

    Args:
        optimizer: a new optimizer of the library, without clipping by length.
        seeds: one for each network.
        batch_size: rows in a batch, or a function of the epoch that returns it.
        epochs: passes over the 24 rows.
        record: epochs after which the training error is kept, 0 for the start.
        units: size of the hidden layer.

    Returns:
        Runs; a network that diverges ends with an infinite error or with nan.
    """
    start, orders = _drawn(tuple(seeds), units, epochs)
    weights = [Tensor(w.copy(), requires_grad=True) for w in start]
    orders = iter(orders)
    record, curve = set(record), {}
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(epochs + 1):
            if epoch in record:
                curve[epoch] = _error(weights)
            if epoch < epochs:
                size = batch_size(epoch) if callable(batch_size) else batch_size
                for x, y in _batches(orders, size):
                    gradients = _gradients(x, y, [w.data for w in weights])
                    optimizer.apply(gradients, weights)
        return Runs(_error(weights), curve, [w.data for w in weights])


@cache
def _drawn(seeds, units, epochs):
    """Return the first weights of each network, and its order of rows in each epoch.

    The orders, (epochs, networks, 24), do not depend on how a network is trained.
    """
    generators = [np.random.default_rng(seed) for seed in seeds]
    start = _start(generators, units)
    orders = [[g.permutation(len(X)) for _ in range(epochs)] for g in generators]
    return start, np.array(orders, dtype=np.uint8).transpose(1, 0, 2)


def _start(generators, units):
    """Draw Glorot weights, each network from its own generator, layer by layer."""
    limit = LIMITS["glorot_uniform"]
    drawn = [
        [
            g.uniform(-limit(n_in, n_out), limit(n_in, n_out), (n_in, n_out))
            for n_in, n_out in ((2, units), (units, 1))
        ]
        for g in generators
    ]
    W, V = (np.array(kernel) for kernel in zip(*drawn, strict=True))
    return W, np.zeros((len(W), units)), V, np.zeros((len(W), 1))


def _batches(orders, size):
    """Yield x (networks, size, 2) and y (networks, size, 1), in the next order.

    One batch with all rows is not shuffled, as in `fit`.
    """
    if size >= len(X):
        yield X[None], Y[None]
        return
    order = next(orders)
    for start in range(0, len(X), size):
        rows = order[:, start : start + size]
        yield X[rows], Y[rows]


def _gradients(x, y, weights):
    """Return the gradients of the mean squared error of each batch."""
    W, b, V, c = weights
    a = np.maximum(x @ W + b[:, None], 0.0)
    d_out = 2 * (a @ V + c[:, None] - y) / x.shape[1]
    d_hidden = d_out @ V.transpose(0, 2, 1) * (a > 0)
    return [
        x.transpose(0, 2, 1) @ d_hidden,
        d_hidden.sum(axis=1),
        a.transpose(0, 2, 1) @ d_out,
        d_out.sum(axis=1),
    ]


def _error(weights):
    """Return the mean squared error on all rows in dollars², (networks,)."""
    return mean_squared_errors(X, Y, [w.data for w in weights]) * SQUARE


def predict(x, weights):
    """Return what the networks say about standardized rows, (networks, rows)."""
    return predict_many(x, weights)[1][:, :, 0]


@cache
def sgd_runs(batch_size, rate, networks=200, epochs=800, every=20):
    """Return runs of plain gradient descent, with the curve at every 20th epoch."""
    return train(
        SGD(learning_rate=rate),
        range(networks),
        batch_size,
        epochs,
        record=range(0, epochs + 1, every),
    )


def follow(optimizer, gradient, start, steps):
    """Return the path of an optimizer of the library, (steps + 1, dimensions).

    Args:
        optimizer: a new optimizer.
        gradient: a function of the present point that returns the slope there.
        start: the first point; several points can go side by side in one array.
        steps: how often to call the optimizer.
    """
    theta = Tensor(np.atleast_1d(np.array(start, dtype=float)), requires_grad=True)
    points = [theta.data.copy()]
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(steps):
            optimizer.apply([gradient(theta.data)], [theta])
            points.append(theta.data.copy())
    return np.array(points)
