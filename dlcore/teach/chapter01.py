"""Numbers and drawings of page 1.1: one neuron, its dials and its activation.

Every number comes from `dlcore.Neuron`; each drawing for `teach.explore` makes one
figure and returns its caption.
"""

import numpy as np
from matplotlib.patches import Circle

from dlcore.neuron import Neuron
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, label_line, show
from dlcore.teach.networks import draw_network

INPUTS = (3.0, 2.0)
"""The two inputs of the paper examples."""

SECRET = {"w": (0.5, 1.5), "b": 1.0}
"""The first paper example; also what the learning neuron has to find."""

ROWS = np.array(
    [[2.0, -1.0], [-1.0, 2.0], [1.0, 1.0], [-2.0, 0.0], [0.0, -2.0], [1.0, -1.0]]
)
"""Six pairs of inputs that the learning neuron sees, (6, 2)."""

RATE = 0.1


# -- numbers ---------------------------------------------------------------------------


def weigh(x, w, b):
    """Return the weighted sum of one row of inputs x."""
    return float(np.dot(w, x) + b)


def sigmoid(z):
    """Return the logistic function of z."""
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


ACTIVATIONS = {"linear": lambda z: z, "sigmoid": sigmoid}


def answers():
    """Return the answers of the secret neuron to the six rows, (6, 1)."""
    return Neuron(np.array(SECRET["w"]), SECRET["b"]).predict(ROWS)


def apprentice(rounds):
    """Return a neuron that has learned from the six rows for so many rounds."""
    neuron = Neuron(np.zeros(2), 0.0)
    neuron.fit(ROWS, answers(), learning_rate=RATE, epochs=rounds)
    return neuron


def says(neuron, x=INPUTS):
    """Return the answer of a neuron to one row."""
    return float(neuron.predict(np.array([x]))[0, 0])


