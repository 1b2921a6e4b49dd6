"""Numbers and drawings of page 8.2: ReLU, and units that die.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it, and each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import digits
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.teach.chapter03 import SQUARE, X, Y
from dlcore.teach.chapter08_many import train_course
from dlcore.teach.classifiers import sigmoid
from dlcore.teach.figures import color, figure, label_line, show
from dlcore.utils import set_random_seed

RATES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.3, 0.5, 0.8)
COUNTED = (0, 10, 100, 800)
"""Learning rates of the hotel networks, and epochs after which the dead are counted."""


# -- two hundred networks and their dead units -----------------------------------------


@cache
def course(learning_rate, bias=0.0, leak=0.0):
    """Return the course of 200 networks 2-3-1 on the hotels."""
    return train_course(
        learning_rate=learning_rate, epochs=COUNTED, bias=bias, leak=leak
    )


def draw_dying(learning_rate, epochs):
    """Draw the 600 hidden units of 200 networks; dead ones are crossed out."""
    run = course(learning_rate)
    dead = run.dead[epochs]  # (networks, units)
    _draw_units(dead)
    finite = np.where(np.isfinite(run.loss[epochs]), run.loss[epochs], np.inf)
    loss = float(np.median(finite)) * SQUARE
    many, units = int(dead.any(axis=1).sum()), int(dead.sum())
    # the most violent courses hang on the last digit, so they are told roughly
    wild = learning_rate > 0.5 and epochs > 0
    about = "about " if wild else ""
    percent = 100 * units / dead.size
    percent = f"{5 * round(percent / 5)}" if wild else f"{percent:.1f}"
    return (
        f"η = {learning_rate:g}, {epochs} epochs: {about}{percent} % of 600 units are "
        f"dead; {about}{5 * round(many / 5) if wild else many} of 200 networks have "
        f"at least one. Median train MSE {loss:.0f} dollars²."
    )


def _draw_units(dead):
    """Draw all units, those of a network one above the other, dead ones as crosses."""
    place = np.arange(len(dead))
    across, up = place % 25, place // 25
    _, ax = figure(height=3.4)
    x = np.repeat(across[:, None], dead.shape[1], axis=1)
    y = 4 * up[:, None] + np.arange(dead.shape[1])
    strokes(ax, x[~dead], y[~dead], [(-0.01, 0, 0.01, 0)], color.data, 4.5)
    diagonals = [(-0.34, -0.4, 0.34, 0.4), (-0.34, 0.4, 0.34, -0.4)]
    strokes(ax, x[dead], y[dead], diagonals, color.model, 1.8)
    ax.set(xlim=(-1, 25), ylim=(-1.5, 31.5), xticks=[], yticks=[])
    for side in ax.spines.values():
        side.set_visible(False)


def strokes(ax, x, y, parts, role, width):
    """Draw the same few strokes at many places, all in one path: a small drawing.

    Args:
        ax: where to.
        x, y: places.
        parts: strokes as (x0, y0, x1, y1), counted from the place.
        role: color.
        width: of the strokes; the ends are round.
    """
    gap = np.full_like(x, np.nan, dtype=float)
    across = [np.stack([x + p[0], x + p[2], gap], axis=1) for p in parts]
    up = [np.stack([y + p[1], y + p[3], gap], axis=1) for p in parts]
    ax.plot(
        np.concatenate([part.ravel() for part in across]),
        np.concatenate([part.ravel() for part in up]),
        "-",
        color=role,
        lw=width,
        solid_capstyle="round",
    )


# -- where the corner lies -------------------------------------------------------------


def show_kinks():
    """Show ReLU neurons of one input whose biases differ."""
    x = np.linspace(-3, 3, 61)
    fig, ax = figure(height=2.4)
    for bias, stroke in zip((2, 0, -2), ("-", "--", ":"), strict=True):
        line = ax.plot(x, np.maximum(0, x + bias), stroke, color=color.model)[0]
        ax.plot(-bias, 0, "o", color=color.model)
        label_line(line, f"b = {bias}".replace("-", "−"), dx=4)
    ax.set(xlabel="x", ylabel="a", ylim=(-0.2, 5.2), xticks=range(-3, 4))
    show(
        fig,
        caption="The bias moves the corner. Three neurons with weight 1: each opens "
        "where \\(x = -b\\).",
        alt="Three ReLU curves of x with weight 1 and biases 2, 0 and −2. Their "
        "corners, marked by dots, lie at x = −2, 0 and 2.",
    )


# -- a pile of sigmoids ----------------------------------------------------------------

TERMS = (1, 2, 3, 5, 10, 20, 50)
PILE_Z = np.linspace(-6, 6, 241)


def pile(z, terms):
    """Return the sum of shifted sigmoids, sigma(z + 1/2 - i) for i from 1 to terms."""
    i = np.arange(1, terms + 1)
    return sigmoid(np.asarray(z, dtype=float)[..., None] + 0.5 - i).sum(axis=-1)


def softplus(z):
    """Return log(1 + e^z), written so that nothing overflows."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def draw_pile(terms):
    """Draw a pile of shifted sigmoids, from two on beside softplus and ReLU."""
    z, total = PILE_Z, pile(PILE_Z, terms)
    _, ax = figure(height=2.8)
    ax.plot(z, total, "-", color=color.model, lw=1.6)
    ax.set(xlabel="z", ylabel="a", ylim=(-0.2, 6.2), xticks=range(-6, 7, 2))
    if terms == 1:  # the other curves would answer the question
        return f"1 sigmoid: at z = 6 it is {total[-1]:.3f} and will not pass 1."
    ax.plot(z, np.maximum(0, z), ":", color=color.truth, lw=1.6)
    ax.plot(z, softplus(z), "--", color=color.data, lw=1.6)
    ax.annotate("ReLU", (1.4, 0.35), color=color.truth)
    ax.annotate("softplus", (-2.2, 0.9), color=color.data, ha="right")
    gap = np.abs(total - softplus(z)).max()
    return (
        f"{terms} sigmoids: up to z = 6 the pile is at most {gap:.2g} away from "
        "softplus."
    )


