"""Numbers and drawings of page 5.3: three kinds of hotels, and how well they are told.

Regions of several networks, results from many starts, and the 3 by 3 confusion matrix
with the scores of each class.
"""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore.metrics import confusion_matrix, scores_by_class
from dlcore.teach.chapter05 import (
    C_TEST,
    CLASSES,
    NETWORKS,
    ROWS,
    ROWS_TEST,
    X_TEST,
    C,
    X,
    kept,
    many,
    plane,
    regions,
    says,
)
from dlcore.teach.figures import color, figure, show
from dlcore.teach.softmax_runs import categorical_costs, class_logits


def right_of(weights):
    """Return how many of 24 training and 8 test hotels each network has right."""
    return tuple(
        (class_logits(x, weights).argmax(axis=2) == labels).sum(axis=1)
        for x, labels in ((X, C), (X_TEST, C_TEST))
    )


def draw_regions(network, epochs):
    """Draw which class a network names where, after some epochs."""
    weights = kept(NETWORKS[network])[epochs]
    (right,), (test,) = right_of(weights)
    _, ax = figure(height=2.9)
    plane(ax)
    regions(ax, weights)
    cost = categorical_costs(class_logits(X, weights), C)[0]
    return (
        f"{network[0].upper()}{network[1:]}, {epochs} epochs: {right} of 24 training "
        f"hotels right, {test} of 8 test hotels. Cost {cost:.3f}."
    )


# -- many starts -----------------------------------------------------------------------

GROUPS = (("< 23", range(23)), ("23", [23]), ("24", [24]))


def show_distribution():
    """Show how many training hotels 200 small and 200 larger networks have right."""
    fig, axes = figure(width=2.6, height=2.3, columns=2)
    told = []
    for ax, name in zip(axes, ("2-3-3", "2-5-10-3"), strict=True):
        right, _ = right_of(many(NETWORKS[name]).weights)
        names = [text for text, _ in GROUPS]
        share = [100 * float(np.isin(right, list(group)).mean()) for _, group in GROUPS]
        ax.bar(names, share, color=color.model, width=0.7)
        for place, value in enumerate(share):
            ax.text(place, value + 2, f"{value:.1f}", ha="center")
        ax.set(title=name, ylim=(0, 110), xlabel="right of 24", yticks=[0, 50, 100])
        ax.set_ylabel("% of starts")
        pairs = zip(names, share, strict=True)
        told.append(f"{name}: " + ", ".join(f"{n}: {s:.1f} %" for n, s in pairs))
    show(
        fig,
        caption="The larger network gets all 24 training hotels right from nearly "
        "every start. 200 starts each, 800 epochs.",
        alt="Training hotels right. " + "; ".join(told) + ".",
    )


def show_missed():
    """Show which hotels the small network takes for another class."""
    fig, axes = figure(width=2.8, height=2.7, columns=2)
    missed = []
    for ax, rows, labels, first in (
        (axes[0], ROWS, C, 1),
        (axes[1], ROWS_TEST, C_TEST, 25),
    ):
        plane(ax, test=first > 1)
        regions(ax, kept()[800], rows)
        for place in np.flatnonzero(says(rows).argmax(axis=1) != labels):
            missed.append(str(place + first))
            ax.plot(*rows[place], "o", mfc="none", mec=color.loss, ms=13, mew=2)
            ax.annotate(missed[-1], rows[place], (9, 5), textcoords="offset points")
        ax.set_title("test" if first > 1 else "training")
    show(
        fig,
        caption="The missed hotels are silver and lie just inside the region of gold. "
        "Rings: wrong; shaded: what the network of seed 1 says.",
        alt=f"The network of seed 1 has hotels {', '.join(missed)} wrong: silver "
        "hotels that lie on the gold side of the boundary.",
    )


# -- the matrix ------------------------------------------------------------------------

SPLITS = {"training hotels": (ROWS, C), "test hotels": (ROWS_TEST, C_TEST)}


def table_of(split, epochs=800):
    """Return the confusion matrix of the shown network, (3, 3)."""
    rows, labels = SPLITS[split]
    return confusion_matrix(labels, says(rows, epochs).argmax(axis=1), 3)


def draw_table(rows, epochs):
    """Draw the confusion matrix after some epochs, with the scores at its margins."""
    table = table_of(rows, epochs)
    _, ax = figure(height=3.1)
    matrix(ax, table)
    right, total = int(table.trace()), int(table.sum())
    never = [CLASSES[k] for k in range(3) if not table[:, k].any()]
    words = f" {never[0].capitalize()} is never named." if never else ""
    lines = "; ".join(
        f"{name} {', '.join(map(str, row))}"
        for name, row in zip(CLASSES, table.tolist(), strict=True)
    )
    return (
        f"{rows.capitalize()}, {epochs} epochs: {right} of {total} right. Rows of the "
        f"table: {lines}.{words}"
    )


def matrix(ax, table):
    """Draw a 3 by 3 confusion matrix; recall to its right, precision below."""
    table = np.asarray(table)
    found = scores_by_class(table)
    for row in range(3):
        for column in range(3):
            face = color.surface if row == column else color.paper
            box = Rectangle((column, row), 1, 1, fc=face, ec=color.muted, lw=1)
            ax.add_patch(box)
            _write(ax, column, row, table[row, column], size=16)
        ax.text(-0.1, row + 0.5, f"is {CLASSES[row]}", ha="right", va="center",
                color=color.data)  # fmt: skip
        _write(ax, row, -0.75, CLASSES[row], color=color.model)
        _write(ax, 3.1, row, f"{found['recall'][row]:.3f}")
        named = table[:, row].any()
        _write(ax, row, 2.9, f"{found['precision'][row]:.3f}" if named else "–")
    ax.text(-0.1, -0.25, "said", ha="right", va="center", color=color.model)
    _write(ax, 3.1, -0.75, "recall")
    ax.text(-0.1, 3.4, "precision", ha="right", va="center")
    ax.set(xlim=(-1.75, 4.2), ylim=(3.8, -0.6))
    ax.axis("off")


def _write(ax, column, row, text, **style):
    """Write into the middle of a field."""
    ax.text(column + 0.5, row + 0.5, str(text), ha="center", va="center", **style)


def show_matrix(table, what):
    """Show one confusion matrix with the scores of each class."""
    fig, ax = figure(height=3.1)
    matrix(ax, table)
    rows = "; ".join(
        f"is {name}: {', '.join(map(str, row))}"
        for name, row in zip(CLASSES, np.asarray(table).tolist(), strict=True)
    )
    show(
        fig,
        caption=f"The confusion matrix of {what}. Rows: what is; columns: what was "
        "said; on the shaded diagonal both agree.",
        alt=f"Rows {rows}; in the order gold, silver, bronze.",
    )
