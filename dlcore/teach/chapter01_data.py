"""Drawings of page 1.2: the hotels as a table, tensors by rank, a digit as numbers."""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore.datasets import digits, hotels
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show

HOTELS = hotels.table()
"""All 32 hotels as a dict of columns."""

ORDERS = {
    "number": ("hotel", False),
    "distance, near first": ("distance", False),
    "rating, best first": ("rating", True),
    "price, dearest first": ("price", True),
}
"""For each way to sort: the column, and whether the largest value comes first."""

AXES = {
    "distance": "distance (miles)",
    "rating": "rating (1 to 5)",
    "price": "price ($)",
}
LIMITS = {"distance": (-1, 21), "rating": (1.8, 5.1), "price": (60, 225)}
SHOWN = 12  # rows of the table that are drawn

PICTURES, NAMES = (part[:10] for part in digits.load_data()[0])
"""The first picture of each digit, (10, 8, 8), and what it shows, (10,)."""


def ordered(order):
    """Return the positions of the hotels in this order."""
    column, largest_first = ORDERS[order]
    values = HOTELS[column]
    return np.argsort(-values if largest_first else values, kind="stable")


def shape_of(rank, length):
    """Return the shape of the example array of this rank, its last axis so long."""
    return ((3, 2, 4, 3, length))[5 - rank :] if rank else ()


# -- drawings for explorable figures ---------------------------------------------------


def table_and_plot(order, horizontal, vertical):
    """Draw the first rows of the sorted table, and two columns as a plot."""
    rows = ordered(order)
    _, (left, right) = figure(height=3.2, columns=2)
    _rows(left, rows[:SHOWN], ORDERS[order][0])
    x, y = HOTELS[horizontal], HOTELS[vertical]
    right.plot(x[rows[SHOWN:]], y[rows[SHOWN:]], "o", mfc="none", color=color.data)
    right.plot(x[rows[:SHOWN]], y[rows[:SHOWN]], "o", color=color.data)
    right.set(xlim=LIMITS[horizontal], ylim=LIMITS[vertical])
    right.set(xlabel=AXES[horizontal], ylabel=AXES[vertical])
    first = rows[0]
    return (
        f"Sorted by {order}: first comes hotel {HOTELS['hotel'][first]}, "
        f"{HOTELS['distance'][first]} miles out, rated {HOTELS['rating'][first]}, for "
        f"{HOTELS['price'][first]:.0f} dollars. The plot shows {vertical} against "
        f"{horizontal}; filled: the {SHOWN} rows of the table."
    )


def _rows(ax, rows, by):
    """Write rows of the table; the column they are sorted by is in color."""
    canvas(ax, 280, 228)
    columns = {"hotel": 26, "distance": 84, "rating": 146, "price": 200}
    heads = {"hotel": "no.", "distance": "miles", "price": "$", "category": "class"}
    forms = {"distance": "{:.1f}", "rating": "{:.1f}", "price": "{:.0f}"}
    for name, end in {**columns, "category": 278}.items():
        ink = color.model if name == by else color.ink
        style = {"ha": "right", "va": "center", "color": ink}
        ax.text(end, 219, heads.get(name, name), weight="bold", **style)
        for place, row in enumerate(rows):
            text = forms.get(name, "{}").format(HOTELS[name][row])
            ax.text(end, 200 - 17 * place, text, **style)
    ax.plot([2, 280], [210, 210], "-", color=color.muted, lw=0.8)


def tensor(rank, length):
    """Draw an array of this rank as cells."""
    shape = shape_of(rank, length)
    _, ax = figure(height=3.0)
    canvas(ax, 280, 216)
    full = (1,) * (5 - rank) + shape
    blocks, stacks, cards, rows, columns = full
    cell = 10 if rank > 3 else 16
    wide, high = columns * cell + 7 * (cards - 1), rows * cell + 7 * (cards - 1)
    gap = 22
    left = (280 - stacks * wide - (stacks - 1) * gap) / 2
    top = (216 + blocks * high + (blocks - 1) * gap * 0.7) / 2
    for block in range(blocks):
        for stack in range(stacks):
            x = left + stack * (wide + gap)
            y = top - high - block * (high + gap * 0.7)
            _stack(ax, x, y, cards, (rows, columns), cell)
    count = int(np.prod(shape, dtype=int))
    names = ("a scalar", "a vector", "a matrix", "a stack of matrices")
    what = names[rank] if rank < 4 else f"a tensor of rank {rank}"
    return (
        f"Rank {rank}, {what}: shape {shape}, {count} number{'s' * (count != 1)} in "
        f"all. You name one of them by {rank} ind{'ex' if rank == 1 else 'ices'}."
    )


