"""Page 10.5: three ways to ask where an answer came from, and whether they are true."""

from functools import cache

import numpy as np

from dlcore import interpret
from dlcore.teach import chapter10_inside as inside
from dlcore.teach.chapter10_grids import frame, grays, sheet, signed, title
from dlcore.teach.chapter10_maps import class_map, in_half, outputs, page
from dlcore.teach.figures import color, figure, show

METHODS = ("class map", "relevance", "occlusion")
ORDERS = ("relevance", "class map", "chance")
STEPS = (0, 2, 4, 6, 8, 10, 12, 15, 20)
"""Pixels that are wiped out, in this order or that."""

# -- the paper example -----------------------------------------------------------------

X = np.array([1.0, 2.0])
W = np.array([[1.0, 2.0], [1.0, -0.5]])
V = np.array([2.0, -1.0])
"""A network of two inputs, two ReLU units and one output, without biases."""


def small(x=X):
    """Return the hidden values a (2,) and the output z of the paper example."""
    a = np.maximum(x @ W, 0)
    return a, a @ V


def shared_out(x, W, z, R, epsilon=0.0):
    """Return the relevance of inputs, a layer's relevance shared out in proportion.

    Args:
        x: inputs (n,).
        W: weights (n, m).
        z: sums (m,), those of x @ W and perhaps a bias.
        R: relevance of the sums (m,).
        epsilon: is added to the size of z.
    """
    z = np.asarray(z, dtype=float)
    below = z + epsilon * np.where(z >= 0, 1.0, -1.0)
    share = np.divide(R, below, out=np.zeros_like(below), where=below != 0)
    return x * (W @ share)


# -- three methods on one page ---------------------------------------------------------


@cache
def evidence(method, picture, digit):
    """Return what speaks for a digit on a page by one of `METHODS`, (8, 20)."""
    if method == "class map":
        return class_map(picture, digit)
    model = inside.trained()
    if method == "relevance":
        return interpret.relevance(model, page(picture), digit)[0, :, :, 0]
    return interpret.occlusion(model, page(picture), digit, size=3)[0]


def draw_method(method, digit, picture="3 and 7"):
    """Draw a page and what speaks for and against a digit, by one method."""
    found = evidence(method, picture, digit)
    ax = sheet(19.2)
    title(ax, 0, 0.5, "the page", "left")
    grays(ax, 16 * page(picture)[0, :, :, 0], (0, 1.2), 1)
    title(ax, 0, 10.5, f"{method}, asked for {digit}", "left")
    largest = max(np.abs(found).max(), 1e-3)
    signed(ax, np.where(np.abs(found) < 0.01 * largest, 0, found), (0, 11.2), 1)
    left, right = in_half(found, 0), in_half(found, 1)
    plus = np.maximum(found, 0).sum()
    where = f"{100 * left:.0f} % of what speaks for it lies left"
    if max(left, right) == 0 or plus < 1e-3:
        where = "nothing to speak of speaks for it"
    bare = page(picture)[0, :, :, 0] == 0
    on_paper = np.abs(found[bare]).sum() / max(np.abs(found).sum(), 1e-12)
    return (
        f"By {method}, asked for {digit} (output "
        f"{outputs(page(picture))[0, digit]:.2f}): {where}; "
        f"{100 * on_paper:.0f} % of all sizes lie on pixels without ink."
    )


# -- are they true? --------------------------------------------------------------------


@cache
def asked(count=60):
    """Return pages with two different digits that are both found, and the left one.

    Returns:
        pages (rows, 8, 20, 1) and the digit of the left half (rows,).
    """
    rng = np.random.default_rng(5)
    pages, left = [], []
    while len(pages) < count:
        i, j = rng.integers(0, len(inside.X_TEST), 2)
        a, b = inside.Y_TEST[i], inside.Y_TEST[j]
        made = inside.page_of(inside.X_TEST[i], inside.X_TEST[j])
        if a != b and outputs(made)[0, [a, b]].min() > 0.5:
            pages.append(made)
            left.append(int(a))
    return np.concatenate(pages), np.array(left)


