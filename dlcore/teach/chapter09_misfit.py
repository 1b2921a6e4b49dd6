"""Numbers and drawings of page 9.3: too little, too much, and what noise does.

The curve and the noise are those of page 9.4. Each `draw_` function makes one figure
and returns its caption, as `teach.explore` wants it; each `show_` function shows one.
"""

from functools import cache

import numpy as np

from dlcore.teach.chapter09_penalties import (
    NOISE,
    X_FRESH,
    Y_FRESH,
    measurements,
    train_penalized,
    truth,
)
from dlcore.teach.figures import color, figure, show
from dlcore.teach.restarts import mean_squared_errors, predict_many

# -- the dial --------------------------------------------------------------------------

UNITS = (0, 1, 2, 3, 5, 10, 30)
POINTS = (16, 64)
STARTS, EPOCHS, LONG = 5, 2000, 4000
GRID = np.linspace(-1, 1, 161)


@cache
def dialed(units, points):
    """Train networks 1-units-1 on noisy points; return what they do.

    Without hidden units it is a line, by least squares.

    Returns:
        predictions of the first one on `GRID`, and median errors over `STARTS` starts
        on the points and on fresh ones.
    """
    x, y = measurements(points)
    pairs = (x, y), (X_FRESH, Y_FRESH)
    if units == 0:
        line = np.polyfit(x[:, 0], y[:, 0], 1)
        return np.polyval(line, GRID), *(
            np.mean((np.polyval(line, a) - b) ** 2) for a, b in pairs
        )
    weights = train_penalized(x, y, range(STARTS), units=units, epochs=LONG)
    _, said = predict_many(GRID[:, None], tuple(w[:1] for w in weights), "tanh")
    errors = [np.median(mean_squared_errors(*p, weights, "tanh")) for p in pairs]
    return said[0, :, 0], *errors


def draw_dial(units, points):
    """Draw a network's curve over its points, and both errors up to its size."""
    said, seen, fresh = dialed(units, points)
    x, y = measurements(points)
    _, (upper, lower) = figure(height=2.0, rows=2)
    size = 5 if points < 50 else 2.5
    upper.plot(GRID, truth(GRID), ":", color=color.truth, lw=1.6)
    upper.plot(x[:, 0], y[:, 0], "o", color=color.data, ms=size)
    upper.plot(GRID, said, "-", color=color.model, lw=1.8)
    upper.set(xlim=(-1.05, 1.05), ylim=(-2.1, 2.1), xlabel="x", ylabel="y")
    place = UNITS.index(units)  # what larger ones do is the question
    both = np.array([dialed(each, points)[1:] for each in UNITS[: place + 1]])
    _draw_errors(lower, both.T)
    return (
        f"{units} hidden unit{'s' * (units != 1)}, {points} points: error {seen:.2f} "
        f"on them, {fresh:.2f} on fresh ones. The noise alone costs {NOISE**2:.2f}."
    )


def _draw_errors(ax, both):
    """Draw errors on training and on fresh points, the last number of units large."""
    for errors, ink, style in zip(both, (color.model, color.data), "-:", strict=True):
        ax.plot(range(len(errors)), errors, style, marker="o", color=ink, ms=4)
        ax.plot(len(errors) - 1, errors[-1], "o", color=ink, ms=9)
    ax.axhline(NOISE**2, color=color.muted, lw=0.8)
    _name_ends(ax, both[:, -1], both.shape[1] - 1)
    ax.set(xlabel="hidden units", ylabel="MSE", ylim=(-0.04, 0.4))
    ax.set(xlim=(-0.3, len(UNITS) + 0.9), yticks=[0, 0.1, 0.2, 0.3])
    ax.set_xticks(range(len(UNITS)), [str(each) for each in UNITS])


def _name_ends(ax, ends, place, apart=0.06):
    """Write the names of both errors behind their last dots, never on each other."""
    (low, first), (high, second) = sorted(zip(ends, (0, 1), strict=True))
    half = max(high - low, apart) / 2
    for which, y in ((first, -half), (second, half)):
        ax.text(place + 0.3, (low + high) / 2 + y, ("training", "fresh")[which],
                color=(color.model, color.data)[which], va="center",
                bbox=dict(fc=color.paper, ec="none", pad=0.6))  # fmt: skip


# -- bias and variance -----------------------------------------------------------------

DEGREES = (0, 1, 2, 3, 5, 7)
ROWS = (8, 16, 64)
DRAWN, SETS = 12, 400


