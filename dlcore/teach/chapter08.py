"""Numbers and drawings of page 8.1: activations that saturate.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it, and each `show_` function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential, activations
from dlcore.datasets import synthetic
from dlcore.layers import Dense
from dlcore.losses import BinaryCrossentropy
from dlcore.optimizers import SGD
from dlcore.teach.figures import color, figure, label_line, show
from dlcore.tensor import Tensor
from dlcore.utils import set_random_seed

RATE, EPOCHS, WIDTH = 0.3, 600, 10
"""The learning rate, epochs and units of a layer of the ring networks."""

X, Y = synthetic.rings(200, noise=0.15, seed=8)

STACKED = ("linear", "sigmoid", "tanh", "relu")
"""The activations that page 8.1 stacks."""


def slope_of(name, z):
    """Return an activation and its slope at z, the slope taken from the tape."""
    z = Tensor(np.asarray(z, dtype=float), requires_grad=True)
    a = activations.get(name)(1.0 * z)  # "linear" must calculate something, too
    a.backward(np.ones_like(z.data))
    return a.data, z.grad


# -- the same network, another activation ----------------------------------------------


def network(activation, layers, scale=1.0, seed=0):
    """Return an untrained network for the rings, compiled.

    Args:
        activation: of its hidden layers.
        layers: how many hidden layers it has.
        scale: what the starting kernels of its hidden layers are multiplied by.
        seed: of the start.
    """
    set_random_seed(seed)
    hidden = [Dense(WIDTH, activation=activation) for _ in range(layers)]
    model = Sequential(
        [Input(shape=(2,)), *hidden, Dense(1, activation="sigmoid")], dtype="float64"
    )
    *inner, kernel, bias = model.get_weights()
    model.set_weights([*(scale * weight for weight in inner), kernel, bias])
    model.compile(SGD(learning_rate=RATE), loss="binary_crossentropy")
    return model


@cache
def trained(activation, layers, scale=1.0, seed=0):
    """Return a trained ring network, its losses, and the share of rows it has right."""
    model = network(activation, layers, scale, seed)
    log = model.fit(X, Y, epochs=EPOCHS, batch_size=len(X), verbose=0)
    said = model.predict(X, verbose=0) > 0.5
    return model, log.history["loss"], float(np.mean(said == Y))


PLANE = np.linspace(-2.7, 2.7, 46)


def draw_rings(activation, layers):
    """Draw where a trained network says that a point is of the outer ring."""
    model, losses, right = trained(activation, layers)
    across, up = np.meshgrid(PLANE, PLANE)
    grid = np.stack([across.ravel(), up.ravel()], axis=1)
    said = model.predict(grid, verbose=0).reshape(across.shape)
    _, ax = figure(height=3.1)
    if said.max() > 0.5:
        ax.contourf(across, up, said, [0.5, 2], colors=[color.model], alpha=0.18)
    if said.min() < 0.5 < said.max():
        ax.contour(across, up, said, [0.5], colors=[color.model], linewidths=1.6)
    outer = Y[:, 0] == 1
    ax.plot(*X[outer].T, "o", color=color.data, ms=4, ls="none")
    ax.plot(*X[~outer].T, "s", mfc=color.paper, mec=color.ink, ms=4, ls="none")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xlim=(-2.7, 2.7), ylim=(-2.7, 2.7))
    ax.set(aspect="equal", xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    name = "ReLU" if activation == "relu" else activation
    return (
        f"{name}, {layers} hidden layer{'s' if layers > 1 else ''}: "
        f"{100 * right:.0f} % of the points are right, and the loss went from "
        f"{losses[0]:.3f} to {losses[-1]:.3f}."
    )


# -- what comes back through the layers ------------------------------------------------


def deltas(activation, layers, scale=1.0, seed=0):
    """Return the root mean square of dz in each hidden layer before training."""
    model = network(activation, layers, scale, seed)
    BinaryCrossentropy()(Y, model(X)).backward()
    hidden = model.layers[:-1]
    return np.array([np.sqrt(np.mean(layer.z.grad**2)) for layer in hidden])


def mean_slopes(activation, layers, scale=1.0, seed=0):
    """Return the mean slope of the activations in each hidden layer at the start."""
    model = network(activation, layers, scale, seed)
    model(X)
    hidden = model.layers[:-1]
    return [float(slope_of(activation, layer.z.data)[1].mean()) for layer in hidden]


def draw_deltas(activation, scale):
    """Draw how large dz is in each of eight hidden layers before training."""
    sizes = deltas(activation, 8, scale)
    relative = np.maximum(sizes / sizes[-1], 1e-12)
    slopes = mean_slopes(activation, 8, scale)
    _, ax = figure(height=2.7)
    ax.axhline(1, color=color.muted, lw=0.8, ls=":")
    ax.plot(range(1, 9), relative, "o-", color=color.gradient)
    ax.set(yscale="log", ylim=(1e-8, 1e8), xlim=(0.5, 8.5), xticks=range(1, 9))
    ax.set_yticks([1e-8, 1e-4, 1, 1e4, 1e8], ["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
    ax.set(xlabel="hidden layer", ylabel="size of dz")
    name = "ReLU" if activation == "relu" else activation
    return (
        f"{name}, start weights × {scale:g}: in layer 1 dz is "
        f"{in_words(relative[0])} what it is in layer 8. The slopes of the "
        f"activation have the mean {np.mean(slopes):.2f}."
    )


def in_words(factor):
    """Return a factor with two digits, a small one as a fraction: 1/37,000 of."""
    if factor >= 0.095:
        return f"{rounded(factor)} times"
    return f"1/{rounded(1 / factor)} of"


def rounded(number):
    """Return a number with two digits and, if it is large, commas."""
    power = int(np.floor(np.log10(number)))
    number = round(number, 1 - power)
    return f"{number:,.0f}" if power > 0 else f"{number:.{1 - power}f}"


# -- two s-curves ----------------------------------------------------------------------


def _draw_s_curves(left, right):
    """Draw both functions and, in the other panel, their slopes."""
    z = np.linspace(-5, 5, 121)
    curves = (
        ("sigmoid", "-", color.model, 45, 74, 12),
        ("tanh", "--", color.data, 40, 66, 5),
    )
    for name, stroke, role, at, at_slope, dx in curves:
        a, slope = slope_of(name, z)
        (first,) = left.plot(z, a, stroke, color=role)
        (second,) = right.plot(z, slope, stroke, color=role)
        label_line(first, name, at=at, dx=-4, dy=4)
        label_line(second, name, at=at_slope, dx=dx, dy=3)


def show_curves():
    """Show sigmoid and tanh, and their slopes."""
    fig, (left, right) = figure(width=2.7, height=2.5, columns=2)
    _draw_s_curves(left, right)
    left.axhline(0, color=color.muted, lw=0.7)
    left.set(title="a = f(z)", yticks=[-1, 0, 1], ylim=(-1.1, 1.1))
    right.set(title="slope f′(z)", yticks=[0, 0.25, 1], ylim=(-0.03, 1.1))
    for ax in (left, right):
        ax.set(xlabel="z", xticks=[-4, -2, 0, 2, 4])
    show(
        fig,
        caption="Two s-curves, flat at both ends. One panel shows the outputs, the "
        "other the slopes: that of tanh is up to four times as high, and falls sooner.",
        alt="The sigmoid rises from 0 to 1 with a largest slope of 0.25 at z = 0, tanh "
        "from −1 to 1 with a largest slope of 1; at z = 4 the slopes are "
        f"{slope_of('sigmoid', 4.0)[1]:.4f} and {slope_of('tanh', 4.0)[1]:.4f}.",
    )


# -- inputs that are all positive ------------------------------------------------------

STEPS = (0, 5, 10, 20, 40, 80, 160, 320)
WANTED = np.array([1.5, -1.5])
STEP = 0.3
"""Learning rate of the walks."""


def hidden_outputs(activation, units=2, rows=1000, seed=8):
    """Return outputs (rows, units) of a layer whose weighted sums are normal."""
    z = np.random.default_rng(seed).normal(size=(rows, units))
    return activations.get(activation)(z).data


@cache
def walk(activation):
    """Return the weights of a neuron on two such outputs, row after row.

    Its target is a known weighted sum of them, so that it could get everything right.
    """
    a, w = hidden_outputs(activation), np.zeros(2)
    points = [w]
    for row in a[: max(STEPS)]:
        slopes = 2 * (row @ w - row @ WANTED) * row
        w = w - STEP * slopes
        points.append(w)
    return np.array(points)


def same_sign(activation):
    """Return the shares of rows that move both weights the same way, and one alone.

    Each weight moves by its input times the same number, so the signs of the inputs
    decide.
    """
    signs = np.sign(hidden_outputs(activation)).prod(axis=1)
    any_moves = np.any(hidden_outputs(activation) != 0, axis=1)
    return float(np.mean(signs > 0)), float(np.mean((signs == 0) & any_moves))


def condition(activation, units):
    """Return the largest curvature of the squared error over the smallest.

    The squared error of a linear neuron has the Hessian 2 AᵀA / n. For independent
    units it is known exactly: 2 (variance of a + mean² · ones), whose eigenvalues
    are the variance and variance + units · mean², times 2.
    """
    a = hidden_outputs(activation, 1, rows=200_000)
    return 1 + units * float(a.mean()) ** 2 / float(a.var())


def draw_walk(inputs, rows):
    """Draw the path of two weights when one row after the other corrects them."""
    a, points = hidden_outputs(inputs), walk(inputs)[: rows + 1]
    grid = np.linspace(-0.6, 2.4, 41), np.linspace(-2.4, 0.6, 41)
    w1, w2 = np.meshgrid(*grid)
    far = np.stack([w1 - WANTED[0], w2 - WANTED[1]], axis=-1)
    height = np.einsum("ijk,kl,ijl->ij", far, a.T @ a / len(a), far)
    _, ax = figure(height=3.1)
    levels = [0.02, 0.1, 0.3, 0.7, 1.3]
    ax.contour(w1, w2, height, levels, colors=[color.loss], linewidths=0.9)
    ax.plot(*points.T, "-", color=color.model, lw=1.3)
    ax.plot(*points[-1], "o", color=color.model, ms=7)
    ax.plot(*WANTED, "X", color=color.truth, ms=8)
    ax.set(xlim=(-0.6, 2.4), ylim=(-2.4, 0.6), xlabel="$w_1$", ylabel="$w_2$")
    ax.set(aspect="equal", xticks=[0, 1, 2], yticks=[-2, -1, 0])
    left = float(np.linalg.norm(points[-1] - WANTED) / np.linalg.norm(WANTED))
    name = "ReLU" if inputs == "relu" else inputs
    caption = f"Inputs from {name}, {rows} rows: {100 * left:.0f} % of the way is left."
    if rows == 0:  # the rest would tell the answer
        return caption
    together = 100 * same_sign(inputs)[0]
    return f"{caption} {together:.0f} % of all rows move both weights the same way."
