"""All tasks value by value."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% step
def step(kind, theta, F, r, rate, tau):
    """Return the parameters after one step."""
    width = len(theta)
    gradient = [
        -2 * sum(row[j] * left for row, left in zip(F, r, strict=True))
        for j in range(width)
    ]
    bent = [[0.0] * width for _ in range(width)]
    for i in range(width):
        for j in range(width):
            if kind != "gradient":
                bent[i][j] = sum(row[i] * row[j] for row in F)
        if kind == "gradient":
            bent[i][i] = 1.0
        if kind == "levenberg-marquardt":
            bent[i][i] += tau
    move = np.linalg.solve(np.array(bent), np.array(gradient))
    return np.array([old - rate * part for old, part in zip(theta, move, strict=True)])


# %% noise
def noise(g, m, replace, draws, seed):
    """Return (variance by the law, variance measured on `draws` batches)."""
    g, n = [float(slope) for slope in g], len(g)
    mean = sum(g) / n
    law = sum((slope - mean) ** 2 for slope in g) / n / m
    if not replace:
        law = law * (n - m) / (n - 1)
    generator, means = np.random.default_rng(seed), []
    for _ in range(draws):
        rows = (
            generator.integers(n, size=m) if replace else generator.permutation(n)[:m]
        )
        means.append(sum(g[row] for row in rows) / m)
    middle = sum(means) / draws
    return law, sum((value - middle) ** 2 for value in means) / draws


# %% flatten
def flatten(layers):
    """Return places, output weights, and [units of the deep one, units of this]."""
    pieces = 1
    for _ in range(layers):
        pieces = 2 * pieces
    places, weights = [], []
    for number in range(pieces):
        places.append(number / pieces)
        weights.append(-2 * pieces if number % 2 else 2 * pieces)
    weights[0] = pieces
    return places, weights, [2 * layers, pieces]


# %% own-look
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
groups = own_look(student)
ball = 1.0
for _ in range(400):
    ball = (1 - groups[0]) ** 2 * ball + groups[0] ** 2
allowed = []
for power in groups[1]:
    if power <= 1 and 2 * power > 1:
        allowed.append(power)
rate, before, after = groups[2]
new_rate = rate * (after / before)
z, back, leak, pace = groups[3]
slope = 0.0
for row in range(4):
    if z[row] < 0:
        slope += back[row] * z[row]
leak = round(leak - pace * slope, 4)
(x1, x2), (c1, c2), width = groups[4]
bump = 2.718281828459045 ** (-((x1 - c1) ** 2 + (x2 - c2) ** 2) / 2 / width**2)
corners = [2, 2 + 2 + 2 + 1]
for _ in range(groups[5] - 1):
    corners = [2 * corners[0], corners[1] + 6]
