"""All tasks with whole arrays."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% step
def step(kind, theta, F, r, rate, tau):
    """Return the parameters after one step."""
    matrix = {
        "gradient": lambda: np.eye(F.shape[1]),
        "gauss-newton": lambda: np.linalg.inv(F.T @ F),
        "levenberg-marquardt": lambda: np.linalg.inv(
            F.T @ F + np.diag(theta * 0 + tau)
        ),
    }[kind]()
    return theta + 2 * rate * matrix @ F.T @ r


# %% noise
def noise(g, m, replace, draws, seed):
    """Return (variance by the law, variance measured on `draws` batches)."""
    rng, n = np.random.default_rng(seed), len(g)
    if replace:
        rows = rng.integers(n, size=(draws, m))
        factor = 1
    else:
        rows = rng.permuted(np.tile(np.arange(n), (draws, 1)), axis=1)[:, :m]
        factor = 1 - (m - 1) / (n - 1)
    law = factor * (np.mean(g**2) - np.mean(g) ** 2) / m
    return law, np.var(g[rows].mean(axis=1))


# %% flatten
def flatten(layers):
    """Return places, output weights, and [units of the deep one, units of this]."""
    places, steepness = np.linspace(0, 1, 2**layers, endpoint=False), 2.0**layers
    slopes = steepness * (-1.0) ** np.arange(2**layers)
    return places, np.diff(slopes, prepend=0), [layers + layers, len(places)]


# %% own-look
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = 1 / (2 / eta - 1)
powers = np.array(powers)
allowed = powers[(powers > 0.5) & (powers < 1.05)]
new_rate = base / m * larger
leak = alpha - rate * np.sum(back * np.where(z < 0, z, 0))
bump = np.exp(-0.5 * np.linalg.norm((x - c) / s) ** 2)
sizes = np.array([1, *[2] * n, 1])
corners = 2**n, int((sizes[:-1] + 1) @ sizes[1:])
