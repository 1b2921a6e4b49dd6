"""Drawings of page 10.7: windows, boxes and their overlap, cells, parts of pages."""

import numpy as np

from dlcore.teach import chapter10_detection as detect
from dlcore.teach import chapter10_scenes as world
from dlcore.teach import chapter10_segmentation as segment
from dlcore.teach.chapter05_pixels import squares
from dlcore.teach.chapter10_grids import WIDTH, frame, grays, sheet, title
from dlcore.teach.chapter10_tasks import outline
from dlcore.teach.figures import color, figure, show

SPOTS = {"first": 0, "second": 5, "third": 1}
"""Pixels to look at, by their place among those that are asked for."""
LOOKS = {
    world.STROKE: dict(half=0.3, fc="none", ec=color.truth, lw=1.0),
    world.FIRST: dict(half=0.5, fc=color.data),
    world.FIRST + 1: dict(half=0.32, fc=color.model),
    world.FIRST + 2: dict(half=0.42, fc="none", ec=color.gradient, lw=1.6),
}
"""How the pixels of each class are drawn; paper is left empty."""


def inked(page, corner, cell, ax):
    """Draw a page, (SIDE, SIDE) of ink from 0 to 1."""
    grays(ax, page, corner, cell, largest=1)


def draw_parts(ax, parts, corner, cell):
    """Draw the classes of the pixels of a page, each class with its own mark."""
    for part, look in LOOKS.items():
        style = dict(look)
        rows, columns = np.nonzero(parts == part)
        middles = np.stack([columns, rows], axis=1) * cell + cell / 2 + corner
        squares(ax, middles, style.pop("half") * cell, **style)
    frame(ax, corner, world.SIDE * cell, world.SIDE * cell, color.border, 0.8)


def legend(ax, top):
    """Draw a line that says which mark is which class."""
    places = (0.4, 6.2, 11.0, 15.8)
    for place, (part, look) in zip(places, LOOKS.items(), strict=True):
        style = dict(look)
        squares(ax, np.array([[place, top]]), style.pop("half"), **style)
        ax.text(place + 0.9, top, world.PARTS[part], va="center")


def show_scenes(scenes, rows):
    """Show two pages: with their true boxes, and with the classes of their pixels."""
    cell = 9.6 / world.SIDE
    ax = sheet(23.6)
    for left, row in zip((0, 10.4), rows, strict=True):
        inked(scenes.pages[row, ..., 0], (left, 0.6), cell, ax)
        draw_boxes(ax, scenes.boxes[row], (left, 0.6), cell, color.truth)
        draw_parts(ax, scenes.parts[row], (left, 11.9), cell)
    legend(ax, 22.7)
    held = [
        " and a ".join(str(world.KINDS[kind]) for kind in scenes.kinds[row])
        for row in rows
    ]
    show(
        ax.figure,
        caption="What is to be found. Above: two pages, and a box around each digit; "
        "below: the class of each of their pixels.",
        alt=f"Two pages with pale and dark strokes. The left one holds a {held[0]}, "
        f"the right one a {held[1]}; boxes fit tightly around them. Below, the same "
        "pages with a mark for each pixel that belongs to a stroke or to a digit.",
    )


def draw_boxes(ax, boxes, corner, cell, ink, **style):
    """Draw boxes of a page whose upper left corner is at `corner`."""
    for top, left, bottom, right in boxes:
        at = (corner[0] + left * cell, corner[1] + top * cell)
        frame(ax, at, (right - left) * cell, (bottom - top) * cell, ink, **style)


# -- through a window ------------------------------------------------------------------


def spot(name):
    """Return the page, the row and the column of a pixel that is looked at."""
    _, asked = segment.known_scenes()
    pages, rows, columns = np.nonzero(asked.parts != world.PAPER)
    chosen = np.random.default_rng(1).permutation(len(pages))[SPOTS[name]]
    return asked, pages[chosen], rows[chosen], columns[chosen]


