"""Numbers and drawings of pages 3.1 and 3.2: networks and backpropagation.

Every number comes from live `dlcore` models, trained on the 32 hotels; each `draw_`
function makes one figure and returns its caption, as `teach.explore` wants it, and
each `show_` function shows a finished figure.
"""

from functools import cache
from itertools import pairwise

import numpy as np

from dlcore import Input, Sequential, ops
from dlcore.datasets import hotels
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.preprocessing import Standardizer
from dlcore.teach.chapter02 import money
from dlcore.teach.figures import color, figure, show
from dlcore.teach.networks import draw_network
from dlcore.utils import set_random_seed

RATE = 0.08
"""The learning rate of the hotel tasks."""

(ROWS, PRICES), (ROWS_TEST, PRICES_TEST) = hotels.load_data("nonlinear")
X_SCALE, Y_SCALE = Standardizer().fit(ROWS), Standardizer().fit(PRICES)
X, X_TEST = X_SCALE.transform(ROWS), X_SCALE.transform(ROWS_TEST)
Y, Y_TEST = Y_SCALE.transform(PRICES), Y_SCALE.transform(PRICES_TEST)
SQUARE = float(Y_SCALE.std[0] ** 2)
"""Squared dollars in one squared standard deviation of the price."""

HOTEL = 21
"""The hotel whose values are shown, hotel 22, counted from 0: a resort."""


def network(seed, activation=None, units=3):
    """Return an untrained network 2-units-1, compiled for the hotels."""
    set_random_seed(seed)
    model = Sequential(
        [Input(shape=(2,)), Dense(units, activation=activation), Dense(1)],
        dtype="float64",
    )
    model.compile(SGD(learning_rate=RATE), loss="mse")
    return model


@cache
def linear_network():
    """Return the linear network of seed 4 after 800 epochs."""
    model = network(4)
    model.fit(X, Y, epochs=800, batch_size=len(X), verbose=0)
    return model


def show_layers():
    """Show the network 3-3-3-1 with the names of its neurons."""
    layers = [["x₁", "x₂", "x₃"], ["A", "B", "C"], ["D", "E", "F"], ["G"]]
    places = [
        [(1.6 * k, (len(row) - 1) / 2 - i) for i in range(len(row))]
        for k, row in enumerate(layers)
    ]
    fig, ax = figure(height=2.7)
    for before, after in pairwise(places):
        for start in before:
            for end in after:
                x, y = zip(start, end, strict=True)
                ax.plot(x, y, "-", color=color.muted, lw=0.8, zorder=1)
    for k, row in enumerate(layers):
        for label, (x, y) in zip(row, places[k], strict=True):
            marker, edge = ("s", color.data) if k == 0 else ("o", color.model)
            ax.plot(x, y, marker, ms=27, mfc=color.paper, mec=edge, mew=1.5, zorder=2)
            ax.text(x, y, label, ha="center", va="center", zorder=3)
    for k, word in enumerate(["inputs", "hidden", "hidden", "output"]):
        ax.text(1.6 * k, -1.8, word, ha="center", color=color.muted)
    ax.set(xlim=(-0.5, 5.3), ylim=(-1.9, 1.5))
    ax.set_axis_off()
    show(
        fig,
        caption="Every neuron is joined to all of the layer before and all of the "
        "next. A network 3-3-3-1, read from left to right; squares hold inputs, "
        "circles are neurons.",
        alt="Three input squares are each joined to the neurons A, B and C; each of "
        "these is joined to D, E and F; and these three are joined to the output "
        "neuron G.",
    )


def show_inside_out():
    """Show the order in which the nested formula of a network is read."""
    steps = [
        ("x", "inputs"),
        ("Σ", "combine"),
        ("f", "bend"),
        ("Σ", "combine"),
        ("g", "bend"),
        ("ŷ", "output"),
    ]
    fig, ax = figure(height=1.5)
    for k, (sign, word) in enumerate(steps):
        role = color.data if k == 0 else color.model
        ax.text(k, 0, sign, ha="center", va="center", color=role, size=18)
        ax.text(k, -0.75 if k % 2 else 0.55, word, ha="center")
        if k:
            arrow = {"arrowstyle": "->", "color": color.muted}
            ax.annotate("", (k - 0.22, 0), (k - 0.78, 0), arrowprops=arrow)
    ax.set(xlim=(-0.5, 5.5), ylim=(-0.9, 0.9))
    ax.set_axis_off()
    show(
        fig,
        caption="From the inside out: combine, bend, combine, bend. The order in "
        "which the nested formula is read, from left to right.",
        alt="Six stages joined by arrows: inputs, combine, bend with f, combine, bend "
        "with g, output.",
    )


