"""Written out, branch by branch; training by RMSprop."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% forward
def forward(program, given):
    """Return the list of all values: the given ones, then each step's result."""
    values = [np.array(array, dtype=float) for array in given]
    for step in program:
        name, first = step[0], values[step[1][0]]
        if name == "relu":
            values.append(np.where(first > 0, first, 0.0))
            continue
        second = values[step[1][1]]
        if name == "matmul":
            values.append(np.tensordot(first, second, axes=1))
        if name == "add":
            values.append(first + second)
        if name == "mean_square":
            values.append(np.array(np.mean((first - second) ** 2)))
    return values


# %% backward
def backward(program, values):
    """Return the slopes of the last value in all values."""
    values = [np.array(value, dtype=float) for value in values]
    slopes = [np.zeros(value.shape) for value in values]
    slopes[len(values) - 1] += 1
    place = len(values)
    for step in reversed(list(program)):
        place -= 1
        name, first, slope = step[0], step[1][0], slopes[place]
        if name == "relu":
            slopes[first] += np.where(values[first] > 0, slope, 0)
            continue
        second = step[1][1]
        a, b = values[first], values[second]
        if name == "matmul":
            slopes[first] += np.tensordot(slope, b, axes=(1, 1))
            slopes[second] += np.tensordot(a, slope, axes=(0, 0))
        if name == "add":
            slopes[first] += slope
            slopes[second] += slope if a.shape == b.shape else np.sum(slope, axis=0)
        if name == "mean_square":
            slopes[first] += slope * 2 * (a - b) / a.size
            slopes[second] += slope * 2 * (b - a) / a.size
    return slopes


# %% network
def network(layers):
    """Return the program of a network; given: x, y, W, b, W, b, ..."""
    given, program = 2 + 2 * layers, []
    for layer in range(layers):
        start = given + 3 * layer
        below = 0 if layer == 0 else start - 1
        program.append(["matmul", [below, 2 + 2 * layer]])
        program.append(["add", [start, 3 + 2 * layer]])
        program.append(["relu", [start + 1]])
    program[-1] = ["mean_square", [given + 3 * layers - 2, 1]]
    return program


# %% train
def train(x, y, sizes, seed, epochs=600, rate=0.01):
    """Return weights, a list of arrays, and the list of losses."""
    rng = np.random.default_rng(seed)
    weights = []
    for i in range(len(sizes) - 1):
        n, m = sizes[i], sizes[i + 1]
        weights.append(rng.uniform(-1, 1, (n, m)) * np.sqrt(6 / n))
        weights.append(rng.uniform(-0.2, 0.2, m))
    squares = [np.zeros_like(weight) for weight in weights]
    losses, program = [], network(len(sizes) - 1)
    for epoch in range(epochs):
        values = forward(program, [x, y, *weights])
        losses.append(float(values[-1]))
        slopes = backward(program, values)
        now = rate / (1 + 3 * epoch / max(epochs, 600))
        for i in range(len(weights)):
            slope = slopes[i + 2]
            squares[i] = 0.95 * squares[i] + 0.05 * slope**2
            weights[i] = weights[i] - now * slope / (np.sqrt(squares[i]) + 1e-6)
    return weights, losses


# %% own-wave
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
x, y, places = own_wave(student)
table = np.column_stack([x[:, 0], np.ones(len(x))])
line = float(np.square(table @ np.linalg.pinv(table) @ y - y).mean())
some, others = np.arange(80) % 5 != 0, np.arange(80) % 5 == 0
w, _ = train(x[some], y[some], [1, 32, 16, 1], 3, 2500)
held = float(forward(network(3), [x[others], y[others], *w])[-1])
w, _ = train(x, y, [1, 32, 16, 1], 3, 2500)
said = forward(network(3), [places, places, *w])[-2]
