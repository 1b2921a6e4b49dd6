"""Checks for page 10.7: suppression of doubles, average precision."""

import numpy as np

from dlcore.teach.chapter10_detection import keep_best, overlaps
from dlcore.teach.check import Case, Check, Mistake

# -- non-maximum suppression -----------------------------------------------------------


def suppress(boxes, scores, limit):
    """Return the places of the boxes that are kept, the surest first."""
    return keep_best(boxes, scores, limit)


def _kept(order=lambda scores: np.argsort(-scores), among="kept", drop=None):
    """Return a function like `suppress` that differs in one respect.

    Args:
        order: places of the boxes in the order in which they are looked at.
        among: "kept" boxes, "seen" ones or only the "last" kept one are compared.
        drop: tells by the overlap and the limit whether a box is dropped.
    """
    drop = drop or (lambda share, limit: share > limit)

    def other(boxes, scores, limit):
        kept, seen = [], []
        for k in order(scores):
            rivals = {"kept": kept, "seen": seen, "last": kept[-1:]}[among]
            shares = [overlaps(boxes[k], boxes[j])[0, 0] for j in rivals]
            if not any(drop(share, limit) for share in shares):
                kept.append(k)
            seen.append(k)
        return np.array(kept, dtype=int)

    return other


def _sorted(boxes, scores, limit):
    return np.sort(suppress(boxes, scores, limit))


def _only_boxes(boxes, scores, limit):
    return boxes[suppress(boxes, scores, limit)]


ROW = np.array([[0, 0, 4, 4], [0, 1, 4, 5], [0, 3, 4, 7], [0, 9, 4, 13.0]])
FALLING, MIXED = np.array([0.9, 0.8, 0.7, 0.6]), np.array([0.3, 0.6, 0.9, 0.8])
TWIN = np.array([[0, 0, 4, 4], [5, 5, 9, 9], [0, 1, 4, 5.0]])
HALF = np.array([[0, 0, 4, 4], [0, 0, 2, 4.0]])
SUPPRESS = Check(
    reference=suppress,
    names=("non_maximum_suppression", "nms"),
    cases=(
        Case("four boxes in a row", (ROW, FALLING, 0.3)),
        Case("scores in another order", (ROW, MIXED, 0.3)),
        Case("a strict limit", (ROW, MIXED, 0.05)),
        Case("a double that comes late", (TWIN, np.array([0.9, 0.8, 0.7]), 0.3)),
        Case("an overlap of just the limit", (HALF, np.array([0.9, 0.8]), 0.5), "edge"),
        Case("a single box", (ROW[:1], FALLING[:1], 0.3), "edge"),
    ),
    mistakes=(
        Mistake(_kept(order=np.argsort), "the least sure box comes first here; begin "
                "with the surest"),
        Mistake(_kept(order=lambda scores: np.arange(len(scores))), "the boxes are "
                "taken in the order in which they came, not in that of their scores"),
        Mistake(_kept(among="seen"), "a box that was itself dropped still drops "
                "others; compare with those that are kept"),
        Mistake(_kept(among="last"), "each box is compared with the last one that was "
                "kept; all that were kept count"),
        Mistake(_kept(drop=lambda share, limit: share >= limit), "an overlap of just "
                "the limit is allowed"),
        Mistake(_kept(drop=lambda share, limit: share < limit), "boxes that overlap "
                "little are dropped; it is the others that are doubles"),
        Mistake(_kept(drop=lambda share, limit: False), "nothing is dropped"),
        Mistake(_sorted, "give the places in the order of their scores"),
        Mistake(_only_boxes, "places are asked for, not the boxes themselves"),
    ),
)  # fmt: skip

# -- average precision -----------------------------------------------------------------


def average_precision(right, n):
    """Return the mean over n true boxes of the precision when each is found.

    The places of `right` are those of the detections, the surest first.
    """
    right = np.asarray(right, dtype=bool)
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return precision[right].sum() / n


def _steps(right):
    right = np.asarray(right, dtype=float)
    return right, np.cumsum(right), np.arange(1, len(right) + 1)


def _mean_of_all(right, n):
    right, hits, ranks = _steps(right)
    return (hits / ranks).mean()


def _all_over_n(right, n):
    right, hits, ranks = _steps(right)
    return (hits / ranks).sum() / n


def _found_only(right, n):
    return average_precision(right, max(np.sum(right), 1))


def _recalls(right, n):
    right, hits, _ = _steps(right)
    return (right * hits).sum() / n / n


def _ones_over_rank(right, n):
    right, _, ranks = _steps(right)
    return (right / ranks).sum() / n


def _from_zero(right, n):
    right, hits, ranks = _steps(right)
    return (right * hits / np.maximum(ranks - 1, 1)).sum() / n


AVERAGE_PRECISION = Check(
    reference=average_precision,
    cases=(
        Case("right, wrong, right, wrong", (np.array([1, 0, 1, 0]), 3)),
        Case("right, right, wrong, right", (np.array([1, 1, 0, 1]), 4)),
        Case("all wrong", (np.array([0, 0, 0]), 2), "edge"),
        Case("all right, some missed", (np.array([1, 1]), 5), "edge"),
    ),
    mistakes=(
        Mistake(_mean_of_all, "the precision counts only where a true box is found"),
        Mistake(_all_over_n, "wrong detections add to the sum; add where a true box is "
                "found"),
        Mistake(_found_only, "boxes that were never found count, too, with 0"),
        Mistake(_recalls, "this adds up recalls; what counts is how many of those said "
                "so far are right"),
        Mistake(_ones_over_rank, "all right ones so far count, not only the one that "
                "was just found"),
        Mistake(_from_zero, "the first detection has the rank 1"),
        Mistake(lambda right, n: np.sum(right) / n, "this is the recall; the order of "
                "the detections has to count"),
        Mistake(lambda right, n: np.mean(right), "this is the precision of all "
                "detections; the order has to count"),
    ),
)  # fmt: skip

CHECKS = (SUPPRESS, AVERAGE_PRECISION)
