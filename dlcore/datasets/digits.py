"""Handwritten digits of 8 × 8 pixels.

Described in `digits.md` beside this file.
"""

import gzip
from pathlib import Path

import numpy as np

TRAINING_ROWS = 1500
Rows = tuple[np.ndarray, np.ndarray]


def load_data() -> tuple[Rows, Rows]:
    """Return the pictures for training and those for testing.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: x (rows, 8, 8) holds whole numbers from
        0, white, to 16, black; y (rows,) holds the digits 0 to 9.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load_data()
        >>> x_train.shape, x_test.shape, int(y_train[0])
        ((1500, 8, 8), (297, 8, 8), 0)
    """
    path = Path(__file__).with_name("digits.csv.gz")
    with gzip.open(path, "rt", encoding="ascii") as file:
        rows = np.loadtxt(file, delimiter=",", dtype="uint8")  # (1797, 65)
    x, y = rows[:, :64].reshape(-1, 8, 8), rows[:, 64]
    train, test = slice(TRAINING_ROWS), slice(TRAINING_ROWS, None)
    return (x[train], y[train]), (x[test], y[test])
