"""Arrays of numbers as drawings for chapter 10: cells, signed squares, arrows.

Everything is drawn on a sheet, axes without a frame whose y points down.
"""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore.teach.chapter05_pixels import squares
from dlcore.teach.figures import color, figure

WIDTH = 20.0  # of a sheet in its own units, of 13.5 points each


def sheet(height):
    """Return new axes `WIDTH` wide and `height` high, y downward."""
    _, ax = figure(width=3.9, height=3.9 * (height + 0.4) / (WIDTH + 0.4))
    ax.set(xlim=(-0.2, WIDTH + 0.2), ylim=(height + 0.2, -0.2), aspect="equal")
    ax.axis("off")
    return ax


def minus(number):
    """Return a number as text, with a proper minus sign."""
    return f"{number:g}".replace("-", "−")


def numbers(ax, values, corner, cell, ink=color.ink, zeros=True):
    """Write an array into cells.

    Args:
        ax: a sheet.
        values: array (rows, columns).
        corner: (x, y) of the upper left corner.
        cell: side of a cell.
        ink: color of the numbers.
        zeros: whether to write zeros in full color; otherwise they are muted.
    """
    values = np.asarray(values)
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            ax.text(
                corner[0] + (column + 0.5) * cell,
                corner[1] + (row + 0.5) * cell,
                minus(value),
                ha="center",
                va="center",
                color=ink if zeros or value else color.muted,
            )
    lattice(ax, values.shape, corner, cell)


def lattice(ax, shape, corner, cell):
    """Draw the lines of a grid of cells as one frame and thin inner lines."""
    rows, columns = shape
    x, y = corner
    style = {"color": color.border, "lw": 0.6}
    for row in range(1, rows):
        ax.plot([x, x + columns * cell], [y + row * cell] * 2, "-", **style)
    for column in range(1, columns):
        ax.plot([x + column * cell] * 2, [y, y + rows * cell], "-", **style)
    frame(ax, corner, columns * cell, rows * cell, color.muted, 0.8)


def frame(ax, corner, width, height, ink, thickness=1.8, **style):
    """Draw an empty rectangle."""
    ax.add_patch(
        Rectangle(corner, width, height, fill=False, ec=ink, lw=thickness, **style)
    )


def signed(ax, values, corner, cell, largest=None):
    """Draw an array as squares: filled where positive, hollow where negative.

    Args:
        ax: a sheet.
        values: array (rows, columns); nothing is drawn for 0 and for nan.
        corner: (x, y) of the upper left corner.
        cell: side of a cell.
        largest: the size that fills a cell; by default that of the array.
    """
    values = np.nan_to_num(np.asarray(values, dtype=float))
    largest = largest or np.abs(values).max() or 1.0
    half = 0.46 * cell * np.sqrt(np.minimum(np.abs(values) / largest, 1))
    rows, columns = np.indices(values.shape)
    middles = np.stack([columns, rows], axis=-1) * cell + cell / 2 + np.array(corner)
    plus, less = values > 1e-9, values < -1e-9
    squares(ax, middles[plus], half[plus], fc=color.model)
    squares(ax, middles[less], half[less], fc="none", ec=color.data, lw=1.1)
    width, height = values.shape[1] * cell, values.shape[0] * cell
    frame(ax, corner, width, height, color.border, 0.8)


def grays(ax, values, corner, cell, largest=16, levels=8):
    """Draw an array of ink, 0 to `largest`, as squares of gray."""
    shade = np.ceil(np.asarray(values) * levels / largest).astype(int)
    for level in range(1, levels + 1):
        row, column = np.nonzero(shade == level)
        middles = np.stack([column, row], axis=1) * cell + cell / 2 + np.array(corner)
        squares(ax, middles, 0.47 * cell, fc=color.ink, alpha=level / levels)
    width, height = shade.shape[1] * cell, shade.shape[0] * cell
    frame(ax, corner, width, height, color.border, 0.8)


def title(ax, x, y, text, ha="center"):
    """Write a line of text over a drawing."""
    ax.text(x, y, text, ha=ha, va="center")
