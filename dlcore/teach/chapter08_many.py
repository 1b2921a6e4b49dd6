"""Train many small networks at once and watch which of their units die.

A sibling of `restarts`: one hidden layer of ReLU or leaky ReLU units on the hotels of
chapter 3, a bias to start from, and the weights kept along the way.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from dlcore.teach.chapter03 import X, Y
from dlcore.teach.restarts import LIMITS

Weights = list[np.ndarray]


class Course(NamedTuple):
    """What became of many networks; the first axis of each array runs over them.

    Args:
        loss: mean squared error on the training hotels by epoch, each (networks,).
        dead: whether no hotel opens a hidden unit, by epoch, each (networks, units).
        weights: hidden kernels, hidden biases, output kernels, output biases at the
            end.
    """

    loss: dict[int, np.ndarray]
    dead: dict[int, np.ndarray]
    weights: Weights


def train_course(
    seeds: Iterable[int] = range(200),
    units: int = 3,
    learning_rate: float = 0.08,
    epochs: Sequence[int] = (0, 800),
    bias: float = 0.0,
    leak: float = 0.0,
) -> Course:
    """Train one network 2-units-1 on the hotels for each seed, all of them at once.

    Each network ends where `fit` takes a float64 model after `set_random_seed(seed)`,
    all hotels in one batch, with plain SGD on the mean squared error.

    Args:
        seeds: one for each network.
        units: hidden units.
        learning_rate: size of a step.
        epochs: after these the losses and the dead units are kept; the last one ends
            the training.
        bias: what the hidden biases start from.
        leak: slope of the activation below zero, 0 for ReLU.
    """
    weights = start(seeds, X.shape[1], units, bias)
    loss, dead, kept = {}, {}, set(epochs)
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(max(kept) + 1):
            if epoch in kept:
                z, said = forward(weights, leak)
                loss[epoch] = ((said - Y) ** 2).mean(axis=(1, 2))
                dead[epoch] = ~(z > 0).any(axis=1)
            if epoch < max(kept):
                one_epoch(weights, learning_rate, leak)
    return Course(loss, dead, weights)


def start(seeds, features, units, bias):
    """Return Glorot-uniform weights, drawn for each seed as `set_random_seed` does."""
    kernels = []
    for seed in seeds:
        generator = np.random.default_rng(seed)
        kernels.append(
            [
                generator.uniform(-limit, limit, shape)
                for shape in ((features, units), (units, 1))
                for limit in [LIMITS["glorot_uniform"](*shape)]
            ]
        )
    W, V = (np.array(kernel) for kernel in zip(*kernels, strict=True))
    return [W, np.full((len(W), units), float(bias)), V, np.zeros((len(W), 1))]


def forward(weights, leak):
    """Return weighted sums (networks, rows, units) and predictions (networks, rows, 1).

    Args:
        weights: as in `Course`.
        leak: slope of the activation below zero.
    """
    W, b, V, c = weights
    z = X @ W + b[:, None, :]
    return z, np.maximum(z, leak * z) @ V + c[:, None, :]


def one_epoch(weights, learning_rate, leak):
    """Predict, measure, feedback and adjust: all networks, in place."""
    W, b, V, c = weights
    z, said = forward(weights, leak)
    d_out = 2 * (said - Y) / len(X)  # (networks, rows, 1)
    dz = d_out @ V.transpose(0, 2, 1) * np.where(z > 0, 1.0, leak)
    V -= learning_rate * (np.maximum(z, leak * z).transpose(0, 2, 1) @ d_out)
    c -= learning_rate * d_out.sum(axis=1)
    W -= learning_rate * (X.T @ dz)
    b -= learning_rate * dz.sum(axis=1)