# -- ReLU as a choice ------------------------------------------------------------------

NEXT_BIAS = 0.5


def draw_choice(z, weight):
    """Draw a ReLU neuron and the next one, which it excites or inhibits."""
    a = max(0.0, z)
    after = weight * a + NEXT_BIAS
    _, (left, right) = figure(width=2.5, height=2.3, columns=2)
    grid = np.linspace(-3.2, 3.6, 3)
    for ax, at in ((left, z), (right, after)):
        ax.plot([grid[0], 0, grid[-1]], [0, 0, grid[-1]], "-", color=color.model)
        ax.plot(at, max(0.0, at), "o", color=color.data, ms=9, zorder=5)
        ax.plot([at, at], [-0.25, max(0.0, at)], ":", color=color.data)
        ax.set(xlim=(-3.3, 3.7), ylim=(-0.25, 3.7), xticks=[-3, 0, 3], yticks=[0, 3])
    left.set(title="this neuron", xlabel="z")
    right.set(title="the next one", xlabel=f"{weight:g}·a + {NEXT_BIAS:g}".replace(
        "-", "−"))  # fmt: skip
    state = "off" if a == 0 else f"on, output {a:g}"
    other = "closed" if after <= 0 else f"open, output {after:g}"
    text = f"z = {z:g}: this neuron is {state}. Weight {weight:g}: the next is {other}."
    return text.replace("-", "−")


# -- why ReLU won: a race --------------------------------------------------------------

GOAL = 0.1
"""The training loss that ends the race."""


@cache
def pictures():
    """Return the training digits, pixels centered, (1500, 64), and their labels."""
    (x, y), _ = digits.load_data()
    x = x.reshape(-1, 64) / 16.0
    return x - x.mean(axis=0), y


