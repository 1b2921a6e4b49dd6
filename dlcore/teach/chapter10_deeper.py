"""Numbers and drawings of page 10.4: deep networks with and without normalization."""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.layers import Activation, BatchNormalization, Dense, LayerNormalization
from dlcore.optimizers import SGD
from dlcore.teach.chapter05_digits import X_TEST, Y_TEST, X, Y
from dlcore.teach.figures import color, figure
from dlcore.utils import set_random_seed

PLACES = ("none", "before ReLU", "after ReLU")
RATES = (0.01, 0.03, 0.1, 0.3, 1.0)
DEPTH, WIDTH, BATCH, EPOCHS = 12, 32, 50, 10


def deep(place, rate, seed=0, momentum=0.9):
    """Return an untrained network 64-32-...-32-10 with twelve hidden layers, compiled.

    All start as He says, for ReLU.

    Args:
        place: of the normalizations, one of `PLACES`.
        rate: learning rate of plain SGD.
        seed: of the start.
        momentum: of the moving averages.
    """
    set_random_seed(seed)
    layers = [Input(shape=(64,))]
    for _ in range(DEPTH):
        bias = place != "before ReLU"
        layers += [Dense(WIDTH, use_bias=bias, kernel_initializer="he_normal")]
        pair = [Activation("relu"), BatchNormalization(momentum=momentum)]
        if place == "before ReLU":
            layers += pair[::-1]
        else:
            layers += pair if place == "after ReLU" else pair[:1]
    model = Sequential([*layers, Dense(10, activation="softmax")], dtype="float64")
    model.compile(
        SGD(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


@cache
def run(place, rate, seed=0):
    """Train a network; return its losses by epoch, and its test accuracy."""
    model = deep(place, rate, seed)
    with np.errstate(over="ignore", invalid="ignore"):
        log = model.fit(X, Y, batch_size=BATCH, epochs=EPOCHS, verbose=0)
        right = model.evaluate(X_TEST, Y_TEST, verbose=0)[1]
    return np.array(log.history["loss"]), float(right)


def draw_rates(place, rate):
    """Draw how the loss of a deep network falls, or does not, at a learning rate."""
    losses, right = run(place, rate)
    _, ax = figure(height=2.7)
    epochs = np.arange(1, EPOCHS + 1)
    for other in PLACES:
        if other != place:
            ax.plot(epochs, run(other, rate)[0], ":", color=color.muted, lw=1.2)
    ax.plot(epochs, losses, "o-", color=color.loss, ms=4)
    ax.axhline(np.log(10), color=color.truth, lw=1, ls="--")
    ax.text(EPOCHS, np.log(10) + 0.06, "knowing nothing", ha="right", va="bottom")
    ax.set(xlabel="epoch", ylabel="training loss", ylim=(0, 2.9), xticks=[1, 4, 7, 10])
    ax.set_title(f"normalization: {place}, rate {rate:g}")
    end = f"{losses[-1]:.2f}" if np.isfinite(losses[-1]) else "no number any more"
    return (
        f"Normalization {place}, learning rate {rate:g}: after ten epochs the loss is "
        f"{end}, and {100 * right:.0f} of 100 test pictures are read correctly."
    )


# -- one batch -------------------------------------------------------------------------

VALUES = np.array([1.0, 3.0, 2.0, 6.0, 4.0, 2.0])
SCALES, SHIFTS, FIRST = (0.5, 1.0, 2.0), (-4, 0, 4), (-3, 1, 5, 9)


def normalized(x):
    """Return numbers with mean 0 and variance 1, and their mean and deviation."""
    mean, deviation = x.mean(), x.std()
    return (x - mean) / deviation, mean, deviation


def draw_batch(scale, shift, first):
    """Draw the numbers of one unit for a batch of six rows, and what they become."""
    x = np.array([first, *VALUES[1:]]) * scale + shift
    made, mean, deviation = normalized(x)
    _, (upper, lower) = figure(height=1.45, rows=2)
    _draw_numbers(upper, x, color.data)
    _draw_numbers(lower, made, color.model)
    upper.plot([mean, mean], [-0.35, 0.35], "-", color=color.truth)
    upper.plot([mean - deviation, mean + deviation], [0.35] * 2, color=color.truth)
    upper.text(mean, 0.45, "mean ± deviation", ha="center", va="bottom")
    upper.set(xlim=(-12, 24), title="x, before")
    lower.set(xlim=(-3, 3), title="x̂, normalized")
    spread = ", ".join(f"{v:.2f}" for v in np.sort(made)).replace("-", "−")
    return (
        f"Mean {mean:.2f}, standard deviation {deviation:.2f}. Normalized, in order of "
        f"size: {spread}."
    ).replace("Mean -", "Mean −")


def _draw_numbers(ax, numbers, ink):
    """Draw six numbers on a line, the first of them framed."""
    ax.axhline(0, color=color.border, lw=1)
    ax.plot(numbers[1:], np.zeros(5), "o", color=ink, ms=8, alpha=0.75)
    ax.plot(numbers[:1], [0], "D", mfc="none", mec=ink, mew=2, ms=10)
    ax.set(yticks=[], ylim=(-0.7, 1.3))
    ax.spines["left"].set_visible(False)


# -- by rows ---------------------------------------------------------------------------


@cache
def run_by_row(rate, seed=0):
    """Train the deep network with layer normalization; return its last loss."""
    set_random_seed(seed)
    layers = [Input(shape=(64,))]
    for _ in range(DEPTH):
        layers += [
            Dense(WIDTH, use_bias=False, kernel_initializer="he_normal"),
            LayerNormalization(),
            Activation("relu"),
        ]
    model = Sequential([*layers, Dense(10, activation="softmax")], dtype="float64")
    model.compile(SGD(rate), loss="sparse_categorical_crossentropy")
    log = model.fit(X, Y, batch_size=BATCH, epochs=EPOCHS, verbose=0)
    return float(log.history["loss"][-1])
