"""The two figures of the road map: the four tasks, and the cycle."""

import numpy as np

from dlcore.datasets import hotels
from dlcore.teach.figures import color, figure, show

STATIONS = (
    ("Foundations", "what learning is", None),
    ("Task 1 · chapter 2", "linear regression:\none neuron", "linear"),
    ("Task 2 · chapter 3", "non-linear regression:\na network", "nonlinear"),
    ("Task 3 · chapter 4", "binary classification:\nyes or no", "hot"),
    ("Task 4 · chapter 5", "multi-class:\none of three", "category"),
    ("The bigger picture", "images, sequences, text", None),
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


def four_tasks():
    """Show the parts of the book in their order, each task with its data."""
    fig, ax = figure(height=6.4)
    ax.set(xlim=(0, 10), ylim=(len(STATIONS), 0))
    ax.axis("off")
    for place, (title, text, task) in enumerate(STATIONS):
        ax.text(0.4, place + 0.2, title, weight="bold", va="center")
        ax.text(0.4, place + 0.56, text, va="center", color=color.muted)
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
    show(
        fig,
        caption="Four tasks stand between the foundations and the bigger picture. "
        "Read from top to bottom; the small pictures show the data of each task: "
        "price against distance for tasks 1 and 2, rating against distance for tasks "
        "3 and 4, with a shape for each class.",
        alt="Six stations from top to bottom: foundations; task 1, linear regression; "
        "task 2, non-linear regression; task 3, binary classification; task 4, "
        "multi-class classification; the bigger picture. The tasks use "
        f"{sizes[0]}, {sizes[1]}, {sizes[2]} and {sizes[3]} hotels.",
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


def cycle():
    """Show the four phases as a circle."""
    fig, ax = figure(height=3.6)
    ax.set(xlim=(-1.85, 1.85), ylim=(-1.6, 1.6), aspect="equal")
    ax.axis("off")
    places = dict(zip(PHASES, [(-1, 1), (1, 1), (1, -1), (-1, -1)], strict=True))
    for (name, text), (x, y) in zip(PHASES.items(), places.values(), strict=True):
        ax.text(x, y + 0.14, name, ha="center", va="center", weight="bold")
        ax.text(x, y - 0.16, text, ha="center", va="center", color=color.muted)
    arrows = [((-0.3, 1), (0.3, 1)), ((1, 0.6), (1, -0.6))]
    arrows += [((0.3, -1), (-0.3, -1)), ((-1, -0.6), (-1, 0.6))]
    for start, end in arrows:
        style = {"arrowstyle": "-|>", "color": color.model, "lw": 2.2}
        ax.annotate("", end, start, arrowprops=style | {"mutation_scale": 16})
    ax.text(0, 0, "one training\nround", ha="center", va="center")
    show(
        fig,
        caption="Learning is one cycle, repeated: predict, measure, feedback, adjust. "
        "Follow the arrows; after adjust the next round begins.",
        alt="Four words in a circle, joined by arrows in the order predict, measure, "
        "feedback, adjust and back to predict; in the middle: one training round.",
    )
