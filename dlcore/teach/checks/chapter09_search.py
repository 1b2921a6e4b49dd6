"""Checks for page 9.6: all settings of a grid, even steps of a power, enough trials."""

import math

import numpy as np

from dlcore.teach.check import Case, Check, Mistake


def all_settings(first, second):
    """Return every pair of a value of the first and one of the second, row by row."""
    return np.array([[a, b] for a in first for b in second], dtype=float)


RATES, UNITS = [0.01, 0.1, 1.0], [8, 32]

ALL_SETTINGS = Check(
    reference=all_settings,
    cases=(
        Case("three rates, two sizes", (RATES, UNITS)),
        Case("two and two", ([1.0, 2.0], [3.0, 4.0])),
        Case("one value of the second", ([0.5, 0.7], [1]), "edge"),
    ),
    mistakes=(
        Mistake(lambda first, second: all_settings(second, first)[:, ::-1],
                "all pairs are there; let the second value change from row to row"),
        Mistake(lambda first, second: all_settings(second, first),
                "the two columns have changed places"),
        Mistake(lambda first, second: np.array(list(zip(first, second, strict=False)),
                dtype=float), "only neighbors are paired; each value of the first "
                "meets every value of the second"),
        Mistake(lambda first, second: all_settings(first, second).T,
                "one row for each setting is asked for"),
        Mistake(lambda first, second: all_settings(first, second)[:-1],
                "the last setting is missing"),
    ),
)  # fmt: skip


def log_uniform(u, low, high):
    """Return numbers from low to high, even in their powers, for u from 0 to 1."""
    return low * (high / low) ** u


U = np.array([0.0, 0.25, 0.5, 0.75, 1.0])

LOG_UNIFORM = Check(
    reference=log_uniform,
    cases=(
        Case("from 0.0001 to 1", (U, 1e-4, 1.0)),
        Case("from 0.01 to 10", (U[1:4], 0.01, 10.0)),
        Case("from 2 to 32", (U, 2.0, 32.0)),
        Case("the two ends", (np.array([0.0, 1.0]), 0.003, 0.3), "edge"),
    ),
    mistakes=(
        Mistake(lambda u, low, high: low + (high - low) * u, "these steps are even in "
                "the numbers themselves; most of them are in the last decade"),
        Mistake(lambda u, low, high: np.log10(low) + np.log10(high / low) * u, "these "
                "are the powers of ten; the numbers themselves are asked for"),
        Mistake(lambda u, low, high: np.exp(np.log10(low) + np.log10(high / low) * u),
                "logarithm and power must have the same base"),
        Mistake(lambda u, low, high: high * (low / high) ** u, "0 gives the upper end "
                "and 1 the lower; it should be the other way round"),
        Mistake(lambda u, low, high: low * high**u, "for the largest u this "
                "is not the upper end"),
        Mistake(lambda u, low, high: (high / low) ** u, "for the smallest u "
                "this is 1, not the lower end"),
    ),
)  # fmt: skip


def trials_needed(share, sure):
    """Return the smallest number of random trials that hit with a chance of `sure`."""
    return math.ceil(math.log(1 - sure) / math.log(1 - share) - 1e-9)


TRIALS_NEEDED = Check(
    reference=trials_needed,
    cases=(
        Case("the best twentieth, 95 %", (0.05, 0.95)),
        Case("the best fifth, 90 %", (0.2, 0.9)),
        Case("the best hundredth, 99 %", (0.01, 0.99)),
        Case("one half, 75 %: two exactly", (0.5, 0.75), "edge"),
        Case("one trial is enough", (0.9, 0.5), "edge"),
    ),
    mistakes=(
        Mistake(lambda share, sure: math.ceil(1 / share), "so many trials hit once on "
                "average, which is not the same as surely"),
        Mistake(lambda share, sure: math.ceil(math.log(sure) / math.log(1 - share)),
                "it is the chance of missing every time that should be small"),
        Mistake(lambda share, sure: math.ceil(math.log(1 - sure) / math.log(share)),
                "a single trial misses with 1 minus the share"),
        Mistake(lambda share, sure: math.floor(math.log(1 - sure)
                / math.log(1 - share) + 1e-9), "one trial too few: round up"),
        Mistake(lambda share, sure: math.log(1 - sure) / math.log(1 - share),
                "a whole number of trials is asked for"),
        Mistake(lambda share, sure: math.ceil(sure / share), "chances of several "
                "trials do not add up; multiply the chances of missing"),
    ),
)  # fmt: skip

CHECKS = (ALL_SETTINGS, LOG_UNIFORM, TRIALS_NEEDED)
