"""Numbers and drawings of page 10.3: a whole convolutional network.

A small one reads the 8 by 8 digits that ship with the library; a larger one, for
pictures of 28 by 28 pixels, is counted: its parameters and its multiplications.
"""

from functools import cache
from itertools import pairwise

import numpy as np
from matplotlib.patches import Rectangle

from dlcore import Input, Sequential
from dlcore.layers import (
    AveragePooling2D,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    MaxPooling2D,
)
from dlcore.optimizers import Adam
from dlcore.teach import chapter05_digits as digits
from dlcore.teach.chapter05_pixels import bars, draw_pictures, sheet, side_by_side
from dlcore.teach.figures import color, figure, show
from dlcore.utils import set_random_seed

X, X_TEST = (rows.reshape(-1, 8, 8, 1) for rows in (digits.X, digits.X_TEST))
Y, Y_TEST = digits.Y, digits.Y_TEST

EPOCHS = (0, 1, 5, 20)
"""After so many epochs the shown network is kept."""
RATE, BATCH = 0.005, 32
STARTS = 5

# -- the small network, trained --------------------------------------------------------


def network(seed=0, filters=(8, 16), activation="relu", pooling="max"):
    """Return an untrained convolutional network for the small digits, compiled.

    Args:
        seed: of the start.
        filters: of both convolutions.
        activation: of both convolutions.
        pooling: "max" or "mean".
    """
    set_random_seed(seed)
    first, second = filters
    pool = {"max": MaxPooling2D, "mean": AveragePooling2D}[pooling]
    model = Sequential(
        [
            Input(shape=(8, 8, 1)),
            Conv2D(first, 3, padding="same", activation=activation),
            pool(2),
            Conv2D(second, 3, padding="same", activation=activation),
            pool(2),
            Flatten(),
            Dense(10, activation="softmax"),
        ],
        dtype="float64",
    )
    model.compile(
        Adam(RATE), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


@cache
def kept(seed=0):
    """Train a network; return its weights after `EPOCHS`."""
    model = network(seed)
    weights = {0: model.get_weights()}
    for before, after in pairwise(EPOCHS):
        model.fit(X, Y, batch_size=BATCH, epochs=after - before, verbose=0)
        weights[after] = model.get_weights()
    return weights


def trained(epochs=20, seed=0):
    """Return the network as it was after so many epochs."""
    model = network(seed)
    model.set_weights(kept(seed)[epochs])
    return model


def right_after(epochs, seed=0):
    """Return how many of the 297 test pictures are read rightly."""
    said = trained(epochs, seed).predict(X_TEST, verbose=0)
    return int((said.argmax(axis=1) == Y_TEST).sum())


@cache
def dense_right(seed):
    """Return how many test pictures the network 512-10 of page 5.4 reads rightly."""
    if seed == digits.SEED:
        return digits.right_after(20)
    model = digits.network(seed)
    model.fit(digits.X, digits.Y, batch_size=128, epochs=20, verbose=0)
    said = model.predict(digits.X_TEST, verbose=0)
    return int((said.argmax(axis=1) == Y_TEST).sum())


def maps(picture, epochs):
    """Return the maps behind both poolings, and the ten outputs.

    Args:
        picture: number of the test picture.
        epochs: one of `EPOCHS`.
    """
    model = trained(epochs)
    said = model(X_TEST[[picture]]).data[0]
    pools = [layer for layer in model.layers if isinstance(layer, MaxPooling2D)]
    return [np.moveaxis(layer.output.data[0], -1, 0) for layer in pools], said


def draw_reading(picture, epochs):
    """Draw a test picture, its maps behind both poolings, and the ten outputs."""
    place = digits.SHOWN[picture - 1]
    (first, second), said = maps(place, epochs)
    left, right = side_by_side(3.3, (0, 0, 0.56, 1), (0.65, 0.08, 0.35, 0.92))
    sheet(left, 19, 27)
    draw_pictures(left, [digits.PICTURES_TEST[place]], [(5.5, 0)])
    _maps(left, first, [(5 * (k % 4), 10 + 5 * (k // 4)) for k in range(8)])
    _maps(left, second, [(2.45 * (k % 8), 21 + 2.6 * (k // 8)) for k in range(16)])
    bars(right, said, int(Y_TEST[place]))
    word = "epoch" if epochs == 1 else "epochs"
    return (
        f"Picture {picture} is {digits.a_digit(int(Y_TEST[place]))}. After {epochs} "
        f"{word} the network says {said.argmax()}, with {said.max():.2f}. Of all 297 "
        f"test pictures it has {right_after(epochs)} right."
    )


def _maps(ax, values, places):
    """Draw maps, the largest of their entries as full ink."""
    draw_pictures(ax, 16 * values / max(values.max(), 1e-9), places)


# -- the larger network, counted -------------------------------------------------------

TAILS = ("all entries", "mean of each map")
SIDES = (28, 56, 112)
FILTERS = (10, 50, 100)


def large(side=28, filters=50, tail="all entries"):
    """Return the untrained network for pictures of 28 by 28 pixels.

    Args:
        side: of the pictures.
        filters: of the second convolution.
        tail: what goes into the dense part, one of `TAILS` or "largest of each map".
    """
    set_random_seed(0)
    ends = {"all entries": Flatten, "mean of each map": GlobalAveragePooling2D}
    return Sequential(
        [
            Input(shape=(side, side, 1)),
            Conv2D(25, 3, activation="relu"),
            MaxPooling2D(),
            Conv2D(filters, 3, activation="relu"),
            MaxPooling2D(),
            ends.get(tail, GlobalMaxPooling2D)(),
            Dense(100, activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )


@cache
def costs(side=28, filters=50, tail="all entries"):
    """Return the parameters and the multiply-adds of the layers that learn.

    A weight of a convolution is used once at every place of its map, a weight of a
    dense layer once for each picture; biases are additions and not counted as work.

    Returns:
        two tuples of four numbers: both convolutions, both dense layers.
    """
    model = large(side, filters, tail)
    model(np.zeros((1, side, side, 1), dtype="float32"))
    found = [layer for layer in model.layers if layer.weights]
    parameters = tuple(int(layer.count_params()) for layer in found)
    work = tuple(
        int(np.prod(layer.output.shape[1:-1])) * layer.kernel.data.size
        for layer in found
    )
    return parameters, work


NAMES = ("convolution 1", "convolution 2", "dense 1", "dense 2")


def draw_costs(side, filters, tail):
    """Draw which share of the parameters and of the work each layer has."""
    parameters, work = costs(side, filters, tail)
    _, ax = figure(height=3.6)
    for k, name in enumerate(NAMES):
        _share(ax, k - 0.14, parameters, k, color.data, filled=True)
        _share(ax, k + 0.18, work, k, color.model, filled=False)
        ax.text(0, k - 0.3, name, va="bottom")
    ax.set(xlim=(0, 1.42), ylim=(3.45, -0.62), xticks=[0, 0.5, 1], yticks=[])
    ax.set_xticklabels(["0", "half", "all"])
    convolved = [sum(counts[:2]) / sum(counts) for counts in (parameters, work)]
    return (
        f"Pictures of {side} by {side} pixels, {filters} filters, {tail}: "
        f"{sum(parameters):,} parameters, {100 * convolved[0]:.0f} % of them in the "
        f"convolutions; {sum(work):,} multiply-adds for a picture, "
        f"{100 * convolved[1]:.0f} % of them in the convolutions."
    )


def _share(ax, y, counts, k, ink, filled):
    """Draw which share of all counts the k-th has, as a bar at height `y`."""
    share = counts[k] / sum(counts)
    ax.barh(y, share, 0.26, fc=ink if filled else "none", ec=ink, lw=1.5)
    ax.text(share + 0.02, y, f"{counts[k]:,}", va="center", color=ink)


# -- the assembly ----------------------------------------------------------------------


def _assembly():
    """Return (name, shape of the outputs, parameters) of the picture and each layer."""
    model = large()
    model(np.zeros((1, 28, 28, 1), dtype="float32"))
    steps = [("picture", (28, 28, 1), None)]
    steps += [
        (type(layer).__name__, tuple(layer.output.shape[1:]), layer.count_params())
        for layer in model.layers
        if layer.output is not None and type(layer).__name__ != "InputLayer"
    ]
    return steps


def show_assembly():
    """Show what goes from layer to layer of the large network, drawn from the model."""
    steps = _assembly()
    fig, ax = figure(height=4.0)
    for row, (name, shape, parameters) in enumerate(steps):
        _slab(ax, shape, row)
        _label(ax, row, name, shape, parameters)
        if row:
            arrow = {"arrowstyle": "-|>", "color": color.muted}
            ax.annotate("", (1.7, row - 0.36), (1.7, row - 0.62), arrowprops=arrow)
    ax.set(xlim=(0, 10.2), ylim=(len(steps) - 0.45, -0.5))
    ax.axis("off")
    words = "; ".join(f"{name} {' by '.join(map(str, s))}" for name, s, _ in steps)
    show(
        fig,
        caption="Maps become smaller and more, then one row of numbers, then ten "
        "outputs. Each block is as wide as its maps; layers behind it are drawn as "
        "edges, fewer than there are.",
        alt=f"From top to bottom: {words}.",
    )


def _label(ax, row, name, shape, parameters):
    """Write the name of a layer, the shape of its outputs and what it learns."""
    size = " × ".join(map(str, shape))
    learned = f", learns {parameters:,}" if parameters else ""
    ax.text(4.1, row - 0.16, name, va="center", color=color.ink)
    ax.text(4.1, row + 0.2, f"{size}{learned}", va="center", color=color.muted)


def _slab(ax, shape, row):
    """Draw one stack of maps, or a row of numbers, in the middle of a line."""
    if len(shape) == 1:
        half = 1.6 * np.sqrt(shape[0] / 1250)
        box = (1.7 - half, row - 0.1), 2 * half, 0.2
        ax.add_patch(Rectangle(*box, fc=color.surface, ec=color.model, lw=1.2))
        return
    half, behind = 1.25 * shape[0] / 28, min(shape[2] - 1, round(shape[2] / 8))
    for k in range(behind, -1, -1):
        corner = 1.7 - half + 0.11 * k - 0.06 * behind, row - 0.22 * half - 0.035 * k
        ax.add_patch(
            Rectangle(corner, 2 * half, 0.44 * half, fc=color.surface, ec=color.data,
                      lw=1.2)
        )  # fmt: skip


# -- without ReLU ----------------------------------------------------------------------


@cache
def variant_right(activation, pooling, seed):
    """Return how many test pictures a changed network reads rightly after 20 epochs.

    Args:
        activation: of both convolutions, "relu" or None.
        pooling: "max" or "mean".
        seed: of the start.
    """
    if (activation, pooling) == ("relu", "max"):
        return right_after(20, seed)
    model = network(seed, activation=activation, pooling=pooling)
    model.fit(X, Y, batch_size=BATCH, epochs=20, verbose=0)
    said = model.predict(X_TEST, verbose=0)
    return int((said.argmax(axis=1) == Y_TEST).sum())
