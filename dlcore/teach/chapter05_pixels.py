"""Pictures of few pixels, drawn as squares, and the ten outputs of a network.

The more ink a pixel has, the more its square stands out from the page, in the light
theme as in the dark one.
"""

import numpy as np
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from dlcore.teach.figures import color, figure

LEVELS = 8  # shades of gray in a drawing


def draw_pictures(ax, pictures, places):
    """Draw square pictures, each in a frame of its own.

    Args:
        ax: where; its y axis points down.
        pictures: numbers from 0 to 16, (pictures, side, side).
        places: of the upper left corners, (pictures, 2), in pixels.
    """
    shade = np.ceil(np.asarray(pictures) * LEVELS / 16).astype(int)
    for level in range(1, LEVELS + 1):
        number, row, column = np.nonzero(shade == level)
        corners = np.asarray(places)[number] + np.stack([column, row], axis=1)
        squares(ax, corners + 0.5, 0.47, fc=color.ink, alpha=level / LEVELS)
    side = shade.shape[1]
    for x, y in places:
        ax.add_patch(Rectangle((x, y), side, side, fill=False, ec=color.border, lw=1))


def squares(ax, middles, half, **style):
    """Draw squares as one patch.

    Args:
        ax: where.
        middles: of the squares, (squares, 2).
        half: half of a side, or one for each.
        **style: of the patch, as matplotlib names it.
    """
    if not len(middles):
        return
    half = np.broadcast_to(half, len(middles))[:, None, None]
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
    points = middles[:, None, :] + half * corners
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    path = Path(points.reshape(-1, 2), codes * len(middles))
    ax.add_patch(PathPatch(path, **({"lw": 0} | style)))


def sheet(ax, width, height):
    """Make axes a sheet of so many pixels, y downward.

    Args:
        ax: the axes.
        width, height: in pixels.
    """
    ax.set(xlim=(-0.2, width + 0.2), ylim=(height + 0.2, -0.2), aspect="equal")
    ax.axis("off")


def bars(ax, said, truth=None):
    """Draw ten outputs as bars, with their numbers; the largest stands out.

    Args:
        ax: where.
        said: the outputs, (10,).
        truth: the true class, which gets a mark; None for no mark.
    """
    best = int(np.argmax(said))
    inks = [color.model if k == best else color.muted for k in range(10)]
    ax.barh(range(10), said, color=inks, height=0.7)
    for k, share in enumerate(said):
        if share >= 0.005:
            ax.text(share + 0.02, k, f"{share:.2f}", va="center")
    if truth is not None:
        ax.text(-0.17, truth, "▶", ha="right", va="center", color=color.truth)
    ax.set(xlim=(0, 1.4), ylim=(9.6, -0.6), xticks=[0, 0.5, 1], yticks=range(10))
    ax.set_xlabel("output")


def reading(pixels, said, truth=None):
    """Draw a picture and, beside it, the outputs for it.

    Args:
        pixels: numbers from 0 to 16, (8, 8).
        said, truth: as for `bars`.
    """
    left, right = side_by_side(2.5, (0, 0.05, 0.42, 0.95), (0.57, 0.08, 0.43, 0.92))
    sheet(left, 8, 8)
    draw_pictures(left, [pixels], [(0, 0)])
    bars(right, said, truth)


def side_by_side(height, *boxes):
    """Return axes that stay beside each other on a narrow screen, too.

    Args:
        height: of the figure, in inches.
        *boxes: (left, bottom, width, height) of each, in shares of the figure.
    """
    _, ax = figure(height=height)
    ax.axis("off")
    return [ax.inset_axes(box) for box in boxes]
