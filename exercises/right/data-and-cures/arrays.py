"""All tasks with whole arrays."""
# ruff: noqa: E402, F821 - each part is a cell of the notebook

import numpy as np


# %% fill
def fill(train, test):
    """Return both tables without gaps, with flags to the right."""
    known = ~np.isnan(train)
    count = known.sum(axis=0)
    center = np.where(known, train, 0).sum(axis=0) / count
    square = np.where(known, (train - center) ** 2, 0).sum(axis=0) / count
    spread = np.sqrt(np.where(square == 0, 1, square))

    def ready(table):
        gap = np.isnan(table)
        features = np.where(gap, center, table) - center
        return np.column_stack([features / spread, gap[:, count < len(train)]])

    return ready(train), ready(test)


# %% whiten
def whiten(train, test):
    """Return both tables in whitened coordinates."""
    middle = train.mean(axis=0)
    variances, axes = np.linalg.eigh(np.cov(train, rowvar=False, ddof=0))
    order = np.argsort(-variances)
    order = order[variances[order] > 1e-6 * variances.max()]
    return tuple(
        (rows - middle) @ axes[:, order] / np.sqrt(variances[order])
        for rows in (train, test)
    )


# %% augment
def augment(pictures, labels, allowed):
    """Return (pictures, labels), with the changed pictures behind the given ones."""
    all_pictures, all_labels = [pictures], [labels]
    for how, survivors in allowed.items():
        rows = np.array([label in survivors for label in labels], dtype=bool)
        made = np.array(pictures)[rows]
        if how == "left":
            made = np.roll(made, -1, axis=2)
            made[:, :, -1] = 0
        elif how == "up":
            made = np.roll(made, -1, axis=1)
            made[:, -1] = 0
        elif how == "mirror":
            made = made[..., ::-1]
        else:
            made = np.rot90(made, 2, axes=(1, 2))
        all_pictures.append(made)
        all_labels.append(np.array(labels)[rows])
    return np.concatenate(all_pictures), np.concatenate(all_labels)


# %% advise
def advise(training, validation, wanted):
    """Return the list of the cures that fit these curves."""
    end = np.asarray(training, dtype=float)[-10:]
    later = np.asarray(validation, dtype=float)[-10:].mean()
    jumps = (end[1:] > end[:-1]).sum() > 3
    falls = end[-1] / end[0] < 0.95
    turned = min(validation) / later < 0.95
    fits = {
        "smaller rate larger batches": jumps,
        "train longer larger rate": falls and not jumps,
        "more units less dropout smaller penalty": not falls and not jumps,
    }
    if end.mean() <= wanted:
        fits = {
            "test": later <= wanted,
            "more dropout larger penalty more rows moved copies": later > wanted,
            "earlier weights": later > wanted and turned,
        }
    said = " ".join(words for words, fit in fits.items() if fit)
    return [cure for cure in CURES if cure in said]


# %% own-data
import os

student = os.environ.get("DLGRADE_STUDENT", "instructor")
(eta, c), (shown, light), (f, s, k, by), (a, v, b), (sizes, gone), mine = own_data(
    student
)
rate = eta / c / c
lit = shown + light
pixel = (lit - lit.mean())[2]
parts = np.array([f**2 * (1 - by) ** 2, by**2 * s**2 / k, 0])
parts[2] = parts.sum() + s**2
said = np.array([0, a[0] * v[0], a[1] * v[1], a @ v]) * 2 + b
band = said.mean(), said.std()
parameters = np.dot(sizes[:-1], sizes[1:]) + np.sum(sizes[1:])
worked = parameters, (1 - gone) * (sizes[1] + sizes[2])
(one, two), y, w = mine
shared = 2 * (w * one + w * two - y) * one + 2 * (w * one + w * two - y) * two
