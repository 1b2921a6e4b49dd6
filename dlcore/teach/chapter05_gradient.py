"""Numbers and drawings of page 5.2: the loss for many classes, and its slope."""

import math

import numpy as np

from dlcore.teach._labels import powered, ten_to
from dlcore.teach.chapter04 import minus
from dlcore.teach.chapter05 import bars, plain
from dlcore.teach.figures import color, figure
from dlcore.teach.softmax_runs import softmax

# -- the loss by the share of the truth ------------------------------------------------

LOGARITHMS = {"natural": 1.0, "to base 10": math.log(10)}
SHARES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99)


def draw_loss(share, logarithm):
    """Draw minus the logarithm of the share of the truth, up to this share."""
    unit = LOGARITHMS[logarithm]
    loss = -math.log(share) / unit
    # as far as the reader has been: the rest would tell the answer
    grid = np.linspace(0.03, share, 60)
    _, ax = figure(height=2.7)
    ax.plot(grid, -np.log(grid) / unit, "-", color=color.loss)
    ax.plot(share, loss, "o", color=color.model, ms=8, zorder=5)
    ax.plot([share, share], [0, loss], ":", color=color.muted)
    ax.annotate(f"{loss:.3f}", (share, loss), (7, 5), textcoords="offset points")
    ax.set(xlim=(0, 1.25), ylim=(0, 3.6), xlabel="share of the truth", ylabel="loss")
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1])
    return (
        f"The truth got a share of {share:g}. Its loss, minus the logarithm "
        f"{logarithm if unit > 1 else 'to base e'}, is {loss:.3f}."
    )


# -- two losses for a softmax ----------------------------------------------------------

LOSSES = ("cross-entropy", "squared error")

SURE = (-4, -2, 0, 1, 2, 4, 6, 8)
"""How far the truth is behind: its score is −s, the other two have s/2."""


def pull(loss, sure):
    """Return shares and slopes in the scores (−s, s/2, s/2), where class 0 is true.

    The squared error is half the sum of the three squares.
    """
    a = softmax([-sure, sure / 2, sure / 2])
    error = a - np.array([1.0, 0.0, 0.0])
    if loss == "cross-entropy":
        return a, error
    return a, a * (error - (a * error).sum())


def powers_of_ten(number):
    """Return a small number as text: −4.6 · 10⁻⁶; plain from a hundredth up."""
    if abs(number) >= 0.01:
        return minus(number, 3)
    return powered(number)


def draw_pull(loss, sure):
    """Draw the shares of three classes and the slope of a loss in each score."""
    a, slopes = pull(loss, sure)
    names = ("truth", "other", "other ")
    _, (left, right) = figure(width=2.7, height=2.5, columns=2)
    bars(left, a, "share a", names)
    right.bar(names, slopes, color=color.gradient, width=0.6)
    right.axhline(0, color=color.muted, lw=0.8)
    right.set(ylim=(-1.1, 1.1), yticks=[-1, 0, 1], ylabel="slope dz")
    right.set_title(f"truth: {powers_of_ten(slopes[0])}", color=color.gradient)
    return (
        f"Scores {plain(-sure)}, {plain(sure / 2)}, {plain(sure / 2)}: the "
        f"truth gets a share of {powers_of_ten(a[0])}. The slope of the {loss} in its "
        f"score is {powers_of_ten(slopes[0])}."
    )


# -- the size of a nudge ---------------------------------------------------------------

SCORES = (
    -0.62645381074233242,
    0.18364332422208224,
    -0.83562861241004716,
    1.5952808021377916,
)
"""Four scores drawn at random; in R: `set.seed(1); rnorm(4)`."""

TRUE_CLASS = 1  # of the classes 0 to 3: the second


def loss_of(z, add=math.fsum):
    """Return the cross-entropy of four scores; `add` sums up the powers."""
    powers = [math.exp(score) for score in z]
    return -math.log(powers[TRUE_CLASS] / add(powers))


def nudge_error(step, add=math.fsum):
    """Return the largest difference of nudged and derived slopes."""
    powers = [math.exp(score) for score in SCORES]
    worst = 0.0
    for k in range(4):
        up, down = list(SCORES), list(SCORES)
        up[k] += step
        down[k] -= step
        nudged = (loss_of(up, add) - loss_of(down, add)) / (2 * step)
        derived = powers[k] / add(powers) - (k == TRUE_CLASS)
        worst = max(worst, abs(nudged - derived))
    return worst


def draw_nudge(power):
    """Draw the error of the nudge for steps down to 10 to the minus `power`."""
    tried = [10.0**-k for k in range(1, power + 1)]
    errors = [nudge_error(step) for step in tried]
    _, ax = figure(height=2.8)
    ax.plot(tried, errors, "-", color=color.loss)
    ax.plot(tried, errors, "o", color=color.loss, ms=5)
    ax.plot(tried[-1], errors[-1], "o", color=color.model, ms=9, zorder=5)
    ax.set(xscale="log", yscale="log", xlim=(0.3, 3e-11), ylim=(1e-12, 1e-2))
    ticks = [1, 3, 5, 7, 9]
    ax.set_xticks([10.0**-k for k in ticks], [ten_to(-k) for k in ticks])
    ax.set_yticks(
        [10.0**-k for k in (2, 5, 8, 11)], [ten_to(-k) for k in (2, 5, 8, 11)]
    )
    ax.set(xlabel="nudge ε, smaller to the right", ylabel="largest error")
    # only the order of magnitude: further digits differ from machine to machine
    order = round(math.log10(errors[-1]))
    return (
        f"A nudge of {ten_to(-power)}: the largest error of the four slopes is about "
        f"{ten_to(order)}."
    )
