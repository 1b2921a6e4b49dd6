"""Numbers and drawings of page 7.1: blame, walked backward through a network.

The network is small enough for paper: one input, two sigmoid units, two straight
outputs. All values and gradients in the drawings are read from the live model and from
its tape.
"""

from functools import cache

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch

from dlcore import Input, Sequential, ops
from dlcore.layers import Dense
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show
from dlcore.teach.graphs import draw_graph

X = np.array([[2.0]])
"""The one row of the paper example, (1, 1)."""

TARGETS = (2.0, 1.0)
"""What its two outputs should say."""

W = np.array([[0.5, 1.0]])
B = np.array([-1.0, np.log(4) - 2])  # so that the units say 0.5 and 0.8
V = np.array([[2.0, 1.0], [-1.5, 2.0]])
C = np.array([1.2, -0.6])

WEIGHTS = {
    "w₁: x → unit 1": (0, 0, 0),
    "w₂: x → unit 2": (0, 0, 1),
    "v₁₁: unit 1 → ŷ₁": (2, 0, 0),
    "v₁₂: unit 1 → ŷ₂": (2, 0, 1),
    "v₂₁: unit 2 → ŷ₁": (2, 1, 0),
    "v₂₂: unit 2 → ŷ₂": (2, 1, 1),
}
"""For each weight its array among the model's weights, and its place in there."""


def minus(number, digits=2):
    """Return a number as short text, with a minus sign that shows."""
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if float(text) == 0 else text.replace("-", "−")


def paper_network(outputs=2):
    """Return the paper network 1-2-2, or with its first output alone, 1-2-1."""
    model = Sequential(
        [
            Input(shape=(1,)),
            Dense(2, activation="sigmoid", name="hidden"),
            Dense(outputs, name="out"),  # short names, so that the tape fits
        ],
        dtype="float64",
    )
    model.set_weights([W, B, V[:, :outputs], C[:outputs]])
    return model


def half_squares(prediction, target):
    """Return half the sum of squared errors as a Tensor."""
    return ops.sum((prediction - target) ** 2) * 0.5


def blamed(second_target=TARGETS[1]):
    """Return the paper network after a walk back, and its loss."""
    model = paper_network()
    loss = half_squares(model(X), np.array([[TARGETS[0], second_target]]))
    loss.backward()
    return model, float(loss.data)


# -- the picture of blame --------------------------------------------------------------

PLACES = {"x": (20, 105), "h0": (100, 170), "h1": (100, 40), "y0": (195, 170),
          "y1": (195, 40), "Q": (262, 105)}  # fmt: skip


def _slopes(model, errors):
    """Return the local slope of every arrow of the picture, by its two ends."""
    kernel, _, out, _ = model.get_weights()
    a = model.layers[0].output.data[0]
    slopes = {("x", f"h{j}"): kernel[0, j] for j in (0, 1)}
    slopes |= {
        (f"h{j}", f"y{k}"): out[j, k] * a[j] * (1 - a[j])
        for j in (0, 1)
        for k in (0, 1)
    }
    return slopes | {(f"y{k}", "Q"): errors[k] for k in (0, 1)}


def _path(weight):
    """Return the arrows that lead from a weight to the loss, its own one first."""
    array, row, column = WEIGHTS[weight]
    if array == 2:
        return [(f"h{row}", f"y{column}"), (f"y{column}", "Q")]
    unit = f"h{column}"
    ways = [arrow for k in (0, 1) for arrow in ((unit, f"y{k}"), (f"y{k}", "Q"))]
    return [("x", unit), *ways]


def draw_blame(weight, second_target):
    """Draw the paths from one weight to the loss, and multiply along them."""
    model, loss = blamed(second_target)
    a, said = (layer.output.data[0] for layer in model.layers)
    errors = model.layers[1].z.grad[0]
    path = _path(weight)
    _, ax = figure(height=3.0)
    canvas(ax, 282, 216)
    for source, target in _slopes(model, errors):
        lit = (source, target) in path
        _arrow(ax, PLACES[source], PLACES[target], lit, lit and path[0][0] == source)
    _circles(ax, a, said, loss)
    _names(ax, errors)
    array, row, column = WEIGHTS[weight]
    found = model.weights[array].grad[row, column]
    return (
        f"{weight.split(':')[0]}: {_product(weight, model, errors)} = "
        f"{minus(found, 3)}. Descent {_moves(found)} this weight."
    )


