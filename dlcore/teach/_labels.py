"""Short numbers, and the room that text needs, for drawings of models."""

import re
from decimal import Decimal

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

SIZE = 12.0  # points
LINE = 15.0  # from one line of text to the next
_POWER = re.compile(r"(-?\d)(?:\.(\d+))?e([+-]\d+)")  # as Python writes it: 5.2e-07
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FONT = FontProperties(family="DejaVu Sans", size=SIZE)
_BOLD = FontProperties(family="DejaVu Sans", size=SIZE, weight="bold")


def compact(value, digits=3):
    """Return a number in few characters: 0.53, −12.3, 145, 1.2e6."""
    value = float(value)
    if not np.isfinite(value):
        return {"nan": "nan", "inf": "∞", "-inf": "−∞"}[str(value)]
    size = abs(value)
    if size >= 10 ** max(5, digits) or 0 < size < 10 ** (1 - digits) / 2:
        mantissa, exponent = f"{value:.1e}".split("e")
        text = f"{mantissa.removesuffix('.0')}e{int(exponent)}"
    else:
        whole = len(str(int(size)))
        text = f"{value:.{max(0, digits - whole)}f}"
        if "." in text and float(text) == value:  # exact: its zeros say nothing
            text = text.rstrip("0").removesuffix(".")
    if float(text) == 0:
        text = text.removeprefix("-")
    return text.replace("-", "−")


def ten_to(exponent):
    """Return a power of ten as text: 10⁻⁶."""
    return "10" + str(int(exponent)).translate(_RAISED)


def powered(number, decimals=1):
    """Return a number with its power of ten, which no line breaks: −4.6 · 10⁻⁶."""
    mantissa, exponent = f"{number:.{decimals}e}".split("e")
    return f"{mantissa}\u00a0·\u00a0{ten_to(exponent)}".replace("-", "−")


def readable(text):
    """Return 5.2e-07 as 5.2 · 10⁻⁷, and 5.2e-01 as 0.52; other text as it is."""
    found = _POWER.fullmatch(text)
    if not found:
        return text
    lead, decimals, exponent = found.groups(default="")
    if -3 <= int(exponent) < 3:
        return format(Decimal(text), "f")
    if lead == "1" and not decimals:
        return ten_to(exponent)
    return powered(float(text), len(decimals))


def text_width(text, bold=False):
    """Return the width of a line of text in points."""
    font = _BOLD if bold else _FONT
    return text_to_path.get_text_width_height_descent(text, font, False)[0]


def wrapped(text, width):
    """Break text at spaces so that its lines fit into a width, if words allow."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def canvas(ax, width, height):
    """Make one data unit one point of print, and hide the axes themselves."""
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.set_axis_off()


def free_spots(lines, widths, taken):
    """Find a place on each line for its label, clear of boxes and of each other.

    Args:
        lines: ((x0, y0), (x1, y1)) of each line.
        widths: of the labels, in points.
        taken: boxes (x, y, width, height) around their centers.

    Returns:
        A place (x, y) for each label, or None if there is not room for all.
    """
    steps = np.linspace(0.2, 0.8, 37)[:, None]
    tracks = [np.array(a) + steps * (np.array(b) - a) for a, b in lines]
    open_spots = [_room(t, w, taken) for t, w in zip(tracks, widths, strict=True)]
    chosen = [int(np.argmin(np.abs(steps[:, 0] - 0.5) - r)) for r in open_spots]
    left = [0.0] * len(tracks)
    for _ in range(8):  # each label in turn moves to where the others leave room
        for k, track in enumerate(tracks):
            others = [
                (*tracks[m][chosen[m]], widths[m], LINE - 2)
                for m in range(len(tracks))
                if m != k
            ]
            room = np.minimum(open_spots[k], _room(track, widths[k], others))
            middle = np.abs(steps[:, 0] - 0.5)
            chosen[k] = int(np.argmax(np.minimum(room, 5.0) - middle))
            left[k] = room[chosen[k]]
    if min(left) < -1:
        return None
    return [tuple(track[c]) for track, c in zip(tracks, chosen, strict=True)]


def _room(track, width, taken):
    """Return for each place of a track how far a label there is from all boxes."""
    room = np.full(len(track), 99.0)
    for x, y, other_width, height in taken:
        across = np.abs(track[:, 0] - x) - (width + other_width) / 2
        up = np.abs(track[:, 1] - y) - (LINE - 2 + height) / 2
        room = np.minimum(room, np.maximum(across, up))
    return room
