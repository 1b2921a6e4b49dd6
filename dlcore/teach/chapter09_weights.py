"""Drawings of page 9.4 that show single weights: pulled, shrunk, set to zero."""

from functools import cache

import numpy as np

from dlcore.preprocessing import Standardizer
from dlcore.teach import chapter03
from dlcore.teach.figures import color, figure, show

KINDS = ("L2", "L1", "both")


def soft(a, step):
    """Return a moved toward 0 by a step, and 0 where the step is longer than a."""
    return np.sign(a) * np.maximum(np.abs(a) - step, 0.0)


def strengths_of(kind, strength):
    """Return the strengths (l1, l2) of a kind; "both" takes half of each."""
    if kind == "both":
        return strength / 2, strength / 2
    return (strength, 0.0) if kind == "L1" else (0.0, strength)


def penalty(w, l1, l2):
    """Return l1 |w| + l2 w² for each weight."""
    return l1 * np.abs(w) + l2 * w**2


# -- pulls -----------------------------------------------------------------------------


def show_pulls():
    """Show both penalties of one weight, and their slopes."""
    w = np.linspace(-2, 2, 81)
    fig, (left, right) = figure(width=2.7, height=2.4, columns=2)
    for ax, square, absolute in (
        (left, w**2, np.abs(w)),
        (right, 2 * w, np.where(w == 0, np.nan, np.sign(w))),
    ):
        ax.plot(w, square, "-", color=color.loss)
        ax.plot(w, absolute, "--", color=color.model)
        ax.set(xlabel="w", xticks=[-2, -1, 0, 1, 2])
    left.set(title="penalty", ylim=(-0.2, 4.3), yticks=[0, 1, 2, 3, 4])
    right.set(title="its slope", ylim=(-4.3, 4.3), yticks=[-4, -2, 0, 2, 4])
    left.text(-1.35, 3.3, "w²", color=color.loss)
    left.text(-2.0, 1.0, "|w|", color=color.model)
    right.text(0.65, 3.1, "2w", color=color.loss)
    right.text(0.9, 0.05, "sign(w)", color=color.model, va="center")
    show(
        fig,
        caption="The pull of a square fades as the weight comes near 0; that of the "
        "absolute value does not. Line: L2; dashed: L1; both for λ = 1.",
        alt="Left: the penalties w² and |w|, both 0 at 0 and equal at 1. Right: their "
        "slopes; 2w goes through 0, sign(w) is −1 on the left and 1 on the right.",
    )


# -- one weight ------------------------------------------------------------------------

STRENGTHS = (0.0, 0.2, 0.5, 1.0, 2.0, 4.0)
BEST = (-1.0, 0.2, 0.5, 1.0, 1.5)


def best_weight(a, l1, l2):
    """Return the lowest point of (w - a)² + l1 |w| + l2 w²."""
    return soft(a, l1 / 2) / (1 + l2)


def draw_weight(kind, strength, best):
    """Draw the loss of one weight, alone and with its penalty, and both minima."""
    l1, l2 = strengths_of(kind, strength)
    w = np.linspace(-1.8, 2.2, 161)
    found = float(best_weight(best, l1, l2))

    def total(w):
        return (w - best) ** 2 + penalty(w, l1, l2)

    _, ax = figure(height=2.7)
    ax.plot(w, (w - best) ** 2, ":", color=color.data, lw=1.6)
    ax.plot(w, penalty(w, l1, l2), "--", color=color.muted, lw=1.4)
    ax.plot(w, total(w), "-", color=color.loss)
    ax.plot(best, 0, "o", mfc=color.paper, mec=color.data, ms=8)
    ax.plot(found, total(found), "o", color=color.model, ms=9)
    ax.axvline(0, color=color.border, lw=1, zorder=0)
    ax.set(xlim=(-1.8, 2.2), ylim=(-0.15, 4), xlabel="w", ylabel="loss")
    moved = "exactly 0" if found == 0 else f"{found:.2f}".replace("-", "−")
    name = "Both kinds, half each" if kind == "both" else kind
    return (
        f"{name}, λ = {strength:g}: without a penalty the best weight is {best:g}, "
        f"with it {moved}.".replace("is -", "is −")
    )


# -- ten columns -----------------------------------------------------------------------

NONSENSE = 8
COLUMN_STRENGTHS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 3.0)
NAMES = ("distance", "rating", *(f"nonsense {k}" for k in range(1, NONSENSE + 1)))


@cache
def columns(seed=0):
    """Return the hotels with eight columns of random numbers, standardized.

    Returns:
        training rows (24, 10) and test rows (8, 10).
    """
    drawn = np.random.default_rng(seed).normal(size=(32, NONSENSE))
    scale = Standardizer().fit(drawn[:24])
    pairs = (chapter03.X, drawn[:24]), (chapter03.X_TEST, drawn[24:])
    return tuple(np.hstack([x, scale.transform(noise)]) for x, noise in pairs)


@cache
def neuron(l1, l2, epochs=3000, rate=0.05):
    """Return the weights (10,) and the bias of a linear neuron that pays.

    Each step goes down the loss, then through the penalties in closed form, so that
    weights can become exactly 0.
    """
    x, y = columns()[0], chapter03.Y[:, 0]
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(epochs):
        residual = x @ w + b - y
        w = w - rate * 2 * x.T @ residual / len(x)
        b = b - rate * 2 * residual.mean()
        w = soft(w, rate * l1) / (1 + 2 * rate * l2)
    return w, b


def dollars(l1, l2):
    """Return the mean squared error in dollars² in training and in the test."""
    w, b = neuron(l1, l2)
    pairs = zip(columns(), (chapter03.Y, chapter03.Y_TEST), strict=True)
    return tuple(
        float(((x @ w + b - y[:, 0]) ** 2).mean() * chapter03.SQUARE) for x, y in pairs
    )


def draw_columns(kind, strength):
    """Draw the ten weights of a linear neuron, two with a meaning, eight without."""
    l1, l2 = strengths_of(kind, strength)
    w, _ = neuron(l1, l2)
    train, test = dollars(l1, l2)
    _, ax = figure(height=3.0)
    inks = [color.model] * 2 + [color.muted] * NONSENSE
    ax.barh(range(10), w, color=inks, height=0.66)
    ax.plot(w[w == 0], np.flatnonzero(w == 0), "o", mfc=color.paper, mec=color.ink,
            ms=6)  # fmt: skip
    ax.axvline(0, color=color.muted, lw=1)
    ax.set(xlim=(-0.4, 0.6), ylim=(9.6, -0.6), yticks=range(10), yticklabels=NAMES)
    ax.set(xlabel="weight", title=f"{kind}, λ = {strength:g}")
    zeros = int((w == 0).sum())
    name = "Both kinds, half each" if kind == "both" else kind
    return (
        f"{name}, λ = {strength:g}: {zeros} of 10 weights are exactly 0, the largest "
        f"is {np.abs(w).max():.2f}. Mean squared error {train:.0f} dollars² in "
        f"training, {test:.0f} in the test."
    )
