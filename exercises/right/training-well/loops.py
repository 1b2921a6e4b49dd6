"""All tasks step by step, with lists."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% scale
def scale(train, test):
    """Return both tables, standardized."""
    scaled = [np.array(train, dtype=float), np.array(test, dtype=float)]
    for column in range(np.shape(train)[1]):
        values = [float(row[column]) for row in train]
        center = sum(values) / len(values)
        variance = sum((value - center) ** 2 for value in values) / len(values)
        spread = variance**0.5 if variance > 0 else 1.0
        for table in scaled:
            table[:, column] = (table[:, column] - center) / spread
    return tuple(scaled)


# %% folds
def folds(rows, k):
    """Return k pairs of arrays of row numbers: (train, validation)."""
    pairs, first = [], 0
    for i in range(k):
        size = rows // k + (1 if i < rows % k else 0)
        inside = list(range(first, first + size))
        outside = [row for row in range(rows) if row not in inside]
        pairs.append((np.array(outside), np.array(inside)))
        first += size
    return pairs


# %% early-stopping
def early_stopping(losses, patience):
    """Return (epoch at which training stops, epoch whose weights are kept)."""
    best_loss, best, waiting = float("inf"), 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best_loss:
            best_loss, best, waiting = loss, epoch, 0
        else:
            waiting += 1
            if waiting == patience:
                return epoch, best
    return epoch, best


# %% dropout
def dropout(a, mask, rate, kind, training):
    """Return the outputs a with dropout; kind is "inverted" or "classical"."""
    out = np.array(a, dtype=float)
    if training:
        out = out * np.asarray(mask)
        if kind == "inverted":
            out = out / (1 - rate)
    elif kind == "classical":
        out = out * (1 - rate)
    return out


# %% penalty
def penalty(w, l1, l2):
    """Return the penalty, one number, and its slopes, shaped like w."""
    value, slopes = 0.0, np.zeros(np.shape(w))
    for place, weight in np.ndenumerate(w):
        value += l1 * abs(weight) + l2 * weight**2
        sign = 1 if weight > 0 else -1 if weight < 0 else 0
        slopes[place] = l1 * sign + 2 * l2 * weight
    return value, slopes


# %% own-curves
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
kinds, keep = [], None
for training, validation in own_curves(student):
    if training[-1] > training[0]:
        kinds.append("rate too large")
    elif training[-1] > 0.6:
        kinds.append("underfits")
    elif validation[-1] > 0.4:
        kinds.append("overfits")
        keep = list(validation).index(min(validation))
    else:
        kinds.append("fits")

# %% own-judgment
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
train, test, judged, knob, repeats, numbers, words = own_judgment(student)
mean = (train[0] + train[1] + train[2] + train[3]) / 4
baseline = round(sum((float(price) - mean) ** 2 for price in test) / 3, 3)
n, right = judged
sure = round((right / n * (1 - right / n) / n) ** 0.5, 4)
trials, missed = 0, 1.0
while 1 - missed < knob[1]:
    trials, missed = trials + 1, missed * (1 - knob[0])
trainings = 0
for _ in range(repeats[0]):
    for _ in range(repeats[1]):
        trainings += repeats[2]
columns = numbers
for different in words:
    columns += different