def _stack(ax, x, y, cards, size, cell):
    """Draw cards of cells one behind the other, the nearest one last."""
    rows, columns = size
    for card in reversed(range(cards)):
        dx, dy = x + 7 * card, y + 7 * card
        for i in range(rows):
            for j in range(columns):
                corner = (dx + j * cell, dy + i * cell)
                box = {"fc": color.paper, "ec": color.data, "lw": 0.9}
                ax.add_patch(Rectangle(corner, cell, cell, **box))


VIEWS = ("picture", "numbers", "divided by 16", "flattened")


def picture(digit, view):
    """Draw a handwritten digit as gray cells, as numbers, rescaled or as a row."""
    values = PICTURES[digit]
    _, ax = figure(height=3.2)
    if view == "flattened":
        _strip(ax, values.reshape(-1))
        return (
            f"The {digit}, flattened: row after row of the picture, one behind the "
            f"other. Shape {values.reshape(-1).shape}: 8 · 8 = {values.size} features."
        )
    _cells(ax, values, view)
    if view == "divided by 16":
        low, high = values.min() / 16, values.max() / 16
        return f"The {digit}, divided by 16: now from {low:g} to {high:g}."
    what = "gray cells" if view == "picture" else "what the computer has"
    return (
        f"A handwritten {digit} as {what}: shape {values.shape}, whole numbers from "
        f"{values.min()} to {values.max()}."
    )


def _cells(ax, values, view):
    """Draw a picture as 8 by 8 cells, or the numbers in them."""
    canvas(ax, 280, 228)
    for i, j in np.ndindex(values.shape):
        x, y = 12 + 32 * j, 226 - 28 * (i + 1)
        value = int(values[i, j])
        if view == "picture":
            shade = {"fc": color.ink, "alpha": value / 16, "lw": 0}
            ax.add_patch(Rectangle((x, y), 32, 28, **shade))
            continue
        text = f"{value}" if view == "numbers" else f"{value / 16:.2f}".lstrip("0")
        text = {".00": "0", "1.00": "1"}.get(text, text)
        ink = color.muted if value == 0 else color.data
        ax.text(x + 16, y + 14, text, ha="center", va="center", color=ink)
    edge = {"fc": "none", "ec": color.muted, "lw": 1}
    ax.add_patch(Rectangle((12, 2), 256, 224, **edge))


def _strip(ax, values):
    """Draw 64 values as one row of narrow cells, with a mark every eight."""
    canvas(ax, 280, 228)
    for place, value in enumerate(values):
        x = 12 + 4 * place
        shade = {"fc": color.ink, "alpha": int(value) / 16, "lw": 0}
        ax.add_patch(Rectangle((x, 100), 4, 36, **shade))
    edge = {"fc": "none", "ec": color.muted, "lw": 1}
    ax.add_patch(Rectangle((12, 100), 256, 36, **edge))
    for row in range(8):
        ax.plot([12 + 32 * row] * 2, [92, 136], "-", color=color.model, lw=1)
        ax.text(28 + 32 * row, 78, row + 1, ha="center")
    ax.text(140, 54, "row of the picture", ha="center", color=color.muted)


# -- figures that do not move ----------------------------------------------------------


