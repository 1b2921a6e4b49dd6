"""The road map: the four tasks, the cycle, the map of concepts.

Later chapters show where the reader is: `four_tasks(here=2)`, `concepts(chapter=2)`.
"""

import functools

import numpy as np

from dlcore.datasets import hotels
from dlcore.neuron import Neuron
from dlcore.teach._labels import canvas, text_width
from dlcore.teach.figures import color, figure, show

STATIONS = (
    ("Foundations · chapter 1", "neurons, data, layers", None),
    ("Task 1 · chapter 2", "linear regression:\none neuron", "linear"),
    ("Task 2 · chapter 3", "non-linear regression:\na network", "nonlinear"),
    ("Task 3 · chapter 4", "binary classification:\nyes or no", "hot"),
    ("Task 4 · chapter 5", "multi-class:\none of three", "category"),
    (
        "The bigger picture",
        "chapters 6 to 13: training well,\nimages, sequences, text",
        None,
    ),
)
"""Title, what it is about, and the task of the hotels that it solves."""

MARKS = ("o", "^", "s")
INKS = (color.data, color.model, color.gradient)
PHASES = {
    "predict": "say a price",
    "measure": "how wrong?",
    "feedback": "which way?",
    "adjust": "one small step",
}

CONCEPTS = {
    "data": (
        "features",
        "target",
        "training",
        "testing",
        "validation",
        "augmentation",
        "sequences",
        "embeddings",
    ),
    "task": (
        "prediction",
        "decision",
        "regression",
        "linear",
        "non-linear",
        "classification",
        "several classes",
        "generation",
    ),
    "network": (
        "representation",
        "neurons",
        "weights",
        "biases",
        "weighted sum",
        "activation",
        "layers",
        "architecture",
        "ReLU",
        "softmax",
        "depth",
        "starting weights",
        "saturation",
        "dropout",
        "convolution",
        "pooling",
        "recurrence",
        "gates",
        "attention",
        "autoencoders",
        "transformers",
    ),
    "cycle": (
        "predict",
        "measure:",
        "cost",
        "metrics",
        "cross-entropy",
        "penalties",
        "feedback:",
        "gradients",
        "back-propagation",
        "adjust:",
        "learning rate",
        "mini-batches",
        "momentum",
        "Adam",
        "early stopping",
    ),
}
"""The concepts of the book by the part of the map that they belong to."""

NEW_IN = {
    0: "prediction decision representation",
    1: "features target training testing neurons weights biases weighted_sum "
    "activation layers predict",
    2: "regression linear measure: cost metrics feedback: gradients adjust: "
    "learning_rate",
    3: "non-linear architecture ReLU back-propagation",
    4: "classification cross-entropy",
    5: "several_classes softmax",
    6: "mini-batches momentum Adam",
    7: "depth starting_weights",
    8: "saturation",
    9: "validation augmentation dropout penalties early_stopping",
    10: "convolution pooling",
    11: "sequences embeddings recurrence gates attention",
    12: "generation autoencoders transformers",
    13: "",
}
"""What each chapter explains first; the last one says it in other libraries."""

PITCH = 22  # points from one line of the map to the next
TRUE_PRICE = 120.0
RATE = 0.25


# -- the four tasks --------------------------------------------------------------------


def four_tasks(here=None):
    """Show the parts of the book in their order, each task with its data.

    Args:
        here: the chapter, 1 to 5, that gets a frame as the present place; None for no
            frame.
    """
    fig, ax = figure(height=6.4)
    ax.set(xlim=(0, 10), ylim=(len(STATIONS), 0))
    ax.axis("off")
    for place, (title, text, task) in enumerate(STATIONS):
        lit = here is not None and place == here - 1
        ink = color.model if lit else color.ink
        mark = "▶ " if lit else ""
        ax.text(0.4, place + 0.2, mark + title, weight="bold", va="center", color=ink)
        ax.text(0.4, place + 0.38, text, va="top", color=color.muted)
        if task:
            _data(ax.inset_axes([0.68, 1 - (place + 0.88) / 6, 0.3, 0.125]), task)
        if place:
            ax.annotate(
                "",
                (0.05, place + 0.14),
                (0.05, place - 0.14),
                arrowprops={"arrowstyle": "->", "color": color.ink, "lw": 1.4},
            )
    sizes = [len(hotels.table(task)["price"]) for _, _, task in STATIONS if task]
    where = "" if here is None else f" You are at {STATIONS[here - 1][0]}."
    show(
        fig,
        caption="Four tasks stand between the foundations and the bigger picture. "
        "Read from top to bottom; the small pictures show the data of each task: "
        "price against distance for tasks 1 and 2, rating against distance for tasks "
        "3 and 4, with a shape for each class." + where,
        alt="Six stations from top to bottom: foundations; task 1, linear regression; "
        "task 2, non-linear regression; task 3, binary classification; task 4, "
        "multi-class classification; the bigger picture. The tasks use "
        f"{sizes[0]}, {sizes[1]}, {sizes[2]} and {sizes[3]} hotels." + where,
    )


