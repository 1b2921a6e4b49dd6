"""Number by number, with lists; the paper tasks step by step."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% shared
def shared(move):
    """Return the table of the numbers of the weights."""
    number_of, used = {}, 0
    for i in range(len(move)):
        for j in range(len(move)):
            if (i, j) in number_of:
                continue
            link = (i, j)
            while link not in number_of:
                number_of[link] = used
                link = (move[link[0]], move[link[1]])
            used += 1
    return [[number_of[i, j] for j in range(len(move))] for i in range(len(move))]


# %% compare
def compare(train, test, encode, decode):
    """Return the errors of the mean row, of PCA and of the autoencoder."""
    mean = np.mean(train, axis=0)
    k = np.shape(encode(train))[1]
    values, axes = np.linalg.eig(np.cov(train.T, bias=True))
    best = np.argsort(values.real)[len(values) - k :]
    errors = [0.0, 0.0, 0.0]
    for row in test:
        flat = np.array(mean)
        for axis in best:
            u = axes[:, axis].real
            flat = flat + sum((row - mean) * u) * u
        guesses = mean, flat, decode(encode(row[None]))[0]
        for place, guess in enumerate(guesses):
            errors[place] += sum((row - guess) ** 2) / np.size(test)
    return errors


# %% folds
def folds(x, labels, places):
    """Return the best share of a single cut before the folds and behind each."""
    x, found = list(x), []
    for step in range(len(places) + 1):
        if step:
            x = [abs(number - places[step - 1]) for number in x]
        best = 0
        for cut in [*x, max(x) + 1]:
            right = sum((n < cut) == (c == 1) for n, c in zip(x, labels, strict=True))
            best = max(best, right, len(x) - right)
        found.append(best / len(x))
    return found


# %% moved
def moved(represent, old_x, old_y, few_x, few_y, test_x, test_y):
    """Return three mean squared errors: as it is, new last layer, from scratch."""

    def with_one(rows):
        return [[*row, 1.0] for row in rows]

    def error(x, y, test):
        weights = np.linalg.lstsq(with_one(x), y, rcond=None)[0]
        total = 0.0
        for row, target in zip(with_one(test), test_y, strict=True):
            total += (sum(row * weights) - target) ** 2
        return total / len(test_y)

    return (
        error(represent(old_x), old_y, represent(test_x)),
        error(represent(few_x), few_y, represent(test_x)),
        error(few_x, few_y, test_x),
    )


# %% listen
def listen(x, w_q, w_k, w_v):
    """Return the tokens after masked attention with a shortcut."""
    made = []
    for i, token in enumerate(x):
        earlier = x[: i + 1]
        scores = [token @ w_q @ (w_k.T @ other) for other in earlier]
        scores = np.array(scores) / np.sqrt(w_k.shape[1])
        powers = np.exp(scores - max(scores))
        heard = sum(p * (other @ w_v) for p, other in zip(powers, earlier, strict=True))
        made.append(token + heard / sum(powers))
    return made


# %% own-graph
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
edges, numbers, inputs, outputs = own_graph(student)
circle = [{i} for i in range(6)]
for i, j in edges:
    circle[i].add(j)
    circle[j].add(i)
heard = [round(float(np.mean([numbers[j] for j in c])), 3) for c in circle]
heads = [len(c) for c in circle]
ending = round(sum(n * h for n, h in zip(heads, numbers, strict=True)) / sum(heads), 3)
known, layers_needed = circle, 1
while min(len(k) for k in known) < 6:
    known = [set().union(*(known[j] for j in c)) for c in circle]
    layers_needed += 1
weights = sum(1 for _ in range(inputs) for _ in range(outputs))

# %% own-making
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
real, made, mean, spread, point, noise = own_making(student)
verdict = round(real / (real + made), 4)
slopes = [round(-real / (real + made), 4), round(-made / (real + made), 4)]
divergence = round(float(mean**2 / 2 + spread**2 / 2 - 0.5 - np.log(spread)), 4)
center, variance = point, 0.0
for share in noise:
    center, variance = center * np.sqrt(1 - share), variance * (1 - share) + share
after = [round(float(center), 4), round(variance, 4)]
