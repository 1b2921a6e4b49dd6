"""What hinders memorizing slows learning: 784-500-500-10, kept as a record.

MNIST is not shipped, so page 9.3 quotes `chapter09_obstacles.json`, which

    python -m dlcore.teach.chapter09_obstacles [PATH]

writes anew; PATH is that of `mnist.npz`, see `dlcore.datasets.mnist`. A test trains
some of it again, where MNIST is at hand, and compares.
"""

import json
import sys
from pathlib import Path

import numpy as np

from dlcore import Input, Sequential, utils
from dlcore.layers import Dense, Dropout
from dlcore.regularizers import L2
from dlcore.teach import chapter05_mnist
from dlcore.teach.figures import color, figure, show

PLACE = Path(__file__).with_suffix(".json")
ROWS, EPOCHS, JUDGED = 2000, 40, 2000
OBSTACLES = {
    "none": {},
    "dropout 0.5": {"rate": 0.5},
    "L2, λ = 0.0005": {"strength": 0.0005},
    "shifted pictures": {"shift": 2},
}
"""What stands in the way of memorizing, by name."""


def deep(rate=0.0, strength=0.0):
    """Return 784-500-500-10 with dropout and a penalty, compiled.

    Args:
        rate: share of hidden outputs that is dropped.
        strength: of L2 on all kernels.
    """
    utils.set_random_seed(0)
    layers = [Input(shape=(784,))]
    for _ in range(2):
        layers.append(Dense(500, activation="relu", kernel_regularizer=L2(strength)))
        layers += [Dropout(rate)] if rate else []
    last = Dense(10, activation="softmax", kernel_regularizer=L2(strength))
    model = Sequential([*layers, last])
    model.compile("rmsprop", loss="sparse_categorical_crossentropy")
    return model


def shifted(x, most, generator):
    """Return rows of 784 pixels, each picture moved by up to `most` pixels."""
    pictures = x.reshape(-1, 28, 28)
    moves = generator.integers(-most, most + 1, (len(x), 2))
    pairs = zip(pictures, moves, strict=True)
    return np.stack([np.roll(p, move, axis=(0, 1)) for p, move in pairs]).reshape(
        len(x), 784
    )


def scores(model, x, y):
    """Return cross-entropy and accuracy without any obstacle or penalty."""
    said = model.predict(x, batch_size=500, verbose=0)
    loss = -np.log(np.maximum(said[np.arange(len(y)), y], 1e-7)).mean()
    return [round(float(loss), 4), round(float((said.argmax(axis=1) == y).mean()), 4)]


def course(data, rate=0.0, strength=0.0, shift=0, epochs=EPOCHS):
    """Train with one obstacle; return the scores after each epoch.

    Args:
        data: as `chapter05_mnist.load` returns it.
        rate, strength, shift: of dropout, of L2, and of the pictures in pixels.
        epochs: how many.

    Returns:
        dict of "training" and "test" to lists of [cross-entropy, accuracy].
    """
    (x, y), (x_test, y_test) = data
    x, y, x_test, y_test = x[:ROWS], y[:ROWS], x_test[:JUDGED], y_test[:JUDGED]
    model, generator = deep(rate, strength), np.random.default_rng(0)
    found = {"training": [], "test": []}
    for _ in range(epochs):
        rows = shifted(x, shift, generator) if shift else x
        model.fit(rows, y, batch_size=128, epochs=1, verbose=0)
        found["training"].append(scores(model, x, y))
        found["test"].append(scores(model, x_test, y_test))
    return found


def record():
    """Return what the script wrote."""
    return json.loads(PLACE.read_text(encoding="utf-8"))


def reached(name, accuracy=0.99):
    """Return the epoch after which the training accuracy was reached, or None."""
    right = [score[1] for score in record()[name]["training"]]
    return next((e + 1 for e, found in enumerate(right) if found >= accuracy), None)


def ending(name):
    """Return the median test accuracy of the last ten epochs."""
    return float(np.median([score[1] for score in record()[name]["test"][-10:]]))


def _draw_courses(upper, lower):
    """Draw training loss above and test accuracy below, a line for each obstacle."""
    inks = (color.truth, color.model, color.data, color.gradient)
    styles = ("-", "--", ":", "-.")
    epochs = np.arange(1, EPOCHS + 1)
    for name, ink, style in zip(OBSTACLES, inks, styles, strict=True):
        found = record()[name]
        loss = np.maximum([score[0] for score in found["training"]], 2e-5)
        right = [100 * score[1] for score in found["test"]]
        upper.plot(epochs, loss, style, color=ink, lw=1.7)
        lower.plot(epochs, right, style, color=ink, lw=1.7, label=name)


def show_obstacles():
    """Show training loss and test accuracy by epoch, with and without obstacles."""
    fig, (upper, lower) = figure(height=2.3, rows=2, sharex=True)
    _draw_courses(upper, lower)
    upper.set(yscale="log", ylabel="training loss")
    lower.set(xlabel="epoch", ylabel="% of test", ylim=(26, 98))
    lower.legend(loc="lower right", handlelength=2.6, borderpad=0)
    show(
        fig,
        caption="What hinders memorizing slows learning: plan more epochs. "
        "784-500-500-10 on 2000 pictures of MNIST. Above: loss on training pictures "
        "without obstacles; below: accuracy on 2000 test pictures.",
        alt="Training accuracy of 99 percent is reached after "
        + ", ".join(f"{reached(n) or 'more than 40'} epochs ({n})" for n in OBSTACLES)
        + ". The last ten epochs have the median test accuracies "
        + ", ".join(f"{100 * ending(n):.1f} ({n})" for n in OBSTACLES)
        + " percent.",
    )


if __name__ == "__main__":
    mnist = chapter05_mnist.load(*sys.argv[1:2])
    courses = {name: course(mnist, **how) for name, how in OBSTACLES.items()}
    PLACE.write_text(json.dumps(courses) + "\n", encoding="utf-8")
