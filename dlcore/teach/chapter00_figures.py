"""The figures of chapter 0 that do not move."""

import numpy as np
from matplotlib.patches import Circle

from dlcore.teach._labels import canvas
from dlcore.teach.figures import color, figure, show

QUESTIONS = [
    (0.06, 0.72, "heads or tails?"),
    (0.32, 0.55, "rain next Sunday?"),
    (0.60, 0.38, "late for work?"),
    (0.95, 0.89, "sunrise tomorrow?"),
]
"""How sure an answer is, from 0 to 1, how high it stands, and what is asked.

The heights fall where text goes to the right, so that no line runs through a text.
"""


def _arrow(ax, start, end, width):
    """Draw an arrow from one point to another."""
    style = {"arrowstyle": "-|>", "color": color.ink, "lw": width}
    ax.annotate("", end, start, arrowprops=style)


def certainty():
    """Show predictions between guess and fact."""
    fig, ax = figure(height=2.0)
    ax.set(xlim=(0, 1), ylim=(0, 1))
    ax.axis("off")
    _arrow(ax, (0, 0.18), (1, 0.18), 1.4)
    ax.text(0, 0.0, "guess", color=color.muted)
    ax.text(1, 0.0, "feels like fact", ha="right", color=color.muted)
    for x, height, text in QUESTIONS:
        ax.plot(x, 0.18, "o", color=color.data, ms=8)
        ax.text(x, height, text, ha="right" if x > 0.9 else "left")
        ax.plot([x, x], [0.22, height - 0.06], "-", color=color.border, lw=1)
    show(
        fig,
        caption="Predictions differ in how sure we are. From left to right, from a "
        "guess to what feels like a fact; the places are rough.",
        alt="Four questions along an arrow from guess to fact: heads or tails, rain "
        "next Sunday, late for work, sunrise tomorrow.",
    )


def chain():
    """Show data, prediction and decision, for a person and for a machine."""
    fig, ax = figure(height=1.9)
    canvas(ax, 280, 130)
    _person_or_machine(ax, "a person", "experience", 96)
    _person_or_machine(ax, "a machine", "data", 42)
    ax.text(140, 4, "this book: the middle step", ha="center")
    show(
        fig,
        caption="What experience is to a person, data are to a machine. Both lead to a "
        "prediction, and the prediction helps to decide.",
        alt="Two chains. A person: experience, prediction, decision. A machine: data, "
        "prediction, decision.",
    )


def _person_or_machine(ax, who, first, y):
    """Draw one of the two chains, at height `y`."""
    ax.text(0, y + 20, who, color=color.muted)
    for x, text, ink in [
        (0, first, color.data),
        (112, "prediction", color.model),
        (214, "decision", color.truth),
    ]:
        ax.text(x, y, text, va="center", color=ink, weight="bold")
    _arrow(ax, (84, y), (108, y), 1.3)
    _arrow(ax, (188, y), (210, y), 1.3)


def cheap():
    """Show that cheaper predictions are used more often."""
    price = np.linspace(0.3, 10, 80)
    fig, ax = figure(height=2.2)
    ax.plot(price, 10 / price**1.2, "-", color=color.model)
    for x, text, dx, ha in [
        (7, "by an expert", 0, "center"),
        (1, "by a machine", 10, "left"),
    ]:
        point = (x, 10 / x**1.2)
        ax.plot(*point, "o", color=color.data)
        ax.annotate(text, point, (dx, 9), textcoords="offset points", ha=ha)
    ax.set(xlim=(0, 10.5), ylim=(0, 22), xticks=[], yticks=[])
    ax.set(xlabel="cost of one prediction", ylabel="how many are made")
    show(
        fig,
        caption="What gets cheap is used more. A sketch, without numbers: the farther "
        "left, the cheaper a prediction, and the higher, the more of them are made.",
        alt="A falling curve: few predictions are made where one is expensive, by an "
        "expert, and many where one is cheap, by a machine.",
    )


def nested():
    """Show artificial intelligence, machine learning and deep learning as circles."""
    fig, ax = figure(height=2.7)
    canvas(ax, 280, 194)
    for radius, y, text, ink in [
        (95, 97, "artificial intelligence", color.muted),
        (64, 78, "machine learning", color.data),
        (34, 60, "deep\nlearning", color.model),
    ]:
        ax.add_patch(Circle((140, y), radius, fc="none", ec=ink, lw=1.8))
        top = y + radius - 10 if radius > 40 else y + 12
        box = {"fc": color.paper, "ec": "none", "pad": 1}
        ax.text(140, top, text, ha="center", va="top", color=ink, bbox=box)
    show(
        fig,
        caption="Deep learning is one kind of machine learning, which is one kind of "
        "artificial intelligence. Each circle lies inside the next.",
        alt="Three nested circles, from outside in: artificial intelligence, machine "
        "learning, deep learning.",
    )


