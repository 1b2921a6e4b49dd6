"""Numbers and drawings of pages 4.1 and 4.2: yes or no, and a loss for it.

Every number comes from networks trained on the 32 hotels; each `draw_` function makes
one figure and returns its caption, as `teach.explore` wants it, and each `show_`
function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import hotels
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.preprocessing import Standardizer
from dlcore.teach.classifiers import (
    cross_entropies,
    logits_many,
    probabilities_many,
    sigmoid,
    train_classifiers,
)
from dlcore.teach.figures import color, figure, show
from dlcore.teach.restarts import predict_many, train_many
from dlcore.utils import set_random_seed

RATE = 0.08
"""The learning rate of the hotel tasks."""

SEED = 1
"""The start whose network is shown throughout the chapter."""

(ROWS, Y), (ROWS_TEST, Y_TEST) = hotels.load_data("hot")
SCALE = Standardizer().fit(ROWS)
X, X_TEST = SCALE.transform(ROWS), SCALE.transform(ROWS_TEST)
HOT, HOT_TEST = Y[:, 0] == 1, Y_TEST[:, 0] == 1

EPOCHS = (0, 10, 25, 50, 100, 200, 400, 800, 1600)
"""After so many epochs the trained networks are kept."""


def network(seed=SEED, hidden=(3,)):
    """Return an untrained yes/no network, compiled for the hotels."""
    set_random_seed(seed)
    layers = [Dense(units, activation="relu") for units in hidden]
    model = Sequential(
        [Input(shape=(2,)), *layers, Dense(1, activation="sigmoid")], dtype="float64"
    )
    model.compile(SGD(learning_rate=RATE), loss="binary_crossentropy")
    return model


@cache
def kept(hidden=(3,), seed=SEED):
    """Return the weights of one network after each of `EPOCHS`."""
    return train_classifiers(
        X, Y, [seed], hidden, epochs=max(EPOCHS), record=EPOCHS
    ).kept


def says(rows, epochs=800, hidden=(3,)):
    """Return the probabilities that the shown network gives to rows in miles."""
    return probabilities_many(SCALE.transform(rows), kept(hidden)[epochs])[0]


def minus(number, digits=2):
    """Return a number as text, with a minus sign that shows."""
    text = f"{number:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.replace("-", "")


# -- the plane of distance and rating --------------------------------------------------

MILES, RATINGS = np.meshgrid(np.linspace(0, 20.5, 83), np.linspace(1.8, 5.0, 65))


def plane(ax, test=False):
    """Draw the hotels by distance and rating: discs are hot, squares are not."""
    rows, hot = (ROWS_TEST, HOT_TEST) if test else (ROWS, HOT)
    ax.plot(*rows[hot].T, "o", color=color.data, ms=6, ls="none", zorder=4)
    ax.plot(*rows[~hot].T, "s", mfc=color.paper, mec=color.ink, ms=5.5, zorder=4)
    ax.set(xlim=(-0.6, 20.6), ylim=(1.8, 5.05))
    ax.set(xlabel="distance (miles)", ylabel="rating")


def boundary(ax, weights, label=False):
    """Shade where a network says more than 1/2, and draw the edge of it."""
    grid = np.stack([MILES.ravel(), RATINGS.ravel()], axis=1)
    z = logits_many(SCALE.transform(grid), weights)[0].reshape(MILES.shape)
    if z.max() > 0:
        ax.contourf(MILES, RATINGS, z, [0, 1e9], colors=[color.model], alpha=0.15)
    if z.min() < 0 < z.max():
        ax.contour(MILES, RATINGS, z, [0], colors=[color.model], linewidths=1.6)
    if label:
        ax.text(3.2, 4.92, "yes", color=color.model, va="center")
        ax.text(9.5, 2.0, "no", color=color.model, va="center")


def draw_boundary(epochs):
    """Draw the boundary of the network 2-3-1 after some epochs."""
    weights = kept()[epochs]
    _, ax = figure(height=2.9)
    plane(ax)
    boundary(ax, weights)
    z = logits_many(X, weights)[0]
    right = int(((z > 0) == HOT).sum())
    return (
        f"After {epochs} epochs {right} of 24 hotels lie on the right side. The "
        f"cross-entropy, the loss that page 4.2 explains, is "
        f"{cross_entropies(z, Y[:, 0]):.3f}."
    )


def show_goal():
    """Show the hotels with a boundary drawn by hand."""
    fig, ax = figure(height=2.9)
    plane(ax)
    hand = np.array(
        [[0, 3.15], [2.5, 3.2], [4.2, 3.5], [4.75, 4.0], [5.4, 4.6], [8.5, 4.8]]
    )
    hand = np.vstack([hand, [[12.5, 4.55], [15.5, 4.15], [18.0, 4.05], [20.5, 4.0]]])
    ax.plot(*hand.T, "--", color=color.truth, lw=1.4)
    ax.text(9.6, 4.86, "drawn by hand", color=color.truth, ha="center")
    show(
        fig,
        caption="The goal is a line between the classes, not through the points. Discs "
        "are hot hotels, squares are not; dashed: one of many possible boundaries.",
        alt="24 hotels by distance and rating. Nine hot ones lie within 4.7 miles with "
        "ratings of 3.5 or more, two beyond 17 miles with ratings above 4.3; a dashed "
        "curve separates them from the other 13.",
    )


# -- the output ------------------------------------------------------------------------


@cache
def linear_outputs():
    """Return what a network with a linear output says about the 24 hotels."""
    runs = train_many(X, Y, seeds=[SEED])
    return predict_many(X, runs.weights)[1][0, :, 0]


def show_outputs():
    """Show what a linear and a sigmoid output say about the same hotels."""
    fig, axes = figure(width=2.6, height=2.6, columns=2)
    for ax, said, title in zip(
        axes, (linear_outputs(), says(ROWS)), ("linear", "sigmoid"), strict=True
    ):
        _dots(ax, said)
        ax.set(ylim=(-0.3, 1.5), title=f"{title} output", yticks=[0, 0.5, 1])
        ax.axhspan(0, 1, color=color.surface, zorder=0)
    outside = int(((linear_outputs() < 0) | (linear_outputs() > 1)).sum())
    show(
        fig,
        caption="A linear output runs past 0 and 1; a sigmoid cannot. The 24 "
        "training hotels, sorted by what each of two trained networks says. Discs: "
        "hot; squares: not; shaded: the range from 0 to 1.",
        alt=f"The linear outputs run from {minus(linear_outputs().min())} to "
        f"{linear_outputs().max():.2f}, {outside} of 24 outside 0 to 1; the sigmoid "
        f"outputs lie between {says(ROWS).min():.4f} and {says(ROWS).max():.4f}.",
    )


def _dots(ax, said):
    """Draw outputs from the smallest up, hot hotels as discs, others as squares."""
    order = np.argsort(said)
    place, hot = np.arange(1, len(said) + 1), HOT[order]
    ax.plot(place[hot], said[order][hot], "o", color=color.data, ms=5)
    ax.plot(place[~hot], said[order][~hot], "s", mfc=color.paper, mec=color.ink, ms=5)
    ax.set(xlabel="hotels, sorted", xticks=[1, 8, 16, 24])


def show_sigmoid():
    """Show the sigmoid and its slope."""
    z = np.linspace(-6, 6, 121)
    fig, (left, right) = figure(width=2.6, height=2.3, columns=2)
    left.plot(z, sigmoid(z), "-", color=color.model)
    for at, dx, side in ((0, 8, "left"), (3, -9, "right")):
        left.plot(at, sigmoid(at), "o", color=color.model)
        text = f"σ({at}) = {sigmoid(at):.2f}"
        left.annotate(
            text, (at, sigmoid(at)), (dx, -4), textcoords="offset points", ha=side
        )
    left.set(title="σ(z)", yticks=[0, 0.5, 1], ylim=(-0.05, 1.05))
    right.plot(z, sigmoid(z) * sigmoid(-z), "-", color=color.gradient)
    right.set(title="slope σ′(z)", yticks=[0, 0.25], ylim=(-0.05, 1.05))
    for ax in (left, right):
        ax.set(xlabel="z", xticks=[-6, -3, 0, 3, 6])
    show(
        fig,
        caption="The sigmoid squeezes all numbers between 0 and 1. First the function, "
        "then its slope, which is never more than a quarter.",
        alt="An S-shaped curve from nearly 0 at z = −6 through 0.5 at z = 0 and 0.95 "
        "at z = 3 to nearly 1; its slope is a hill with its top of 0.25 at z = 0.",
    )


def draw_neuron(weight, bias):
    """Draw what one sigmoid neuron says along its only input."""
    x = np.linspace(-4, 4, 161)
    _, ax = figure(height=2.7)
    ax.plot(x, sigmoid(weight * x + bias), "-", color=color.model)
    ax.axhline(0.5, color=color.muted, lw=1, ls=":")
    ax.set(xlim=(-4, 4), ylim=(-0.04, 1.04), xlabel="input x", ylabel="output a")
    ax.set_yticks([0, 0.5, 1])
    if weight == 0:
        edge = f"It says {sigmoid(bias):.3f} for every x: no boundary."
    else:
        at = -bias / weight + 0.0
        edge = f"It says one half at x = {minus(at)}."
        if abs(at) <= 4:
            ax.plot(at, 0.5, "o", color=color.model, ms=8, clip_on=False)
            ax.axvline(at, color=color.model, lw=1, ls="--", clip_on=False)
    return f"w = {minus(weight, 0)}, b = {minus(bias, 0)}. {edge}"


def draw_threshold(threshold):
    """Draw the outputs for the 24 hotels and where a threshold cuts them."""
    said = says(ROWS)
    _, ax = figure(height=2.7)
    _dots(ax, said)
    ax.axhline(threshold, color=color.model, lw=1.4, ls="--")
    ax.set(ylim=(-0.06, 1.06), ylabel="output a", yticks=[0, 0.5, 1])
    yes = said > threshold
    return (
        f"Threshold {threshold:g}: {int(yes.sum())} hotels are called hot, "
        f"{int((yes & HOT).sum())} of them rightly."
    )


# -- losses ----------------------------------------------------------------------------

LOSSES = ("squared error", "cross-entropy")


def loss_of(loss, z, y=1.0):
    """Return the loss of a sigmoid neuron and its slope in z."""
    a = sigmoid(z)
    if loss == "squared error":
        return (a - y) ** 2, 2 * (a - y) * a * sigmoid(-np.asarray(z))
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))), a - y


def draw_push(loss, z):
    """Draw one loss of a sigmoid neuron with target 1, with its slope at z."""
    # as far as the reader has been: the rest would tell the answer
    grid = np.linspace(-1.5 - abs(z), 1.5 + abs(z), 121)
    value, slope = loss_of(loss, z)
    _, ax = figure(height=2.7)
    ax.plot(grid, loss_of(loss, grid)[0], "-", color=color.loss)
    ax.plot([z - 2, z + 2], [value - 2 * slope, value + 2 * slope], "--", lw=1.5,
            color=color.gradient)  # fmt: skip
    ax.plot(z, value, "o", color=color.model, ms=8, zorder=5, clip_on=False)
    top = 1.25 if loss == "squared error" else 8.5
    ax.set(xlim=(-8, 8), ylim=(-0.05 * top, top), xlabel="weighted sum z")
    ax.set_ylabel("loss, label 1")
    ax.set_title(f"slope {minus(slope, 4)}", color=color.gradient)
    return (
        f"{loss.capitalize()} at z = {minus(z, 0)}: the output is {sigmoid(z):.4f} "
        f"where 1 is right. The loss is {value:.4f}, its slope {minus(slope, 4)}."
    )


def show_two_curves():
    """Show the cross-entropy of one row by its output, for both labels."""
    a = np.linspace(0.005, 0.995, 100)
    fig, ax = figure(height=2.7)
    ax.plot(a, -np.log(a), "-", color=color.loss)
    ax.plot(a, -np.log(1 - a), "--", color=color.loss)
    ax.text(0.1, 3.1, "label 1", color=color.loss)
    ax.text(0.9, 3.1, "label 0", color=color.loss, ha="right")
    for p, dy in ((0.45, 15), (0.1, 3)):
        ax.plot(p, -np.log(p), "o", color=color.model)
        place = (7 if dy < 9 else 0, dy)
        ax.annotate(f"{-np.log(p):.3f}", (p, -np.log(p)), place,
                    textcoords="offset points")  # fmt: skip
    ax.set(xlim=(0, 1), ylim=(0, 4.6), xlabel="output a", ylabel="loss")
    show(
        fig,
        caption="To be sure and wrong is expensive without limit. Loss of one row by "
        "the output, solid for label 1, dashed for label 0.",
        alt="Two mirrored curves. For label 1 the loss falls from beyond 4.6 near "
        f"a = 0 through {-np.log(0.1):.3f} at 0.1 and {-np.log(0.45):.3f} at 0.45 to "
        "0 at a = 1; for label 0 it rises from 0 to infinity.",
    )


# -- the loss surface of one neuron ----------------------------------------------------

RATING = X[:, 1]
START = np.array([-6.0, 2.0])
RACE = (0, 1, 5, 10, 20, 50, 100, 200, 400, 800)


@cache
def path(loss):
    """Return (w, b) of one sigmoid neuron on the ratings, epoch by epoch."""
    w, b = START
    points = [(w, b)]
    for _ in range(max(RACE)):
        dz = loss_of(loss, w * RATING + b, Y[:, 0])[1]
        w, b = w - RATE * np.mean(dz * RATING), b - RATE * np.mean(dz)
        points.append((w, b))
    return np.array(points)


def surface(loss, w, b):
    """Return the mean loss of one neuron on the ratings, for arrays of w and b."""
    z = np.asarray(w)[..., None] * RATING + np.asarray(b)[..., None]
    return loss_of(loss, z, Y[:, 0])[0].mean(axis=-1)


def draw_race(loss, epochs):
    """Draw the loss over weight and bias from above, and the path of training."""
    w, b = np.meshgrid(np.linspace(-9, 9, 73), np.linspace(-6, 6, 49))
    height, points = surface(loss, w, b), path(loss)[: epochs + 1]
    _, ax = figure(height=2.9)
    levels = np.linspace(height.min(), height.max(), 13)[1:-1]
    ax.contour(w, b, height, levels, colors=[color.loss], linewidths=0.9)
    ax.plot(*points[:: max(1, epochs // 50)].T, "-", color=color.model, lw=1.5)
    ax.plot(*START, "o", mfc=color.paper, color=color.model, zorder=5)
    ax.plot(*points[-1], "o", color=color.model, ms=8, zorder=6)
    low = np.unravel_index(height.argmin(), height.shape)
    ax.plot(w[low], b[low], "X", color=color.truth, ms=8)
    ax.set(xlabel="weight w", ylabel="bias b", xlim=(-9, 9), ylim=(-6, 6))
    z = points[-1][0] * RATING + points[-1][1]
    right = int(((z > 0) == HOT).sum())
    return (
        f"{loss.capitalize()}, {epochs} epochs: w = {minus(points[-1][0])}, "
        f"b = {minus(points[-1][1])}, {right} of 24 hotels right."
    )


# -- convex or not ---------------------------------------------------------------------

MODELS = ("one neuron", "network 2-3-1")
TURNED = [2, 0, 1]  # the order of the hidden neurons in the copy


@cache
def ends(model):
    """Return the weights at both ends of a straight walk."""
    if model == "one neuron":
        runs = train_classifiers(X, Y, [SEED], (), initializer="zeros")
        wrong = [np.array([[[3.0], [-2.0]]]), np.array([[2.0]])]
        return wrong, runs.weights
    W, b, V, c = train_classifiers(X, Y, [SEED]).weights
    return [W, b, V, c], [W[:, :, TURNED], b[:, TURNED], V[:, TURNED], c]


def cost_between(model, share):
    """Return the cost a share of the way from one end of the walk to the other."""
    first, last = ends(model)
    mixed = [(1 - share) * a + share * z for a, z in zip(first, last, strict=True)]
    return float(cross_entropies(logits_many(X, mixed), Y[:, 0])[0])


def draw_between(model, share):
    """Draw the cost along a straight walk between two settings of the dials."""
    shares = np.linspace(0, share, 41)  # as far as the walk has come
    costs = [cost_between(model, s) for s in shares]
    first, last = cost_between(model, 0.0), cost_between(model, 1.0)
    here, chord = costs[-1], first + share * (last - first)
    _, ax = figure(height=2.7)
    ax.plot(shares, costs, "-", color=color.loss)
    ax.plot([0, 1], [first, last], ":", color=color.muted)
    ax.plot(share, here, "o", color=color.model, ms=8, zorder=5)
    ax.set(xlabel="share of the way", ylabel="cost")
    ax.set(xlim=(-0.05, 1.05), ylim=(0, 0.5 if first < 1 else 3.4))
    return (
        f"{model.capitalize()}, {share:g} of the way: the cost is {here:.3f}; on the "
        f"dotted line between the ends it would be {chord:.3f}."
    )
