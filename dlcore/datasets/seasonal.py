"""Twelve years of monthly visitors: a series with a trend and a season.

Described in `seasonal.md` beside this file.
"""

import csv
from pathlib import Path

import numpy as np


def load_data() -> np.ndarray:
    """Return the visitors of each month, in thousands: (144,).

    Example:
        >>> visitors = load_data()
        >>> visitors.shape, float(visitors[0])
        ((144,), 42.0)
    """
    path = Path(__file__).with_name("seasonal.csv")
    with path.open(newline="", encoding="utf-8") as file:
        return np.array([float(row["visitors"]) for row in csv.DictReader(file)])
