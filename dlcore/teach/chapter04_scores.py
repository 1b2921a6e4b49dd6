"""Numbers and drawings of page 4.3: how good is a classifier?

Confusion matrices, the scores made from them, and what a threshold does to all.
"""

from functools import cache

import numpy as np

from dlcore.datasets import card_fraud
from dlcore.metrics import confusion_matrix, scores_by_class
from dlcore.teach.chapter04 import (
    HOT,
    HOT_TEST,
    ROWS,
    ROWS_TEST,
    X_TEST,
    X,
    Y,
    boundary,
    kept,
    plane,
    says,
)
from dlcore.teach.classifiers import (
    cross_entropies,
    logits_many,
    probabilities_many,
    sigmoid,
    train_classifiers,
)
from dlcore.teach.figures import color, figure, show

CELLS = (("TN", "FP"), ("FN", "TP"))


def scores(actual, predicted):
    """Return matrix, accuracy, precision, recall and F1 of class 1 as a dict."""
    matrix = confusion_matrix(actual, predicted, 2)
    found = {name: float(pair[1]) for name, pair in scores_by_class(matrix).items()}
    return found | {"matrix": matrix, "accuracy": matrix.trace() / matrix.sum()}


def percent(share, digits=1):
    """Return a share as text in percent."""
    return f"{100 * share:.{digits}f}\N{NO-BREAK SPACE}%"


# -- the matrix ------------------------------------------------------------------------


def draw_matrix(ax, matrix, lit=None):
    """Draw a 2 by 2 confusion matrix: rows are actual, columns predicted."""
    for row in (0, 1):
        for column in (0, 1):
            right = row == column
            ax.add_patch(
                _box(column, row, color.surface if right else color.paper, lit)
            )
            ax.text(column + 0.5, row + 0.42, str(matrix[row][column]), size=17,
                    ha="center", va="center")  # fmt: skip
            ax.text(column + 0.5, row + 0.8, CELLS[row][column], ha="center",
                    va="center", color=color.muted)  # fmt: skip
    for place in (0, 1):
        ax.text(place + 0.5, -0.17, f"said {place}", ha="center", color=color.model)
        ax.text(-0.1, place + 0.5, f"is {place}", ha="right", va="center",
                color=color.data)  # fmt: skip
    ax.set(xlim=(-0.75, 2.05), ylim=(2.05, -0.4))
    ax.set_aspect("equal")
    ax.axis("off")


def _box(column, row, face, lit):
    from matplotlib.patches import Rectangle

    thick = lit == (row, column)
    edge = color.model if thick else color.muted
    return Rectangle((column, row), 1, 1, fc=face, ec=edge, lw=3 if thick else 1,
                     zorder=2 if thick else 1)  # fmt: skip


PAPER_ACTUAL = np.array([1, 0, 0, 1, 1, 0, 1, 0])
PAPER_OUTPUT = np.array([0.9, 0.2, 0.6, 0.4, 0.7, 0.1, 0.8, 0.3])
KIND = {(0, 0): "a true negative", (0, 1): "a false positive",
        (1, 0): "a false negative", (1, 1): "a true positive"}  # fmt: skip


def draw_filling(row):
    """Draw the matrix after so many rows of the paper example were sorted into it."""
    said = (PAPER_OUTPUT > 0.5).astype(int)
    counts = np.zeros((2, 2), dtype=int)
    np.add.at(counts, (PAPER_ACTUAL[:row], said[:row]), 1)
    lit = (int(PAPER_ACTUAL[row - 1]), int(said[row - 1])) if row else None
    _, ax = figure(height=2.6)
    draw_matrix(ax, counts, lit)
    if not row:
        return "No row is sorted in yet."
    return (
        f"Row {row}: label {lit[0]}, output {PAPER_OUTPUT[row - 1]:g}, so it is called "
        f"{lit[1]}: {KIND[lit]}."
    )


def show_matrix(actual, predicted, what):
    """Show the confusion matrix of some rows."""
    found = scores(actual, predicted)
    (tn, fp), (fn, tp) = found["matrix"].tolist()
    fig, ax = figure(height=2.6)
    draw_matrix(ax, found["matrix"])
    show(
        fig,
        caption=f"The confusion matrix of {what}. Rows: what is; columns: what was "
        "said; on the shaded diagonal both agree.",
        alt=f"TN {tn}, FP {fp}, FN {fn}, TP {tp}.",
    )


# -- payments --------------------------------------------------------------------------

FRAUD, SAID = card_fraud.load_data()
RULES = {
    "always honest": np.zeros(100, dtype=int),
    "the classifier": SAID,
    "always fraud": np.ones(100, dtype=int),
}
SIGNS = {(0, 0): "·", (0, 1): "!", (1, 0): "✗", (1, 1): "✓"}


