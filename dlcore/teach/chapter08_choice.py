"""Numbers and drawings of page 8.3: the relatives of ReLU, and how to choose.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it, and each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, activations
from dlcore.layers import Dense, Maxout
from dlcore.optimizers import SGD
from dlcore.teach.chapter08 import rounded
from dlcore.teach.chapter08_relu import pictures
from dlcore.teach.figures import color, figure, show
from dlcore.tensor import Tensor
from dlcore.utils import set_random_seed

LEAK = 0.01


def leaky(z):
    """Return the leaky ReLU of z with the slope of this chapter."""
    return activations.leaky_relu(z, LEAK)


FUNCTIONS = {
    "linear": activations.linear,
    "sigmoid": activations.sigmoid,
    "tanh": activations.tanh,
    "ReLU": activations.relu,
    "leaky ReLU": leaky,
    "ELU": activations.elu,
    "softplus": activations.softplus,
    "GELU": activations.gelu,
}
"""The activations of the table, by the name that readers see."""

DEAR = {"sigmoid": 1, "tanh": 1, "exp": 1, "log": 1, "softplus": 2, "gelu": 1}
"""How many functions like exp, log and tanh an op on the tape calls per number."""


def on_tape(name, z):
    """Return the activation of z as a tensor, and z as a tensor that wants a slope."""
    z = Tensor(np.asarray(z, dtype=float), requires_grad=True)
    return FUNCTIONS[name](1.0 * z), z  # times 1: "linear" must calculate, too


def value_and_slope(name, z):
    """Return the activation at z and its slope, the slope taken from the tape."""
    a, z = on_tape(name, z)
    a.backward(np.ones_like(z.data))
    return a.data, z.grad


def ops_of(tensor):
    """Return the names of the ops that made a tensor."""
    found, waiting = [], [tensor]
    while waiting:
        op = waiting.pop().op
        if op is not None:
            found.append(op.name)
            waiting.extend(op.inputs)
    return found


def judge(name):
    """Return what the table says about an activation, everything of it measured.

    Returns:
        dict: low and high (None where the output has no bound), steepest, mean (of
        the output, for normal z), flat (at which ends the slope fades), dies (whether
        the slope is exactly 0 on a whole stretch), dear (calls of exp and the like).
    """
    ends, slopes = value_and_slope(name, [-40.0, -20.0, 20.0, 40.0])
    grid = np.linspace(-8, 8, 16001)
    a, slope = value_and_slope(name, grid)
    z = np.random.default_rng(8).normal(size=200_000)
    left, right = abs(slopes[0]) < 1e-6, abs(slopes[3]) < 1e-6
    return {
        "low": None if ends[0] < 1.5 * ends[1] < 0 else min(a.min(), ends.min()),
        "high": None if ends[3] > 1.5 * ends[2] > 0 else max(a.max(), ends.max()),
        "steepest": slope.max(),
        "mean": value_and_slope(name, z)[0].mean(),
        "flat": {(0, 0): "no", (1, 0): "left", (0, 1): "right", (1, 1): "both"}[
            (int(left), int(right))
        ],
        "dies": bool((slope[grid < 0] == 0).all()),
        "dear": sum(DEAR.get(op, 0) for op in ops_of(on_tape(name, 1.0)[0])),
    }  # fmt: skip


# -- function, slope, and a signal through many layers ---------------------------------

DEPTH, BREADTH = 20, 100
STARTS = {
    "Glorot": lambda n: (6 / (n + n)) ** 0.5,
    "He": lambda n: (6 / n) ** 0.5,
}
"""How far from 0 a starting weight may be, for n inputs and n outputs."""


@cache
def signal(name, start, seed=8):
    """Send 200 rows through 20 layers and a gradient back; no training.

    Returns:
        the standard deviation of the outputs and the root mean square of dz, layer by
        layer, each (20,).
    """
    generator = np.random.default_rng(seed)
    limit = STARTS[start](BREADTH)
    kernels = generator.uniform(-limit, limit, (DEPTH, BREADTH, BREADTH))
    a = generator.normal(size=(200, BREADTH))
    back = generator.normal(size=(200, BREADTH))
    spread, slopes = [], []
    for kernel in kernels:
        a, slope = value_and_slope(name, a @ kernel)
        spread.append(a.std())
        slopes.append(slope)
    sizes = []
    for kernel, slope in zip(kernels[::-1], slopes[::-1], strict=True):
        dz = back * slope
        sizes.append(np.sqrt(np.mean(dz**2)))
        back = dz @ kernel.T
    return np.array(spread), np.array(sizes[::-1])


def draw_viewer(activation, start):
    """Draw an activation, its slope, and what 20 layers make of a signal."""
    spread, sizes = signal(activation, start)
    _, (left, right) = figure(width=2.7, height=2.6, columns=2)
    _draw_activation(left, activation)
    _draw_signal(right, spread, sizes)
    fraction = sizes[0] / sizes[-1]
    back = f"1/{words(1 / fraction)} of" if fraction < 0.095 else f"{rounded(fraction)}"
    times = "" if fraction < 0.095 else " times"
    return (
        f"{activation}, {start} start: the outputs spread by {rounded(spread[0])} in "
        f"layer 1 and by {small(spread[-1])} in layer 20; dz in layer 1 is "
        f"{back}{times} what it is in layer 20."
    )


def _draw_activation(ax, activation):
    """Draw an activation and its slope."""
    z = np.linspace(-4, 4, 160)  # without 0, where ReLU has no slope
    a, slope = value_and_slope(activation, z)
    ax.axhline(0, color=color.muted, lw=0.7)
    ax.plot(z, a, "-", color=color.model)
    ax.plot(z, slope, "--", color=color.gradient)
    ax.set(xlabel="z", ylim=(-1.4, 3.2), xticks=[-4, -2, 0, 2, 4])
    ax.set_title("f (solid), f′ (dashed)")


def _draw_signal(ax, spread, sizes):
    """Draw the spread of the outputs and the sizes of dz, layer by layer."""
    layers = np.arange(1, DEPTH + 1)
    floor = 1e-14
    ax.axhline(1, color=color.muted, lw=0.7)
    ax.plot(layers, np.maximum(spread, floor), "-", color=color.model)
    ax.plot(layers, np.maximum(sizes / sizes[-1], floor), "--", color=color.gradient)
    ax.set(yscale="log", ylim=(1e-14, 1e4), xlabel="layer", xticks=[1, 5, 10, 15, 20])
    ax.set_yticks([1e-12, 1e-8, 1e-4, 1, 1e4])
    ax.set_yticklabels(["10⁻¹²", "10⁻⁸", "10⁻⁴", "1", "10⁴"])
    ax.set_title("a (solid), dz (dashed)")


def small(number):
    """Return a number with two digits, a tiny one in words."""
    return rounded(number) if number >= 0.001 else f"1/{words(1 / number)}"


def words(number):
    """Return a large number with two digits, in millions or billions if need be."""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if number >= size:
            return rounded(number / size) + name
    return rounded(number)


# -- relatives -------------------------------------------------------------------------


def show_relatives():
    """Show what leaky ReLU, PReLU and ELU make of negative sums."""
    fig, (left, right) = figure(width=2.7, height=2.4, columns=2)
    _draw_relatives(left, right)
    for ax in (left, right):
        ax.axhline(0, color=color.muted, lw=0.7)
        ax.set(xlabel="z", xticks=[-4, -2, 0])
    left.set(title="a = f(z)", ylim=(-1.35, 1.5))
    right.set(title="slope f′(z)", ylim=(-0.1, 1.3), yticks=[0, 0.25, 1])
    show(
        fig,
        caption="Three ways not to be flat below zero. Leaky ReLU with the slope 0.01, "
        "PReLU with the slope 0.25, ELU with α = 1; above zero all are z.",
        alt="Below zero leaky ReLU falls with slope 0.01, PReLU with 0.25, and ELU "
        "bends toward −1; their slopes at z = −2 are 0.01, 0.25 and "
        f"{value_and_slope('ELU', -2.0)[1]:.2f}.",
    )


def _draw_relatives(left, right):
    """Draw the three functions and, in the other panel, their slopes."""
    z = np.linspace(-4, 1.5, 110)  # without 0, where two of them have no slope
    curves = {
        "leaky": (value_and_slope("leaky ReLU", z), "-"),
        "PReLU": ((np.where(z > 0, z, 0.25 * z), np.where(z > 0, 1, 0.25)), "--"),
        "ELU": (value_and_slope("ELU", z), ":"),
    }
    place = {"leaky": (-3.9, 0.12), "PReLU": (-3.9, -0.44), "ELU": (-1.6, -1.15)}
    for name, ((a, slope), stroke) in curves.items():
        left.plot(z, a, stroke, color=color.model)
        right.plot(z, slope, stroke, color=color.gradient)
        left.text(*place[name], name, color=color.model)


# -- one maxout unit -------------------------------------------------------------------

LINE = np.linspace(-2, 2, 41).reshape(-1, 1)
TARGETS = {"x²": lambda x: x**2, "|x|": np.abs, "sin 2x": lambda x: np.sin(2 * x)}


@cache
def maxout(target, pieces, seed=8):
    """Return one trained maxout unit, and its mean squared error.

    Args:
        target: a name of `TARGETS`.
        pieces: how many lines it is the largest of.
        seed: of the start.
    """
    set_random_seed(seed)
    model = Sequential([Input(shape=(1,)), Maxout(1, pieces=pieces)], dtype="float64")
    model.compile(SGD(learning_rate=0.1), loss="mse")
    y = TARGETS[target](LINE)
    model.fit(LINE, y, epochs=1000, batch_size=len(LINE), verbose=0)
    return model, float(model.evaluate(LINE, y, verbose=0))


def draw_maxout(target, pieces):
    """Draw what one maxout unit has learned, and the lines it is made of."""
    model, error = maxout(target, pieces)
    kernel, bias = model.get_weights()
    lines = LINE @ kernel + bias  # (41, pieces)
    _, ax = figure(height=2.8)
    ax.plot(LINE[:, 0], lines, ":", color=color.muted, lw=1.3)
    ax.plot(LINE[:, 0], TARGETS[target](LINE)[:, 0], "--", color=color.truth, lw=1.5)
    ax.plot(LINE[:, 0], lines.max(axis=1), "-", color=color.model)
    ax.set(xlabel="x", ylabel="a", ylim=(-2.2, 4.3), xticks=[-2, -1, 0, 1, 2])
    if pieces == 1:
        return f"{target}, 1 line: mean squared error {error:.3f}."
    used = len(np.unique(lines.argmax(axis=1)))
    return (
        f"{target}, {pieces} lines: mean squared error {error:.3f}. {used} of the "
        f"{pieces} {'is' if used == 1 else 'are'} the largest somewhere."
    )


# -- a radial basis function -----------------------------------------------------------


def show_bump():
    """Show a radial basis unit and a ReLU unit of one input."""
    x = np.linspace(-4, 6, 201)
    fig, ax = figure(height=2.5)
    for s, stroke in ((1.0, "-"), (0.4, "--")):
        ax.plot(x, np.exp(-((x - 1) ** 2) / (2 * s**2)), stroke, color=color.model)
    ax.plot(x, np.maximum(0, x - 1), ":", color=color.data)
    ax.annotate("ReLU", (2.45, 1.62), color=color.data, ha="right")
    ax.set(xlabel="x", ylabel="a", ylim=(-0.05, 2.1), xticks=[-4, -2, 0, 1, 2, 4, 6])
    show(
        fig,
        caption="A local bump and a ray. Two radial basis units with center 1, solid "
        "with s = 1, dashed with s = 0.4; and a ReLU unit whose corner lies there.",
        alt="Two bell curves with top 1 at x = 1, one wide (s = 1), one narrow "
        "(s = 0.4), both near 0 far from it; ReLU is 0 up to x = 1 and rises without "
        "end.",
    )


# -- the comparison --------------------------------------------------------------------

COMPARED = ("sigmoid", "tanh", "ReLU", "leaky ReLU", "ELU")


def compare(name, x, y, units=500, epochs=6, rate=0.1, batch=50, seed=8):
    """Train inputs-units-units-10 with one activation; return what happened.

    Args:
        name: of the hidden activation, a key of `FUNCTIONS`.
        x, y: rows (rows, inputs) and labels (rows,).
        units: in each of the two hidden layers.
        epochs, rate, batch: of plain SGD.
        seed: of the start and of the order of the rows.

    Returns:
        losses (steps,), and the norms of the kernel gradients of the three layers in
        the first step, (3,).
    """
    set_random_seed(seed)
    layers = [Dense(units, activation=FUNCTIONS[name]) for _ in range(2)]
    model = Sequential(
        [Input(shape=(x.shape[1],)), *layers, Dense(10, activation="softmax")]
    )
    model.compile(SGD(learning_rate=rate), loss="sparse_categorical_crossentropy")
    generator = np.random.default_rng(seed)
    losses, norms = [], None
    for _ in range(epochs):
        order = generator.permutation(len(x))
        for begin in range(0, len(x), batch):
            rows = order[begin : begin + batch]
            for phase in model.cycle(x[rows], y[rows]):
                if norms is None and phase.name == "feedback":
                    kernels = [g for g in phase.gradients.values() if g.ndim == 2]
                    norms = [float(np.sqrt(np.sum(g**2))) for g in kernels]
            losses.append(float(phase.loss))
    return np.array(losses), np.array(norms)


@cache
def race():
    """Return losses and gradient norms of the compared activations on the digits."""
    x, y = pictures()
    return {name: compare(name, x, y) for name in COMPARED}


def show_race():
    """Show the losses of the five activations, and their first gradients by layer."""
    fig, (left, right) = figure(width=2.8, height=2.8, columns=2)
    strokes = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))
    said = []
    for (name, (losses, norms)), stroke in zip(race().items(), strokes, strict=True):
        smooth = losses.reshape(-1, 10).mean(axis=1)  # ten steps at a time
        steps = 10 * np.arange(1, len(smooth) + 1)
        left.plot(steps, smooth, color=color.loss, ls=stroke)
        right.plot([1, 2, 3], norms, color=color.gradient, ls=stroke)
        said.append(f"{name} {smooth[-1]:.2f}")
    _label_race(left, right)
    show(
        fig,
        caption="One network, five activations. One panel shows the loss, a mean over "
        "ten steps; the other the norm of each layer's kernel gradient in the first "
        "step.",
        alt="Final losses: " + ", ".join(said) + ". In the first layer the gradient "
        f"norm is {race()['sigmoid'][1][0]:.3f} for the sigmoid and "
        f"{race()['ReLU'][1][0]:.2f} for ReLU.",
    )


def _label_race(left, right):
    """Name lines and axes; two pairs of lines all but coincide and share a label."""
    left.text(95, 2.5, "sigmoid", color=color.loss)
    left.text(62, 1.1, "ReLU, leaky ReLU", color=color.loss)
    left.text(185, -0.3, "tanh, ELU", color=color.loss, ha="right")
    left.set(xlabel="step", title="loss", ylim=(-0.4, 2.9), yticks=[0, 1, 2])
    right.text(2.3, 2.3, "sigmoid", color=color.gradient, ha="right")
    right.text(1, 1.05, "tanh, ELU", color=color.gradient, va="bottom")
    right.text(1.6, 0.13, "ReLU, leaky ReLU", color=color.gradient, va="bottom")
    right.set(xlabel="layer", title="gradient norm", xticks=[1, 2, 3], yscale="log")
    right.set_yticks([0.1, 1], ["0.1", "1"])
    right.minorticks_off()
