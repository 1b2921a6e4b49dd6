"""Drawings of page 11.3: inside a gated cell, masks of dropout, layers in time."""

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from dlcore.teach import chapter11_gates as gates
from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show

WIDTH, HEIGHT = 280.0, 216.0
MEMORY, JOIN, BOXES, FEED = 172.0, 122.0, 66.0, 22.0
"""Heights of the drawing of a cell: memory, products, gates, what comes in."""

PLACES = {"f": 62.0, "i": 112.0, "g": 166.0, "o": 224.0}


def show_cell():
    """Show an LSTM cell with one unit, and the numbers of the paper example in it."""
    one = [np.array([[value]]) for value in (gates.X, gates.H)]
    i, f, g, o = (
        part.item() for part in gates.lstm_gates(*one, gates.W, gates.U, gates.B)
    )
    new_c = f * gates.C + i * g
    new_h = o * np.tanh(new_c)
    fig, ax = figure(height=HEIGHT / 72)
    canvas(ax, WIDTH, HEIGHT)
    _wires(ax)
    for name, value in (("f", f), ("i", i), ("g", g), ("o", o)):
        _gate(ax, PLACES[name], name, value)
    middle = (PLACES["i"] + PLACES["g"]) / 2
    for x, y, sign in (
        (PLACES["f"], MEMORY, "×"), (middle, MEMORY, "+"),
        (middle, JOIN, "×"), (PLACES["o"], JOIN, "×"),
    ):  # fmt: skip
        ax.add_patch(Circle((x, y), 9, fc=color.paper, ec=color.ink, lw=1.2, zorder=3))
        ax.text(x, y, sign, ha="center", va="center_baseline", zorder=4, size=13)
    words = {"ha": "left", "va": "bottom"}
    ax.text(4, MEMORY + 14, f"c before\n{gates.C:.2f}", color=color.model, **words)
    ax.text(276, MEMORY + 14, f"c after\n{new_c:.2f}", color=color.model,
            ha="right", va="bottom")  # fmt: skip
    ax.text(PLACES["o"] + 5, (MEMORY + JOIN) / 2, "tanh", va="center", ha="left")
    ax.text(276, JOIN - 6, f"h {new_h:.2f}", ha="right", va="top")
    ax.text(4, FEED - 5, f"x {gates.X:g} and h {gates.H:g}", ha="left", va="top")
    show(
        fig,
        caption="The memory runs straight through; gates act on it by a product and a "
        "sum. Along the top the memory \\(c\\), from left to right. Each box is a "
        "small layer that sees \\(x_t\\) and \\(h_{t-1}\\). The numbers are "
        "those of the paper example.",
        alt=f"An LSTM cell. From input {gates.X:g} and state {gates.H:g} come four "
        f"gates: f = {f:.2f}, i = {i:.2f}, g = {g:.2f}, o = {o:.2f}. The memory "
        f"{gates.C:.2f} is multiplied by f, i times g is added, which gives "
        f"{new_c:.2f}; its tanh times o is the output {new_h:.2f}.",
    )


def _wires(ax):
    """Draw the lines and arrows between the parts of a cell."""
    middle = (PLACES["i"] + PLACES["g"]) / 2
    thin = {"color": color.muted, "lw": 1.3, "ls": "-"}
    arrow = {"arrowstyle": "-|>", "shrinkA": 0, "shrinkB": 0}

    def lead(start, end, ink=color.muted, width=1.3):
        style = {**arrow, "color": ink, "lw": width}
        ax.annotate("", end, start, arrowprops=style)

    lead((4, MEMORY), (276, MEMORY), color.model, 2.6)
    ax.plot([4, PLACES["o"]], [FEED, FEED], **thin)
    for x in PLACES.values():
        lead((x, FEED), (x, BOXES - 18))
    lead((PLACES["f"], BOXES + 18), (PLACES["f"], MEMORY - 9))
    for name, side in (("i", -9), ("g", 9)):
        ax.plot([PLACES[name]] * 2, [BOXES + 18, JOIN], **thin)
        lead((PLACES[name], JOIN), (middle + side, JOIN))
    lead((middle, JOIN + 9), (middle, MEMORY - 9))
    lead((PLACES["o"], BOXES + 18), (PLACES["o"], JOIN - 9))
    lead((PLACES["o"], MEMORY), (PLACES["o"], JOIN + 9))
    lead((PLACES["o"] + 9, JOIN), (276, JOIN))


def _gate(ax, x, name, value):
    """Draw one gate as a box with its name, its squashing function and its value."""
    half = 28 if name == "g" else 20
    box = FancyBboxPatch(
        (x - half, BOXES - 18), 2 * half, 36, boxstyle="round,pad=0,rounding_size=4",
        fc=color.surface, ec=color.muted, lw=1.0, zorder=2,
    )  # fmt: skip
    ax.add_patch(box)
    text = {"ha": "center", "va": "center", "zorder": 3}
    ax.text(x, BOXES + 8, f"{name}: tanh" if name == "g" else f"{name}: σ", **text)
    ax.text(x, BOXES - 8, f"{value:.2f}", **text)


# -- dropout inside a recurrence -------------------------------------------------------

RATES = (0.1, 0.25, 0.5)
MASKS = ("new at every step", "one for all steps")
STATE, SPAN = 12, 20


