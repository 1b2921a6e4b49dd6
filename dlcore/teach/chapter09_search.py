"""Numbers and drawings of page 9.6: grids and random trials.

Each trial is one small network, trained by plain gradient descent on the sixteen
measurements of page 9.4 with a learning rate and a price of its own, and judged on
other measurements. All trials are trained side by side.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, regularizers
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.teach.chapter09_penalties import X, Y, measurements
from dlcore.teach.figures import color, figure
from dlcore.teach.restarts import LIMITS
from dlcore.utils import set_random_seed

UNITS, EPOCHS = 8, 1000
RATES, PRICES = (-4.0, 1.0), (-6.0, -1.0)
"""Ranges of the two knobs, as powers of ten."""

GOOD = 0.125
"""A validation error below this is called good; noise alone makes 0.09."""

X_VALID, Y_VALID = measurements(64, seed=50)
_order = np.random.default_rng(0).permutation(64)[:16]
X_VALID, Y_VALID = X_VALID[_order], Y_VALID[_order]
"""Sixteen measurements that choose."""


# -- trials ----------------------------------------------------------------------------


def train_trials(rates, prices, seeds):
    """Train one network 1-8-1 for each trial, all of them at once.

    Each ends where `fit` takes `model` with all rows in one batch. A network that
    diverges ends with weights of nan.

    Args:
        rates, prices: learning rates and strengths of L2, one for each trial.
        seeds: of the starts, one for each trial.
    """
    weights = _start(seeds)
    ended = [np.full_like(w, np.nan) for w in weights]
    knobs = np.stack([np.asarray(rates, float), 2 * np.asarray(prices, float)])
    alive = np.arange(len(weights[0]))
    for _ in range(0, EPOCHS, 50):  # nobody waits for a network that has left
        weights = _fifty_epochs(weights, *knobs[:, alive, None, None])
        stay = np.abs(weights[2]).max(axis=(1, 2)) < 1e3
        alive, weights = alive[stay], [w[stay] for w in weights]
    for end, w in zip(ended, weights, strict=True):
        end[alive] = w
    return tuple(ended)


def _fifty_epochs(weights, eta, pull):
    """Return the weights of all trials, (trials, ...), after fifty epochs more."""
    W, b, V, c = weights
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(50):
            a = np.tanh(X @ W + b)  # (trials, rows, units)
            d_out = 2 * (a @ V + c - Y) / len(X)
            d_hidden = d_out @ V.transpose(0, 2, 1) * (1 - a * a)
            V = V - eta * (a.transpose(0, 2, 1) @ d_out + pull * V)
            c = c - eta * d_out.sum(axis=1, keepdims=True)
            W = W - eta * (X.T @ d_hidden + pull * W)
            b = b - eta * d_hidden.sum(axis=1, keepdims=True)
    return W, b, V, c


def _start(seeds):
    """Draw Glorot kernels, each network from its own generator, layer by layer."""
    limit = LIMITS["glorot_uniform"](1, UNITS)
    drawn = []
    for seed in seeds:
        generator = np.random.default_rng(seed)
        drawn.append(generator.uniform(-limit, limit, (2, UNITS)))
    both = np.array(drawn)  # as two draws of 1 by 8 and 8 by 1, whose limit is the same
    shape = len(both), 1, UNITS
    return (
        both[:, :1].copy(),
        np.zeros(shape),
        both[:, 1, :, None].copy(),
        np.zeros((len(both), 1, 1)),
    )


def model(rate, price, seed=0):
    """Return one trial as an untrained model of the library, compiled."""
    set_random_seed(seed)
    penalty = regularizers.L2(price)
    network = Sequential(
        [
            Input(shape=(1,)),
            Dense(UNITS, activation="tanh", kernel_regularizer=penalty),
            Dense(1, kernel_regularizer=penalty),
        ],
        dtype="float64",
    )
    network.compile(SGD(learning_rate=rate), loss="mse")
    return network


def squares(weights, x, y):
    """Return the squared error of each trial and row, (trials, rows); nan is inf."""
    W, b, V, c = weights
    with np.errstate(over="ignore", invalid="ignore"):
        found = (np.tanh(x @ W + b) @ V + c - y)[:, :, 0] ** 2
    return np.where(np.isfinite(found), found, np.inf)


def judge(rates, prices, seeds):
    """Train trials and return their validation errors, (trials,)."""
    return squares(train_trials(rates, prices, seeds), X_VALID, Y_VALID).mean(axis=1)


# -- the map and the trials on it ------------------------------------------------------

COUNTS = (4, 9, 16, 25)
WAYS = ("grid", "random, seed 1", "random, seed 2", "random, seed 3")


@cache
def height():
    """Return powers of ten of rates (31,) and prices (11,), and errors (11, 31)."""
    rates, prices = np.linspace(*RATES, 31), np.linspace(*PRICES, 11)
    a, b = np.meshgrid(rates, prices)
    errors = judge(10 ** a.ravel(), 10 ** b.ravel(), [0] * a.size)
    return rates, prices, errors.reshape(a.shape)


def places(way, count):
    """Return where trials are put, (count, 2): powers of ten of rate and price.

    A grid has its points in the middle of equal cells; fewer random trials are the
    first of more.
    """
    low = np.array([RATES[0], PRICES[0]])
    width = np.array([RATES[1], PRICES[1]]) - low
    if way == "grid":
        side = round(count**0.5)
        middle = (np.arange(side) + 0.5) / side
        unit = np.stack(np.meshgrid(middle, middle), axis=-1).reshape(-1, 2)
    else:
        generator = np.random.default_rng(int(way[-1]))
        unit = generator.random((max(COUNTS), 2))[:count]
    return low + width * unit


@cache
def trials(way, count):
    """Return places (count, 2) and their validation errors (count,)."""
    at = places(way, count)
    return at, judge(*(10**at).T, [0] * count)


def _map(ax):
    """Draw the validation error over both knobs."""
    rates, prices, ground = height()
    ground = np.where(np.isfinite(ground), np.minimum(ground, 2.0), 2.0)
    ax.contourf(rates, prices, ground, [0, GOOD], colors=[color.model], alpha=0.3)
    ax.contour(
        rates, prices, ground, [GOOD, 0.3, 0.5], colors=[color.loss], linewidths=0.8
    )
    for place, word in ((-0.9, "good"), (0.4, "diverges")):
        ax.text(place, -5.4, word, ha="center", color=color.ink)
    ax.set(xlim=RATES, ylim=PRICES, ylabel="log₁₀ price λ", yticks=[-6, -4, -2])


def draw_trials(way, count):
    """Draw the trials on the map of the validation error, and along its edges."""
    at, errors = trials(way, count)
    _, (upper, lower) = figure(
        height=1.7, rows=2, sharex=True, gridspec_kw={"height_ratios": [1.7, 1]}
    )
    _map(upper)
    upper.plot(at[:, 0], at[:, 1], "o", color=color.data, ms=5)
    best = int(errors.argmin())
    upper.plot(*at[best], "s", mfc="none", mec=color.model, ms=10, mew=1.8)
    shown = np.minimum(errors, 1.05)
    lower.vlines(at[:, 0], 0, shown, color=color.data, lw=1.2)
    lower.plot(at[:, 0], shown, "o", color=color.data, ms=4)
    lower.axhline(GOOD, color=color.truth, ls="--", lw=1)
    lower.set(ylim=(0, 1.1), ylabel="error", xlabel="log₁₀ learning rate η")
    tried = len(np.unique(at[:, 0].round(9)))
    verdict = "good" if errors[best] < GOOD else "not good"
    return (
        f"{way.capitalize()}, {count} trials, {tried} learning rates: the lowest "
        f"validation error is {errors[best]:.2f}, {verdict}, with η = "
        f"{10 ** at[best, 0]:.2g} and λ = {_plain(10 ** at[best, 1])}. "
        f"{int((errors < GOOD).sum())} of the trials are good."
    )


def _plain(number):
    """Return a small number as text, without a power of ten."""
    return np.format_float_positional(number, precision=1, fractional=False, trim="-")


def good_share():
    """Return which share of the range of rates is good, with the smallest price."""
    return float((height()[2][0] < GOOD).mean())


# -- the chance to hit -----------------------------------------------------------------

KNOBS = (1, 2, 3, 4)
SHARES = (0.05, 0.1, 0.2, 0.3)
MOST = 100


def grid_chance(trials, share, knobs):
    """Return the chance that a grid hits the good part of the one knob that matters."""
    side = np.floor(np.asarray(trials) ** (1 / knobs) + 1e-9)
    return np.minimum(1.0, side * share)


def random_chance(trials, share):
    """Return the chance that one of some random trials is in the good part."""
    return 1 - (1 - share) ** np.asarray(trials)


def draw_chances(knobs, share):
    """Draw how likely a good trial is, by the number of trials."""
    n = np.arange(1, MOST + 1)
    grid, free = grid_chance(n, share, knobs), random_chance(n, share)
    _, ax = figure(height=2.7)
    ax.plot(n, 100 * free, "-", color=color.model)
    ax.plot(n, 100 * grid, "--", color=color.data, drawstyle="steps-post")
    ax.axhline(95, color=color.muted, ls=":", lw=1)
    ax.set(xlim=(0, MOST), ylim=(0, 108), xlabel="trials")
    ax.set(ylabel="chance of a hit (%)", yticks=[0, 25, 50, 75, 95])
    enough = int(np.ceil(np.log(0.05) / np.log(1 - share)))
    which = "one knob" if knobs == 1 else f"{knobs} knobs, one of which matters"
    return (
        f"{which.capitalize()}, {100 * share:g} % of its range good. Line: random; "
        f"dashed: grid. Of 25 trials one hits with {100 * free[24]:.0f} % (random) and "
        f"{100 * grid[24]:.0f} % (grid). Random trials reach 95 % at {enough}."
    )
