"""Numbers and drawings of page 9.1: splits, folds, baselines and leaks.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it, and each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore.datasets import hotels
from dlcore.preprocessing import k_fold
from dlcore.teach.figures import color, figure, show
from dlcore.teach.restarts import LIMITS

(TRAIN_ROWS, TRAIN_PRICES), (TEST_ROWS, TEST_PRICES) = hotels.load_data("nonlinear")
ROWS = np.vstack([TRAIN_ROWS, TEST_ROWS])
PRICES = np.vstack([TRAIN_PRICES, TEST_PRICES])
"""All 32 hotels, (32, 2), and their prices in dollars, (32, 1)."""

SHUFFLES, STARTS = 5, 20


# -- many folds at once ----------------------------------------------------------------


def fit_many(x, y, weights, epochs=800, learning_rate=0.08):
    """Train networks with one ReLU layer, each on rows of its own, all at once.

    Args:
        x: rows (networks, rows, features).
        y: targets (networks, rows, 1).
        weights: hidden kernels (networks, features, units) and biases (networks, 1,
            units), output kernels (networks, units, 1) and biases (networks, 1, 1);
            changed in place.
        epochs, learning_rate: of plain gradient descent on all rows.
    """
    W, b, V, c = weights
    rows = x.shape[1]
    x_turned = x.transpose(0, 2, 1)
    for _ in range(epochs):
        a = np.maximum(x @ W + b, 0.0)  # (networks, rows, units)
        d_out = 2 * (a @ V + c - y) / rows
        dz = d_out @ V.transpose(0, 2, 1) * (a > 0)
        V -= learning_rate * (a.transpose(0, 2, 1) @ d_out)
        c -= learning_rate * d_out.sum(axis=1, keepdims=True)
        W -= learning_rate * (x_turned @ dz)
        b -= learning_rate * dz.sum(axis=1, keepdims=True)


def say_many(x, weights):
    """Return what networks say about rows of their own, (networks, rows, 1)."""
    W, b, V, c = weights
    return np.maximum(x @ W + b, 0.0) @ V + c


def starts(units=3, features=2):
    """Return the starting weights of `STARTS` networks, as `set_random_seed` draws."""
    kernels = []
    for seed in range(STARTS):
        generator = np.random.default_rng(seed)
        kernels.append([])
        for shape in ((features, units), (units, 1)):
            limit = LIMITS["glorot_uniform"](*shape)
            kernels[-1].append(generator.uniform(-limit, limit, shape))
    W, V = (np.array(kernel) for kernel in zip(*kernels, strict=True))
    return W, np.zeros((STARTS, 1, units)), V, np.zeros((STARTS, 1, 1))


@cache
def fold_scores(k):
    """Return the validation MSE of each fold of `SHUFFLES` shuffles, in dollars².

    In each fold 20 networks 2-3-1 are trained, and the one with the lowest training
    loss is judged. Rows and prices are standardized by the fold's training rows.

    Returns:
        (SHUFFLES, k).
    """
    pairs = [pair for s in range(SHUFFLES) for pair in k_fold(32, k=k, seed=s)]
    train = np.array([rows for rows, _ in pairs])  # (folds, rows)
    valid = np.array([rows for _, rows in pairs])
    x, y = ROWS[train], PRICES[train]
    x_mean, x_std = x.mean(axis=1, keepdims=True), x.std(axis=1, keepdims=True)
    y_mean, y_std = y.mean(axis=1, keepdims=True), y.std(axis=1, keepdims=True)
    x, y = (x - x_mean) / x_std, (y - y_mean) / y_std
    x_valid = (ROWS[valid] - x_mean) / x_std
    y_valid = (PRICES[valid] - y_mean) / y_std
    weights = [np.tile(w, (len(pairs), 1, 1)) for w in starts()]
    x, y, x_valid, y_valid = (
        np.repeat(part, STARTS, axis=0) for part in (x, y, x_valid, y_valid)
    )
    fit_many(x, y, weights)
    loss = ((say_many(x, weights) - y) ** 2).mean(axis=(1, 2))
    judged = ((say_many(x_valid, weights) - y_valid) ** 2).mean(axis=(1, 2))
    best = loss.reshape(-1, STARTS).argmin(axis=1)
    found = judged.reshape(-1, STARTS)[np.arange(len(best)), best]
    return (found * y_std[:, 0, 0] ** 2).reshape(SHUFFLES, k)


def draw_holdout(draw):
    """Draw which 8 of 32 hotels are held out, and the error on them."""
    shuffle, fold = divmod(draw - 1, 4)
    _, held = list(k_fold(32, k=4, seed=shuffle))[fold]
    out = np.isin(np.arange(32), held)
    score = fold_scores(4)[shuffle, fold]
    _, ax = figure(height=2.7)
    ax.plot(ROWS[~out, 0], PRICES[~out, 0], "o", color=color.data, ms=5)
    ax.plot(ROWS[out, 0], PRICES[out, 0], "s", mfc="none", mec=color.model, ms=8, mew=2)
    ax.set(xlabel="distance (miles)", ylabel="price ($)", xlim=(-0.6, 20.6))
    return (
        f"Draw {draw}: the network that learned from the other 24 hotels has a mean "
        f"squared error of {score:.0f} dollars² on the 8 held out."
    )


def draw_folds(k, shuffle):
    """Draw the folds of one shuffle and the error of each."""
    scores = fold_scores(k)[shuffle]
    _, ax = figure(height=2.9)
    ax.bar(np.arange(1, k + 1), scores, color=color.model, width=0.7)
    ax.axhline(scores.mean(), color=color.truth, ls="--", lw=1.4)
    ax.set(xlabel="fold that is judged", ylabel="MSE (dollars²)", ylim=(0, 1000))
    ticks = np.arange(1, k + 1) if k < 16 else (1, 4, 8, 12, 16)
    ax.set(xticks=ticks, xlim=(0.4, k + 0.6))
    return (
        f"{k} folds, shuffle {shuffle}: the errors of the folds run from "
        f"{scores.min():.0f} to {scores.max():.0f} dollars², their mean is "
        f"{scores.mean():.0f}."
    )


def show_folds():
    """Show which rows train and which are judged in four folds of 32 hotels."""
    fig, ax = figure(height=2.2)
    for number, (train, valid) in enumerate(k_fold(32, k=4, seed=0)):
        y = 3 - number
        ax.plot(train, np.full(len(train), y), ".", color=color.data, ms=6)
        ax.plot(valid, np.full(len(valid), y), "s", color=color.model, ms=6)
    ax.set(xlabel="row", yticks=[3, 2, 1, 0], ylim=(-0.6, 3.6), xlim=(-1, 32))
    ax.set_yticklabels(["fold 1", "fold 2", "fold 3", "fold 4"])
    show(
        fig,
        caption="Four folds of 32 hotels, shuffled. In each line the squares are "
        "judged and the dots train; each column has one square.",
        alt="A grid of four folds by 32 rows. Each fold has 8 squares, the rows that "
        "are judged, and 24 dots; each row is a square in exactly one fold.",
    )


# -- the seven steps -------------------------------------------------------------------

STEPS = (
    "1 problem", "2 measure", "3 protocol", "4 data", "5 beat a baseline", "6 overfit",
    "7 tune",
)  # fmt: skip

BOX = {"boxstyle": "round,pad=0.35", "fc": color.surface, "ec": color.muted}


def show_steps():
    """Show the seven steps as boxes, with the loop at the end and the one test."""
    fig, ax = figure(height=4.3)
    for number, name in enumerate(STEPS):
        y = -number
        ax.text(0.3, y, name, ha="center", va="center", bbox=BOX)
        if number:
            arrow(ax, (0.3, y + 0.68), (0.3, y + 0.36))
    ax.text(0.98, -6, "test, once", ha="right", va="center", color=color.model)
    arrow(ax, (0.5, -6), (0.68, -6))
    ax.plot([0.52, 0.62, 0.62, 0.56], [-5.8, -5.8, -4, -4], "-", color=color.muted,
            lw=1.2)  # fmt: skip
    arrow(ax, (0.62, -4), (0.55, -4))
    ax.text(0.65, -4.9, "again, by the\nvalidation rows", va="center")
    ax.set(xlim=(0, 1), ylim=(-6.5, 0.5))
    ax.set_axis_off()
    show(
        fig,
        caption="Seven steps, of which the last is the longest. Tuning goes back to "
        "step 5 as often as you like; the test comes once.",
        alt="Seven boxes from top to bottom: " + "; ".join(STEPS) + ". An arrow leads "
        "from step 7 back to step 5, by the validation rows, and another from step 7 "
        "to: test, once.",
    )


def arrow(ax, begin, end):
    """Draw an arrow between two points of the axes."""
    ax.annotate("", end, begin, arrowprops={"arrowstyle": "->", "color": color.muted})


# -- how sure is an accuracy? ----------------------------------------------------------


def draw_accuracies(p, rows):
    """Draw how measured accuracies scatter about the true one."""
    generator = np.random.default_rng(9)
    found = generator.binomial(rows, p, size=2000) / rows
    error = float(np.sqrt(p * (1 - p) / rows))
    _, ax = figure(height=2.6)
    width = max(1 / rows, 0.01)
    bins = np.arange(0.4 - width / 2, 1.0 + width, width)
    counts, _ = np.histogram(found, bins)
    ax.bar(bins[:-1] + width / 2, 100 * counts / len(found), width=0.9 * width,
           color=color.data)  # fmt: skip
    ax.axvline(p, color=color.truth, ls="--", lw=1.3)
    ax.set(xlabel="measured accuracy", ylabel="% of tests", xlim=(0.4, 1.08))
    ax.set_xticks([0.4, 0.6, 0.8, 1.0])
    inside = float(np.mean(np.abs(found - p) <= error))
    return (
        f"True accuracy {p:g}, {rows} test rows: one standard error is {error:.3f}, "
        f"and {100 * inside:.0f} % of 2000 tests measure within it."
    )


# -- curves of training and validation -------------------------------------------------


def show_two_curves(train, valid, unit="dollars²"):
    """Show the error on training and validation rows, epoch by epoch.

    Args:
        train, valid: errors (epochs,).
        unit: of the errors.
    """
    best = int(np.argmin(valid))
    fig, ax = figure(height=2.8)
    epochs = np.arange(1, len(train) + 1)
    ax.plot(epochs, train, "-", color=color.model)
    ax.plot(epochs, valid, "--", color=color.data)
    ax.plot(best + 1, valid[best], "o", color=color.data)
    ax.text(0.98, 0.62, "validation", color=color.data, ha="right",
            transform=ax.transAxes)  # fmt: skip
    ax.text(0.5, 0.2, "training", color=color.model, ha="right",
            transform=ax.transAxes)  # fmt: skip
    ax.set(xlabel="epoch", ylabel=f"MSE ({unit})", yscale="log", xscale="log")
    show(
        fig,
        caption="Overfitted on purpose: the training error falls on, the validation "
        "error turns. Both axes are logarithmic; the dot marks the turn.",
        alt=f"The training error falls from {train[0]:.0f} to {train[-1]:.1f} "
        f"{unit}; the validation error has its lowest value, {valid[best]:.0f}, after "
        f"epoch {best + 1} and ends at {valid[-1]:.0f}.",
    )


# -- a leak ----------------------------------------------------------------------------

CHOSEN_BY = ("all rows", "training rows")


@cache
def leak(features, chosen_by, rows=40, keep=5, times=200):
    """Return test accuracies on pure noise, features chosen before or after the split.

    Labels are tossed coins; nothing can be learned. The `keep` features that go best
    with the labels are kept, a least-squares line is fitted on half of the rows, and
    judged on the other half.

    Args:
        features: how many there are to choose from.
        chosen_by: which rows take part in choosing: one of `CHOSEN_BY`.
        rows, keep, times: rows, features that are kept, and repetitions.
    """
    generator = np.random.default_rng(9)
    found = []
    for _ in range(times):
        x = generator.normal(size=(rows, features))
        y = np.where(np.arange(rows) % 2 == 0, 1.0, -1.0)
        train = np.arange(rows) < rows // 2
        seen = slice(None) if chosen_by == "all rows" else train
        best = np.argsort(-np.abs(y[seen] @ x[seen]))[:keep]
        w = np.linalg.lstsq(x[train][:, best], y[train], rcond=None)[0]
        said = np.sign(x[~train][:, best] @ w)
        found.append(np.mean(said == y[~train]))
    return np.array(found)


def draw_leak(features, chosen_by):
    """Draw the test accuracies on pure noise."""
    found = leak(features, chosen_by)
    _, ax = figure(height=2.6)
    bins = np.arange(0.125, 1.08, 0.05)
    counts, _ = np.histogram(found, bins)
    ax.bar(bins[:-1] + 0.025, 100 * counts / len(found), width=0.045,
           color=color.model)  # fmt: skip
    ax.axvline(0.5, color=color.truth, ls="--", lw=1.3)
    ax.set(xlabel="test accuracy", ylabel="% of runs", xlim=(0.1, 1.05), ylim=(0, 40))
    ax.set_xticks([0.25, 0.5, 0.75, 1.0])
    return (
        f"5 of {features} features, chosen with {chosen_by}: the mean test accuracy "
        f"of 200 runs is {100 * found.mean():.0f} %."
    )
