"""Numbers and drawings of page 9.2: a cloud of rows is centered, turned and whitened.

The cloud has two features whose correlation is exactly what is asked for, and a target
that is a plain sum of them, so that a linear neuron can hit it.
"""

from functools import cache

import numpy as np

from dlcore.preprocessing import PCA, Standardizer
from dlcore.teach import chapter03
from dlcore.teach.chapter05_digits import X_TEST, Y_TEST, X, Y
from dlcore.teach.figures import color, figure
from dlcore.teach.softmax_runs import class_logits, train_softmax

STAGES = ("as measured", "centered", "turned", "whitened", "standardized")
CORRELATIONS = (0.0, 0.5, 0.8, 0.95)
CENTER, SPREADS = (4.0, 2.0), (1.5, 0.75)
POINTS = 60
STEPS = 60


@cache
def cloud(correlation):
    """Return rows (POINTS, 2) with exactly this correlation, and targets (POINTS,)."""
    generator = np.random.default_rng(0)
    white = PCA(whiten=True).fit_transform(generator.normal(size=(POINTS, 2)))
    other = correlation * white[:, 0] + np.sqrt(1 - correlation**2) * white[:, 1]
    both = np.column_stack([white[:, 0], other])
    x = np.array(CENTER) + np.array(SPREADS) * both
    return x, x @ [1.0, -2.0] + 3.0


@cache
def stage(name, correlation):
    """Return the rows of a cloud as they are at one of `STAGES`."""
    x, _ = cloud(correlation)
    if name == "as measured":
        return x
    if name == "centered":
        return x - x.mean(axis=0)
    if name == "standardized":
        return Standardizer().fit_transform(x)
    return PCA(whiten=name == "whitened").fit_transform(x)


def curvatures(x):
    """Return the curvatures of the loss of a linear neuron with bias, ascending."""
    augmented = np.column_stack([np.ones(len(x)), x])
    return np.linalg.eigvalsh(2 * augmented.T @ augmented / len(x))


@cache
def descent(name, correlation):
    """Return the losses of gradient descent at the best constant rate, (STEPS + 1,).

    They are shares of the first loss, that of all weights and the bias at 0.
    """
    x, y = stage(name, correlation), cloud(correlation)[1]
    augmented = np.column_stack([np.ones(len(x)), x])
    w, rate = np.zeros(3), 2 / (curvatures(x)[0] + curvatures(x)[-1])
    losses = []
    for _ in range(STEPS + 1):
        error = augmented @ w - y
        losses.append(np.mean(error**2))
        w = w - rate * 2 * augmented.T @ error / len(x)
    return np.array(losses) / losses[0]


def steps_needed(name, correlation, share=0.01):
    """Return how many steps bring the loss below a share of the first, or None."""
    below = np.flatnonzero(descent(name, correlation) < share)
    return int(below[0]) if below.size else None


def draw_stage(name, correlation):
    """Draw a cloud at one of its stages, and the descent of a linear neuron on it."""
    x = stage(name, correlation)
    _, (upper, lower) = figure(height=2.1, rows=2)
    _draw_cloud(upper, x)
    upper.set_title(name)
    _draw_descent(lower, name, correlation)
    covariance = np.cov(x.T, bias=True) + 0.0
    low, *_, high = curvatures(x)
    needed = steps_needed(name, correlation)
    needed = f"{needed} step{'s' * (needed != 1)}" if needed else "more than 60 steps"
    return (
        f"Correlation {correlation:g}, {name}: mean "
        f"({tidy(x[:, 0].mean())}, {tidy(x[:, 1].mean())}), variances "
        f"{tidy(covariance[0, 0])} and {tidy(covariance[1, 1])}, covariance "
        f"{tidy(covariance[0, 1])}. The steepest curvature of the loss is "
        f"{high / low:.1f} times the flattest; {needed} to one hundredth of the loss."
    )


def _draw_cloud(ax, x):
    """Draw the rows and, unless all directions are alike, the axes of their cloud."""
    ax.axhline(0, color=color.border, lw=0.8)
    ax.axvline(0, color=color.border, lw=0.8)
    ax.plot(*x.T, "o", color=color.data, ms=3.5)
    axes, variances = axes_of(x)
    round_cloud = np.ptp(variances) < 1e-9  # then any direction is an axis
    for axis, variance in () if round_cloud else zip(axes, variances, strict=True):
        ends = np.array([-2, 2])[:, None] * axis * np.sqrt(variance) + x.mean(axis=0)
        ax.plot(*ends.T, "-", color=color.truth, lw=1.6)
    ax.set(xlim=(-4.5, 8), ylim=(-3, 4), xticks=[-4, 0, 4, 8], yticks=[-2, 0, 2, 4])
    ax.set_aspect("equal")


def _draw_descent(ax, name, correlation):
    """Draw the losses at a stage, and dotted those on the rows as measured."""
    losses = np.maximum(descent(name, correlation), 1e-5)
    if name != STAGES[0]:
        first = np.maximum(descent(STAGES[0], correlation), 1e-5)
        ax.plot(first, ":", color=color.muted, lw=1.5)
    ax.plot(losses, "-", color=color.loss)
    ax.set(yscale="log", ylim=(5e-6, 2), xlim=(-1, STEPS), xlabel="step")
    ax.set(ylabel="loss", yticks=[1e-4, 1e-2, 1])
    ax.set_yticklabels(["0.0001", "0.01", "1"])


def axes_of(x):
    """Return the axes of a cloud, one in each row, and the variances along them."""
    pca = PCA().fit(x)
    return pca.axes.T, pca.variances


def tidy(number):
    """Return a number with two decimals, never minus zero."""
    return f"{round(float(number), 2) + 0.0:.2f}"


# -- hotels and digits -----------------------------------------------------------------


def hotel_axes():
    """Return the correlation of the training hotels' features and both variances."""
    correlation = np.corrcoef(chapter03.X.T)[0, 1]
    return float(correlation), PCA().fit(chapter03.X).variances


AXES = (10, 20, 30, 40)
PICTURES = 300


@cache
def digit_scores(components, whiten, epochs=200, rate=0.5):
    """Return accuracies of a linear softmax on few digits, training and test.

    Args:
        components: how many axes are kept.
        whiten: whether the spread along each is made 1.
        epochs, rate: of plain gradient descent on all rows.
    """
    pca = PCA(components, whiten=whiten).fit(X[:PICTURES])
    x, x_test = pca.transform(X[:PICTURES]), pca.transform(X_TEST)
    runs = train_softmax(x, Y[:PICTURES], [0], (), epochs, rate)
    said = class_logits(x_test, runs.weights)[0].argmax(axis=1)
    correct = runs.predicted[0] == Y[:PICTURES]
    return float(correct.mean()), float(np.mean(said == Y_TEST))
