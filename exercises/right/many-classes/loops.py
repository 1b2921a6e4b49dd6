"""All tasks by hand: loops for the formulas, plain NumPy for the training."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% one-hot
def one_hot(c, classes):
    """Return an array (rows, classes) with a 1 in the column of each class."""
    return [[1 if label == k else 0 for k in range(classes)] for label in c]


def class_numbers(rows):
    """Return the column of the largest number of each row, shape (rows,)."""
    found = []
    for row in rows:
        best = 0
        for k, share in enumerate(row):
            if share > row[best]:
                best = k
        found.append(best)
    return found


# %% softmax
def softmax(z):
    """Return the shares of each row of scores, shape (rows, classes)."""
    shares = np.zeros(z.shape)
    for i, row in enumerate(z):
        for k in range(len(row)):
            shares[i, k] = 1 / np.sum(np.exp(row - row[k]))
    return shares


# %% crossentropy
def crossentropy(z, c):
    """Return the mean cross-entropy of scores z for class numbers c, one number."""
    from math import exp, log

    total = 0.0
    for row, label in zip(z, c, strict=True):
        largest = max(row)
        total += largest - row[label] + log(sum(exp(v - largest) for v in row))
    return total / len(c)


# %% crossentropy-gradient
def crossentropy_gradient(z, c):
    """Return the slope of the mean cross-entropy in each score."""
    from math import exp

    slopes = []
    for row, label in zip(z, c, strict=True):
        powers = [exp(v - max(row)) for v in row]
        total = sum(powers)
        slopes.append(
            [(p / total - (k == label)) / len(c) for k, p in enumerate(powers)]
        )
    return slopes


# %% class-scores
def confusion(actual, said, classes):
    """Return the counts, shape (classes, classes): what is, then what was said."""
    counts = [[0] * classes for _ in range(classes)]
    for is_it, was_it in zip(actual, said, strict=True):
        counts[is_it][was_it] += 1
    return counts


def precision_recall(matrix):
    """Return the precision and the recall of each class, two arrays (classes,)."""
    precision, recall = [], []
    for k in range(len(matrix)):
        named = sum(row[k] for row in matrix)
        there = sum(matrix[k])
        precision.append(matrix[k][k] / named if named else 0)
        recall.append(matrix[k][k] / there if there else 0)
    return precision, recall


# %% train-and-predict
def train_and_predict(x_train, c_train, x_new, classes, seed):
    """Return the shares of a freshly trained classifier for the rows of x_new."""
    generator = np.random.default_rng(seed)
    middle = np.median(x_train, axis=0)
    width = np.percentile(x_train, 84, axis=0) - np.percentile(x_train, 16, axis=0)
    x, new = 2 * (x_train - middle) / width, 2 * (x_new - middle) / width
    weights = [
        generator.normal(size=(x.shape[1], 24)),
        generator.normal(size=24),
        generator.normal(size=(24, classes)) / 5,
        np.zeros(classes),
    ]
    speed = [0 * w for w in weights]

    def shares(rows):
        W, b, V, d = weights
        hidden = np.tanh(rows @ W + b)
        powers = np.exp(hidden @ V + d)
        return hidden, powers / powers.sum(axis=1, keepdims=True)

    for _ in range(400):
        hidden, a = shares(x)
        dz = a.copy()
        dz[np.arange(len(x)), c_train] -= 1
        dz /= len(x)
        dh = dz @ weights[2].T * (1 - hidden**2)
        slopes = x.T @ dh, dh.sum(axis=0), hidden.T @ dz, dz.sum(axis=0)
        for v, w, slope in zip(speed, weights, slopes, strict=True):
            v *= 0.9
            v -= 0.3 * slope
            w += v
    return shares(new)[1]


# %% own-hotels
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = []
for distance, rating in x_test:  # the three nearest training hotels decide
    gaps = (x_train[:, 0] - distance) ** 2 / 36 + (x_train[:, 1] - rating) ** 2 * 3
    votes = [int(c) for c in c_train[np.argsort(gaps)[:3]]]
    said.append(max(votes, key=votes.count))
right = [s == c for s, c in zip(said, c_test, strict=True)]
accuracy = sum(right) / 60
counts = [sum(c_train == k) for k in range(3)]
baseline = sum(c_test == counts.index(max(counts))) / 60
recalls = []
for k in range(3):
    rows = [r for r, c in zip(right, c_test, strict=True) if c == k]
    recalls.append(sum(rows) / len(rows))
macro_recall, weakest = sum(recalls) / 3, recalls.index(min(recalls))
