"""What the network 512-10 reaches on MNIST: trained once, kept as a record.

MNIST is not shipped, so page 5.4 quotes `chapter05_mnist.json`, which

    python -m dlcore.teach.chapter05_mnist [PATH]

writes anew; PATH is that of `mnist.npz`, see `dlcore.datasets.mnist`. A test trains
again, where MNIST is at hand, and compares.
"""

import json
import sys
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.datasets import mnist
from dlcore.layers import Dense
from dlcore.teach.figures import color, figure, show

PLACE = Path(__file__).with_suffix(".json")
SEEDS = (0, 1, 2)
SMALL = 6000
"""Pictures of the smaller training set of the exercises."""


def load(path=None):
    """Return MNIST as rows of 784 numbers from 0 to 1, and the digits.

    Args:
        path: of `mnist.npz`; where it is looked for without, `datasets.mnist` says.

    Returns:
        (x_train, y_train), (x_test, y_test): x float32 (rows, 784), y (rows,).
    """
    return tuple(
        (x.reshape(-1, 784).astype("float32") / 255, y.astype("int64"))
        for x, y in mnist.load_data(path)
    )


def network(seed, hidden=(512,), inputs=784):
    """Return an untrained network for ten digits, compiled as in page 5.4.

    Args:
        seed: of the start.
        hidden: sizes of the ReLU layers; empty for the linear softmax model.
        inputs: pixels of a picture.
    """
    utils.set_random_seed(seed)
    layers = [Dense(units, activation="relu") for units in hidden]
    model = Sequential(
        [Input(shape=(inputs,)), *layers, Dense(10, activation="softmax")]
    )
    model.compile(
        "rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def train(train_rows, test_rows, seed=0, hidden=(512,), epochs=5):
    """Train one network in batches of 128; return its log, rounded to four places.

    Args:
        train_rows, test_rows: pairs (x, y) as `load` returns them.
        seed, hidden: as for `network`.
        epochs: how many.

    Returns:
        dict of "loss", "accuracy", "val_loss", "val_accuracy", the last two on the
        test rows, to a list with a number for each epoch.
    """
    log = network(seed, hidden).fit(
        *train_rows, batch_size=128, epochs=epochs, verbose=0, validation_data=test_rows
    )
    return {name: np.round(values, 4).tolist() for name, values in log.history.items()}


def measure(path=None):
    """Return the record of page 5.4, trained anew (a minute on one core).

    Args:
        path: as for `load`.
    """
    train_rows, test_rows = load(path)
    small = tuple(array[:SMALL] for array in train_rows)
    return {
        "counts": [np.bincount(y).tolist() for _, y in (train_rows, test_rows)],
        "parameters": network(0).count_params(),
        "full": [train(train_rows, test_rows, seed) for seed in SEEDS],
        "small": [train(small, test_rows, seed, epochs=10) for seed in SEEDS],
        "linear": [train(small, test_rows, seed, (), epochs=60) for seed in SEEDS],
    }


def record():
    """Return what the script wrote: the logs of three starts, and the class counts."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def span(runs, name, epoch, scale=1.0, digits=4):
    """Return the lowest and the highest number of several logs, as text.

    Args:
        runs: logs, as `train` returns them.
        name: of the number in the logs.
        epoch: counted from 1, or -1 for the last one.
        scale, digits: factor and decimals of the text.
    """
    place = epoch - 1 if epoch > 0 else epoch
    values = [scale * run[name][place] for run in runs]
    low, high = f"{min(values):.{digits}f}", f"{max(values):.{digits}f}"
    return low if low == high else f"{low} to {high}"


def show_record():
    """Show the accuracies of the three recorded runs, in training and in the test."""
    runs = record()["full"]
    fig, ax = figure(height=2.5)
    for run in runs:
        ax.plot(range(1, 6), run["accuracy"], "-", color=color.data, lw=1.5)
        ax.plot(range(1, 6), run["val_accuracy"], "--", color=color.model, lw=1.5)
    ax.text(5, 0.992, "training", color=color.data, ha="right")
    ax.text(5, 0.967, "test", color=color.model, ha="right")
    ax.set(xlabel="epoch", ylabel="accuracy", xticks=range(1, 6), ylim=(0.915, 1.0))
    show(
        fig,
        caption="After five epochs 98 % of the test pictures of MNIST are right. "
        "Lines: training, dashed: test; three starts each, from the record.",
        alt=f"Training accuracy from {span(runs, 'accuracy', 1)} after the first epoch "
        f"to {span(runs, 'accuracy', 5)} after the fifth, test accuracy from "
        f"{span(runs, 'val_accuracy', 1)} to {span(runs, 'val_accuracy', 5)}.",
    )


if __name__ == "__main__":
    found = measure(*sys.argv[1:2])
    PLACE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
