"""Drawings of page 9.7, all of them from the record of `chapter09_hitters`.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it, and each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore.teach.chapter09_hitters import STRENGTHS, record
from dlcore.teach.figures import color, figure, show

kept = cache(record)

TARGETS = ("dollars", "standardized", "logarithm")
NETWORKS = {"50, dropout 0.4": "50, 0.4", "50": "50, 0", "200": "200, 0"}
"""Networks by the name that readers see, and as they stand in the record."""

WORDS = {
    "dollars": "in thousands of dollars",
    "standardized": "standardized",
    "logarithm": "as a standardized logarithm",
}
EPOCHS = (5, 10, 20, 50, 100, 200, 400, 800)


# -- networks on four folds ------------------------------------------------------------


def fold_errors(target, network, epoch):
    """Return errors of 20 networks: on what they learned from, and on their fold."""
    runs = kept()["folds"][f"{target}, {NETWORKS[network]}"]
    return tuple(np.array(part) for part in runs[str(epoch)])


def curve(target, network):
    """Return mean errors by epoch, (epochs, 2): seen and validation."""
    return np.array(
        [[part.mean() for part in fold_errors(target, network, e)] for e in EPOCHS]
    )


def draw_target(target, epoch):
    """Draw how the error of the 50 units with dropout falls, for one kind of target."""
    found = np.array([fold_errors(target, "50, dropout 0.4", e)[1] for e in EPOCHS])
    mean = found.mean(axis=1)
    _, ax = figure(height=2.8)
    _two_baselines(ax)
    ax.plot(EPOCHS, mean, "-", color=color.model)
    ax.plot(np.full(20, epoch), found[EPOCHS.index(epoch)], "_", color=color.data, ms=9)
    ax.plot(epoch, mean[EPOCHS.index(epoch)], "o", color=color.model, ms=7)
    ax.set(xscale="log", xlim=(4.5, 900), ylim=(150, 660), xlabel="epochs")
    ax.set(ylabel="error (1000 $)", xticks=[5, 20, 100, 400])
    ax.set_xticklabels(["5", "20", "100", "400"])
    ax.minorticks_off()
    now = found[EPOCHS.index(epoch)]
    return (
        f"Salaries {WORDS[target]}, {epoch} epochs: the mean absolute error on "
        f"validation players is {now.mean():.0f} thousand dollars, {now.min():.0f} to "
        f"{now.max():.0f} in single runs."
    )


def _two_baselines(ax):
    """Draw the errors of the mean salary and of least squares as dotted lines."""
    for name, baseline in (("mean salary", "mean"), ("least squares", "line")):
        level = np.mean(kept()["folds"][baseline])
        ax.axhline(level, color=color.truth, ls=":", lw=1.2)
        ax.text(22, level + 7, name, color=color.ink)


def best_epoch(target, network):
    """Return the best of `EPOCHS` by validation, and the mean errors there."""
    found = curve(target, network)
    place = int(found[:, 1].argmin())
    return EPOCHS[place], *found[place]


# -- the data --------------------------------------------------------------------------


def show_salaries():
    """Show how many players earn how much."""
    data = kept()["data"]
    edges = np.array(data["edges"])
    fig, ax = figure(height=2.3)
    ax.bar(edges[:-1] + 62.5, data["counts"], 110, color=color.data)
    ax.axvline(data["salary"][2], color=color.truth, ls="--", lw=1.3)
    ax.text(data["salary"][2] + 40, 42, "median")
    ax.set(xlabel="salary (thousands of dollars)", ylabel="players", xlim=(0, 2500))
    low, _, middle, _, high = data["salary"]
    show(
        fig,
        caption="Few earn much. Salaries of the 263 players in 1987, dashed: their "
        "median.",
        alt=f"A histogram of salaries from {low:g} to {high:g} thousand dollars with "
        f"a long tail to the right. The median is {middle:g}; the highest bar, below "
        f"250, has {max(data['counts'])} players.",
    )


# -- the lasso -------------------------------------------------------------------------

PRICES = tuple(STRENGTHS[1::2].tolist())


def draw_lasso(price):
    """Draw the weights of the lasso and its error on ten folds."""
    simple, place = kept()["baselines"], STRENGTHS.tolist().index(price)
    w = np.array(simple["path"])[place]
    names = kept()["data"]["names"]
    _, (upper, lower) = figure(
        height=3.0, rows=2, gridspec_kw={"height_ratios": [2.6, 1]}
    )
    upper.barh(np.arange(20), w, 0.7, color=color.model)
    upper.axvline(0, color=color.muted, lw=0.8)
    upper.set(xlim=(-330, 330), ylim=(19.7, -0.7), yticks=range(20), xlabel="weight")
    upper.set_yticklabels(names)
    cv, spread = _lasso_errors(lower)
    lower.plot(price, cv[place], "o", color=color.model, ms=7)
    left = [name for name, weight in zip(names, w, strict=True) if weight != 0]
    few = f": {', '.join(left)}" if 0 < len(left) <= 5 else ""
    return (
        f"λ = {price:.3g}: {len(left)} of 20 weights are not 0{few}. Mean absolute "
        f"error on ten folds {cv[place]:.0f}, give or take {spread[place]:.0f}."
    )


def _lasso_errors(ax):
    """Draw the error on ten folds against the price; return it and its uncertainty."""
    simple = kept()["baselines"]
    cv, spread = np.array(simple["folds"]), np.array(simple["fold error"])
    ax.fill_between(STRENGTHS, cv - spread, cv + spread, color=color.loss,
                    alpha=0.25, lw=0)  # fmt: skip
    ax.plot(STRENGTHS, cv, "-", color=color.loss)
    ax.set(xscale="log", ylim=(220, 355), xlabel="price λ", ylabel="error (1000 $)")
    ax.set(xticks=[1, 10, 100])
    ax.set_xticklabels(["1", "10", "100"])
    ax.minorticks_off()
    return cv, spread


# -- random splits ---------------------------------------------------------------------

MODELS = ("lasso", "network", "forest")
COUNTS = (1, 5, 10, 40)


def wins(model, count=40):
    """Return on how many of the first splits a model beats least squares."""
    splits = kept()["splits"]
    better = np.array(splits[model][:count]) < np.array(splits["line"][:count])
    return int(better.sum())


def draw_splits(model, count):
    """Draw the error of a model against that of least squares, split by split."""
    splits = kept()["splits"]
    x, y = np.array(splits["line"][:count]), np.array(splits[model][:count])
    _, ax = figure(height=3.1)
    ax.plot([130, 330], [130, 330], ":", color=color.truth, lw=1.3)
    ax.plot(x, y, "o", color=color.model, ms=5)
    ax.set(xlim=(190, 330), ylim=(130, 330), xlabel="least squares (1000 $)")
    ax.set(
        ylabel=f"{model} (1000 $)", xticks=[200, 250, 300], yticks=[150, 200, 250, 300]
    )
    plural = "split" if count == 1 else "splits"
    return (
        f"{count} {plural}: the {model} is better than least squares on "
        f"{wins(model, count)}. Mean errors {y.mean():.0f} against {x.mean():.0f}."
    )


# -- curves to diagnose, and two roads -------------------------------------------------


def diagnose():
    """Return four pairs of curves, by letter: epochs, seen and validation errors."""
    shuffled = kept()["folds"]["shuffled"]
    tossed = np.array([[np.mean(p) for p in pair] for pair in shuffled.values()])
    found = {
        "A": (EPOCHS, curve("standardized", "200")),
        "B": (EPOCHS[:6], curve("dollars", "50, dropout 0.4")[:6]),
        "C": (tuple(int(e) for e in shuffled), tossed),
        "D": (EPOCHS[:6], curve("standardized", "50, dropout 0.4")[:6]),
    }
    return {letter: (np.array(e), c) for letter, (e, c) in found.items()}


def show_curves():
    """Show the four pairs of curves."""
    fig, axes = figure(width=2.7, height=2.1, rows=2, columns=2)
    panels = np.ravel(axes, order="F")  # columns stand below one another on a phone
    for ax, (letter, (epochs, errors)) in zip(panels, diagnose().items(), strict=True):
        _two_curves(ax, epochs, errors)
        ax.set_title(letter)
    ends = {k: errors[-1].round() for k, (_, errors) in diagnose().items()}
    show(
        fig,
        caption="Four pairs of curves, one cure each. Dashed, squares: error on "
        "players that were learned from; line, discs: on validation players; dotted: "
        "the mean salary.",
        alt="At the end, training and validation errors are "
        + "; ".join(f"{k}: {a:.0f} and {b:.0f}" for k, (a, b) in ends.items())
        + ". In A validation turns up early, in B both fall slowly from above 500, in "
        "C validation never gets below the mean salary's error, in D both are low.",
    )


def _two_curves(ax, epochs, errors):
    """Draw the errors of training and of validation, and that of the mean salary."""
    ax.plot(epochs, errors[:, 0], "--s", color=color.data, ms=4)
    ax.plot(epochs, errors[:, 1], "-o", color=color.model, ms=4)
    level = np.mean(kept()["folds"]["mean"])
    ax.axhline(level, color=color.truth, ls=":", lw=1)
    ax.set(xscale="log", xlim=(4, 1000), ylim=(0, 600), xticks=[10, 100])
    ax.set_xticklabels(["10", "100"])
    ax.minorticks_off()
    ax.set(xlabel="epochs", ylabel="error")


ROADS = {
    "knobs": ("units, layers", "learning rate", "epochs", "penalty, dropout"),
    "data": ("more rows", "better features", "scales, targets", "fair split",
             "classes in balance", "same kind later"),
}  # fmt: skip


def show_roads():
    """Show the two roads to better predictions as boxes."""
    fig, ax = figure(height=3.4)
    box = {"boxstyle": "round,pad=0.35", "fc": color.surface, "ec": color.muted}
    ax.text(0.5, 6, "better predictions", ha="center", va="center", bbox=box)
    for x, (road, stops) in zip((0.22, 0.78), ROADS.items(), strict=True):
        ax.annotate("", (0.5, 5.6), (x, 4.95),
                    arrowprops={"arrowstyle": "->", "color": color.muted})  # fmt: skip
        shade = color.model if road == "knobs" else color.data
        ax.text(x, 4.55, f"the {road}", ha="center", va="center", color=shade)
        for place, stop in enumerate(stops):
            ax.text(x, 3.75 - 0.8 * place, stop, ha="center", va="center")
    ax.set(xlim=(0, 1), ylim=(-0.7, 6.5))
    ax.set_axis_off()
    show(
        fig,
        caption="Two roads lead to better predictions. Left: what is set; right: what "
        "is fed.",
        alt="Two columns under the words better predictions. The knobs: "
        + ", ".join(ROADS["knobs"]) + ". The data: " + ", ".join(ROADS["data"]) + ".",
    )  # fmt: skip
