"""Numbers and drawings of page 12.2: layers that unfold, transfer, templates."""

from functools import cache

import numpy as np

from dlcore import Sequential, utils
from dlcore.datasets import digits, synthetic
from dlcore.layers import Dense
from dlcore.optimizers import Adam
from dlcore.preprocessing import PCA
from dlcore.teach.chapter10_grids import grays, sheet, title
from dlcore.teach.figures import color, figure, show

# -- two rings, folded by hand ---------------------------------------------------------

FOLDS = ("none", "left onto right", "then up", "then the corner")


@cache
def rings():
    """Return the points (200, 2) of two rings and which ring: 0 or 1, (200,)."""
    x, y = synthetic.rings(200, noise=0.05, seed=0)
    return x, y[:, 0]


def fold(x, folds):
    """Return points (rows, 2) after the first so many folds."""
    x = np.array(x, dtype=float)
    if folds > 0:
        x[:, 0] = np.abs(x[:, 0])
    if folds > 1:
        x[:, 1] = np.abs(x[:, 1])
    if folds > 2:
        x = np.stack([x.max(axis=1), x.min(axis=1)], axis=1)
    return x


def best_line(x, y, steps=3000):
    """Return (weights, bias, share right) of a logistic neuron trained on these rows.

    The rows are standardized before, so that one learning rate fits all.
    """
    spread = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    rows = (x - x.mean(axis=0)) / spread
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = 1 / (1 + np.exp(-(rows @ w + b))) - y
        w, b = w - rows.T @ error / len(y), b - error.mean()
    share = float((((rows @ w + b) > 0) == (y > 0.5)).mean())
    return w / spread, b - (w / spread) @ x.mean(axis=0), share


def _points(ax, x, y):
    ax.plot(*x[y < 0.5].T, "o", color=color.data, ms=5)
    ax.plot(*x[y > 0.5].T, "^", mfc="none", mec=color.model, ms=5)


