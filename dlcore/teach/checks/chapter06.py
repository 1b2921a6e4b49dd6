"""Checks for chapter 6: steps of optimizers, batches and schedules."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

F3 = np.array([[1.0, -0.5], [0.6, 0.8], [0.3, -1.1], [1.2, 0.4]])
R3 = np.array([0.5, -1.0, 0.2, 0.7])


def gauss_newton_step(F, r):
    """Return the least squares solution of F s = r."""
    return np.linalg.solve(F.T @ F, F.T @ r)


GAUSS_NEWTON = Check(
    reference=gauss_newton_step,
    cases=(
        Case("four rows, two parameters", (F3, R3)),
        Case("other numbers", (F3[::-1] * 2 + 0.1, R3 - 0.4)),
        Case("one parameter", (np.array([[1.0], [2.0]]), np.array([2.0, 3.0])), "edge"),
        Case("no residuals", (F3, np.zeros(4)), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda F, r: 2 * np.linalg.solve(F.T @ F, F.T @ r),
            "the step is twice too long; the 2 of the gradient and the 2 of the "
            "Hessian cancel",
        ),
        Mistake(
            lambda F, r: -np.linalg.solve(F.T @ F, F.T @ r),
            "this goes uphill; a residual is actual minus predicted",
        ),
        Mistake(lambda F, r: F.T @ r, "the matrix is missing; this is a gradient step"),
        Mistake(
            lambda F, r: 2 * F.T @ r, "this is minus the gradient, without the matrix"
        ),
        Mistake(
            lambda F, r: (F.T @ F) @ (F.T @ r),
            "the matrix is applied but not inverted; solve a system with it",
        ),
        Mistake(
            lambda F, r: (F.T @ r) / np.diag(F.T @ F),
            "only the diagonal of the matrix is used",
        ),
    ),
)

X7 = np.array([-1.2, 0.4, 0.9, -0.3, 1.5, -0.8, 0.2])
Y7 = np.array([2.0, 1.1, 0.3, 1.6, -0.7, 1.9, 0.8])
ORDER = np.array([4, 0, 6, 2, 1, 5, 3])


def _epoch(x, y, w, b, batches, learning_rate, divide=None, sign=-1, factor=2):
    """Return (w, b) after one update for each batch of row numbers."""
    for rows in batches:
        error = w * x[rows] + b - y[rows]
        share = factor / (divide or len(rows))
        dw, db = share * np.sum(error * x[rows]), share * np.sum(error)
        w, b = w + sign * learning_rate * dw, b + sign * learning_rate * db
    return w, b


def _cut(order, size):
    return [order[first : first + size] for first in range(0, len(order), size)]


def sgd_epoch(x, y, w, b, order, batch_size, learning_rate):
    """Return (w, b) after one epoch of mini-batches, the rows taken in this order."""
    return _epoch(x, y, w, b, _cut(order, batch_size), learning_rate)


SGD_EPOCH = Check(
    reference=sgd_epoch,
    cases=(
        Case("seven rows, batches of three", (X7, Y7, 0.5, -0.2, ORDER, 3, 0.1)),
        Case("single rows", (X7, Y7, 0.0, 0.0, ORDER[::-1], 1, 0.05)),
        Case("all rows at once", (X7, Y7, 0.3, 0.1, ORDER, 7, 0.1), "edge"),
        Case("a batch size above the rows", (X7, Y7, 0.3, 0.1, ORDER, 99, 0.1), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, [p for p in _cut(order, m) if len(p) == m], rate
            ),
            "the last, smaller batch is missing; its rows want their turn too",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, _cut(np.arange(len(x)), m), rate
            ),
            "the rows are taken as they stand; use the given order",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, _cut(order, m), rate, divide=1
            ),
            "this sums over the batch where the mean is asked for",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, _cut(order, m), rate, divide=len(x)
            ),
            "the mean is over the rows of the batch, not over all rows",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, _cut(order, m), rate, sign=1
            ),
            "this climbs; go against the gradient",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(x, y, w, b, [order], rate),
            "only one update was made; each batch makes one",
        ),
        Mistake(
            lambda x, y, w, b, order, m, rate: _epoch(
                x, y, w, b, _cut(order, m), rate, factor=1
            ),
            "a factor is missing; the error is squared in the loss",
        ),
    ),
)


def updates_per_epoch(rows, batch_size):
    """Return how many updates one epoch makes."""
    return -(-rows // batch_size)


UPDATES = Check(
    reference=updates_per_epoch,
    cases=(
        Case("rows that divide evenly", (24, 4)),
        Case("rows that leave a rest", (1000, 32)),
        Case("single rows", (24, 1), "edge"),
        Case("a batch larger than the data", (24, 100), "edge"),
    ),
    mistakes=(
        Mistake(lambda n, m: n // m, "the last, smaller batch is not counted"),
        Mistake(lambda n, m: n / m, "part of an update is not an update; round"),
        Mistake(lambda n, m: n // m + 1, "where nothing is left over, one too many"),
        Mistake(lambda n, m: m, "this is the size of a batch, not how many there are"),
        Mistake(lambda n, m: 1, "that holds only where one batch has all rows"),
    ),
)


def step_decay(initial_rate, factor, every, epoch):
    """Return the rate of an epoch: times the factor after each `every` epochs."""
    return initial_rate * factor ** (epoch // every)


STEP_DECAY = Check(
    reference=step_decay,
    cases=(
        Case("epoch 25, stairs of 10", (0.8, 0.5, 10, 25)),
        Case("another factor", (0.1, 0.1, 30, 65)),
        Case("the first epoch", (0.8, 0.5, 10, 0), "edge"),
        Case(
            "the first epoch of a new stair",
            (0.8, 0.5, 10, 10),
            "edge",
            "where a stair ends matters: epochs 0 to 9 are the first one",
        ),
        Case("the last epoch of a stair", (0.8, 0.5, 10, 19), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda rate, factor, every, epoch: rate * factor ** (epoch / every),
            "this falls a little every epoch; a stair stays level for a while",
        ),
        Mistake(
            lambda rate, factor, every, epoch: rate * factor * (epoch // every),
            "the factor is applied again and again, so its power is wanted",
        ),
        Mistake(
            lambda rate, factor, every, epoch: rate * factor**epoch,
            "the rate is multiplied in every epoch, not once per stair",
        ),
        Mistake(
            lambda rate, factor, every, epoch: rate * factor ** (epoch // every + 1),
            "one stair too low; in the first epochs the rate is the initial one",
        ),
        Mistake(
            lambda rate, factor, every, epoch: rate / factor ** (epoch // every),
            "this rises; multiply by the factor",
        ),
    ),
)

THETA = np.array([1.0, -2.0, 0.5])
V3 = np.array([0.3, -0.1, -0.4])
G3 = np.array([0.8, -1.5, 2.0])


def momentum_step(theta, v, g, learning_rate, momentum):
    """Return (theta, v) after one step with momentum."""
    v = momentum * v - learning_rate * g
    return theta + v, v


MOMENTUM = Check(
    reference=momentum_step,
    cases=(
        Case("three weights", (THETA, V3, G3, 0.1, 0.9)),
        Case("other numbers", (V3, G3, THETA, 0.05, 0.5)),
        Case("no momentum", (THETA, V3, G3, 0.1, 0.0), "edge"),
        Case("at rest on a slope", (THETA, np.zeros(3), G3, 0.1, 0.9), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda theta, v, g, rate, momentum: (
                theta - (momentum * v - rate * g),
                momentum * v - rate * g,
            ),
            "this climbs; the velocity points downhill already, so add it",
        ),
        Mistake(
            lambda theta, v, g, rate, momentum: (
                theta + momentum * v + rate * g,
                momentum * v + rate * g,
            ),
            "the gradient enters the velocity with the wrong sign",
        ),
        Mistake(
            lambda theta, v, g, rate, momentum: (theta + v, momentum * v - rate * g),
            "the step uses the old velocity; renew it first",
        ),
        Mistake(
            lambda theta, v, g, rate, momentum: (
                theta + rate * (momentum * v - g),
                momentum * v - g,
            ),
            "another convention, with the rate outside; here it belongs into the "
            "velocity",
        ),
        Mistake(
            lambda theta, v, g, rate, momentum: (
                theta + momentum * v - rate * (1 - momentum) * g,
                momentum * v - rate * (1 - momentum) * g,
            ),
            "this is a moving average; the gradient is not to be weighted down",
        ),
        Mistake(
            lambda theta, v, g, rate, momentum: (theta - rate * g, -rate * g),
            "the old velocity is forgotten",
        ),
    ),
)


def _scaled(g, limit, length):
    """Return g, shortened where a measure of its length exceeds the limit."""
    return g * min(1.0, limit / length) if length > 0 else g


def clip_gradient(g, limit):
    """Return g, shortened to the limit where it is longer."""
    return _scaled(g, limit, np.sqrt(np.sum(g**2)))


CLIP = Check(
    reference=clip_gradient,
    cases=(
        Case("(3, 4), limit 1", (np.array([3.0, 4.0]), 1.0)),
        Case("three numbers", (G3, 0.5)),
        Case(
            "a short gradient",
            (np.array([0.3, -0.4]), 1.0),
            "edge",
            "a gradient below the limit was changed; leave it alone",
        ),
        Case("a zero gradient", (np.zeros(2), 1.0), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda g, limit: np.clip(g, -limit, limit),
            "each number is cut off by itself, which turns the direction; shorten "
            "all by one factor",
        ),
        Mistake(
            lambda g, limit: limit * g / max(np.sqrt(np.sum(g**2)), 1e-300),
            "short gradients are lengthened; leave those as they are",
        ),
        Mistake(
            lambda g, limit: limit * g / np.sqrt(np.sum(g**2)),
            "short gradients are lengthened, and one of length 0 divides by zero; "
            "leave those as they are",
        ),
        Mistake(
            lambda g, limit: g / np.sqrt(np.sum(g**2)),
            "every result has length 1; the limit is the length it may have at most",
        ),
        Mistake(
            lambda g, limit: g * max(1.0, limit / np.sqrt(np.sum(g**2))),
            "long gradients are left as they are and short ones lengthened; it is the "
            "other way around",
        ),
        Mistake(lambda g, limit: g, "no gradient was shortened"),
        Mistake(
            lambda g, limit: _scaled(g, limit, np.sum(g**2)),
            "divided by the squared length; take the root",
        ),
        Mistake(
            lambda g, limit: _scaled(g, limit, np.sum(np.abs(g))),
            "divided by the sum of sizes; the length is the root of the sum of squares",
        ),
        Mistake(
            lambda g, limit: _scaled(g, limit, np.max(np.abs(g))),
            "only the largest number is measured; the length counts all",
        ),
    ),
)

CHECKS = (GAUSS_NEWTON, SGD_EPOCH, UPDATES, STEP_DECAY, MOMENTUM, CLIP)
