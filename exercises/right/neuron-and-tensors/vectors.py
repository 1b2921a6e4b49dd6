"""All tasks with whole arrays, as chapter 1 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% neuron
def neuron(x, w, b, activation):
    """Return the output of one neuron for one sample."""
    z = np.sum(w * x) + b
    return z if activation == "linear" else 1 / (1 + np.exp(-z))


# %% batches
def batches(data, size):
    """Return the list of batches of data, slices of axis 0."""
    return [data[start : start + size] for start in range(0, len(data), size)]


# %% as-rows
def as_rows(pictures, largest):
    """Return one row of values from 0 to 1 for each picture."""
    return pictures.reshape(len(pictures), -1) / largest


# %% forward
def forward(X, layers):
    """Return what the last layer puts out, one row per sample."""
    A = X
    for W, b, activation in layers:
        Z = A @ W + b
        if activation == "relu":
            A = np.maximum(0, Z)
        elif activation == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        else:
            A = Z
    return A


# %% own-films
import os
from itertools import pairwise

student = os.environ.get("DLGRADE_STUDENT", "instructor")
films, frames, height, width, size, units, classes = own_films(student).values()
whole = (films, frames, height, width, 3)
rank = np.int64(len(whole))
counts = [min(size, films - start) for start in range(0, films, size)]
first_batch, last_batch = (counts[0], *whole[1:]), (counts[-1], *whole[1:])
features = np.prod(whole[1:])
sizes = [features, units, classes]
parameters = sum(a * b + b for a, b in pairwise(sizes))