def draw_payments(rule):
    """Draw the 100 payments, each with what it is and what a rule says of it."""
    said = RULES[rule]
    found = scores(FRAUD, said)
    (_, fp), (fn, tp) = found["matrix"].tolist()
    _, ax = figure(height=2.7)
    for kind, sign in SIGNS.items():
        chosen = np.flatnonzero((kind[0] == FRAUD) & (kind[1] == said))
        x, y = chosen % 20, chosen // 20
        marker = {"·": ".", "!": "^", "✗": "x", "✓": "o"}[sign]
        ink = {"·": color.muted, "!": color.model, "✗": color.loss, "✓": color.data}
        ax.plot(x, y, marker, color=ink[sign], ms=4 if sign == "·" else 9,
                mew=2 if sign == "✗" else 1)  # fmt: skip
    ax.set(xlim=(-0.8, 19.8), ylim=(4.8, -0.8))
    ax.axis("off")
    return (
        f"{rule.capitalize()}: accuracy {percent(found['accuracy'], 0)}. Of 7 frauds "
        f"{tp} are caught (discs) and {fn} missed (crosses); {fp} honest payments are "
        "stopped (triangles)."
    )


SHARES = (0.1, 1, 2, 5, 7, 10, 20, 35, 50)


def imbalanced(share):
    """Return the scores of two rules where `share` percent of 100,000 are frauds.

    The classifier finds 2 in 7 frauds and stops 3 in 93 honest payments, as above.
    """
    frauds = 1000.0 * share
    honest = 100000.0 - frauds
    tp, fp = frauds * 2 / 7, honest * 3 / 93
    accuracy = (tp + honest - fp) / 100000
    precision, recall = tp / (tp + fp), 2 / 7
    f1 = 2 * precision * recall / (precision + recall)
    return {"trivial": honest / 100000, "accuracy": accuracy, "precision": precision,
            "recall": recall, "F1": f1}  # fmt: skip


def draw_imbalance(share):
    """Draw the scores of the classifier for a share of frauds."""
    found = imbalanced(share)
    names = ["always honest: accuracy", "accuracy", "precision", "recall", "F1"]
    _bars(figure(height=2.5)[1], names, list(found.values()))
    ahead = "above" if found["accuracy"] > found["trivial"] else "below"
    return (
        f"{share:g} % frauds. Accuracy {percent(found['accuracy'])}, {ahead} the "
        f"{percent(found['trivial'])} of always saying honest; precision "
        f"{percent(found['precision'])}, recall {percent(found['recall'])}."
    )


def _bars(ax, names, values):
    """Draw shares as bars with their numbers."""
    inks = [color.muted] * (len(names) - 4) + [color.truth, color.model, color.data]
    inks += [color.gradient]
    ax.barh(names, values, color=inks, height=0.62)
    for place, value in enumerate(values):
        ax.text(1.02, place, f"{100 * value:.1f}", va="center", ha="left")
    ax.set(xlim=(0, 1.22), xticks=[0, 0.5, 1])
    ax.set_xticklabels(["0", "50 %", "100 %"])
    ax.invert_yaxis()


# -- the threshold ---------------------------------------------------------------------


@cache
def payments():
    """Return labels and outputs of 1000 payments made up from a seed, 70 of them fraud.

    Frauds get logits around 0, honest payments around -4: they overlap.
    """
    generator = np.random.default_rng(7)
    actual = np.repeat([0, 1], [930, 70])
    z = generator.normal(np.where(actual == 1, 0.2, -3.6), 1.5)
    return actual, sigmoid(z)


GROUPS = ("24 hotels", "1000 payments")
THRESHOLDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


def outputs(group):
    """Return labels and outputs of one group of rows."""
    return (HOT.astype(int), says(ROWS)) if group == GROUPS[0] else payments()


def at_threshold(group, threshold):
    """Return the scores of a group where outputs above the threshold count as 1."""
    actual, output = outputs(group)
    return scores(actual, (output > threshold).astype(int))


def best_threshold(group):
    """Return the listed threshold with the highest F1, and that F1."""
    f1 = [at_threshold(group, t)["f1"] for t in THRESHOLDS]
    return THRESHOLDS[int(np.argmax(f1))], max(f1)


def draw_threshold(data, threshold):
    """Draw outputs, matrix and scores for a threshold."""
    actual, output = outputs(data)
    found = at_threshold(data, threshold)
    (tn, fp), (fn, tp) = found["matrix"].tolist()
    _, axes = figure(width=2.7, height=2.9, columns=2)
    _histogram(axes[0], actual, output, threshold)
    names = ["accuracy", "precision", "recall", "F1"]
    values = [found[name.lower()] for name in names]
    _bars(axes[1], names, values)
    axes[1].set_title(f"TN {tn}  FP {fp}\nFN {fn}  TP {tp}")
    precision = percent(found["precision"]) if tp + fp else "not defined"
    return (
        f"{data}, threshold {threshold:g}: TN {tn}, FP {fp}, FN {fn}, TP {tp}. "
        f"Accuracy {percent(found['accuracy'])}, precision {precision}, recall "
        f"{percent(found['recall'])}, F1 {percent(found['f1'])}."
    )


