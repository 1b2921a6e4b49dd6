"""Numbers and drawings of page 12.1: codes of pictures and of curves."""

from functools import cache

import numpy as np

from dlcore import Sequential, utils
from dlcore.datasets import digits
from dlcore.layers import Dense
from dlcore.optimizers import Adam
from dlcore.preprocessing import PCA
from dlcore.teach.chapter05_pixels import squares
from dlcore.teach.chapter10_grids import grays, sheet, title
from dlcore.teach.figures import color, figure

# -- pictures --------------------------------------------------------------------------

CODES = {2: 60, 8: 40, 24: 40}
"""Lengths of the codes, and the epochs that their networks are trained for."""


@cache
def pixels():
    """Return the digits as rows, (1500, 64) for training and (297, 64) for testing."""
    (x, _), (x_test, _) = digits.load_data()
    return x.reshape(-1, 64) / 16.0, x_test.reshape(-1, 64) / 16.0


@cache
def labels():
    """Return which digits the test pictures show, (297,)."""
    return digits.load_data()[1][1]


def picture_autoencoder(code):
    """Return an untrained autoencoder for 64 pixels."""
    return Sequential(
        [
            Dense(64, activation="relu"),
            Dense(code),
            Dense(64, activation="relu"),
            Dense(64, activation="sigmoid"),
        ]
    )


@cache
def trained_pictures(code):
    """Return the autoencoder with this length of code, trained."""
    utils.set_random_seed(0)
    model = picture_autoencoder(code)
    model.compile(Adam(0.003), loss="mse")
    x, _ = pixels()
    model.fit(x, x, epochs=CODES[code], batch_size=50, verbose=0)
    return model


def restored(method, code, x):
    """Return rows of pixels, encoded to a code of this length and decoded again.

    Arguments: `method`, "mean picture", "PCA" or "autoencoder"; `code`, its length,
    which the mean picture does not need; `x`, the rows.
    """
    train, _ = pixels()
    if method == "mean picture":
        return np.broadcast_to(train.mean(axis=0), x.shape)
    if method == "PCA":
        pca = PCA(code).fit(train)
        return pca.inverse_transform(pca.transform(x))
    return trained_pictures(code).predict(x, verbose=0)


def picture_error(method, code=None):
    """Return the mean squared error for a pixel of the test pictures."""
    _, x = pixels()
    return float(((restored(method, code, x) - x) ** 2).mean())


def example(digit):
    """Return the first test picture of a digit, (1, 64)."""
    return pixels()[1][labels() == digit][:1]


def draw_restored(digit, code):
    """Draw a test picture, and what PCA and an autoencoder restore from its code."""
    x = example(digit)
    ax = sheet(8.6)
    drawn = {"picture": x}
    drawn |= {name: restored(name, code, x) for name in ("PCA", "autoencoder")}
    errors = {name: float(((row - x) ** 2).mean()) for name, row in drawn.items()}
    cell = 0.76
    for place, (name, row) in enumerate(drawn.items()):
        left = 0.1 + place * 6.85
        shown = np.clip(16 * row.reshape(8, 8), 0, 16)
        grays(ax, np.where(shown < 0.5, 0, shown), (left, 1.6), cell)
        title(ax, left + 4 * cell, 0.7, name)
    return (
        f"A {digit} from {code} numbers. Mean squared error for a pixel: PCA "
        f"{errors['PCA']:.3f}, autoencoder {errors['autoencoder']:.3f}."
    )


# -- a walk through the code -----------------------------------------------------------

WALK = tuple(range(-3, 4))
"""Places along each number of the code, in steps of 0.6 standard deviations."""


@cache
def plane():
    """Return the codes of the test pictures by the code of two numbers, (297, 2)."""
    model = trained_pictures(2)
    _, x = pixels()
    for layer in model.layers[:2]:
        x = layer(x)
    return np.asarray(x.data)


def decode(code):
    """Return the pictures (rows, 64) that the decoder draws for codes (rows, 2)."""
    x = np.asarray(code, dtype="float32")
    for layer in trained_pictures(2).layers[2:]:
        x = layer(x)
    return np.asarray(x.data)


def place_of(first, second):
    """Return the code (2,) so many steps from the middle of all codes."""
    codes = plane()
    return codes.mean(axis=0) + 0.6 * np.array([first, second]) * codes.std(axis=0)


