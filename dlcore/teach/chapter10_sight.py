"""Trainings of page 10.1: who notices that neighbors were torn apart, learned filters.

Two networks read the small digits: a dense one, and one with filters. Both are
trained on the pictures as they are, and on pictures whose pixels were scrambled, all
in the same way.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import digits
from dlcore.layers import Conv2D, Dense, Flatten, MaxPooling2D
from dlcore.optimizers import Adam
from dlcore.teach.chapter10_grids import grays, sheet, signed, title
from dlcore.teach.figures import color, show
from dlcore.utils import set_random_seed

(PICTURES, Y), (PICTURES_TEST, Y_TEST) = digits.load_data()

ORDER = np.random.default_rng(1).permutation(64)
"""Where each pixel of a scrambled picture comes from."""

PIXELS = ("in place", "scrambled")
KINDS = ("dense", "filters")
SHIFTS = (-1, 0, 1)
SEEDS = (0, 1, 2)
EPOCHS = 12
FILTERS = 16


def network(kind, seed=0):
    """Return an untrained network for the small digits, compiled.

    Args:
        kind: one of `KINDS`.
        seed: of the start.
    """
    set_random_seed(seed)
    first = [Flatten(), Dense(64, activation="relu")]
    if kind == "filters":
        first = [Conv2D(FILTERS, 3, activation="relu"), MaxPooling2D(2), Flatten()]
    layers = [Input(shape=(8, 8, 1)), *first, Dense(10, activation="softmax")]
    model = Sequential(layers)
    model.compile(Adam(0.01), loss="sparse_categorical_crossentropy")
    return model


def scrambled(pictures):
    """Return pictures with their pixels torn apart, all in the same way."""
    return pictures.reshape(-1, 64)[:, ORDER].reshape(-1, 8, 8)


def shifted(pictures, columns):
    """Return pictures moved to the right (or left, if negative) over white paper."""
    moved = np.zeros_like(pictures)
    if columns > 0:
        moved[:, :, columns:] = pictures[:, :, :-columns]
    elif columns < 0:
        moved[:, :, :columns] = pictures[:, :, -columns:]
    return moved if columns else pictures


def prepared(pictures, pixels, columns=0):
    """Return pictures as inputs (rows, 8, 8, 1): shifted first, then scrambled."""
    moved = shifted(pictures, columns)
    moved = scrambled(moved) if pixels == "scrambled" else moved
    return (moved / 16).astype("float32")[..., None]


@cache
def trained(kind, pixels, seed=0):
    """Return a network trained on the 1500 pictures, scrambled or not."""
    model = network(kind, seed)
    model.fit(prepared(PICTURES, pixels), Y, batch_size=100, epochs=EPOCHS, verbose=0)
    return model


@cache
def right(kind, pixels, columns=0):
    """Return how many of 297 test pictures are read rightly, the median of 3 starts."""
    x = prepared(PICTURES_TEST, pixels, columns)
    counts = [
        (trained(kind, pixels, seed).predict(x, verbose=0).argmax(axis=1) == Y_TEST)
        for seed in SEEDS
    ]
    return int(np.median([count.sum() for count in counts]))


SHOWN = (0, 2, 4)
"""Rows of the test pictures that the figure shows."""


def draw_sight(pixels, shift):
    """Draw three test pictures as the networks get them, and how many they read."""
    ax = sheet(13.2)
    pictures = prepared(PICTURES_TEST[list(SHOWN)], pixels, shift)[..., 0]
    for k, picture in enumerate(pictures):
        grays(ax, 16 * picture, (7.1 * k, 0), 0.72)
    for row, kind in enumerate(KINDS):
        count = right(kind, pixels, shift)
        y = 8.5 + 2.3 * row
        name = {"dense": "dense network", "filters": "with filters"}[kind]
        ax.text(7.3, y, name, ha="right", va="center")
        ink = color.model if kind == "filters" else color.data
        ax.barh(y, 9.5 * count / 297, left=7.7, height=1.3, color=ink)
        ax.text(17.6, y, f"{count}", va="center")
    ax.plot([17.2, 17.2], [7.4, 12.2], ":", color=color.muted, lw=1)
    ax.text(17.2, 12.8, "of 297", ha="center", va="center", color=color.muted)
    ax.set(xlim=(-0.2, 20.2), ylim=(13.4, -0.2))
    moved = {-1: "one to the left", 0: "not shifted", 1: "one to the right"}[shift]
    dense, filters = (right(kind, pixels, shift) for kind in KINDS)
    return (
        f"Pixels {pixels}, test pictures {moved}. Of 297 the dense network reads "
        f"{dense} correctly, the network with filters {filters}."
    )


def neighbor_correlation(distance, axis):
    """Return how pixels at a distance vary together, over all training pictures.

    Args:
        distance: in pixels.
        axis: 1 for pixels below each other, 2 for pixels beside each other.

    Returns:
        the correlation of their differences from the mean picture.
    """
    special = PICTURES - PICTURES.mean(axis=0)
    one = special.take(range(8 - distance), axis).ravel()
    other = special.take(range(distance, 8), axis).ravel()
    return float(np.corrcoef(one, other)[0, 1])


# -- filters that were learned ---------------------------------------------------------


def kernels(model):
    """Return the filters of the first layer, (filters, 3, 3)."""
    return np.moveaxis(model.layers[0].get_weights()[0][:, :, 0, :], -1, 0)


def show_learned():
    """Show the filters of one network before and after training."""
    before, after = kernels(network("filters")), kernels(trained("filters", "in place"))
    largest = max(np.abs(before).max(), np.abs(after).max())
    ax = sheet(12.7)
    for top, head, found in ((0, "at the start", before), (6.7, "learned", after)):
        title(ax, 10, top + 0.4, head)
        for k, kernel in enumerate(found):
            corner = (2.55 * (k % 8), top + 1.2 + 2.5 * (k // 8))
            signed(ax, kernel, corner, 0.7, largest)
    sums = np.abs(after.sum(axis=(1, 2)))
    show(
        ax.figure,
        caption="Nobody told the network which filters to use. Filled: positive "
        "weights; hollow: negative ones; the larger, the stronger. At the start they "
        "are random, after training most have strong weights of both signs.",
        alt=f"Two blocks of {FILTERS} filters of 3 by 3 weights. Those at the start "
        f"have a largest size of {np.abs(before).max():.2f}; the learned ones of "
        f"{np.abs(after).max():.2f}, many with positive weights on one side and "
        f"negative on the other; their sums lie between {sums.min():.2f} and "
        f"{sums.max():.2f} in size.",
    )


def turned(model):
    """Return a copy of a network whose filters are all turned by half a turn."""
    copy = network("filters")
    weights = [np.array(w) for w in model.get_weights()]
    weights[0] = weights[0][::-1, ::-1]
    copy.set_weights(weights)
    return copy


def reads(model):
    """Return how many of the 297 test pictures in place this network reads rightly."""
    x = prepared(PICTURES_TEST, "in place")
    return int((model.predict(x, verbose=0).argmax(axis=1) == Y_TEST).sum())
