"""All tasks number by number, with lists."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% story
def story(x, y, limit):
    """Return the correlation up to the limit, and that of all rows."""
    found = []
    for most in (limit, max(x)):
        pairs = [(p, q) for p, q in zip(x, y, strict=True) if p <= most]
        if len({p for p, _ in pairs}) == 1 or len({q for _, q in pairs}) == 1:
            found.append(0.0)
        else:
            found.append(np.corrcoef(np.transpose(pairs))[0, 1])
    return found


# %% bowl
def bowl(weights, losses):
    """Return the best weight, its loss, and the rate that does not settle any more."""
    (p, q, r), (at_p, at_q, at_r) = weights, losses
    first, second = (at_q - at_p) / (q - p), (at_r - at_q) / (r - q)
    square = (second - first) / (r - p)
    # the slope in the middle of two points is that of the line through them
    best = (p + q) / 2 - first / (2 * square)
    return best, at_p - square * (p - best) ** 2, 2 / (2 * square)


# %% log
def rows_behind(printed, candidates):
    """Return the list of those candidates that explain all printed accuracies."""
    found = []
    for n in candidates:
        texts = [f"{k / n:.4f}" for k in range(n + 1)]
        if all(f"{share:.4f}" in texts for share in printed):
            found.append(n)
    return found


def dips(losses, accuracies):
    """Return the list of epochs in which both loss and accuracy have fallen."""
    found = []
    for place in range(1, len(losses)):
        if losses[place] < losses[place - 1]:
            if accuracies[place] >= accuracies[place - 1]:
                continue
            found.append(place + 1)
    return found


# %% limits
def limits(noise):
    """Return the best accuracy and the smallest cross-entropy for each noise."""
    best, least = np.zeros(np.shape(noise)), np.zeros(np.shape(noise))
    for place, e in np.ndenumerate(noise):
        best[place] = max(e, 1 - e)
        for share in (e, 1 - e):
            if share > 0:
                least[place] -= share * np.log(share)
    return best, least


# %% own-cases
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
sources, questions, columns, table = own_cases(student)
kinds, tasks = [], []
for source in sources:
    if source in LOOSE:
        kinds.append("unstructured")
    else:
        kinds.append("structured" if source in TABLES else "semi-structured")
for question in questions:
    number = question.startswith(("How many", "What will"))
    tasks.append("regression" if number else "classification")
features, seen = len(table[0]) - 1, []
for samples, row in enumerate(table, start=1):  # the last number is how many there are
    if samples == 3:
        label = row[-1]
    if row[-1] not in seen:
        seen.append(row[-1])
classes = len(seen)

# %% own-run
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
rows, batch, epochs, printed, outputs, labels, step = own_run(student)
updates = 0
for _ in range(epochs):
    for _ in range(0, rows, batch):
        updates += 1
right = [round(k / rows, 4) for k in range(rows + 1)].index(printed)
each = [
    -np.log(output) if y == 1 else -np.log(1 - output)
    for output, y in zip(outputs, labels, strict=True)
]
losses = [round(float(each[0]), 4), round(float(sum(each) / 3), 4)]
rate = step * rows
