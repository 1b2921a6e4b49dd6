"""Numbers and drawings of page 9.3: patients, the recipe of diagnosis, and cures.

Each patient is a network on points of the same noisy curve, with one thing wrong.
"""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dlcore import Input, Sequential, regularizers
from dlcore.layers import Dense, Dropout
from dlcore.optimizers import Adam, RMSprop
from dlcore.teach.chapter09_penalties import X_FRESH, Y_FRESH, X, Y, measurements
from dlcore.teach.figures import color, figure
from dlcore.utils import set_random_seed

WANTED = 0.12
"""The error that would be good enough; the noise alone costs 0.09."""


class Plan(NamedTuple):
    """How a network is built and trained."""

    units: int = 10
    epochs: int = 300
    rate: float = 0.03
    points: int = 48
    strength: float = 0.0
    dropout: float = 0.0
    optimizer: type = Adam


def train(plan, x, y, watched=True):
    """Return a trained network and its log.

    Args:
        plan: a `Plan`.
        x, y: training rows and targets, (rows, 1).
        watched: whether it is validated on fresh points after each epoch.
    """
    set_random_seed(0)
    penalty = regularizers.L2(plan.strength)
    layers = [Dense(plan.units, activation="tanh", kernel_regularizer=penalty)]
    layers += [Dropout(plan.dropout)] if plan.dropout else []
    model = Sequential(
        [Input(shape=(1,)), *layers, Dense(1, kernel_regularizer=penalty)],
        dtype="float64",
    )
    model.compile(plan.optimizer(plan.rate), loss="mse", metrics=["mse"])
    log = model.fit(
        x, y, epochs=plan.epochs, batch_size=len(x), verbose=0,
        validation_data=(X_FRESH, Y_FRESH) if watched else None,
    ).history  # fmt: skip
    return model, log


# -- six patients ----------------------------------------------------------------------

PATIENTS = {
    "A": Plan(units=1, epochs=1000),
    "B": Plan(units=30, epochs=1500, points=16),
    "C": Plan(rate=0.003),
    "D": Plan(strength=0.001),
    "E": Plan(optimizer=RMSprop, rate=0.2, epochs=120),
    "F": Plan(strength=0.05),
}


@cache
def curves(patient):
    """Return training and validation errors of a patient, each (epochs,)."""
    plan = PATIENTS[patient]
    _, log = train(plan, *measurements(plan.points))
    return np.array(log["mse"]), np.array(log["val_mse"])


STAGES = ("the curves", "first question", "second question", "what to do")
VERDICTS = {
    "falls": "falls: train longer,\nlarger rate",
    "jumps": "jumps:\nsmaller rate",
    "flat": "flat: larger model,\nfewer obstacles",
    "overfits": "no: stop early,\nregularize,\nmore rows",
    "healthy": "yes: the test,\nonce",
}


def diagnose(training, validation, wanted=WANTED):
    """Return a key of `VERDICTS`, found by asking of the curves what the recipe asks.

    Args:
        training, validation: errors by epoch.
        wanted: an error that would be good enough.
    """
    last = np.median(training[-30:])
    if last > wanted:
        if np.ptp(training[-30:]) > 0.5 * last:
            return "jumps"
        before = np.median(training[-90:-60])
        return "falls" if last < 0.97 * before else "flat"
    return "healthy" if np.median(validation[-30:]) <= wanted else "overfits"


SPOTS = {
    "start": (0.5, 3.2, "training error\nas low as wanted?"),
    "shape": (0.2, 1.7, "how does its\ncurve end?"),
    "gap": (0.8, 1.7, "validation error\nas low, too?"),
    "falls": (0.17, 0.5, VERDICTS["falls"]),
    "jumps": (0.17, -0.6, VERDICTS["jumps"]),
    "flat": (0.17, -1.7, VERDICTS["flat"]),
    "overfits": (0.82, 0.25, VERDICTS["overfits"]),
    "healthy": (0.82, -1.2, VERDICTS["healthy"]),
}
"""Places and words of the boxes of the recipe."""
TRUNKS = {"shape": 0.47, "gap": 0.53}
"""Where the line runs down from a question to its answers."""


def path_of(patient):
    """Return the boxes that the recipe leads a patient through."""
    verdict = diagnose(*curves(patient))
    return ("start", "gap" if verdict in ("overfits", "healthy") else "shape", verdict)


def draw_patient(patient, asked):
    """Draw a patient's curves, and the recipe as far as it has been asked."""
    training, validation = curves(patient)
    path = path_of(patient)[: STAGES.index(asked)]
    _, (upper, lower) = figure(
        height=3.1, rows=2, gridspec_kw={"height_ratios": [1, 2]}
    )
    draw_curves(upper, training, validation)
    upper.set_title(f"patient {patient}")
    draw_recipe(lower, path)
    seen, fresh = (np.median(e[-30:]) for e in (training, validation))
    story = "".join(f" {answer}" for answer in spoken(path))
    return (
        f"Patient {patient} after {len(training)} epochs: training error {seen:.2f}, "
        f"validation error {fresh:.2f}; wanted: {WANTED:g}.{story}"
    )