@cache
def fits(degree, rows):
    """Fit polynomials to `SETS` noisy measurements at the same places.

    Returns:
        predictions at the places (SETS, rows), targets (SETS, rows), places (rows,),
        and predictions on `GRID`, (SETS, 161).
    """
    x = np.linspace(-1, 1, rows)
    generator = np.random.default_rng(3)
    y = truth(x) + NOISE * generator.normal(size=(SETS, rows))
    columns = np.polynomial.legendre.legvander(x, degree)
    weights = np.linalg.lstsq(columns, y.T, rcond=None)[0]  # (degree + 1, SETS)
    grid = np.polynomial.legendre.legvander(GRID, degree)
    return (columns @ weights).T, y, x, (grid @ weights).T


def bias_and_variance(predictions, wanted):
    """Return squared bias and variance, means over the places.

    Args:
        predictions: (sets, places), a row for each training set.
        wanted: the curve without noise at the places.
    """
    middle = predictions.mean(axis=0)
    bias = np.mean((middle - wanted) ** 2)
    return float(bias), float(np.mean(predictions.var(axis=0)))


@cache
def parts(degree, rows):
    """Return squared bias, variance and mean training error of polynomials."""
    said, y, x, _ = fits(degree, rows)
    return *bias_and_variance(said, truth(x)), float(np.mean((said - y) ** 2))


def draw_parts(degree, rows):
    """Draw some fits to other noise, their mean, and the parts of the error."""
    curves = fits(degree, rows)[-1]
    _, (upper, lower) = figure(height=2.0, rows=2)
    for curve in curves[:DRAWN]:
        upper.plot(GRID[::4], curve[::4], "-", color=color.model, lw=0.7, alpha=0.6)
    upper.plot(GRID, curves.mean(axis=0), "--", color=color.data, lw=2.2)
    upper.plot(GRID, truth(GRID), ":", color=color.truth, lw=1.8)
    upper.set(xlim=(-1.05, 1.05), ylim=(-2.1, 2.1), xlabel="x", ylabel="y")
    found = np.array([parts(each, rows) for each in DEGREES])
    stack(lower, found[:, :2], found[:, 2], DEGREES.index(degree))
    lower.set(xlabel="degree", ylabel="error", ylim=(0, 0.66), yticks=[0, 0.3, 0.6])
    lower.set(xticks=range(len(DEGREES)))
    lower.set_xticklabels([str(each) for each in DEGREES])
    bias, variance, seen = parts(degree, rows)
    return (
        f"Degree {degree}, {rows} points: bias² {bias:.3f}, variance {variance:.3f}, "
        f"noise {NOISE**2:.3f}, together {bias + variance + NOISE**2:.3f}. Mean "
        f"training error {seen:.3f}."
    )


def stack(ax, parts_of, seen, chosen=None):
    """Draw bars of squared bias, variance and noise, and marks of training errors.

    Args:
        ax: the axes.
        parts_of: squared biases and variances, (bars, 2).
        seen: training errors, (bars,).
        chosen: number of the bar that stands out; None for all.
    """
    bias, variance = np.asarray(parts_of).T
    bottom = np.zeros(len(bias))
    styles = (
        (np.full(len(bias), NOISE**2), color.muted, None),
        (variance, color.model, "///"),
        (bias, color.data, None),
    )
    for heights, ink, hatch in styles:
        fill = "none" if hatch else ink
        ax.bar(range(len(bias)), heights, 0.62, bottom, fc=fill, ec=ink, hatch=hatch)
        bottom = bottom + heights
    ax.plot(range(len(bias)), seen, "D", color=color.truth, ms=5)
    if chosen is not None:
        ax.plot(chosen, bottom[chosen] + 0.045, "v", color=color.truth, ms=8)


# -- the same for networks -------------------------------------------------------------

NETWORKS = {
    "1": (1, 0.0),
    "3": (3, 0.0),
    "30": (30, 0.0),
    "30,\nL2\n0.003": (30, 0.003),
    "30,\nL2\n0.03": (30, 0.03),
}
"""Hidden units and strength of L2, by the name under the bar."""
TWENTY = 20


@cache
def network_parts(units, strength):
    """Return squared bias, variance and training error of networks at 16 places.

    `TWENTY` networks, each trained on measurements with other noise.
    """
    x = np.linspace(-1, 1, 16)[:, None]
    generator = np.random.default_rng(4)
    y = truth(x) + NOISE * generator.normal(size=(TWENTY, 16, 1))
    weights = train_penalized(
        x, y, range(TWENTY), l2=strength, units=units, epochs=EPOCHS
    )
    said = predict_many(x, weights, "tanh")[1][..., 0]
    seen = float(np.mean((said - y[..., 0]) ** 2))
    return *bias_and_variance(said, truth(x[:, 0])), seen


def effective(bias, variance, seen, rows=16):
    """Return how many parameters a linear model of this optimism would have."""
    optimism = bias + variance + NOISE**2 - seen
    return optimism * rows / (2 * NOISE**2)


