"""The network that reads what is drawn on the page *Draw a digit*.

It has one hidden layer and has learned the 8 by 8 digits as they are. The browser gets
its weights, rounded, from `drawn_digits.json`, which

    python -m dlcore.teach.drawn_digits

writes anew in a second. What the page says of it is measured with these weights.
"""

import functools
import itertools
import json
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.datasets import digits
from dlcore.layers import Dense
from dlcore.optimizers import Adam

PLACE = Path(__file__).with_suffix(".json")
SIDE, FULL = 8, 16
"""Fields of a side, and the most ink that a field can have."""
HIDDEN, SEED, EPOCHS = 32, 0, 40
DECIMALS = 3
SURE = 0.9
STEPS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}
"""Rows and columns by which a shift moves a picture."""
SHOWN = 4
"""Pictures of each digit that the page has as examples: the first ones for testing."""
HEART = "011001100dg99gd04gbggbg49g4444g93fe22ef305gccg50007gg70000099000"
"""A picture that is no digit: the ink of each field as one digit to base 17."""


def split(rows):
    """Return pictures as rows of 64 numbers from 0 to 1, and their labels."""
    x, y = rows
    return x.reshape(-1, SIDE * SIDE) / FULL, y


TRAIN, TEST = map(split, digits.load_data())


def network():
    """Return the untrained network, compiled."""
    utils.set_random_seed(SEED)
    model = Sequential(
        [
            Input(shape=(SIDE * SIDE,)),
            Dense(HIDDEN, activation="relu"),
            Dense(10, activation="softmax"),
        ],
        dtype="float64",
    )
    model.compile(
        Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def measure():
    """Return the weights of the network after training, rounded, as lists."""
    model = network()
    model.fit(*TRAIN, batch_size=32, epochs=EPOCHS, verbose=0)
    return [np.round(w, DECIMALS).tolist() for w in model.get_weights()]


@functools.cache
def weights():
    """Return what the script wrote: the weights of both layers, as lists."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


@functools.cache
def reader():
    """Return the network with the weights that the browser has."""
    model = network()
    model.set_weights([np.array(values) for values in weights()])
    return model


def probabilities(rows):
    """Return the ten probabilities for each row of 64 numbers."""
    return reader().predict(np.asarray(rows), verbose=0)


def shifted(rows, step):
    """Return pictures moved by a step of `STEPS`; what leaves the page is lost."""
    down, across = step
    pages = np.pad(rows.reshape(-1, SIDE, SIDE), ((0, 0), (1, 1), (1, 1)))
    moved = pages[:, 1 - down : 1 - down + SIDE, 1 - across : 1 - across + SIDE]
    return moved.reshape(-1, SIDE * SIDE)


def examples():
    """Return the first test pictures of each digit: (10, SHOWN, 64), whole numbers."""
    x, y = TEST
    rows = [x[np.flatnonzero(y == digit)[:SHOWN]] for digit in range(10)]
    return np.round(FULL * np.array(rows)).astype(int)


def noise():
    """Return 1000 pictures with ink drawn at random for each field."""
    return np.random.default_rng(SEED).integers(0, FULL + 1, (1000, SIDE * SIDE)) / FULL


def right(rows, labels):
    """Return how many rows the network reads rightly."""
    return int((probabilities(rows).argmax(axis=1) == labels).sum())


def flips(row, count):
    """Return every row in which so many fields are emptied or filled instead."""
    fields = np.array(list(itertools.combinations(range(row.size), count)))
    full = np.array(list(itertools.product((0, 1), repeat=count)))
    fields, full = fields.repeat(len(full), axis=0), np.tile(full, (len(fields), 1))
    rows = np.tile(row, (len(fields), 1))
    np.put_along_axis(rows, fields, full, axis=1)
    return rows


def fewest(row, digit):
    """Return how many emptied or filled fields make the network read this digit."""
    return next(
        count
        for count in itertools.count(1)
        if (probabilities(flips(row, count)).argmax(axis=1) == digit).any()
    )


def answer(name, row):
    """Return what the network says to one picture, and how surely, as two facts."""
    shares = probabilities(row)[0]
    percent = f"{100 * shares.max():.1f}".replace("100.0", "over 99.9")
    return {name: int(shares.argmax()), f"{name}_percent": percent}


@functools.cache
def facts():
    """Return what the page says of the network, by name."""
    x, y = TEST
    found = right(x, y)
    sure = probabilities(noise()).max(axis=1) > SURE
    three = examples()[3, :1] / FULL
    heart = [[int(ink, FULL + 1) / FULL for ink in HEART]]
    return {
        "seen": f"{len(TRAIN[0]):,}",
        "pictures": len(x),
        "right": found,
        "percent": round(100 * found / len(x)),
        **{f"moved_{to}": right(shifted(x, by), y) for to, by in STEPS.items()},
        "noise": round(100 * sure.mean()),
        **answer("blank", np.zeros((1, SIDE * SIDE))),
        **answer("heart", heart),
        **answer("three_left", shifted(three, STEPS["left"])),
        **answer("three_down", shifted(three, STEPS["down"])),
        "fewest": fewest(three[0], 8),
    }


if __name__ == "__main__":
    PLACE.write_text(json.dumps(measure()) + "\n", encoding="utf-8")
