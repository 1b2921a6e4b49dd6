"""What more pictures and dropout do for MNIST: trained once, kept as a record.

MNIST is not shipped, so page 9.5 quotes `chapter09_record.json`, which

    python -m dlcore.teach.chapter09_record [PATH]

writes anew; PATH is that of `mnist.npz`, see `dlcore.datasets.mnist`. A test trains
some of it again, where MNIST is at hand, and compares.
"""

import json
import sys
from pathlib import Path

from dlcore import Input, Sequential, utils
from dlcore.layers import Dense, Dropout
from dlcore.teach import chapter05_mnist

PLACE = Path(__file__).with_suffix(".json")
SEEDS = (0, 1)
EPOCHS = {500: 40, 1000: 30, 5000: 15, 20000: 6}
"""Pictures to train on, and how many epochs: fewer where there are more pictures."""

RATES = (0.0, 0.2, 0.5, 0.8)
FEW, ROUNDS = 2000, 30
"""Pictures and epochs for the network with dropout."""


def deep(rate, seed=0):
    """Return 784-500-500-10 with dropout after both hidden layers, compiled.

    Args:
        rate: share to drop, 0 for none.
        seed: of the start.
    """
    utils.set_random_seed(seed)
    layers = [Input(shape=(784,))]
    for _ in range(2):
        layers += [Dense(500, activation="relu"), Dropout(rate)]
    model = Sequential([*layers, Dense(10, activation="softmax")])
    model.compile(
        "rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def scores(model, train_rows, test_rows, epochs):
    """Train a model in batches of 128; return both losses and both accuracies."""
    model.fit(*train_rows, batch_size=128, epochs=epochs, verbose=0)
    found = [model.evaluate(*rows, verbose=0) for rows in (train_rows, test_rows)]
    names = ("loss", "accuracy")
    return {name: [round(x[i], 4) for x in found] for i, name in enumerate(names)}


def more_data(train_rows, test_rows, pictures, seed=0):
    """Train 512-10 on the first pictures; return its scores, training and test."""
    rows = tuple(array[:pictures] for array in train_rows)
    model = chapter05_mnist.network(seed)
    return scores(model, rows, test_rows, EPOCHS[pictures])


def with_dropout(train_rows, test_rows, rate, seed=0):
    """Train the deep network on few pictures; return its scores, training and test."""
    rows = tuple(array[:FEW] for array in train_rows)
    return scores(deep(rate, seed), rows, test_rows, ROUNDS)


def measure(path=None):
    """Return the record, trained anew (some minutes on one core).

    Args:
        path: as for `chapter05_mnist.load`.
    """
    data = chapter05_mnist.load(path)
    return {
        "parameters": deep(0.5).count_params(),
        "more": {str(n): [more_data(*data, n, s) for s in SEEDS] for n in EPOCHS},
        "dropout": {
            f"{rate:g}": [with_dropout(*data, rate, s) for s in SEEDS] for rate in RATES
        },
    }


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    found = measure(*sys.argv[1:2])
    PLACE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
