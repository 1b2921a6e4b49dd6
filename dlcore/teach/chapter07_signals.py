"""Numbers and drawings of page 7.4: how signals get through at the start."""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, losses
from dlcore.layers import Dense
from dlcore.teach._labels import powered, readable
from dlcore.teach.chapter03_runs import ROWS, X
from dlcore.teach.classifiers import sigmoid
from dlcore.teach.figures import color, figure, show
from dlcore.utils import set_random_seed

LAYERS, WIDTH, PASSED = 20, 100, 500
"""Depth and width of the tall stack, and how many random rows go through it."""

UNITS = {
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "ReLU": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
}
"""Each activation, and its slope written in terms of its output."""


def _normal(deviation):
    return lambda rng, n_in, n_out: rng.normal(0, deviation, (n_in, n_out))


def _uniform(limit_of):
    def draw(rng, n_in, n_out):
        limit = limit_of(n_in, n_out)
        return rng.uniform(-limit, limit, (n_in, n_out))

    return draw


STARTS = {
    "normal, σ = 0.01": _normal(0.01),
    "Glorot": _uniform(lambda n_in, n_out: (6 / (n_in + n_out)) ** 0.5),
    "He": _uniform(lambda n_in, n_out: (6 / n_in) ** 0.5),
    "normal, σ = 1": _normal(1.0),
}
"""How a kernel is drawn, by the name of the start."""


@cache
def through(activation, start, seed=0):
    """Send random rows forward through the stack, and random deltas back.

    Returns:
        the standard deviation of the outputs of each layer over all units and rows,
        (LAYERS,), and the length
        of what comes back to the outputs of each layer, then to the inputs, as a share
        of what started at the top, (LAYERS + 1,), inputs first.
    """
    rng = np.random.default_rng(seed)
    f, slope = UNITS[activation]
    a = rng.normal(size=(PASSED, WIDTH))
    kernels, outputs = [], []
    for _ in range(LAYERS):
        kernels.append(STARTS[start](rng, WIDTH, WIDTH))
        a = f(a @ kernels[-1])
        outputs.append(a)
    back = rng.normal(size=a.shape)
    lengths = [np.linalg.norm(back)]
    for kernel, a in zip(reversed(kernels), reversed(outputs), strict=True):
        back = back * slope(a) @ kernel.T
        lengths.insert(0, np.linalg.norm(back))
    spread = np.array([a.std() for a in outputs])
    return spread, np.array(lengths) / lengths[-1]


DIRECTIONS = ("forward", "backward")


def short(number):
    """Return two digits that count, with a power of ten where that is shorter."""
    plain = 0.001 <= number < 1000
    return readable(f"{number:.2g}") if plain else powered(number)


def draw_stack(activation, start, direction):
    """Draw how a signal gets through 20 layers, in one direction."""
    spread, lengths = through(activation, start)
    forward = direction == DIRECTIONS[0]
    _, ax = figure(height=2.7)
    if forward:
        ax.plot(range(1, LAYERS + 1), spread, "-o", color=color.data, ms=4)
    else:
        ax.plot(range(LAYERS + 1), lengths, "--o", color=color.gradient, ms=4)
    _stack_axes(ax)
    ax.set_title("forward →" if forward else "← backward")
    if forward:
        picked = [short(spread[n - 1]) for n in (1, 5, 10, 20)]
        return (
            f"{activation}, {start}: the outputs of layers 1, 5, 10 and 20 spread by "
            f"{', '.join(picked[:3])} and {picked[3]}."
        )
    return (
        f"{activation}, {start}: of a delta of length 1 at the top, "
        f"{short(lengths[0])} comes back to the inputs."
    )


