"""Numbers and drawings of page 9.2: gaps in a table, and features made by thought."""

from functools import cache

import numpy as np

from dlcore.teach import chapter09
from dlcore.teach.chapter03 import PRICES, PRICES_TEST, ROWS, ROWS_TEST
from dlcore.teach.figures import color, figure, show

# -- hotels without a rating -----------------------------------------------------------

FILLS = ("zero stars", "the mean", "the mean and a flag")
CHEAPER = (0, 20, 40, 60)
"""By how many dollars new hotels, which have no rating yet, are cheaper."""


def new_hotels(rows, cheaper, generator):
    """Return made-up hotels (rows, 2), a quarter of them unrated, and prices (rows,).

    Columns are distance in miles and rating; NaN stands for no rating.
    """
    distance = generator.uniform(0, 20, rows)
    rating = generator.uniform(2, 5, rows)
    new = generator.random(rows) < 0.25
    price = 150 - 4 * distance + 20 * (rating - 3.5) - cheaper * new
    price += 5 * generator.normal(size=rows)
    return np.column_stack([distance, np.where(new, np.nan, rating)]), price


def filled(x, mean, std, fill):
    """Return rows without gaps, in standard units, by one of `FILLS`.

    Args:
        x: rows (n, 2), NaN where the rating is missing.
        mean, std: of the training values that are there, (2,).
        fill: one of `FILLS`; with a flag there are three columns.
    """
    gap = np.isnan(x)
    if fill == FILLS[0]:
        return (np.where(gap, 0.0, x) - mean) / std
    z = np.where(gap, 0.0, (x - mean) / std)
    return np.column_stack([z, gap[:, 1]]) if fill == FILLS[2] else z


@cache
def gap_results(fill, cheaper):
    """Fit a linear neuron to 200 hotels; judge it on 1000 others.

    Returns:
        its weights, the bias first; predictions, prices, and which hotels are new.
    """
    generator = np.random.default_rng(1)
    x, y = new_hotels(200, cheaper, generator)
    x_test, y_test = new_hotels(1000, cheaper, generator)
    mean, std = np.nanmean(x, axis=0), np.nanstd(x, axis=0)
    weights = least_squares(filled(x, mean, std, fill), y)
    said = with_ones(filled(x_test, mean, std, fill)) @ weights
    return weights, said, y_test, np.isnan(x_test[:, 1])


def gap_errors(fill, cheaper):
    """Return the test error of all hotels, of the rated and of the new, dollars²."""
    _, said, y, new = gap_results(fill, cheaper)
    square = (said - y) ** 2
    return square.mean(), square[~new].mean(), square[new].mean()


def draw_gaps(fill, cheaper):
    """Draw what a linear neuron says of new and of rated hotels."""
    _, said, y, new = gap_results(fill, cheaper)
    _, ax = figure(height=3.1)
    ax.plot([0, 200], [0, 200], ":", color=color.truth, lw=1.4)
    some = np.arange(len(y)) < 160
    ax.plot(y[some & ~new], said[some & ~new], "o", color=color.data, ms=3, alpha=0.7)
    ax.plot(y[some & new], said[some & new], "s", mfc="none", mec=color.model, ms=6)
    ax.set(xlabel="price ($)", ylabel="prediction ($)", xlim=(0, 200), ylim=(0, 200))
    every, rated, unrated = gap_errors(fill, cheaper)
    return (
        f"New hotels {cheaper} dollars cheaper, gaps filled by {fill}: test error "
        f"{every:.0f} dollars², {rated:.0f} on rated hotels and {unrated:.0f} on new "
        "ones."
    )


# -- features --------------------------------------------------------------------------

FEATURES = {
    "rating, d": (1,),
    "rating, d, d²": (1, 2),
    "rating, d, d², d³": (1, 2, 3),
    "rating, d to d⁶": (1, 2, 3, 4, 5, 6),
}
"""Which powers of the distance a linear neuron is given, beside the rating."""
HOTELS = (8, 12, 24)
ORDER = np.random.default_rng(0).permutation(24)
"""The table is sorted by distance; the first few are drawn by lot."""


def with_ones(x):
    """Return rows with a first column of ones, for the bias."""
    return np.column_stack([np.ones(len(x)), x])


def least_squares(x, y):
    """Return the weights of the linear neuron of the least error, the bias first."""
    return np.linalg.lstsq(with_ones(x), y, rcond=None)[0]


def columns(rows, powers):
    """Return powers of the distance and the rating, (rows, features)."""
    distance = rows[:, :1] / 10  # tens of miles, so that powers stay small
    return np.hstack([*(distance**p for p in powers), rows[:, 1:]])