def draw_walk(first, second):
    """Draw a point among the codes, and the picture that the decoder makes of it."""
    codes, at = plane(), place_of(first, second)
    ax = sheet(11.4)
    middle, spread = codes.mean(axis=0), codes.std(axis=0)

    def spot(points):
        steps = (points - middle) / spread / 0.6
        return np.stack([5.4 + 1.25 * steps[..., 0], 6.2 - 1.25 * steps[..., 1]], -1)

    inside = spot(codes)
    kept = (np.abs(inside - [5.4, 6.2]) < 5.2).all(axis=1)
    squares(ax, inside[kept], 0.09, fc=color.data)
    for digit in range(10):
        x, y = spot(np.median(codes[labels() == digit], axis=0))
        ax.text(x, y, str(digit), ha="center", va="center", weight="bold")
    x, y = spot(at)
    ax.plot(x, y, "o", mfc="none", mec=color.model, ms=14, mew=2)
    shown = 16 * decode(at[None]).reshape(8, 8)
    grays(ax, np.where(shown < 0.5, 0, shown), (12.0, 2.4), 0.97)
    title(ax, 5.4, 0.2, "codes")
    title(ax, 15.9, 1.3, "decoded")
    distance = np.sqrt((((codes - at) / spread) ** 2).sum(axis=1))
    nearest = int(labels()[distance.argmin()])
    return (
        f"{_signed(first)} and {_signed(second)} steps from the middle: the nearest "
        f"test picture shows a {nearest}."
    )


def _signed(number):
    return f"{number:g}".replace("-", "−")


# -- curves ----------------------------------------------------------------------------

POINTS = 200
ARCS = (90, 180, 270, 360)
METHODS = ("PCA", "autoencoder")


def arc(degrees):
    """Return points (POINTS, 2), evenly spaced on an arc of radius 1."""
    angle = np.deg2rad(degrees) * (np.arange(POINTS) + 0.5) / POINTS
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def line_error(degrees):
    """Return by formula what PCA with one number leaves on such an arc, for a point."""
    a = np.deg2rad(degrees)
    along = 0.5 + np.sin(a) / (2 * a) - (2 * np.sin(a / 2) / a) ** 2
    return float(min(along, 0.5 - np.sin(a) / (2 * a)))


def curve_autoencoder(activation):
    """Return an untrained autoencoder 2-16-1-16-2."""
    return Sequential(
        [
            Dense(16, activation=activation),
            Dense(1),
            Dense(16, activation=activation),
            Dense(2),
        ]
    )


@cache
def trained_curve(degrees, activation="tanh", epochs=1200):
    """Return an autoencoder, trained on an arc."""
    utils.set_random_seed(0)
    model = curve_autoencoder(activation)
    model.compile(Adam(0.01), loss="mse")
    x = arc(degrees)
    model.fit(x, x, epochs=epochs, batch_size=POINTS, verbose=0)
    return model


def through_code(method, degrees):
    """Return the codes (POINTS,) of an arc and the points (POINTS, 2) made of them."""
    x = arc(degrees)
    if method == "PCA":
        pca = PCA(1).fit(x)
        code = pca.transform(x)
        return code[:, 0], pca.inverse_transform(code)
    layers = trained_curve(degrees).layers
    code = layers[1](layers[0](x)).data
    return np.asarray(code)[:, 0], np.asarray(layers[3](layers[2](code)).data)


def curve_error(method, degrees):
    """Return the mean and the largest squared distance between points and restored."""
    distance = ((through_code(method, degrees)[1] - arc(degrees)) ** 2).sum(axis=1)
    return float(distance.mean()), float(distance.max())


def draw_curve(method, degrees):
    """Draw an arc with what is restored from one number, and the number itself."""
    x, (code, back) = arc(degrees), through_code(method, degrees)
    _, (left, right) = figure(width=3.1, height=2.9, columns=2)
    left.plot(*x.T, "-", color=color.data, lw=5, alpha=0.35)
    for point, end in zip(x[5::10], back[5::10], strict=True):
        left.plot(*np.stack([point, end]).T, "-", color=color.muted, lw=0.8)
    left.plot(*back.T, "o", color=color.model, ms=3)
    left.set(xlim=(-1.3, 1.3), ylim=(-1.3, 1.3), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    left.set(aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    angle = degrees * (np.arange(POINTS) + 0.5) / POINTS
    scaled = (code - code.mean()) / code.std()
    scaled = scaled if scaled[0] < scaled[-1] else -scaled
    right.plot(angle, scaled, "o", color=color.model, ms=3)
    right.set(xlim=(0, 360), xticks=[0, 180, 360], ylim=(-3, 3), yticks=[-2, 0, 2])
    right.set(xlabel="angle", ylabel="code")
    mean, worst = curve_error(method, degrees)
    return (
        f"{method} on {degrees} degrees: squared distance {rounded(mean)} on average, "
        f"{rounded(worst)} at worst."
    )


def rounded(number):
    """Return a small error in few digits that do not hang on the last ones."""
    return "below 0.01" if number < 0.01 else f"{number:.2f}"
