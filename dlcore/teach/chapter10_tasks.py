"""Page 10.6: what a picture may be asked for, and how well a box fits."""

from functools import cache

import numpy as np

from dlcore import interpret
from dlcore.teach import chapter10_inside as inside
from dlcore.teach.chapter10_grids import frame, grays, sheet, title
from dlcore.teach.chapter10_relevance import asked
from dlcore.teach.figures import color, show

STREET = (
    "....................",
    "..TTT.......P..TTT..",
    ".TTTTT......P.TTTTT.",
    ".TTTTT......P.TTTTT.",
    "..TTT.......P..TTT..",
    "...T..CCCC..P...T...",
    "...T.CCCCCC.P...T...",
    "...T.CCCCCC.P...T...",
    "....................",
)
"""A street with two trees, a pole and a car, a letter for each pixel."""
NAMES = {"T": "tree", "P": "pole", "C": "car"}
INK = {".": 0.0, "T": 6.0, "P": 16.0, "C": 11.0}
CAR = (5, 5, 8, 11)
"""Top, left, bottom and right edge of the car."""
BOXES = {
    "tree": [(1, 1, 8, 6), (1, 14, 8, 19)],
    "pole": [(1, 12, 8, 13)],
    "car": [CAR],
}
CLASSES = (*BOXES, "background")
DOWN, RIGHT = (0, 1, 2, 3), (-6, -3, -2, -1, 0, 1, 2, 3)


def overlap(a, b):
    """Return intersection over union of two boxes (top, left, bottom, right)."""
    height = min(a[2], b[2]) - max(a[0], b[0])
    width = min(a[3], b[3]) - max(a[1], b[1])
    both = max(height, 0) * max(width, 0)
    return both / (area(a) + area(b) - both)


def area(box):
    """Return the area of a box (top, left, bottom, right)."""
    return (box[2] - box[0]) * (box[3] - box[1])


def street():
    """Return the ink of the street, (9, 20), from 0 to 16."""
    return np.array([[INK[letter] for letter in line] for line in STREET])


def outline(ax, box, top, ink, **style):
    """Draw a box into a picture whose first row begins at `top`."""
    corner = (box[1], top + box[0])
    frame(ax, corner, box[3] - box[1], box[2] - box[0], ink, **style)


def show_tasks():
    """Show the same street as it is asked for by three tasks."""
    ax = sheet(34.3)
    title(ax, 0, 0.5, "classification: street", "left")
    grays(ax, street(), (0, 1.2), 1)
    _draw_detection(ax)
    _draw_segmentation(ax)
    show(
        ax.figure,
        caption="One picture, three tasks. Above: one answer for the whole; middle: "
        "four objects of three classes, each with its place; below: every pixel "
        "belongs to a tree (T), the pole (P), the car (C) or the background.",
        alt="The same street three times: two trees, a pole and a car. First the "
        "word street; then a box around each of the four objects, with its name; then "
        "a letter for each pixel.",
    )


def _draw_detection(ax):
    """Draw the street with a named box around each object."""
    title(ax, 0, 12.1, "detection: four boxes, each with a class", "left")
    grays(ax, street() / 2.5, (0, 12.8), 1)
    lines = dict(zip(BOXES, ("-", ":", "--"), strict=True))
    for name, boxes in BOXES.items():
        for box in boxes:
            outline(ax, box, 12.8, color.model, ls=lines[name])
            ax.text((box[1] + box[3]) / 2, 12.8 + box[0] - 0.6, name, ha="center",
                    va="center", color=color.model)  # fmt: skip


def _draw_segmentation(ax):
    """Draw the street with a letter for the class of each pixel."""
    title(ax, 0, 23.7, "segmentation: a class for each pixel", "left")
    inks = {"T": color.gradient, "P": color.data, "C": color.model}
    for row, line in enumerate(STREET):
        for column, letter in enumerate(line):
            if letter != ".":
                ax.text(column + 0.5, 24.9 + row, letter, ha="center", va="center",
                        color=inks[letter])  # fmt: skip
    frame(ax, (0, 24.4), 20, 9, color.border, 0.8)


def moved_car(down, right):
    """Return the box of the car, moved."""
    return (CAR[0] + down, CAR[1] + right, CAR[2] + down, CAR[3] + right)


def draw_overlap(right, down):
    """Draw the true box of the car and a moved one, and how well they agree."""
    ax = sheet(13.4)
    ax.set_xlim(-1.3, ax.get_xlim()[1])  # a guess may lie half beside the picture
    guess = moved_car(down, right)
    grays(ax, street() / 2.5, (0, 0), 1)
    outline(ax, CAR, 0, color.truth, ls="--")
    outline(ax, guess, 0, color.model)
    height = max(min(CAR[2], guess[2]) - max(CAR[0], guess[0]), 0)
    width = max(min(CAR[3], guess[3]) - max(CAR[1], guess[1]), 0)
    both = height * width
    union = 2 * area(CAR) - both
    value = overlap(CAR, guess)
    ax.text(0, 12.9, f"both {both}, together {union}: {value:.2f}", va="center")
    return (
        f"The box is moved by {right} to the right and {down} down. Both boxes share "
        f"{both} pixels, together they cover {union}: intersection over union "
        f"{value:.2f}."
    ).replace("by -", "by −")


# -- a box for free --------------------------------------------------------------------


def box_of(hot):
    """Return the smallest box around all that is True in an array."""
    rows, columns = np.nonzero(hot)
    return (rows.min(), columns.min(), rows.max() + 1, columns.max() + 1)


@cache
def boxes_for_free():
    """Return how well class maps alone place the left digit of 60 pages.

    The box is that around all places with at least half of the largest heat.

    Returns:
        intersections over union with the box around the digit's ink, (60,).
    """
    pages, labels = asked()
    heat = interpret.class_activation(inside.trained(), pages, labels)
    found = []
    for page, values in zip(pages[..., 0], heat, strict=True):
        ink = page > 0
        ink[:, inside.HALF :] = False
        found.append(overlap(box_of(ink), box_of(values >= values.max() / 2)))
    return np.array(found)
