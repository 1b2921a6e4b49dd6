"""All tasks number by number, with lists and loops."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% plan
def plan(side, channels, steps):
    """Return a list of tuples (side, channels, parameters, products)."""
    rows = []
    for step in steps:
        if step[0] == "pool":
            side = int(side / step[1])
            rows.append([side, channels, 0, 0])
        if step[0] == "dense":
            weights = side * side * channels * step[1]
            side, channels = 1, step[1]
            rows.append([1, step[1], weights + step[1], weights])
        if step[0] == "conv":
            places = 0
            while places * step[3] + step[2] <= side + 2 * step[4]:
                places += 1
            weights = step[1] * step[2] * step[2] * channels
            side, channels = places, step[1]
            rows.append([side, channels, weights + step[1], weights * places * places])
    return rows


# %% conv
def conv(x, f, b, stride=1, padding=0):
    """Return the maps, (places down, places across, filters)."""
    k, _, deep, filters = f.shape
    down = (len(x) + 2 * padding - k) // stride + 1
    across = (len(x[0]) + 2 * padding - k) // stride + 1
    z = np.zeros((down, across, filters))
    for r, c, m in np.ndindex(*z.shape):
        z[r, c, m] = b[m]
        for i, j, a in np.ndindex(k, k, deep):
            row, column = r * stride + i - padding, c * stride + j - padding
            if 0 <= row < len(x) and 0 <= column < len(x[0]):
                z[r, c, m] += x[row, column, a] * f[i, j, a, m]
    return z


# %% conv-back
def conv_back(x, f, dz, stride=1, padding=0):
    """Return df, db and dx."""
    df, db, dx = np.zeros(f.shape), np.zeros(f.shape[3]), np.zeros(x.shape)
    for r, c, m in np.ndindex(*dz.shape):
        db[m] += dz[r, c, m]
        for i, j, a in np.ndindex(*f.shape[:3]):
            row, column = r * stride + i - padding, c * stride + j - padding
            if 0 <= row < len(x) and 0 <= column < len(x[0]):
                df[i, j, a, m] += dz[r, c, m] * x[row, column, a]
                dx[row, column, a] += dz[r, c, m] * f[i, j, a, m]
    return df, db, dx


# %% pool
def pool(x, k, kind="max"):
    """Return the pooled maps."""
    z = np.zeros((len(x) // k, len(x[0]) // k, x.shape[2]))
    for r, c, a in np.ndindex(*z.shape):
        block = [x[k * r + i, k * c + j, a] for i in range(k) for j in range(k)]
        z[r, c, a] = max(block) if kind == "max" else sum(block) / len(block)
    return z


def pool_back(x, k, dz, kind="max"):
    """Return the slopes with respect to x."""
    dx = np.zeros(x.shape)
    for r, c, a in np.ndindex(*dz.shape):
        places = [(k * r + i, k * c + j, a) for i in range(k) for j in range(k)]
        if kind == "max":
            places = [max(places, key=lambda place: x[place])]
        for place in places:
            dx[place] = dz[r, c, a] / len(places)
    return dx


# %% own-picture
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
picture, kernel = own_picture(student)
slid, turned, broken = np.zeros((3, 3)), np.zeros((3, 3)), 0
for r, c, i, j in np.ndindex(3, 3, 3, 3):
    slid[r, c] += kernel[i, j] * picture[r + i, c + j]
    turned[r, c] += kernel[i, j] * picture[r + 2 - i, c + 2 - j]
for r, c in np.ndindex(5, 5):
    before = (c - 1) % 5  # where this place of the map was before the shift
    one = two = 0
    for i, j in np.ndindex(3, 3):
        row = r + i - 1
        if 0 <= row < 5 and 0 <= c + j - 1 < 5:
            one += kernel[i, j] * picture[row, (c + j - 2) % 5]
        if 0 <= row < 5 and 0 <= before + j - 1 < 5:
            two += kernel[i, j] * picture[row, before + j - 1]
    broken += one != two

# %% own-maps
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
batch, stretch, layer, maps, boxes, photo = own_maps(student)
mean = sum(batch) / 4
variance = sum((number - mean) ** 2 for number in batch) / 4
normalized = [
    round(float(stretch[0] * (x - mean) / variance**0.5 + stretch[1]), 3) for x in batch
]
windows = [0, layer[1] * layer[1] * layer[2]]
for _ in range(layer[0] - layer[1] + 1):
    windows[0] += layer[0] - layer[1] + 1
behind = [
    maps[2] * (maps[0] * maps[0] * maps[1]) + maps[2],
    maps[2] * maps[1] + maps[2],
]
shared = covered = 0
for row in range(20):
    for column in range(20):
        inside = [t <= row < b and l <= column < r for t, l, b, r in boxes]  # noqa: E741
        shared += all(inside)
        covered += any(inside)
overlap = round(shared / covered, 4)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
