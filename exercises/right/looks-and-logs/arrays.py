"""All tasks with whole arrays, as the book writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% story
def story(x, y, limit):
    """Return the correlation up to the limit, and that of all rows."""

    def correlation(x, y):
        spread = x.std() * y.std()
        if np.isclose(spread, 0):
            return 0.0
        return np.mean((x - x.mean()) * (y - y.mean())) / spread

    near = x <= limit
    return correlation(x[near], y[near]), correlation(x, y)


# %% bowl
def bowl(weights, losses):
    """Return the best weight, its loss, and the rate that does not settle any more."""
    square, straight, start = np.polyfit(weights, losses, 2)
    best = -straight / square / 2
    return best, np.polyval([square, straight, start], best), 1 / square


# %% log
def rows_behind(printed, candidates):
    """Return the list of those candidates that explain all printed accuracies."""
    found = []
    for n in candidates:
        possible = np.round(np.arange(n + 1) / n, 4)
        gaps = np.abs(np.array(printed)[:, None] - possible)
        if np.all(gaps.min(axis=1) < 1e-9):
            found.append(n)
    return found


def dips(losses, accuracies):
    """Return the list of epochs in which both loss and accuracy have fallen."""
    losses, accuracies = np.array(losses), np.array(accuracies)
    fallen = (losses[1:] < losses[:-1]) & (accuracies[1:] < accuracies[:-1])
    return np.flatnonzero(fallen) + 2


# %% limits
def limits(noise):
    """Return the best accuracy and the smallest cross-entropy for each noise."""
    e = np.clip(noise, 1e-15, 1 - 1e-15)
    entropy = -e * np.log(e) - (1 - e) * np.log(1 - e)
    return np.where(noise < 0.5, 1 - noise, noise), entropy.round(12)


# %% own-cases
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
sources, questions, columns, table = own_cases(student)
kinds = np.select(
    [np.isin(sources, TABLES), np.isin(sources, LOOSE)],
    ["structured", "unstructured"],
    "semi-structured",
)
tasks = np.where(np.isin(questions, CLASSES), "classification", "regression")
samples, features = np.shape([row[:-1] for row in table])
label = table[2][-1]
classes = len(np.unique([row[-1] for row in table]))

# %% own-run
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = int(np.ceil(rows / batch)) * epochs
right = np.rint(printed * rows)
a, y = np.array(outputs), np.array(labels)
loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
losses = np.array([loss[0], loss.mean()])
rate = rows * step