def _histogram(ax, actual, output, threshold):
    """Draw how often each class gets which output, class 1 up and class 0 down."""
    bins = np.linspace(0, 1, 11)
    up, _ = np.histogram(output[actual == 1], bins)
    down, _ = np.histogram(output[actual == 0], bins)
    middle = bins[:-1] + 0.05
    ax.bar(middle, up / up.sum(), width=0.09, color=color.data)
    ax.bar(middle, -down / down.sum(), width=0.09, color=color.muted)
    ax.axvline(threshold, color=color.model, ls="--")
    ax.axhline(0, color=color.ink, lw=0.8)
    ax.set(xlim=(0, 1), ylim=(-1, 1), yticks=[], xlabel="output a")
    ax.text(-0.04, 0.5, "is 1", color=color.data, ha="right", va="center")
    ax.text(-0.04, -0.5, "is 0", color=color.muted, ha="right", va="center")


# -- hotels: many starts, two sizes ----------------------------------------------------

NETWORKS = {"one neuron": (), "2-3-1": (3,), "2-5-10-1": (5, 10)}


@cache
def many(hidden=(3,), initializer="glorot_uniform", epochs=800):
    """Return 200 networks of one size, seeds 0 to 199, trained at once."""
    return train_classifiers(
        X, Y, range(200), hidden, epochs, initializer=initializer, record=[200]
    )


def right_of(runs):
    """Return how many of 24 training and 8 test hotels each network has right."""
    test = probabilities_many(X_TEST, runs.weights) > 0.5
    return (
        ((runs.probability > 0.5) == HOT).sum(axis=1),
        (test == HOT_TEST).sum(axis=1),
    )


def show_distribution():
    """Show how many training hotels 200 small and 200 larger networks have right."""
    fig, axes = figure(width=2.6, height=2.3, columns=2, sharey=True)
    told = []
    for ax, name in zip(axes, ("2-3-1", "2-5-10-1"), strict=True):
        right, _ = right_of(many(NETWORKS[name]))
        share = [100 * float(np.mean(right == k)) for k in range(20, 25)]
        ax.bar(range(20, 25), share, color=color.model, width=0.7)
        for k, value in zip(range(20, 25), share, strict=True):
            ax.text(k, value + 2, f"{value:.1f}", ha="center")
        ax.set(title=name, ylim=(0, 100), xlabel="right of 24", yticks=[0, 50, 100])
        told.append(
            f"{name}: " + ", ".join(
                f"{k} right in {value:.1f} %"
                for k, value in zip(range(20, 25), share, strict=True)
            )
        )  # fmt: skip
    axes[0].set_ylabel("% of starts")
    show(
        fig,
        caption="The larger network gets all 24 training hotels right from most "
        "starts. 200 starts each, 800 epochs; above each bar its percentage.",
        alt="; ".join(told) + ".",
    )


def show_missed():
    """Show which hotels the small network has on the wrong side."""
    fig, axes = figure(width=2.8, height=2.7, columns=2)
    missed = []
    for ax, rows, hot, test in (
        (axes[0], ROWS, HOT, False),
        (axes[1], ROWS_TEST, HOT_TEST, True),
    ):
        plane(ax, test)
        boundary(ax, kept()[800])
        wrong = np.flatnonzero((says(rows) > 0.5) != hot)
        for place in wrong:
            number = int(place) + (25 if test else 1)
            missed.append(str(number))
            ax.plot(*rows[place], "o", mfc="none", mec=color.loss, ms=13, mew=2)
            offset = (-5, -20) if number == 10 else (9, 5)
            ax.annotate(str(number), rows[place], offset, textcoords="offset points")
        ax.set_title("test" if test else "training")
    show(
        fig,
        caption="The missed hotels lie close to the boundary in training, and far "
        "beyond it in the test. Rings: wrong side; shaded: called hot.",
        alt=f"The network of seed 1 has hotels {', '.join(missed)} on the wrong side.",
    )


def draw_sizes(network, epochs):
    """Draw the boundary of a network after some epochs, seed 1."""
    hidden = NETWORKS[network]
    weights = kept(hidden)[epochs]
    _, ax = figure(height=2.9)
    plane(ax)
    boundary(ax, weights)
    z = logits_many(X, weights)[0]
    right = int(((z > 0) == HOT).sum())
    test = int(((logits_many(X_TEST, weights)[0] > 0) == HOT_TEST).sum())
    cost = cross_entropies(z, Y[:, 0])
    return (
        f"{network.capitalize()}, {epochs} epochs: {right} of 24 training hotels "
        f"right, {test} of 8 test hotels. Cost {cost:.3f}."
    )
