"""Checks for page 9.2: rows without their mean, whitening, and gaps."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

ROWS = np.array([[1.0, 3.0, 5.0], [2.0, 4.0, 9.0]])
PICTURES = np.array([[[1.0, 2.0], [3.0, 6.0]], [[0.0, 0.0], [4.0, 4.0]]])


def center_rows(x):
    """Return each sample without its own mean, over all axes but the first."""
    return x - x.mean(axis=tuple(range(1, x.ndim)), keepdims=True)


def _row_by_row(x):
    """Return x without the mean of each last axis."""
    return x - x.mean(axis=-1, keepdims=True)


def _standard_rows(x):
    """Return samples divided by their spread as well."""
    axes = tuple(range(1, x.ndim))
    return center_rows(x) / x.std(axis=axes, keepdims=True)


CENTER_ROWS = Check(
    reference=center_rows,
    names=("normalize_rows",),
    cases=(
        Case("two rows", (ROWS,)),
        Case("two square pictures", (PICTURES,)),
        Case("one row", (ROWS[:1],), "edge"),
    ),
    mistakes=(
        Mistake(lambda x: x - x.mean(axis=0), "this subtracts the mean of each feature "
                "over the rows; here each row gets its own mean"),
        Mistake(lambda x: x - x.mean(), "one mean for everything; each sample has its "
                "own"),
        Mistake(_row_by_row, "in a picture every line has lost its own mean; one mean "
                "for the whole picture is meant"),
        Mistake(_standard_rows, "only the mean is to go; the spread stays"),
        Mistake(lambda x: x.mean(axis=tuple(range(1, x.ndim)), keepdims=True)
                + np.zeros_like(x), "these are the means themselves; subtract them"),
    ),
)  # fmt: skip

MEAN = np.array([2.0, -1.0])
TURN = np.array([[0.6, -0.8], [0.8, 0.6]])
SPREAD = np.array([4.0, 0.25])
CLOUD = np.array([[3.0, 1.0], [0.0, -2.0], [2.5, 4.0]])


def whiten(x, mean, axes, variances):
    """Return rows, centered, turned to the axes and divided by their spread."""
    return (x - mean) @ axes / np.sqrt(variances)


WHITEN = Check(
    reference=whiten,
    cases=(
        Case("three rows, two axes", (CLOUD, MEAN, TURN, SPREAD)),
        Case("only the first axis", (CLOUD, MEAN, TURN[:, :1], SPREAD[:1])),
        Case("the mean itself becomes 0", (MEAN[None], MEAN, TURN, SPREAD), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, mean, axes, variances: (x - mean) @ axes / variances,
                "a variance is a squared spread; divide by the spread"),
        Mistake(lambda x, mean, axes, variances: x @ axes / np.sqrt(variances),
                "the cloud has not been centered"),
        Mistake(lambda x, mean, axes, variances: (x - mean) @ axes,
                "centered and turned, but not stretched"),
        Mistake(lambda x, mean, axes, variances: (x - mean) @ axes * np.sqrt(variances),
                "long axes have become longer; they should shrink"),
        Mistake(lambda x, mean, axes, variances: (x @ axes - mean[: axes.shape[1]])
                / np.sqrt(variances), "the mean belongs to the old features: subtract "
                "it before turning"),
        Mistake(lambda x, mean, axes, variances: (x - x.mean(axis=0)) @ axes
                / np.sqrt(variances), "the rows at hand have given their own mean; use "
                "the one from training"),
    ),
)  # fmt: skip

TABLE = np.array([[2.0, -999.0], [6.0, 3.0], [-999.0, 5.0]])
GAPS = TABLE == -999.0
MIDDLE, WIDTH = np.array([4.0, 3.0]), np.array([2.0, 0.5])


def fill_gaps(x, gap, mean, std):
    """Return standardized values with 0 in gaps, and a flag for every column."""
    return np.concatenate([np.where(gap, 0.0, (x - mean) / std), gap], axis=1)


def _zero_first(x, gap, mean, std):
    """Fill before standardizing."""
    return np.concatenate([(np.where(gap, 0.0, x) - mean) / std, gap], axis=1)


def _swapped(x, gap, mean, std):
    """Mark what is there."""
    return np.concatenate([np.where(gap, 0.0, (x - mean) / std), ~gap], axis=1)


def _flags_first(x, gap, mean, std):
    """Put the flags before the values."""
    return np.concatenate([gap, np.where(gap, 0.0, (x - mean) / std)], axis=1)


def _unfilled(x, gap, mean, std):
    """Standardize what stands in the gaps as well."""
    return np.concatenate([(x - mean) / std, gap], axis=1)


def _raw(x, gap, mean, std):
    """Forget to standardize."""
    return np.concatenate([np.where(gap, 0.0, x), gap], axis=1)


def _mean(x, gap, mean, std):
    """Fill in the mean after standardizing."""
    return np.concatenate([np.where(gap, mean, (x - mean) / std), gap], axis=1)


FILL_GAPS = Check(
    reference=fill_gaps,
    cases=(
        Case("a table with two gaps", (TABLE, GAPS, MIDDLE, WIDTH)),
        Case("a row without gaps", (TABLE[1:2], GAPS[1:2], MIDDLE, WIDTH), "edge"),
        Case("a row of gaps", (TABLE[1:2], ~GAPS[1:2], MIDDLE, WIDTH), "edge"),
    ),
    mistakes=(
        Mistake(_zero_first, "the gap was filled before standardizing; 0 is meant "
                "after it"),
        Mistake(_swapped, "the flags are 1 where a value is there; they should be 1 "
                "where it is missing"),
        Mistake(_flags_first, "the values come first, then the flags"),
        Mistake(lambda x, gap, mean, std: np.where(gap, 0.0, (x - mean) / std),
                "the flags are missing"),
        Mistake(_unfilled, "what stands in the gaps is still used"),
        Mistake(_raw, "the values have not been standardized"),
        Mistake(_mean, "after standardizing the mean is 0, not what it was before"),
    ),
)  # fmt: skip

CHECKS = (CENTER_ROWS, WHITEN, FILL_GAPS)