# -- one training round ----------------------------------------------------------------

ROUNDS = (1, 2, 10, 100)
PHASES = ("1 predict", "2 measure", "3 feedback", "4 adjust")


@cache
def recorded_rounds():
    """Train the linear network of seed 4; keep weights and phases of some rounds."""
    model, kept = network(4), {}
    for number in range(1, max(ROUNDS) + 1):
        before = model.get_weights()
        phases = list(model.cycle(X, Y))
        if number in ROUNDS:
            kept[number] = (_clean(before), phases, _clean(model.get_weights()))
    return kept


def _clean(arrays):
    """Return arrays without the dust that rounding leaves where 0 is meant."""
    return [np.round(array, 12) + 0.0 for array in arrays]


def moved(number):
    """Return the names of the weights that moved in a round."""
    before, phases, after = recorded_rounds()[number]
    names = list(phases[3].weights)
    return [
        name
        for name, old, new in zip(names, before, after, strict=True)
        if not np.allclose(old, new, atol=1e-12)
    ]


def round_loss(number):
    """Return the loss that a round measured, in dollars²."""
    return recorded_rounds()[number][1][1].loss * SQUARE


def round_price(number):
    """Return what the network says about the shown hotel in a round, in dollars."""
    said = np.asarray(recorded_rounds()[number][1][0].prediction)
    return float(Y_SCALE.inverse_transform(said)[HOTEL, 0])


def draw_round(round, phase):
    """Draw the network after one phase of one training round."""
    before, phases, after = recorded_rounds()[round]
    known = phases[PHASES.index(phase)]
    model = network(4)
    model.set_weights(after if known.name == "adjust" else before)
    slopes = None
    if known.name == "feedback":
        names = list(known.gradients)
        slopes = dict(zip(names, _clean(known.gradients.values()), strict=True))
    draw_network(
        model,
        x=X[HOTEL],
        inputs=["distance", "rating"],
        outputs=["price"],
        target=Y[HOTEL] if known.name == "measure" else None,
        loss=known.loss if known.name == "measure" else None,
        gradients=slopes,
    )
    return f"Round {round}, {known.name}. " + _told(round, known, model)


def _told(round, known, model):
    """Say in words what one phase found out."""
    price = f"{PRICES[HOTEL, 0]:.0f}"
    if known.name == "predict":
        return (
            f"For hotel 22 the network says {round_price(round):.0f} dollars. It "
            f"costs {price}."
        )
    if known.name == "measure":
        return f"Over all 24 hotels the MSE is {round_loss(round):.1f} dollars²."
    if known.name == "feedback":
        sizes = [np.abs(slope).max() for slope in known.gradients.values()]
        size = f"{max(sizes):.3f}" if max(sizes) >= 5e-4 else "less than 0.001"
        return f"The largest of the 13 gradients has the size {size}."
    said = Y_SCALE.inverse_transform(model.predict(X, verbose=0))
    loss = np.mean((said - PRICES) ** 2)
    return (
        "Every weight has moved by −0.08 times its gradient. Hotel 22 would now get "
        f"{said[HOTEL, 0]:.0f} dollars; the MSE would be {loss:.1f} dollars²."
    )


# -- the plane -------------------------------------------------------------------------

ELEVATION = np.arctan(0.272)  # so that one of the directions meets the plane edge-on
CORNERS = np.array([[-1.3, -2.2], [-1.3, 1.8], [2.1, 1.8], [2.1, -2.2]])


def project(rows, height, degrees):
    """Return the picture coordinates of points (x₁, x₂, height) from a direction."""
    turn = np.deg2rad(degrees)
    across = -rows[:, 0] * np.sin(turn) + rows[:, 1] * np.cos(turn)
    toward = rows[:, 0] * np.cos(turn) + rows[:, 1] * np.sin(turn)
    return across, height * np.cos(ELEVATION) - toward * np.sin(ELEVATION)


