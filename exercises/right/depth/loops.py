"""All tasks number by number: one row, one unit, one layer at a time."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

# %% gradients
import itertools
import math

import numpy as np


def slope(z, name):
    """Return the slope of an activation for one number."""
    if name == "linear":
        return 1.0
    if name == "relu":
        return 1.0 if z > 0 else 0.0
    if name == "tanh":
        return 1 / math.cosh(z) ** 2
    return math.exp(-z) / (1 + math.exp(-z)) ** 2


def gradients(x, y, layers):
    """Return a list of (kernel gradient, bias gradient), first layer first."""
    found = [(np.zeros(k.shape), np.zeros(b.shape)) for k, b, _ in layers]
    for row, target in zip(x, y, strict=True):
        zs, outputs = forward(row, layers)
        back = [(a - t) / len(x) for a, t in zip(outputs[-1], target, strict=True)]
        for place in range(len(layers) - 1, -1, -1):
            kernel, bias, name = layers[place]
            units = range(len(bias))
            delta = [back[j] * slope(zs[place][j], name) for j in units]
            for j in units:
                found[place][1][j] += delta[j]
                for i in range(len(kernel)):
                    found[place][0][i, j] += outputs[place][i] * delta[j]
            back = [sum(line[j] * delta[j] for j in units) for line in kernel]
    return found


# %% check
def check(cost, parameters, gradients, step=1e-5):
    """Return the relative error of each array of gradients, as a list."""
    errors = []
    for number, array in enumerate(parameters):
        slopes = []
        for place in range(array.size):
            ends = []
            for moved_by in (step, -step):
                moved = array.astype(float).ravel()
                moved[place] += moved_by
                tried = list(parameters)
                tried[number] = moved.reshape(array.shape)
                ends.append(cost(tried))
            slopes.append((ends[0] - ends[1]) / (2 * step))
        given = list(np.ravel(gradients[number]))
        gap = math.dist(given, slopes)
        lengths = math.hypot(*given) + math.hypot(*slopes)
        errors.append(gap / lengths if lengths > 0 else 0)
    return errors


# %% count
def count(sizes, rows):
    """Return forward and backward multiplications, numbers kept, evaluations."""
    there = back = kept = parameters = 0
    for layer in range(1, len(sizes)):
        weights = sizes[layer - 1] * sizes[layer]
        there += rows * weights
        back += rows * weights  # for the gradient of the kernel
        if layer > 1:
            back += rows * weights  # for the delta of the layer before
        kept += 2 * rows * sizes[layer]
        parameters += weights + sizes[layer]
    return there, back, kept, 2 * parameters


# %% follow
def follow(sizes, scheme, kind):
    """Return limits, variances of signals and variances of deltas, as arrays."""
    keeps = 0.5 if kind == "relu" else 1.0
    limits, signals, square = [], [], 1.0
    for n_in, n_out in itertools.pairwise(sizes):
        ways = n_in + n_out if scheme == "glorot" else n_in
        limits.append(math.sqrt(6 / ways))
        signals.append(n_in * limits[-1] ** 2 / 3 * square)
        square = signals[-1] * keeps
    deltas = [1.0]
    for layer in range(len(limits) - 1, 0, -1):
        deltas.insert(0, deltas[0] * sizes[layer + 1] * limits[layer] ** 2 / 3 * keeps)
    return limits, signals, deltas


# %% own-network
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
x, y, layers = own_network(student)
zs, outputs = forward(x, layers)
prediction = float(outputs[-1][0])
delta_2, delta_1 = [0.0, 0.0], [0.0, 0.0]
for j in range(2):
    if zs[1][j] > 0:
        delta_2[j] = float(layers[2][0][j, 0] * (prediction - y))
for j in range(2):
    if zs[0][j] > 0:
        delta_1[j] = float(sum(layers[1][0][j, k] * delta_2[k] for k in range(2)))
d_kernel = [[float(value) * delta for delta in delta_1] for value in x]
