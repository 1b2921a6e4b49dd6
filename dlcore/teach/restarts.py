"""Train the same small network from many starts at once.

One network after the other would take minutes. Here all of them go through each epoch
together: every array has one axis more, the first, with a place for each network.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dlcore.errors import did_you_mean, explain

LIMITS = {
    "glorot_uniform": lambda n_in, n_out: (6 / (n_in + n_out)) ** 0.5,
    "he_uniform": lambda n_in, n_out: (6 / n_in) ** 0.5,
    "zeros": lambda n_in, n_out: 0.0,
}
"""How far from 0 an initial weight may be, by the name of the initializer."""

ACTIVATIONS = {
    "linear": (lambda z: z, lambda a: 1.0),
    "relu": (lambda z: np.maximum(z, 0.0), lambda a: a > 0),
    "tanh": (np.tanh, lambda a: 1 - a**2),
}
"""Each activation a = f(z), and its slope written in terms of a."""

Weights = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


class Restarts(NamedTuple):
    """Many trained networks; the first axis of each array runs over them.

    Args:
        train_loss: mean squared error on the training rows at the end, (networks,).
        test_loss: the same on the test rows; None where there are none.
        weights: hidden kernels (networks, features, units) and biases (networks,
            units), output kernels (networks, units, 1) and biases (networks, 1).
        curve: training loss after each epoch that was to be recorded, by epoch,
            each (networks,); epoch 0 is the start.
    """

    train_loss: np.ndarray
    test_loss: np.ndarray | None
    weights: Weights
    curve: dict[int, np.ndarray]


def train_many(
    x: ArrayLike,
    y: ArrayLike,
    seeds: Iterable[int],
    units: int = 3,
    epochs: int = 800,
    learning_rate: float = 0.08,
    initializer: str | Callable = "glorot_uniform",
    activation: str = "relu",
    x_test: ArrayLike | None = None,
    y_test: ArrayLike | None = None,
    record: Iterable[int] = (),
) -> Restarts:
    """Train one network with one hidden layer for each seed, all of them at once.

    Each network ends where `fit` takes a float64 model of `Dense(units, activation)`
    and `Dense(1)`, all rows in one batch, with plain SGD on the mean squared error,
    after `set_random_seed(seed)`. A network that diverges ends with an infinite loss
    or with nan.

    Args:
        x: training rows, (rows, features), standardized.
        y: targets, (rows, 1); the losses are in their units, squared.
        seeds: one for each network.
        units: size of the hidden layer.
        epochs: number of updates.
        learning_rate: size of a step.
        initializer: "glorot_uniform", "he_uniform", "zeros", or a function of
            generator, n_in and n_out that returns a kernel (n_in, n_out).
        activation: of the hidden layer: "relu", "linear" or "tanh".
        x_test, y_test: rows to test on at the end.
        record: epochs after which the training loss is kept, 0 for the start.

    Raises ValueError for an unknown initializer or activation and for targets that
    are not (rows, 1).

    Example:
        >>> many = train_many([[-1.0], [1.0]], [[0.0], [2.0]], seeds=range(5))
        >>> many.train_loss.shape
        (5,)
    """
    _check(activation, ACTIVATIONS, "activation")
    x, y = rows_and_targets(x, y)
    weights = _initial_weights(seeds, x.shape[1], units, initializer)
    record, curve = set(record), {}
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(epochs):
            if epoch in record:
                curve[epoch] = mean_squared_errors(x, y, weights, activation)
            _one_epoch(x, y, weights, activation, learning_rate)
        train_loss = mean_squared_errors(x, y, weights, activation)
        test_loss = None
        if x_test is not None:
            x_test, y_test = rows_and_targets(x_test, y_test)
            test_loss = mean_squared_errors(x_test, y_test, weights, activation)
    if epochs in record:
        curve[epochs] = train_loss
    return Restarts(train_loss, test_loss, weights, curve)


def predict_many(
    x: ArrayLike, weights: Weights, activation: str = "relu"
) -> tuple[np.ndarray, np.ndarray]:
    """Return what the hidden units and the outputs of many networks say.

    Args:
        x: rows, (rows, features).
        weights: of the networks, as in `Restarts`.
        activation: of the hidden layer.

    Returns:
        hidden activations (networks, rows, units), predictions (networks, rows, 1).
    """
    W, b, V, c = weights
    f, _ = ACTIVATIONS[activation]
    a = f(x @ W + b[:, None, :])  # (networks, rows, units)
    return a, a @ V + c[:, None, :]


def mean_squared_errors(
    x: ArrayLike, y: ArrayLike, weights: Weights, activation: str = "relu"
) -> np.ndarray:
    """Return the loss of each network, (networks,).

    Args:
        x: rows, (rows, features).
        y: targets, (rows, 1).
        weights: of the networks, as in `Restarts`.
        activation: of the hidden layer.
    """
    _, prediction = predict_many(x, weights, activation)
    return ((prediction - y) ** 2).mean(axis=(1, 2))


def _one_epoch(x, y, weights, activation, learning_rate):
    """Predict, measure, feedback and adjust: all networks, in place."""
    W, b, V, c = weights
    _, slope = ACTIVATIONS[activation]
    a, prediction = predict_many(x, weights, activation)
    d_out = 2 * (prediction - y) / len(x)  # (networks, rows, 1)
    d_hidden = d_out @ V.transpose(0, 2, 1) * slope(a)  # (networks, rows, units)
    V -= learning_rate * (a.transpose(0, 2, 1) @ d_out)
    c -= learning_rate * d_out.sum(axis=1)
    W -= learning_rate * (x.T @ d_hidden)
    b -= learning_rate * d_hidden.sum(axis=1)


def _initial_weights(seeds, features, units, initializer):
    """Draw each network's kernels from its own generator, layer by layer."""
    if not callable(initializer):
        _check(initializer, LIMITS, "initializer")
        initializer = _uniform(LIMITS[initializer])
    generators = [np.random.default_rng(seed) for seed in seeds]
    kernels = [
        (initializer(generator, features, units), initializer(generator, units, 1))
        for generator in generators
    ]
    W, V = (np.array(kernel, dtype=float) for kernel in zip(*kernels, strict=True))
    return W, np.zeros((len(W), units)), V, np.zeros((len(W), 1))


def _uniform(limit_of):
    """Return an initializer that draws evenly from -limit to limit."""

    def draw(generator, n_in, n_out):
        limit = limit_of(n_in, n_out)
        return generator.uniform(-limit, limit, (n_in, n_out))

    return draw


def rows_and_targets(x, y):
    """Return x (rows, features) and y (rows, 1) as arrays of float64.

    Raises:
        ValueError: their shapes are others, or do not fit each other.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if x.ndim != 2 or y.shape != (len(x), 1):
        raise ValueError(
            "The networks cannot be trained on these rows."
            + explain(
                "x (rows, features) and y (rows, 1)",
                f"{x.shape} and {y.shape}",
                "reshape them, for example y.reshape(-1, 1)",
            )
        )
    return x, y


def _check(name, known, what):
    """Refuse a name that is not known."""
    if name not in known:
        raise ValueError(
            f"Unknown {what} {name!r}."
            + explain(
                f"one of {', '.join(known)}", repr(name), did_you_mean(name, known)
            )
        )
