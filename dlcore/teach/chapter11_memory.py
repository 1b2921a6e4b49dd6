"""Who remembers the first number: networks with and without gates, trained once.

A sequence of random signs is shown, and the network has to say which came first. That
takes many minutes for all kinds, lengths and starts together, so page 11.3 quotes
`chapter11_memory.json`, which

    python -m dlcore.teach.chapter11_memory

writes anew; a test trains some of it again and compares.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.layers import GRU, LSTM, RNN, Dense, SimpleRNN, SimpleRNNCell
from dlcore.optimizers import Adam

PLACE = Path(__file__).with_suffix(".json")
LENGTHS = (10, 20, 40, 80)
SEEDS = (0, 1, 2, 3, 4)
UNITS, RATE, CLIP, ROWS, UPDATES = 16, 0.01, 1.0, 64, 600
EVERY = 30
"""Updates of which the accuracies are averaged in the record."""

KINDS = {
    "plain": (SimpleRNN, None),
    "plain, orthogonal": (SimpleRNN, None),
    "LSTM, forget bias 1": (LSTM, 1.0),
    "LSTM, forget bias 3": (LSTM, 3.0),
    "GRU": (GRU, None),
    "GRU, update bias 3": (GRU, 3.0),
}
"""Layer and start of the bias of the gate that keeps; all else is the same."""


def sequences(rows, steps, generator):
    """Return random signs x (rows, steps, 1), and 1 where the first is +1: (rows, 1).

    Args:
        rows, steps: how many sequences, and how long.
        generator: a NumPy generator.
    """
    x = generator.choice([-1.0, 1.0], (rows, steps, 1))
    return x, (x[:, 0] > 0).astype(float)


def open_gate(kind, value):
    """Return the start of a layer's bias: `value` for the gate that keeps, else 0."""

    def bias(shape, dtype):
        b = np.zeros(shape, dtype)
        gate = slice(UNITS, 2 * UNITS) if kind is LSTM else slice(0, UNITS)
        (b if b.ndim == 1 else b[0])[gate] = value
        return b

    return bias


def network(kind, seed, steps):
    """Return the untrained network of a kind, compiled.

    Args:
        kind: one of `KINDS`.
        seed: of the start.
        steps: length of the sequences.
    """
    utils.set_random_seed(seed)
    layer, value = KINDS[kind]
    start = "orthogonal" if "orthogonal" in kind else "glorot_uniform"
    settings = {"recurrent_initializer": start}
    if layer is LSTM:
        settings["unit_forget_bias"] = False
    if value is not None:
        settings["bias_initializer"] = open_gate(layer, value)
    return answering(layer(UNITS, **settings), steps)


def answering(layer, steps):
    """Return a model of a recurrent layer and a yes-or-no unit, compiled."""
    model = Sequential(
        [Input(shape=(steps, 1)), layer, Dense(1, activation="sigmoid")],
        dtype="float64",
    )
    model.compile(
        Adam(RATE, global_clipnorm=CLIP),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


def run(kind, steps, seed, updates=UPDATES):
    """Train one network; return its accuracies and that on 1000 fresh sequences.

    Returns:
        `(curve, final)`: the share that was right in each batch, before its update,
        averaged over `EVERY` updates; and the share at the end.
    """
    return train(network(kind, seed, steps), steps, seed, updates)


def train(model, steps, seed, updates=UPDATES):
    """Train a model on fresh sequences; return as `run` does."""
    generator = np.random.default_rng(seed)
    seen = []
    for _ in range(updates):
        x, y = sequences(ROWS, steps, generator)
        seen.append(model.train_on_batch(x, y)[1])
    x, y = sequences(1000, steps, np.random.default_rng(1000 + seed))
    final = float(np.mean((model.predict_on_batch(x) > 0.5) == (y > 0.5)))
    return np.reshape(seen, (-1, EVERY)).mean(axis=1), final


def measure(kinds=tuple(KINDS), lengths=LENGTHS, seeds=SEEDS, tell=lambda *_: None):
    """Return the record of these kinds, lengths and seeds, trained anew."""
    found = {}
    for kind in kinds:
        found[kind] = {}
        for steps in lengths:
            runs = [run(kind, steps, seed) for seed in seeds]
            tell(kind, steps, [round(final, 3) for _, final in runs])
            found[kind][str(steps)] = {
                "curves": [[round(float(v), 3) for v in curve] for curve, _ in runs],
                "final": [round(final, 3) for _, final in runs],
            }
    return found


# -- dropout inside the recurrence -----------------------------------------------------

DROPPED, DROP_STEPS = 0.5, 20
"""Share of the state that is dropped, and the length, in the runs with masks."""


class FreshMasks(SimpleRNNCell):
    """A plain cell that draws a new mask at every step."""

    def without_some(self, x, which, training):
        """Return x with other parts set to zero than at the step before."""
        self.reset_dropout_mask()
        return super().without_some(x, which, training)


MASKS = {"one for all steps": SimpleRNNCell, "new at every step": FreshMasks}


def run_masked(kind, seed, updates=UPDATES):
    """Train a plain network with dropout of its state; return its final share.

    Args:
        kind: one of `MASKS`.
        seed: of start, masks and sequences.
        updates: how many.
    """
    utils.set_random_seed(seed)
    cell = MASKS[kind](
        UNITS, recurrent_initializer="glorot_uniform", recurrent_dropout=DROPPED
    )
    model = answering(RNN(cell), DROP_STEPS)
    return round(train(model, DROP_STEPS, seed, updates)[1], 3)


# -- other biases ----------------------------------------------------------------------

BIASES, BIAS_STEPS = (-1.0, 3.66, 8.0), 40
"""Forget biases of the third exercise, log 39 among them, and the length."""


def run_bias(bias, seed, updates=UPDATES):
    """Train an LSTM with this forget bias at the start; return its final share."""
    utils.set_random_seed(seed)
    layer = LSTM(
        UNITS,
        recurrent_initializer="glorot_uniform",
        bias_initializer=open_gate(LSTM, bias),
        unit_forget_bias=False,
    )
    model = answering(layer, BIAS_STEPS)
    return round(train(model, BIAS_STEPS, seed, updates)[1], 3)


# -- the record ------------------------------------------------------------------------


@cache
def record():
    """Return what the script wrote: "recall", "masks" and "biases"."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def solved(kind, steps):
    """Return how many of the starts end with all 1000 fresh sequences right."""
    found = record()["recall"][kind][str(steps)]
    return sum(final == 1.0 for final in found["final"])


def solved_masked(kind):
    """Return the same for the runs with dropout."""
    return sum(final == 1.0 for final in record()["masks"][kind])


if __name__ == "__main__":
    rows = {
        "recall": measure(tell=print),
        "masks": {kind: [run_masked(kind, seed) for seed in SEEDS] for kind in MASKS},
        "biases": {
            f"{bias:g}": [run_bias(bias, seed) for seed in SEEDS[:3]] for bias in BIASES
        },
    }
    PLACE.write_text(json.dumps(rows) + "\n", encoding="utf-8")