def why_now():
    """Show algorithms, data and computation as three overlapping circles."""
    fig, ax = figure(height=2.6)
    canvas(ax, 280, 187)
    middles = ((105, 112), (175, 112), (140, 62))
    inks = (color.data, color.model, color.gradient)
    for middle, ink in zip(middles, inks, strict=True):
        ax.add_patch(Circle(middle, 60, fc="none", ec=ink, lw=1.8))
    for x, y, text, ha, ink in [
        (0, 181, "algorithms", "left", color.data),
        (252, 178, "data", "right", color.model),
        (206, 26, "computation", "left", color.gradient),
    ]:
        ax.text(x, y, text, ha=ha, va="center", color=ink, weight="bold")
    ax.text(140, 97, "now", ha="center", va="center", weight="bold")
    show(
        fig,
        caption="Three things had to meet. The algorithms are decades old; the data "
        "and the computation came later.",
        alt="Three overlapping circles: algorithms, data, computation. Where all three "
        "overlap stands: now.",
    )


def dates():
    """Show three breakthroughs on a line of time."""
    fig, ax = figure(height=1.7)
    ax.set(xlim=(2008.6, 2016.6), ylim=(-0.6, 1.6), yticks=[])
    ax.spines["left"].set_visible(False)
    ax.set_xticks(range(2009, 2017, 2))
    fields = ((2010, "speech", 0.55), (2012, "images", 1.15), (2015, "language", 0.55))
    for year, text, height in fields:
        ax.plot([year, year], [-0.6, height - 0.12], "-", color=color.border, lw=1.4)
        ax.plot(year, height - 0.12, "o", color=color.model)
        ax.text(year, height, text, ha="center", va="bottom")
    show(
        fig,
        caption="Three fields changed within a few years. The years are rough; each "
        "stands for a time of change, not for a day.",
        alt="A line of time: speech recognition about 2010, image recognition about "
        "2012, natural language about 2015.",
    )


def two_pictures():
    """Show one network as wiring, and as a formula."""
    fig, axes = figure(height=1.9, columns=2)
    for ax in axes:
        canvas(ax, 280, 136)
    _wiring(axes[0])
    axes[1].text(10, 92, "prediction =", color=color.model)
    axes[1].text(10, 66, "v₁·f(w₁₁x₁ + w₂₁x₂ + b₁) +")
    axes[1].text(10, 42, "v₂·f(w₁₂x₁ + w₂₂x₂ + b₂) +")
    axes[1].text(10, 18, "v₃·f(w₁₃x₁ + w₂₃x₂ + b₃) + c")
    axes[0].text(0, 128, "the engineer's", va="top", color=color.muted)
    axes[1].text(10, 128, "the statistician's", va="top", color=color.muted)
    show(
        fig,
        caption="One object, two pictures: neurons that are wired up, or a formula "
        "with many coefficients. You need not read the formula yet.",
        alt="Left, two inputs joined to three neurons and these to one output. Right, "
        "the same as a sum of three terms, each a function f of weighted inputs.",
    )


def _wiring(ax):
    """Draw two inputs, three neurons and one output, joined by lines."""
    left = [(40, 96), (40, 40)]
    middle = [(140, 116), (140, 68), (140, 20)]
    for start in left:
        for end in middle:
            ax.plot(*zip(start, end, strict=True), "-", color=color.border, lw=1.2)
    for start in middle:
        ax.plot(*zip(start, (240, 68), strict=True), "-", color=color.border)
    for x, y in [*left, *middle, (240, 68)]:
        style = {"fc": color.paper, "ec": color.data, "lw": 1.5, "zorder": 3}
        ax.add_patch(Circle((x, y), 13, **style))


def who_designs():
    """Show who makes the features, in classical and in deep learning."""
    fig, ax = figure(height=2.0)
    canvas(ax, 280, 140)
    _pixels_to_answer(ax, "classical", 96, "a person's\nfeatures", color.truth)
    _pixels_to_answer(ax, "deep", 30, "learned\nfeatures", color.model)
    show(
        fig,
        caption="In classical machine learning a person designs the features; in deep "
        "learning the lower layers learn them. Read each row from left to right; the "
        "question mark stands for the answer.",
        alt="Two chains. Classical: pixels, features made by a person, a learned "
        "model, the answer. Deep: pixels, learned features, a learned model, the "
        "answer.",
    )


def _pixels_to_answer(ax, title, y, features, ink):
    """Draw one kind of learning as a chain at height `y`."""
    ax.text(0, y + 26, title, color=color.muted, va="center")
    ax.text(0, y, "pixels", va="center")
    boxes = [(108, features, ink), (206, "learned\nmodel", color.model)]
    for x, text, edge in boxes:
        box = {"boxstyle": "round,pad=0.3", "fc": "none", "ec": edge, "lw": 1.5}
        ax.text(x, y, text, ha="center", va="center", bbox=box)
    for start, end in ((44, 66), (152, 174), (238, 262)):
        _arrow(ax, (start, y), (end, y), 1.2)
    ax.text(264, y, "?", va="center", weight="bold")
