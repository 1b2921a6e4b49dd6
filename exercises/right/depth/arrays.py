"""All tasks with whole arrays, as the chapter writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% gradients
def slope(z, name):
    """Return the slope of an activation."""
    if name == "relu":
        return (z > 0).astype(float)
    if name == "linear":
        return 1.0
    a = bend(z, name)
    return 1 - a**2 if name == "tanh" else a * (1 - a)


def gradients(x, y, layers):
    """Return a list of (kernel gradient, bias gradient), first layer first."""
    zs, outputs = forward(x, layers)
    delta = (outputs[-1] - y) / len(x) * slope(zs[-1], layers[-1][2])
    deltas = [delta]
    for place in range(len(layers) - 1, 0, -1):
        delta = delta @ layers[place][0].T * slope(zs[place - 1], layers[place - 1][2])
        deltas.insert(0, delta)
    return [(a.T @ d, d.sum(axis=0)) for a, d in zip(outputs, deltas, strict=False)]


# %% check
def check(cost, parameters, gradients, step=1e-5):
    """Return the relative error of each array of gradients, as a list."""
    errors = []
    for array, gradient in zip(parameters, gradients, strict=True):
        nudged = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + step
            above = cost(parameters)
            array[place] = kept - step
            nudged[place] = (above - cost(parameters)) / (2 * step)
            array[place] = kept
        lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
        errors.append(np.linalg.norm(gradient - nudged) / max(lengths, 1e-300))
    return np.array(errors)


# %% count
import itertools


def count(sizes, rows):
    """Return forward and backward multiplications, numbers kept, evaluations."""
    each = [n_in * n_out for n_in, n_out in itertools.pairwise(sizes)]
    parameters = sum(each) + sum(sizes[1:])
    kept = 2 * rows * sum(sizes[1:])
    return rows * sum(each), rows * (sum(each) + sum(each[1:])), kept, 2 * parameters


# %% follow
def follow(sizes, scheme, kind):
    """Return limits, variances of signals and variances of deltas, as arrays."""
    sizes = np.array(sizes)
    ways = sizes[:-1] + sizes[1:] if scheme == "glorot" else sizes[:-1]
    variance, limits = 2 / ways, np.sqrt(6 / ways)
    keeps = {"linear": 1.0, "relu": 0.5}[kind]
    layers = len(ways)
    signals = np.cumprod(sizes[:-1] * variance) * keeps ** np.arange(layers)
    back = sizes[2:] * variance[1:] * keeps
    return limits, signals, np.array([np.prod(back[n:]) for n in range(layers)])


# %% own-network
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
x, y, layers = own_network(student)
(z_1, z_2, z_3), _ = forward(x[None], layers)
prediction = float(z_3[0, 0])
delta_2 = (prediction - y) * layers[2][0][:, 0] * (z_2[0] > 0)
delta_1 = delta_2 @ layers[1][0].T * (z_1[0] > 0)
d_kernel = np.outer(x, delta_1)