def draw_window(side, pixel):
    """Draw what a window shows of a page, and how often windows up to it are enough."""
    asked, number, row, column = spot(pixel)
    half = side // 2
    rows, columns = np.indices((world.SIDE, world.SIDE))
    hidden = np.maximum(abs(rows - row), abs(columns - column)) > half
    seen = np.where(hidden, 0, asked.pages[number, ..., 0])
    ax, cell, corner = sheet(21.2), 0.5, (4.0, 0.2)
    inked(seen, corner, cell, ax)
    dots = np.stack([columns[hidden], rows[hidden]], axis=1) * cell + cell / 2
    squares(ax, dots + corner, 0.06, fc=color.muted)
    at = (corner[0] + column * cell, corner[1] + row * cell)
    frame(ax, at, cell, cell, color.model, 2)
    _draw_bars(ax, side)
    known, _ = segment.known_scenes()
    windows, parts = segment.some_windows(known, side, segment.KNOWN, 0)
    new = np.pad(asked.pages[number, ..., 0], half)[
        row : row + side, column : column + side
    ]
    true = world.PARTS[asked.parts[number, row, column]]
    said = world.PARTS[parts[segment.nearest(new.reshape(1, -1), windows)[0]]]
    return (
        f"The {pixel} pixel through a hole of {side} by {side}: the most alike of "
        f"{segment.KNOWN} known ones shows a {said}; in truth it is a {true}. "
        f"{100 * segment.by_nearest(side):.0f} of 100 inked pixels get their right "
        "class in this way."
    )


def _draw_bars(ax, side):
    """Draw the share of right classes for each window up to this one."""
    title(ax, 0, 13.3, "right of 100, by the side of the hole", "left")
    floor, tall, step = 20.0, 5.4, WIDTH / len(segment.WINDOWS)
    for place, window in enumerate(segment.WINDOWS):
        x = (place + 0.5) * step
        ax.text(x, floor + 0.8, str(window), ha="center", va="center")
        if window <= side:
            share = segment.by_nearest(window)
            high = tall * share
            ax.fill_between([x - 0.8, x + 0.8], floor, floor - high, color=color.data,
                            lw=0, alpha=0.5)  # fmt: skip
            ax.text(
                x, floor - high - 0.5, f"{100 * share:.0f}", ha="center", va="center"
            )
    ax.plot([0, WIDTH], [floor, floor], "-", color=color.muted, lw=0.8)


# -- overlap ---------------------------------------------------------------------------

TRUE = (0, 0, 6, 6)
SHIFTS, SIDES = tuple(range(11)), (4, 6, 8)


def guess(shift, side):
    """Return a box of this side, with the true box's middle moved to the right."""
    low = 3 - side / 2
    return (low, low + shift, low + side, low + side + shift)


def losses(shift, side):
    """Return 1 - IoU and the squared error of the box, in shares of a page of 24."""
    box = np.array(guess(shift, side))
    squared = (((box - TRUE) / world.SIDE) ** 2).sum()
    return 1 - detect.overlaps(box, TRUE)[0, 0], squared


def slopes(shift, side, step=1e-6):
    """Return the slopes of both losses by the shift, to the right."""
    here, there = (np.array(losses(s, side)) for s in (shift, shift + step))
    return (there - here) / step


def draw_overlap(shift, side):
    """Draw the true box and a guess, and both losses for all shifts up to this one."""
    _, (ax, below) = figure(height=2.0, rows=2)
    ax.set(xlim=(-3, 18), ylim=(7.5, -1.5), aspect="equal")
    ax.axis("off")
    outline(ax, TRUE, 0, color.truth, ls="--")
    outline(ax, guess(shift, side), 0, color.model)
    passed = [s for s in SHIFTS if s <= shift]
    overlap, squared = np.array([losses(s, side) for s in passed]).T
    below.plot(passed, overlap, "o-", color=color.loss, ms=5)
    below.plot(passed, squared, "s--", color=color.data, ms=5)
    below.text(10.4, 0.92, "1 − IoU", color=color.loss, va="top", ha="right")
    below.text(10.4, 0.5, "squared error", color=color.data, ha="right")
    below.set(xlim=(-0.4, 10.6), ylim=(-0.05, 1.1), xticks=range(0, 11, 2))
    below.set_xlabel("moved to the right (pixels)")
    slope = slopes(shift, side)
    return (
        f"A box of {side} by {side}, moved by {shift} to the right: IoU "
        f"{1 - overlap[-1]:.2f}. Toward the right 1 − IoU rises here by {slope[0]:.3f} "
        f"a pixel, the squared error of the edges by {slope[1]:.3f}."
    )


