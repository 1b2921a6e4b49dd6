"""Numbers and drawings of page 6.2: gradients from a handful of rows.

The model of the clouds and walks is one linear neuron that reads the distance of the
24 hotels; its loss has two dials and can be drawn. Distances and prices are
standardized.
"""

from functools import cache

import numpy as np

from dlcore.teach.chapter02 import money
from dlcore.teach.chapter03 import X, Y
from dlcore.teach.chapter06_runs import sgd_runs
from dlcore.teach.figures import color, figure, label_line, show

DISTANCE, PRICE = X[:, 0], Y[:, 0]
BEST = np.array([np.mean(DISTANCE * PRICE), 0.0])
"""Weight and bias with the least MSE; both means are 0 and both spreads 1."""

PLACES = {"start": np.array([-1.3, 1.2]), "best": BEST}
DRAWS = ("with replacement", "without replacement")


def row_gradients(w, b):
    """Return the gradient of each hotel's squared error in w and in b, (24, 2)."""
    error = w * DISTANCE + b - PRICE
    return np.stack([2 * error * DISTANCE, 2 * error], axis=1)


@cache
def batch_gradients(m, draws, place, batches=4000):
    """Return the gradients of random batches of m hotels, (batches, 2)."""
    rng = np.random.default_rng(0)
    rows = row_gradients(*PLACES[place])
    if draws == "with replacement":
        chosen = rng.integers(len(rows), size=(batches, m))
    else:
        chosen = rng.random((batches, len(rows))).argsort(axis=1)[:, :m]
    return rows[chosen].mean(axis=1)


def spread(gradients):
    """Return the typical distance of gradients from their mean, one number."""
    return float(np.sqrt(gradients.var(axis=0).sum()))


def draw_cloud(rows, draws, place):
    """Draw the gradients of many batches around the full gradient."""
    found = batch_gradients(rows, draws, place)
    full = row_gradients(*PLACES[place]).mean(axis=0)
    _, ax = figure(height=3.1)
    ax.plot(*found[:120].T, "o", color=color.gradient, ms=3.5, alpha=0.55, ls="none")
    ax.annotate(
        "", full, (0, 0), arrowprops={"arrowstyle": "-|>", "color": color.truth}
    )
    ax.plot(*full, "X", color=color.truth, ms=9, zorder=5)
    ax.axhline(0, color=color.muted, lw=0.7)
    ax.axvline(0, color=color.muted, lw=0.7)
    ax.set(xlim=(-11, 9), ylim=(-6.5, 9), xlabel="dw", ylabel="db")
    away = float(np.sqrt(((found - full) ** 2).sum(axis=1).mean()))
    mean, whole = (
        " and ".join(money(v, 2) for v in point) for point in (found.mean(axis=0), full)
    )
    return (
        f"Batches of {rows}, {draws}: the gradients lie {away:.2f} from the full "
        f"gradient, as a root mean square over 4000 batches. Their mean is {mean}; "
        f"the full gradient is {whole}."
    )


# -- walks -----------------------------------------------------------------------------


@cache
def walk(batch, rate, epochs=50):
    """Return (w, b) at the start and after each update of mini-batch descent."""
    rng = np.random.default_rng(2)
    theta = PLACES["start"].copy()
    points = [theta]
    for _ in range(epochs):
        order = rng.permutation(24)
        for first in range(0, 24, batch):
            rows = order[first : first + batch]
            theta = theta - rate * row_gradients(*theta)[rows].mean(axis=0)
            points.append(theta)
    return np.array(points)


