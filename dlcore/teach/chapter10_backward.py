"""Numbers and drawings of page 10.3: convolutions as matrix products, and backward.

One picture and one filter, both square, without padding and with steps of one; the
library does the same for batches, channels, paddings and strides.
"""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore.teach.chapter10_pooling import grid, short
from dlcore.teach.figures import color, figure

PICTURE = np.array(
    [[1, 0, 2, 1], [3, 1, 0, 2], [0, 2, 1, 1], [1, 3, 0, 2]], dtype=float
)
FILTER = np.array([[1, 2], [-1, 0]], dtype=float)
DELTA = np.array([[1, 0, 2], [-1, 3, 0], [2, 1, -2]], dtype=float)
"""The paper example: a picture, a filter, and slopes of a loss by the map."""


def patches(g, k):
    """Return all windows of a picture as the rows of a matrix.

    Args:
        g: picture (n, n).
        k: side of the window.

    Returns:
        (places, k k): one row for each place, row by row.
    """
    m = g.shape[0] - k + 1
    return np.array(
        [g[r : r + k, c : c + k].ravel() for r in range(m) for c in range(m)]
    )


def slide(g, f):
    """Return the map of a picture under a filter, by one matrix product.

    Args:
        g, f: picture (n, n) and filter (k, k).
    """
    m = g.shape[0] - f.shape[0] + 1
    return (patches(g, f.shape[0]) @ f.ravel()).reshape(m, m)


def add_back(rows, n):
    """Return what rows give to the pixels that their entries were copied from.

    Args:
        rows: (places, k k), as `patches` returns them.
        n: side of the picture.
    """
    places, k = round(len(rows) ** 0.5), round(rows.shape[1] ** 0.5)
    total = np.zeros((n, n))
    for place, row in enumerate(rows):
        x, y = divmod(place, places)
        total[x : x + k, y : y + k] += row.reshape(k, k)
    return total


def gradients(g, f, delta):
    """Return the slopes of a loss by filter, bias and picture.

    Args:
        g, f: picture and filter.
        delta: slopes for the map, of its shape.
    """
    rows, d = patches(g, f.shape[0]), delta.ravel()
    by_filter = (rows.T @ d).reshape(f.shape)
    by_picture = add_back(np.outer(d, f.ravel()), g.shape[0])
    return by_filter, delta.sum(), by_picture


# -- rows of windows -------------------------------------------------------------------

STEPS = ("forward", "back to the filter", "back to the picture")
RIGHT = 6.7  # where the drawing of the matrix lies


def draw_rows(step, place):
    """Draw how far one of the three matrix products has come, place after place."""
    rows, d = patches(PICTURE, 2), DELTA.ravel()
    done = np.arange(9) < place
    _, ax = figure(height=4.1)
    _picture_and_rows(ax, step == "back to the picture", place)
    ax.text(RIGHT + 2.6, -0.22, "z" if step == "forward" else "δ")
    column, ink = d, color.gradient
    if step == "forward":
        column, ink = np.where(done, rows @ FILTER.ravel(), np.nan), color.model
    grid(ax, column[:, None], (RIGHT + 2.6, 0), ink)
    table, name, ink = FILTER, "filter f", color.model
    if step == "back to the filter":
        table = (rows[:place].T @ d[:place]).reshape(2, 2)
        name, ink = "slopes for f", color.gradient
    ax.text(0, 5.78, name)
    grid(ax, table, (0.5, 6), ink)
    ax.set(xlim=(-0.1, 10.6), ylim=(9.15, -1), aspect="equal")
    ax.axis("off")
    return _said(step, place, rows, d)


