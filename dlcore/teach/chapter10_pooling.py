"""Drawings of page 10.3 about pooling: what comes out, and who gets the gradient."""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore import Tensor, ops
from dlcore.teach.figures import color, figure

KINDS = ("largest", "mean", "weighted mean", "keep one")
WEIGHTS = {
    "mean": np.full((2, 2), 0.25),
    "weighted mean": np.array([[0.4, 0.3], [0.2, 0.1]]),
    "keep one": np.array([[1.0, 0.0], [0.0, 0.0]]),
}
"""What the linear kinds multiply a block of 2 by 2 by."""
DELTA = np.array([[2.0, -1.0], [4.0, 3.0]])
"""The slopes of a loss by the four outputs, in the figure."""


def paper(value=2):
    """Return the 4 by 4 map of the paper example.

    Args:
        value: of the entry at row 2, column 1.
    """
    return np.array(
        [[1, 5, 0, 2], [value, 3, 4, 1], [2, 0, 6, 8], [2, 1, 7, 5]], dtype=float
    )


def pooled(Z, kind):
    """Return a map pooled in blocks of 2 by 2.

    Args:
        Z: numbers, (n, n) with n even, or a `Tensor` of them.
        kind: one of `KINDS`.
    """
    Z = Z if isinstance(Z, Tensor) else Tensor(np.asarray(Z, dtype=float))
    x = ops.reshape(Z, (1, *Z.shape, 1))
    if kind == "largest":
        y = ops.max_pool(x, (2, 2))
    else:
        y = ops.conv(x, WEIGHTS[kind][:, :, None, None], strides=(2, 2))
    return ops.reshape(y, y.shape[1:3])


def pulled(Z, kind, delta=DELTA):
    """Return the slopes of the loss by the entries of a map, from those by the outputs.

    Args:
        Z, kind: as for `pooled`.
        delta: slopes for the outputs.
    """
    Z = Tensor(np.asarray(Z, dtype=float), requires_grad=True)
    pooled(Z, kind).backward(np.asarray(delta, dtype=float))
    return Z.grad


def draw_pooling(kind, value):
    """Draw a map, its pooled outputs, and the way back of four slopes."""
    Z = paper(value)
    y, back = pooled(Z, kind).data, pulled(Z, kind)
    _, ax = figure(height=4.9)
    lit = np.arange(16).reshape(4, 4) == 4  # row 2, column 1
    _draw_table(ax, "map z", Z, (0, 0), color.data, lit)
    _draw_table(ax, "outputs", y, (5.2, 1), color.model)
    _draw_table(ax, "slopes for z", back, (0, 5), color.gradient, lit)
    _draw_table(ax, "slopes δ", DELTA, (5.2, 6), color.gradient)
    _draw_arrow(ax, (4.15, 2), (5.05, 2))
    _draw_arrow(ax, (5.05, 7), (4.15, 7))
    ax.set(xlim=(-0.1, 7.4), ylim=(9.1, -0.6), aspect="equal")
    ax.axis("off")
    return (
        f"Pooling by {_named(kind)}. The framed entry is {value:g}: its block gives "
        f"{y[0, 0]:g}, and of the slope 2 the entry gets {back[1, 0]:g}."
    )


def _draw_table(ax, name, values, corner, ink, lit=None):
    """Draw a table of numbers with its name above it."""
    ax.text(corner[0], corner[1] - 0.18, name)
    grid(ax, values, corner, ink, lit)


def _draw_arrow(ax, start, end):
    """Draw an arrow from one table of numbers to another."""
    arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.4}
    ax.annotate("", end, start, arrowprops=arrow)


def _named(kind):
    """Return a kind as it is called in a sentence."""
    return {"largest": "the largest", "keep one": "keeping the first"}.get(
        kind, f"the {kind}"
    )


def grid(ax, values, corner, ink, lit=None, blank=False, shade=None, size=12):
    """Draw a table of numbers as squares of side 1; y points down.

    Args:
        ax: where.
        values: (rows, columns); nan leaves a square empty.
        corner: x and y of its upper left corner.
        ink: color of the frame and of the numbers.
        lit: which squares have a strong frame, (rows, columns).
        blank: whether zeros are left out.
        shade: which squares are shaded, (rows, columns).
        size: of the numbers, in points.
    """
    values = np.asarray(values, dtype=float)
    x0, y0 = corner
    for (row, column), number in np.ndenumerate(values):
        place = x0 + column, y0 + row
        dark = shade is not None and shade[row, column]
        face = color.surface if dark else "none"
        ax.add_patch(Rectangle(place, 1, 1, fc=face, ec=color.border, lw=0.8))
        if np.isnan(number) or (blank and number == 0):
            continue
        ax.text(place[0] + 0.5, place[1] + 0.52, short(number), ha="center",
                va="center", color=ink, size=size)  # fmt: skip
    rows, columns = values.shape
    ax.add_patch(Rectangle(corner, columns, rows, fill=False, ec=ink, lw=1.4))
    if lit is not None:
        for row, column in np.argwhere(lit):
            place = x0 + column + 0.05, y0 + row + 0.05
            ax.add_patch(Rectangle(place, 0.9, 0.9, fill=False, ec=color.model, lw=2.2))


def short(number):
    """Return a number as it is written in a square: 0.25 as .25, -1 with a minus."""
    text = f"{round(number, 2) + 0.0:g}".replace("-", "−")
    return text.replace("0.", ".", 1) if text.lstrip("−").startswith("0.") else text
