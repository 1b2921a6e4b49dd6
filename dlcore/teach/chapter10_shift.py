"""Numbers and drawings of page 10.2: what a shift does to maps, and to pooled maps."""

from functools import cache

import numpy as np

from dlcore import ops
from dlcore.datasets import digits
from dlcore.teach.chapter10_grids import grays, sheet, signed, title
from dlcore.teach.chapter10_sharing import apply_filter
from dlcore.teach.chapter10_windows import FILTERS

SIDE = 10
FILTER = FILTERS["slanting stroke"]

LAYERS = {
    "wrap-around": {"border": "wrap-around"},
    "border of zeros": {"border": "zeros"},
    "wrap-around, stride 2": {"border": "wrap-around", "stride": 2},
}
SHIFTS = tuple(range(7))


def hook():
    """Return a picture of 10 by 10 with a small hook, away from the borders."""
    picture = np.zeros((SIDE, SIDE))
    picture[3:7, 2] = picture[6, 2:5] = 16
    picture[3, 3] = picture[5, 4] = 8
    return picture


def shift(arrays, columns):
    """Move arrays (..., rows, columns) to the right; what leaves comes in at the left.

    Args:
        arrays: pictures or maps.
        columns: how far.
    """
    return np.roll(arrays, columns, axis=-1)


def both_ways(layer, columns):
    """Return the map of the shifted picture, and the shifted map.

    With stride 2 the map is shifted by half as many columns, rounded down.

    Args:
        layer: a key of `LAYERS`.
        columns: of the shift.
    """
    settings = LAYERS[layer]
    first = apply_filter(shift(hook(), columns)[None], FILTER, **settings)[0]
    steps = columns // settings.get("stride", 1)
    second = shift(apply_filter(hook()[None], FILTER, **settings)[0], steps)
    return first, second


def difference(layer, columns):
    """Return the largest difference of the two, as a share of the largest entry."""
    first, second = both_ways(layer, columns)
    return float(np.abs(first - second).max() / np.abs(second).max())


def draw_shift(layer, columns):
    """Draw the shifted picture, its map, and the shifted map of the picture."""
    first, second = both_ways(layer, columns)
    ax = sheet(18.8)
    cell = 0.78
    title(ax, 3.9, 0.5, "picture, shifted")
    grays(ax, shift(hook(), columns), (0, 1.2), cell)
    largest = max(np.abs(first).max(), np.abs(second).max())
    side = 7.8 / len(first)
    for left, top, head, values in (
        (12, 0.5, "its map", first),
        (0, 10.0, "map, shifted", second),
        (12, 10.0, "difference", first - second),
    ):
        title(ax, left + 3.9, top, head)
        signed(ax, values, (left, top + 0.8), side, largest)
    gap = difference(layer, columns)
    said = "The two maps are equal." if gap == 0 else "They differ"
    if gap:
        said += f", by up to {gap:.2f} of the largest entry."
    return f"{layer.capitalize()}, shift by {columns}. {said}"


# -- pooling ---------------------------------------------------------------------------

POOLS = ("no pooling", "2 × 2", "4 × 4", "global")
FRAME = 12  # the digits stand in the middle of so many pixels
_, (PICTURES, Y) = digits.load_data()


def framed(pictures):
    """Return digits in the middle of 12 by 12 pixels."""
    return np.pad(pictures.astype(float), ((0, 0), (2, 2), (2, 2)))


def edge_maps(pictures):
    """Return maps of the vertical edge filter after ReLU, as large as the pictures."""
    return np.maximum(apply_filter(pictures, FILTERS["vertical edge"]), 0)


def pool(maps, kind):
    """Return maps pooled by their largest entries.

    Args:
        maps: (rows, height, width).
        kind: one of `POOLS`.
    """
    if kind == "no pooling":
        return maps
    if kind == "global":
        return maps.max(axis=(1, 2), keepdims=True)
    size = (int(kind[0]),) * 2
    return ops.max_pool(maps[..., None], size).data[..., 0]


@cache
def change(kind, columns):
    """Return how much pooled maps of all test digits change by a shift.

    Args:
        kind: one of `POOLS`.
        columns: of the shift.

    Returns:
        sum of the absolute differences, divided by the sum of the entries before.
    """
    before, after = (
        pool(edge_maps(shift(framed(PICTURES), s)), kind) for s in (0, columns)
    )
    return float(np.abs(after - before).sum() / before.sum())


@cache
def same_entries(kind, columns=1):
    """Return the share of entries that are exactly the same after a shift."""
    before, after = (
        pool(edge_maps(shift(framed(PICTURES), s)), kind) for s in (0, columns)
    )
    return float((before == after).mean())


@cache
def sparse_example(density=0.1):
    """Return shares of entries unchanged by a shift of one: of maps, of pooled maps.

    The maps are random; each entry is not 0 with this probability.
    """
    rng = np.random.default_rng(0)
    shape = (400, 24, 24)
    maps = (rng.random(shape) < density) * rng.random(shape)
    pairs = ((pool(maps, k), pool(shift(maps, 1), k)) for k in POOLS[:2])
    return tuple(float((before == after).mean()) for before, after in pairs)


def draw_pool(kind, columns):
    """Draw a digit, shifted, and its pooled map before and after."""
    pictures = framed(PICTURES[[8]])
    moved = shift(pictures, columns)
    before, after = (pool(edge_maps(x), kind)[0] for x in (pictures, moved))
    ax = sheet(18.8)
    title(ax, 3.9, 0.5, f"shifted by {columns}")
    grays(ax, moved[0], (0, 1.3), 7.8 / FRAME)
    largest = edge_maps(pictures).max()
    for left, top, head, values in (
        (0, 10.0, "output before", before),
        (12, 10.0, "output after", after),
        (12, 0.5, "difference", after - before),
    ):
        title(ax, left + 3.9, top, head)
        signed(ax, values, (left, top + 0.8), 7.8 / len(values), largest)
    share = 100 * np.abs(after - before).sum() / before.sum()
    changes = f"the {before.size} outputs change by {share:.0f} % of their sum"
    if before.size == 1:
        changes = f"the one output changes by {share:.0f} %"
    return (
        f"{kind.capitalize()}, shift by {columns}: {changes}. Over all test digits it "
        f"is {100 * change(kind, columns):.0f} %."
    )
