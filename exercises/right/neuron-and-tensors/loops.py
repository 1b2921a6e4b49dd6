"""All tasks with plain loops and the standard library."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% neuron
def neuron(x, w, b, activation):
    """Return the output of one neuron for one sample."""
    from math import exp

    z = b
    for value, weight in zip(x, w, strict=True):
        z += value * weight
    if activation == "sigmoid":
        return 1 / (1 + exp(-z))
    return z


# %% batches
def batches(data, size):
    """Return the list of batches of data, slices of axis 0."""
    found, start = [], 0
    while start < len(data):
        found.append(data[start : start + size])
        start += size
    return found


# %% as-rows
def as_rows(pictures, largest):
    """Return one row of values from 0 to 1 for each picture."""
    return np.array([[value / largest for value in p.ravel()] for p in pictures])


# %% forward
def forward(X, layers):
    """Return what the last layer puts out, one row per sample."""
    from math import exp

    rows = [list(row) for row in X]
    for W, b, activation in layers:
        found = []
        for row in rows:
            sums = []
            for neuron_number in range(len(b)):
                z = b[neuron_number]
                for k, value in enumerate(row):
                    z += value * W[k][neuron_number]
                if activation == "relu":
                    z = max(0.0, z)
                elif activation == "sigmoid":
                    z = 1 / (1 + exp(-z))
                sums.append(z)
            found.append(sums)
        rows = found
    return np.array(rows)


# %% own-films
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
facts = own_films(student)
n, h, w = facts["films"], facts["height"], facts["width"]
whole = (n, facts["frames"], h, w, 3)
rank = 5
rest = n
while rest > facts["batch size"]:
    rest -= facts["batch size"]
first_batch = (facts["batch size"], facts["frames"], h, w, 3)
last_batch = (rest, facts["frames"], h, w, 3)
features = facts["frames"] * h * w * 3
parameters = features * facts["hidden neurons"] + facts["hidden neurons"]
parameters += facts["hidden neurons"] * facts["classes"] + facts["classes"]