def draw_walk(batch, rate, epochs):
    """Draw the path of one neuron over its landscape."""
    updates = epochs * -(-24 // batch)
    points = walk(batch, rate)[: updates + 1]
    turn = np.linspace(0, 2 * np.pi, 73)
    _, ax = figure(height=3.0)
    for radius in (0.3, 0.8, 1.3, 1.8, 2.3):
        ring = BEST[:, None] + radius * np.stack([np.cos(turn), np.sin(turn)])
        ax.plot(*ring, "-", color=color.loss, lw=0.9)
    ax.plot(*points.T, "-", color=color.model, lw=1.0)
    if len(points) < 60:
        ax.plot(*points.T, "o", color=color.model, ms=3.5)
    ax.plot(*points[0], "o", mfc=color.paper, mec=color.model, ms=8, zorder=5)
    ax.plot(*points[-1], "o", color=color.model, ms=8, zorder=6)
    ax.plot(*BEST, "X", color=color.truth, ms=9, zorder=7)
    ax.set(xlim=(-2.1, 2.1), ylim=(-1.45, 1.75), xlabel="weight w", ylabel="bias b")
    ax.set_aspect("equal")
    away = float(np.linalg.norm(points[-1] - BEST))
    what = "All 24 rows" if batch == 24 else f"{batch} row{'s' * (batch > 1)}"
    return (
        f"{what} per update, learning rate {rate:g}: after {epochs} "
        f"epoch{'s' * (epochs > 1)}, {updates} update{'s' * (updates > 1)}, it is "
        f"{away:.3f} from the lowest point."
    )


def _draw_rows(ax, y, batch):
    """Draw 24 rows as boxes at height `y`, those of a batch in one color."""
    for row in range(24):
        left = row + 0.35 * row
        if batch == 24:
            left = row * 1.34
        elif batch == 4:
            left = row * 1.08 + 1.3 * (row // 4)
        ax.barh(y, 0.86 if batch < 24 else 1.2, left=left, height=0.4,
                color=color.data if (row // batch) % 2 == 0 else color.surface,
                edgecolor=color.data, lw=0.8)  # fmt: skip


def show_three():
    """Show how 24 rows are cut into batches in three ways."""
    fig, ax = figure(height=1.9)
    for line, (batch, name) in enumerate(
        [(24, "full batch"), (4, "batches of 4"), (1, "single rows")]
    ):
        _draw_rows(ax, -line, batch)
        count = -(-24 // batch)
        text = f"{name}: {count} update{'s' * (count > 1)} per epoch"
        ax.text(0, -line + 0.27, text, va="bottom")
    ax.set(ylim=(-2.4, 0.8), xlim=(-0.3, 33))
    ax.axis("off")
    show(
        fig,
        caption="The same 24 hotels, cut into batches in three ways. Neighbors of one "
        "color belong to one batch; each batch makes one update.",
        alt="Three rows of 24 boxes. As one batch they make 1 update per epoch, in "
        "batches of 4 they make 6, one by one they make 24.",
    )


# -- networks --------------------------------------------------------------------------

BATCHES, RATES = (24, 4, 1), (0.005, 0.02, 0.08)


def draw_curves(batch, rate, epochs):
    """Draw learning curves of networks 2-3-1 with one batch size and rate."""
    runs = sgd_runs(batch, rate)
    shown = [epoch for epoch in runs.curve if epoch <= epochs]
    losses = np.array([runs.curve[epoch] for epoch in shown])
    _, ax = figure(height=2.8)
    ax.plot(shown, losses[:, 1:6], "-", color=color.muted, lw=0.8)
    ax.plot(shown, np.median(losses, axis=1), "-", color=color.loss, lw=2.4)
    ax.axhline(60, color=color.muted, lw=1, ls=":")
    ax.set(yscale="log", ylim=(20, 3000), xlim=(0, epochs), xlabel="epoch")
    ax.set(ylabel="train MSE ($²)", yticks=[30, 100, 300, 1000])
    ax.set_yticklabels(["30", "100", "300", "1000"])
    ax.minorticks_off()
    good = int(np.mean(losses[-1] < 60) * 100 + 0.5)
    each = -(-24 // batch)
    return (
        f"Batch size {batch}, learning rate {rate:g}, {epochs} epochs of {each} "
        f"update{'s' * (each > 1)}: median train MSE {np.median(losses[-1]):.1f}; "
        f"{good} % of 200 runs are below 60."
    )


# -- the law of 1/m --------------------------------------------------------------------

SIZES = (1, 4, 16, 64, 256)
ROWS = 1000


@cache
def thousand():
    """Return the gradients in w of 1000 rows of a made-up linear task, (1000,)."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=ROWS)
    y = 2.0 * x + rng.normal(size=ROWS)
    return 2 * (0.0 * x - y) * x  # at w = 0, where the error is -y


@cache
def variances(replace, draws=4000):
    """Return the measured variance of batch gradients for each of SIZES."""
    rng = np.random.default_rng(1)
    rows = thousand()
    measured = []
    for m in SIZES:
        if replace:
            means = rows[rng.integers(ROWS, size=(draws, m))].mean(axis=1)
        else:
            means = np.array([rng.permutation(rows)[:m].mean() for _ in range(draws)])
        measured.append(means.var())
    return np.array(measured)


def predicted(replace):
    """Return the variance that theory gives for each of SIZES."""
    m = np.array(SIZES)
    factor = 1.0 if replace else (ROWS - m) / (ROWS - 1)
    return thousand().var() / m * factor


def show_law():
    """Show measured variances against the batch size, on logarithmic axes."""
    fig, ax = figure(height=2.9)
    (line,) = ax.plot(SIZES, predicted(True), "-", color=color.truth, lw=1.4)
    ax.plot(SIZES, predicted(False), "--", color=color.truth, lw=1.2)
    ax.plot(SIZES, variances(True), "o", color=color.gradient, ms=8)
    ax.plot(SIZES, variances(False), "s", mfc="none", mec=color.model, ms=11)
    label_line(line, "slope −1", at=2, dx=9, dy=7)
    ax.set(xscale="log", yscale="log", xlabel="batch size m", xticks=SIZES)
    ax.set_xticklabels([str(m) for m in SIZES])
    ax.set(ylabel="variance", ylim=(0.04, 70), yticks=[0.1, 1, 10])
    ratio = variances(True)[0] / variances(True)[-1]
    show(
        fig,
        caption="Four times the batch, a quarter of the variance. Discs: 4000 batches "
        "drawn with replacement; squares: without; lines: theory.",
        alt=f"On two logarithmic axes the variance falls along a line of slope minus "
        f"one, from {variances(True)[0]:.1f} for single rows to "
        f"{variances(True)[-1]:.3f} for 256 rows, a factor of {ratio:.0f}. Without "
        f"replacement the last is {variances(False)[-1]:.3f}, a little lower.",
    )
