"""Numbers and drawings of page 9.2: pictures in other units and in another light.

Each `draw_` function makes one figure and returns its caption, as `teach.explore`
wants it.
"""

from functools import cache

import numpy as np

from dlcore.preprocessing import normalize_rows
from dlcore.teach.chapter05_digits import X_TEST, Y_TEST, X, Y
from dlcore.teach.chapter05_pixels import sheet, side_by_side, squares
from dlcore.teach.classifiers import forward
from dlcore.teach.figures import color, figure
from dlcore.teach.softmax_runs import categorical_costs, class_logits, train_softmax

# -- the same pictures in other units --------------------------------------------------

LARGEST = (1, 4, 16, 64, 255)
"""What a black pixel is, in the unit of the pictures."""
RATES = (0.001, 0.01, 0.1, 0.5)
EPOCHS = 60
FEW = 500
HIDDEN = (32,)


@cache
def course(largest, rate):
    """Train 64-32-10 on digits whose black pixels are `largest`.

    Args:
        largest: the number of a black pixel; white is 0.
        rate: learning rate of plain gradient descent on all rows.

    Returns:
        training losses after 0 to `EPOCHS` epochs, the accuracy on the test pictures,
        and how many hidden units say 0 to every training picture.
    """
    x, labels = largest * X[:FEW], Y[:FEW]
    runs = train_softmax(x, labels, [0], HIDDEN, EPOCHS, rate, record=range(EPOCHS + 1))
    losses = [
        categorical_costs(class_logits(x, weights), labels)[0]
        for weights in runs.kept.values()
    ]
    said = class_logits(largest * X_TEST, runs.weights)[0].argmax(axis=1)
    active = forward(x, runs.weights)[1][0]  # (rows, units)
    dead = int((active <= 0).all(axis=0).sum())
    return np.array(losses), float(np.mean(said == Y_TEST)), dead


def draw_units(largest, rate):
    """Draw the training loss, epoch by epoch, and the loss of saying 1/10."""
    losses, accuracy, dead = course(largest, rate)
    _, ax = figure(height=2.8)
    ax.plot(losses, "-", color=color.loss)
    ax.axhline(np.log(10), color=color.truth, ls=":", lw=1.4)
    ax.text(60, 1.12 * np.log(10), "one tenth each", ha="right", va="bottom")
    ax.set(yscale="log", ylim=(0.05, 3e7), xlim=(-1, 61))
    ax.set(xlabel="epoch", ylabel="training loss")
    ax.set_yticks([0.1, 10, 1e3, 1e5, 1e7])
    ax.set_yticklabels(["0.1", "10", "10³", "10⁵", "10⁷"])
    return (
        f"Pixels from 0 to {largest}, learning rate {rate:g}: the loss starts at "
        f"{losses[0]:.1f}, is {spoken(losses.max())} at its highest and "
        f"{losses[-1]:.2f} at the end. Accuracy on test pictures "
        f"{100 * accuracy:.0f} %; {dead} of 32 hidden units say 0 to every picture."
    )


def spoken(number):
    """Return a number of any size, short."""
    return f"{number:.1f}" if number < 1000 else f"{number:,.0f}"


# -- another light ---------------------------------------------------------------------

WAYS = ("as it is", "by pixel", "by picture")
"""What is subtracted: nothing, the training mean of each pixel, that of the picture."""
LIGHTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0)
SHOWN = 8
"""Which test picture is shown."""


def prepared(x, way):
    """Return pictures (rows, 64) as a network is given them, by one of `WAYS`."""
    if way == WAYS[1]:
        return x - X[:FEW].mean(axis=0)
    return normalize_rows(x) if way == WAYS[2] else x


@cache
def trained(way):
    """Return the weights of 64-32-10, trained on pictures prepared this way."""
    x = prepared(X[:FEW], way)
    return train_softmax(x, Y[:FEW], [0], HIDDEN, 200, 0.5).weights


@cache
def accuracy(way, light):
    """Return the accuracy on test pictures to which the same light is added."""
    z = class_logits(prepared(X_TEST + light, way), trained(way))[0]
    return float(np.mean(z.argmax(axis=1) == Y_TEST))


def draw_light(way, light):
    """Draw a picture as the network is given it, and accuracies against the light."""
    left, right = side_by_side(2.9, (0, 0.1, 0.36, 0.85), (0.57, 0.16, 0.42, 0.8))
    pixels = prepared(X_TEST[[SHOWN]] + light, way).reshape(8, 8)
    _draw_signed(left, pixels)
    _draw_accuracies(right, way, light)
    lowest, highest = pixels.min(), pixels.max()
    caption = (
        f"Prepared {way}. Light {light:g} added to every pixel of the test pictures. "
        f"This one then runs from {lowest:.2f} to {highest:.2f}, its mean is "
        f"{pixels.mean() + 0.0:.2f}; {100 * accuracy(way, light):.0f} % of all are "
        "read correctly."
    )
    return caption.replace("-", "−")


def _draw_signed(ax, pixels):
    """Draw pixels as squares, those below zero hollow."""
    sheet(ax, 8, 8)
    row, column = np.nonzero(np.abs(pixels) > 0.02)
    values = pixels[row, column]
    middles = np.stack([column, row], axis=1) + 0.5
    half = 0.48 * np.sqrt(np.minimum(np.abs(values), 1.0))
    more = values > 0
    squares(ax, middles[more], half[more], fc=color.model)
    squares(ax, middles[~more], half[~more], fc="none", ec=color.data, lw=1.2)


def _draw_accuracies(ax, way, light):
    """Draw the accuracies of all ways against the light, the chosen one strongly."""
    for name, style in zip(WAYS, (":", "--", "-"), strict=True):
        found = [100 * accuracy(name, each) for each in LIGHTS]
        chosen = name == way
        ink = color.model if chosen else color.muted
        ax.plot(LIGHTS, found, style, color=ink, lw=2 if chosen else 1.3, label=name)
        if chosen:
            ax.plot(light, found[LIGHTS.index(light)], "o", color=color.model)
    ax.set(xlabel="added light", ylabel="% right", ylim=(26, 103), xlim=(-0.04, 1.06))
    ax.set(xticks=[0, 0.5, 1], yticks=[50, 75, 100])
    ax.legend(loc="lower left", handlelength=1.6, handletextpad=0.4, borderpad=0,
              borderaxespad=0.2, labelspacing=0.25)  # fmt: skip
