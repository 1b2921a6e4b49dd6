"""Numbers and drawings of chapter 0: rules and learning, the map, layers, workers."""

import functools

import numpy as np

from dlcore import layers, utils
from dlcore.datasets import digits, hotels
from dlcore.preprocessing import Standardizer
from dlcore.sequential import Sequential
from dlcore.teach.figures import color, figure

(X, Y), (X_TEST, Y_TEST) = ((x, y[:, 0] > 0.5) for x, y in hotels.load_data("hot"))
"""Distance and rating of the hotels, and whether each is in demand."""

SCALE = Standardizer().fit(X)
SEED = 0

# -- a rule and a network --------------------------------------------------------------


@functools.cache
def trained(rounds):
    """Return a small network after so many rounds of learning from the 24 hotels."""
    utils.set_random_seed(SEED)
    model = Sequential(
        [
            layers.Dense(6, activation="tanh", input_shape=(2,)),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    model.optimizer.learning_rate = 0.5
    if rounds:
        targets = Y[:, None].astype(float)
        model.fit(
            SCALE.transform(X), targets, epochs=rounds, batch_size=len(X), verbose=0
        )
    return model


def chance(rounds, x):
    """Return how sure the network is that each hotel of x is in demand, (n,)."""
    return trained(rounds).predict(SCALE.transform(x))[:, 0]


def right(rounds, x=X, y=Y):
    """Return how many hotels the network gets right."""
    return int(np.sum((chance(rounds, x) > 0.5) == y))


def rule(miles, stars, x=X):
    """Return what a hand-written rule says: near enough and rated well enough."""
    return (x[:, 0] <= miles) & (x[:, 1] >= stars)


def rule_right(miles, stars, x=X, y=Y):
    """Return how many hotels the rule gets right."""
    return int(np.sum(rule(miles, stars, x) == y))


def _hotels(ax, wrong):
    """Draw the hotels by class, with a ring around those that are wrong."""
    ax.plot(*X[Y].T, "o", color=color.data, label="in demand")
    ax.plot(*X[~Y].T, "x", color=color.truth, mew=1.8, label="not in demand")
    ax.plot(*X[wrong].T, "o", mfc="none", color=color.loss, ms=13, mew=1.8)
    ax.set(xlim=(-0.8, 21), ylim=(1.9, 5.1))
    ax.set(xlabel="distance (miles)", ylabel="rating (1 to 5)")


def learns(rounds):
    """Draw the hotels and the line at which the machine changes its mind."""
    miles, stars = np.meshgrid(np.linspace(-0.8, 21, 110), np.linspace(1.9, 5.1, 90))
    grid = np.column_stack([miles.ravel(), stars.ravel()])
    sure = chance(rounds, grid).reshape(miles.shape)
    _, ax = figure(height=2.9)
    says_yes = chance(rounds, X) > 0.5
    _hotels(ax, says_yes != Y)
    if sure.min() < 0.5 < sure.max():
        ax.contour(
            miles, stars, sure, [0.5], colors=[color.model], linewidths=2.2, zorder=1
        )
    return (
        f"After {rounds} round{'s' * (rounds != 1)} of learning the machine is right "
        f"about {right(rounds)} of the {len(X)} hotels; those it has wrong are ringed."
    )


def by_rule(miles, stars):
    """Draw the hotels and a hand-written rule."""
    _, ax = figure(height=2.9)
    _hotels(ax, rule(miles, stars) != Y)
    corner = [[-0.8, miles, miles], [stars, stars, 5.1]]
    ax.plot(*corner, "--", color=color.model)
    return (
        f"Rule: in demand if at most {miles:g} miles out and rated {stars:g} or "
        f"better. Right about {rule_right(miles, stars)} of {len(X)} hotels."
    )


# -- the map ---------------------------------------------------------------------------

PROBLEMS = {
    "cross an empty street": (1, 1),
    "sort letters by ZIP": (1, 3),
    "work out a tax bill": (2, 4),
    "price a room": (3, 3),
    "find unwanted e-mail": (3, 4),
    "tell cats from dogs": (4, 4),
    "translate a sentence": (4, 4),
}
"""Where we would put each problem: complexity of its data and of its rules, 1 to 4."""

WAYS = {
    "human judgment": "Look and decide: with so little to weigh, neither a program nor "
    "learning pays for itself.",
    "hand-written rules": "Write the rules down; they can be stated, checked and kept.",
    "machine learning": "Too much for a list of rules, and examples can be had: learn "
    "the rules from data.",
    "deep learning": "Rich raw data and rules that nobody can state: learn with many "
    "layers.",
}


def way(data, rules):
    """Return the way to a decision that the map recommends at this place."""
    if data + rules <= 3:
        return "human judgment"
    if data == 4 and rules == 4:
        return "deep learning"
    if data >= 3 and rules >= 3:
        return "machine learning"
    return "hand-written rules"


def on_map(problem, data, rules):
    """Draw the map with the reader's place for a problem, and the book's."""
    own = PROBLEMS[problem]
    _, ax = figure(height=3.5)
    _regions(ax)
    ax.plot(data, rules - 0.27, "o", color=color.data, ms=10, zorder=4)
    ax.plot(own[0], own[1] - 0.27, "D", mfc="none", color=color.truth, ms=14, mew=1.8)
    advice = way(data, rules)
    agree = (
        "where the book puts it too"
        if (data, rules) == own
        else (f"while the book puts it at data {own[0]}, rules {own[1]}: {way(*own)}")
    )
    return (
        f"To {problem}: you say data {data}, rules {rules}, {agree}. At your place: "
        f"{advice}. {WAYS[advice]}"
    )


def _regions(ax):
    """Write at each place of the map the way that it recommends."""
    short = {
        "human judgment": "judge",
        "hand-written rules": "write\nrules",
        "machine learning": "learn",
        "deep learning": "learn\ndeep",
    }
    inks = {"machine learning": color.model, "deep learning": color.loss}
    for data in range(1, 5):
        for rules in range(1, 5):
            name = way(data, rules)
            ink = inks.get(name, color.muted)
            bold = "bold" if name in inks else "normal"
            style = {"ha": "center", "va": "top", "color": ink, "weight": bold}
            ax.text(data, rules + 0.44, short[name], linespacing=0.95, **style)
    for edge in (1.5, 2.5, 3.5):
        ax.axhline(edge, color=color.border, lw=0.8)
        ax.axvline(edge, color=color.border, lw=0.8)
    ax.set(xlim=(0.5, 4.5), ylim=(0.5, 4.5), xticks=range(1, 5), yticks=range(1, 5))
    ax.set(xlabel="complexity of the data", ylabel="complexity of the rules")


# -- layers of a picture ---------------------------------------------------------------

PICTURES = digits.load_data()[0][0][:10].astype(float)
"""The first picture of each digit, (10, 8, 8), from 0 to 16."""


def stages(digit):
    """Return three hand-made representations: pixels, edges, regions."""
    pixels = PICTURES[digit] / 16
    across = np.abs(np.diff(pixels, axis=1, prepend=0))
    down = np.abs(np.diff(pixels, axis=0, prepend=0))
    edges = np.maximum(across, down)
    regions = edges.reshape(4, 2, 4, 2).mean(axis=(1, 3))
    return {"pixels": pixels, "edges": edges, "regions": regions}


def representation(digit, stage):
    """Draw a digit in one of its representations."""
    from matplotlib.patches import Rectangle

    values = stages(digit)[stage]
    size = len(values)
    _, ax = figure(height=2.9)
    for i, j in np.ndindex(values.shape):
        shade = {"fc": color.ink, "alpha": float(values[i, j]), "lw": 0}
        ax.add_patch(
            Rectangle((j * 8 / size, 8 - (i + 1) * 8 / size), *[8 / size] * 2, **shade)
        )
    ax.set(xlim=(0, 8), ylim=(0, 8), aspect="equal", xticks=[], yticks=[])
    for side in ax.spines.values():
        side.set_visible(True)
    what = {
        "pixels": "how much ink is on each pixel",
        "edges": "where dark meets light",
        "regions": "how much edge there is in each quarter of a quarter",
    }[stage]
    return f"The {digit} as {stage}: {values.size} numbers. They say {what}."


# -- few strong workers, many simple ones ----------------------------------------------

FEW, MANY, SPEED = 8, 4096, 16


def ticks(jobs, kind):
    """Return how long both machines take, in ticks of a simple worker.

    A thought experiment: 8 workers that are 16 times as fast, against 4096 simple
    ones. In a chain each job waits for the one before it.
    """
    if kind == "a chain":
        return jobs / SPEED, float(jobs)
    return -(-jobs // FEW) / SPEED, float(-(-jobs // MANY))


def workers(jobs, kind):
    """Draw how long few strong and many simple workers take."""
    few, many = ticks(jobs, kind)
    _, ax = figure(height=1.9)
    names = [f"{FEW} strong", f"{MANY} simple"]
    ax.barh(names, [few, many], color=[color.data, color.model], height=0.55)
    for place, value in enumerate((few, many)):
        text = f"{value:,.0f}" if value >= 10 else f"{value:.3g}"
        ax.text(value * 1.4, place, text, va="center")
    ax.invert_yaxis()
    ax.set(xscale="log", xlim=(0.02, 3e8), xlabel="time (logarithmic scale)")
    ratio = few / many
    better = (
        f"the many are {ratio:,.0f} times as fast"
        if ratio > 1.05
        else (
            f"the few are {1 / ratio:,.0f} times as fast" if ratio < 0.95 else "a draw"
        )
    )
    return f"{jobs:,} operation{'s' * (jobs != 1)}, {kind}: {better}."