def spoken(path):
    """Return questions and answers of a path, one str for each box."""
    said = []
    if path:
        said.append("Training error as low as wanted?")
    if len(path) > 1:
        answer = "Yes. Validation error as low, too?"
        said.append(answer if path[1] == "gap" else "No. How does its curve end?")
    if len(path) > 2:
        said.append(VERDICTS[path[2]].replace("\n", " ").capitalize() + ".")
    return said


def draw_curves(ax, training, validation):
    """Draw both errors by epoch and the error that is wanted."""
    epochs = np.arange(1, len(training) + 1)
    step = max(1, len(epochs) // 150)
    ax.plot(epochs[::step], validation[::step], ":", color=color.data, lw=1.8)
    ax.plot(epochs[::step], training[::step], "-", color=color.model, lw=1.6)
    ax.axhline(WANTED, color=color.muted, lw=0.9)
    ax.set(ylim=(0, 0.95), yticks=[0, 0.3, 0.6, 0.9], ylabel="MSE", xlabel="epoch")


def draw_recipe(ax, path):
    """Draw the boxes of the recipe; those on the path stand out."""
    top_x, top_y, _ = SPOTS["start"]
    for question, trunk in TRUNKS.items():
        x, y, _ = SPOTS[question]
        mine = [leaf for leaf in VERDICTS if (SPOTS[leaf][0] < 0.5) == (x < 0.5)]
        line(ax, (top_x, top_y), (x, y), question in path)
        word, side = ("no", 0.24) if x < 0.5 else ("yes", 0.76)
        ax.text(side, 2.52, word, ha="center", va="center")
        for leaf in sorted(mine, key=lambda leaf: leaf in path):
            low = SPOTS[leaf][:2]
            for begin, end in pairwise([(x, y), (trunk, y), (trunk, low[1]), low]):
                line(ax, begin, end, leaf in path)
    for name, (x, y, words) in SPOTS.items():
        taken = name in path
        box = {
            "boxstyle": "round,pad=0.3", "fc": color.surface, "lw": 2 if taken else 0.8,
            "ec": color.model if taken else color.muted,
        }  # fmt: skip
        ax.text(x, y, words, ha="center", va="center", bbox=box, zorder=3)
    ax.set(xlim=(-0.08, 1.08), ylim=(-2.3, 3.7))
    ax.set_axis_off()


def line(ax, begin, end, taken):
    """Draw a line between two points, thick where the patient has gone."""
    (x, y), (to_x, to_y) = begin, end
    ink, width = (color.model, 2.4) if taken else (color.muted, 0.8)
    ax.plot([x, to_x], [y, to_y], "-", color=ink, lw=width, zorder=2 if taken else 1)


# -- cures, one by one -----------------------------------------------------------------

OVERFITTER = Plan(units=30, epochs=1500, points=16)
CURES = {
    "nothing": {},
    "more data: 64 points": {"points": 64},
    "simpler model: 3 units": {"units": 3},
    "penalty: L2, 0.001": {"strength": 0.001},
    "dropout 0.3": {"dropout": 0.3},
}


@cache
def cured(cure):
    """Return training and fresh error of the overfitter after one of `CURES`."""
    plan = OVERFITTER._replace(**CURES[cure])
    return final(plan, *measurements(plan.points))


def final(plan, x, y):
    """Train by a plan; return errors on its points, without obstacles, and on fresh."""
    model, _ = train(plan, x, y, watched=False)
    pairs = (x, y), (X_FRESH, Y_FRESH)
    return [float(np.mean((model.predict(a, verbose=0) - b) ** 2)) for a, b in pairs]


@cache
def jittered(spread=0.1, copies=8):
    """Return both errors of the overfitter on copies of its points, moved sideways."""
    generator = np.random.default_rng(5)
    x, y = (np.tile(part, (copies, 1)) for part in (X, Y))
    x = x + spread * generator.normal(size=x.shape)
    model, _ = train(OVERFITTER, x, y, watched=False)
    pairs = (X, Y), (X_FRESH, Y_FRESH)
    return [float(np.mean((model.predict(a, verbose=0) - b) ** 2)) for a, b in pairs]


@cache
def stopped():
    """Return the best epoch of the overfitter, and both errors after it."""
    _, log = train(OVERFITTER, X, Y)
    best = int(np.argmin(log["val_mse"]))
    return best + 1, [log["mse"][best], log["val_mse"][best]]


UNDERFITTERS = {
    "1 unit": (Plan(units=1), "10 units", {"units": 10}),
    "30 epochs": (Plan(epochs=30), "300 epochs", {"epochs": 300}),
    "rate 0.0006": (Plan(rate=0.0006), "rate 0.03", {"rate": 0.03}),
    "L2 with 0.1": (Plan(strength=0.1), "L2 with 0.001", {"strength": 0.001}),
    "dropout 0.8": (Plan(dropout=0.8), "no dropout", {"dropout": 0.0}),
}
"""Plans that underfit, by what is wrong; what mends them, in words and as a change."""


@cache
def mended(name):
    """Return training and fresh errors of an underfitter before and after, (4,)."""
    plan, _, change = UNDERFITTERS[name]
    points = measurements(plan.points)
    return [*final(plan, *points), *final(plan._replace(**change), *points)]