def _stack_axes(ax):
    """Put powers of ten on the axis, and shade what has kept its size."""
    ax.axhspan(0.01, 100, color=color.border, alpha=0.4, lw=0, zorder=0)
    ax.set(yscale="log", ylim=(1e-34, 1e20), xlim=(-0.5, 20.5), xlabel="layer")
    ax.set_xticks([0, 5, 10, 15, 20])
    ax.set_yticks([1e-30, 1e-20, 1e-10, 1, 1e10, 1e20])
    ax.set_yticklabels(["10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "1", "10¹⁰", "10²⁰"])


# -- the linear part -------------------------------------------------------------------

INPUTS = {"standardized": X, "raw: miles and stars": ROWS}
BINS = np.linspace(-8, 8, 65)


@cache
def first_sums(inputs, deviation):
    """Return the weighted sums of 200 random units for the 24 hotels."""
    kernel = np.random.default_rng(0).normal(0, deviation, (2, 200))
    return (INPUTS[inputs] @ kernel).ravel()


def mean_slope(inputs, deviation):
    """Return the mean slope of tanh at those sums."""
    return float(np.mean(1 - np.tanh(first_sums(inputs, deviation)) ** 2))


def draw_linear_part(inputs, deviation):
    """Draw where the weighted sums of the first layer lie on the tanh."""
    z = first_sums(inputs, deviation)
    _, ax = figure(height=2.8)
    counts, _ = np.histogram(np.clip(z, -7.99, 7.99), BINS)
    ax.bar(BINS[:-1], counts / counts.max(), np.diff(BINS), align="edge",
           bottom=-1.15, color=color.data, alpha=0.55)  # fmt: skip
    grid = np.linspace(-8, 8, 161)
    ax.plot(grid, np.tanh(grid), "-", color=color.model)
    ax.plot([-1, 1], [-1, 1], "--", color=color.truth, lw=1.2)
    ax.set(xlim=(-8, 8), ylim=(-1.2, 1.2), xlabel="z", ylabel="tanh z")
    ax.set_xticks([-8, -4, 0, 4, 8])
    ax.set_yticks([-1, 0, 1])
    flat = np.mean(np.abs(z) > 2)
    return (
        f"Weights with deviation {deviation:g}, inputs {inputs}: mean slope "
        f"{mean_slope(inputs, deviation):.2f}; {100 * flat:.0f} percent of the sums "
        "lie beyond ±2, on the flat parts."
    )


# -- gradients, layer by layer ---------------------------------------------------------

STACKS = {
    "sigmoid, Glorot": ("sigmoid", "glorot_uniform"),
    "tanh, Glorot": ("tanh", "glorot_uniform"),
    "ReLU, He": ("relu", "he_uniform"),
}


LOOKS = {
    "sigmoid, Glorot": ("-", 4, -22),
    "tanh, Glorot": ("--", 3, -18),
    "ReLU, He": (":", 3, 8),
}
"""How each is drawn: its stroke, the layer and the height of its label."""


def stack(name, layers=10, width=20, seed=0):
    """Return a yes/no network with many equal hidden layers, untrained."""
    set_random_seed(seed)
    activation, start = STACKS[name]
    hidden = [
        Dense(width, activation=activation, kernel_initializer=start)
        for _ in range(layers)
    ]
    return Sequential(
        [Input(shape=(2,)), *hidden, Dense(1, activation="sigmoid")], dtype="float64"
    )


def gradient_lengths(model, x, y):
    """Return the length of the gradient of each kernel, first layer first."""
    losses.BinaryCrossentropy()(y, model(x)).backward()
    return np.array([np.linalg.norm(layer.weights[0].grad) for layer in model.layers])


def show_starving(x, y):
    """Show the gradients of all layers of three stacks before training."""
    fig, ax = figure(height=2.9)
    words = []
    for name, (stroke, at, up) in LOOKS.items():
        lengths = gradient_lengths(stack(name), x, y)
        ax.plot(range(1, 12), lengths, stroke, marker="o", ms=4, color=color.gradient)
        words.append(f"{name}: {short(lengths[0])} to {short(lengths[-1])}")
        ax.annotate(name, (at, lengths[at - 1]), (4, up), textcoords="offset points",
                    color=color.gradient)  # fmt: skip
    _length_axes(ax)
    show(
        fig,
        caption="The lower layers of a sigmoid stack starve. Length of the gradient "
        "of each kernel before training; ten hidden layers of 20 units.",
        alt="Gradient lengths from the first to the last layer: "
        + "; ".join(words)
        + ".",
    )


def _length_axes(ax):
    """Name the axes and the powers of ten."""
    ax.set(yscale="log", xlabel="layer", ylabel="length of the gradient")
    ax.set(ylim=(1e-10, 1e2), xticks=[1, 4, 7, 11])
    ax.set_yticks([1e-8, 1e-4, 1])
    ax.set_yticklabels(["10⁻⁸", "10⁻⁴", "1"])
