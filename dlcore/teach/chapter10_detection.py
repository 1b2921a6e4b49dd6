"""Page 10.7's boxes: how well they fit, a grid of cells that finds them, and scores."""

import numpy as np

from dlcore.teach.chapter10_scenes import KINDS, SIDE

CELLS = 6
"""Cells on each side of the grid."""
CELL = SIDE // CELLS
DEPTH = 5 + len(KINDS)
"""Numbers of a cell: something here, centre (2), size (2), and a sum for each kind."""


def overlaps(a, b):
    """Return intersection over union of every box in a with every box in b.

    Args:
        a, b: boxes as top, left, bottom, right, (n, 4) and (m, 4).

    Returns:
        array (n, m).
    """
    a, b = np.reshape(a, (-1, 1, 4)), np.reshape(b, (1, -1, 4))
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    both = np.maximum(sides, 0).prod(axis=-1)
    return both / np.maximum(areas(a) + areas(b) - both, 1e-9)


def areas(boxes):
    """Return the areas of boxes (..., 4); a box whose edges are crossed has none."""
    return np.maximum(boxes[..., 2:] - boxes[..., :2], 0).prod(axis=-1)


def pairwise(a, b):
    """Return intersection over union of each box with its partner, (n,)."""
    return np.array([overlaps(p, t)[0, 0] for p, t in zip(a, b, strict=True)])


# -- a grid of cells -------------------------------------------------------------------


def cell_targets(scenes):
    """Return what every cell is to say, (rows, CELLS, CELLS, DEPTH).

    A cell in which the centre of a digit lies holds 1, the centre's place within the
    cell from 0 to 1, height and width as shares of the page, and a 1 at the kind.
    All other cells hold zeros.
    """
    made = np.zeros((len(scenes), CELLS, CELLS, DEPTH))
    for cells, boxes, kinds in zip(made, scenes.boxes, scenes.kinds, strict=True):
        centres = (boxes[:, :2] + boxes[:, 2:]) / 2 / CELL
        for box, centre, kind in zip(boxes, centres, kinds, strict=True):
            cell = cells[tuple(centre.astype(int))]
            cell[0], cell[5 + kind] = 1, 1
            cell[1:3], cell[3:5] = centre % 1, (box[2:] - box[:2]) / SIDE
    return made


def read_cells(z):
    """Return what the cells of one page say: boxes, scores and kinds of all cells.

    Args:
        z: output of the network, (CELLS, CELLS, DEPTH).

    Returns:
        boxes (cells, 4), scores from 0 to 1 (cells,), kinds (cells,).
    """
    corners = np.moveaxis(np.indices((CELLS, CELLS)), 0, -1)
    centres, sizes = (corners + z[..., 1:3]) * CELL, z[..., 3:5] * SIDE
    boxes = np.concatenate([centres - sizes / 2, centres + sizes / 2], axis=-1)
    scores = 1 / (1 + np.exp(-z[..., 0]))
    return boxes.reshape(-1, 4), scores.ravel(), z[..., 5:].argmax(axis=-1).ravel()


def keep_best(boxes, scores, limit):
    """Return the places of the boxes that non-maximum suppression keeps.

    Args:
        boxes: (n, 4).
        scores: (n,).
        limit: a box that overlaps a better one by more than this is dropped.
    """
    kept = []
    for place in np.argsort(-np.asarray(scores), kind="stable"):
        if all(overlaps(boxes[place], boxes[k])[0, 0] <= limit for k in kept):
            kept.append(place)
    return np.array(kept, dtype=int)


def detections(z, least=0.5, limit=0.3):
    """Return boxes, scores and kinds that are found on one page.

    Args:
        z: output of the network for the page.
        least: score from which on a cell counts.
        limit: see `keep_best`.
    """
    boxes, scores, kinds = read_cells(z)
    sure = scores >= least
    boxes, scores, kinds = boxes[sure], scores[sure], kinds[sure]
    kept = keep_best(boxes, scores, limit)
    return boxes[kept], scores[kept], kinds[kept]


# -- how good is a detector? -----------------------------------------------------------


def judged(found, boxes, kinds, enough=0.5):
    """Return the score of each detection of a page, and whether it is right.

    In the order of their scores, each takes the true box of its kind that it overlaps
    most; it is right if that is by `enough` or more, and if nobody took it before.
    """
    free, verdicts = np.ones(len(boxes), dtype=bool), []
    for place in np.argsort(-found[1], kind="stable"):
        share = overlaps(found[0][place], boxes)[0] * (kinds == found[2][place])
        best = share.argmax()
        right = bool(share[best] >= enough and free[best])
        free[best] &= not right
        verdicts.append((float(found[1][place]), right))
    return verdicts


def precision_and_recall(verdicts, truths):
    """Return precision and recall after each detection, from the surest one on.

    Args:
        verdicts: pairs of score and whether it is right, of all pages.
        truths: number of true boxes.
    """
    right = np.array([hit for _, hit in sorted(verdicts, key=lambda v: -v[0])])
    hits = np.cumsum(right)
    return hits / np.arange(1, len(hits) + 1), hits / truths


def average_precision(verdicts, truths):
    """Return the mean, over all true boxes, of the precision at which each is found."""
    precision, recall = precision_and_recall(verdicts, truths)
    gained = np.diff(recall, prepend=0)
    return float((precision * gained).sum())


def judge_all(outputs, scenes, least=0.5, limit=0.3):
    """Return the verdicts on all pages, and the number of true boxes."""
    verdicts = []
    for z, boxes, kinds in zip(outputs, scenes.boxes, scenes.kinds, strict=True):
        verdicts += judged(detections(z, least, limit), boxes, kinds)
    return verdicts, sum(map(len, scenes.boxes))
