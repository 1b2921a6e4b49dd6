"""Figures for light, dark and print from one matplotlib drawing.

Authors use the role colors in `color`; `show` turns the drawing into SVG whose
colors are CSS variables and whose text stays text.
"""

import html
import itertools
import re
from contextlib import contextmanager

import matplotlib as mpl
import matplotlib.pyplot as plt
from cycler import cycler
from matplotlib.text import Text

from dlcore.teach import _svg, page
from dlcore.teach._roles import color
from dlcore.teach.quiz import markup

TEXT_SIZE = 12.0  # points; 12.3 px where a panel of 3.9 in is 288 px wide
NARROW = 288  # px that a drawing gets on a screen of 320 px
SMALLEST = 12  # px: 9 pt, the smallest text that a figure may show there

STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT_SIZE,
    "axes.titlesize": TEXT_SIZE,
    "axes.titlelocation": "left",
    "axes.labelsize": TEXT_SIZE,
    "xtick.labelsize": TEXT_SIZE,
    "ytick.labelsize": TEXT_SIZE,
    "legend.fontsize": TEXT_SIZE,
    "figure.titlesize": TEXT_SIZE,
    "mathtext.fontset": "dejavusans",
    "axes.formatter.min_exponent": 4,  # 100 and 0.01 on logarithmic axes, not 10²
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "axes.edgecolor": color.muted,
    "axes.labelcolor": color.ink,
    "axes.prop_cycle": cycler(
        color=[color.data, color.model, color.truth, color.gradient, color.loss],
        linestyle=["-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1))],
    ),
    "text.color": color.ink,
    "xtick.color": color.muted,
    "ytick.color": color.muted,
    "xtick.labelcolor": color.ink,
    "ytick.labelcolor": color.ink,
    "xtick.major.width": 0.8,
    "ytick.major.width": 0.8,
    "xtick.minor.size": 0,
    "ytick.minor.size": 0,
    "grid.color": color.border,
    "grid.linewidth": 0.6,
    "lines.linewidth": 2.0,
    "lines.markersize": 6.5,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
    "figure.dpi": 100,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}


def use_style():
    """Make the book's drawing style the matplotlib default of this process."""
    mpl.rcParams.update(STYLE)
    plt.ioff()


def figure(width=3.9, height=2.6, rows=1, columns=1, **subplots):
    """Make a figure in the book's style.

    Columns stand side by side where there is room and below one another on a
    narrow screen, so that text stays readable everywhere.

    Args:
        width, height: inches of one panel; the grid is as many times larger.
            A panel of 4 inches is the widest that is readable on a phone.
        rows, columns: panels, as in `plt.subplots`.
        **subplots: further arguments of `plt.subplots`.

    Returns:
        (figure, axes), as `plt.subplots` returns them.

    Example:
        >>> from dlcore import teach
        >>> fig, ax = teach.figure()
        >>> line = ax.plot([0, 10], [200, 110], color=teach.color.model)
    """
    size = (width * columns, height * rows)
    use_style()
    fig, axes = plt.subplots(rows, columns, figsize=size, **subplots)
    fig._dl_columns = columns
    return fig, axes


def to_svg(fig, prefix=None):
    """Return the figure as SVG for an HTML page.

    A figure of several columns becomes several drawings in one `span`.

    Args:
        fig: the matplotlib figure.
        prefix: starts every id in the SVG; a hash of the drawing when None.

    Raises:
        ValueError: text in the figure is too small to be read on a phone.
    """
    columns = getattr(fig, "_dl_columns", 1)
    if columns == 1:
        svg = _svg.drawing(fig, prefix)
        _check_text_size(fig, float(svg.split('viewBox="')[1].split()[2]))
        return svg
    _check_text_size(fig, 72 * fig.get_figwidth() / columns)
    drawings = [
        _svg.drawing(fig, prefix and f"{prefix}-{number}", part)
        for number, part in enumerate(_each_column(fig, columns))
    ]
    return f'<span class="dl-panels">{"".join(drawings)}</span>'


def show(fig, caption, alt, number=None):
    """Show a figure with its number, caption and description, and close it.

    Args:
        fig: the matplotlib figure.
        caption: the claim, then how to read it; with `code` and \\(formulas\\).
        alt: what the figure shows, with its numbers, for those who cannot see it.
        number: the figure's number; the next one of the page when None.

    Raises:
        ValueError: the description is missing or says too little, or text in the
            figure is too small.
    """
    alt = checked_alt(alt)
    caption = " ".join(caption.split())
    number = number or page.next_number()
    svg = to_svg(fig, prefix="dl-" + number.replace(".", "-"))
    plt.close(fig)
    page.publish(
        f'<figure class="dl-figure">{with_alt(svg, alt)}'
        '<figcaption class="tex2jax_process mathjax_process">'
        f"{numbered(number)} {markup(caption)}</figcaption></figure>",
        f"Figure {number}. {caption}\n[{alt}]",
    )


def numbered(number):
    """Return the line above a caption that says which figure it is of."""
    return f'<span class="dl-number">Figure {number}</span>'


def with_alt(svg, alt):
    """Return the drawing as one image with a description."""
    head, rest = svg.split(" ", 1)
    return f'{head} role="img" aria-label="{html.escape(alt)}" {rest}'