def _circles(ax, a, said, loss):
    """Draw the units with the values in them."""
    texts = {"x": minus(X[0, 0]), "Q": minus(loss, 3)}
    texts |= {f"h{j}": minus(a[j]) for j in (0, 1)}
    texts |= {f"y{k}": minus(said[k]) for k in (0, 1)}
    for name, (px, py) in PLACES.items():
        role = color.loss if name == "Q" else color.ink
        ax.add_patch(Circle((px, py), 19, fc=color.paper, ec=role, lw=1.3, zorder=3))
        ax.text(px, py, texts[name], ha="center", va="center", zorder=4)


def _moves(gradient):
    if abs(gradient) < 1e-12:
        return "does not move"
    return "lowers" if gradient > 0 else "raises"


def _names(ax, errors):
    for name, text in (("x", "input"), ("Q", "loss Q")):
        ax.text(PLACES[name][0], PLACES[name][1] - 34, text, ha="center", va="center")
    for j in (0, 1):
        px, py = PLACES[f"h{j}"]
        ax.text(px, py + (28 if j == 0 else -28), f"unit {j + 1}", ha="center",
                va="center")  # fmt: skip
        px, py = PLACES[f"y{j}"]
        text = f"error {minus(errors[j])}"
        ax.text(px, py + (28 if j == 0 else -28), text, ha="center", va="center",
                color=color.gradient)  # fmt: skip


def _arrow(ax, start, end, lit, first):
    style = {"color": color.gradient if lit else color.muted, "lw": 2.6 if lit else 0.9}
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=11,
            shrinkA=20,
            shrinkB=20,
            ls="-" if first or not lit else "--",
            zorder=2,
            **style,
        )
    )


def _product(weight, model, errors):
    """Return the product of local slopes as text, its numbers from the model."""
    array, row, column = WEIGHTS[weight]
    a, out = model.layers[0].output.data[0], model.get_weights()[2]

    def brace(number):
        return f"({minus(number)})" if number < 0 else minus(number)

    if array == 2:
        return f"error {brace(errors[column])} · a {minus(a[row])}"
    sums = " + ".join(f"{brace(errors[k])} · {brace(out[column, k])}" for k in (0, 1))
    slope = a[column] * (1 - a[column])
    return f"({sums}) · slope {minus(slope)} · input {minus(X[0, 0])}"


# -- the cycle -------------------------------------------------------------------------

CYCLE = ("predict", "measure", "feedback", "adjust")
DOES = ("forward pass", "loss", "backpropagation", "optimizer")


def show_cycle():
    """Show which of the four phases of training is backpropagation."""
    fig, ax = figure(height=2.6)
    canvas(ax, 281, 187)
    places = [(70, 140), (211, 140), (211, 45), (70, 45)]
    for (px, py), phase, does in zip(places, CYCLE, DOES, strict=True):
        lit = phase == "feedback"
        ax.text(px, py, phase, ha="center", va="center", weight="bold",
                color=color.gradient if lit else color.ink)  # fmt: skip
        ax.text(px, py - 18, does, ha="center", va="center",
                color=color.gradient if lit else color.muted)  # fmt: skip
    _turn(ax)
    show(
        fig,
        caption="Backpropagation is one of four phases. It finds gradients; the "
        "optimizer, in the next phase, uses them.",
        alt="Four words in a circle: predict, the forward pass; measure, the loss; "
        "feedback, which is backpropagation; adjust, the optimizer; and on to predict.",
    )


def _turn(ax):
    """Draw the four arrows of the cycle."""
    bends = [((112, 140), (170, 140)), ((211, 112), (211, 62)),
             ((163, 45), (112, 45)), ((70, 62), (70, 112))]  # fmt: skip
    for start, end in bends:
        ax.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=12,
                                     color=color.muted, lw=1.2))  # fmt: skip


def show_unit():
    """Show what one unit receives from its neighbors and sends to them."""
    fig, ax = figure(height=2.5)
    canvas(ax, 281, 180)
    _neighbors(ax)
    show(
        fig,
        caption="A unit talks to its neighbors alone. Solid: values go forward; "
        "dashed: gradients come back on the same connections.",
        alt="A unit j in the middle, two units before it and two after it. On each of "
        "the four connections a solid arrow forward and a dashed arrow backward.",
    )


