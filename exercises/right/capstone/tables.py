"""Every operation a pair of small functions in one table; training by momentum."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% forward
def forward(program, given):
    """Return the list of all values: the given ones, then each step's result."""
    rules = {
        "matmul": lambda a, b: a @ b,
        "add": lambda a, b: a + b,
        "relu": lambda a: np.maximum(a, 0),
        "mean_square": lambda a, b: ((a - b) ** 2).sum() / a.size,
    }
    values = [np.asarray(array, dtype=float) for array in given]
    for name, places in program:
        values.append(np.asarray(rules[name](*[values[place] for place in places])))
    return values


# %% backward
def backward(program, values):
    """Return the slopes of the last value in all values."""

    def row(slope, like):
        return slope if slope.shape == like.shape else slope.sum(axis=0)

    rules = {
        "matmul": lambda s, a, b: [s @ b.T, a.T @ s],
        "add": lambda s, a, b: [s, row(s, b)],
        "relu": lambda s, a: [s * (a > 0)],
        "mean_square": lambda s, a, b: [
            2 * s / a.size * (a - b),
            2 * s / a.size * (b - a),
        ],
    }
    values = [np.asarray(value, dtype=float) for value in values]
    slopes = [0 * value for value in values]
    slopes[-1] = slopes[-1] + 1
    result = len(values)
    for name, places in program[::-1]:
        result -= 1
        back = rules[name](slopes[result], *[values[place] for place in places])
        for place, slope in zip(places, back, strict=True):
            slopes[place] = slopes[place] + slope
    return slopes


# %% network
def network(layers):
    """Return the program of a network; given: x, y, W, b, W, b, ..."""
    steps, current = [], 0

    def then(name, *places):
        steps.append((name, list(places)))
        return 1 + 2 * layers + len(steps)

    for number in range(layers):
        current = then("matmul", current, 2 * number + 2)
        current = then("add", current, 2 * number + 3)
        if number + 1 < layers:
            current = then("relu", current)
    then("mean_square", current, 1)
    return steps


# %% train
def train(x, y, sizes, seed, epochs=600, rate=0.02):
    """Return weights, a list of arrays, and the list of losses."""
    rng = np.random.default_rng(seed)
    weights, losses = [], []
    for i in range(len(sizes) - 1):
        weights.append(
            rng.normal(size=(sizes[i], sizes[i + 1])) * (2 / sizes[i]) ** 0.5
        )
        weights.append(rng.normal(size=sizes[i + 1]) * 0.1)
    velocity = [0.0] * len(weights)
    steps = network(len(sizes) - 1)
    for _ in range(epochs):
        values = forward(steps, [x, y, *weights])
        losses.append(values[-1].item())
        slopes = backward(steps, values)
        for i in range(len(weights)):
            velocity[i] = 0.9 * velocity[i] - rate * slopes[i + 2]
            weights[i] = weights[i] + velocity[i]
    return weights, losses


# %% own-wave
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
x, y, places = own_wave(student)
slope, offset = np.polyfit(x[:, 0], y[:, 0], 1)
line = np.mean((slope * x + offset - y) ** 2)
runs = [train(x[:64], y[:64], [1, 20, 20, 1], seed, 3000)[0] for seed in range(3)]
errors = [forward(network(3), [x[64:], y[64:], *w])[-1].item() for w in runs]
held = min(errors)
said = forward(network(3), [places, places, *runs[errors.index(held)]])[-2][:, 0]