def _data(ax, task):
    """Draw the hotels of a task very small."""
    columns = hotels.table(task)
    ax.set(xticks=[], yticks=[])
    if task in ("linear", "nonlinear"):
        ax.plot(columns["distance"], columns["price"], "o", ms=3, color=color.data)
        return
    for mark, ink, name in zip(MARKS, INKS, np.unique(columns[task]), strict=False):
        rows = columns[task] == name
        x, y = columns["distance"][rows], columns["rating"][rows]
        ax.plot(x, y, mark, ms=3.5, color=ink)


# -- the cycle -------------------------------------------------------------------------


def cycle():
    """Show the four phases as a circle."""
    fig, ax = figure(height=3.6)
    _ring(ax, lit=None)
    show(
        fig,
        caption="Learning is one cycle, repeated: predict, measure, feedback, adjust. "
        "Follow the arrows; after adjust the next round begins.",
        alt="Four words in a circle, joined by arrows in the order predict, measure, "
        "feedback, adjust and back to predict; in the middle: one training round.",
    )


def _ring(ax, lit, middle="one training\nround"):
    """Draw the phases in a circle; the lit one is framed."""
    ax.set(xlim=(-1.85, 1.85), ylim=(-1.6, 1.6), aspect="equal")
    ax.axis("off")
    places = dict(zip(PHASES, [(-1, 1), (1, 1), (1, -1), (-1, -1)], strict=True))
    for (name, text), (x, y) in zip(PHASES.items(), places.values(), strict=True):
        ink = color.model if name == lit else color.ink
        frame = {"fc": "none", "ec": color.model, "lw": 1.8}
        box = frame | {"boxstyle": "round,pad=0.3"} if name == lit else None
        style = {"ha": "center", "va": "center"}
        ax.text(x, y + 0.14, name, weight="bold", color=ink, bbox=box, **style)
        ax.text(x, y - 0.26, text, color=color.muted, **style)
    arrows = [((-0.3, 1.1), (0.3, 1.1)), ((1, 0.55), (1, -0.55))]
    arrows += [((0.42, -0.86), (-0.42, -0.86)), ((-1, -0.55), (-1, 0.55))]
    for start, end in arrows:
        style = {"arrowstyle": "-|>", "color": color.model, "lw": 2.2}
        ax.annotate("", end, start, arrowprops=style | {"mutation_scale": 16})
    ax.text(0, 0, middle, ha="center", va="center")


def one_dial(round):
    """Return the dial before a round, and the four phases of this round.

    The neuron has one input, always 0, so that its bias is the only dial; it is to
    guess one price.
    """
    neuron = Neuron()
    x, y = np.array([0.0]), np.array([TRUE_PRICE])
    neuron.fit(x, y, learning_rate=RATE, epochs=round - 1)
    before = float(neuron.b)
    return before, {p.name: p for p in neuron.cycle(x, y, learning_rate=RATE)}


