"""Numbers and drawings of page 9.5: more pictures, changed pictures, and chance.

Also the band of a network whose dropout stays on while it predicts.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import hotels
from dlcore.layers import (
    Dense,
    Dropout,
    Flatten,
    RandomFlip,
    RandomTranslation,
)
from dlcore.optimizers import SGD
from dlcore.preprocessing import Standardizer, images
from dlcore.teach import chapter05_digits, chapter05_mnist, chapter09_record
from dlcore.teach.chapter05_pixels import draw_pictures, sheet
from dlcore.teach.chapter09_dropout import X_VALID, Y_VALID, X, Y
from dlcore.teach.figures import color, figure, show
from dlcore.utils import set_random_seed

# -- a band for the price curve --------------------------------------------------------

(MILES, PRICES), (MILES_TEST, PRICES_TEST) = hotels.load_data("linear")
GRID = np.linspace(0, 16, 65)[:, None]


@cache
def band(times=100, rate=0.2):
    """Return predictions in dollars with dropout on, (times, 65), and without, (65,).

    A network 1-100-100-1 is trained on the eight hotels of chapter 2.
    """
    x_scale, y_scale = Standardizer().fit(MILES), Standardizer().fit(PRICES)
    set_random_seed(0)
    layers = [Input(shape=(1,))]
    for _ in range(2):
        layers += [Dense(100, activation="relu"), Dropout(rate)]
    model = Sequential([*layers, Dense(1)], dtype="float64")
    model.compile("adam", loss="mse")
    x, grid = x_scale.transform(MILES), x_scale.transform(GRID)
    model.fit(x, y_scale.transform(PRICES), epochs=600, batch_size=8, verbose=0)
    said = [model(grid, training=True).data for _ in range(times)]
    off = model.predict(grid, verbose=0)
    back = y_scale.inverse_transform
    return np.stack([back(prices)[:, 0] for prices in said]), back(off)[:, 0]


def spread_at(miles):
    """Return the standard deviation of the hundred predictions at a distance."""
    return float(band()[0].std(axis=0)[np.abs(GRID[:, 0] - miles).argmin()])


def show_band():
    """Show the mean and the spread of a hundred predictions with dropout on."""
    said, _ = band()
    fig, ax = figure(height=2.8)
    _draw_band(ax, said)
    ax.plot(MILES[:, 0], PRICES[:, 0], "o", color=color.data, ms=6)
    ax.plot(MILES_TEST[:, 0], PRICES_TEST[:, 0], "s", mfc=color.paper, mec=color.data,
            ms=7)  # fmt: skip
    ax.set(xlim=(0, 16), ylim=(0, 210), xlabel="distance (miles)", ylabel="price ($)")
    show(
        fig,
        caption="The band widens where there are no hotels. Line and band: mean and "
        "two standard deviations of 100 predictions with dropout on, five of them "
        "thin; discs: training hotels; squares: test hotels.",
        alt=f"A falling price curve with a band. Its standard deviation is "
        f"{spread_at(3):.0f} dollars at 3 miles and {spread_at(15):.0f} at 15 miles; "
        "the farthest training hotel is at 9.5 miles.",
    )


def _draw_band(ax, said):
    """Draw the mean of many predictions, twice their spread, and five of them."""
    mean, spread = said.mean(axis=0), said.std(axis=0)
    at = GRID[:, 0]
    for k in range(5):
        ax.plot(at, said[k], "-", color=color.muted, lw=0.7)
    ax.fill_between(at, mean - 2 * spread, mean + 2 * spread, color=color.model,
                    alpha=0.2, lw=0)  # fmt: skip
    ax.plot(at, mean, "-", color=color.model)


# -- changed pictures ------------------------------------------------------------------

CHANGES = {
    "moved a pixel": lambda x: images.shift(x, 0.0, 1.0, "constant"),
    "turned by 15°": lambda x: images.rotate(x, 15.0, "constant"),
    "a fifth larger": lambda x: images.warp(x, taller=1.2, wider=1.2,
                                               fill="constant"),
    "left to right": lambda x: images.flip(x, "horizontal"),
    "upside down": lambda x: images.flip(x, "vertical"),
    "half a turn": lambda x: np.ascontiguousarray(x[:, ::-1, ::-1]),
}  # fmt: skip
"""Changes of pictures (batch, height, width, 1)."""


def change(pictures, name):
    """Return pictures (n, 8, 8) with numbers from 0 to 16, changed."""
    x = np.asarray(pictures, dtype=float)[..., None]
    return np.clip(CHANGES[name](x)[..., 0], 0, 16)


@cache
def example(digit):
    """Return the first test picture of a digit that the network of 5.4 reads well."""
    said = chapter05_digits.says(chapter05_digits.X_TEST)
    right = said.argmax(axis=1) == chapter05_digits.Y_TEST
    row = np.flatnonzero(right & (digit == chapter05_digits.Y_TEST))[0]
    return chapter05_digits.PICTURES_TEST[row]


def draw_change(digit, how):
    """Draw a digit, changed, and what the network of page 5.4 reads in both."""
    picture = example(digit)
    changed = change(picture[None], how)[0]
    rows = np.stack([picture, changed]).reshape(2, 64) / 16
    said = chapter05_digits.says(rows)
    _, ax = figure(height=2.1)
    sheet(ax, 20, 10)
    draw_pictures(ax, [picture, changed], [(0, 0), (11.5, 0)])
    for place, what in ((4, "the picture"), (15.5, "changed")):
        ax.text(place, 9.3, what, ha="center", va="center", color=color.muted)
    return (
        f"A {digit}, {how}: the network reads {said[0].argmax()} in the picture and "
        f"{said[1].argmax()} in the changed one, with {said[1].max():.2f}."
    ).replace("A 8", "An 8")


FEW = 200
PLANS = {
    "none": lambda: [],
    "shifts": lambda: [RandomTranslation(0.125, 0.125, fill_mode="constant")],
    "flips": lambda: [RandomFlip("horizontal_and_vertical")],
}


def augmented(plan, seed=0):
    """Return an untrained network that changes its pictures in training, compiled."""
    set_random_seed(seed)
    model = Sequential(
        [Input(shape=(8, 8, 1)), *PLANS[plan](), Flatten(),
         Dense(128, activation="relu"), Dense(10, activation="softmax")]
    )  # fmt: skip
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@cache
def augmentation(plan, starts=3):
    """Return mean accuracies: in training, in the test, on the test set shifted."""
    x = chapter05_digits.PICTURES[:FEW, ..., None] / 16
    y = chapter05_digits.Y[:FEW]
    tests = chapter05_digits.PICTURES_TEST
    sets = [(x, y)] + [
        (pictures[..., None] / 16, chapter05_digits.Y_TEST)
        for pictures in (tests, change(tests, "moved a pixel"))
    ]
    found = []
    for seed in range(starts):
        model = augmented(plan, seed)
        model.fit(x, y, epochs=150, batch_size=32, verbose=0)
        found.append([model.evaluate(*pair, verbose=0)[1] for pair in sets])
    return np.mean(found, axis=0)


# -- more pictures ---------------------------------------------------------------------

SIZES = (50, 100, 200, 500, 1000, 1500)


@cache
def learning_curve(starts=3):
    """Return mean accuracies on the small digits, (sizes, 2): training and test."""
    found = []
    for rows in SIZES:
        pairs = (
            (chapter05_digits.X[:rows], chapter05_digits.Y[:rows]),
            (chapter05_digits.X_TEST, chapter05_digits.Y_TEST),
        )
        runs = []
        for seed in range(starts):
            model = chapter05_digits.network(seed, hidden=(128,))
            model.fit(
                *pairs[0], epochs=max(20, 15000 // rows), batch_size=32, verbose=0
            )
            runs.append([model.evaluate(*pair, verbose=0)[1] for pair in pairs])
        found.append(np.mean(runs, axis=0))
    return np.array(found)


def mnist_curve():
    """Return pictures of MNIST (5,) and mean accuracies (5, 2), from the records."""
    more = chapter09_record.record()["more"]
    sizes = [int(size) for size in more]
    found = [np.mean([run["accuracy"] for run in runs], axis=0) for runs in
             more.values()]  # fmt: skip
    full = chapter05_mnist.record()["full"]
    last = [[run["accuracy"][-1], run["val_accuracy"][-1]] for run in full]
    return np.array([*sizes, 60000]), np.array([*found, np.mean(last, axis=0)])


def show_learning_curves():
    """Show training and test accuracy against the number of training pictures."""
    fig, axes = figure(width=2.7, height=2.5, columns=2)
    sizes, mnist = mnist_curve()
    pairs = (SIZES, learning_curve(), "digits 8 by 8"), (sizes, mnist, "MNIST")
    for ax, (at, found, title) in zip(axes, pairs, strict=True):
        _draw_learning_curve(ax, at, found)
        ax.set_title(title)
    axes[0].set(xticks=[50, 200, 1000], ylabel="accuracy")
    axes[0].set_xticklabels(["50", "200", "1000"])
    axes[1].set(xticks=[500, 5000, 60000])
    axes[1].set_xticklabels(["500", "5000", "60000"])
    small = learning_curve()
    show(
        fig,
        caption="More pictures close the gap from below. Dashed, squares: accuracy on "
        "the training pictures; line, discs: on the test pictures.",
        alt=f"Test accuracy rises from {small[0, 1]:.2f} with 50 digits to "
        f"{small[-1, 1]:.2f} with 1500, and on MNIST from {mnist[0, 1]:.3f} with 500 "
        f"pictures to {mnist[-1, 1]:.3f} with 60,000. Training accuracy starts at 1 "
        f"and ends at {small[-1, 0]:.2f} and {mnist[-1, 0]:.3f}.",
    )


def _draw_learning_curve(ax, sizes, found):
    """Draw training and test accuracy, (sizes, 2), against the number of pictures."""
    ax.plot(sizes, found[:, 0], "--s", color=color.data, ms=5)
    ax.plot(sizes, found[:, 1], "-o", color=color.model, ms=5)
    ax.set(xscale="log", ylim=(0.65, 1.03), xlabel="pictures")
    ax.minorticks_off()
    ax.text(sizes[2], 0.93 * found[2, 1], "test", color=color.model)


# -- batches ---------------------------------------------------------------------------

BATCHES = (4, 20, 100, 400)
UPDATES = 2000


@cache
def batch_noise(size, starts=3):
    """Return mean accuracies on 400 careless labels and on the checked digits.

    Each network takes the same number of steps of plain SGD with the rate 0.1.
    """
    rows, found = 400, []
    pairs = (X[:rows], Y[:rows]), (X_VALID, Y_VALID)
    for seed in range(starts):
        model = chapter05_digits.network(seed, hidden=(100,))
        model.compile(
            SGD(learning_rate=0.1), loss="sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )  # fmt: skip
        model.fit(*pairs[0], epochs=UPDATES * size // rows, batch_size=size, verbose=0)
        found.append([model.evaluate(*pair, verbose=0)[1] for pair in pairs])
    return np.mean(found, axis=0)
