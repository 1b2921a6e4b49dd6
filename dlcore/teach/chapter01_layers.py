"""Networks and drawings of page 1.3: layers, shapes, parameters, the forward pass."""

import functools
import itertools

import numpy as np
from matplotlib.patches import Circle, Rectangle

from dlcore import layers, utils
from dlcore.sequential import Sequential
from dlcore.teach._labels import canvas, compact
from dlcore.teach.figures import color, figure, show
from dlcore.teach.networks import draw_network

ANIMALS = ("cat", "dog", "llama", "lizard")
STEPS = ("input", "hidden layer 1", "hidden layer 2", "output")
SEED = 1


# -- networks --------------------------------------------------------------------------


def body_network():
    """Return the 2-3-2 network: height and weight in, two classes out."""
    utils.set_random_seed(SEED)
    return Sequential(
        [
            layers.Dense(3, activation="relu", input_shape=(2,)),
            layers.Dense(2, activation="softmax"),
        ]
    )


def animal_network():
    """Return the 8-6-6-4 network: eight features in, four animals out."""
    utils.set_random_seed(SEED)
    return Sequential(
        [
            layers.Dense(6, activation="relu", input_shape=(8,)),
            layers.Dense(6, activation="relu"),
            layers.Dense(4, activation="softmax"),
        ]
    )


def animal_rows():
    """Return three rows of eight features, drawn at random, (3, 8)."""
    return np.random.default_rng(SEED).normal(size=(3, 8)).round(1)


@functools.cache
def passed(row):
    """Return the arrays of one row on its way through 8-6-6-4, input first."""
    values, model = [animal_rows()[row - 1]], animal_network()
    for layer in model.layers:
        values.append(layer(values[-1][None]).numpy()[0])
    return values


def count(sizes):
    """Return (weights, biases) of each dense layer of a network of these sizes."""
    return [(n_in * n_out, n_out) for n_in, n_out in itertools.pairwise(sizes)]


# -- drawings for explorable figures ---------------------------------------------------


def forward(row, step):
    """Draw the network 8-6-6-4 with the values that are known after a step."""
    values, known = passed(row), STEPS.index(step)
    _, ax = figure(height=4.5)
    canvas(ax, 280, 324)
    places = [
        [(x, 155 + (len(v) - 1) * 18 - 36 * i) for i in range(len(v))]
        for x, v in zip((22, 92, 162, 222), values, strict=True)
    ]
    for number, (left, right) in enumerate(itertools.pairwise(places), start=1):
        _lines(ax, left, right, now=number == known)
    for number, (column, array) in enumerate(zip(places, values, strict=True)):
        _column(ax, column, array if number <= known else None, number == known)
    for (x, y), name in zip(places[-1], ANIMALS, strict=True):
        ax.text(x + 20, y, name, va="center")
    for x, text in zip((22, 92, 162, 222), ("8", "6", "6", "4"), strict=True):
        ax.text(x, 314, text, ha="center", va="center", weight="bold")
    array = values[known]
    if known == 0:
        return f"Animal {row}: eight features go in. Nothing has been computed yet."
    text = f"Animal {row}, {step}: {len(array)} numbers"
    if known < 3:
        zeros = int(np.sum(array == 0))
        return text + f", of which {zeros} are 0. They are all the next layer sees."
    best = ANIMALS[int(np.argmax(array))]
    return text + (
        f" that add up to {array.sum():.2f}. The largest, {array.max():.2f}, stands at "
        f"{best}, which means nothing as long as the weights are random."
    )


def _lines(ax, left, right, now):
    """Draw all connections of two columns, as one path."""
    gap = (np.nan, np.nan)
    path = [p for a in left for b in right for p in (a, b, gap)]
    x, y = np.array(path).T
    style = {"color": color.data, "lw": 1.0} if now else {"color": color.border}
    ax.plot(x, y, "-", **({"lw": 0.6} | style), zorder=1)


