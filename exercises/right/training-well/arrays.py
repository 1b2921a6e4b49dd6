"""All tasks with whole arrays."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% scale
def scale(train, test):
    """Return both tables, standardized."""
    center = np.mean(train, axis=0)
    spread = np.sqrt(np.mean((train - center) ** 2, axis=0))
    spread[spread == 0] = 1
    return (train - center) / spread, (test - center) / spread


# %% folds
def folds(rows, k):
    """Return k pairs of arrays of row numbers: (train, validation)."""
    part = np.sort(np.arange(rows) % k)
    return [(np.flatnonzero(part != i), np.flatnonzero(part == i)) for i in range(k)]


# %% early-stopping
def early_stopping(losses, patience):
    """Return (epoch at which training stops, epoch whose weights are kept)."""
    losses = np.asarray(losses, dtype=float)
    for epoch in range(len(losses)):
        best = int(np.argmin(losses[: epoch + 1]))
        if epoch - best == patience:
            break
    return epoch, best


# %% dropout
def dropout(a, mask, rate, kind, training):
    """Return the outputs a with dropout; kind is "inverted" or "classical"."""
    stay = 1 - rate
    factor = {
        ("inverted", True): np.asarray(mask) / stay,
        ("inverted", False): 1,
        ("classical", True): np.asarray(mask),
        ("classical", False): stay,
    }
    return a * factor[kind, training]


# %% penalty
def penalty(w, l1, l2):
    """Return the penalty, one number, and its slopes, shaped like w."""
    return np.sum(l1 * np.abs(w) + l2 * w * w), l1 * np.sign(w) + 2 * l2 * w


# %% own-curves
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
ends = [np.mean(pair[:, -5:], axis=1) for pair in own_curves(student)]
by_training = np.argsort([training for training, _ in ends])
kinds = [""] * 4
kinds[by_training[0]], kinds[by_training[1]] = "overfits", "fits"
kinds[by_training[2]], kinds[by_training[3]] = "underfits", "rate too large"
keep = own_curves(student)[by_training[0]][1].argmin()

# %% own-judgment
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
mine = own_judgment(student)
train, test, (n, hits), (f, c), (k, times, starts), numbers, words = mine
baseline = np.var(test) + (test.mean() - train.mean()) ** 2
p = hits / n
sure = np.sqrt(p * (1 - p) / n)
chances = 1 - (1 - f) ** np.arange(500)
trials = int(np.argmax(chances >= c))
trainings = k * times * starts
columns = numbers + int(np.sum(words))
