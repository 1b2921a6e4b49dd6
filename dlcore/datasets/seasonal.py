"""Twelve years of monthly visitors: a series with a trend and a season.

Described in `seasonal.md` beside this file.
"""

import numpy as np

from dlcore.datasets import _files


def load_data() -> np.ndarray:
    """Return the visitors of each month, in thousands: (144,).

    Example:
        >>> visitors = load_data()
        >>> visitors.shape, float(visitors[0])
        ((144,), 42.0)
    """
    return np.array([float(row["visitors"]) for row in _files.rows("seasonal.csv")])
