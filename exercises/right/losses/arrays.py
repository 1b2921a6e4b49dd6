"""With arrays, as page 5.5 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% best-guess
def best_guess(y, candidates, loss):
    """Return the candidate with the smallest mean loss."""
    means = [np.mean([loss(truth, guess) for truth in y]) for guess in candidates]
    return candidates[int(np.argmin(means))]


# %% own-rows
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
y, p, a, b = own_rows(student)
mae = np.linalg.norm(p - y, 1) / len(y)
mape = np.mean(np.abs(p / y - 1)) * 100
msle = np.mean(np.log((1 + p) / (1 + y)) ** 2)
log_cosh = np.mean(np.logaddexp(p - y, y - p)) - np.log(2)
poisson = np.mean(p - np.log(p**y))
cosine = -np.inner(a / np.linalg.norm(a), b / np.linalg.norm(b))

# %% own-margins
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
labels, scores, z, c, P, Q = own_margins(student)
missing = np.where(labels * scores < 1, 1 - labels * scores, 0)
hinge, squared_hinge = missing.sum() / 4, (missing @ missing) / 4
one_hot = np.eye(3)[c]
categorical_hinge = np.maximum(0, 1 + np.max((1 - one_hot) * z) - one_hot @ z)
divergence = np.sum(P * (np.log(P) - np.log(Q)))
cross_entropy = np.sum(-P * np.log(Q))
