"""Drawings of page 12.1: one matrix for every architecture, and the map of them."""

import numpy as np
from matplotlib.patches import FancyArrowPatch, Polygon

from dlcore.layers import Conv1D, SimpleRNN
from dlcore.teach.chapter05_pixels import squares
from dlcore.teach.chapter10_grids import WIDTH, frame, lattice, minus, sheet, title
from dlcore.teach.figures import color, show

SIZE = 6
"""Inputs and outputs of the layers that are drawn."""

EDGES = ((0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5))
"""Who is joined to whom in the graph that is drawn; it goes both ways."""


def weight_numbers(kind):
    """Return which weight stands where, (SIZE, SIZE): 1, 2, ..., and 0 for none.

    Row i is output i, column j is input j. For "recurrent" the columns are the inputs
    and then the states, (SIZE, 2 SIZE).
    """
    row, column = np.indices((SIZE, SIZE))
    ahead = column - row
    if kind == "dense":
        return SIZE * row + column + 1
    if kind == "neighbors":
        near = np.abs(ahead) <= 1
        return np.where(near, np.cumsum(near).reshape(near.shape), 0)
    if kind == "convolution":
        return np.where(np.abs(ahead) <= 1, ahead + 2, 0)
    if kind == "set":
        return np.where(ahead == 0, 1, 2)
    if kind == "graph":
        numbers = np.eye(SIZE, dtype=int)
        for one, other in EDGES:
            numbers[one, other] = numbers[other, one] = 2
        return numbers
    if kind == "recurrent":
        return np.hstack([np.where(ahead == 0, 1, 0), np.where(ahead == -1, 2, 0)])
    raise ValueError(f"kind must be one of {', '.join(KINDS)}; came: {kind!r}")


KINDS = {
    "dense": "everybody with everybody, each link a weight of its own",
    "neighbors": "neighbors only, each link a weight of its own",
    "convolution": "neighbors only, the same three weights at every place",
    "recurrent": "the input of the same step, and the state of the step before",
    "set": "everybody with everybody, one weight for oneself, one for all others",
    "graph": "oneself and those one is joined to in the data",
}


def counts(kind):
    """Return (links, different weights) of a kind."""
    numbers = weight_numbers(kind)
    return int((numbers > 0).sum()), int(numbers.max())


def draw_kind(kind, output):
    """Draw the links into one output, and the matrix with the weights' numbers."""
    numbers = weight_numbers(kind)
    ax = sheet(15.9)
    _draw_links(ax, numbers, output - 1)
    cell = 1.4
    left = (WIDTH - numbers.shape[1] * cell) / 2
    _draw_numbers(ax, numbers, (left, 7.1), cell, output - 1)
    if kind == "recurrent":
        middle = left + SIZE * cell
        ax.plot([middle] * 2, [7.1, 7.1 + SIZE * cell], "-", color=color.ink, lw=1.5)
    links, weights = counts(kind)
    reads = int((numbers[output - 1] > 0).sum())
    return (
        f"{kind[0].upper()}{kind[1:]}: {KINDS[kind]}. {links} links, "
        f"{weights} different weights; output {output} reads {reads} "
        f"{'number' if reads == 1 else 'numbers'}."
    )


def _draw_links(ax, numbers, chosen):
    """Draw the inputs below, the outputs above, and their links."""
    recurrent = numbers.shape[1] > SIZE
    x = 2.0 + 3.2 * np.arange(SIZE)
    low, high = 5.3, 1.5
    for row, column in np.argwhere(numbers):
        mine = row == chosen
        style = {
            "color": color.model if mine else color.border,
            "lw": 2.0 if mine else 0.9,
            "zorder": 3 if mine else 1,
        }
        if column < SIZE:
            ax.plot([x[column], x[row]], [low, high], "-", **style)
        else:
            start, end = (x[column - SIZE] + 0.45, high), (x[row] - 0.45, high)
            arrow = FancyArrowPatch(start, end, arrowstyle="->", mutation_scale=11)
            arrow.set(**style)
            ax.add_patch(arrow)
    ax.plot(x, np.full(SIZE, low), "o", color=color.data, ms=9, zorder=4)
    ax.plot(x, np.full(SIZE, high), "o", color=color.ink, ms=9, zorder=4)
    ax.plot(x[chosen], high, "o", color=color.model, ms=11, zorder=5)
    names = ("states", "inputs") if recurrent else ("outputs", "inputs")
    for name, y in zip(names, (0.1, 6.4), strict=True):
        title(ax, WIDTH / 2, y, name)


def _draw_numbers(ax, numbers, corner, cell, chosen):
    """Write the numbers of the weights into a matrix, one row emphasized."""
    lattice(ax, numbers.shape, corner, cell)
    for row, column in np.argwhere(numbers):
        ax.text(
            corner[0] + (column + 0.5) * cell,
            corner[1] + (row + 0.5) * cell,
            str(numbers[row, column]),
            ha="center",
            va="center",
            color=color.model if row == chosen else color.ink,
        )
    y = corner[1] + chosen * cell
    frame(ax, (corner[0], y), numbers.shape[1] * cell, cell, color.model, 2.0)


# -- the matrix of a layer -------------------------------------------------------------


def matrix_of(layer, size=SIZE):
    """Return the matrix (size, size) of a linear layer without biases.

    Column j is what it makes of an input that is 1 at place j, else 0.
    """
    ones = np.eye(size)[:, :, None]  # sequence j, place, one feature
    return np.asarray(layer(ones).data)[:, :, 0].T