@cache
def powered(features, hotels):
    """Return weights of the best linear neuron, and its training and test error."""
    powers = FEATURES[features]
    x, y = columns(ROWS[ORDER[:hotels]], powers), PRICES[ORDER[:hotels]]
    weights = least_squares(x, y)
    pairs = (x, y), (columns(ROWS_TEST, powers), PRICES_TEST)
    errors = [np.mean((with_ones(a) @ weights - b) ** 2) for a, b in pairs]
    return weights, *errors


def draw_powers(features, hotels):
    """Draw the price by distance that a linear neuron says, at the mean rating."""
    weights, seen, fresh = powered(features, hotels)
    grid = np.column_stack([np.linspace(0, 20, 101), np.full(101, ROWS[:, 1].mean())])
    _, ax = figure(height=2.9)
    ax.plot(
        ROWS[ORDER[:hotels], 0], PRICES[ORDER[:hotels]], "o", color=color.data, ms=5
    )
    ax.plot(ROWS_TEST[:, 0], PRICES_TEST, "s", mfc="none", mec=color.data, ms=6)
    said = with_ones(columns(grid, FEATURES[features])) @ weights
    ax.plot(grid[:, 0], said, "-", color=color.model)
    ax.set(xlabel="distance d (miles)", ylabel="price ($)", xlim=(-0.5, 20.5))
    ax.set(ylim=(40, 230))
    return (
        f"A linear neuron with {features}, fitted to {hotels} hotels: "
        f"{len(weights)} parameters, training error {seen:.1f} dollars², test error "
        f"{fresh:.1f}."
    )


# -- thought or data -------------------------------------------------------------------

SIZES = (8, 16, 32, 64, 128)
RUNS, UNITS, NOISE = 20, 8, 8.0


def resorts(rows, generator):
    """Return made-up hotels (rows, 2) whose prices (rows, 1) bend as the real ones."""
    distance = generator.uniform(0, 20, rows)
    rating = generator.uniform(2, 5, rows)
    price = 190 - 17 * distance + 0.8 * distance**2 + 12 * (rating - 3.5)
    price += NOISE * generator.normal(size=rows)
    return np.column_stack([distance, rating]), price[:, None]


@cache
def thought_or_data(rows):
    """Return median test errors of a linear neuron with d² and of networks 2-8-1.

    Each of `RUNS` runs has its own training hotels and its own start.
    """
    generator = np.random.default_rng(2)
    sets = [resorts(rows, generator) for _ in range(RUNS)]
    x_test, y_test = resorts(1000, generator)
    neuron = [
        np.mean((with_ones(columns(x_test, (1, 2))) @ w - y_test) ** 2)
        for w in (least_squares(columns(x, (1, 2)), y) for x, y in sets)
    ]
    x, y = (np.array(part) for part in zip(*sets, strict=True))
    (x, x_mean, x_std), (y, y_mean, y_std) = standard(x), standard(y)
    weights = chapter09.starts(units=UNITS)
    chapter09.fit_many(x, y, weights, epochs=2000)
    said = chapter09.say_many((x_test - x_mean) / x_std, weights) * y_std + y_mean
    network = ((said - y_test) ** 2).mean(axis=(1, 2))
    return float(np.median(neuron)), float(np.median(network))


def standard(parts):
    """Return sets (runs, rows, columns) in standard units, their means and spreads."""
    mean, std = parts.mean(axis=1, keepdims=True), parts.std(axis=1, keepdims=True)
    return (parts - mean) / std, mean, std


def show_thought_or_data():
    """Show the test errors of both against the number of training hotels."""
    neuron, network = zip(*(thought_or_data(rows) for rows in SIZES), strict=True)
    fig, ax = figure(height=2.8)
    ax.plot(SIZES, network, "--s", color=color.data, ms=5)
    ax.plot(SIZES, neuron, "-o", color=color.model, ms=5)
    ax.axhline(NOISE**2, color=color.truth, ls=":", lw=1.3)
    ax.text(130, NOISE**2 - 22, "noise alone", ha="right", va="top")
    ax.text(18, network[1] + 15, "network 2-8-1", color=color.data)
    ax.text(8, 8, "neuron with d²", color=color.model, va="bottom")
    ax.set(xscale="log", xlabel="training hotels", ylabel="test MSE (dollars²)")
    ax.set(xticks=SIZES, ylim=(0, 470))
    ax.set_xticklabels([str(size) for size in SIZES])
    ax.minorticks_off()
    show(
        fig,
        caption="A good feature helps the most where rows are few. Line, discs: a "
        "linear neuron with distance, distance² and rating; dashed, squares: networks "
        "with distance and rating. Medians of 20 runs.",
        alt=f"With 8 training hotels the neuron has the test error {neuron[0]:.0f} and "
        f"the network of {network[0]:.0f} dollars²; with {SIZES[-1]} hotels they have "
        f"{neuron[-1]:.0f} and {network[-1]:.0f}. The noise alone costs "
        f"{NOISE**2:.0f}.",
    )
