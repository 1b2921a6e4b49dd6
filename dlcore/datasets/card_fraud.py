"""What a classifier said of 100 payments by card, 7 of them frauds.

Described in `card_fraud.md` beside this file.
"""

import numpy as np

from dlcore.datasets import _files


def load_data() -> tuple[np.ndarray, np.ndarray]:
    """Return what the payments are and what was predicted: each (100,) of 0 and 1.

    Example:
        >>> actual, predicted = load_data()
        >>> int(actual.sum()), float((actual == predicted).mean())
        (7, 0.92)
    """
    rows = _files.rows("card_fraud.csv")
    columns = [[int(row[name]) for row in rows] for name in ("actual", "predicted")]
    return np.array(columns[0]), np.array(columns[1])
