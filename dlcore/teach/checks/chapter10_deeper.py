"""Checks for page 10.4: batch normalization, forward and backward."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

X = np.array([[1.0, 2, -3], [1, 4, 0.5], [5, 4, 2], [6, -6, 7], [0, 1, 2]])
GAMMA, BETA = np.array([1.0, 2.0, 0.5]), np.array([0.0, 1.0, -1.0])
DELTA = np.array([[1.0, 0, 2], [0.5, -1, 3], [0, 2, 1], [-2, 1, 0], [1, 4, -1]])


def batch_normalize(x, gamma, beta, epsilon):
    """Return x with deviation gamma and mean beta, column by column."""
    sigma = np.sqrt(x.var(axis=0) + epsilon)
    return gamma * (x - x.mean(axis=0)) / sigma + beta


def _by_rows(x, gamma, beta, epsilon):
    sigma = np.sqrt(x.var(axis=1, keepdims=True) + epsilon)
    return gamma * (x - x.mean(axis=1, keepdims=True)) / sigma + beta


def _sample_variance(x, gamma, beta, epsilon):
    sigma = np.sqrt(x.var(axis=0, ddof=1) + epsilon)
    return gamma * (x - x.mean(axis=0)) / sigma + beta


BATCH_NORMALIZE = Check(
    reference=batch_normalize,
    names=("batch_normalization",),
    cases=(
        Case("three units", (X, GAMMA, BETA, 0.001)),
        Case("a large ε", (X, GAMMA, BETA, 1.0)),
        Case("one unit", (X[:, :1], GAMMA[:1], BETA[:1], 0.01)),
        Case("a unit that is always the same", (np.ones((4, 2)), GAMMA[:2], BETA[:2],
             0.001), "edge", "here ε keeps the division from dividing by 0"),
    ),
    mistakes=(
        Mistake(_by_rows, "each row is normalized by itself; take the rows of the "
                "batch together, unit by unit"),
        Mistake(lambda x, gamma, beta, epsilon: batch_normalize(x, 1, 0, epsilon),
                "the numbers are normalized; scale and shift are missing"),
        Mistake(lambda x, gamma, beta, epsilon: gamma * (x - x.mean(axis=0))
                / (x.var(axis=0) + epsilon) + beta, "divide by the deviation, not by "
                "the variance"),
        Mistake(lambda x, gamma, beta, epsilon: gamma * (x - x.mean(axis=0))
                / (x.std(axis=0) + epsilon) + beta, "ε is added to the variance, under "
                "the root"),
        Mistake(_sample_variance, "divide the sum of squares by the number of rows, "
                "not by one less"),
        Mistake(lambda x, gamma, beta, epsilon: gamma * (x - x.mean())
                / np.sqrt(x.var() + epsilon) + beta, "all units share one mean here; "
                "each has its own"),
        Mistake(lambda x, gamma, beta, epsilon: beta * (x - x.mean(axis=0))
                / np.sqrt(x.var(axis=0) + epsilon) + gamma, "scale and shift have "
                "changed places"),
    ),
)  # fmt: skip


def _parts(x, epsilon):
    """Return normalized numbers and the deviation of each unit."""
    sigma = np.sqrt(x.var(axis=0) + epsilon)
    return (x - x.mean(axis=0)) / sigma, sigma


def batch_slopes(x, gamma, epsilon, delta):
    """Return the slopes of a loss by x, given those by the layer's output."""
    normal, sigma = _parts(x, epsilon)
    in_step = normal * (delta * normal).mean(axis=0)
    return gamma / sigma * (delta - delta.mean(axis=0) - in_step)


def _loss(x, gamma, epsilon, delta):
    """Return a loss whose slopes for the output are delta."""
    return (batch_normalize(x, gamma, 0.0, epsilon) * delta).sum()


def _only_scale(x, gamma, epsilon, delta):
    return gamma / _parts(x, epsilon)[1] * delta


def _only_mean(x, gamma, epsilon, delta):
    return gamma / _parts(x, epsilon)[1] * (delta - delta.mean(axis=0))


def _sums(x, gamma, epsilon, delta):
    normal, sigma = _parts(x, epsilon)
    in_step = normal * (delta * normal).sum(axis=0)
    return gamma / sigma * (delta - delta.sum(axis=0) - in_step)


def _no_hat(x, gamma, epsilon, delta):
    normal, sigma = _parts(x, epsilon)
    common = delta.mean(axis=0) + (delta * normal).mean(axis=0)
    return gamma / sigma * (delta - common)


def _over_variance(x, gamma, epsilon, delta):
    return batch_slopes(x, gamma, epsilon, delta) / _parts(x, epsilon)[1]


BATCH_SLOPES = Check(
    reference=batch_slopes,
    names=("batch_normalize_slopes",),
    slope_of=(_loss, (0,)),
    cases=(
        Case("three units", (X, GAMMA, 0.001, DELTA)),
        Case("a large ε", (X, GAMMA, 1.0, DELTA)),
        Case("equal slopes", (X[:, :2], GAMMA[:2], 0.001, np.full((5, 2), 3.0)), "edge",
             "a common shift of the numbers changes nothing"),
    ),
    mistakes=(
        Mistake(_only_scale, "mean and deviation depend on x, too; this takes them as "
                "fixed"),
        Mistake(_only_mean, "the deviation depends on x, too; one part is missing"),
        Mistake(_sums, "means are taken off, not sums"),
        Mistake(_no_hat, "the part in step with the normalized numbers has to be "
                "multiplied by them"),
        Mistake(_over_variance, "divide by the deviation once, not twice"),
        Mistake(lambda x, gamma, epsilon, delta: batch_slopes(x, 1.0, epsilon, delta),
                "the scale has a part in the slopes; it is missing"),
        Mistake(lambda x, gamma, epsilon, delta: batch_normalize(delta, gamma, 0.0,
                epsilon), "this normalizes the slopes themselves"),
    ),
)  # fmt: skip

CHECKS = (BATCH_NORMALIZE, BATCH_SLOPES)
