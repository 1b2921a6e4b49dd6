"""All tasks with whole arrays, as chapter 4 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% sigmoid
def sigmoid(z):
    """Return the sigmoid of each entry of z."""
    return 1 / (1 + np.exp(-z))


def sigmoid_slope(z):
    """Return the derivative of the sigmoid at each entry of z."""
    a = sigmoid(z)
    return a * (1 - a)


# %% crossentropy
def crossentropy(z, y):
    """Return the mean cross-entropy of logits z for labels y, one number."""
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


# %% crossentropy-gradient
def crossentropy_gradient(z, y):
    """Return the slope of the mean cross-entropy in each entry of z."""
    return (1 / (1 + np.exp(-z)) - y) / len(y)


# %% confusion
def confusion(actual, said):
    """Return [[TN, FP], [FN, TP]] as an array of whole numbers."""
    is_1, said_1 = np.asarray(actual) == 1, np.asarray(said) == 1
    tn, fp = np.sum(~is_1 & ~said_1), np.sum(~is_1 & said_1)
    fn, tp = np.sum(is_1 & ~said_1), np.sum(is_1 & said_1)
    return np.array([[tn, fp], [fn, tp]])


def scores(matrix):
    """Return precision, recall and F1 of class 1."""
    _, fp, fn, tp = np.ravel(matrix)
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
    return precision, recall, f1


# %% best-threshold
def best_threshold(actual, outputs):
    """Return the threshold with the highest F1, and that F1."""
    candidates = np.unique(outputs)[::-1]
    said = outputs >= candidates[:, None]
    hits = np.sum(said & (actual == 1), axis=1)
    f1 = 2 * hits / (np.sum(said, axis=1) + np.sum(actual))
    best = np.argmax(f1)
    return np.array([candidates[best], f1[best]])


# %% own-payments
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
labels, shares = own_payments(student)
accuracy = np.mean((shares >= 0.5) == labels)
baseline = 1 - labels.mean()
threshold, f1 = (round(float(number), 4) for number in best_threshold(labels, shares))
(_, stopped), (missed, _) = confusion(labels, shares >= threshold)