def _picture_and_rows(ax, back, place):
    """Draw the picture with its window, and the rows so far, of windows or of slopes.

    Args:
        ax: where.
        back: whether the slopes go back to the picture.
        place: number of the window, 1 to 9.
    """
    x, y = divmod(place - 1, 3)
    here = np.zeros((4, 4), dtype=bool)
    here[x : x + 2, y : y + 2] = True
    done = (np.arange(9) < place)[:, None]
    rows, picture, ink = patches(PICTURE, 2), PICTURE, color.data
    if back:
        rows, ink = np.outer(DELTA.ravel(), FILTER.ravel()), color.gradient
        picture = add_back(rows * done, 4)
    ax.text(0, -0.22, "slopes for g" if back else "picture g")
    grid(ax, picture, (0, 0), ink, shade=here)
    style = {"fill": False, "ec": color.model, "lw": 2.4}
    ax.add_patch(Rectangle((y, x), 2, 2, **style))
    ax.text(RIGHT - 1.9, -0.22, "rows δ f" if back else "windows of g")
    grid(ax, np.where(done, rows, np.nan), (RIGHT - 1.9, 0), ink)
    ax.add_patch(Rectangle((RIGHT - 1.9, place - 1), 4, 1, **style))


def _said(step, place, rows, d):
    """Return what happens at one place, in words and numbers."""
    row = ", ".join(short(v) for v in rows[place - 1])
    if step == "forward":
        z = rows[place - 1] @ FILTER.ravel()
        return f"Place {place}: the row ({row}) times the filter gives {short(z)}."
    if step == "back to the filter":
        return (
            f"Place {place}: the row ({row}) times its slope {short(d[place - 1])} is "
            "added to the slopes for the filter."
        )
    return (
        f"Place {place}: its slope {short(d[place - 1])} times the filter is added to "
        "the four pixels of the window."
    )


# -- a pixel and its windows -----------------------------------------------------------

WIDE_FILTER = np.array([[1, 2, 0], [0, 3, -1], [-2, 0, 1]], dtype=float)
WIDE_DELTA = np.pad(DELTA, 2, constant_values=np.nan)
"""The slopes in the middle of a margin, whose squares stay empty."""


def full(delta, f):
    """Return the convolution of slopes with a filter, as large as the picture.

    Args:
        delta: slopes for the map, (m, m).
        f: filter (k, k).
    """
    k = f.shape[0]
    return slide(np.pad(delta, k - 1), f[::-1, ::-1])


def draw_pixel(row, column):
    """Draw which slopes and which weights make the slope for one pixel."""
    back = full(DELTA, WIDE_FILTER)
    _, ax = figure(height=4.0)
    _turned_filter(ax)
    ax.text(0, 4.75, "δ in a border of zeros")
    grid(ax, WIDE_DELTA, (0, 5), color.gradient, shade=np.isfinite(WIDE_DELTA))
    frame = (column - 1, 5 + row - 1), 3, 3
    ax.add_patch(Rectangle(*frame, fill=False, ec=color.model, lw=2.4))
    lit = _only(row - 1, column - 1)
    ax.text(7.8, 5.75, "slopes for g")
    grid(ax, back, (7.8, 6), color.gradient, lit=lit)
    ax.set(xlim=(-0.1, 13), ylim=(12.1, -1.1), aspect="equal")
    ax.axis("off")
    terms = _terms(row, column)
    word = "window" if len(terms) == 1 else "windows"
    return (
        f"The pixel in row {row}, column {column} lies in {len(terms)} {word}: "
        f"{' + '.join(terms)} = {short(back[row - 1, column - 1])}."
    )


def _only(row, column):
    """Return an array (5, 5) that is true at one place alone."""
    lit = np.zeros((5, 5), dtype=bool)
    lit[row, column] = True
    return lit


def _turned_filter(ax):
    """Draw the filter, and beside it the same after half a turn."""
    ax.text(0, -0.25, "filter f")
    grid(ax, WIDE_FILTER, (0, 0), color.model)
    ax.text(4.6, -0.25, "turned by half a turn")
    grid(ax, WIDE_FILTER[::-1, ::-1], (4.6, 0), color.model)
    arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.4}
    ax.annotate("", (4.45, 1.5), (3.15, 1.5), arrowprops=arrow)


def _terms(row, column):
    """Return the products, as text, that add up to the slope for one pixel."""
    part = WIDE_DELTA[row - 1 : row + 2, column - 1 : column + 2]
    used = np.isfinite(part)
    pairs = zip(part[used], WIDE_FILTER[::-1, ::-1][used], strict=True)
    return [f"{_factor(d)} · {_factor(w)}" for d, w in pairs]


def _factor(number):
    """Return a factor of a product, negative ones in brackets."""
    return f"({short(number)})" if number < 0 else short(number)
