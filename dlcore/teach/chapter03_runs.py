"""Drawings of page 3.3: networks with a bend, many of them.

The networks are trained once with `train_many`; each `draw_` function makes one figure
and returns its caption, each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import ops
from dlcore.teach.chapter02 import money
from dlcore.teach.chapter03 import (
    PRICES,
    PRICES_TEST,
    ROWS,
    ROWS_TEST,
    SQUARE,
    X_SCALE,
    X_TEST,
    Y_SCALE,
    Y_TEST,
    X,
    Y,
    network,
)
from dlcore.teach.figures import color, figure, show
from dlcore.teach.restarts import predict_many, train_many

MILES = np.linspace(0.0, 20.0, 81)
"""Distances at which curves along the distance axis are drawn."""

MEAN_RATING = float(ROWS[:, 1].mean())

STROKES = ("-", "--", (0, (1, 1.2)))
"""Line styles of hidden neurons 1, 2, 3."""


@cache
def many():
    """Return the 200 networks 2-3-1 of seeds 0 to 199."""
    return train_many(X, Y, seeds=range(200), x_test=X_TEST, y_test=Y_TEST)


def along(rating):
    """Return standardized rows along the distance axis at one rating, (81, 2)."""
    ratings = np.full_like(MILES, rating)
    return X_SCALE.transform(np.stack([MILES, ratings], axis=1))


def dollars(said):
    """Return standardized prices in dollars."""
    return Y_SCALE.mean[0] + Y_SCALE.std[0] * said


def _hotels(ax, low=40, high=235):
    """Draw all hotels on axes of price along the distance."""
    ax.plot(ROWS[:, 0], PRICES[:, 0], "o", color=color.data, ms=4.5)
    ax.plot(ROWS_TEST[:, 0], PRICES_TEST[:, 0], "s", mfc="none", mec=color.data, ms=5)
    ax.set(xlim=(-0.4, 20.4), ylim=(low, high), ylabel="price ($)")


def _curve(weights, number, rating, activation="relu"):
    """Return hidden outputs (81, units) and dollars (81,) of one network."""
    hidden, said = predict_many(along(rating), weights, activation)
    return hidden[number], dollars(said[number, :, 0])


# -- activation and size ---------------------------------------------------------------


@cache
def _ten_starts(activation, units):
    return train_many(
        X,
        Y,
        seeds=range(10),
        units=units,
        activation=activation,
        x_test=X_TEST,
        y_test=Y_TEST,
    )


def draw_sizes(activation, units):
    """Draw the best of ten networks of one size along the distance axis."""
    runs = _ten_starts(activation, units)
    best = int(runs.train_loss.argmin())
    _, price = _curve(runs.weights, best, MEAN_RATING, activation)
    _, ax = figure(height=2.8)
    _hotels(ax)
    ax.plot(MILES, price, "-", color=color.model)
    ax.set_xlabel("distance (miles)")
    neurons = "neuron" if units == 1 else "neurons"
    return (
        f"{units} hidden {neurons}, {'ReLU' if activation == 'relu' else activation}: "
        f"train MSE {runs.train_loss[best] * SQUARE:.1f}, test MSE "
        f"{runs.test_loss[best] * SQUARE:.1f} dollars²."
    )


def show_relu():
    """Show the function max(0, z) and its slope."""
    z = np.array([-3.0, 0.0, 3.0])
    fig, (left, right) = figure(width=2.6, height=2.2, columns=2)
    left.plot(z, np.maximum(0, z), "-", color=color.model)
    left.plot([-3, 3], [0, 3], "o", color=color.model, clip_on=False)
    left.annotate("3 → 3", (3, 3), (-6, -2), textcoords="offset points", ha="right")
    left.annotate("−3 → 0", (-3, 0), (2, 8), textcoords="offset points")
    left.set_title("f(z) = max(0, z)")
    right.plot([-3, 0], [0, 0], "-", color=color.gradient)
    right.plot([0, 3], [1, 1], "-", color=color.gradient)
    right.plot([0], [0], "o", color=color.gradient)
    right.plot([0], [1], "o", mfc=color.paper, color=color.gradient)
    right.set(title="slope f′(z)", ylim=(-0.2, 3.2), yticks=[0, 1])
    for ax in (left, right):
        ax.set(xlabel="z", xticks=[-3, 0, 3])
    show(
        fig,
        caption="A gate: closed on the left, open on the right. The function and its "
        "slope; at z = 0 the slope is taken as 0.",
        alt="Left, max(0, z): 0 for all negative z, then rising with slope 1, so −3 "
        "goes to 0 and 3 to 3. Right, its slope: 0 up to z = 0, and 1 beyond.",
    )


# -- seeds -----------------------------------------------------------------------------

EPOCHS = (0, 10, 50, 100, 200, 400, 800)


@cache
def _seeds_at(epochs):
    return train_many(
        X, Y, seeds=range(10), epochs=epochs, x_test=X_TEST, y_test=Y_TEST
    )


def draw_seed(seed, epochs):
    """Draw the fit of one seed, and what each hidden neuron adds to the price."""
    runs = _seeds_at(epochs)
    hidden, price = _curve(runs.weights, seed, MEAN_RATING)
    parts = hidden * runs.weights[2][seed, :, 0] * Y_SCALE.std[0]  # (81, 3), dollars
    _, (upper, lower) = figure(height=2.0, rows=2, sharex=True)
    _hotels(upper)
    upper.plot(MILES, np.clip(price, 0, 300), "-", color=color.model)
    lower.axhline(0, color=color.muted, lw=0.7)
    lower.set(xlabel="distance (miles)", ylabel="adds ($)", ylim=(-210, 210))
    _three_lines(lower, parts)
    return (
        f"Seed {seed} after {epochs} epochs: train MSE "
        f"{runs.train_loss[seed] * SQUARE:.1f}, test MSE "
        f"{runs.test_loss[seed] * SQUARE:.1f} dollars²."
    )


def _three_lines(ax, lines):
    """Draw one line for each hidden neuron, with its number where it stands apart."""
    low, high = ax.get_ylim()
    lines = np.clip(lines, low, high)
    free = np.ones(len(MILES))  # where no number stands yet
    free[:4] = free[-8:] = 0
    for k, stroke in enumerate(STROKES):
        others = np.delete(lines, k, axis=1)
        apart = 1e-9 + np.abs(others - lines[:, [k]]).min(axis=1)
        at = int((apart * free).argmax())
        free[max(0, at - 6) : at + 7] = 0
        ax.plot(MILES, lines[:, k], color=color.model, ls=stroke, lw=1.8)
        up = 3 if lines[at, k] < high - 0.2 * (high - low) else -15
        ax.annotate(
            str(k + 1),
            (MILES[at], lines[at, k]),
            (0, up),
            textcoords="offset points",
            ha="center",
        )


def draw_inside(seed, rating):
    """Draw the outputs of the hidden neurons along the distance at one rating."""
    hidden, price = _curve(_seeds_at(800).weights, seed, rating)
    _, (upper, lower) = figure(height=2.0, rows=2, sharex=True)
    close = np.abs(ROWS[:, 1] - rating) <= 0.5
    upper.plot(ROWS[close, 0], PRICES[close, 0], "o", color=color.data, ms=4.5)
    upper.plot(MILES, np.clip(price, 0, 300), "-", color=color.model)
    upper.set(ylim=(40, 235), ylabel="price ($)")
    lower.set(ylim=(-0.2, 4.2))
    _three_lines(lower, hidden)
    lower.set(xlabel="distance (miles)", ylabel="hidden a", xlim=(-0.4, 20.4))
    words = [f"{k + 1} {_opening(hidden[:, k])}" for k in range(3)]
    return f"Seed {seed} at rating {rating:g}. Neuron {'; neuron '.join(words)}."


def _opening(a):
    """Say in words where along the distance a gate is open."""
    is_open = a > 0
    if not is_open.any():
        return "is closed everywhere"
    if a.max() < 0.05:
        return "opens by a hair, too little to see"
    if is_open.all():
        return "is open everywhere"
    turn = MILES[int(np.flatnonzero(np.diff(is_open))[0]) + 1]
    side = "up to" if is_open[0] else "from"
    return f"is open {side} about {turn:.1f} miles"


def curvatures(weights, step=1e-6):
    """Return the 13 curvatures of the loss at these weights, from small to large.

    They are the eigenvalues of the Hessian: how the gradient, taken from the tape,
    answers when each weight is nudged.
    """
    model = network(0, "relu")
    sizes = np.cumsum([w.size for w in weights])[:-1]
    here = np.concatenate([w.ravel() for w in weights])

    def gradient(at):
        parts = np.split(at, sizes)
        model.set_weights(
            [p.reshape(w.shape) for p, w in zip(parts, weights, strict=True)]
        )
        ops.mean((model(X) - Y) ** 2).backward()
        return np.concatenate([w.grad.ravel() for w in model.weights])

    nudges = step * np.eye(here.size)
    hessian = [gradient(here + n) - gradient(here - n) for n in nudges]
    hessian = np.array(hessian) / (2 * step)
    return np.linalg.eigvalsh((hessian + hessian.T) / 2)


# -- many runs -------------------------------------------------------------------------

BINS = np.geomspace(12, 1400, 25)


def _bars(ax, losses, role):
    """Draw how often losses fall into bins that widen by a constant factor."""
    counts, _ = np.histogram(losses, BINS)
    ax.bar(
        BINS[:-1],
        100 * counts / len(losses),
        width=np.diff(BINS),
        align="edge",
        color=role,
        edgecolor=color.paper,
        lw=0.6,
    )
    ax.set(xscale="log", xlim=(BINS[0], BINS[-1]), ylabel="% of runs")
    ax.set_xticks([20, 50, 100, 200, 500, 1000])
    ax.set_xticklabels(["20", "50", "100", "200", "500", "1000"])


def show_histogram(runs):
    """Show the train and test errors of 200 runs as two histograms."""
    train, test = runs.train_loss * SQUARE, runs.test_loss * SQUARE
    fig, (upper, lower) = figure(height=1.9, rows=2, sharex=True)
    for ax, losses, name in [(upper, train, "train"), (lower, test, "test")]:
        _bars(ax, losses, color.model if name == "train" else color.data)
        ax.set_title(f"{name} MSE")
    upper.axvline(200, color=color.muted, ls=":", lw=1.2)
    upper.annotate("stuck →", (210, upper.get_ylim()[1] * 0.7), color=color.muted)
    lower.set_xlabel("MSE (dollars², log scale)")
    stuck = int((train > 200).sum())
    show(
        fig,
        caption="One network, 200 starts, a wide spread. Height: the share of runs "
        "with an error in this range.",
        alt=f"Train errors of 200 runs: {int((train <= 60).sum())} lie at or below "
        f"60 dollars², {stuck} above 200. Test errors are spread from "
        f"{test.min():.0f} to {test.max():.0f}.",
    )


def chosen(starts):
    """Return the numbers of the runs chosen by training loss, one for each group."""
    groups = len(many().train_loss) // starts
    losses = many().train_loss[: groups * starts].reshape(groups, starts)
    return losses.argmin(axis=1) + starts * np.arange(groups)


def draw_restarts(starts, shown):
    """Draw the errors of the best runs of groups, chosen by training loss."""
    picked = chosen(starts)
    train = many().train_loss[picked] * SQUARE
    test = many().test_loss[picked] * SQUARE
    losses = train if shown == "training error" else test
    _, ax = figure(height=2.7)
    _bars(ax, losses, color.model if shown == "training error" else color.data)
    ax.set(xlabel=f"{shown} (dollars²)", ylim=(0, 70))
    ax.axvline(200, color=color.muted, ls=":", lw=1.2)
    return (
        f"{len(picked)} groups of {starts}: {int((train > 200).sum())} chosen runs are "
        f"stuck. Median {shown} {np.median(losses):.1f}, worst {losses.max():.1f} "
        "dollars²."
    )


# -- the rescue of stuck starts -------------------------------------------------------

RESCUES = {
    "nothing": {},
    "a bold beginning": {"bold": 30},
    "six hotels at a time": {"rows": 6},
    "a leaky gate": {"leak": 0.2},
}
"""The last exercise: epochs at a rate of 0.3, rows of a batch, slope below 0."""


def rescued(seed, idea):
    """Return the training MSE (dollars²) of seed after 800 epochs with an idea."""
    ways = {"bold": 0, "rows": len(X), "leak": 0.0} | RESCUES[idea]
    generator = np.random.default_rng(seed)
    weights = [generator.uniform(-(r := (6 / sum(s)) ** 0.5), r, s) for s in SHAPES]
    weights = [weights[0], np.zeros(3), weights[1], np.zeros(1)]
    for epoch in range(800):
        order = generator.permutation(len(X))
        rate = 0.3 if epoch < ways["bold"] else 0.08
        for at in range(0, len(X), ways["rows"]):
            rows = order[at : at + ways["rows"]]
            slopes, _ = _leaky_slopes(X[rows], Y[rows], weights, ways["leak"])
            weights = [w - rate * dw for w, dw in zip(weights, slopes, strict=True)]
    return _leaky_slopes(X, Y, weights, ways["leak"])[1] * SQUARE


SHAPES = ((2, 3), (3, 1))
"""Kernels of the network 2-3-1."""


def _leaky_slopes(x, y, weights, leak):
    """Return the gradients of a network 2-3-1 with leaky gates, and its loss."""
    W, b, v, c = weights
    z = x @ W + b
    a = np.where(z > 0, z, leak * z)
    error = a @ v + c - y
    out = 2 * error / len(x)
    dz = (out @ v.T) * np.where(z > 0, 1.0, leak)
    slopes = x.T @ dz, dz.sum(axis=0), a.T @ out, out.sum(axis=0)
    return slopes, float(np.mean(error**2))


# -- one network, hotel by hotel -------------------------------------------------------


def show_predictions(said):
    """Show predicted against actual prices of the eight test hotels."""
    actual = PRICES_TEST[:, 0]
    miss = np.abs(said - actual)
    worst = int(miss.argmax())
    fig, ax = figure(height=2.9)
    ax.plot([70, 220], [70, 220], ":", color=color.truth, lw=1.2)
    ax.vlines(actual, actual, said, color=color.loss, lw=1.5)
    ax.plot(actual, said, "s", color=color.model)
    ax.annotate(
        f"{ROWS_TEST[worst, 0]:.1f} miles",
        (actual[worst], said[worst]),
        (6, -36),
        textcoords="offset points",
    )
    ax.annotate("predicted = actual", (82, 195), color=color.truth)
    ax.set(xlabel="actual price ($)", ylabel="predicted price ($)")
    show(
        fig,
        caption="Seven of eight are close. Each square is a test hotel; its distance "
        "to the dotted line is its error.",
        alt="Predicted against actual prices of eight test hotels: the largest miss is "
        f"{money(miss[worst])} dollars, at {ROWS_TEST[worst, 0]:.1f} miles; the others "
        f"miss by at most {money(np.sort(miss)[-2])}.",
    )