def turn(round, phase):
    """Draw one phase of the cycle: where it stands, and what it does to the dial."""
    before, phases = one_dial(round)
    known = tuple(PHASES).index(phase)
    error = before - TRUE_PRICE
    after = float(phases["adjust"].weights["b"])
    _, (left, right) = figure(height=3.2, columns=2)
    _ring(left, phase, middle=f"round {round}")
    right.set(xlim=(-6, 146), ylim=(-0.2, 4.4), yticks=[], xlabel="price ($)")
    right.spines["left"].set_visible(False)
    right.axvline(TRUE_PRICE, color=color.truth, ls=":", lw=1.6)
    right.text(TRUE_PRICE - 3, 4.15, f"true {TRUE_PRICE:.0f}", ha="right")
    right.plot(before, 0, "o", color=color.model, ms=10, clip_on=False)
    # close to the line of the true price there is room on its left only
    at, ha = (before, "left") if before < 60 else (TRUE_PRICE - 4, "right")
    dot = (before, "center") if before < 105 else (at, ha)
    right.text(dot[0], 0.35, f"{before:g}", ha=dot[1], color=color.model)
    arrow = {"arrowstyle": "-|>", "lw": 2}
    if known >= 1:
        right.plot([before, TRUE_PRICE], [1.3] * 2, "--", color=color.loss)
        right.text(at, 1.55, f"wrong by {error:g}".replace("-", "−"), ha=ha)
    if known >= 2:
        to = before - error / 4  # the feedback grows with the error
        right.annotate(
            "", (to, 2.3), (before, 2.3), arrowprops=arrow | {"color": color.gradient}
        )
        right.text(at, 2.55, "turn it up", ha=ha, color=color.gradient)
    if known >= 3:
        right.annotate(
            "", (after, 3.2), (before, 3.2), arrowprops=arrow | {"color": color.model}
        )
        right.text(at, 3.45, f"now {after:g}", ha=ha, color=color.model)
    said = {
        "predict": f"the dial stands at {before:g}, so it says {before:g} dollars.",
        "measure": f"{before:g} − {TRUE_PRICE:.0f} = {error:g}: the guess is wrong by "
        f"{abs(error):g} dollars.",
        "feedback": "it was too low, so the dial has to go up, the more the larger "
        "the error.",
        "adjust": f"the dial moves from {before:g} to {after:g}, half of the way.",
    }
    return f"Round {round}, {phase}: " + said[phase].replace("-", "−")


# -- the map of concepts ---------------------------------------------------------------


def lit_in(chapter):
    """Return the concepts that are new in a chapter."""
    return {word.replace("_", " ") for word in NEW_IN[chapter].split()}


def seen_before(chapter):
    """Return the concepts of all chapters before this one."""
    return {word for number in range(chapter) for word in lit_in(number)}


def concepts(chapter):
    """Show the map of concepts with those of one chapter lit."""
    fig, words = _concept_map(chapter)
    show(
        fig,
        caption=f"The map of concepts, with chapter {chapter} lit. In a frame: new "
        "here; dark: known from before; gray: still to come.",
        alt=f"Four groups of words, data, task, network and cycle. {words}",
    )


def concept_map(chapter):
    """Draw the map of concepts for one chapter, as an explorable figure wants it."""
    _, words = _concept_map(chapter)
    return words


@functools.cache
def _spots():
    """Return where the groups and words of the map stand, and how far down it goes.

    Every word gets the room that it needs in bold, so that none moves when another
    chapter is chosen.
    """
    spots, y = {}, 0
    for group, words in CONCEPTS.items():
        x, y = 300, y + 4  # so that the first word starts a line of its own
        spots[group] = (2, y)
        for word in words:
            width = text_width(word, bold=True)
            if x + width > 276:
                x, y = 8, y + PITCH
            spots[word] = (x + width / 2, y)
            x += width + 15
        y += PITCH
    return spots, y


def _concept_map(chapter):
    """Return a figure of the map and a sentence that says what is lit."""
    lit, known = lit_in(chapter), seen_before(chapter)
    spots, height = _spots()
    fig, ax = figure(height=height / 72)
    canvas(ax, 280, height)
    for text, (x, down) in spots.items():
        y = height - 10 - down
        if text in CONCEPTS:
            ax.text(x, y, text, weight="bold", va="center", color=color.data)
        else:
            _word(ax, x, y, text, text in lit, text in known)
    new = [word.rstrip(":") for word in spots if word in lit]
    if not new:
        return (
            fig,
            f"Chapter {chapter} brings no new word: other libraries use the same ones.",
        )
    return fig, f"Chapter {chapter} brings: {', '.join(new)}."


def _word(ax, x, y, word, lit, known):
    """Write a concept: framed if new, dark if known, gray if still to come."""
    ink = color.model if lit else color.ink if known else color.muted
    box = None
    if lit:
        box = {"boxstyle": "round,pad=0.22", "fc": "none", "ec": color.model, "lw": 1.3}
    weight = "bold" if lit else "normal"
    style = {"ha": "center", "va": "center", "color": ink, "weight": weight}
    ax.text(x, y, word, bbox=box, **style)