def _column(ax, places, values, now):
    edge = color.data if now else color.muted
    for i, (x, y) in enumerate(places):
        style = {"fc": color.paper, "ec": edge, "lw": 1.6 if now else 0.9, "zorder": 2}
        ax.add_patch(Circle((x, y), 17, **style))
        if values is not None:
            small = 0 < values[i] < 0.05  # 0.02, for 1.8e-2 is wider than its circle
            text = f"{values[i]:.2f}" if small else compact(values[i], 2)
            ax.text(x, y, text, ha="center", va="center", zorder=3)


def parameters(inputs, hidden, outputs):
    """Draw how many weights and biases each layer of a network has."""
    parts = count((inputs, hidden, outputs))
    names = ["hidden: weights", "hidden: biases", "output: weights", "output: biases"]
    numbers = [number for part in parts for number in part]
    _, ax = figure(height=2.5)
    inks = [color.data, color.model] * 2
    ax.barh(names, numbers, color=inks, height=0.6)
    for place, number in enumerate(numbers):
        ax.text(number * 1.25, place, f"{number:,}", va="center")
    ax.invert_yaxis()
    ax.set(xscale="log", xlim=(0.7, 3e7), xlabel="how many (logarithmic scale)")
    (w1, b1), (w2, b2) = parts
    return (
        f"{inputs}-{hidden}-{outputs}: ({w1:,} + {b1:,}) + ({w2:,} + {b2:,}) = "
        f"{sum(numbers):,} parameters."
    )


def shapes(batch, n_in, n_out):
    """Draw the arrays of a dense layer as cells: X, W, b and Z."""
    _, ax = figure(height=2.8)
    canvas(ax, 280, 200)
    cell = 12
    parts = [("X", batch, n_in), ("W", n_in, n_out), ("b", 1, n_out)]
    parts.append(("Z", batch, n_out))
    room = [max(columns * cell, 44) for _, _, columns in parts]  # or its shape below
    left = (280 - sum(room) - 3 * 20) / 2
    for (name, rows, columns), wide, sign in zip(parts, room, "·+= ", strict=True):
        ink = color.model if name in "Wb" else color.data
        middle, top = left + wide / 2, 110 + rows * cell / 2
        x = middle - columns * cell / 2
        ax.text(left + wide + 10, 110, sign, ha="center", va="center")
        left += wide + 20
        for i in range(rows):
            for j in range(columns):
                corner = (x + j * cell, top - (i + 1) * cell)
                box = {"fc": color.paper, "ec": ink, "lw": 1.1}
                ax.add_patch(Rectangle(corner, cell, cell, **box))
        ax.text(middle, 182, name, ha="center", weight="bold", color=ink)
        shape = f"({rows}, {columns})" if name != "b" else f"({columns},)"
        ax.text(middle, 30, shape, ha="center", color=ink)
    ax.text(140, 6, "rows of X and Z: samples", ha="center", color=color.muted)
    return (
        f"X ({batch}, {n_in}) times W ({n_in}, {n_out}) plus b ({n_out},) gives Z "
        f"({batch}, {n_out}): {n_in * n_out + n_out} parameters, "
        f"{batch * n_out} weighted sum{'s' * (batch * n_out != 1)}."
    )


# -- figures that do not move ----------------------------------------------------------


def body(x=(0.5, 1.0)):
    """Show the network 2-3-2 with the values of one person."""
    model = body_network()
    out = model.predict(np.array([x]))[0]
    ax = draw_network(
        model, x=x, inputs=["height", "weight"], outputs=["over", "under"]
    )
    show(
        ax.figure,
        caption="A network of two inputs, three hidden neurons and two outputs. Solid "
        "lines are positive weights, dashed ones negative, wide ones large; b is the "
        "bias of a neuron. Its weights are random: it has learned nothing.",
        alt="Two inputs, height and weight, are joined to each of three hidden "
        "neurons, and these to each of two output neurons, over and under. The "
        f"outputs are {out[0]:.2f} and {out[1]:.2f}.",
    )