def masks(rate, kind, seed=3):
    """Return which parts of the state are kept at which step: bool (units, steps)."""
    generator = np.random.default_rng(seed)
    drawn = generator.random((STATE, SPAN)) >= rate
    return drawn if kind == MASKS[0] else np.repeat(drawn[:, :1], SPAN, axis=1)


def draw_masks(rate, kind):
    """Draw the masks, and which notes taken at the first step are never dropped."""
    kept = masks(rate, kind)
    alive = np.logical_and.accumulate(kept, axis=1)
    _, (upper, lower) = figure(height=1.9, rows=2)
    for unit, step in np.ndindex(kept.shape):
        if kept[unit, step]:
            ink = color.model if alive[unit, step] else color.border
            upper.add_patch(Rectangle((step + 0.6, unit + 0.1), 0.8, 0.8, fc=ink))
        else:
            upper.plot(step + 1, unit + 0.5, "x", color=color.muted, ms=4, mew=1)
    upper.set(xlim=(0.4, SPAN + 0.6), ylim=(0, STATE), yticks=[], xticks=[])
    upper.set(ylabel="parts of h", title=kind)
    steps = np.arange(1, SPAN + 1)
    share = (1 - rate) ** (steps if kind == MASKS[0] else np.ones(SPAN))
    lower.plot(steps, 100 * share, "--", color=color.truth, lw=1.4)
    lower.plot(steps, 100 * alive.mean(axis=0), "o", color=color.model, ms=4.5)
    lower.set(xlim=(0.4, SPAN + 0.6), ylim=(-4, 104), yticks=[0, 50, 100])
    lower.set(ylabel="untouched, %", xlabel="step", xticks=[1, 5, 10, 15, 20])
    count = int(alive[:, -1].sum())
    return (
        f"Rate {rate:g}, masks {kind}: of {STATE} parts of the state {count} "
        f"{'was' if count == 1 else 'were'} never dropped in {SPAN} steps; expected "
        f"are {STATE * share[-1]:.1f}."
    )


# -- layers in time --------------------------------------------------------------------


def show_stack(model, x):
    """Show recurrent layers along time, each with its state at each step.

    Args:
        model: a Sequential of recurrent layers, then one Dense layer.
        x: one sequence (steps, features).
    """
    *recurrent, last = model.layers
    sequence, states = np.asarray(x, dtype="float64")[None], []
    for layer in recurrent:
        rows = np.asarray(layer(sequence).data)
        states.append(rows if rows.ndim == 3 else _every_step(layer, sequence))
        sequence = rows
    said = float(np.ravel(last(sequence).data)[0])
    fig, ax = figure(height=2.9)
    canvas(ax, 280, 209)
    steps = len(x)
    lefts = 62 + np.arange(steps) * (216 / steps)
    for level, rows in enumerate(states):
        _row(ax, lefts, 46 + 62 * level, rows[0], recurrent[level].name)
    arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.2}
    for t, left in enumerate(lefts):
        ax.text(left + 18, 10, f"{x[t, 0]:g}".replace("-", "−"), ha="center",
                va="center", color=color.data)  # fmt: skip
        for level in range(len(states)):
            base = 20 if level == 0 else 46 + 62 * level - 22
            tip = 46 + 62 * level
            ax.annotate("", (left + 18, tip), (left + 18, base), arrowprops=arrow)
    top = 46 + 62 * len(states) - 22
    ax.annotate("", (lefts[-1] + 18, top + 20), (lefts[-1] + 18, top), arrowprops=arrow)
    ax.text(lefts[-1] + 36, top + 30, f"{last.name}: {said:.2f}".replace("-", "−"),
            ha="right", va="center", color=color.model)  # fmt: skip
    ax.text(2, 10, "input", va="center", color=color.data)
    names = " and ".join(layer.name for layer in recurrent)
    show(
        fig,
        caption="The output sequence of one layer is the input sequence of the next. "
        "Each box is one step of one layer; the bars in it are its units, up for "
        "positive, relative to the largest of the layer. Only the last "
        "step of the top layer goes to the output.",
        alt=f"Layers {names} along {steps} steps, drawn from the model. Each step of "
        "the lower layer feeds the same step of the upper one, and each layer feeds "
        f"its own next step. The output after the last step is {said:.2f}.",
    )


def _every_step(layer, sequence):
    """Return a layer's h at every step (rows, steps, units), whatever it hands on."""
    return np.stack(
        [
            np.asarray(layer(sequence[:, : t + 1]).data)
            for t in range(sequence.shape[1])
        ],
        axis=1,
    )


def _row(ax, lefts, bottom, rows, name):
    """Draw one layer: a box for each step with a bar for each unit."""
    arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.2}
    tallest = np.abs(rows).max()
    ax.text(2, bottom + 20, name, va="center")
    for t, (left, h) in enumerate(zip(lefts, rows, strict=True)):
        box = Rectangle((left, bottom), 36, 40, fc=color.surface, ec=color.muted)
        ax.add_patch(box)
        ax.plot([left, left + 36], [bottom + 20] * 2, "-", color=color.border, lw=0.8)
        width = 32 / len(h)
        for unit, value in enumerate(h):
            corner = left + 2 + unit * width, bottom + 20
            ax.add_patch(
                Rectangle(corner, 0.8 * width, 18 * value / tallest, fc=color.model)
            )
        if t:
            ends = (left, bottom + 20), (lefts[t - 1] + 36, bottom + 20)
            ax.annotate("", *ends, arrowprops=arrow)
