"""Numbers and drawings of page 9.5: units that stay out at random, and when to stop.

A thousand digits were labeled by somebody careless: three labels in ten are wrong. A
network with room to memorize learns them all, the wrong ones as well.
"""

from functools import cache
from itertools import product

import numpy as np

from dlcore import Input, Sequential
from dlcore.layers import Dense, Dropout
from dlcore.teach.chapter05_digits import X as PIXELS
from dlcore.teach.chapter05_digits import Y as DIGITS
from dlcore.teach.figures import color, figure
from dlcore.utils import set_random_seed

ROWS, WRONG = 1000, 0.3
EPOCHS = 60
RATES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.8)


def careless(seed=0):
    """Return the labels of all 1500 digits as a careless hand writes them."""
    rng = np.random.default_rng(seed)
    slips = rng.random(len(DIGITS)) < WRONG
    labels = DIGITS.copy()
    labels[slips] = (labels[slips] + rng.integers(1, 10, slips.sum())) % 10
    return labels


X, Y = PIXELS[:ROWS], careless()[:ROWS]
X_VALID, Y_VALID = PIXELS[ROWS:], DIGITS[ROWS:]
"""Five hundred other digits whose labels were checked."""


def network(rate, seed=0):
    """Return 64-100-100-10 with dropout after both hidden layers, compiled."""
    set_random_seed(seed)
    layers = [Input(shape=(64,))]
    for _ in range(2):
        layers += [Dense(100, activation="relu"), Dropout(rate)]
    model = Sequential([*layers, Dense(10, activation="softmax")])
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@cache
def log(rate, seed=0):
    """Return the log of 60 epochs at a rate of dropout, a dict of lists."""
    model = network(rate, seed)
    pair = X_VALID, Y_VALID
    return model.fit(
        X, Y, epochs=EPOCHS, batch_size=32, verbose=0, validation_data=pair
    ).history


def draw_rates(rate, epochs):
    """Draw the accuracy in training and validation, up to an epoch."""
    found = log(rate)
    at = np.arange(1, epochs + 1)
    _, ax = figure(height=2.7)
    for name, ink, dash in (
        ("accuracy", color.data, "--"),
        ("val_accuracy", color.model, "-"),
    ):
        ax.plot(at, found[name][:epochs], dash, color=ink)
    ax.axhline(1 - WRONG, color=color.truth, ls=":", lw=1.2)
    ax.set(xlim=(0, EPOCHS + 1), ylim=(0, 1), xlabel="epoch", ylabel="accuracy")
    seen, valid = found["accuracy"][epochs - 1], found["val_accuracy"][epochs - 1]
    return (
        f"Dropout rate {rate:g}, {epochs} epochs: {100 * seen:.0f} % of the careless "
        f"labels are answered as written, {100 * valid:.0f} % of the 500 checked "
        "digits correctly; the best epoch had "
        f"{100 * max(found['val_accuracy']):.0f} %."
    )


# -- masks -----------------------------------------------------------------------------

UNITS = np.array([1.0, 3.0, 2.0, 4.0, 2.0])
"""What five hidden units say; each goes into the next sum with the weight 1."""
MASK_RATES = (0.0, 0.2, 0.5, 0.8)
WAYS = ("plain", "inverted")


def mask(rate, number):
    """Return which of the five units stay, True or False, in one drawing of lots."""
    rng = np.random.default_rng(number)
    return rng.random(len(UNITS)) >= rate


@cache
def mean_sum(rate, way, draws=10000):
    """Return the mean of the next sum over so many masks."""
    kept = np.random.default_rng(0).random((draws, len(UNITS))) >= rate
    scale = 1 / (1 - rate) if way == "inverted" else 1.0
    return float((kept @ UNITS).mean() * scale)


def draw_mask(way, rate, number):
    """Draw five units, some of them silent, and the sum that the next layer gets."""
    kept = mask(rate, number)
    scale = 1 / (1 - rate) if way == "inverted" else 1.0
    said = np.where(kept, UNITS * scale, 0.0)
    _, ax = figure(height=2.6)
    places = np.arange(1, len(UNITS) + 1)
    ax.bar(places, UNITS, 0.7, fill=False, ec=color.muted, lw=1.2, ls=":")
    ax.bar(places, said, 0.7, color=color.model)
    for place, value, stays in zip(places, said, kept, strict=True):
        text = f"{value:g}" if stays else "off"
        ax.text(place, max(value, UNITS[place - 1]) + 0.5, text, ha="center")
    ax.set(xlim=(0.3, 5.7), ylim=(0, 22), xticks=places, xlabel="hidden unit")
    ax.set(ylabel="output", yticks=[0, 5, 10, 15, 20])
    name = way[0].upper() + way[1:]
    silent = int((~kept).sum())
    return (
        f"{name}, rate {rate:g}, drawing {number}: {silent} of 5 units are off; the "
        f"next sum is {said.sum():g}. Mean over 10,000 drawings "
        f"{mean_sum(rate, way):.1f}; without dropout it is {UNITS.sum():g}."
    )


# -- an ensemble -----------------------------------------------------------------------

TERMS = np.array([1.5, -0.5, 1.5, 2.0, -2.0, -0.5, -0.5, -0.5, -1.0, 1.5])
BIAS = 0.44
"""What ten units add to the last sum, weight times output, and its bias."""


def all_masks(units=10):
    """Return every mask of so many units, (2**units, units)."""
    return np.array(list(product((0, 1), repeat=units)))


# -- early stopping --------------------------------------------------------------------

PATIENCES = (1, 2, 3, 5, 10, 20)


def stop(values, patience):
    """Return the best epoch and the last one, counted from 1.

    Args:
        values: of each epoch, the smaller the better.
        patience: how many epochs without a new best are allowed.
    """
    best, wait = 0, 0
    for epoch, value in enumerate(values):
        if epoch == 0 or value < values[best]:
            best, wait = epoch, 0
        else:
            wait += 1
            if wait >= patience:
                return best + 1, epoch + 1
    return best + 1, len(values)


def draw_stop(rate, patience):
    """Draw both losses as far as they were trained, and what early stopping keeps."""
    found = log(rate)
    best, last = stop(found["val_loss"], patience)
    at = np.arange(1, EPOCHS + 1)
    _, ax = figure(height=2.8)
    for name, ink, dash in (("loss", color.data, "--"), ("val_loss", color.model, "-")):
        ax.plot(at[:last], found[name][:last], dash, color=ink)
    ax.plot(best, found["val_loss"][best - 1], "o", color=color.model, ms=9)
    ax.axvline(last, color=color.ink, lw=1, ls="-.")
    ax.set(xlim=(0, EPOCHS + 1), ylim=(0, 2.4), xlabel="epoch", ylabel="loss")
    return (
        f"Dropout rate {rate:g}, patience {patience}: best epoch {best}, stopped after "
        f"epoch {last}. Validation accuracy {found['val_accuracy'][best - 1]:.2f} with "
        f"the weights of the best epoch, {found['val_accuracy'][-1]:.2f} after all "
        f"{EPOCHS}."
    )
