"""What shifted pictures do for a dense network on MNIST: trained once, on record.

MNIST is not shipped, so page 10.4 quotes `chapter10_augment.json`, which

    python -m dlcore.teach.chapter10_augment [PATH]

writes anew; PATH is that of `mnist.npz`, see `dlcore.datasets.mnist`. A test trains
one of the networks again, where MNIST is at hand, and compares.
"""

import json
import sys
from pathlib import Path

import numpy as np

from dlcore.teach import chapter05_mnist

PLACE = Path(__file__).with_suffix(".json")
SEEDS = (0, 1)
PICTURES, EPOCHS, FARTHEST = 20000, 6, 2
"""Training pictures, turns through them, and how many pixels a shift goes at most."""


def shifted(x, rng, farthest=FARTHEST):
    """Return pictures moved at random, each down and to the right by whole pixels.

    Args:
        x: pictures as rows, (rows, side side).
        rng: NumPy generator.
        farthest: largest shift in each direction; what comes in is paper, 0.
    """
    side = round(x.shape[1] ** 0.5)
    margin = ((0, 0), (farthest, farthest), (farthest, farthest))
    wide = np.pad(x.reshape(-1, side, side), margin)
    moves = rng.integers(0, 2 * farthest + 1, (len(x), 2))
    moved = np.empty((len(x), side, side), dtype=x.dtype)
    for down, right in np.ndindex(2 * farthest + 1, 2 * farthest + 1):
        rows = (moves == (down, right)).all(axis=1)
        moved[rows] = wide[rows, down : down + side, right : right + side]
    return moved.reshape(x.shape)


def train(rows, tests, augment, seed=0, epochs=EPOCHS):
    """Train 512-10; return its accuracies on the test rows of `tests`, rounded.

    Args:
        rows: pair (x, y) to train on.
        tests: pairs (x, y) to test on.
        augment: whether every picture is shifted anew in every epoch.
        seed: of start and shifts.
        epochs: how many.
    """
    x, y = rows
    rng = np.random.default_rng(seed)
    model = chapter05_mnist.network(seed, inputs=x.shape[1])
    for _ in range(epochs):
        seen = shifted(x, rng) if augment else x
        model.fit(seen, y, batch_size=128, epochs=1, verbose=0)
    return [round(model.evaluate(*test, verbose=0)[1], 4) for test in tests]


def data(path=None):
    """Return the rows to train on, and both test sets: as they are, and shifted."""
    (x, y), (x_test, y_test) = chapter05_mnist.load(path)
    moved = shifted(x_test, np.random.default_rng(100))
    return (x[:PICTURES], y[:PICTURES]), [(x_test, y_test), (moved, y_test)]


def measure(path=None):
    """Return the record, trained anew (two minutes on one core).

    Args:
        path: as for `chapter05_mnist.load`.
    """
    rows, tests = data(path)
    return {
        name: [train(rows, tests, augment, seed) for seed in SEEDS]
        for name, augment in (("as they are", False), ("shifted", True))
    }


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    found = measure(*sys.argv[1:2])
    PLACE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
