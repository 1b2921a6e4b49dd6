"""Page 10.6's experiments: a base that learned the digits 0 to 4 learns 5 to 9.

The base is two convolutions, the head one softmax layer. What the page compares is
kept in `chapter10_reuse.json`, which

    python -m dlcore.teach.chapter10_reuse

writes anew in a few minutes.
"""

import json
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.datasets import digits
from dlcore.layers import Conv2D, Dense, Flatten, MaxPooling2D
from dlcore.optimizers import Adam

PLACE = Path(__file__).with_suffix(".json")
SEEDS = range(5)
SIDE = 12
"""Of a page, in pixels; the pictures have 8."""
COUNTS = (1, 2, 5, 10, 20, 50, 100)
"""Pictures of each of the digits 5 to 9 that a network may learn from."""
WAYS = ("from scratch", "random base", "frozen base", "fine-tuned")
RATES = (0.0001, 0.001, 0.003, 0.01, 0.03)
"""Rates of fine-tuning that the page compares."""
FREE = ("last convolution", "both convolutions")
SHOWN_COUNT = 20
RATE, EPOCHS, MORE = 0.01, 40, 20
FINE_RATE = 0.003
TIMES = 10
"""Places at which each picture of an old digit is seen in an epoch."""


def split(rows):
    """Return pictures of 0 to 4 and of 5 to 9, (rows, 8, 8), both labeled 0 to 4."""
    x, y = rows
    x, y = x / 16, y.astype(int)
    low = y < 5
    return (x[low], y[low]), (x[~low], y[~low] - 5)


(OLD, NEW), (OLD_TEST, NEW_TEST) = map(split, digits.load_data())


def placed(rows, rng, times=1):
    """Return pictures laid somewhere on empty pages: (rows, SIDE, SIDE, 1), labels."""
    x, y = (np.concatenate([array] * times) for array in rows)
    pages = np.zeros((len(x), SIDE, SIDE, 1))
    tops, lefts = rng.integers(0, SIDE - 7, (2, len(x)))
    for page, picture, top, left in zip(pages, x, tops, lefts, strict=True):
        page[top : top + 8, left : left + 8, 0] = picture
    return pages, y


OLD_PAGES = placed(OLD_TEST, np.random.default_rng(8), 3)
NEW_PAGES = placed(NEW_TEST, np.random.default_rng(9), 3)
"""Test pages of the old digits and of the new ones, each picture at three places."""


def network(seed, dtype="float64"):
    """Return an untrained network for five digits: a base and a head, compiled."""
    utils.set_random_seed(seed)
    model = Sequential(
        [
            Input(shape=(SIDE, SIDE, 1)),
            Conv2D(16, 3, padding="same", activation="relu"),
            MaxPooling2D(2),
            Conv2D(32, 3, padding="same", activation="relu"),
            MaxPooling2D(2),
            Flatten(),
            Dense(5, activation="softmax"),
        ],
        dtype=dtype,
    )
    return compiled(model, RATE)


def compiled(model, rate):
    """Compile a model with Adam of this rate, and return it."""
    model.compile(
        Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def fitted(model, rows, epochs, rate=RATE):
    """Train a model with a new Adam of this rate; return it."""
    compiled(model, rate).fit(*rows, batch_size=16, epochs=epochs, verbose=0)
    return model


def pretrained(seed, dtype="float64"):
    """Return a network that has learned the digits 0 to 4."""
    rows = placed(OLD, np.random.default_rng(seed), TIMES)
    return fitted(network(seed, dtype), rows, 2, 0.003)


def with_base_of(model, seed, dtype="float64"):
    """Return a network with the base of another one, frozen, and a new head."""
    fresh = network(seed + 100, dtype)
    for ours, theirs in zip(fresh.layers[:-1], model.layers[:-1], strict=True):
        ours.set_weights(theirs.get_weights())
        ours.trainable = False
    return compiled(fresh, RATE)


def release(model, free):
    """Set convolutions of a frozen base free: one of `FREE`."""
    model.layers[2].trainable = True
    model.layers[0].trainable = free == FREE[1]


def accuracy(model, rows):
    """Return the share of pictures that a model reads rightly."""
    x, y = rows
    return float((model.predict(x, verbose=0).argmax(axis=-1) == y).mean())


def some(count, seed):
    """Return a few pictures of each of the digits 5 to 9, drawn by a seed."""
    x, y = NEW
    rng = np.random.default_rng(seed)
    chosen = [rng.permutation(np.flatnonzero(y == k))[:count] for k in range(5)]
    chosen = rng.permutation(np.concatenate(chosen))
    return placed((x[chosen], y[chosen]), rng)


def ways(base, count, seed, dtype="float64"):
    """Return the accuracies on new digits of the `WAYS`, all trained equally long."""
    few = some(count, seed)
    scratch = fitted(network(seed + 100, dtype), few, EPOCHS + MORE)
    reused = fitted(with_base_of(base, seed, dtype), few, EPOCHS)
    keep = reused.get_weights()
    frozen = accuracy(fitted(reused, few, MORE), NEW_PAGES)
    reused.set_weights(keep)
    release(reused, FREE[1])
    tuned = accuracy(fitted(reused, few, MORE, FINE_RATE), NEW_PAGES)
    chance = with_base_of(network(seed + 200, dtype), seed, dtype)
    control = accuracy(fitted(chance, few, EPOCHS + MORE), NEW_PAGES)
    return [accuracy(scratch, NEW_PAGES), control, frozen, tuned]


def old_again(model, base):
    """Return the accuracy on 0 to 4 of a network's base under the head of before."""
    weights = model.get_weights()
    model.set_weights(weights[:-2] + base.get_weights()[-2:])
    found = accuracy(model, OLD_PAGES)
    model.set_weights(weights)
    return found


def tuning(base, seed, dtype="float64"):
    """Return accuracies on new and on old digits, by what is free and by the rate.

    Returns:
        array (free, rates, 2), and the pair for the frozen base.
    """
    few = some(SHOWN_COUNT, seed)
    reused = fitted(with_base_of(base, seed, dtype), few, EPOCHS)
    keep = reused.get_weights()
    found = np.zeros((len(FREE), len(RATES), 2))
    for i, free in enumerate(FREE):
        release(reused, free)
        for j, rate in enumerate(RATES):
            reused.set_weights(keep)
            fitted(reused, few, MORE, rate)
            found[i, j] = accuracy(reused, NEW_PAGES), old_again(reused, base)
    reused.set_weights(keep)
    return found, (accuracy(reused, NEW_PAGES), old_again(reused, base))


def measure(seeds=SEEDS, counts=COUNTS):
    """Return the record of the page, trained anew."""
    found = {"old": [], "ways": [], "tuning": [], "frozen": []}
    for seed in seeds:
        base = pretrained(seed, "float32")
        found["old"].append(accuracy(base, OLD_PAGES))
        found["ways"].append([ways(base, n, seed, "float32") for n in counts])
        pairs, frozen = tuning(base, seed, "float32")
        found["tuning"].append(pairs.tolist())
        found["frozen"].append(frozen)
        print(seed, np.round(found["ways"][-1], 3).tolist(), flush=True)
    return {name: np.round(values, 4).tolist() for name, values in found.items()}


def record():
    """Return what the script wrote, as arrays; the first axis runs over the seeds."""
    found = json.loads(PLACE.read_text(encoding="utf-8"))
    return {name: np.array(values) for name, values in found.items()}


if __name__ == "__main__":
    PLACE.write_text(json.dumps(measure()) + "\n", encoding="utf-8")
