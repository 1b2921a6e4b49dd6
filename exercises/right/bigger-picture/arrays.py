"""With whole arrays, as chapter 12 writes them."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% shared
def shared(move):
    """Return the table of the numbers of the weights."""
    table = np.arange(len(move) ** 2).reshape(len(move), -1)
    while True:
        least = np.minimum(table, table[np.ix_(move, move)])
        if np.array_equal(least, table):
            break
        table = least
    return np.searchsorted(np.unique(table), table)


# %% compare
def compare(train, test, encode, decode):
    """Return the errors of the mean row, of PCA and of the autoencoder."""
    mean = train.mean(axis=0)
    away, asked = train - mean, test - mean
    axes = np.linalg.eigh(away.T @ away)[1][:, ::-1]
    code = encode(test)
    seen = asked @ axes[:, : code.shape[1]]
    lost = (asked**2).sum() - (seen**2).sum()  # by Pythagoras
    return np.array([(asked**2).sum(), lost, ((decode(code) - test) ** 2).sum()]) / (
        test.size
    )


# %% folds
def folds(x, labels, places):
    """Return the best share of a single cut before the folds and behind each."""

    def share(h):
        cuts = np.append(np.unique(h), np.inf)
        hits = ((h < cuts[:, None]) == (np.asarray(labels) == 1)).mean(axis=1)
        return np.maximum(hits, 1 - hits).max()

    h, found = np.asarray(x), []
    found.append(share(h))
    for place in places:
        h = np.abs(h - place)
        found.append(share(h))
    return found


# %% moved
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    """Return three mean squared errors: as it is, new last layer, from scratch."""
    cases = (
        (represent, old_x, old_y),
        (represent, few_x, few_y),
        (np.asarray, few_x, few_y),
    )
    errors = []
    for features, x, y in cases:
        known, asked = features(x), features(test_x)
        mean = known.mean(axis=0)
        slope = np.linalg.pinv(known - mean) @ (y - y.mean())
        guess = y.mean() + (asked - mean) @ slope
        errors.append(((guess - test_y) ** 2).mean())
    return errors


# %% listen
def listen(x, w_q, w_k, w_v):
    """Return the tokens after masked attention with a shortcut."""
    scores = x @ w_q @ w_k.T @ x.T / np.sqrt(w_k.shape[1])
    scores[np.triu_indices(len(x), 1)] = -1e300
    powers = np.exp(scores - scores.max(axis=1)[:, None])
    return x + (powers / powers.sum(axis=1)[:, None]) @ x @ w_v


# %% own-graph
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
edges, numbers, inputs, outputs = own_graph(student)
mean = np.eye(6)
for i, j in edges:
    mean[i, j] = mean[j, i] = 1
mean /= mean.sum(axis=1, keepdims=True)
heard = mean @ numbers
ending = np.linalg.matrix_power(mean, 10_000)[0] @ numbers
reached, layers_needed = mean, 1
while (reached == 0).any():
    reached, layers_needed = reached @ mean, layers_needed + 1
weights = inputs * outputs

# %% own-making
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
real, made, mean, spread, point, noise = own_making(student)
verdict = 1 / (1 + made / real)
slopes = np.array([-real, -made]) / (real + made)
divergence = 0.5 * (mean**2 + spread**2 - 1 - np.log(spread**2))
kept = np.prod(1 - np.array(noise))
after = np.array([np.sqrt(kept) * point, 1 - kept])
