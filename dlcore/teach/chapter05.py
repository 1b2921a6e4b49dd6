"""Numbers and drawings of pages 5.1 and 5.3: gold, silver and bronze.

Every number comes from networks trained on the 32 hotels; each `draw_` function makes
one figure and returns its caption, as `teach.explore` wants it, and each `show_`
function shows a finished figure.
"""

from functools import cache

import numpy as np

from dlcore import Input, Sequential
from dlcore.datasets import hotels
from dlcore.layers import Dense
from dlcore.optimizers import SGD
from dlcore.preprocessing import Standardizer
from dlcore.teach.classifiers import train_classifiers
from dlcore.teach.figures import color, figure, show
from dlcore.teach.softmax_runs import class_logits, softmax, train_softmax
from dlcore.utils import set_random_seed

RATE = 0.08
"""The learning rate of the hotel tasks."""

SEED = 1
"""The start whose network is shown throughout the chapter."""

CLASSES = hotels.CATEGORIES  # gold, silver, bronze: classes 0, 1, 2

(ROWS, C), (ROWS_TEST, C_TEST) = hotels.load_data("category")
SCALE = Standardizer().fit(ROWS)
X, X_TEST = SCALE.transform(ROWS), SCALE.transform(ROWS_TEST)
Y = np.eye(3)[C]
"""The training labels as one-hot rows, (24, 3)."""

EPOCHS = (0, 10, 25, 50, 100, 200, 400, 800)
"""After so many epochs the trained networks are kept."""

NETWORKS = {"no hidden layer": (), "2-3-3": (3,), "2-5-10-3": (5, 10)}


def network(seed=SEED, hidden=(3,)):
    """Return an untrained network for three classes, compiled for the hotels."""
    set_random_seed(seed)
    layers = [Dense(units, activation="relu") for units in hidden]
    model = Sequential(
        [Input(shape=(2,)), *layers, Dense(3, activation="softmax")], dtype="float64"
    )
    model.compile(SGD(learning_rate=RATE), loss="categorical_crossentropy")
    return model


@cache
def many(hidden=(3,), initializer="glorot_uniform"):
    """Return 200 networks of one size, seeds 0 to 199, trained at once."""
    return train_softmax(
        X, C, range(200), hidden, initializer=initializer, record=EPOCHS
    )


@cache
def kept(hidden=(3,), seed=SEED):
    """Return the weights of one network after each of `EPOCHS`."""
    return train_softmax(X, C, [seed], hidden, record=EPOCHS).kept


def says(rows, epochs=800, hidden=(3,)):
    """Return the shares that the shown network gives to rows in miles, (n, 3)."""
    return softmax(class_logits(SCALE.transform(rows), kept(hidden)[epochs]))[0]


def plain(number):
    """Return a number as short as it is, with a minus sign that shows."""
    return f"{number:g}".replace("-", "−")


# -- three answers ---------------------------------------------------------------------

OUTPUTS = ("three sigmoids", "softmax")
SHOWN_HOTELS = (1, 2, 5, 10, 13, 20, 24)
"""Hotels, by their number in the table, of which the answers are drawn."""


@cache
def yes_no_answers():
    """Return what three separate sigmoid neurons say about the 24 hotels, (24, 3)."""
    runs = [train_classifiers(X, Y[:, [k]], [SEED], ()) for k in range(3)]
    return np.stack([run.probability[0] for run in runs], axis=1)


def answers(output):
    """Return what one of the `OUTPUTS` says about the 24 hotels, (24, 3)."""
    if output == "softmax":
        return softmax(class_logits(X, train_softmax(X, C, [SEED], ()).weights))[0]
    return yes_no_answers()


def draw_answers(output, hotel):
    """Draw the three outputs for one training hotel, and what they add up to."""
    said = answers(output)[hotel - 1]
    truth = CLASSES[C[hotel - 1]]
    _, ax = figure(height=2.3)
    bars(ax, said, "output")
    ax.set_title(f"sum {said.sum():.2f}", color=color.model)
    told = ", ".join(f"{n} {s:.2f}" for n, s in zip(CLASSES, said, strict=True))
    miles, rating = ROWS[hotel - 1]
    off = abs(said.round(2).sum() - said.sum().round(2)) > 0.005
    return (
        f"Hotel {hotel} ({miles:g} miles, rating {rating:g}; in truth {truth}), "
        f"{output}: {told}. They add up to {said.sum():.2f}"
        f"{' before rounding' if off else ''}."
    )


