"""Numbers and drawings of page 7.3: what one wide layer can do, and what depth adds."""

import math
from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import synthetic
from dlcore.layers import Dense
from dlcore.teach.chapter03 import X, Y
from dlcore.teach.classifiers import sigmoid, train_classifiers
from dlcore.teach.figures import color, figure, show
from dlcore.teach.restarts import train_many

GRID = np.linspace(0, 1, 2001)


def target(x):
    """Return sin 2πx + |x − ½|, smooth but for one corner."""
    return np.sin(2 * np.pi * x) + np.abs(x - 0.5)


def tidy(number):
    """Return a number with two digits that count, without an exponent."""
    if number == 0:
        return "0"
    digits = max(0, 1 - math.floor(math.log10(abs(number))))
    return f"{number:.{min(digits, 6)}f}"


# -- random units, fitted outputs ------------------------------------------------------

WIDTHS = (1, 2, 4, 8, 16, 32, 64, 128)
DRAWS = 20
STEEPEST = 30.0


def hidden_units(units, seed):
    """Return slopes and centers of random tanh units."""
    generator = np.random.default_rng(seed)
    slope = generator.uniform(-STEEPEST, STEEPEST, units)
    return slope, generator.uniform(0, 1, units)


def _outputs(x, slope, center):
    """Return the outputs of tanh units, and a column of ones for the bias."""
    a = np.tanh(slope * (x[:, None] - center))
    return np.column_stack([a, np.ones_like(x)])


@cache
def best_random(units):
    """Return the least largest error of 20 draws, and what that network says."""
    rows, best = GRID[::5], (np.inf, None)
    for seed in range(DRAWS):
        drawn = hidden_units(units, seed)
        weights = np.linalg.lstsq(_outputs(rows, *drawn), target(rows), rcond=None)[0]
        said = _outputs(GRID, *drawn) @ weights
        error = np.abs(said - target(GRID)).max()
        if error < best[0]:
            best = (error, said)
    return best


def draw_width(units):
    """Draw the best of 20 networks with so many random hidden units."""
    error, said = best_random(units)
    _, ax = figure(height=2.7)
    ax.plot(GRID, target(GRID), "-", color=color.truth, lw=1.2)
    ax.plot(GRID, said, "--", color=color.model)
    ax.set(xlim=(0, 1), ylim=(-1.35, 1.6), xlabel="x", xticks=[0, 0.5, 1])
    word = "unit" if units == 1 else "units"
    return f"{units} tanh {word}: the largest error is {tidy(error)}."


# -- a staircase, by construction ------------------------------------------------------


def stairs(x, units, steepness):
    """Return a sum of sigmoids that climbs the target in equal strides."""
    edges = np.linspace(0, 1, units + 1)
    middles, heights = (edges[1:] + edges[:-1]) / 2, np.diff(target(edges))
    a = sigmoid(steepness * (x[:, None] - middles))
    return target(edges[:1]) + a @ heights


def draw_stairs(units, steepness):
    """Draw the staircase beside the target."""
    said = stairs(GRID, units, steepness)
    _, ax = figure(height=2.7)
    ax.plot(GRID, target(GRID), "-", color=color.truth, lw=1.2)
    ax.plot(GRID, said, "-", color=color.model, lw=2.2)
    ax.set(xlim=(0, 1), ylim=(-1.35, 1.6), xlabel="x", xticks=[0, 0.5, 1])
    error = np.abs(said - target(GRID)).max()
    return (
        f"{units} sigmoids of steepness {steepness}: the largest error is "
        f"{tidy(error)}."
    )


# -- Barron's bound --------------------------------------------------------------------

BUMP = 0.25
"""The width of the bump e^(-x²/(2·0.25²)) on [-1, 1]."""

COUNTS = (1, 2, 4, 8, 16, 32)


def gauss_constant(inputs, width=1.0):
    """Return Barron's constant of a Gaussian bump: the mean length of a normal vector.

    Its Fourier density is that of a normal distribution with deviation 1/width.
    """
    length = math.lgamma((inputs + 1) / 2) - math.lgamma(inputs / 2)
    return math.sqrt(2) * math.exp(length) / width


