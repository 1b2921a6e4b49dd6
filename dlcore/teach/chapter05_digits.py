"""Numbers and drawings of page 5.4: ten digits, and what is none of them.

The pictures are the 8 by 8 digits that ship with the library.
"""

from functools import cache

import numpy as np
from matplotlib.patches import Rectangle

from dlcore import Input, Sequential
from dlcore.datasets import digits
from dlcore.layers import Dense
from dlcore.metrics import confusion_matrix
from dlcore.teach.chapter05_pixels import (
    draw_pictures,
    reading,
    sheet,
    side_by_side,
    squares,
)
from dlcore.teach.figures import color, figure, show
from dlcore.utils import set_random_seed

(PICTURES, Y), (PICTURES_TEST, Y_TEST) = digits.load_data()
X, X_TEST = PICTURES.reshape(-1, 64) / 16, PICTURES_TEST.reshape(-1, 64) / 16

EPOCHS = (0, 1, 2, 5, 10, 20)
"""After so many epochs the shown network is kept."""

SEED = 0


def network(seed=SEED, hidden=(512,)):
    """Return an untrained network for the small digits, compiled.

    Args:
        seed: of the start.
        hidden: sizes of the ReLU layers; empty for the linear softmax model.
    """
    set_random_seed(seed)
    layers = [Dense(units, activation="relu") for units in hidden]
    model = Sequential(
        [Input(shape=(64,)), *layers, Dense(10, activation="softmax")],
        dtype="float64",
    )
    model.compile(
        "rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


@cache
def kept():
    """Train the shown network; return its log, and its weights after `EPOCHS`."""
    model, log, weights = network(), {}, {0: network().get_weights()}
    for epoch in range(1, max(EPOCHS) + 1):
        new = model.fit(
            X, Y, batch_size=128, verbose=0, validation_data=(X_TEST, Y_TEST)
        )
        for name, values in new.history.items():
            log.setdefault(name, []).extend(values)
        if epoch in EPOCHS:
            weights[epoch] = model.get_weights()
    return log, weights


def says(rows, epochs=20):
    """Return the ten outputs of the shown network for rows of 64 pixels, 0 to 1."""
    model = network()
    model.set_weights(kept()[1][epochs])
    return model.predict(np.asarray(rows, dtype=float), verbose=0)


@cache
def linear(epochs=300):
    """Return the trained linear softmax model 64-10."""
    model = network(hidden=())
    model.fit(X, Y, batch_size=128, epochs=epochs, verbose=0)
    return model


# -- reading ---------------------------------------------------------------------------


def show_digits():
    """Show the first forty training pictures."""
    fig, ax = figure(height=1.65)
    places = [(9 * (k % 10), 9 * (k // 10)) for k in range(40)]
    sheet(ax, 89, 35)
    draw_pictures(ax, PICTURES[:40], places)
    rows = "; ".join("".join(map(str, Y[k : k + 10])) for k in range(0, 40, 10))
    show(
        fig,
        caption="Forty of the 1500 training pictures. Each is 8 by 8 pixels; the "
        "more a pixel stands out, the more ink it has.",
        alt=f"Four rows of ten handwritten digits, coarse squares of gray: {rows}.",
    )


SHOWN = (4, 16, 17, 7, 28, 53, 102, 91, 160, 226)
"""Test pictures of the first figure: five easy ones, then five that are misread."""


def right_after(epochs):
    """Return how many of the 297 test pictures the shown network reads correctly."""
    return int((says(X_TEST, epochs).argmax(axis=1) == Y_TEST).sum())


def a_digit(number):
    """Return a digit with its article: "a 3", "an 8"."""
    return f"an {number}" if number == 8 else f"a {number}"


def draw_reading(picture, epochs):
    """Draw one of the shown test pictures and the ten outputs for it."""
    row = SHOWN[picture - 1]
    said, truth = says(X_TEST[[row]], epochs)[0], int(Y_TEST[row])
    reading(PICTURES_TEST[row], said, truth)
    word = "epoch" if epochs == 1 else "epochs"
    return (
        f"Picture {picture} is {a_digit(truth)}. After {epochs} {word} the network "
        f"says {said.argmax()}, with {said.max():.2f}. Of all 297 test pictures it has "
        f"{right_after(epochs)} right."
    )


# -- the log ---------------------------------------------------------------------------


def _draw_log(ax, name, up_test, up_training):
    """Draw one entry of the log, in training and in the test.

    Args:
        ax: where.
        name: of the entry.
        up_test, up_training: how far above its end the label of a line stands.
    """
    log, _ = kept()
    epochs = np.arange(1, 21)
    ax.plot(epochs, log[name], "-", color=color.data)
    ax.plot(epochs, log[f"val_{name}"], "--", color=color.model)
    ax.set(title=name, xlabel="epoch", xticks=[1, 5, 10, 15, 20])
    style = {"ha": "right", "va": "center"}
    at = log[f"val_{name}"][-1] + up_test
    ax.text(20, at, "test", color=color.model, **style)
    ax.text(20, log[name][-1] + up_training, "training", color=color.data, **style)


def show_log():
    """Show loss and accuracy of the 20 epochs, in training and in the test."""
    log, _ = kept()
    fig, axes = figure(width=2.6, height=2.4, columns=2)
    _draw_log(axes[0], "loss", 0.17, -0.16)
    _draw_log(axes[1], "accuracy", -0.07, 0.045)
    axes[0].set_ylim(-0.25, None)
    axes[1].set_ylim(0.55, 1.08)
    show(
        fig,
        caption="The training loss falls to almost 0, the test loss does not. "
        "Line: the 1500 training pictures; dashed: the 297 for testing.",
        alt=f"Training loss from {log['loss'][0]:.2f} to {log['loss'][-1]:.2f}, test "
        f"loss from {log['val_loss'][0]:.2f} to {log['val_loss'][-1]:.2f}; training "
        f"accuracy from {log['accuracy'][0]:.2f} to {log['accuracy'][-1]:.2f}, test "
        f"accuracy from {log['val_accuracy'][0]:.2f} to {log['val_accuracy'][-1]:.2f}.",
    )


# -- templates -------------------------------------------------------------------------

TEMPLATES = 16 * np.array(
    [
        [[0, 1, 0], [0, 1, 0], [0, 1, 0]],
        [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    ]
)
"""Three strokes of 3 by 3 pixels: down, across, aslant."""
SMUDGED = 16 * np.array([[0, 1, 0], [1, 1, 0], [0, 1, 0]])


def show_paper():
    """Show the three templates of the paper example, and the picture to read."""
    fig, ax = figure(height=1.0)
    sheet(ax, 21, 4.6)
    places = [(0, 1.4), (4.5, 1.4), (9, 1.4), (17.5, 1.4)]
    draw_pictures(ax, [*TEMPLATES, SMUDGED], places)
    names = ("down", "across", "aslant", "picture x")
    for (x, _), name in zip(places, names, strict=True):
        ax.text(x + 1.5, 0.4, name, ha="center", va="center")
    show(
        fig,
        caption="Three templates, and a picture to be read. It is the stroke down, "
        "with a smudge at its left.",
        alt="Squares of 3 by 3 pixels. Down: the middle column; across: the middle "
        "row; aslant: the diagonal. The picture: the middle column, and the left pixel "
        "of the middle row.",
    )


def _draw_template(ax, corner, sizes, plus):
    """Draw 64 weights as squares of these sizes, hollow where they are not `plus`."""
    pixel = np.stack([np.arange(64) % 8, np.arange(64) // 8], axis=1) + 0.5 + corner
    ax.add_patch(Rectangle(corner, 8, 8, fill=False, ec=color.border, lw=1))
    squares(ax, pixel[plus], sizes[plus], fc=color.model)
    squares(ax, pixel[~plus], sizes[~plus], fc="none", ec=color.data, lw=0.8)


def show_templates():
    """Show the weights of the linear softmax model, a picture for each digit."""
    W = linear().get_weights()[0]  # (64, 10)
    fig, ax = figure(height=1.75)
    sheet(ax, 52, 21.5)
    sizes = 0.47 * np.sqrt(np.abs(W) / np.abs(W).max())
    for k in range(10):
        corner = np.array([11 * (k % 5), 11 * (k // 5)])
        ax.text(corner[0] - 0.4, corner[1] + 1.6, str(k), ha="right")
        _draw_template(ax, corner, sizes[:, k], W[:, k] > 0)
    show(
        fig,
        caption="Each output of the linear model has a template of 64 weights. Filled: "
        "ink here speaks for the digit; hollow: against it; the larger, the more.",
        alt="Ten squares of 8 by 8 weights. The template of 0 has a large hollow "
        "square in its middle, where a zero has no ink, and filled ones around it.",
    )


# -- who is taken for whom -------------------------------------------------------------


def matrix():
    """Return the 10 by 10 confusion matrix of the shown network on the test set."""
    return confusion_matrix(Y_TEST, says(X_TEST).argmax(axis=1), 10)


def misread():
    """Return the numbers of the test pictures that the shown network misreads."""
    return np.flatnonzero(says(X_TEST).argmax(axis=1) != Y_TEST)


def draw_confused(digit):
    """Draw the confusion matrix down to one row, and what was misread of it."""
    said = says(X_TEST)
    rows = [row for row in misread() if Y_TEST[row] == digit]
    left, right = side_by_side(2.9, (0, 0, 0.68, 1), (0.72, 0, 0.28, 0.92))
    _draw_matrix(left, matrix(), digit)
    sheet(right, 25, 56)
    places = [(13 * (k % 2), 9.5 * (k // 2)) for k in range(len(rows))]
    if rows:
        draw_pictures(right, PICTURES_TEST[rows], places)
    for row, (x, y) in zip(rows, places, strict=True):
        right.text(x + 8.7, y + 4.2, f"{said[row].argmax()}", va="center",
                   color=color.model)  # fmt: skip
    if not rows:
        right.text(0, 4, "none", va="center")
    total = int((digit == Y_TEST).sum())
    found = ", ".join(str(said[row].argmax()) for row in rows) or "none"
    return (
        f"{total - len(rows)} of {total} pictures of {a_digit(digit)} are read "
        f"correctly. Misread as: {found}."
    )


def _draw_matrix(ax, counts, lit):
    """Draw a 10 by 10 matrix as far as row `lit`, empty where 0; rows are what is."""
    ax.add_patch(
        Rectangle((-0.25, lit), 10.5, 1, fc=color.surface, ec=color.model, lw=1.5)
    )
    for row in range(10):
        for column in range(10):
            if row <= lit and counts[row][column]:
                ink = color.ink if row == column else color.loss
                ax.text(column + 0.5, row + 0.52, str(counts[row][column]), color=ink,
                        ha="center", va="center")  # fmt: skip
        ax.text(-0.6, row + 0.52, str(row), ha="right", va="center", color=color.data)
        ax.text(row + 0.5, -0.3, str(row), ha="center", color=color.model)
    ax.add_patch(Rectangle((-0.25, 0), 10.5, 10, fill=False, ec=color.muted, lw=1))
    ax.text(5, -1.35, "said", ha="center", color=color.model)
    ax.text(-0.6, -1.35, "is", ha="right", color=color.data)
    ax.set(xlim=(-1.35, 10.35), ylim=(10.15, -1.95), aspect="equal")
    ax.axis("off")


# -- what is no digit ------------------------------------------------------------------

LETTER_A = """
...##...
..####..
..#..#..
.##..##.
.######.
.######.
##....##
##....##
"""
LETTER_E = """
.######.
.######.
.##.....
.#####..
.#####..
.##.....
.######.
.######.
"""
CROSS = """
##....##
.##..##.
..####..
...##...
...##...
..####..
.##..##.
##....##
"""
HOUSE = """
...##...
..####..
.######.
########
.#....#.
.#.##.#.
.#.##.#.
.######.
"""


def picture_of(text):
    """Return the 8 by 8 picture of lines of dots and `#`."""
    return np.array([[16 if c == "#" else 0 for c in line] for line in text.split()])


@cache
def noise(count=1):
    """Return pictures of chance: each pixel any of 0 to 16, (count, 8, 8)."""
    return np.random.default_rng(0).integers(0, 17, (count, 8, 8))


def strange():
    """Return pictures that are no digits of the data, by what they show."""
    three = PICTURES_TEST[SHOWN[0]]
    return {
        "a digit": three,
        "the letter A": picture_of(LETTER_A),
        "the letter E": picture_of(LETTER_E),
        "a cross": picture_of(CROSS),
        "a house": picture_of(HOUSE),
        "the digit on its side": np.rot90(three),
        "ink and paper exchanged": 16 - three,
        "noise": noise()[0],
        "an empty page": np.zeros((8, 8), dtype=int),
        "a page full of ink": np.full((8, 8), 16),
    }


def draw_strange(picture):
    """Draw something and what the network takes it for."""
    pixels = strange()[picture]
    said = says(pixels.reshape(1, 64) / 16)[0]
    reading(pixels, said)
    first = picture[0].upper() + picture[1:]
    return (
        f"{first}: the network says {said.argmax()}, with {said.max():.2f}. The ten "
        f"outputs sum to {said.sum():.2f}."
    )


@cache
def refused(threshold):
    """Return which share is refused where the largest output stays below a threshold.

    Returns:
        of the test pictures read correctly, of those misread, and of 1000 pictures of
        noise.
    """
    said, chance = says(X_TEST), says(noise(1000).reshape(-1, 64) / 16)
    right = said.argmax(axis=1) == Y_TEST
    groups = said[right], said[~right], chance
    return tuple(float((group.max(axis=1) < threshold).mean()) for group in groups)
