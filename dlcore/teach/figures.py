"""Figures for light, dark and print from one matplotlib drawing.

Authors use the role colors in `color`; `show` turns the drawing into SVG whose
colors are CSS variables and whose text stays text.
"""

import html
from types import SimpleNamespace

import matplotlib as mpl
import matplotlib.pyplot as plt
from cycler import cycler

from dlcore.teach import page
from dlcore.teach._svg import FONT, drawing

color = SimpleNamespace(
    data="#0072B2",
    model="#D55E00",
    truth="#1A1A1C",
    gradient="#009E73",
    loss="#CC79A7",
    ink="#000000",
    muted="#5F6368",
    border="#C4C7CC",
    paper="#FFFFFF",
)

TEXT_SIZE = 12.0  # points; 12.3 px where a panel is 288 px wide

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
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "axes.edgecolor": color.muted,
    "axes.labelcolor": color.ink,
    "axes.prop_cycle": cycler(
        color=[color.data, color.model, color.truth, color.gradient, color.loss],
        linestyle=["-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1))],
    ),
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
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}


def use_style():
    """Make the book's drawing style the matplotlib default of this process."""
    mpl.rcParams.update(STYLE)
    plt.ioff()


def figure(width=3.9, height=2.6, rows=1, columns=1, **subplots):
    """Make a figure in the book's style.

    Args:
        width, height: inches of one panel; the whole grid is as many times larger.
        rows, columns: panels, as in `plt.subplots`.
        **subplots: further arguments of `plt.subplots`.

    Returns:
        (figure, axes), as `plt.subplots` returns them.
    """
    size = (width * columns, height * rows)
    with mpl.rc_context(STYLE):
        return plt.subplots(rows, columns, figsize=size, **subplots)


def to_svg(fig, prefix=None):
    """Return the figure as SVG for an HTML page.

    Args:
        fig: the matplotlib figure.
        prefix: starts every id in the SVG; a hash of the drawing when None.
    """
    return drawing(fig, prefix)


def show(fig, caption, alt, number=None):
    """Show a figure with its number, caption and description, and close it.

    Args:
        fig: the matplotlib figure.
        caption: the claim, then how to read it.
        alt: what the figure shows, with its numbers, for those who cannot see it.
        number: the figure's number; the next one of the page when None.

    Raises:
        ValueError: the description is missing or says too little.
    """
    alt = checked_alt(alt)
    number = number or page.next_number()
    svg = to_svg(fig, prefix="dl-" + number.replace(".", "-"))
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
    plt.close(fig)
    page.publish(
        f'<figure class="dl-figure">{svg}<figcaption><span class="dl-number">'
        f"Figure {number}</span> {html.escape(caption)}</figcaption></figure>",
        f"Figure {number}. {caption}\n[{alt}]",
    )


def checked_alt(alt):
    """Return the description of a figure, or say why it is not one."""
    alt = " ".join((alt or "").split())
    if len(alt) >= 20 and not alt.lower().startswith(("figure of", "image of")):
        return alt
    raise ValueError(
        "a figure needs a description (alt) for readers who cannot see it.\n"
        f"  came: {alt!r}\n"
        "  change: say in a sentence what it shows, with its numbers; at least 20 "
        "characters, not starting with 'Figure of'."
    )


def describe(ax):
    """Put the plotted lines of an axes into words, from their numbers."""
    lines = [ln for ln in ax.get_lines() if not ln.get_label().startswith("_")]
    return "; ".join(
        f"{ln.get_label()} goes from {ln.get_ydata()[0]:.3g} "
        f"to {ln.get_ydata()[-1]:.3g}"
        for ln in lines
    )


__all__ = ["FONT", "color", "describe", "figure", "show", "to_svg", "use_style"]