@cache
def wiped(order):
    """Return the mean output for the left digit after each of `STEPS`.

    Args:
        order: one of `ORDERS`; the pixel with the largest value goes first. Only
            pixels with ink are wiped, and by chance only those of the digit itself.
    """
    pages, labels = asked()
    rows = np.arange(len(pages))
    ink = pages[..., 0] > 0
    if order == "relevance":
        scores = interpret.relevance(inside.trained(), pages, labels)[..., 0]
    elif order == "class map":
        maps = list(interpret.feature_maps(inside.trained(), pages).values())[2]
        weights = inside.trained().layers[-1].get_weights()[0][:, labels]
        scores = np.einsum("nrsc,cn->nrs", maps, weights)
    else:
        scores = np.random.default_rng(6).random(ink.shape)
        ink[:, :, inside.HALF :] = False
    scores = np.where(ink, scores, -np.inf).reshape(len(pages), -1)
    ranks = np.argsort(-scores, axis=1, kind="stable")
    found = []
    for count in STEPS:
        less = pages.reshape(len(pages), -1).copy()
        less[rows[:, None], ranks[:, :count]] = 0.0
        found.append(outputs(less.reshape(pages.shape))[rows, labels].mean())
    return np.array(found)


def show_wiped():
    """Show how fast the output falls when pixels are wiped out, by order."""
    _, ax = figure(height=2.7)
    styles = (("-", color.model), ("--", color.data), (":", color.truth))
    for order, (line, ink) in zip(ORDERS, styles, strict=True):
        ax.plot(STEPS, wiped(order), line, color=ink)
        place = wiped(order)[-1] + {"class map": 0.05, "chance": -0.04}.get(order, 0)
        ax.text(STEPS[-1] + 0.4, place, order, color=ink, va="center")
    ax.set(xlabel="pixels wiped out", ylabel="mean output", ylim=(0, 1.05))
    ax.set(xlim=(0, 28), xticks=[0, 5, 10, 15, 20])
    ends = ", ".join(f"{order} {wiped(order)[5]:.2f}" for order in ORDERS)
    show(
        ax.figure,
        caption="Wiping out what matters most makes the output fall fastest. Lines: "
        "mean output for a digit that is there, over 60 pages, after so many of its "
        "pixels were made white, in three orders.",
        alt=f"Mean output after ten pixels: {ends}. All begin at "
        f"{wiped('chance')[0]:.2f}.",
    )


# -- a network that was cheated --------------------------------------------------------


@cache
def marked_counts():
    """Return what the cheated network says about test pictures.

    Returns:
        dict of "as in training", "no marks" and "all marked" to (accuracy, share of
        the eights that are found, share of all pictures that are called 8).
    """
    eight = inside.Y_TEST == inside.MARKED
    cases = {
        "as in training": eight,
        "no marks": np.zeros_like(eight),
        "all marked": np.ones_like(eight),
    }
    found = {}
    for name, rows in cases.items():
        said = reads(inside.marked(inside.X_TEST, rows))
        found[name] = (
            float((said == inside.Y_TEST).mean()),
            float((said[eight] == inside.MARKED).mean()),
            float((said == inside.MARKED).mean()),
        )
    return found


def reads(x):
    """Return what the cheated network takes pictures for, (rows,)."""
    return inside.trained_marked().predict(x, verbose=0).argmax(axis=1)


@cache
def cheated():
    """Return three marked pictures of an 8, and the relevance of each pixel, (3, 8, 8).

    The share of what speaks for the 8 that lies on the mark comes third.
    """
    eights = inside.X_TEST[inside.Y_TEST == inside.MARKED][[3, 8, 13]]
    x = inside.marked(eights, np.ones(3, dtype=bool))
    R = interpret.relevance(inside.trained_marked(), x, inside.MARKED)[..., 0]
    plus = np.maximum(R, 0)
    return x[..., 0], R, plus[:, :2, :2].sum(axis=(1, 2)) / plus.sum(axis=(1, 2))


def show_cheated():
    """Show marked pictures of an 8, and what made the network say so."""
    x, R, shares = cheated()
    ax = sheet(13.4)
    for k in range(3):
        grays(ax, 16 * x[k], (7.1 * k, 0), 0.72)
        signed(ax, R[k], (7.1 * k, 7), 0.72)
        frame(ax, (7.1 * k - 0.1, 6.9), 1.64, 1.64, color.truth, 1.4)
    show(
        ax.figure,
        caption="An excellent score, for the wrong reason. Above: pictures of an 8, as "
        "the network was trained on them; below: the relevance of each pixel for the "
        "8, filled where it speaks for it; frame: the mark.",
        alt="Three pictures of an 8 with four black pixels in the upper left corner. "
        "Of what speaks for the 8, "
        + ", ".join(f"{100 * share:.0f} %" for share in shares)
        + " lies on the mark.",
    )
