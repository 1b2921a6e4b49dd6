"""Drawings of page 10.5: intermediate maps, learned filters, class maps."""

from functools import cache

import numpy as np

from dlcore import interpret
from dlcore.teach import chapter10_inside as inside
from dlcore.teach.chapter10_grids import frame, grays, sheet, signed, title
from dlcore.teach.figures import color, show

PICTURES = {"3 and 7": (3, 7), "6 and 4": (6, 4), "0 and 5": (0, 5), "2 alone": (2,)}
"""The pages that are shown, by their digits, left and right."""
LAYERS = (1, 2, 3)
SHOWN = 8
"""Maps of a layer that are drawn, those with the largest sum."""
PATTERNS = {
    "stroke down": [[0, 1, 0]] * 3,
    "stroke across": [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
    "slanted up": [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
    "slanted down": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "left side": [[1, 1, 0]] * 3,
    "right side": [[0, 1, 1]] * 3,
    "upper side": [[1, 1, 1], [1, 1, 1], [0, 0, 0]],
    "lower side": [[0, 0, 0], [1, 1, 1], [1, 1, 1]],
}
"""Ink that a filter may react to, 3 by 3 pixels."""
PATCH = 7
"""Rows and columns of the page that an entry of the third layer depends on."""


@cache
def page(picture):
    """Return one of the pages, (1, 8, 20, 1): the clearest test picture of each."""
    return inside.page_of(*[clearest(digit) for digit in PICTURES[picture]])


@cache
def clearest(digit):
    """Return the test picture of a digit that is read most surely, alone on a page."""
    rows = inside.X_TEST[digit == inside.Y_TEST][:12]
    pages = np.concatenate([inside.page_of(row) for row in rows])
    said = outputs(pages)[:, digit] - np.delete(outputs(pages), digit, 1).max(axis=1)
    return rows[said.argmax()]


def outputs(pages):
    """Return what the network says about pages, (rows, 10)."""
    return inside.trained().predict(pages, verbose=0)


@cache
def maps(picture):
    """Return the maps of the three convolutions, each (8, 20, channels)."""
    found = interpret.feature_maps(inside.trained(), page(picture))
    return [outputs[0] for outputs in found.values()][:3]


def class_map(picture, digit):
    """Return the class map of a digit on a page, (8, 20), with its signs."""
    W = inside.trained().layers[-1].get_weights()[0]
    return maps(picture)[-1] @ W[:, digit]


def in_half(values, half):
    """Return the share of the positive part of a map (8, 20) in a half, 0 or 1."""
    positive = np.maximum(values, 0)
    part = positive[:, inside.HALF * half : inside.HALF * (half + 1)]
    return float(part.sum() / max(positive.sum(), 1e-12))


def draw_heat(picture, digit):
    """Draw a page and, below it, where it speaks for a digit."""
    heat = class_map(picture, digit)
    said = outputs(page(picture))[0, digit]
    ax = sheet(19.2)
    title(ax, 0, 0.5, "the page", "left")
    grays(ax, 16 * page(picture)[0, :, :, 0], (0, 1.2), 1)
    title(ax, 0, 10.5, f"for and against {digit}", "left")
    signed(ax, heat, (0, 11.2), 1, largest=heat_limit())
    left = in_half(heat, 0)
    found = "says that it is there" if said > 0.5 else "says that it is not there"
    return (
        f"Page {picture}, asked for {digit}: the network {found}, with output "
        f"{said:.2f}. Of all that speaks for {digit}, {100 * left:.0f} % lies in the "
        f"left half and {100 - round(100 * left):.0f} % in the right."
    )


@cache
def heat_limit():
    """Return the largest entry of all class maps that are drawn."""
    return max(np.abs(class_map(p, d)).max() for p in PICTURES for d in range(10))


# -- layer by layer --------------------------------------------------------------------


def firing(picture, layer):
    """Return the share of entries above 0 in a layer, and how many maps have none."""
    found = maps(picture)[layer - 1]
    silent = int((found.max(axis=(0, 1)) <= 0).sum())
    return float((found > 0).mean()), silent


def draw_maps(picture, layer):
    """Draw the eight strongest maps of a layer for a page."""
    found = maps(picture)[layer - 1]
    strongest = np.argsort(-found.sum(axis=(0, 1)), kind="stable")[:SHOWN]
    ax = sheet(25.2)
    title(ax, 0, 0.5, "the page", "left")
    grays(ax, 16 * page(picture)[0, :, :, 0], (6, 0), 0.475)
    for place, channel in enumerate(sorted(strongest)):
        corner = (10.4 * (place % 2), 5.4 + 5.2 * (place // 2))
        title(ax, corner[0], corner[1] - 0.6, f"map {channel + 1}", "left")
        values = found[:, :, channel]
        grays(ax, values, corner, 0.475, largest=max(found.max(), 1e-9))
    share, silent = firing(picture, layer)
    return (
        f"Page {picture}, convolution {layer}: {found.shape[-1]} maps, of which the "
        f"{SHOWN} strongest are drawn. {100 * share:.0f} % of all entries are above 0; "
        f"{silent or 'none'} of the maps {'is' if silent == 1 else 'are'} silent."
    )


@cache
def firing_shares(count=100):
    """Return the share of entries above 0 in each convolution, over many pages."""
    pages, _ = inside.unseen(count)
    found = list(interpret.feature_maps(inside.trained(), pages).values())[:3]
    return [float((outputs > 0).mean()) for outputs in found]


# -- filters ---------------------------------------------------------------------------


def kernels():
    """Return the filters of the first convolution, (8, 3, 3), and their biases."""
    kernel, bias = inside.trained().layers[0].get_weights()
    return np.moveaxis(kernel[:, :, 0, :], -1, 0), bias


def reactions(number):
    """Return the sum z of a filter on each of the patterns, by name."""
    K, b = kernels()
    return {
        name: float((K[number - 1] * np.array(ink)).sum() + b[number - 1])
        for name, ink in PATTERNS.items()
    }


def favorite(number):
    """Return the pattern that a filter reacts to most, or "none of them"."""
    found = reactions(number)
    name = max(found, key=found.get)
    return name if found[name] > 0 else "none of them"


def draw_filter(number):
    """Draw one filter, what it gives for eight patterns, and its map of a page."""
    K, _ = kernels()
    ax = sheet(20.0)
    title(ax, 0, 0.5, f"filter {number}", "left")
    signed(ax, K[number - 1], (0, 1.4), 1.9, largest=np.abs(K).max())
    best = _draw_reactions(ax, reactions(number))
    title(ax, 0, 10.6, "its map of the page", "left")
    values = maps("3 and 7")[0][:, :, number - 1]
    grays(ax, values, (0, 11.5), 1, largest=maps("3 and 7")[0].max())
    name = favorite(number)
    return (
        f"Filter {number} reacts most to: {name}, with z = {best:.1f}. "
        f"{100 * (values > 0).mean():.0f} % of its map is above 0."
    ).replace("= -", "= −")


def _draw_reactions(ax, found):
    """Draw the patterns with what a filter gives for each; return the largest."""
    best = max(found.values())
    for place, (name, ink) in enumerate(PATTERNS.items()):
        x, y = 7.4 + 3.4 * (place % 4), 0.6 + 4.6 * (place // 4)
        grays(ax, 16 * np.array(ink), (x, y), 0.75)
        most = found[name] == best
        ax.text(x + 1.1, y + 3.1, f"{found[name]:.1f}".replace("-", "−"), ha="center",
                va="center", color=color.model if most else color.muted)  # fmt: skip
        if most:
            frame(ax, (x - 0.2, y - 0.2), 2.65, 2.65, color.model)
    return best


def show_filters():
    """Show all filters of the first convolution, with what each reacts to."""
    K, _ = kernels()
    ax = sheet(13.4)
    names = [favorite(number) for number in range(1, len(K) + 1)]
    for k, kernel in enumerate(K):
        corner = (5.2 * (k % 4), 6.9 * (k // 4))
        signed(ax, kernel, corner, 1.4, np.abs(K).max())
        words = names[k].split(" ")
        lines = [" ".join(words[:-1]), words[-1]] if len(words) > 1 else words
        title(ax, corner[0] + 2.1, corner[1] + 4.8, f"{k + 1}: {lines[0]}")
        title(ax, corner[0] + 2.1, corner[1] + 5.8, lines[-1])
    show(
        ax.figure,
        caption="The eight filters of the first layer, and the pattern that each "
        "reacts to most. Filled: ink here raises the sum; hollow: it lowers it.",
        alt="Eight filters of 3 by 3 weights. They react most to: "
        + ", ".join(f"{k + 1} {name}" for k, name in enumerate(names))
        + ".",
    )


# -- what drives a map of the last layer -----------------------------------------------


@cache
def patches(channel, count=5):
    """Return the patches of test pictures that drive a map of the third layer most.

    Returns:
        array (count, 7, 7), each patch from another picture.
    """
    pages = np.concatenate([inside.page_of(picture) for picture in inside.X_TEST])
    found = interpret.feature_maps(inside.trained(), pages)
    values = list(found.values())[2][..., channel]  # (pages, 8, 20)
    best = values.reshape(len(pages), -1).argmax(axis=1)
    peak = values.reshape(len(pages), -1).max(axis=1)
    border = PATCH // 2
    wide = np.pad(pages[..., 0], ((0, 0), (border, border), (border, border)))
    chosen = np.argsort(-peak, kind="stable")[:count]
    cut = [
        wide[row][y : y + PATCH, x : x + PATCH]
        for row in chosen
        for y, x in [divmod(int(best[row]), inside.WIDTH)]
    ]
    return np.array(cut)


def speaks_for(channel):
    """Return the digit whose output grows most with a map of the third layer."""
    return int(inside.trained().layers[-1].get_weights()[0][channel].argmax())


def chosen_maps(count=4):
    """Return maps of the third layer with the largest weights for different digits."""
    W = inside.trained().layers[-1].get_weights()[0]
    pages, _ = inside.unseen(300)
    found = interpret.feature_maps(inside.trained(), pages)
    strength = list(found.values())[2].mean(axis=(0, 1, 2)) * W.max(axis=1)
    picked = {}
    for channel in np.argsort(-strength, kind="stable"):
        picked.setdefault(speaks_for(channel), int(channel))
    return list(picked.values())[:count]


def show_patches():
    """Show what drives four maps of the third layer most."""
    channels = chosen_maps()
    ax = sheet(3.75 * len(channels))
    for row, channel in enumerate(channels):
        y = 3.75 * row + 0.2
        title(ax, 0, y + 1.1, f"map {channel + 1}", "left")
        title(ax, 0, y + 2.3, f"for {speaks_for(channel)}", "left")
        for place, patch in enumerate(patches(channel)):
            grays(ax, 16 * patch, (4.0 + 3.3 * place, y), 0.43)
    show(
        ax.figure,
        caption="Each map of the third layer has a taste. Rows: four maps; squares: "
        "the five patches of test pictures to which the map reacts most, and the digit "
        "for which the map has its largest weight.",
        alt="Four rows of five patches of 7 by 7 pixels. The patches of a row look "
        "alike: curves, corners and crossings of strokes. The rows are maps "
        + ", ".join(f"{c + 1}, for {speaks_for(c)}" for c in channels)
        + ".",
    )