@cache
def greedy_errors(steepness=40.0):
    """Return the mean squared error of 1, 2, ... 32 sigmoids, picked one by one."""
    x = np.linspace(-1, 1, 401)
    bump = np.exp(-(x**2) / (2 * BUMP**2))
    pool = sigmoid(steepness * (x[:, None] - np.linspace(-1, 1, 81)))
    basis, errors = [np.ones_like(x) / np.sqrt(len(x))], []
    for _ in range(max(COUNTS)):
        left = bump - sum((b @ bump) * b for b in basis)
        new = pool - sum(np.outer(b, b @ pool) for b in basis)
        length = np.linalg.norm(new, axis=0)
        score = np.abs(left @ new) / np.where(length < 1e-7, np.inf, length)
        best = int(score.argmax())
        basis.append(new[:, best] / length[best])
        left = left - (basis[-1] @ left) * basis[-1]
        errors.append(float(np.mean(left**2)))
    return errors


def barron_bound(units):
    """Return (2 C)² / M for the bump on [-1, 1]."""
    return (2 * gauss_constant(1, BUMP)) ** 2 / units


def show_bound():
    """Show Barron's bound and the errors that a greedy choice reaches."""
    found = [greedy_errors()[j - 1] for j in COUNTS]
    bounds = [barron_bound(j) for j in COUNTS]
    fig, ax = figure(height=2.8)
    ax.plot(COUNTS, bounds, "--", color=color.muted, lw=1.6)
    ax.plot(COUNTS, found, "-o", color=color.loss, ms=5)
    ax.annotate("Barron's bound", (4, bounds[2]), (0, 9), textcoords="offset points")
    ax.annotate("reached", (2, found[1]), (10, 2), textcoords="offset points",
                color=color.loss)  # fmt: skip
    _bound_axes(ax)
    show(
        fig,
        caption="The bound holds, and for this function it is far from tight. Dashed: "
        "what is promised; points: sigmoids picked one by one for a bump.",
        alt=f"The bound falls from {bounds[0]:.1f} for one unit to {bounds[-1]:.2f} "
        f"for 32. The error reached falls from {found[0]:.3f} to less than a hundred "
        "thousandth, far below it.",
    )


def _bound_axes(ax):
    """Name the axes and the powers of ten."""
    ax.set(xscale="log", yscale="log", xlabel="hidden units M", ylim=(1e-7, 1e3))
    ax.set(ylabel="mean squared error", xticks=COUNTS)
    ax.set_xticklabels(map(str, COUNTS))
    ax.set_yticks([1e-6, 1e-4, 1e-2, 1, 100])
    ax.set_yticklabels(["10⁻⁶", "10⁻⁴", "10⁻²", "1", "100"])


# -- the tent map ----------------------------------------------------------------------


def tent_network(layers):
    """Return a ReLU network that composes the tent map so many times.

    Each layer has two units, relu(t) and relu(t − ½), of which 2 and −4 times make
    the tent; that sum is the input t of the next layer.
    """
    stack = [Dense(2, activation="relu") for _ in range(layers)]
    model = Sequential([Input(shape=(1,)), *stack, Dense(1)], dtype="float64")
    weights, mix = [], np.array([[1.0]])
    for _ in range(layers):
        weights += [mix @ np.ones((1, 2)), np.array([0.0, -0.5])]
        mix = np.array([[2.0], [-4.0]])
    model.set_weights([*weights, mix, np.zeros(1)])
    return model


def pieces(model, grid=2**12):
    """Return the number of straight pieces of a network on [0, 1].

    The corners must lie on the grid, as those of the tents do.
    """
    said = model.predict(np.linspace(0, 1, grid + 1)[:, None], verbose=0)[:, 0]
    slopes = np.diff(said) * grid
    return 1 + int((np.abs(np.diff(slopes)) > 1e-6).sum())


NETWORKS = ("deep", "wide")
FOLDS = np.linspace(0, 1, 2049)  # every corner of eight layers is on it


@cache
def wide_fit(layers):
    """Return what one hidden layer with 2 L units, evenly spaced, makes of it."""
    goal = _tents(layers)
    corners = np.arange(2 * layers) / (2 * layers)
    a = np.maximum(0, FOLDS[:, None] - corners)
    a = np.column_stack([a, np.ones_like(FOLDS)])
    return a @ np.linalg.lstsq(a, goal, rcond=None)[0]


@cache
def _tents(layers):
    return tent_network(layers).predict(FOLDS[:, None], verbose=0)[:, 0]


def draw_tents(network, layers):
    """Draw the composed tents, and what either network makes of them."""
    goal = _tents(layers)
    deep = network == NETWORKS[0]
    said = goal if deep else wide_fit(layers)
    _, ax = figure(height=2.7)
    if not deep:
        ax.plot(FOLDS, goal, "-", color=color.border, lw=0.8)
    width = min(1.5, 5 / layers - 0.25) if deep else 1.5
    ax.plot(FOLDS, said, "-", color=color.model, lw=width)
    ax.set(xlim=(0, 1), ylim=(-0.05, 1.05), xlabel="x", xticks=[0, 0.5, 1])
    ax.set_yticks([0, 0.5, 1])
    return _tents_in_words(deep, layers, said, goal)