# -- cells and boxes -------------------------------------------------------------------


def draw_found(z, page, truths, least, limit):
    """Draw the boxes of one page that remain.

    Args:
        z: output of the network for the page, (CELLS, CELLS, DEPTH).
        page: its ink, (SIDE, SIDE).
        truths: number of its digits.
        least: score from which on a cell counts.
        limit: overlap from which on the less sure box is dropped.
    """
    boxes, scores, kinds = detect.detections(z, least, limit)
    cell, corner = 0.8, (0.4, 0.4)
    ax = sheet(21.8)
    inked(page * 0.6, corner, cell, ax)
    title(ax, 10, 21, f"score from {least:g}, overlap up to {limit:g}")
    draw_boxes(ax, boxes, corner, cell, color.model)
    doubled = np.tril(detect.overlaps(boxes, boxes), -1).max(axis=1, initial=0) > 0.3
    for box, kind, below in zip(boxes, kinds, doubled, strict=True):
        y, x = np.clip(box[2:] - 0.7 if below else box[:2] + 0.7, 0.6, 23.4) * cell
        ax.text(corner[0] + x, corner[1] + y, str(world.KINDS[kind]), ha="center",
                va="center", color=color.model,
                bbox=dict(fc=color.paper, ec="none", pad=0.6))  # fmt: skip
    said = (detect.read_cells(z)[1] >= least).sum()
    listed = ", ".join(
        f"{world.KINDS[k]} ({s:.2f})" for k, s in zip(kinds, scores, strict=True)
    )
    return (
        f"{_count(said, 'cell')} with a score of {least:g} or more; "
        f"{_count(len(boxes), 'box', 'boxes')} after suppression above {limit:g}, for "
        f"{_count(truths, 'digit')} on the page: {listed or 'none'}."
    )


def _count(number, one, many=None):
    """Return a number and its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


# -- pixels ----------------------------------------------------------------------------


def draw_learned(kept, scenes, row, epochs, bridges):
    """Draw what a network says of the pixels of a page, and where it is wrong.

    Args:
        kept: for True and False, bridges or none, a dict of epochs to the classes of
            all pixels of all pages, (rows, SIDE, SIDE).
        scenes: the pages and the truth.
        row: the page that is drawn.
        epochs: of training until then.
        bridges: "with" or "without".
    """
    said = kept[bridges == "with"][epochs]
    cell, ax = 9.6 / world.SIDE, sheet(24.6)
    texts = ("the page", "what it says", "what is wrong", "share wrong")
    for number, text in enumerate(texts):
        title(ax, (4.8, 15.2)[number % 2], (0.4, 14.1)[number // 2], text)
    inked(scenes.pages[row, ..., 0], (0, 1.2), cell, ax)
    draw_parts(ax, said[row], (10.4, 1.2), cell)
    legend(ax, 12.2)
    _draw_wrong(ax, said[row] != scenes.parts[row], (0, 14.9), cell)
    shares = segment.wrong_shares(said, scenes.parts)
    for line, (name, share) in enumerate(zip(("edges", "others"), shares, strict=True)):
        y = 16.4 + 4 * line
        ax.text(10.4, y, name, va="center")
        ax.fill_between([10.4, 10.4 + 8 * share], y + 0.8, y + 2, color=color.model,
                        lw=0, alpha=0.5)  # fmt: skip
        ax.text(20, y, f"{share:.2f}", va="center", ha="right")
    mean = segment.part_overlaps(said, scenes.parts).mean()
    return (
        f"After {_count(epochs, 'epoch')} {bridges} bridges: of the pixels at edges "
        f"{100 * shares[0]:.0f} % are wrong, of the others {100 * shares[1]:.0f} %. "
        f"Mean IoU of the five classes: {mean:.2f}."
    )


def _draw_wrong(ax, wrong, corner, cell):
    """Draw the wrong pixels of a page."""
    rows, columns = np.nonzero(wrong)
    middles = np.stack([columns, rows], axis=1) * cell + cell / 2 + np.array(corner)
    squares(ax, middles, 0.45 * cell, fc=color.loss)
    frame(ax, corner, world.SIDE * cell, world.SIDE * cell, color.border, 0.8)