def checked_alt(alt):
    """Return the description of a figure, or say why it is not one.

    Raises:
        ValueError: it is empty, short, or only says that there is a figure.
    """
    alt = " ".join((alt or "").split())
    empty_words = ("figure of", "image of", "picture of", "graph showing")
    if len(alt) >= 20 and not alt.lower().startswith(empty_words):
        return alt
    raise ValueError(
        "A figure needs a description (alt) for readers who cannot see it.\n"
        f"  came: {alt!r}\n"
        "  change: say in a sentence what it shows, with its numbers; at least 20 "
        "characters, not starting with 'Figure of'."
    )


def describe(ax, digits=3):
    """Put what is plotted into words, from its numbers, as part of an alt text.

    Args:
        ax: the axes; lines and points with a label are described.
        digits: significant digits.

    Returns:
        For example "loss: from 5 at epoch 0 to 1 at epoch 9, lowest 0.8 at epoch 7".
    """
    name = " ".join(re.sub(r"\$[^$]*\$|\(.*?\)", "", ax.get_xlabel()).split()) or "x"
    artists = [*ax.get_lines(), *ax.collections]
    labelled = [a for a in artists if not str(a.get_label()).startswith("_")]
    return "; ".join(
        _line_in_words(a, name, digits)
        if hasattr(a, "get_ydata")
        else _points_in_words(a, digits)
        for a in labelled
    )


def _line_in_words(line, name, digits):
    x, y = line.get_xdata(), line.get_ydata()

    def at(i):
        return f"{y[i]:.{digits}g} at {name} {x[i]:.{digits}g}"

    words = f"{line.get_label()}: from {at(0)} to {at(-1)}"
    ends = sorted([y[0], y[-1]])
    if y.min() < ends[0]:
        words += f", lowest {at(y.argmin())}"
    if y.max() > ends[1]:
        words += f", highest {at(y.argmax())}"
    return words


def _points_in_words(points, digits):
    (x0, y0), (x1, y1) = points.get_offsets().min(0), points.get_offsets().max(0)
    return (
        f"{points.get_label()}: {len(points.get_offsets())} points, "
        f"x from {x0:.{digits}g} to {x1:.{digits}g}, "
        f"y from {y0:.{digits}g} to {y1:.{digits}g}"
    )


def label_line(line, text=None, at=-1, dx=5, dy=0, **options):
    """Write a label at a line, in its color, instead of a legend.

    Args:
        line: what `ax.plot` returned (one line).
        text: the label; the line's own label when None.
        at: index of the point that the label stands at; the last one by default.
        dx, dy: distance from that point in points of print.
        **options: further arguments of `ax.annotate`.
    """
    if text is None:
        text = line.get_label()
    x, y = line.get_xdata()[at], line.get_ydata()[at]
    ha = "left" if dx > 0 else "right" if dx < 0 else "center"
    va = "center" if dy == 0 else "bottom" if dy > 0 else "top"
    style = {"ha": ha, "va": va, "color": line.get_color(), "annotation_clip": False}
    offset = {"xytext": (dx, dy), "textcoords": "offset points"}
    return line.axes.annotate(text, (x, y), **offset, **(style | options))


def _check_text_size(fig, panel_width):
    least = SMALLEST * panel_width / NARROW
    for text in fig.findobj(Text):
        shown = text.get_visible() and text.get_text().strip()
        if shown and text.get_fontsize() < least - 0.1:
            raise ValueError(
                "Text in a figure must be 9 pt or more on a screen of 320 px.\n"
                f"  came: {text.get_text()!r} in {text.get_fontsize():.3g} pt in a "
                f"panel of {panel_width / 72:.3g} in\n"
                f"  change: write it in {least:.3g} pt or more, or make the panel "
                "narrower and put panels into columns."
            )


def _each_column(fig, columns):
    """Lay the figure out once, then show one column of axes after the other.

    All parts get the width of one panel, so that their text has one size. The
    figure gives up the width that its narrower columns do not need.
    """
    width = 72 * fig.get_figwidth()
    panel = width / columns
    edges = _column_edges(fig, columns)
    widest = max(right - left for left, right in itertools.pairwise(edges))
    fig.set_figwidth((width - columns * (widest - panel)) / 72)
    edges = _column_edges(fig, columns)
    fig.set_layout_engine("none")
    groups = _axes_by_column(fig, columns)
    for group, right in zip(groups, edges[1:], strict=True):
        with _only(fig.axes, group):
            yield right - panel, right
    fig.set_figwidth(width / 72)


def _column_edges(fig, columns):
    """Return the left edge, the cuts between columns and the right edge, in points."""
    _svg.lay_out(fig)
    boxes = [
        [ax.get_tightbbox() for ax in group] for group in _axes_by_column(fig, columns)
    ]
    scale = 72 / fig.dpi
    cuts = [
        (max(b.x1 for b in left) + min(b.x0 for b in right)) / 2 * scale
        for left, right in itertools.pairwise(boxes)
    ]
    return [0.0, *cuts, 72 * fig.get_figwidth()]


def _axes_by_column(fig, columns):
    groups = [[] for _ in range(columns)]
    for ax in fig.axes:
        box = ax.get_position()
        middle = (box.x0 + box.x1) / 2
        groups[min(int(middle * columns), columns - 1)].append(ax)
    return groups


@contextmanager
def _only(axes, shown):
    before = [ax.get_visible() for ax in axes]
    for ax in axes:
        ax.set_visible(ax.get_visible() and ax in shown)
    try:
        yield
    finally:
        for ax, visible in zip(axes, before, strict=True):
            ax.set_visible(visible)
