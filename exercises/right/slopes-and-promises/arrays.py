"""All tasks with whole arrays."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% jacobians
def jacobians(a):
    """Return the slopes of all shares in all scores, (rows, classes, classes)."""
    a = np.asarray(a)
    table = -np.einsum("rk,rm->rkm", a, a)
    own = np.arange(a.shape[1])
    table[:, own, own] += a
    return table


# %% head
def head(h, z, y, loss):
    """Return the slopes of the cost in the weights and in the biases."""
    grown = np.exp(z - z.max(axis=1, keepdims=True))
    a = grown / grown.sum(axis=1, keepdims=True)
    slopes = a - y
    if loss == "squared":
        tables = a[:, :, None] * (np.eye(a.shape[1]) - a[:, None, :])
        slopes = np.einsum("rk,rkm->rm", slopes, tables)
    return np.einsum("ru,rm->um", h, slopes) / len(h), np.mean(slopes, axis=0)


# %% nudges
def nudge_error(f, x, slope, size, both):
    """Return the error, without sign, of a slope that is estimated by nudging."""
    rise = f(x + size) - f(x - size) if both else f(x + size) - f(x)
    return np.abs(rise / size / (2 if both else 1) - slope)


def best_size(value, third, rounding):
    """Return the size of the nudge that makes both errors together smallest."""
    return np.cbrt(np.float64(3 * rounding * abs(value)) / abs(third))


# %% family
def memory(beta, t, corrected):
    """Return the weights of t values in a moving average, oldest first."""
    powers = float(beta) ** np.arange(t - 1, -1, -1)
    return powers / powers.sum() if corrected else (1 - beta) * powers


def last_step(gradients, rate, beta, corrected, falling):
    """Return the step after these gradients of one parameter, one number."""
    g = np.asarray(gradients, dtype=float)
    root = np.sqrt(np.sum(memory(beta, g.size, corrected) * g**2))
    if falling:
        root = root * np.sqrt(g.size)
    return -rate * g[-1] / root if root > 0 else 0.0


# %% barron
def constant(amplitudes, frequencies):
    """Return C of a sum of waves; frequencies has the shape (waves, inputs)."""
    return np.sum(np.abs(amplitudes) * np.linalg.norm(frequencies, axis=1))


def promised(c, radius, error):
    """Return the smallest number of units for which the bound is at most `error`."""
    return int(np.clip(np.ceil((2 * radius * c) ** 2 / error), 1, None))


# %% own-slopes
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(rows, m), k, (land, begin), (far, eta, count), nets, hits, bound, lists = own_slopes(
    student
)
kinds = np.array([1, np.ceil(rows / m), rows, 32 * np.ceil(m / 32) - m])
slower = np.array([k, k**2])
land = np.array(land)
inside = (land[1:-1] < land[:-2]) & (land[1:-1] < land[2:])
side = -1 if land[begin - 1] < land[begin] else 1
dips = [inside.sum(), begin + side, land.argmin()]
travel = np.array([far, far]) / [eta, count]
layers = [np.array(nets[0]), np.array([784, nets[1], 10])]
sizes = [(part[:-1] + 1) @ part[1:] for part in layers]
a, b, c, d = (np.array(part) for part in hits)
starts = [np.mean(a == 24), np.mean(b == 24), np.mean(d / 8) - np.mean(c / 8)]
slack = (2 * bound[0] * bound[1]) ** 2 / (bound[2] * bound[3])
widths = [np.diff(part) for part in lists]
shapes = [
    "tunnel" if not w.any() else "neither" if (w > 0).any() else "funnel"
    for w in widths
]
