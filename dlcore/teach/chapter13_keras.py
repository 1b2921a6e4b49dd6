"""Drawings and tables of page 13.1: from dlcore to Keras and back."""

import numpy as np

import dlcore
from dlcore.lookup import snake_case
from dlcore.teach import chapter13_same as same
from dlcore.teach.figures import color, figure, show
from dlcore.teach.layer_boxes import draw_layers
from dlcore.teach.tables import table

# -- the same numbers ------------------------------------------------------------------


def gaps(optimizer, start="the same weights"):
    """Return how far the losses of dlcore and Keras are apart, step by step."""
    theirs = same.kept()["race"][optimizer][start]
    return np.abs(np.subtract(same.race(optimizer), theirs))


def draw_race(optimizer, start):
    """Draw the losses of both libraries, and how far they are apart."""
    ours, theirs = same.race(optimizer), same.kept()["race"][optimizer][start]
    gap = gaps(optimizer, start)
    _, (left, right) = figure(width=3.1, height=2.6, columns=2)
    steps = np.arange(same.STEPS)
    left.plot(steps, ours, "-", color=color.model, lw=1.6)
    left.plot(steps[::5], theirs[::5], "o", mfc="none", mec=color.data, ms=6)
    left.text(58, 1.83, "line: dlcore", color=color.model, ha="right")
    left.text(58, 1.63, "rings: Keras", color=color.data, ha="right")
    left.set(xlim=(-1, 60), ylim=(0, 2), xticks=[0, 30, 60], yticks=[0, 1, 2])
    left.set(xlabel="step", ylabel="loss")
    right.semilogy(steps, np.maximum(gap, 1e-9), "-", color=color.loss, lw=1.6)
    right.set(xlim=(-1, 60), ylim=(5e-10, 3), xticks=[0, 30, 60])
    right.set(xlabel="step", ylabel="apart by")
    right.set_yticks([1e-9, 1e-6, 1e-3, 1], ["10⁻⁹", "10⁻⁶", "10⁻³", "1"])
    right.minorticks_off()
    far = f"up to {gap.max():.2f}" if gap.max() > 1e-5 else "less than 0.00001"
    return (
        f"{optimizer}, Keras from {start}: after {same.STEPS} steps the loss of dlcore "
        f"is {ours[-1]:.3f}, that of Keras {theirs[-1]:.3f}; they are apart by {far}."
    )


# -- the programs of the book ----------------------------------------------------------


def largest_share(model):
    """Return the layer with the most parameters, and its share of them."""
    layer = max(model.layers, key=lambda layer: layer.count_params())
    return layer, layer.count_params() / model.count_params()


def draw_program(program):
    """Draw a program's layers as boxes, with the shapes behind each of them."""
    model = same.build(program)
    draw_layers(model, names=False)
    layer, share = largest_share(model)
    kind = type(layer).__name__
    return (
        f"{program[0].upper()}{program[1:]}: {model.count_params():,} parameters. The "
        f"largest layer, a {kind}, has {layer.count_params():,}, {100 * share:.0f} % "
        "of them."
    )


WORK_FLOW = {
    "define": ("Sequential([...])", "layers, weights"),
    "compile": ("compile(...)", "optimizer, loss, metrics"),
    "fit": ("fit(x, y)", "trained weights, history"),
    "evaluate": ("evaluate(x, y)", "loss and metrics of new rows"),
    "predict": ("predict(x)", "outputs, nothing to compare"),
}


def show_work_flow():
    """Show the five steps of every program, each with its call and what it leaves."""
    fig, ax = figure(width=3.9, height=3.4)
    ax.set(xlim=(0, 10), ylim=(0.35, 5.6))
    ax.set_axis_off()
    for number, (step, (call, leaves)) in enumerate(WORK_FLOW.items()):
        y = 5 - number
        ax.text(0.1, y + 0.2, step, weight="bold", color=color.ink, va="center")
        ax.text(3.1, y + 0.2, call, family="monospace", color=color.model, va="center")
        ax.text(3.1, y - 0.2, leaves, color=color.muted, va="center")
        if number:
            arrow = {"arrowstyle": "-|>", "color": color.muted, "lw": 1.2}
            ax.annotate("", (0.6, y + 0.45), (0.6, y + 0.95), arrowprops=arrow)
    show(
        fig,
        caption="Five calls make a program. Beside each, what the model has, or gives, "
        "afterward.",
        alt="Five steps in a column, joined by arrows: define leaves layers and "
        "weights, compile the optimizer, loss and metrics, fit trained weights and a "
        "history, evaluate loss and metrics of new rows, predict outputs.",
    )


# -- the catalogue ---------------------------------------------------------------------

TAUGHT = {
    "losses": {
        "5.5": "MeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError "
        "MeanSquaredLogarithmicError SquaredHinge Hinge CategoricalHinge LogCosh "
        "KLDivergence Poisson CosineSimilarity Huber",
        "5.2": "CategoricalCrossentropy SparseCategoricalCrossentropy",
        "4.2": "BinaryCrossentropy",
    },
    "optimizers": {
        "6.2": "SGD",
        "6.5": "RMSprop Adagrad Adam AdamW",
        "13.1": "Adadelta Nadam",
    },
    "metrics": {
        "4.3": "BinaryAccuracy Precision Recall F1Score",
        "5.3": "CategoricalAccuracy SparseCategoricalAccuracy",
        "2.1": "MeanSquaredError",
        "5.5": "MeanAbsoluteError",
        "13.1": "TopKCategoricalAccuracy SparseTopKCategoricalAccuracy AUC Mean "
        "RootMeanSquaredError R2Score",
    },
}
"""The page that explains each class of the library."""


def page_of(group, name):
    """Return the number of the page that explains a loss, an optimizer, a metric."""
    for number, names in TAUGHT[group].items():
        if name in names.split():
            return number
    raise KeyError(f"no page is listed for {group}.{name}")


def string_of(group, kind):
    """Return the strings that stand for a class, the shortest one first."""
    names = getattr(dlcore, group).NAMES
    found = [name for name, other in names.items() if other is kind]
    return ", ".join(sorted(found, key=len)) or snake_case(kind.__name__)


def catalogue(group):
    """Return rows (class, strings, name in Keras, page) of losses, optimizers, ..."""
    known = same.kept()["names"][group]
    return [
        (
            kind.__name__,
            string_of(group, kind),
            f"keras.{group}.{kind.__name__}" if kind.__name__ in known else "none",
            page_of(group, kind.__name__),
        )
        for kind in getattr(dlcore, group).CLASSES
    ]


def show_catalogue(group):
    """Show all classes of a group as a table; Keras has them under the same names."""
    header = ("class", "as a string", "page")
    rows = [(name, strings, number) for name, strings, _, number in catalogue(group)]
    caption = f"The {len(rows)} {group} of the library"
    table(header, rows, caption=caption)


# -- the four hotel tasks --------------------------------------------------------------


def hotel_rows(task):
    """Return x, y, x_test, y_test of a hotel task, scaled by the training rows."""
    (x, y), (x_test, y_test) = dlcore.datasets.hotels.load_data(task)
    scaler = dlcore.preprocessing.Standardizer().fit(x)
    if task == "nonlinear":
        prices = dlcore.preprocessing.Standardizer().fit(y)
        y, y_test = prices.transform(y), prices.transform(y_test)
    if task == "category":
        y, y_test = (dlcore.utils.to_categorical(labels, 3) for labels in (y, y_test))
    return scaler.transform(x), y, scaler.transform(x_test), y_test