def bars(ax, shares, name, names=CLASSES):
    """Draw one bar for each class, with its number."""
    ax.bar(names, shares, color=color.model, width=0.6)
    for place, share in enumerate(shares):
        ax.text(place, share + 0.03, f"{share:.2f}", ha="center")
    ax.set(ylim=(0, 1.16), yticks=[0, 0.5, 1], ylabel=name)


def show_more_classes():
    """Show an answer to a yes/no question beside one to a question with four names."""
    fig, axes = figure(width=2.7, height=2.3, columns=2)
    groups = (("car?", ["no", "yes"], [0.3, 0.7]),
              ("which one?", ["car", "bus", "motor-\nbike", "bi-\ncycle"],
               [0.7, 0.2, 0.06, 0.04]))  # fmt: skip
    for ax, (title, names, shares) in zip(axes, groups, strict=True):
        bars(ax, shares, "probability", names)
        ax.set_title(title)
    show(
        fig,
        caption="Two names share one probability; four names share it as well. "
        "Made-up answers to a photograph; the bars of each panel add up to 1.",
        alt="Left, the question car: no 0.3, yes 0.7. Right, the question which one: "
        "car 0.70, bus 0.20, motorbike 0.06, bicycle 0.04.",
    )


# -- the plane of distance and rating --------------------------------------------------

MILES, RATINGS = np.meshgrid(np.linspace(0, 20.5, 83), np.linspace(1.8, 5.0, 65))
STYLES = (
    dict(marker="o", color=color.data, ms=6),
    dict(marker="s", mfc=color.paper, mec=color.ink, ms=5.5),
    dict(marker="^", color=color.muted, ms=6.5),
)
"""Gold: discs; silver: open squares; bronze: triangles."""

SHADES = ((color.data, 0.16), None, (color.muted, 0.25))


def plane(ax, test=False):
    """Draw the hotels by distance and rating, each class with its marker."""
    rows, labels = (ROWS_TEST, C_TEST) if test else (ROWS, C)
    for k, style in enumerate(STYLES):
        ax.plot(*rows[labels == k].T, ls="none", zorder=4, **style)
    ax.set(xlim=(-0.6, 20.6), ylim=(1.8, 5.05))
    ax.set(xlabel="distance (miles)", ylabel="rating")


def regions(ax, weights, rows=ROWS):
    """Shade where a network says which class; name the regions, clear of hotels."""
    grid = np.stack([MILES.ravel(), RATINGS.ravel()], axis=1)
    z = class_logits(SCALE.transform(grid), weights)[0]
    for k, shade in enumerate(SHADES):
        # how far class k is ahead of the best of the others: 0 at its edge
        lead = (z[:, k] - np.delete(z, k, axis=1).max(axis=1)).reshape(MILES.shape)
        if shade and lead.max() > 0:
            ax.contourf(MILES, RATINGS, lead, [0, 1e9], colors=[shade[0]],
                        alpha=shade[1])  # fmt: skip
        if lead.min() < 0 < lead.max():
            ax.contour(MILES, RATINGS, lead, [0], colors=[color.model],
                       linewidths=1.4)  # fmt: skip
        panel = ax.figure.get_figwidth() / len(ax.figure.axes)  # inches
        place = roomiest(lead > 0, rows, 3.9 / panel)
        if place is not None:
            ax.text(*place, CLASSES[k], color=color.ink, ha="center", va="center")


WORD, MARKER = np.array([2.0, 0.14]), np.array([0.3, 0.08])
"""Half a word with its margin, and half a marker, in miles and ratings."""


