"""Recurrent models drawn along time, from the live model and the values in it.

Every box is one step of one layer; the arrows of one kind all stand for the same
weights. The drawing is read from the layers: which of them recur, what they hand on
(`return_sequences`), and what is repeated for a layer that comes later.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from dlcore.layers import Dense, RepeatVector, SimpleRNN
from dlcore.teach._labels import LINE, canvas
from dlcore.teach.chapter07 import minus
from dlcore.teach.figures import color, figure

WIDTH = 282.0  # of a drawing, in points
BOX = 43.0  # width of a box
RISE = 33.0  # between the boxes of two rows
EDGE = 18.0  # room at the left for the start state
LETTERS = {"x": color.data, "h": color.model, "o": color.truth}
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass
class Node:
    """One box: a letter, its place in the grid, and the numbers in it."""

    letter: str
    column: int
    row: int
    values: np.ndarray

    @property
    def name(self):
        """Return the letter with the step as its index."""
        return f"{self.letter}{self.column + 1}".translate(SUBSCRIPT)


@dataclass
class Drawn:
    """All boxes of a model and the arrows between them, (source, target, weights)."""

    nodes: list = field(default_factory=list)
    arrows: list = field(default_factory=list)

    def add(self, *node):
        """Add a box and return it."""
        self.nodes.append(Node(*node))
        return self.nodes[-1]


def states_of(layer, x):
    """Return the states of a recurrent layer after each step of one sequence.

    Arguments: `layer`, a built SimpleRNN; `x`, its inputs, (time, in).
    """
    states, found = layer.first_states(layer.enter(x[None]), None), []
    for row in x:
        output, states = layer.cell(row[None], states)
        found.append(output.data[0])
    return np.array(found)


def read_model(model, x):
    """Return what a model does with one sequence, or with one vector, as boxes.

    Arguments: `model` of SimpleRNN, RepeatVector and Dense layers; `x`, (time, in), or
    (in,) for a model that starts by repeating it.
    """
    drawn, x = Drawn(), np.asarray(x, dtype=float)
    rows = x if x.ndim == 2 else x[None]
    handed = [drawn.add("x", t, 0, row) for t, row in enumerate(rows)]
    for layer in model.layers:
        if isinstance(layer, RepeatVector):
            handed = handed * layer.n
        elif isinstance(layer, SimpleRNN):
            handed = _recur(drawn, layer, handed)
        elif isinstance(layer, Dense):
            handed = _dense(drawn, layer, handed)
        else:
            raise TypeError(f"draw_unrolled knows no {type(layer).__name__}")
    return drawn


def _recur(drawn, layer, sources):
    """Add the states of a recurrent layer above, or to the right of, its sources."""
    first = sources[0]
    repeated = len(sources) > 1 and all(source is first for source in sources)
    again = repeated and first.letter == "h"  # a second layer that writes what one read
    row = first.row if again else first.row + 1
    start = first.column + again
    states = states_of(layer, np.array([source.values for source in sources]))
    nodes = []
    for k, (source, values) in enumerate(zip(sources, states, strict=True)):
        column = start + k if repeated else source.column
        nodes.append(drawn.add("h", column, row, values))
        drawn.arrows.append((source, nodes[-1], "xh"))
    drawn.arrows += [(a, b, "hh") for a, b in pairwise(nodes)]
    return nodes if layer.return_sequences else nodes[-1:]


def _dense(drawn, layer, sources):
    """Add an output above each of the sources."""
    nodes = []
    for source in sources:
        values = layer(source.values[None]).data[0]
        nodes.append(drawn.add("o", source.column, source.row + 1, values))
        drawn.arrows.append((source, nodes[-1], "hy"))
    return nodes


# -- the drawing -----------------------------------------------------------------------


def draw_unrolled(model, x, columns=None, digits=2):
    """Draw a recurrent model along time and return the axes.

    Arguments: `model` and `x` as in `read_model`; `columns`, how many steps there is
    room for, by default as many as there are; `digits` of the numbers.
    """
    drawn = read_model(model, x)
    columns = columns or 1 + max(node.column for node in drawn.nodes)
    step = (WIDTH - EDGE) / columns
    return _draw(drawn, lambda node: EDGE + step * (node.column + 0.5), digits)


def draw_folded(model, x):
    """Draw a recurrent model once, with a loop, without numbers."""
    drawn = read_model(model, x)
    drawn.nodes = [node for node in drawn.nodes if node.column == 0]
    drawn.arrows = [a for a in drawn.arrows if a[1].column == 0]
    ax = _draw(drawn, lambda node: WIDTH / 2, None)
    state = next(node for node in drawn.nodes if node.letter == "h")
    _loop(ax, WIDTH / 2 + BOX / 2, state.y)
    return ax


def _draw(drawn, place, digits):
    """Draw boxes and arrows; without digits there are names of any step t alone."""
    tall = [0.0] * (1 + max(node.row for node in drawn.nodes))
    for node in drawn.nodes:
        node.lines = [f"${node.letter}_t$"]
        if digits:
            node.lines = [node.name, *(minus(v, digits) for v in node.values)]
        tall[node.row] = max(tall[node.row], LINE * len(node.lines) + 7)
    for node in drawn.nodes:
        below = sum(tall[: node.row]) + RISE * node.row
        node.x, node.y, node.tall = place(node), below + tall[node.row] / 2 + 2, 0
        node.tall = LINE * len(node.lines) + 7
    height = sum(tall) + RISE * (len(tall) - 1) + 4
    _, ax = figure(height=height / 72)
    canvas(ax, WIDTH, height)
    for source, target, weights in drawn.arrows:
        _connect(ax, source, target, weights)
    for node in drawn.nodes:
        _box(ax, node)
        started = any(a[1] is node and a[2] == "hh" for a in drawn.arrows)
        if digits and node.letter == "h" and not started:
            _start(ax, node, drawn)
    return ax


def _box(ax, node):
    role = LETTERS[node.letter]
    corner = (node.x - BOX / 2, node.y - node.tall / 2)
    style = {"fc": color.paper, "ec": role, "lw": 1.3, "zorder": 3}
    shape = "round,pad=0,rounding_size=6" if node.letter == "h" else "square,pad=0"
    ax.add_patch(FancyBboxPatch(corner, BOX, node.tall, boxstyle=shape, **style))
    top = node.y + node.tall / 2 - 3.5
    for k, text in enumerate(node.lines):
        options = {"ha": "center", "va": "top", "zorder": 4}
        if k == 0:
            options |= {"color": role, "weight": "bold"}
        ax.text(node.x, top - LINE * k, text, **options)


def _arrow(ax, start, end, role, bend=0.0, **style):
    ax.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>,head_length=4.5,head_width=2.6",
            mutation_scale=1, shrinkA=0, shrinkB=0.5, color=role, lw=1.4, zorder=2,
            connectionstyle=f"arc3,rad={bend}", **style,
        )
    )  # fmt: skip


def _connect(ax, source, target, weights):
    """Draw the arrow of one step; arrows of the same weights look alike."""
    if source.row == target.row and weights == "hh":
        ends = (source.x + BOX / 2, source.y), (target.x - BOX / 2, target.y)
        _arrow(ax, *ends, color.model)
    elif source.row == target.row:  # what was read, given to every step that writes
        near = target.column == source.column + 1
        start = (source.x + (BOX / 4 if not near else BOX / 2), source.y)
        if near:
            _arrow(ax, start, (target.x - BOX / 2, target.y), color.data, ls="--")
        else:
            start = (start[0], source.y - source.tall / 2)
            end = (target.x, target.y - target.tall / 2)
            _arrow(ax, start, end, color.data, bend=0.35, ls="--")
    else:
        role = color.data if weights == "xh" else color.truth
        start = (source.x, source.y + source.tall / 2)
        ls = "--" if weights == "xh" and source.column != target.column else "-"
        _arrow(ax, start, (target.x, target.y - target.tall / 2), role, ls=ls)


def _start(ax, node, drawn):
    """Draw where a layer without a state before it begins: from zeros."""
    if any(a[1] is node and a[0].row == node.row for a in drawn.arrows):
        return  # the arrow of what was read stands there
    left = max(node.x - BOX / 2 - 17, 8)
    ax.text(left - 2, node.y, "0", ha="right", va="center", color=color.muted)
    _arrow(ax, (left, node.y), (node.x - BOX / 2, node.y), color.model)


def _loop(ax, right, y):
    """Draw the arrow of a state back to itself."""
    ax.add_patch(
        FancyArrowPatch(
            (right, y + 7), (right, y - 7), connectionstyle="arc3,rad=-4.2",
            arrowstyle="-|>,head_length=4.5,head_width=2.6", mutation_scale=1,
            shrinkA=0, shrinkB=0.5, color=color.model, lw=1.4, zorder=2,
        )
    )  # fmt: skip
    ax.text(right + 36, y, "one step later", va="center", color=color.model)
