"""The models of page 9.7: least squares, the lasso, and networks, many at once.

Nothing here needs the data of the page; all of it takes arrays.
"""

import numpy as np

from dlcore import Input, Sequential, Tensor
from dlcore.layers import Dense, Dropout
from dlcore.optimizers import RMSprop
from dlcore.teach.restarts import LIMITS
from dlcore.utils import set_random_seed

UNITS, DROP, RATE, BATCH = 50, 0.4, 0.001, 32
"""The network of the page: hidden units, dropout rate, learning rate, batch size."""


# -- numbers that R would draw ---------------------------------------------------------


class LikeR:
    """The random numbers of R after `set.seed(seed)`: Mersenne Twister, as R starts it.

    Args:
        seed: a whole number.
    """

    def __init__(self, seed):
        key = []
        for step in range(50 + 625):
            seed = (69069 * seed + 1) % 2**32
            if step > 50:  # the first of the 625 is R's counter
                key.append(seed)
        self.twister = np.random.MT19937()
        state = self.twister.state
        state["state"] = {"key": np.array(key, dtype=np.uint32), "pos": 624}
        self.twister.state = state

    def below(self, n):
        """Return a whole number from 0 to n - 1: random bits until they are below n."""
        bits = max(int(np.ceil(np.log2(n))), 0)
        while True:
            value = 0
            for _ in range(0, bits + 1, 16):
                value = 65536 * value + self.twister.random_raw() // 65536
            value %= 2**bits
            if value < n:
                return int(value)

    def sample(self, n, size):
        """Return `size` different numbers from 1 to n, in the order they are drawn."""
        left = list(range(1, n + 1))
        drawn = []
        for _ in range(size):
            place = self.below(len(left))
            drawn.append(left[place])
            left[place] = left[-1]
            left.pop()
        return drawn


# -- baselines -------------------------------------------------------------------------


def scale_by(x_train, *others):
    """Return all arrays, standardized by the columns of the first."""
    mean, std = x_train.mean(axis=0), x_train.std(axis=0)
    return tuple((x - mean) / std for x in (x_train, *others))


def least_squares(x, y):
    """Return weights (features,) and bias of the line with the least squares.

    Columns may depend on each other; then the shortest weights are taken.
    """
    rows = np.column_stack([x, np.ones(len(x))])
    *w, b = np.linalg.lstsq(rows, y, rcond=None)[0]
    return np.array(w), b


def lasso(x, y, strength, w=None, sweeps=2000, tolerance=1e-6):
    """Return weights (features,) and bias that minimize half the MSE plus L1.

    Coordinate descent: one weight after the other gets its best value.

    Args:
        x: rows (rows, features), each column with mean 0 and standard deviation 1.
        y: targets (rows,).
        strength: price of one unit of weight.
        w: weights to begin with.
        sweeps: at most so many rounds over all weights.
        tolerance: stop when no weight moves more than this.
    """
    w = np.zeros(x.shape[1]) if w is None else w.copy()
    bias = y.mean()  # the columns have mean 0
    residual = y - bias - x @ w
    for _ in range(sweeps):
        before = w.copy()
        for j, column in enumerate(x.T):
            aim = w[j] + column @ residual / len(x)
            new = np.sign(aim) * max(abs(aim) - strength, 0.0)
            residual += (w[j] - new) * column
            w[j] = new
        if np.abs(w - before).max() < tolerance:
            break
    return w, bias


# -- networks --------------------------------------------------------------------------


def network(seed=0, inputs=20, units=UNITS, rate=DROP):
    """Return the network of the page as an untrained model of the library, compiled."""
    set_random_seed(seed)
    model = Sequential(
        [Input(shape=(inputs,)), Dense(units, activation="relu"), Dropout(rate),
         Dense(1)]
    )  # fmt: skip
    model.compile(RMSprop(learning_rate=RATE), loss="mse")
    return model


def train_together(x, y, seeds, marks, units=UNITS, rate=DROP):
    """Train one network for each seed, each on rows of its own, all of them at once.

    Each ends where `fit` takes `network(seed)` in batches of 32.

    Args:
        x: rows (networks, rows, features).
        y: targets (networks, rows, 1).
        seeds: one for each network.
        marks: epochs after which the weights are kept, rising; the last one ends.
        units, rate: size of the hidden layer and its dropout rate.

    Returns:
        dict of epoch to weights: hidden kernels and biases, output kernels and biases,
        each with the networks as its first axis.
    """
    x, y = np.asarray(x, dtype="float32"), np.asarray(y, dtype="float32")
    generators = [np.random.default_rng(seed) for seed in seeds]
    start = _start(generators, x.shape[2], units)
    weights = [Tensor(w.astype("float32"), requires_grad=True) for w in start]
    optimizer, kept = RMSprop(learning_rate=RATE), {}
    for epoch in range(1, max(marks) + 1):
        for rows in _batches(generators, x.shape[1]):
            gradients = _gradients(
                np.take_along_axis(x, rows, axis=1),
                np.take_along_axis(y, rows, axis=1),
                [w.data for w in weights],
                _masks(generators, rows.shape[1], units, rate),
            )
            optimizer.apply(gradients, weights)
        if epoch in marks:
            kept[epoch] = tuple(w.data.copy() for w in weights)
    return kept


def say_together(x, weights):
    """Return what networks say about x, (networks, rows, features) or (rows, features).

    The result is (networks, rows).
    """
    W, b, V, c = weights
    a = np.maximum(np.asarray(x, dtype="float32") @ W + b, 0)
    return (a @ V + c)[:, :, 0]


def _start(generators, inputs, units):
    """Draw Glorot kernels, each network from its own generator, layer by layer."""
    limit = LIMITS["glorot_uniform"]
    drawn = [
        [
            g.uniform(-limit(*shape), limit(*shape), shape)
            for shape in ((inputs, units), (units, 1))
        ]
        for g in generators
    ]
    W, V = (np.array(kernel) for kernel in zip(*drawn, strict=True))
    return W, np.zeros((len(W), 1, units)), V, np.zeros((len(W), 1, 1))


def _batches(generators, rows):
    """Yield the places of each batch's rows, (networks, batch, 1), shuffled."""
    order = np.stack([g.permutation(rows) for g in generators])
    for begin in range(0, rows, BATCH):
        yield order[:, begin : begin + BATCH, None]


def _masks(generators, rows, units, rate):
    """Draw which hidden units stay, and by how much they are enlarged."""
    if rate == 0:
        return np.float32(1)
    chances = [g.random((rows, units), dtype="float32") for g in generators]
    return (np.stack(chances) >= rate) * np.float32(1 / (1 - rate))


def _gradients(x, y, weights, masks):
    """Return the gradients of the mean squared error of one batch of each network."""
    W, b, V, c = weights
    z = x @ W + b
    a = np.maximum(z, 0) * masks
    d_out = 2 * (a @ V + c - y) / np.float32(x.shape[1])
    d_hidden = d_out @ V.transpose(0, 2, 1) * masks * (z > 0)
    return [
        x.transpose(0, 2, 1) @ d_hidden,
        d_hidden.sum(axis=1, keepdims=True),
        a.transpose(0, 2, 1) @ d_out,
        d_out.sum(axis=1, keepdims=True),
    ]
