"""The networks that page 10.5 looks into, and their pictures.

One is shown pages with one or two digits and says which digits are there; it is told
*which*, and never where. The other reads single digits, and has been cheated: in its
training pictures every 8 has a mark in the corner. Both are trained by

    python -m dlcore.teach.chapter10_inside

which takes a minute and writes their weights into `chapter10_inside.json`.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import digits
from dlcore.layers import Conv2D, Dense, GlobalAveragePooling2D
from dlcore.optimizers import Adam
from dlcore.utils import set_random_seed

PLACE = Path(__file__).with_suffix(".json")
HEIGHT, WIDTH, HALF = 8, 20, 10
FILTERS = (8, 16, 32)
RATES = {0.01: 80, 0.003: 25, 0.001: 15}
"""Learning rates, and how many times 1500 pages are seen with each."""
MARKED = 8
"""The digit that has a mark in the training pictures."""

(X, Y), (X_TEST, Y_TEST) = digits.load_data()
X, X_TEST = X / 16, X_TEST / 16


def page_of(left=None, right=None, at=1):
    """Return a page (1, 8, 20, 1) with a digit in each half, or in one.

    Args:
        left, right: pictures (8, 8), or None for an empty half.
        at: column of its half where a digit begins, 0 to 2.
    """
    page = np.zeros((1, HEIGHT, WIDTH, 1))
    for half, picture in enumerate((left, right)):
        if picture is not None:
            page[0, :, HALF * half + at :, 0][:, :8] = picture
    return page


def pages(x, y, count, rng):
    """Return pages of one or two digits drawn by chance, and which digits they hold.

    Returns:
        pages (count, 8, 20, 1), and labels (count, 10), 1 for each digit that is there.
    """
    made, labels = np.zeros((count, HEIGHT, WIDTH, 1)), np.zeros((count, 10))
    chosen = rng.integers(0, len(x), (count, 2))
    starts = rng.integers(0, 3, (count, 2))
    empty = np.where(rng.random(count) < 0.2, rng.integers(0, 2, count), 2)
    for row in range(count):
        for half in {0, 1} - {int(empty[row])}:
            number, begin = chosen[row, half], HALF * half + starts[row, half]
            made[row, :, begin : begin + 8, 0] = x[number]
            labels[row, y[number]] = 1
    return made, labels


def network(dtype="float64", seed=0):
    """Return the untrained network for pages, compiled: ten yes/no outputs."""
    set_random_seed(seed)
    convolutions = [
        Conv2D(count, 3, padding="same", activation="relu") for count in FILTERS
    ]
    model = Sequential(
        [
            Input(shape=(HEIGHT, WIDTH, 1)),
            *convolutions,
            GlobalAveragePooling2D(),
            Dense(10, activation="sigmoid"),
        ],
        dtype=dtype,
    )
    model.compile(Adam(0.01), loss="binary_crossentropy")
    return model


def train(rates=RATES, rows=1500):
    """Train the network for pages, on fresh ones in each epoch; return it."""
    model, rng = network("float32"), np.random.default_rng(1)
    for rate, epochs in rates.items():
        model.optimizer.learning_rate = rate
        for _ in range(epochs):
            batch = pages(X, Y, rows, rng)
            model.fit(*batch, batch_size=50, epochs=1, verbose=0)
    return model


def reader(dtype="float64", seed=0):
    """Return an untrained network for single digits, compiled."""
    set_random_seed(seed)
    model = Sequential(
        [
            Input(shape=(8, 8, 1)),
            Conv2D(8, 3, padding="same", activation="relu"),
            Conv2D(16, 3, padding="same", activation="relu"),
            GlobalAveragePooling2D(),
            Dense(10, activation="softmax"),
        ],
        dtype=dtype,
    )
    model.compile(Adam(0.01), loss="sparse_categorical_crossentropy")
    return model


def marked(x, rows):
    """Return pictures (rows, 8, 8, 1), some with four black pixels in the corner.

    Args:
        x: pictures (rows, 8, 8).
        rows: which of them get the mark, (rows,) of True and False.
    """
    x = x[..., None].copy()
    x[rows, :2, :2] = 1.0
    return x


def train_marked(epochs=25):
    """Train the reader on marked pictures; return it."""
    model = reader("float32")
    model.fit(marked(X, Y == MARKED), Y, batch_size=50, epochs=epochs, verbose=0)
    return model


def flat(model):
    """Return the weights of a model as lists of numbers, to four places."""
    return [np.round(w.astype(float), 4).ravel().tolist() for w in model.get_weights()]


def filled(model, numbers):
    """Put weights, as `flat` returned them, into a model; return it."""
    shapes = [w.shape for w in model.get_weights()]
    pairs = zip(numbers, shapes, strict=True)
    model.set_weights([np.reshape(values, shape) for values, shape in pairs])
    return model


@cache
def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


@cache
def trained():
    """Return the network for pages with its learned weights."""
    return filled(network(), record()["pages"])


@cache
def trained_marked():
    """Return the network that learned from marked pictures."""
    return filled(reader(), record()["marked"])


@cache
def unseen(count):
    """Return pages of test pictures, always the same, and which digits they hold."""
    return pages(X_TEST, Y_TEST, count, np.random.default_rng(99))


if __name__ == "__main__":
    made = {"pages": flat(train()), "marked": flat(train_marked())}
    PLACE.write_text(json.dumps(made) + "\n", encoding="utf-8")