def roomiest(inside, rows=ROWS, scale=1.0):
    """Return the (mile, rating) of a region that has most room for a word, or None.

    That is the place farthest from hotels, from other regions and from the frame, in
    halves of a word; `scale` is how much larger a word is than in a panel of its own.
    """
    if not inside.any():
        return None
    points, inside = np.stack([MILES, RATINGS], axis=-1)[:, ::4], inside[:, ::4]
    mine, others = points[inside], points[~inside]
    if not len(mine):
        return None
    low, high = points[0, 0], points[-1, -1]
    room = (np.minimum(mine - low, high - mine) / WORD).min(axis=1)
    for places, half in ((rows, WORD + MARKER), (others, WORD)):
        apart = np.abs(mine[:, None] - places) / half
        room = np.minimum(room, apart.max(axis=2).min(axis=1, initial=np.inf))
    best = int(room.argmax())
    return mine[best] if room[best] >= scale else None


def show_categories():
    """Show the training hotels of three classes, with boundaries drawn by hand."""
    fig, ax = figure(height=2.9)
    plane(ax)
    low = np.array([[-0.6, 3.1], [5, 3.1], [9, 3.4], [13, 3.35], [20.6, 3.2]])
    high = np.array([[-0.6, 4.05], [6, 4.0], [11, 4.25], [15, 4.1], [17, 3.6],
                     [18, 3.28]])  # fmt: skip
    for line in (low, high):
        ax.plot(*line.T, "--", color=color.truth, lw=1.4)
    for at, name, ink in (
        ((9.5, 4.6), "gold", color.data),
        ((10.8, 3.72), "silver", color.ink),
        ((15.5, 2.3), "bronze", color.muted),
    ):
        ax.text(*at, name, color=ink)
    show(
        fig,
        caption="Three classes need more than one boundary. Discs: gold; squares: "
        "silver; triangles: bronze; dashed: boundaries drawn by hand.",
        alt="24 hotels by distance and rating: nine gold ones with ratings above 4 or "
        "far out, eight silver ones in the middle, seven bronze ones below a rating "
        "of 3.2. Two dashed lines run between the classes.",
    )


# -- softmax ---------------------------------------------------------------------------


def draw_softmax(gold, silver, bronze):
    """Draw the shares of three scores; below them the scores and their powers of e."""
    z = np.array([gold, silver, bronze], dtype=float)
    powers, shares = np.exp(z), softmax(z)
    _, ax = figure(height=2.9)
    bars(ax, shares, "share a")
    columns = zip(CLASSES, z, powers, strict=True)
    ax.set_xticks(range(3), [f"{n}\nz = {plain(s)}\n{p:.2f}" for n, s, p in columns])
    ax.set_title(f"sum of powers {powers.sum():.2f}")
    told = ", ".join(f"{n} {s:.3f}" for n, s in zip(CLASSES, shares, strict=True))
    sums = ", ".join(plain(value) for value in z)
    return (
        f"Scores {sums}. The powers of e add up to {powers.sum():.2f}, so the shares "
        f"are {told}."
    )


def show_powers():
    """Show how raising e to a number stretches it."""
    z = np.linspace(-3, 3.4, 129)
    fig, ax = figure(height=2.6)
    ax.plot(z, np.exp(z), "-", color=color.model)
    for at, dx, dy in ((-2, 0, 8), (0, -8, 8), (1, 9, -8), (2, -8, 4), (3, -8, -3)):
        ax.plot(at, np.exp(at), "o", color=color.model)
        text = f"{plain(at)} → {np.exp(at):.{1 if at > 1 else 2}f}"
        side = "left" if at == 1 else "right" if at > 1 else "center"
        ax.annotate(text, (at, np.exp(at)), (dx, dy), textcoords="offset points",
                    ha=side)  # fmt: skip
    ax.set(xlabel="score z", ylabel="power of e", ylim=(0, 30), xlim=(-3, 3.4))
    show(
        fig,
        caption="Every number becomes positive, and large ones are stretched most. "
        "Each step of 1 multiplies by e, about 2.7.",
        alt="The curve of e to the power z: 0.14 at −2, 1 at 0, 2.72 at 1, 7.4 at 2 "
        "and 20.1 at 3.",
    )