def thickness(degrees):
    """Return how far the seen predictions scatter about the best straight line."""
    seen = np.array(project(X, _linear(X), degrees))
    centered = seen - seen.mean(axis=1, keepdims=True)
    return float(np.linalg.svd(centered, compute_uv=False)[1] / np.sqrt(len(X)))


def draw_plane(view):
    """Draw prices, predictions and the plane of the predictions from one direction."""
    _, ax = figure(height=3.0)
    sheet = project(CORNERS, _linear(CORNERS), view)
    ax.fill(*sheet, color=color.model, alpha=0.18, lw=0)
    actual, said = project(X, Y[:, 0], view), project(X, _linear(X), view)
    ax.plot([actual[0], said[0]], [actual[1], said[1]], "-", color=color.muted, lw=0.7)
    ax.plot(*actual, "o", color=color.data, ms=5.5, ls="none")
    ax.plot(*said, "s", color=color.model, ms=4.5, ls="none")
    resorts = ROWS[:, 0] > 17
    ax.text(
        actual[0][resorts].mean(),
        actual[1][resorts].max() + 0.2,
        "resorts",
        ha="center",
        color=color.data,
    )
    ax.set(xlim=(-2.7, 2.7), ylim=(-2.2, 3.1))
    ax.set_axis_off()
    return (
        f"From {view} degrees: squares are predictions, dots actual prices. The "
        f"predictions scatter by {thickness(view):.2f} about a straight line in the "
        "picture."
    )


def _linear(rows):
    return linear_network().predict(rows, verbose=0)[:, 0]


# -- one dial at a time ----------------------------------------------------------------

DIALS = {
    "w₁₁: distance → neuron 1": (0, (0, 0)),
    "w₂₁: rating → neuron 1": (0, (1, 0)),
    "b₁: bias of neuron 1": (1, (0,)),
    "v₁: neuron 1 → price": (2, (0, 0)),
    "v₂: neuron 2 → price": (2, (1, 0)),
    "c: bias of the output": (3, (0,)),
}
"""Some of the 13 dials: which weight array, and the place in it."""


def _bent_weights():
    """Return W, b, v, c of the untrained ReLU network of seed 4."""
    return network(4, "relu").get_weights()


def _loss(weights):
    W, b, v, c = weights
    return float(np.mean((np.maximum(0, X @ W + b) @ v + c - Y) ** 2))


def turned_loss(dial, turn):
    """Return the loss of the untrained ReLU network with one dial turned."""
    weights = [w.copy() for w in _bent_weights()]
    number, place = DIALS[dial]
    weights[number][place] += turn
    return _loss(weights)


def dial_slope(dial):
    """Return the slope of the loss in one dial, from the tape."""
    model = network(4, "relu")
    ops.mean((model(X) - Y) ** 2).backward()
    number, place = DIALS[dial]
    return float(model.weights[number].grad[place])


def draw_nudge(dial, nudge):
    """Draw the loss along one dial, its tangent, and a turn of the dial."""
    turns = np.linspace(-0.5, 0.5, 41)
    start, slope = turned_loss(dial, 0.0), dial_slope(dial)
    moved = turned_loss(dial, nudge)
    _, ax = figure(height=2.8)
    ax.plot(turns, [turned_loss(dial, t) for t in turns], "-", color=color.loss)
    ax.plot(turns, start + slope * turns, "--", color=color.gradient)
    ax.plot(0, start, "o", mfc=color.paper, color=color.loss, zorder=4)
    ax.plot(nudge, moved, "o", color=color.loss, ms=9, zorder=5)
    ax.set(xlabel="turn of the dial", ylabel="loss", ylim=(1.2, 3.7))
    ax.set_title(f"slope {money(slope, 2)}", color=color.gradient)
    return (
        f"{dial}, turned by {money(nudge)}: the loss goes from {start:.3f} to "
        f"{moved:.3f}, a change of {money(moved - start, 3)}. Slope times turn is "
        f"{money(slope * nudge, 3)}."
    )
