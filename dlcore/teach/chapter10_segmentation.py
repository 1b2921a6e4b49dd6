"""Page 10.7's pixels: how well classes of pixels agree, and what a window shows."""

from functools import cache

import numpy as np

from dlcore.teach import chapter10_scenes as world

WINDOWS = (1, 3, 5, 7, 9, 13)
"""Sides of the windows through which a pixel's surroundings are seen."""
KNOWN, ASKED = 4000, 600
"""Inked pixels that are known, and that are asked for."""


def part_overlaps(said, true):
    """Return intersection over union of each class of pixels, (classes,).

    Args:
        said, true: class of each pixel, arrays of one shape.
    """
    found = []
    for part in range(len(world.PARTS)):
        a, b = said == part, true == part
        found.append((a & b).sum() / max((a | b).sum(), 1))
    return np.array(found)


def at_edges(parts):
    """Return which pixels have a neighbor above, below or beside of another class."""
    wide = np.pad(parts, ((0, 0), (1, 1), (1, 1)), mode="edge")
    middle = wide[:, 1:-1, 1:-1]
    near = (
        wide[:, :-2, 1:-1],
        wide[:, 2:, 1:-1],
        wide[:, 1:-1, :-2],
        wide[:, 1:-1, 2:],
    )
    return np.any([other != middle for other in near], axis=0)


def wrong_shares(said, true):
    """Return the share of wrong pixels at edges, and that of all others."""
    wrong, edge = said != true, at_edges(true)
    return wrong[edge].mean(), wrong[~edge].mean()


def watched(model, training, test, stops, **options):
    """Train, and after each of the stops keep what the model says of the test pages.

    Args:
        model: compiled, with a class for each pixel.
        training, test: scenes.
        stops: numbers of epochs, rising.
        **options: of `fit`.

    Returns:
        dict of epochs to classes of pixels, (rows, SIDE, SIDE).
    """
    kept, done = {}, 0
    for stop in stops:
        if stop > done:
            model.fit(
                training.pages, training.parts, initial_epoch=done, epochs=stop,
                verbose=0, **options,
            )  # fmt: skip
        kept[stop] = model.predict(test.pages, verbose=0).argmax(axis=-1)
        done = stop
    return kept


# -- what a window shows ---------------------------------------------------------------


def windows(scenes, side):
    """Return the window of this side around every inked pixel, and its class.

    Returns:
        windows (pixels, side * side), classes (pixels,).
    """
    ink = scenes.pages[..., 0]
    half = side // 2
    wide = np.pad(ink, ((0, 0), (half, half), (half, half)))
    views = np.lib.stride_tricks.sliding_window_view(wide, (side, side), axis=(1, 2))
    inked = scenes.parts != world.PAPER
    return views[inked].reshape(-1, side * side), scenes.parts[inked]


@cache
def known_scenes():
    """Return the pages whose windows are known, and those that are asked for."""
    return world.scenes(120, 10), world.scenes(40, 11, test=True)


def some_windows(scenes, side, count, seed):
    """Return a number of windows drawn by a seed, the same pixels for every side."""
    seen, parts = windows(scenes, side)
    chosen = np.random.default_rng(seed).permutation(len(seen))[:count]
    return seen[chosen], parts[chosen]


@cache
def by_nearest(side):
    """Return how many of the pixels that are asked for get their right class.

    The class is that of the known window that is most alike.
    """
    known, asked = known_scenes()
    seen, parts = some_windows(known, side, KNOWN, 0)
    new, true = some_windows(asked, side, ASKED, 1)
    return float((parts[nearest(new, seen)] == true).mean())


def nearest(new, seen):
    """Return for each new window the place of the most alike of those seen."""
    distances = (seen**2).sum(axis=1) - 2 * new @ seen.T  # but for a common number
    return distances.round(9).argmin(axis=1)
