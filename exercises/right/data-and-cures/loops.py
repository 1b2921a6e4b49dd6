"""All tasks value by value."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% fill
def fill(train, test):
    """Return both tables without gaps, with flags to the right."""
    rows = [list(row) for row in train] + [list(row) for row in test]
    ready = [[] for _ in rows]
    flags = [[] for _ in rows]
    for column in range(len(train[0])):
        known = [row[column] for row in train if not np.isnan(row[column])]
        mean = sum(known) / len(known)
        square = sum((value - mean) ** 2 for value in known) / len(known)
        for place, row in enumerate(rows):
            missing = np.isnan(row[column])
            scaled = 0.0 if missing else (row[column] - mean) / (square or 1) ** 0.5
            ready[place].append(scaled)
            if len(known) < len(train):
                flags[place].append(float(missing))
    both = np.array([left + right for left, right in zip(ready, flags, strict=True)])
    return both[: len(train)], both[len(train) :]


# %% whiten
def whiten(train, test):
    """Return both tables in whitened coordinates."""
    width = train.shape[1]
    middle = [sum(row[j] for row in train) / len(train) for j in range(width)]
    covariance = np.zeros((width, width))
    for row in train:
        gap = row - middle
        covariance += np.outer(gap, gap) / len(train)
    variances, axes = np.linalg.eigh(covariance)
    found = [[], []]
    for which in range(width - 1, -1, -1):
        if variances[which] < 1e-6 * variances[-1]:
            continue
        for table, columns in zip((train, test), found, strict=True):
            along = [(row - middle) @ axes[:, which] for row in table]
            columns.append([value / variances[which] ** 0.5 for value in along])
    return np.array(found[0]).T, np.array(found[1]).T


# %% augment
def augment(pictures, labels, allowed):
    """Return (pictures, labels), with the changed pictures behind the given ones."""
    height, width = np.shape(pictures)[1:]
    all_pictures, all_labels = [np.array(p) for p in pictures], list(labels)
    for how, survivors in allowed.items():
        for picture, label in zip(pictures, labels, strict=True):
            if label not in survivors:
                continue
            made = np.zeros((height, width))
            for i in range(height):
                for j in range(width):
                    if how == "left" and j + 1 < width:
                        made[i, j] = picture[i, j + 1]
                    if how == "up" and i + 1 < height:
                        made[i, j] = picture[i + 1, j]
                    if how == "mirror":
                        made[i, j] = picture[i, width - 1 - j]
                    if how == "half turn":
                        made[i, j] = picture[height - 1 - i, width - 1 - j]
            all_pictures.append(made)
            all_labels.append(int(label))
    return np.array(all_pictures), all_labels


# %% advise
def advise(training, validation, wanted):
    """Return the list of the cures that fit these curves."""
    end, later = training[-10:], sum(validation[-10:]) / 10
    if sum(end) / 10 > wanted:
        ups = 0
        for place in range(9):
            ups += end[place + 1] > end[place]
        if ups >= 4:
            return ("larger batches", "smaller rate")
        if end[9] < 0.95 * end[0]:
            return ("larger rate", "train longer")
        return ("less dropout", "more units", "smaller penalty")
    cures = []
    if later > wanted:
        cures += ["larger penalty", "more dropout", "moved copies", "more rows"]
        if any(loss < 0.95 * later for loss in validation):
            cures.append("earlier weights")
    return cures or ["test"]


# %% own-data
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
groups = own_data(student)
rate = groups[0][0] * groups[0][1] ** -2
picture, _ = groups[1]
pixel = round(picture[2] - (picture[0] + picture[1] + picture[2] + picture[3]) / 4, 3)
f, sigma, k, factor = groups[2]
bias = f - factor * f
variance = factor * factor * sigma * sigma / k
parts = [round(bias * bias, 3), round(variance, 3)]
parts.append(round(bias * bias + variance + sigma * sigma, 3))
hidden, back, offset = groups[3]
answers = []
for first in (0, 2):
    for second in (0, 2):
        answers.append(first * hidden[0] * back[0] + second * hidden[1] * back[1])
mean = sum(answers) / 4 + offset
band = [mean, (sum((offset + x - mean) ** 2 for x in answers) / 4) ** 0.5]
sizes, gone = groups[4]
count = 0
for layer in (1, 2, 3):
    count += sizes[layer - 1] * sizes[layer] + sizes[layer]
worked = [count, sizes[1] + sizes[2] - gone * (sizes[1] + sizes[2])]
inputs, target, w = groups[5]
step = 1e-5
up, down = (((w + s) * sum(inputs) - target) ** 2 for s in (step, -step))
shared = round((up - down) / (2 * step), 4)