def _neighbors(ax):
    """Draw a unit, the units around it, and what they tell each other."""
    left, right = [(35, 140), (35, 40)], [(246, 140), (246, 40)]
    middle = (140, 90)
    for place in (*left, middle, *right):
        role = color.model if place == middle else color.muted
        ax.add_patch(Circle(place, 18, fc=color.paper, ec=role, lw=1.6, zorder=3))
    ax.text(*middle, "j", ha="center", va="center", zorder=4)
    for place in left:
        _message(ax, place, middle, color.data, "-", 7)
        _message(ax, middle, place, color.gradient, "--", 7)
    for place in right:
        _message(ax, middle, place, color.data, "-", 7)
        _message(ax, place, middle, color.gradient, "--", 7)
    ax.text(140, 158, "values →", ha="center", color=color.data)
    ax.text(140, 14, "← gradients", ha="center", color=color.gradient)


def _message(ax, start, end, role, stroke, aside):
    way = np.subtract(end, start)
    off = aside * np.array([-way[1], way[0]]) / np.hypot(*way)
    ax.add_patch(
        FancyArrowPatch(
            np.add(start, off),
            np.add(end, off),
            arrowstyle="-|>",
            mutation_scale=11,
            shrinkA=19,
            shrinkB=19,
            color=role,
            lw=1.5,
            ls=stroke,
        )
    )


def show_paper_graph(loss):
    """Show the tape of the worked case for one row, with values and gradients."""
    ax = draw_graph(loss)
    show(
        ax.figure,
        caption="Two passes on one record. Values are stored on the way down. "
        "Green, behind ∂: gradients, computed on the way up from the stored values.",
        alt="From top to bottom: input, kernel and bias meet in a weighted sum, which "
        "goes through the sigmoid to 0.5 and 0.8; a second weighted sum gives 1; the "
        f"error is squared and halved to the loss {float(loss.data):g}. Each box also "
        "has its gradient.",
    )


# -- two passes, and a wrong order -----------------------------------------------------

ORDERS = ("update last", "update early")


def walk_back(order, rate):
    """Return the gradient of the hidden kernel that a walk back finds.

    The wrong order moves the output kernel before the hidden one has asked it.
    """
    out = V[:, 0].copy()
    a = 1 / (1 + np.exp(-(X[0, 0] * W[0] + B)))
    error = a @ out + C[0] - TARGETS[0]
    d_out = error * a
    if order == ORDERS[1]:
        out = out - rate * d_out
    return error * out * a * (1 - a) * X[0, 0]


@cache
def true_gradient(step=1e-6):
    """Return the gradient of the hidden kernel by nudging."""

    def loss(kernel):
        a = 1 / (1 + np.exp(-(X[0, 0] * kernel + B)))
        return 0.5 * (a @ V[:, 0] + C[0] - TARGETS[0]) ** 2

    nudges = step * np.eye(2)
    return np.array([(loss(W[0] + n) - loss(W[0] - n)) / (2 * step) for n in nudges])


def draw_order(order, rate):
    """Draw the gradient that a walk back finds beside that of the referee."""
    found, right = walk_back(order, rate), true_gradient()
    _, ax = figure(height=2.6)
    places = np.arange(2)
    ax.bar(places - 0.18, right, 0.34, color=color.paper, edgecolor=color.truth,
           lw=1.4)  # fmt: skip
    ax.bar(places + 0.18, found, 0.34, color=color.gradient)
    ax.axhline(0, color=color.muted, lw=0.8)
    ax.set_xticks([-0.18, 0.18, 0.82, 1.18])
    ax.set_xticklabels(["true", "found", "true", "found"])
    ax.set(ylim=(-2.2, 1.2), ylabel="gradient", xlim=(-0.5, 1.5))
    for place in places:
        ax.text(place, 0.95, f"w₁{'₁₂'[place]}", ha="center", weight="bold")
    off = np.linalg.norm(found - right) / np.linalg.norm(right)
    return (
        f"η = {rate:g}, {order}: found {minus(found[0], 3)} and {minus(found[1], 3)}, "
        f"true {minus(right[0], 3)} and {minus(right[1], 3)}; off by "
        f"{100 * off:.0f} percent."
    )
