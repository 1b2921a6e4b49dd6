"""Checks for page 9.5: inverted dropout, and the epoch of early stopping."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

A = np.array([[1.0, 3.0, 2.0, 4.0], [2.0, -1.0, 0.5, 6.0]])
DRAWS = np.array([[0.1, 0.9, 0.55, 0.3], [0.7, 0.2, 0.95, 0.4]])


def inverted_dropout(a, draws, p):
    """Return outputs, 0 where the draw is below p, else divided by 1 - p."""
    return (draws >= p) * a / (1 - p)


INVERTED_DROPOUT = Check(
    reference=inverted_dropout,
    cases=(
        Case("half of the units", (A, DRAWS, 0.5)),
        Case("a rate of 0.25", (A, DRAWS, 0.25)),
        Case("one row", (A[0], DRAWS[0], 0.75)),
        Case("a rate of 0 changes nothing", (A, DRAWS, 0.0), "edge"),
        Case("a draw that equals the rate stays", (A[0], DRAWS[0], 0.3), "edge"),
    ),
    mistakes=(
        Mistake(lambda a, draws, p: (draws >= p) * a, "the lots are right, but the "
                "mean is too small: what stays has to make up for what is out"),
        Mistake(lambda a, draws, p: (draws >= p) * a * (1 - p), "what stays should "
                "become larger, not smaller"),
        Mistake(lambda a, draws, p: (draws < p) * a / (1 - p), "units stay where they "
                "should be out, and the other way round"),
        Mistake(lambda a, draws, p: (draws >= p) * a / max(p, 1e-9), "you divide by "
                "the chance to be out"),
        Mistake(lambda a, draws, p: a * (1 - p), "nothing is left to chance here; "
                "this is the other convention, in use"),
        Mistake(lambda a, draws, p: (draws > p) * a / (1 - p), "look at a draw that "
                "is exactly at the rate"),
        Mistake(lambda a, draws, p: a / (1 - p), "no unit is out; use the draws"),
    ),
)  # fmt: skip


def stopping_epoch(losses, patience):
    """Return after which epoch training stops, counted from 1."""
    best, wait = losses[0], 0
    for epoch, loss in enumerate(losses[1:], start=2):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
            if wait == patience:
                return epoch
    return len(losses)


def _against_last(losses, patience):
    """Compare with the epoch before instead of the best one."""
    wait = 0
    for epoch in range(1, len(losses)):
        wait = 0 if losses[epoch] < losses[epoch - 1] else wait + 1
        if wait == patience:
            return epoch + 1
    return len(losses)


def _never_reset(losses, patience):
    """Count all epochs without a new best, also those before the best one."""
    best, wait = losses[0], 0
    for epoch, loss in enumerate(losses[1:], start=2):
        if loss < best:
            best = loss
        else:
            wait += 1
            if wait == patience:
                return epoch
    return len(losses)


def _ties_count(losses, patience):
    """Take an equal loss for a new best."""
    best, wait = losses[0], 0
    for epoch, loss in enumerate(losses[1:], start=2):
        if loss <= best:
            best, wait = loss, 0
        else:
            wait += 1
            if wait == patience:
                return epoch
    return len(losses)


HILLS = [0.9, 0.7, 0.75, 0.6, 0.65, 0.62, 0.61, 0.5, 0.4]

STOPPING_EPOCH = Check(
    reference=stopping_epoch,
    cases=(
        Case("patience 3", (HILLS, 3)),
        Case("patience 1", (HILLS, 1)),
        Case("patience 2", (HILLS, 2)),
        Case("a loss that stands still", ([0.5, 0.4, 0.4, 0.4, 0.3], 2), "edge"),
        Case("never a reason to stop", ([0.5, 0.4, 0.3, 0.2], 2), "edge"),
        Case("only ever worse", ([0.2, 0.3, 0.4, 0.5], 3), "edge"),
    ),
    mistakes=(
        Mistake(lambda losses, patience: int(np.argmin(losses)) + 1, "this is the best "
                "of all epochs; some of them are never trained"),
        Mistake(lambda losses, patience: stopping_epoch(losses, patience) - 1, "epochs "
                "are counted from 1"),
        Mistake(_against_last, "compare with the best loss so far, not with the epoch "
                "before"),
        Mistake(_never_reset, "a new best starts the count of idle epochs anew"),
        Mistake(_ties_count, "an equal loss is no improvement"),
        Mistake(lambda losses, patience: stopping_epoch(losses, patience + 1),
                "you wait one epoch longer than the patience"),
        Mistake(lambda losses, patience: len(losses), "it never stops before the end"),
    ),
)  # fmt: skip

CHECKS = (INVERTED_DROPOUT, STOPPING_EPOCH)
