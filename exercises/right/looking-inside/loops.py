"""All tasks number by number, with lists."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% filter-matrix
def filter_matrix(f, rows, columns):
    """Return an array of shape (rows * columns, rows * columns)."""
    half, table = len(f) // 2, []
    for r in range(rows):
        for c in range(columns):
            line = []
            for row in range(rows):
                for column in range(columns):
                    i, j = row - r + half, column - c + half
                    inside = 0 <= i < len(f) and 0 <= j < len(f)
                    line.append(float(f[i][j]) if inside else 0.0)
            table.append(line)
    return table


# %% on-clock
def on_clock(f, g, places):
    """Return an array of shape (places,)."""
    first = np.fft.fft(list(f) + [0.0] * (places - len(f)))
    second = np.fft.fft(list(g) + [0.0] * (places - len(g)))
    return [float(number.real) for number in np.fft.ifft(first * second)]


def spoiled(k, n, places):
    """Return a whole number: the places whose sum got something that came round."""
    whole = n + k - 1
    return len([place for place in range(whole) if place >= places])


# %% augmented
def moved(picture, down, right):
    """Return the moved picture, as large as before."""
    result = np.zeros(np.shape(picture))
    for r, row in enumerate(picture):
        for c, pixel in enumerate(row):
            if 0 <= r + down < len(picture) and 0 <= c + right < len(row):
                result[r + down, c + right] = pixel
    return result


def augmented(pictures, most, seed):
    """Return the pictures, each moved by up to `most` pixels in both directions."""
    generator = np.random.default_rng(seed)
    ways = generator.integers(-most, most + 1, size=(len(pictures), 2)).tolist()
    return [moved(pictures[n], *ways[n]) for n in range(len(pictures))]


# %% decided
def class_map(maps, weights, label):
    """Return an array of shape (rows, columns)."""
    return [
        [
            sum(float(a) * float(w[label]) for a, w in zip(place, weights, strict=True))
            for place in row
        ]
        for row in maps
    ]


def relevance(x, weights, label, epsilon=0.0):
    """Return what each number of x contributed to the output."""
    inputs = [[float(number) for number in x]]
    for w in weights[:-1]:
        inputs.append([max(0.0, float(z)) for z in inputs[-1] @ w])
    got = [0.0] * weights[-1].shape[1]
    got[label] = float(inputs[-1] @ weights[-1][:, label])
    for a, w in zip(reversed(inputs), reversed(weights), strict=True):
        new = [0.0] * len(a)
        for j, part in enumerate(got):
            if part == 0:
                continue
            z = sum(a[i] * float(w[i, j]) for i in range(len(a)))
            z = z + epsilon if z >= 0 else z - epsilon
            for i in range(len(a)):
                new[i] += a[i] * float(w[i, j]) / z * part
        got = new
    return got


# %% stages
def two_stages(x, c, base, head, steps, rates):
    """Return new arrays, shaped as base and head."""
    base, head = base.copy(), head.copy()
    for step in range(steps[0] + steps[1]):
        rate = rates[0] if step < steps[0] else rates[1]
        base_slope, head_slope = np.zeros(base.shape), np.zeros(head.shape)
        for row, label in zip(x, c, strict=True):
            z = row @ base
            phi = z * (z > 0)
            share = np.exp(phi @ head)
            share = share / sum(share)
            share[label] -= 1
            head_slope += np.outer(phi, share) / len(x)
            base_slope += np.outer(row, (head @ share) * (z > 0)) / len(x)
        head = head - rate * head_slope
        if step >= steps[0]:
            base = base - rate * base_slope
    return [base, head]


# %% own-numbers
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(A, w, b), (x, W, v), table, side, epochs = own_numbers(student)
score = b
for channel in range(2):
    total = A[0, 0, channel] + A[0, 1, channel] + A[1, 0, channel] + A[1, 1, channel]
    score = score + w[channel] * total / 4
score = float(score)
hidden = [x[0] * W[0, j] + x[1] * W[1, j] for j in range(2)]
shares = [
    sum(x[i] * W[i, j] / hidden[j] * (hidden[j] * v[j]) for j in range(2))
    for i in range(2)
]
normalized = []
for row in table.tolist():
    middle = sum(row) / 4
    normalized.append([1.0 if number > middle else -1.0 for number in row])
filled = 0
for place in range(side):
    filled += 2 if place in (0, side - 1) else 3
filled = filled * filled
dearer = epochs + 2 * epochs
