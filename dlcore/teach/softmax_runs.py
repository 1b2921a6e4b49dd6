"""Train the same small network for several classes from many starts at once.

The sibling of `classifiers`, which does it for yes and no. Here there is one output
for each class, the output activation is softmax, the loss categorical cross-entropy.
Every array has one axis more, the first, with a place for each network.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import explain
from dlcore.teach.classifiers import Weights, descend, forward, initial_weights


class SoftmaxRuns(NamedTuple):
    """Many trained networks; the first axis of each array runs over them.

    Args:
        cost: mean cross-entropy on the training rows at the end, (networks,).
        predicted: the class of each training row, (networks, rows).
        weights: kernels (networks, n_in, n_out) and biases (networks, n_out) in turn,
            from the first layer to the last.
        kept: copies of the weights after each epoch that was to be recorded.
    """

    cost: np.ndarray
    predicted: np.ndarray
    weights: Weights
    kept: dict[int, Weights]


def train_softmax(
    x: ArrayLike,
    labels: ArrayLike,
    seeds: Iterable[int],
    hidden: Sequence[int] = (3,),
    epochs: int = 800,
    learning_rate: float = 0.08,
    initializer: str = "glorot_uniform",
    record: Iterable[int] = (),
) -> SoftmaxRuns:
    """Train one network for each seed, all of them at once.

    Each network ends where `fit` takes a float64 model of ReLU layers and
    `Dense(classes, activation="softmax")`, all rows in one batch, with plain SGD on
    the categorical cross-entropy, after `set_random_seed(seed)`.

    Args:
        x: training rows, (rows, features), standardized.
        labels: class numbers from 0 up, (rows,).
        seeds: one for each network.
        hidden: sizes of the hidden layers; empty for a single layer.
        epochs: number of updates.
        learning_rate: size of a step.
        initializer: "glorot_uniform", "he_uniform" or "zeros".
        record: epochs after which the weights are kept, 0 for the start.

    Raises ValueError for an unknown initializer and for labels that are not (rows,).

    Example:
        >>> many = train_softmax([[-1.0], [0.0], [1.0]], [0, 1, 2], seeds=range(5))
        >>> many.predicted.shape
        (5, 3)
    """
    x, one_hot = _rows_and_classes(x, labels)
    sizes = [x.shape[1], *hidden, one_hot.shape[1]]
    weights = initial_weights(seeds, sizes, initializer)
    kept = descend(x, one_hot, weights, softmax, epochs, learning_rate, record)
    z = class_logits(x, weights)
    return SoftmaxRuns(
        categorical_costs(z, one_hot.argmax(axis=1)), z.argmax(axis=2), weights, kept
    )


def class_logits(x: ArrayLike, weights: Weights) -> np.ndarray:
    """Return the weighted sums before softmax, (networks, rows, classes).

    Args:
        x: rows, (rows, features).
        weights: of the networks, as in `SoftmaxRuns`.
    """
    return forward(np.asarray(x, dtype=float), weights)[-1]


def softmax(z: ArrayLike) -> np.ndarray:
    """Return shares along the last axis: e^z over its sum, so that nothing overflows.

    Args:
        z: numbers of any size, (..., classes).
    """
    z = np.asarray(z, dtype=float)
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def categorical_costs(z: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the mean cross-entropy over the rows, from the logits.

    Args:
        z: logits, (..., rows, classes).
        labels: class numbers, (rows,).
    """
    z = z - z.max(axis=-1, keepdims=True)
    truth = z[..., np.arange(len(labels)), labels]
    return (np.log(np.exp(z).sum(axis=-1)) - truth).mean(axis=-1)


def _rows_and_classes(x, labels):
    """Return x (rows, features) and one-hot rows (rows, classes), checked."""
    x, labels = np.asarray(x, dtype=float), np.asarray(labels)
    if x.ndim != 2 or labels.shape != (len(x),) or labels.dtype.kind not in "iu":
        raise ValueError(
            "The networks cannot be trained on these rows."
            + explain(
                "x (rows, features) and class numbers (rows,)",
                f"{x.shape} and {labels.shape} of {labels.dtype}",
                "number the classes 0, 1, 2, ...",
            )
        )
    return x, np.eye(int(labels.max()) + 1)[labels]