def kinds():
    """Show the same hotel as a table row, as a record, and as text."""
    fig, ax = figure(height=3.6)
    canvas(ax, 280, 256)
    record = ('{"miles": 1.5,', ' "rooms": [{"beds": 2}],', ' "pool": null}')
    words = (
        "“Nice staff, short walk to",
        "the center. The shower",
        "was cold, though.”",
    )
    for title, top, lines in [
        ("structured", 242, ()),
        ("semi-structured", 166, record),
        ("unstructured", 72, words),
    ]:
        ax.text(8, top, title, weight="bold", color=color.data)
        for place, line in enumerate(lines, start=1):
            ax.text(24, top - 2 - 20 * place, line)
    for x, head, value in [
        (24, "miles", "1.5"),
        (100, "rating", "3.6"),
        (180, "$", "136"),
    ]:
        ax.text(x, 218, head, weight="bold")
        ax.text(x, 195, value)
    ax.plot([22, 220], [212, 212], "-", color=color.muted, lw=0.8)
    show(
        fig,
        caption="The same hotel as three kinds of data. A table has the same columns "
        "for every row; a record has named parts that may be missing or repeated; "
        "text, like a picture, has neither columns nor names.",
        alt="Three forms. Structured: a row of a table with 1.5 miles, rating 3.6 "
        "and 136 dollars. Semi-structured: a record with braces, nested rooms and an "
        "empty entry. Unstructured: a sentence from a guest's review.",
    )


def matrix():
    """Show the first hotels as the matrix X and the column y."""
    fig, ax = figure(height=2.5)
    canvas(ax, 280, 178)
    columns = [(110, "distance", 1), (178, "rating", 1), (256, "price", 0)]
    for end, name, is_feature in columns:
        ink = color.data if is_feature else color.truth
        ax.text(end, 134, name[:8], ha="right", color=ink)
        for row in range(4):
            form = "{:.1f}" if is_feature else "{:.0f}"
            text = form.format(HOTELS[name][row])
            ax.text(end, 108 - 22 * row, text, ha="right", color=ink)
    for left, right in [(58, 186), (212, 264)]:
        for x, way in [(left, 1), (right, -1)]:
            ax.plot(
                [x + 5 * way, x, x, x + 5 * way], [124, 124, 36, 36], "-", c=color.ink
            )
    ax.text(122, 158, "X", ha="center", weight="bold", color=color.data)
    ax.text(238, 158, "Y", ha="center", weight="bold")
    ax.text(18, 80, "axis 0:\nsamples", ha="center", va="center", rotation=90)
    ax.text(122, 8, "axis 1: features", ha="center")
    shown = [
        f"{HOTELS['distance'][i]} miles, rated {HOTELS['rating'][i]}, "
        f"{HOTELS['price'][i]:.0f} dollars"
        for i in range(2)
    ]
    show(
        fig,
        caption="A data set is a matrix of features and a column of targets. Each row "
        "is one hotel, in X and in Y alike; each column of X is one feature.",
        alt="Four hotels as rows of a matrix X with the columns distance and rating, "
        f"and of a column Y with the price. The first rows: {'; '.join(shown)}.",
    )


def training_and_testing():
    """Show what goes in and what comes out in training and in testing."""
    fig, axes = figure(height=2.1, columns=2)
    for ax in axes:
        canvas(ax, 280, 150)
    _flow(
        axes[0], "training", "model\nlearns", "trained model", ["features", "targets"]
    )
    _flow(axes[1], "testing", "trained\nmodel", "predictions", ["features"])
    axes[1].text(140, 14, "then compare with the hidden targets", ha="center")
    show(
        fig,
        caption="Training gives the model both features and targets and changes it; "
        "testing gives it the features alone and leaves it as it is. Read each from "
        "left to right.",
        alt="Left, training: features and targets go into a model, and a trained "
        "model comes out. Right, testing: only features go into the trained model, "
        "predictions come out and are compared with the hidden targets.",
    )


def _flow(ax, title, middle, result, sources):
    ax.text(4, 136, title, weight="bold")
    box = {"boxstyle": "round,pad=0.4", "fc": "none", "ec": color.model, "lw": 1.6}
    ax.text(124, 76, middle, ha="center", va="center", bbox=box)
    style = {"arrowstyle": "-|>", "color": color.ink, "lw": 1.3}
    for place, name in enumerate(sources):
        y = 76 + (18 if len(sources) == 2 else 0) - 36 * place
        ink = color.data if name == "features" else color.truth
        ax.text(4, y, name, va="center", color=ink)
        ax.annotate("", (88, 76 + (y - 76) / 3), (60, y), arrowprops=style)
    ax.annotate("", (190, 76), (160, 76), arrowprops=style)
    ax.text(194, 76, result.replace(" ", "\n"), va="center")
