"""All tasks with whole arrays."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% filter-matrix
def filter_matrix(f, rows, columns):
    """Return an array of shape (rows * columns, rows * columns)."""
    half = len(f) // 2
    r, c = np.indices((rows, columns)).reshape(2, -1)
    i, j = r - r[:, None] + half, c - c[:, None] + half
    under = (np.minimum(i, j) >= 0) & (np.maximum(i, j) < len(f))
    return np.where(under, f[np.clip(i, 0, len(f) - 1), np.clip(j, 0, len(f) - 1)], 0)


# %% on-clock
def on_clock(f, g, places):
    """Return an array of shape (places,)."""
    return np.fft.irfft(np.fft.rfft(f, places) * np.fft.rfft(g, places), places)


def spoiled(k, n, places):
    """Return a whole number: the places whose sum got something that came round."""
    return max(0, n + k - 1 - places)


# %% augmented
def moved(picture, down, right):
    """Return the moved picture, as large as before."""
    rows, columns = np.shape(picture)
    room = abs(down) + abs(right)
    wide = np.pad(picture, room)
    return wide[room - down :, room - right :][:rows, :columns]


def augmented(pictures, most, seed):
    """Return the pictures, each moved by up to `most` pixels in both directions."""
    generator = np.random.default_rng(seed)
    ways = generator.integers(-most, most + 1, size=(len(pictures), 2))
    return np.array([moved(p, d, r) for p, (d, r) in zip(pictures, ways, strict=True)])


# %% decided
def class_map(maps, weights, label):
    """Return an array of shape (rows, columns)."""
    return maps @ weights[:, label]


def relevance(x, weights, label, epsilon=0.0):
    """Return what each number of x contributed to the output."""
    inputs, sums = [x], []
    for w in weights:
        sums.append(inputs[-1] @ w)
        inputs.append(np.maximum(sums[-1], 0))
    share = sums[-1] * np.eye(len(sums[-1]))[label]
    for a, w, z in zip(inputs[-2::-1], weights[::-1], sums[::-1], strict=True):
        z = z + epsilon * np.where(z >= 0, 1, -1)
        share = a * (w @ (share / z))
    return share


# %% stages
def two_stages(x, c, base, head, steps, rates):
    """Return new arrays, shaped as base and head."""
    theta, v, y = base + 0, head + 0, np.eye(head.shape[1])[c]
    for count, rate, pace in zip(steps, rates, (0, 1), strict=True):
        for _ in range(count):
            z = x @ theta
            phi = np.maximum(z, 0)
            a = np.exp(phi @ v)
            dz = (a / a.sum(axis=1, keepdims=True) - y) / len(y)
            theta, v = (
                theta - pace * rate * x.T @ ((dz @ v.T) * (z > 0)),
                v - rate * phi.T @ dz,
            )
    return theta, v


# %% own-numbers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = round(float((A @ w).mean() + b), 3)
shares = x * (W @ v)
center = table - table.mean(axis=1, keepdims=True)
normalized = center / np.sqrt((center**2).mean(axis=1, keepdims=True))
filled = (3 * side - 2) ** 2
dearer = 3 * epochs