def linear_reader(size=SIZE, feedback=0.5):
    """Return a recurrent layer of one linear unit, input weight 1."""
    layer = SimpleRNN(
        1, "linear", use_bias=False, return_sequences=True, dtype="float64"
    )
    layer(np.zeros((1, size, 1)))
    layer.set_weights([[[1.0]], [[feedback]]])
    return layer


def sliding(kernel, size=SIZE):
    """Return a convolution with this kernel that keeps the length."""
    layer = Conv1D(1, len(kernel), padding="same", use_bias=False, dtype="float64")
    layer(np.zeros((1, size, 1)))
    layer.set_weights([np.reshape(kernel, (-1, 1, 1)).astype(float)])
    return layer


# -- the map ---------------------------------------------------------------------------

FAMILIES = (
    ("dense", "feedforward: MLP", "rows of a table"),
    ("convolution", "convolutional", "classify, detect, segment"),
    ("recurrent", "recurrent: RNN, LSTM, GRU", "sequences, time series"),
    ("attention", "attention: transformers", "BERT, GPT, language models"),
    ("graph", "graph networks", "molecules, friends, roads"),
)
AIMS = (
    ("code", "autoencoders", "say it in fewer numbers"),
    ("noise", "generative networks", "GAN, VAE, diffusion"),
)


def show_map():
    """Show the families of architectures: who is connected, and what is wanted."""
    ax = sheet(30.6)
    title(ax, 0, 0.6, "Who is connected to whom?", ha="left")
    for place, family in enumerate(FAMILIES):
        _draw_family(ax, 1.9 + 3.9 * place, *family)
    ax.plot([0, WIDTH], [21.6, 21.6], ":", color=color.muted, lw=1)
    title(ax, 0, 22.6, "What is it trained for?", ha="left")
    for place, family in enumerate(AIMS):
        _draw_family(ax, 23.8 + 3.5 * place, *family)
    show(
        ax.figure,
        caption="Five families differ in their links, two in their aim; any of the two "
        "can be built from any of the five. Squares: who reads whom, row by row; the "
        "same fill means the same weight.",
        alt="A list with a small matrix beside each entry. Links: feedforward, full "
        "matrix; convolutional, a band of three diagonals; recurrent, an arrow from "
        "each step to the next; attention, full, with squares of different size; "
        "graph, full at the edges. Aims: autoencoders, an hourglass; generative "
        "networks, from noise to a picture.",
    )


def _draw_family(ax, y, icon, name, tasks):
    """Draw one line of the map: its picture, its name and its tasks."""
    _draw_icon(ax, icon, (0.2, y), 3.0)
    title(ax, 4.2, y + 0.8, name, ha="left")
    ax.text(4.2, y + 2.2, tasks, ha="left", va="center", color=color.muted)


def _draw_icon(ax, icon, corner, side):
    x, y = corner
    cell = side / SIZE
    if icon in KINDS and icon != "recurrent":
        numbers = weight_numbers(icon)
        _fill(ax, numbers, corner, cell)
    elif icon == "attention":
        generator = np.random.default_rng(12)
        shares = generator.dirichlet(np.full(SIZE, 0.6), SIZE)
        row, column = np.indices(shares.shape)
        middles = np.stack([column, row], axis=-1) * cell + cell / 2 + np.array(corner)
        half = 0.46 * cell * np.sqrt(shares)
        squares(ax, middles.reshape(-1, 2), half.ravel(), fc=color.model)
        frame(ax, corner, side, side, color.border, 0.8)
    elif icon == "recurrent":
        numbers = weight_numbers(icon)
        _fill(ax, numbers[:, :SIZE] + numbers[:, SIZE:], corner, cell)
    elif icon == "code":
        left = [(x, y), (x + side / 2, y + 1.2), (x + side / 2, y + 1.8), (x, y + side)]
        right = [(2 * x + side - a, b) for a, b in left]
        for corners in (left, right):
            ax.add_patch(Polygon(corners, fc="none", ec=color.model, lw=1.6))
    else:
        dots = np.random.default_rng(3).uniform(0.2, 0.8, (12, 2)) * side
        squares(ax, np.array([x - 0.5, y]) + dots * [0.6, 1], 0.12, fc=color.ink)
        arrow = FancyArrowPatch(
            (x + 1.35, y + 1.5), (x + side, y + 1.5), arrowstyle="->", mutation_scale=12
        )
        arrow.set(color=color.model, lw=1.6)
        ax.add_patch(arrow)


def _fill(ax, numbers, corner, cell):
    """Fill the cells of a matrix: one shade for each of up to three shared weights."""
    fills = (color.model, color.data, color.muted)
    distinct = numbers.max()
    for number in range(1, distinct + 1):
        row, column = np.nonzero(numbers == number)
        middles = np.stack([column, row], axis=1) * cell + cell / 2 + np.array(corner)
        fill = fills[number - 1] if distinct <= len(fills) else color.muted
        squares(ax, middles, 0.42 * cell, fc=fill)
    side = SIZE * cell
    frame(ax, corner, side, side, color.border, 0.8)


def written(matrix):
    """Return a matrix as lines of text, in as few characters as it needs."""
    cells = [[minus(round(float(value), 5)) for value in row] for row in matrix]
    width = max(len(cell) for row in cells for cell in row)
    return "\n".join(" ".join(cell.rjust(width) for cell in row) for row in cells)
