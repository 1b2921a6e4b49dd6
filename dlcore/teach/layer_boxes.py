"""A model as boxes, one for each layer, with what goes from box to box."""

import numpy as np
from matplotlib.patches import FancyBboxPatch

from dlcore.errors import explain
from dlcore.summary import row
from dlcore.teach import figures
from dlcore.teach._labels import LINE, canvas, text_width
from dlcore.teach._roles import color

WIDTH = 280.0  # of the drawing, in points
GAP, EDGE = 20.0, 5.0  # between two boxes; from a box to its text


def draw_layers(
    model, ax=None, shapes=True, names=True, activations=False, trainable=False
):
    """Draw a model's layers from top to bottom.

    Args:
        model: a model whose layers follow one another.
        ax: where to draw; a new figure of fitting height when None.
        shapes: whether to write each layer's output shape, None for any number.
        names: whether to write each layer's name beside its kind.
        activations: whether to write its activation.
        trainable: whether to write if it is trained.

    Returns:
        The axes; its figure is `ax.figure`.

    Raises:
        ValueError: the model has no layers.
    """
    texts = [
        lines_of(layer, shapes, names, activations, trainable) for layer in model.layers
    ]
    if not texts:
        raise ValueError(
            f"{model.name} has no layers to draw."
            + explain("one layer or more", "no layers", "add them: model.add(Dense(3))")
        )
    heights = [len(lines) * LINE + 2 * EDGE for lines in texts]
    height = sum(heights) + GAP * (len(texts) - 1) + 2
    if ax is None:
        _, ax = figures.figure(height=height / 72)
    canvas(ax, WIDTH, height)
    tops = height - 1 - np.cumsum([0, *heights[:-1]]) - GAP * np.arange(len(texts))
    for number, (lines, top, size) in enumerate(zip(texts, tops, heights, strict=True)):
        draw_box(ax, lines, top, size)
        if number:
            arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.2}
            ends = (WIDTH / 2, top), (WIDTH / 2, top + GAP)
            ax.annotate("", *ends, arrowprops={**arrow, "shrinkA": 0, "shrinkB": 0})
    return ax


def draw_box(ax, lines, top, height):
    """Draw one box with its lines of text, the first one darker.

    Args:
        ax: where to draw.
        lines: the text.
        top, height: of the box, in points.
    """
    width = max(text_width(line) for line in lines) + 4 * EDGE
    corner = (WIDTH - width) / 2, top - height
    style = {"boxstyle": "round,pad=0,rounding_size=4", "lw": 1.0}
    box = FancyBboxPatch(corner, width, height, **style, fc=color.surface)
    box.set_edgecolor(color.muted)
    ax.add_patch(box)
    for number, line in enumerate(lines):
        y = top - EDGE - (number + 0.5) * LINE
        ink = color.muted if number else color.ink
        ax.text(WIDTH / 2, y, line, ha="center", va="center", color=ink, size=12)


def lines_of(layer, shapes, names, activations, trainable):
    """Return what stands in a layer's box, line by line.

    Args:
        layer: the layer.
        shapes, names, activations, trainable: see `draw_layers`.
    """
    named, shape, _, trained = row(layer)
    lines = [named if names else type(layer).__name__]
    activation = getattr(layer, "activation", None)
    if activations and activation is not None:
        lines.append(f"activation {activation.__name__}")
    if shapes:
        lines.append(shape)
    if trainable:
        lines.append("trained" if trained == "yes" else "frozen")
    return lines
