"""Numbers and drawings of page 10.1: windows, filters and their maps.

Pictures are the 8 by 8 digits that ship with the library, 0 (white) to 16 (ink).
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, ops
from dlcore.datasets import digits
from dlcore.layers import Conv2D
from dlcore.teach.chapter10_grids import (
    frame,
    grays,
    minus,
    numbers,
    sheet,
    signed,
    title,
)
from dlcore.teach.figures import color, figure, show

(PICTURES, Y), _ = digits.load_data()

PICTURE = PICTURES[20].astype(int)
"""The zero that the window is dragged over."""

FILTERS = {
    "vertical edge": np.array([[-1, 0, 1]] * 3),
    "horizontal edge": np.array([[-1, 0, 1]] * 3).T,
    "slanting stroke": np.array([[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]),
    "spot": np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    "all ones": np.ones((3, 3), dtype=int),
}
"""Filters made by hand; all but the last sum to 0."""

SCANNED = ("vertical edge", "horizontal edge", "slanting stroke", "all ones")
"""Filters of the window that can be dragged."""


def correlate(picture, kernel):
    """Return the sums of products at all places of the window, by the library."""
    x = np.asarray(picture, dtype=float)[None, :, :, None]
    W = np.asarray(kernel, dtype=float)[:, :, None, None]
    return ops.conv(x, W).data[0, :, :, 0]


def convolve_by_definition(f, g):
    """Return (f * g)[r, c] = sum of f[i, j] g[r - i, c - j] wherever it is not empty.

    Args:
        f, g: arrays of any size; outside of them everything is 0.

    Returns:
        array (rows of f + rows of g - 1, the same for columns).
    """
    f, g = np.asarray(f, dtype=float), np.asarray(g, dtype=float)
    total = np.zeros(np.add(f.shape, g.shape) - 1)
    for r, c in np.ndindex(total.shape):
        for i, j in np.ndindex(f.shape):
            if 0 <= r - i < g.shape[0] and 0 <= c - j < g.shape[1]:
                total[r, c] += f[i, j] * g[r - i, c - j]
    return total


# -- the window ------------------------------------------------------------------------


def draw_window(filter, row, column):
    """Draw the picture with the window, the nine products, and the map so far."""
    kernel = FILTERS[filter]
    sums = correlate(PICTURE, kernel)
    patch = PICTURE[row : row + 3, column : column + 3]
    value = (patch * kernel).sum()
    ax = sheet(19.0)
    _draw_picture(ax, row, column)
    title(ax, 16, 0.5, "map, so far")
    seen = np.arange(36).reshape(6, 6) <= 6 * row + column
    signed(ax, np.where(seen, sums, 0), (12, 1.2), 8 / 6, np.abs(sums).max())
    frame(ax, (12 + column * 8 / 6, 1.2 + row * 8 / 6), 8 / 6, 8 / 6, color.truth)
    _draw_products(ax, patch, kernel)
    title(ax, 20, 18.1, f"sum of the nine products: {minus(value)}", ha="right")
    return (
        f"Filter “{filter}”, window at row {row}, column {column}: the nine products "
        f"add up to {minus(value)}. Of the whole map the largest entry is "
        f"{minus(sums.max())}, the smallest {minus(sums.min())}."
    )


def _draw_picture(ax, row, column):
    """Draw the picture with the window."""
    title(ax, 4, 0.5, "picture g")
    grays(ax, PICTURE, (0, 1.2), 1)
    frame(ax, (column, row + 1.2), 3, 3, color.model, 2.2)


def _draw_products(ax, patch, kernel):
    """Draw the window times the filter, number by number, and what that gives."""
    parts = (("window", patch), ("filter f", kernel), ("products", patch * kernel))
    for k, (head, values) in enumerate(parts):
        left = k * 7.15
        title(ax, left + 2.85, 10.4, head)
        numbers(ax, values, (left, 11.1), 1.9, zeros=False)
    ax.text(6.42, 13.95, "×", ha="center", va="center")
    ax.text(13.58, 13.95, "=", ha="center", va="center")


def extremes(filter):
    """Return the place and value of the largest and smallest entry of the map."""
    sums = correlate(PICTURE, FILTERS[filter])
    places = [np.unravel_index(k, sums.shape) for k in (sums.argmax(), sums.argmin())]
    return [(int(r), int(c), float(sums[r, c])) for r, c in places]


# -- a drip, turned round --------------------------------------------------------------

HOURS = 2.0  # how long the drip runs
TIMES = [k / 2 for k in range(-2, 11)]
WAYS = ("convolution", "cross-correlation")


def left_over(t, way="convolution"):
    """Return the integral of f(τ) g(t - τ), or of f(τ) g(t + τ), for a drip.

    f(τ) = exp(-τ) for τ >= 0 is what is left of a drop after τ hours; g is 1 for
    0 <= t <= 2 and otherwise 0.

    Args:
        t: times, a number or an array.
        way: "convolution" or "cross-correlation".
    """
    near, far = (t - HOURS, t) if way == "convolution" else (-t, HOURS - t)
    return np.exp(-np.maximum(near, 0)) - np.exp(-np.maximum(far, 0))


def draw_drip(way, t):
    """Draw f and the drip as seen from hour t, their product, and the integral."""
    _, (upper, lower) = figure(height=1.75, rows=2)
    _draw_both(upper, way, t)
    grid = np.linspace(-1.1, 5.1, 249)
    lower.plot(grid, left_over(grid, way), "-", color=color.gradient)
    area = float(left_over(t, way))
    lower.plot([t], [area], "o", color=color.truth, ms=8)
    lower.set(xlim=(-1.2, 5.2), ylim=(-0.04, 1), yticks=[0, 0.5, 1])
    lower.set(xlabel="time t in hours", xticks=range(-1, 6))
    lower.set_title(way, color=color.ink)
    return (
        f"{way.capitalize()}, t = {minus(t)} hours: the shaded area is {area:.2f}, and "
        "that is the dot below. The drip runs from hour 0 to hour 2."
    )


def _draw_both(ax, way, t):
    """Draw f and the drip as seen from hour t, and the area under their product."""
    age = np.linspace(0, 6, 241)
    drip = t - age if way == "convolution" else t + age
    on = ((drip >= 0) & (drip <= HOURS)).astype(float)
    # one shape for each function, so that the edges of the drip are upright
    ax.plot(age, np.exp(-age), "-", color=color.model)
    ax.step(age, on, "--", color=color.data, where="mid", lw=1.6)
    ax.fill_between(age, 0, on * np.exp(-age), color=color.gradient, alpha=0.35, lw=0)
    sign = "−" if way == "convolution" else "+"
    # above the drip, which passes below them
    ax.text(6.0, 1.38, f"dashed: g(t {sign} τ)", ha="right", color=color.data)
    ax.text(6.0, 1.1, "line: f(τ)", ha="right", color=color.model)
    ax.set(xlim=(0, 6.05), ylim=(0, 1.6), yticks=[0, 1], xlabel="age τ in hours")


# -- a dot under a filter --------------------------------------------------------------

KERNELS = {
    "1 to 9": np.arange(1, 10).reshape(3, 3),
    "vertical edge": FILTERS["vertical edge"],
    "hill": np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]),
}
DOTS = {
    "one dot": np.pad([[1]], 2),
    "two dots": np.pad([[1, 0, 0], [0, 0, 0], [0, 0, 1]], 1),
    "a stroke": np.pad([[1], [1], [1]], ((1, 1), (2, 2))),
}


def stamped(picture, kernel, way):
    """Return the 5 by 5 result of a filter on a picture with a border of zeros.

    Args:
        picture: a key of `DOTS`.
        kernel: a key of `KERNELS`.
        way: one of `WAYS`.
    """
    f, g = KERNELS[kernel], np.pad(DOTS[picture], 1)
    return correlate(g, f if way == "cross-correlation" else f[::-1, ::-1])


def draw_stamp(way, picture, kernel):
    """Draw a filter, a picture of dots and what the filter makes of it."""
    cell = 1.38
    ax = sheet(9.2)
    result = stamped(picture, kernel, way)
    parts = (
        ("filter f", KERNELS[kernel], 0.0, 1),
        ("picture g", DOTS[picture], 3 * cell + 1.0, 0),
        ("result", result, 8 * cell + 2.0, 0),
    )
    for head, values, left, down in parts:
        width = len(values) * cell
        title(ax, left + width / 2, 0.5 + down * cell, head)
        ink = color.model if head == "result" else color.ink
        numbers(ax, values, (left, 1.2 + down * cell), cell, ink, zeros=False)
    sign = "+" if way == "cross-correlation" else "−"
    title(ax, 10, 8.8, f"sum of f[i, j] g[r {sign} i, c {sign} j]")
    tail = _around_the_dot(result, KERNELS[kernel]) if picture == "one dot" else ""
    return f"{way.capitalize()} of the filter “{kernel}” with {picture}.{tail}"


def _around_the_dot(result, kernel):
    """Return a sentence about how the filter has come out."""
    kept = np.array_equal(result[1:4, 1:4], kernel)
    return f" Around the dot the filter {'is as it was' if kept else 'is turned'}."


# -- maps of ten digits ----------------------------------------------------------------

DIGITS = (20, 11, 51, 13, 64, 15, 16, 27, 18, 19)
"""Rows of one picture of each digit, 0 to 9."""
DETECTORS = ("vertical edge", "horizontal edge", "slanting stroke", "spot")


def draw_map(digit, filter):
    """Draw a digit, a filter, its map and the map after ReLU."""
    picture, kernel = PICTURES[DIGITS[digit]].astype(int), FILTERS[filter]
    found = correlate(picture, kernel)
    ax = sheet(19.4)
    title(ax, 4, 0.5, f"picture of {_a(digit)}")
    grays(ax, picture, (0, 1.2), 1)
    title(ax, 16, 0.5, "filter")
    numbers(ax, kernel, (13.15, 2.35), 1.9, zeros=False)
    parts = ((0, "map", found), (12, "after ReLU", np.maximum(found, 0)))
    for left, head, values in parts:
        title(ax, left + 4, 10.7, head)
        signed(ax, values, (left, 11.4), 8 / 6, np.abs(found).max())
    return (
        f"The filter “{filter}” on {_a(digit)}: {(found > 0).sum()} of 36 sums are "
        f"positive, {(found < 0).sum()} negative; the largest is "
        f"{minus(found.max())}, the smallest {minus(found.min())}."
    )


def _a(digit):
    return f"an {digit}" if digit == 8 else f"a {digit}"


# -- three facts about pictures -------------------------------------------------------


def show_facts():
    """Show that patterns are small, occur in several places and survive shrinking."""
    sums = correlate(PICTURE, FILTERS["vertical edge"])
    places = [(int(r), int(c)) for r, c in np.argwhere(sums >= 36)]
    ax = sheet(7.6)
    _draw_facts(ax, places)
    show(
        ax.figure,
        caption="Three facts about pictures. An edge fits into 3 by 3 pixels; the same "
        "edge occurs in several places; with a quarter of the pixels, the largest of "
        "each block of four, it is still a zero.",
        alt=f"The same coarse zero three times: with one frame of 3 by 3 pixels; with "
        f"{len(places)} frames where the vertical edge filter gives 36 or more, at "
        f"{'; '.join(f'row {r}, column {c}' for r, c in places)}; and reduced to 4 by "
        "4 pixels, still a ring.",
    )


def _draw_facts(ax, places):
    """Draw a zero with one edge framed, with all edges framed, and shrunk."""
    cell = 0.72
    for left, head in ((0, "small"), (7.1, "repeated"), (14.2, "coarse")):
        title(ax, left + 4 * cell, 0.5, head)
    for left, marked in ((0, places[:1]), (7.1, places)):
        grays(ax, PICTURE, (left, 1.4), cell)
        for row, column in marked:
            corner = (left + column * cell, 1.4 + row * cell)
            frame(ax, corner, 3 * cell, 3 * cell, color.model)
    small = PICTURE.reshape(4, 2, 4, 2).max(axis=(1, 3))
    grays(ax, small, (14.2, 1.4), 2 * cell)


# -- a pattern of patterns -------------------------------------------------------------


def shapes():
    """Return a picture of 12 by 18: two squares, and a bar that enters from above."""
    picture = np.zeros((12, 18))
    picture[2:6, 2:6] = picture[6:10, 11:16] = picture[0:5, 13:15] = 1
    return picture


def corner_network():
    """Return a model of two layers that finds upper left corners, made by hand.

    The first layer has the two edge filters with ReLU, the second adds their maps and
    subtracts 3, with ReLU again.
    """
    edges = Conv2D(2, 3, activation="relu", use_bias=False, name="edges")
    corner = Conv2D(1, 1, activation="relu", name="corner")
    model = Sequential([Input(shape=(12, 18, 1)), edges, corner], dtype="float64")
    pair = [FILTERS["vertical edge"], FILTERS["horizontal edge"]]
    edges.set_weights([np.stack(pair, axis=-1)[:, :, None, :]])
    corner.set_weights([np.ones((1, 1, 2, 1)), np.array([-3.0])])
    return model


@cache
def corner_maps():
    """Return the two edge maps (10, 16) and the map of corners (10, 16)."""
    model = corner_network()
    found = model(shapes()[None, :, :, None]).data[0, :, :, 0]
    edges = model.layers[0].output.data[0]
    return edges[:, :, 0], edges[:, :, 1], found


def show_corners():
    """Show the picture of shapes, two edge maps and the map of corners."""
    ax = sheet(15.6)
    _draw_corners(ax)
    found = np.argwhere(corner_maps()[2] > 0)
    places = "; ".join(f"row {r}, column {c}" for r, c in found)
    show(
        ax.figure,
        caption="Two filters find edges; a third, over their maps, finds where both "
        "meet: an upper left corner, wherever it lies. All made by hand. The bar that "
        "enters from above has no such corner. Squares: the larger, the stronger.",
        alt="A picture with a small and a large filled square and a bar from the upper "
        "edge; its map of vertical edges lights up at their left sides, its map of "
        f"horizontal edges at their upper sides. The map of corners is lit at {places} "
        "only.",
    )


def _draw_corners(ax):
    """Draw the picture of shapes and the three maps, each with its name."""
    title(ax, 4.5, 0.4, "picture")
    grays(ax, shapes(), (0, 1.1), 0.5, largest=1)
    names = ("vertical edge", "horizontal edge", "corner")
    corners = ((11, 0.4), (0.5, 8.6), (11, 8.6))
    for (left, top), head, values in zip(corners, names, corner_maps(), strict=True):
        title(ax, left + 4, top, head)
        signed(ax, values, (left, top + 1.2), 0.5)