def digit_network(activation, units=50, seed=8):
    """Return an untrained network 64-units-units-10 for the digits."""
    set_random_seed(seed)
    return Sequential(
        [
            Input(shape=(64,)),
            Dense(units, activation=activation),
            Dense(units, activation=activation),
            Dense(10, activation="softmax"),
        ]
    )


@cache
def epochs_to_goal(activation, learning_rate, seed=8, patience=30):
    """Return how many epochs bring the mean loss of an epoch below `GOAL`, or None."""
    model = digit_network(activation, seed=seed)
    model.compile(
        SGD(learning_rate=learning_rate), loss="sparse_categorical_crossentropy"
    )
    x, y = pictures()
    for epoch in range(1, patience + 1):
        log = model.fit(x, y, epochs=1, batch_size=50, verbose=0)
        if log.history["loss"][0] < GOAL:
            return epoch
    return None


def silent_share(model, x):
    """Return the share of hidden outputs that are exactly 0, by layer.

    Args:
        model: a `Sequential` model whose last layer is the output.
        x: rows.
    """
    model(x)
    return [float(np.mean(layer.output.data == 0)) for layer in model.layers[:-1]]


# -- deaths and returns in two hidden layers -------------------------------------------


@cache
def deaths_and_returns(learning_rate=0.08, seeds=20, rounds=60):
    """Return how often units of each layer of 2-8-8-1 die, and how often they return.

    The hotels, full batches; every five epochs all units are looked at.

    Returns:
        (deaths, returns, dead at the end), each a list of two counts.
    """
    deaths, returns, ended = [0, 0], [0, 0], [0, 0]
    for seed in range(seeds):
        set_random_seed(seed)
        hidden = [Dense(8, activation="relu") for _ in range(2)]
        model = Sequential([Input(shape=(2,)), *hidden, Dense(1)], dtype="float64")
        model.compile(SGD(learning_rate=learning_rate), loss="mse")
        before = np.zeros((2, 8), dtype=bool)
        for _ in range(rounds):
            model(X)
            dead = np.array([(layer.z.data <= 0).all(axis=0) for layer in hidden])
            for k in (0, 1):
                deaths[k] += int((dead[k] & ~before[k]).sum())
                returns[k] += int((before[k] & ~dead[k]).sum())
            before = dead
            model.fit(X, Y, epochs=5, batch_size=len(X), verbose=0)
        ended = [n + int(b.sum()) for n, b in zip(ended, before, strict=True)]
    return deaths, returns, ended


def show_course():
    """Show how the share of dead units grows in training at four learning rates."""
    epochs = (0, 1, 2, 5, 10, 20, 50, 100, 200, 400, 800)
    fig, ax = figure(height=2.7)
    styles = ("-", "--", "-.", ":")
    said = []
    for rate, style in zip((0.02, 0.08, 0.3, 0.5), styles, strict=True):
        dead = train_course(learning_rate=rate, epochs=epochs).dead
        share = [100 * dead[epoch].mean() for epoch in epochs]
        line = ax.plot(range(len(epochs)), share, style, color=color.model)[0]
        label_line(line, f"η {rate:g}", dx=4, dy={0.02: -1, 0.08: 1}.get(rate, 0))
        said.append(f"{share[-1]:.1f} % at {rate:g}")
    ax.set_xticks(range(0, 11, 2), [str(epoch) for epoch in epochs[::2]])
    ax.set(xlabel="epoch", ylabel="% of units dead", ylim=(-1, 30))
    show(
        fig,
        caption="Units die early. Share of dead units among the 600 of 200 networks; "
        "the steps of the axis widen.",
        alt="No unit is dead at the start. After 800 epochs, dead: "
        + ", ".join(said)
        + ". At the two high rates most die within the first 100 epochs.",
    )