def draw_fold(folded):
    """Draw the two rings after so many folds, with the best straight cut."""
    x, y = rings()
    count = FOLDS.index(folded)
    moved = fold(x, count)
    w, b, share = best_line(moved, y)
    _, ax = figure(height=3.6)
    _points(ax, moved, y)
    if share > 0.9:
        ends = np.array([-0.2, 2.4])
        ax.plot(ends, -(b + w[0] * ends) / w[1], "-", color=color.ink, lw=1.6)
    ax.set(xlim=(-2.4, 2.4), ylim=(-2.4, 2.4), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    ax.set(aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    said = "fold" if count == 1 else "folds"
    return (
        f"{count} {said}: the best straight cut found has {100 * share:.0f} percent of "
        "the points right."
    )


# -- trained layers --------------------------------------------------------------------

SHAPES = {"2 units in each layer": (2, 2, 2), "8, 8, then 2 units": (8, 8, 2)}
STAGES = (0, 1, 2, 3)


@cache
def trained(shape, seed=0):
    """Return a tanh network for the rings with these hidden layers."""
    utils.set_random_seed(seed)
    hidden = [Dense(units, activation="tanh") for units in SHAPES[shape]]
    model = Sequential([*hidden, Dense(1, activation="sigmoid")])
    model.compile(Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"])
    x, y = rings()
    model.fit(x, y[:, None], epochs=800, batch_size=200, verbose=0)
    return model


def representation(shape, stage, seed=0):
    """Return what the rings have become after so many layers, (200, units)."""
    x = rings()[0]
    for layer in trained(shape, seed).layers[:stage]:
        x = np.asarray(layer(x).data)
    return np.asarray(x, dtype=float)


@cache
def probe(shape, stage, seed=0):
    """Return the share that a single neuron gets right behind so many layers."""
    return best_line(representation(shape, stage, seed), rings()[1])[2]


def draw_stage(shape, stage):
    """Draw the rings as they arrive behind a layer of a trained network."""
    h, y = representation(shape, stage), rings()[1]
    wide = h.shape[1] > 2
    _, ax = figure(height=3.6)
    _points(ax, PCA(2).fit_transform(h) if wide else h, y)
    side = 3.4 if wide else (2.4 if stage == 0 else 1.15)
    ax.set(xlim=(-side, side), ylim=(-side, side), aspect="equal")
    ax.set(xticks=[], yticks=[])
    ax.set(xlabel="first axis of PCA" if wide else "first number")
    ax.set(ylabel="second axis" if wide else "second number")
    ax.set_title(shape, color=color.muted, loc="left")
    where = f"Behind layer {stage}" if stage else "The input"
    return (
        f"{shape[0].upper()}{shape[1:]}. {where}, {h.shape[1]} numbers a point: a "
        f"single neuron gets {100 * probe(shape, stage):.0f} percent right."
    )


# -- intrinsic dimension ---------------------------------------------------------------


def neighbor_dimension(x):
    """Return the dimension of rows (n, d), from their two nearest neighbors."""
    squares = (x**2).sum(axis=1)
    away = np.sqrt(np.maximum(squares[:, None] + squares - 2 * x @ x.T, 0))
    np.fill_diagonal(away, np.inf)
    near = np.sort(away, axis=1)[:, :2]
    near = near[near[:, 0] > 1e-6]  # a twin tells nothing
    return float(1 / np.log(near[:, 1] / near[:, 0]).mean())


@cache
def pictures():
    """Return the digits as rows of 64 and labels: training, then testing."""
    (x, y), (x_test, y_test) = digits.load_data()
    return x.reshape(-1, 64) / 16.0, y, x_test.reshape(-1, 64) / 16.0, y_test


def shuffled_pixels():
    """Return the training pictures, each pixel shuffled among the pictures."""
    x, generator = pictures()[0], np.random.default_rng(0)
    return np.stack([generator.permutation(column) for column in x.T], axis=1)


# -- another population ----------------------------------------------------------------


def _turned(x):
    return np.rot90(x.reshape(-1, 8, 8), axes=(1, 2)).reshape(-1, 64)


def _moved(x):
    return np.roll(x.reshape(-1, 8, 8), 1, axis=2).reshape(-1, 64)


POPULATIONS = {
    "as in training": lambda x: x,
    "one pixel to the right": _moved,
    "turned by 90 degrees": _turned,
    "white on black": lambda x: 1 - x,
}
EXAMPLES = (30, 100, 400)
WAYS = ("as it is", "new last layer", "from scratch")


def _network(layers, rate):
    model = Sequential(layers)
    model.compile(
        Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


@cache
def reader():
    """Return a network 64-64-10 that learned to read the digits."""
    utils.set_random_seed(0)
    model = _network([Dense(64, activation="relu"), Dense(10, "softmax")], 0.003)
    x, y, *_ = pictures()
    model.fit(x, y, epochs=20, batch_size=50, verbose=0)
    return model


@cache
def accuracy(population, way, examples):
    """Return the accuracy on test pictures of a population.

    Arguments: `population`; `way`, one of `WAYS`; `examples`, how many labeled pictures
    of that population there are to learn from.
    """
    change = POPULATIONS[population]
    x, y, x_test, y_test = pictures()
    x, y, x_test = change(x[:examples]), y[:examples], change(x_test)
    if way == "as it is":
        return float(reader().evaluate(x_test, y_test, verbose=0)[1])
    utils.set_random_seed(1)
    if way == "new last layer":
        hidden = reader().layers[0]
        x, x_test = (np.asarray(hidden(part).data) for part in (x, x_test))
        model, epochs = _network([Dense(10, "softmax")], 0.01), 100
    else:
        layers = [Dense(64, activation="relu"), Dense(10, "softmax")]
        model, epochs = _network(layers, 0.003), 100
    model.fit(x, y, epochs=epochs, batch_size=50, verbose=0)
    return float(model.evaluate(x_test, y_test, verbose=0)[1])


def draw_population(population, examples):
    """Draw a picture of a population and the accuracy that three ways reach on it."""
    ax = sheet(8.4)
    picture = POPULATIONS[population](pictures()[2][1:2]).reshape(8, 8)
    grays(ax, 16 * picture, (0.2, 1.6), 0.75)
    title(ax, 3.2, 0.7, "example")
    said = []
    for place, way in enumerate(WAYS):
        share = accuracy(population, way, examples)
        y = 1.7 + 2.3 * place
        ax.text(7.2, y, way, va="center")
        fill = color.data if place == 0 else color.model
        ax.barh(y + 0.95, 10.3 * share, left=7.2, height=0.7, color=fill)
        ax.text(17.6, y, f"{100 * share:.0f} %", va="center")
        said.append(f"{way} {100 * share:.0f}")
    return (
        f"{population[0].upper()}{population[1:]}, {examples} labeled examples: "
        f"{', '.join(said)} percent right."
    )


# -- templates -------------------------------------------------------------------------


def alike(x, templates, gamma=1.0):
    """Return how alike rows and templates are, (rows, templates): 1 where equal."""
    away = ((x[:, None, :] - templates[None]) ** 2).sum(axis=2)
    return np.exp(-gamma * away)


def kernel_perceptron(x, y, gamma=1.0, rounds=20):
    """Return (templates, weights): rows that were mistaken, with their signs summed."""
    sign = np.where(y > 0.5, 1.0, -1.0)
    weights, K = np.zeros(len(x)), alike(x, x, gamma)
    for _ in range(rounds):
        wrong = 0
        for i in range(len(x)):
            if sign[i] * (K[i] @ weights) <= 0:
                weights[i] += sign[i]
                wrong += 1
        if not wrong:
            break
    kept = weights != 0
    return x[kept], weights[kept]


def show_templates():
    """Show the rings, the templates that were kept, and the boundary they draw."""
    x, y = rings()
    templates, weights = kernel_perceptron(x, y)
    side = np.linspace(-2.4, 2.4, 81)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    z = (alike(grid, templates) @ weights).reshape(81, 81)
    fig, ax = figure(height=3.6)
    _points(ax, x, y)
    ax.contour(side, side, z, [0], colors=[color.ink], linewidths=1.6)
    ax.plot(*templates.T, "s", mfc="none", mec=color.ink, ms=11, mew=1.6)
    ax.set(xlim=(-2.4, 2.4), ylim=(-2.4, 2.4), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    ax.set(aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    show(
        fig,
        caption="A few examples, kept as templates, draw the boundary. Squares: the "
        "templates; line: where the output is 0.",
        alt=f"Two rings of points; {len(weights)} of the {len(x)} points are marked as "
        "templates. A closed line runs between the rings.",
    )