def _tents_in_words(deep, layers, said, goal):
    """Return the caption of the tents."""
    count = pieces(tent_network(layers))
    if deep:
        return (
            f"{layers} layer{'s' * (layers > 1)}, {2 * layers} units, "
            f"{6 * layers + 1} parameters: {count} straight pieces. One hidden layer "
            f"would need {count - 1} unit{'s' * (count > 2)}."
        )
    error = np.mean((said - goal) ** 2)
    return (
        f"One layer of {2 * layers} units, at most {2 * layers + 1} pieces where "
        f"{count} are needed: mean squared error {error:.3f}; a constant has "
        f"{np.var(goal):.3f}."
    )


# -- features on features --------------------------------------------------------------

SHOWN = (6, 3)


@cache
def rings_network():
    """Return rows and labels of the rings and the weights of a network 2-6-3-1."""
    x, y = synthetic.rings(rows=200, noise=0.1, seed=0)
    x, y = np.asarray(x, float), np.asarray(y, float).reshape(-1, 1)
    runs = train_classifiers(x, y, [4], SHOWN, epochs=4000, learning_rate=0.3)
    return x, y, runs


def show_features():
    """Show what units of the first and second hidden layer respond to."""
    x, y, runs = rings_network()
    side = np.linspace(-2.4, 2.4, 65)
    rows = np.stack([g.ravel() for g in np.meshgrid(side, side)], axis=1)
    first, second, busy1, busy2 = _busy_units(rows, runs.weights)
    fig, axes = figure(width=1.9, height=1.9, rows=2, columns=2)
    picks = [first[:, k] for k in busy1], [second[:, k] for k in busy2]
    for layer, column, units in zip((1, 2), axes.T, picks, strict=True):
        for ax, values in zip(column, units, strict=True):
            _map(ax, side, values, x, y)
            ax.set_title(f"layer {layer}", size=12)
    right = int(((runs.probability[0] > 0.5) == (y[:, 0] == 1)).sum())
    show(
        fig,
        caption="Layer 1 draws straight edges; layer 2 puts them together. Shaded: "
        "where a unit is on, stronger where it is louder; dots: the inner ring.",
        alt="Four maps of the plane. Two units of layer 1 are on along one side of a "
        "straight line; two units of layer 2 are on in regions with several corners. "
        f"The network classifies {right} of {len(y)} points rightly.",
    )


def _busy_units(rows, weights):
    """Return the sums of both hidden layers, and which two units say most."""
    W1, b1, W2, b2, *_ = (weight[0] for weight in weights)
    first = rows @ W1 + b1
    said = np.maximum(0, first)
    second = said @ W2 + b2
    busy1 = np.argsort(-np.abs(W2).sum(axis=1) * said.std(axis=0))[:2]
    busy2 = np.argsort(-np.maximum(0, second).std(axis=0))[:2]
    return first, second, busy1, busy2


def _map(ax, side, values, x, y):
    z = values.reshape(len(side), -1)
    if z.max() > 0:
        levels = np.linspace(0, z.max(), 4)  # on where the sum exceeds 0
        for k in range(3):
            ax.contourf(side, side, z, [levels[k], 1e9], colors=[color.model],
                        alpha=0.22)  # fmt: skip
    inner = x[y[:, 0] == y[0, 0]]
    ax.plot(*inner[::3].T, ".", color=color.ink, ms=3)
    ax.set(xticks=[], yticks=[], aspect="equal")


# -- capacity and shape ----------------------------------------------------------------


@cache
def shuffled_losses(units, epochs=4000):
    """Return the training losses of networks on shuffled prices, ten starts.

    The prices are standardized, so a constant has the loss 1.
    """
    order = np.random.default_rng(0).permutation(len(Y))
    return train_many(X, Y[order], seeds=range(10), units=units, epochs=epochs,
                      learning_rate=0.05).train_loss  # fmt: skip


SHAPES = {
    "shallow, 2-26-1": (26,),
    "tunnel, 2-8-8-1": (8, 8),
    "funnel, 2-12-5-1": (12, 5),
    "turned funnel, 2-5-12-1": (5, 12),
    "deep tunnel, 2-5-5-5-1": (5, 5, 5),
}
"""Hidden layers with about 100 parameters in all."""