def show_networks():
    """Show bias, variance and noise of networks of several sizes and penalties."""
    found = np.array([network_parts(*how) for how in NETWORKS.values()])
    fig, ax = figure(height=2.9)
    stack(ax, found[:, :2], found[:, 2])
    ax.set(ylabel="error", ylim=(0, 0.3), xlabel="hidden units, penalty")
    ax.set(xticks=range(len(NETWORKS)), yticks=[0, 0.1, 0.2, 0.3])
    ax.set_xticklabels(list(NETWORKS))
    words = ", ".join(
        f"{' '.join(name.split())}: {b:.3f} and {v:.3f}"
        for name, (b, v, _) in zip(NETWORKS, found, strict=True)
    )
    show(
        fig,
        caption="Networks trade bias for variance, too; a penalty turns the same dial "
        "as the size. Bars from below: noise, variance (hatched), bias²; diamonds: "
        "training error. Networks 1-units-1, 16 points, 20 drawings of the noise.",
        alt=f"Squared bias and variance by hidden units: {words}. The noise is "
        f"{NOISE**2:.2f}.",
    )


# -- too many, too few epochs ----------------------------------------------------------

COURSE = (0, 10, 20, 50, 100, 200, 500, 1000, 2000)


@cache
def course(units):
    """Return how networks 1-units-1 learn signal and noise, epoch by epoch.

    Twenty networks, each on 16 points with other noise, seen at the epochs `COURSE`.

    Returns:
        array (epochs, 4): training error, error on fresh noise, mean squared distance
        of the mean curve from the truth (bias²), and the share of the noise that the
        predictions have followed (0 none, 1 all).
    """
    x = np.linspace(-1, 1, 16)[:, None]
    noise = NOISE * np.random.default_rng(4).normal(size=(TWENTY, 16))
    wanted = truth(x[:, 0])
    rows = []
    for epochs in COURSE:
        weights = train_penalized(
            x, (wanted + noise)[..., None], range(TWENTY), units=units, epochs=epochs
        )
        said = predict_many(x, weights, "tanh")[1][..., 0]
        seen = np.mean((said - wanted - noise) ** 2)
        fresh = np.mean((said - wanted) ** 2) + NOISE**2
        bias, _ = bias_and_variance(said, wanted)
        followed = np.sum((said - said.mean(axis=0)) * noise) / np.sum(noise**2)
        rows.append((seen, fresh, bias, followed))
    return np.array(rows)


def draw_course(units, epochs):
    """Draw both errors, and what has been learned, up to an epoch."""
    place = COURSE.index(epochs)  # what comes later is the question
    found, last = course(units)[: place + 1], len(COURSE) - 1
    _, (upper, lower) = figure(height=2.0, rows=2)
    for column, ink, style in ((0, color.model, "-"), (1, color.data, ":")):
        upper.plot(found[:, column], style, color=ink)
        upper.plot(place, found[place, column], "o", color=ink, ms=8)
    upper.set(ylim=(0, 1.55), ylabel="MSE", yticks=[0, 0.5, 1, 1.5])
    upper.text(last, 1.27, "fresh noise", ha="right", color=color.data)
    upper.text(last, 0.95, "training points", ha="right", color=color.model)
    missed = 100 * found[:, 2] / found[0, 2]
    _draw_shares(lower, missed, 100 * found[:, 3])
    for ax in (upper, lower):
        ax.set(xticks=range(0, last + 1, 2), xlim=(-0.4, last + 0.4))
        ax.set_xticklabels([str(each) for each in COURSE[::2]])
    seen, fresh, _, followed = found[place]
    learned = f"{100 * followed:.0f}".replace("-", "−")
    return (
        f"{units} hidden units, {epochs} epochs: error {seen:.2f} on the points, "
        f"{fresh:.2f} on the same places with fresh noise. {missed[place]:.0f} % of "
        f"the signal is still missed, {learned} % of the noise is learned."
    )


def _draw_shares(ax, missed, learned):
    """Draw how much of the signal is missed and of the noise learned, in percent."""
    place, last = len(missed) - 1, len(COURSE) - 1
    ax.plot(missed, "--", color=color.truth)
    ax.plot(learned, "-.", color=color.loss)
    ax.plot(place, missed[place], "o", color=color.truth, ms=8)
    ax.plot(place, learned[place], "o", color=color.loss, ms=8)
    ax.text(last, 110, "dashed: signal missed", ha="right")
    ax.text(last, 88, "dash-dotted: noise learned", ha="right")
    ax.set(ylim=(-22, 130), ylabel="%", xlabel="epochs", yticks=[0, 50, 100])
