"""Page 10.7's pages: digits of a few kinds, at any place and size, among strokes.

Every page knows where its digits are, as boxes, and what each of its pixels belongs to.
"""

from dataclasses import dataclass

import numpy as np

from dlcore.datasets import digits

SIDE = 24
"""Of a page, in pixels."""
KINDS = (0, 3, 4)
"""The digits that are looked for."""
SIZES = (8, 12)
"""Smallest and largest side of a digit; the pictures have 8."""
STROKES = 3
INKED = 0.15
"""A pixel with more ink than this belongs to what drew it."""
PAPER, STROKE, FIRST = 0, 1, 2
"""Classes of pixels; those of the digits follow, in the order of `KINDS`."""
PARTS = ("paper", "stroke", *(f"digit {kind}" for kind in KINDS))


@dataclass
class Scenes:
    """Pages, and the truth about them.

    Args:
        pages: ink from 0 to 1, (rows, SIDE, SIDE, 1).
        boxes: for each page an array (digits, 4) of top, left, bottom, right.
        kinds: for each page an array (digits,) of places in `KINDS`.
        parts: class of each pixel, (rows, SIDE, SIDE).
    """

    pages: np.ndarray
    boxes: list
    kinds: list
    parts: np.ndarray

    def __len__(self):
        return len(self.pages)


def pictures(test=False):
    """Return digits of `KINDS`: ink from 0 to 1, (rows, 8, 8), and their kinds."""
    x, y = digits.load_data()[test]
    known = np.isin(y, KINDS)
    return x[known] / 16, np.searchsorted(KINDS, y[known])


def scenes(count, seed, most=3, test=False):
    """Return pages drawn by chance, each with one to `most` digits and some strokes.

    Args:
        count: number of pages.
        seed: of the generator of all draws.
        most: largest number of digits on a page; boxes do not overlap.
        test: whether the digits are those kept for testing.
    """
    rng, source = np.random.default_rng(seed), pictures(test)
    made = [page(rng, source, 1 + rng.integers(most)) for _ in range(count)]
    pages, boxes, kinds, parts = zip(*made, strict=True)
    return Scenes(np.stack(pages)[..., None], list(boxes), list(kinds), np.stack(parts))


def page(rng, source, digits_wanted):
    """Return one page: its ink, boxes, kinds, and the class of each pixel."""
    ink = np.zeros((SIDE, SIDE))
    for _ in range(STROKES):
        draw_stroke(ink, rng)
    ink = np.round(16 * ink) / 16  # as the digits: no shade gives the strokes away
    parts = np.where(ink > INKED, STROKE, PAPER)
    boxes, kinds = [], []
    while len(boxes) < digits_wanted:
        picture, kind = one_digit(rng, source)
        tall, wide = picture.shape
        top, left = rng.integers(0, SIDE + 1 - np.array(picture.shape))
        box = (top, left, top + tall, left + wide)
        if any(touch(box, other) for other in boxes):
            continue
        at = (slice(top, top + tall), slice(left, left + wide))
        ink[at] = np.maximum(ink[at], picture)
        parts[at][picture > INKED] = FIRST + kind
        boxes.append(box)
        kinds.append(kind)
    return ink, np.array(boxes), np.array(kinds), parts


def one_digit(rng, source):
    """Return a digit drawn by chance, enlarged and cut to its ink, and its kind."""
    x, y = source
    number, size = rng.integers(len(x)), rng.integers(SIZES[0], SIZES[1] + 1)
    lines = np.arange(size) * 8 // size
    large = x[number][np.ix_(lines, lines)]
    rows, columns = np.nonzero(large > INKED)
    cut = large[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return cut, y[number]


def touch(a, b):
    """Tell whether two boxes share a pixel."""
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def draw_stroke(ink, rng):
    """Draw a bent stroke of 5 to 11 pixels at a random place into a page.

    Every half pixel on its way a drop is shared among the four pixels around it.
    """
    start, length = rng.uniform(0, SIDE, 2), rng.integers(5, 12)
    angles = rng.uniform(0, 2 * np.pi) + rng.normal(0, 0.6) * np.linspace(
        0, 1, 2 * length
    )
    way = start + 0.5 * np.cumsum([np.sin(angles), np.cos(angles)], axis=1).T
    around = np.array([(0, 0), (0, 1), (1, 0), (1, 1)])
    pixels = np.floor(way).astype(int)[:, None] + around
    amounts = np.minimum(1, 1.3 * (1 - np.abs(way[:, None] - pixels)).prod(axis=2))
    inside = ((pixels >= 0) & (pixels < SIDE)).all(axis=2)
    np.maximum.at(ink, tuple(pixels[inside].T), amounts[inside])