def short(value, digits=2):
    """Return a number without needless zeros, with a minus sign that shows."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text).replace("-", "−")


def signed(value, digits=2):
    """Return a number behind its sign, as the next term of a sum."""
    return f"{'−' if value < 0 else '+'} {short(abs(value), digits)}"


# -- drawings for explorable figures ---------------------------------------------------


def learns(rounds):
    """Draw the learning neuron after some rounds, and its answers on the way."""
    neuron = apprentice(rounds)
    (w1, w2), b = neuron.w, neuron.b
    answer = says(neuron)
    _, (left, right) = figure(height=2.7, columns=2)
    draw_network(neuron, ax=left, x=INPUTS, inputs=["x₁", "x₂"], outputs=["ŷ"])
    way = [says(apprentice(n)) for n in range(rounds + 1)]
    end = max(rounds, 60)
    right.axhline(5.5, color=color.truth, lw=1, ls=":")
    right.text(end, 5.65, "the first box: 5.5", ha="right", va="bottom")
    right.plot(way, "-", color=color.model)
    right.plot(rounds, answer, "o", color=color.model, clip_on=False)
    right.set(xlim=(-end / 60, end), ylim=(-0.4, 6.9), xlabel="rounds of learning")
    right.set_ylabel("answer to (3, 2)")
    return (
        f"After {rounds} round{'s' * (rounds != 1)}: weights {short(w1)} and "
        f"{short(w2)}, bias {short(b)}. To the inputs 3 and 2, which it has never "
        f"seen, the neuron answers {short(answer)}."
    )


def dials(w1, w2, b):
    """Draw a neuron with chosen dials, and how its weighted sum adds up."""
    neuron = Neuron(np.array([w1, w2], dtype=float), float(b))
    x1, x2 = INPUTS
    terms = [w1 * x1, w2 * x2, float(b)]
    z = weigh(INPUTS, (w1, w2), b)
    _, (left, right) = figure(height=2.7, columns=2)
    draw_network(neuron, ax=left, x=INPUTS, inputs=["x₁", "x₂"], outputs=["output"])
    _staircase(right, terms, z)
    return (
        f"{short(w1)} · 3 {signed(w2)} · 2 {signed(b)}: the terms are "
        f"{', '.join(short(t) for t in terms)}; the output is {short(z)}."
    )


def _staircase(ax, terms, total):
    """Draw terms as bars that start where the last one ended, and their sum."""
    level = 0.0
    for place, term in enumerate(terms):
        ink = color.data if term >= 0 else color.model
        ax.bar(place, term, 0.6, bottom=level, color=ink, alpha=0.85)
        ax.plot([place - 0.3, place + 1.3], [level + term] * 2, color=color.muted, lw=1)
        edge = max(level, level + term)
        ax.text(place, edge + 0.5, short(term), ha="center")
        level += term
    ax.bar(3, total, 0.6, fc="none", ec=color.ink, lw=1.6)
    ax.text(3, max(total, 0) + 0.5, short(total), ha="center", weight="bold")
    ax.axhline(0, color=color.muted, lw=0.8)
    ax.set_xticks(range(4), ["w₁x₁", "w₂x₂", "b", "sum"])
    ax.set(xlim=(-0.5, 3.5), ylim=(-7, 11))


def activate(activation, z):
    """Draw an activation function and its value at one weighted sum."""
    function = ACTIVATIONS[activation]
    grid = np.linspace(-8, 8, 129)
    a = float(function(z))
    _, ax = figure(height=2.7)
    ax.axhline(0, color=color.border, lw=0.8)
    ax.plot(grid, function(grid), "-", color=color.model)
    ax.plot([z, z], [0, a], ls=":", color=color.muted, lw=1.4)
    ax.plot(z, a, "o", color=color.data, markersize=9, zorder=5, clip_on=False)
    ax.set(xlim=(-8.3, 8.3), xlabel="weighted sum z", ylabel="output a")
    if activation == "sigmoid":
        ax.axhline(1, color=color.border, lw=0.8)
        ax.set(ylim=(-0.12, 1.12), yticks=[0, 0.5, 1])
    else:
        ax.set(ylim=(-9, 9), yticks=[-8, -4, 0, 4, 8])
    digits = 4 if activation == "sigmoid" else 2
    return (
        f"{activation.capitalize()}: a weighted sum of {short(z)} becomes "
        f"{short(a, digits)}."
    )


# -- figures that do not move ----------------------------------------------------------


def anatomy():
    """Show what is inside a neuron: sum, then activation."""
    fig, ax = figure(height=2.5)
    canvas(ax, 280, 172)
    for y, name, weight in [(136, "x₁", "w₁"), (84, "x₂", "w₂")]:
        _ring(ax, 24, y, 16, name, color.data)
        _arrow(ax, (42, y), (110, 98 if y > 100 else 92))
        ax.text(74, 124 if y > 100 else 76, weight, ha="center", color=color.model)
    ax.text(131, 36, "+ b", ha="center", va="center", color=color.model)
    _arrow(ax, (131, 46), (131, 72))
    _ring(ax, 131, 95, 20, "Σ", color.ink)
    _arrow(ax, (153, 95), (183, 95))
    ax.text(168, 104, "z", ha="center", color=color.ink)
    _ring(ax, 205, 95, 20, "f", color.ink)
    _arrow(ax, (227, 95), (262, 95))
    ax.text(271, 95, "a", ha="center", va="center")
    ax.text(24, 8, "inputs", ha="center", color=color.muted)
    ax.text(168, 8, "1. sum  2. activation", ha="center", color=color.muted)
    show(
        fig,
        caption="A neuron does two things: it adds up its inputs, each times its "
        "weight, and a bias; then it passes the sum through an activation. Read from "
        "left to right.",
        alt="Two inputs, x1 and x2, go along arrows marked w1 and w2 into a circle "
        "with a sum sign, where b is added. Its result z goes into a circle marked f, "
        "and a single number a comes out.",
    )


def _ring(ax, x, y, radius, text, ink):
    ax.add_patch(Circle((x, y), radius, fc=color.paper, ec=ink, lw=1.4, zorder=2))
    ax.text(x, y, text, ha="center", va="center", color=ink, zorder=3)


def _arrow(ax, start, end):
    style = {"arrowstyle": "-|>", "color": color.ink, "lw": 1.3}
    ax.annotate("", end, start, arrowprops=style | {"shrinkA": 0, "shrinkB": 0})


def both_activations():
    """Show the linear and the sigmoid activation on one pair of axes."""
    grid = np.linspace(-4, 4, 81)
    fig, ax = figure(height=2.6)
    ax.axhline(0, color=color.border, lw=0.8)
    ax.axhline(1, color=color.border, lw=0.8)
    (straight,) = ax.plot(grid, grid, "--", color=color.data, label="linear")
    (bent,) = ax.plot(grid, sigmoid(grid), "-", color=color.model, label="sigmoid")
    label_line(straight, at=66, dx=-8, dy=0)
    label_line(bent, at=72, dx=0, dy=-20)
    ax.set(xlim=(-4, 4), ylim=(-3.2, 3.4), xlabel="weighted sum z", ylabel="output a")
    low, high = (float(sigmoid(z)) for z in (-4, 4))
    show(
        fig,
        caption="The linear activation hands the sum on unchanged; the sigmoid "
        "squeezes every sum between 0 and 1. Dashed: linear; solid: sigmoid; thin "
        "lines: 0 and 1.",
        alt=f"A straight dashed line through 0 with slope 1, and an S-shaped solid "
        f"curve that rises from {low:.3f} at −4 through 0.5 at 0 to {high:.3f} at 4.",
    )
