"""What two networks reach on MNIST, and a reused one: measured once, kept as a record.

MNIST is not shipped, so page 10.6 quotes `chapter10_mnist.json`, which

    python -m dlcore.teach.chapter10_mnist [PATH]

writes anew; PATH is that of `mnist.npz`, see `dlcore.datasets.mnist`. It takes about
ten minutes on one core.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.layers import Conv2D, Dense, Flatten, MaxPooling2D
from dlcore.optimizers import Adam
from dlcore.teach import chapter05_mnist

PLACE = Path(__file__).with_suffix(".json")
SEEDS = (0, 1)
REUSED = (0, 1, 2)
"""Starts of the two networks, and of the reused one."""
EPOCHS = 3
SHIFTS = (0, 1, 2, 3, 4)
"""Pixels by which the test pictures are moved up, down, left and right."""
COUNTS = (2, 5, 20, 100)
"""Pictures of each of the digits 5 to 9 that a network may learn from."""
PROBE = 2000
"""Pictures of a small run that a test repeats."""


def load(path=None):
    """Return MNIST as pictures (rows, 28, 28, 1) from 0 to 1, and the digits.

    Args:
        path: as for `chapter05_mnist.load`.
    """
    pairs = chapter05_mnist.load(path)
    return tuple((x.reshape(-1, 28, 28, 1), y) for x, y in pairs)


def base(filters=(25, 50)):
    """Return the layers that look for patterns: two convolutions, each pooled."""
    return [
        Conv2D(filters[0], 3, activation="relu"),
        MaxPooling2D(2),
        Conv2D(filters[1], 3, activation="relu"),
        MaxPooling2D(2),
        Flatten(),
    ]


def head(classes, units=100):
    """Return the layers that decide."""
    return [Dense(units, activation="relu"), Dense(classes, activation="softmax")]


def network(kind, seed):
    """Return an untrained network, compiled: "dense", 512-10, or "cnn"."""
    utils.set_random_seed(seed)
    layers = [*base(), *head(10)]
    if kind == "dense":
        layers = [Flatten(), Dense(512, activation="relu"), head(10)[-1]]
    model = Sequential([Input(shape=(28, 28, 1)), *layers])
    return compiled(model, "rmsprop")


def compiled(model, optimizer):
    """Compile a model for class numbers, and return it."""
    model.compile(
        optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def accuracy(model, x, y):
    """Return the share of pictures that a model reads rightly, to four places."""
    said = model.predict(x, batch_size=500, verbose=0).argmax(axis=-1)
    return round(float((said == y).mean()), 4)


def shifted(x, down, right):
    """Return pictures moved by whole pixels; what comes in from outside is 0."""
    moved = np.zeros_like(x)
    height, width = x.shape[1:3]
    to, of = _overlap(down, height), _overlap(-down, height)
    across, of_across = _overlap(right, width), _overlap(-right, width)
    moved[:, to, across] = x[:, of, of_across]
    return moved


def _overlap(step, length):
    """Return the places of a moved row that its old elements reach."""
    return slice(max(step, 0), length + min(step, 0))


def moves(distance):
    """Return the four moves by a distance: (down, right) of each."""
    return [(distance, 0), (-distance, 0), (0, distance), (0, -distance)]


def compare(kind, seed, train_rows, test_rows, epochs=EPOCHS):
    """Train one network; return its log, its time, and its accuracies when moved.

    Returns:
        dict of "history" (test accuracy after each epoch), "training" (the last
        accuracy in training), "seconds" (of the processor, for an epoch) and "moved"
        (accuracy at each of `SHIFTS`, the mean of four directions).
    """
    model = network(kind, seed)
    history, seconds = [], 0.0
    for _ in range(epochs):
        begin = time.process_time()
        log = model.fit(*train_rows, batch_size=128, epochs=1, verbose=0)
        seconds += time.process_time() - begin
        history.append(accuracy(model, *test_rows))
    x, y = test_rows
    moved = [
        np.mean([accuracy(model, shifted(x, *move), y) for move in moves(d)])
        if d
        else history[-1]
        for d in SHIFTS
    ]
    return {
        "history": history,
        "training": round(log.history["accuracy"][-1], 4),
        "seconds": round(seconds / epochs, 2),
        "moved": np.round(moved, 4).tolist(),
    }


# -- reuse -----------------------------------------------------------------------------


def split(rows):
    """Return rows of the digits 0 to 4, and of 5 to 9 with labels from 0."""
    x, y = rows
    low = y < 5
    return (x[low], y[low]), (x[~low], y[~low] - 5)


def some(rows, count, seed):
    """Return a few pictures of each class, drawn by a seed."""
    x, y = rows
    rng = np.random.default_rng(seed)
    chosen = [rng.permutation(np.flatnonzero(y == k))[:count] for k in range(5)]
    chosen = rng.permutation(np.concatenate(chosen))
    return x[chosen], y[chosen]


def reuse(seed, train_rows, test_rows, counts=COUNTS, epochs=1):
    """Learn 0 to 4, then 5 to 9 from a few pictures, in three ways.

    Returns:
        dict of "old" (accuracy on 0 to 4) and of "scratch", "frozen" and "tuned", a
        list with the accuracy on 5 to 9 for each count.
    """
    (old, new), (old_test, new_test) = split(train_rows), split(test_rows)
    utils.set_random_seed(seed)
    first = compiled(Sequential([Input(shape=(28, 28, 1)), *base(), *head(5)]), "adam")
    first.fit(*old, batch_size=128, epochs=epochs, verbose=0)
    found = {"old": accuracy(first, *old_test)}
    found |= {name: [] for name in ("scratch", "frozen", "tuned")}
    for count in counts:
        few = some(new, count, seed)
        for name, model in taught(first, few, seed):
            found[name].append(accuracy(model, *new_test))
    return found


def taught(first, few, seed, epochs=40, more=20):
    """Yield the three ways and the model of each: scratch, frozen, tuned.

    All take as many epochs of the few pictures; the tuned one is the frozen one, its
    last convolution set free for the last of them, with a tenth of the rate.
    """
    for name in ("scratch", "frozen"):
        utils.set_random_seed(seed)
        model = Sequential([Input(shape=(28, 28, 1)), *base(), *head(5)])
        if name == "frozen":
            for ours, theirs in zip(model.layers[:5], first.layers[:5], strict=True):
                ours.set_weights(theirs.get_weights())
                ours.trainable = False
        compiled(model, Adam(0.001))
        model.fit(*few, batch_size=16, epochs=epochs, verbose=0)
        if name == "frozen":
            keep = model.get_weights()
            yield name, fitted(model, few, more, 0.001)
            model.set_weights(keep)
            model.layers[2].trainable = True
            yield "tuned", fitted(model, few, more, 0.0001)
        else:
            yield name, fitted(model, few, more, 0.001)


def fitted(model, rows, epochs, rate):
    """Train a model on, with a rate; return it."""
    compiled(model, Adam(rate)).fit(*rows, batch_size=16, epochs=epochs, verbose=0)
    return model


def measure(path=None):
    """Return the record of page 10.6, trained anew.

    Args:
        path: as for `load`.
    """
    train_rows, test_rows = load(path)
    probe = tuple(array[:PROBE] for array in train_rows)
    found = {
        "parameters": {k: network(k, 0).count_params() for k in ("dense", "cnn")},
        "probe": {
            k: compare(k, 0, probe, probe, epochs=1)["history"]
            for k in ("dense", "cnn")
        },
    }
    for kind in ("dense", "cnn"):
        found[kind] = []
        for seed in SEEDS:
            found[kind].append(compare(kind, seed, train_rows, test_rows))
            print(kind, seed, found[kind][-1], flush=True)
    found["reuse"] = []
    for seed in REUSED:
        found["reuse"].append(reuse(seed, train_rows, test_rows))
        print("reuse", seed, found["reuse"][-1], flush=True)
    return found


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    made = measure(*sys.argv[1:2])
    PLACE.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
