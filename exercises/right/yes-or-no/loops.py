"""All tasks row by row, without calling one task from another."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% sigmoid
def sigmoid(z):
    """Return the sigmoid of each entry of z."""
    from math import exp

    def one(value):
        if value >= 0:
            return 1 / (1 + exp(-value))
        return exp(value) / (1 + exp(value))

    return np.array([one(v) for v in np.ravel(z)]).reshape(np.shape(z))


def sigmoid_slope(z):
    """Return the derivative of the sigmoid at each entry of z."""
    from math import exp

    powers = [exp(-abs(v)) for v in np.ravel(z)]
    return np.array([p / (1 + p) ** 2 for p in powers]).reshape(np.shape(z))


# %% crossentropy
def crossentropy(z, y):
    """Return the mean cross-entropy of logits z for labels y, one number."""
    from math import exp, log1p

    total = 0.0
    for value, label in zip(z, y, strict=True):
        against = value if label == 0 else -value  # large where sure and wrong
        total += max(against, 0) + log1p(exp(-abs(against)))
    return total / len(y)


# %% crossentropy-gradient
def crossentropy_gradient(z, y):
    """Return the slope of the mean cross-entropy in each entry of z."""
    slopes = []
    for value, label in zip(z, y, strict=True):
        small = float(np.exp(-abs(value)))
        a = 1 / (1 + small) if value >= 0 else small / (1 + small)
        slopes.append((a - label) / len(z))
    return slopes


# %% confusion
def confusion(actual, said):
    """Return [[TN, FP], [FN, TP]] as an array of whole numbers."""
    matrix = [[0, 0], [0, 0]]
    for label, answer in zip(actual, said, strict=True):
        matrix[int(label)][int(answer)] += 1
    return matrix


def scores(matrix):
    """Return precision, recall and F1 of class 1."""
    (_, fp), (fn, tp) = matrix
    if tp == 0:
        return [0, 0, 0]
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    return [precision, recall, 2 / (1 / precision + 1 / recall)]


# %% best-threshold
def best_threshold(actual, outputs):
    """Return the threshold with the highest F1, and that F1."""
    best, best_f1 = 0.0, -1.0
    for threshold in outputs:
        tp = fp = fn = 0
        for label, output in zip(actual, outputs, strict=True):
            tp += label == 1 and output >= threshold
            fp += label == 0 and output >= threshold
            fn += label == 1 and output < threshold
        f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
        if (round(f1, 12), threshold) > (round(best_f1, 12), best):
            best, best_f1 = threshold, f1
    return best, best_f1


# %% own-payments
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
labels, shares = own_payments(student)
right = 0
for label, share in zip(labels, shares, strict=True):
    right += label == (share >= 0.5)
accuracy, baseline = right / 400, (400 - sum(labels)) / 400
threshold, f1 = best_threshold(labels, shares)
missed = stopped = 0
for label, share in zip(labels, shares, strict=True):
    missed += label == 1 and share < threshold
    stopped += label == 0 and share >= threshold
