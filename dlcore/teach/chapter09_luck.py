"""Numbers and drawings of page 9.6: winners, seeds, and more noise than signal."""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import synthetic
from dlcore.layers import Dense
from dlcore.optimizers import SGD, Adam
from dlcore.teach import chapter03
from dlcore.teach.chapter05_digits import X_TEST, Y_TEST, X, Y
from dlcore.teach.chapter09_penalties import train_penalized
from dlcore.teach.classifiers import descend, forward, initial_weights
from dlcore.teach.figures import color, figure
from dlcore.teach.restarts import predict_many, train_many
from dlcore.utils import set_random_seed

# -- the luck of winners ---------------------------------------------------------------

FEW = 100
"""Digits that all candidates learn from."""

RATES, UNITS, SEEDS, EPOCHS = (0.1, 0.2, 0.5), (8, 12, 16), 12, 200
"""Of the candidates: learning rates, hidden units, starts of each, and epochs."""

ROWS = (20, 50, 100, 400)
TRIALS = (1, 2, 5, 10, 20, 50, 100)


def softmax(z):
    """Return softmax of the last axis."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@cache
def candidates():
    """Return which digits each of 180 networks reads rightly, (180, 1697) of 0 and 1.

    All learn from the same hundred digits, with several rates, sizes and starts.
    """
    x, y = X[:FEW], np.eye(10)[Y[:FEW]]
    others = np.vstack([X[FEW:], X_TEST]), np.concatenate([Y[FEW:], Y_TEST])
    found = []
    for units in UNITS:
        for rate in RATES:
            start = initial_weights(range(SEEDS), [64, units, 10], "glorot_uniform")
            end = descend(x, y, start, softmax, EPOCHS, rate, [EPOCHS])[EPOCHS]
            said = forward(others[0], end)[-1].argmax(axis=2)
            found.append(said == others[1])
    return np.vstack(found).astype(float)


@cache
def winners(rows, times=400):
    """Return mean accuracies of the best of n candidates, (numbers of trials, 2).

    Many times, half of the digits are set aside for a fair judgment, some of the others
    choose, and n candidates are drawn. The columns: the accuracy of the winner on
    those that chose, and on those set aside.
    """
    right = candidates()
    generator = np.random.default_rng(0)
    found = np.zeros((len(TRIALS), 2))
    for _ in range(times):
        order = generator.permutation(right.shape[1])
        half = len(order) // 2
        valid = right[:, order[:rows]].mean(axis=1)
        fair = right[:, order[half:]].mean(axis=1)
        drawn = generator.permutation(len(right))
        for place, n in enumerate(TRIALS):
            best = drawn[valid[drawn[:n]].argmax()]
            found[place] += valid[best], fair[best]
    return found / times


def draw_winners(rows, n):
    """Draw what the winner seems to be and what it is, up to a number of trials."""
    done = TRIALS.index(n) + 1  # what more trials do is the question
    found = 100 * winners(rows)[:done]
    seems, is_ = found[-1]
    best = 100 * candidates().mean(axis=1).max()
    _, ax = figure(height=2.8)
    ax.plot(TRIALS[:done], found[:, 0], "--o", color=color.data, ms=5)
    ax.plot(TRIALS[:done], found[:, 1], "-s", color=color.model, ms=5)
    ax.vlines(n, is_, seems, color=color.truth, lw=2)
    ax.axhline(best, color=color.muted, ls=":", lw=1)
    ax.set(xscale="log", xlim=(0.85, 120), ylim=(72, 96), xlabel="trials")
    ax.set(ylabel="accuracy of the winner (%)", xticks=[1, 10, 100])
    ax.set_xticklabels(["1", "10", "100"])
    ax.minorticks_off()
    return (
        f"Best of {n} by {rows} validation digits: it seems to read {seems:.1f} % "
        f"(dashed, discs) and reads {is_:.1f} % of other digits (line, squares). "
        f"The truly best of all reads {best:.1f} % (dotted)."
    )


# -- seeds -----------------------------------------------------------------------------

STARTS, LITTLE = 300, 3
"""Networks of each size, and the hidden units of the smaller network of a duel."""

GROUPS = (1, 2, 3, 5, 10, 20, 50)
RIVALS = (4, 6)


@cache
def hotel_runs(units):
    """Return errors of 300 networks on the held-out hotels in dollars², (300,)."""
    runs = train_many(
        chapter03.X, chapter03.Y, range(STARTS), units=units,
        x_test=chapter03.X_TEST, y_test=chapter03.Y_TEST,
    )  # fmt: skip
    return runs.test_loss * chapter03.SQUARE


@cache
def scores(units, starts, times=2000):
    """Return medians of groups of runs that are drawn from the 300, (times,)."""
    drawn = np.random.default_rng(units).integers(STARTS, size=(times, starts))
    return np.median(hotel_runs(units)[drawn], axis=1)


def wrong_share(starts, rival):
    """Return how often the small network wins a comparison with its rival."""
    return float(np.mean(scores(LITTLE, starts) < scores(rival, starts)))


def draw_duel(starts, rival):
    """Draw forty scores of each size, and say how often the wrong one wins."""
    _, ax = figure(height=2.6)
    for place, (units, mark) in enumerate(((LITTLE, "o"), (rival, "s"))):
        found = scores(units, starts)
        at = place + np.linspace(-0.3, 0.3, 40)
        shade = (color.data, color.model)[place]
        ax.plot(found[:40], at, mark, ms=4, color=shade)
        ax.vlines(np.median(found), place - 0.42, place + 0.42, color=color.truth, lw=2)
    ax.set(xscale="log", xlim=(13, 1700), ylim=(-0.55, 1.55), yticks=[0, 1])
    ax.set(xlabel="score (dollars²)", xticks=[20, 100, 500])
    ax.set_xticklabels(["20", "100", "500"])
    ax.set_yticklabels([f"{LITTLE} units", f"{rival} units"])
    ax.minorticks_off()
    each = "one start" if starts == 1 else f"the median of {starts} starts"
    return (
        f"Each mark: {each}, forty drawn of each size; upright lines: the middle of "
        f"2000. In {100 * wrong_share(starts, rival):.0f} of 100 comparisons {LITTLE} "
        f"units seem better than {rival}."
    )


def hotel_network(units, seed=0):
    """Return an untrained network 2-units-1 for the hotels, compiled."""
    set_random_seed(seed)
    model = Sequential(
        [Input(shape=(2,)), Dense(units, activation="relu"), Dense(1)], dtype="float64"
    )
    model.compile(SGD(learning_rate=chapter03.RATE), loss="mse")
    return model


# -- more noise than signal ------------------------------------------------------------

SLOPE, NOISE = 0.1, 1.0
SAMPLES = (20, 50, 200, 800)
MODELS = ("mean", "line", "network")
GRID = np.linspace(-1, 1, 81)


@cache
def fits(rows, count=12):
    """Return what the models say on the grid, for many samples of the noisy line.

    Returns:
        dict of model to (count, 81). The networks 1-20-1 are trained with Adam, 0.01,
        for 400 epochs.
    """
    samples = [synthetic.noisy_line(rows, SLOPE, NOISE, seed) for seed in range(count)]
    said = {"mean": [], "line": [], "network": []}
    for seed, (x, y) in enumerate(samples):
        said["mean"].append(np.full(len(GRID), y.mean()))
        said["line"].append(np.polyval(np.polyfit(x[:, 0], y[:, 0], 1), GRID))
        adam = Adam(0.01)
        weights = train_penalized(x, y, [seed], units=20, epochs=400, optimizer=adam)
        said["network"].append(predict_many(GRID[:, None], weights, "tanh")[1][0, :, 0])
    return {name: np.array(curves) for name, curves in said.items()}


def excess(rows, name):
    """Return how far the model is from the true line, mean square of each sample."""
    return ((fits(rows)[name] - SLOPE * GRID) ** 2).mean(axis=1)


def draw_noise(rows, name):
    """Draw the first sample, the model's curve and the true line."""
    x, y = synthetic.noisy_line(rows, SLOPE, NOISE, 0)
    _, ax = figure(height=2.7)
    some = slice(None, None, 1 if rows < 500 else 2)  # 800 dots hide one another
    ax.plot(x[some, 0], y[some, 0], ".", color=color.data, ms=5 if rows < 500 else 3)
    ax.plot(GRID, SLOPE * GRID, "--", color=color.truth, lw=1.5)
    ax.plot(GRID, fits(rows)[name][0], "-", color=color.model, lw=2)
    ax.set(xlim=(-1.05, 1.05), ylim=(-3, 3), xlabel="x", ylabel="y")
    return (
        f"{rows} rows, {name}: over 12 samples its curve is off the true line by "
        f"{excess(rows, name).mean():.4f} on average (mean square)."
    )
