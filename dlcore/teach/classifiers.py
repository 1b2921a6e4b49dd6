"""Train the same small yes/no network from many starts at once.

The sibling of `restarts`, which does it for prices. Here the output is a sigmoid, the
loss is binary cross-entropy, and there may be any number of hidden layers. Every array
has one axis more, the first, with a place for each network.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import did_you_mean, explain
from dlcore.teach.restarts import LIMITS, rows_and_targets

Weights = list[np.ndarray]


class Classifiers(NamedTuple):
    """Many trained networks; the first axis of each array runs over them.

    Args:
        cost: mean binary cross-entropy on the training rows at the end, (networks,).
        probability: what the networks say about the training rows, (networks, rows).
        weights: kernels (networks, n_in, n_out) and biases (networks, n_out) in turn,
            from the first layer to the last.
        kept: copies of the weights after each epoch that was to be recorded.
    """

    cost: np.ndarray
    probability: np.ndarray
    weights: Weights
    kept: dict[int, Weights]


def train_classifiers(
    x: ArrayLike,
    y: ArrayLike,
    seeds: Iterable[int],
    hidden: Sequence[int] = (3,),
    epochs: int = 800,
    learning_rate: float = 0.08,
    initializer: str = "glorot_uniform",
    record: Iterable[int] = (),
) -> Classifiers:
    """Train one yes/no network for each seed, all of them at once.

    Each network ends where `fit` takes a float64 model of ReLU layers and
    `Dense(1, activation="sigmoid")`, all rows in one batch, with plain SGD on the
    binary cross-entropy, after `set_random_seed(seed)`.

    Args:
        x: training rows, (rows, features), standardized.
        y: labels 0 and 1, (rows, 1).
        seeds: one for each network.
        hidden: sizes of the hidden layers; empty for a single neuron.
        epochs: number of updates.
        learning_rate: size of a step.
        initializer: "glorot_uniform", "he_uniform" or "zeros".
        record: epochs after which the weights are kept, 0 for the start.

    Raises ValueError for an unknown initializer and for labels that are not (rows, 1).

    Example:
        >>> many = train_classifiers([[-1.0], [1.0]], [[0.0], [1.0]], seeds=range(5))
        >>> many.probability.shape
        (5, 2)
    """
    x, y = rows_and_targets(x, y)
    weights = initial_weights(seeds, [x.shape[1], *hidden, 1], initializer)
    kept = descend(x, y, weights, sigmoid, epochs, learning_rate, record)
    z = logits_many(x, weights)
    return Classifiers(cross_entropies(z, y[:, 0]), sigmoid(z), weights, kept)


def logits_many(x: ArrayLike, weights: Weights) -> np.ndarray:
    """Return the weighted sum before the sigmoid, (networks, rows).

    Args:
        x: rows, (rows, features).
        weights: of the networks, as in `Classifiers`.
    """
    return forward(np.asarray(x, dtype=float), weights)[-1][:, :, 0]


def probabilities_many(x: ArrayLike, weights: Weights) -> np.ndarray:
    """Return what many networks say about some rows, (networks, rows).

    Args:
        x: rows, (rows, features).
        weights: of the networks, as in `Classifiers`.
    """
    return sigmoid(logits_many(x, weights))


def sigmoid(z: ArrayLike) -> np.ndarray:
    """Return 1 / (1 + e^-z), written so that nothing overflows.

    Args:
        z: numbers of any size.
    """
    return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(z, dtype=float))


def cross_entropies(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the mean binary cross-entropy over the last axis, from the logits.

    Args:
        z: logits, (..., rows).
        y: labels 0 and 1, (rows,).
    """
    rows = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return rows.mean(axis=-1)


def descend(
    x: np.ndarray,
    y: np.ndarray,
    weights: Weights,
    activation: Callable,
    epochs: int,
    learning_rate: float,
    record: Iterable[int],
) -> dict[int, Weights]:
    """Train many networks in place; return copies of their weights at some epochs.

    Args:
        x: training rows, (rows, features).
        y: targets, (rows, outputs).
        weights: of the networks, as in `Classifiers`; they are changed.
        activation: of the outputs, whose cross-entropy has the slope output - y.
        epochs: number of updates.
        learning_rate: size of a step.
        record: epochs after which the weights are kept, 0 for the start.
    """
    record, kept = set(record), {}
    for epoch in range(epochs + 1):
        if epoch in record:
            kept[epoch] = [weight.copy() for weight in weights]
        if epoch < epochs:
            _one_epoch(x, y, weights, activation, learning_rate)
    return kept


def forward(x: np.ndarray, weights: Weights) -> list[np.ndarray]:
    """Return the input of each layer and, last, the logits (networks, rows, outputs).

    Args:
        x: rows, (rows, features).
        weights: of the networks, as in `Classifiers`.
    """
    layers = list(zip(weights[::2], weights[1::2], strict=True))
    values = [x]
    for number, (W, b) in enumerate(layers, start=1):
        z = values[-1] @ W + b[:, None, :]
        values.append(np.maximum(z, 0.0) if number < len(layers) else z)
    return values


def _one_epoch(x, y, weights, activation, learning_rate):
    """Predict, measure, feedback and adjust: all networks, in place."""
    *values, z = forward(x, weights)
    dz = (activation(z) - y) / len(x)  # (networks, rows, outputs)
    for number in reversed(range(len(values))):
        a, W, b = values[number], weights[2 * number], weights[2 * number + 1]
        dW, db = np.swapaxes(a, -1, -2) @ dz, dz.sum(axis=1)
        if number > 0:
            dz = dz @ W.transpose(0, 2, 1) * (a > 0)
        W -= learning_rate * dW
        b -= learning_rate * db


def initial_weights(
    seeds: Iterable[int], sizes: Sequence[int], initializer: str
) -> Weights:
    """Draw each network's kernels from its own generator, layer by layer.

    Args:
        seeds: one for each network.
        sizes: features, hidden layers, outputs.
        initializer: a name in `LIMITS`; another raises ValueError.
    """
    if initializer not in LIMITS:
        raise ValueError(
            f"Unknown initializer {initializer!r}."
            + explain(
                f"one of {', '.join(LIMITS)}",
                repr(initializer),
                did_you_mean(initializer, LIMITS),
            )
        )
    generators = [np.random.default_rng(seed) for seed in seeds]
    weights = []
    for n_in, n_out in pairwise(sizes):
        limit = LIMITS[initializer](n_in, n_out)
        drawn = [g.uniform(-limit, limit, (n_in, n_out)) for g in generators]
        weights += [np.array(drawn), np.zeros((len(drawn), n_out))]
    return weights
