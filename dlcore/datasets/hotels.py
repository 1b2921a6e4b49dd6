"""The prices of 32 hotels: four small tasks in one table.

Described in `hotels.md` beside this file.
"""

import numpy as np

from dlcore.datasets import _files
from dlcore.errors import did_you_mean, explain

TASKS = {
    "linear": (["distance"], "price"),
    "nonlinear": (["distance", "rating"], "price"),
    "hot": (["distance", "rating"], "hot"),
    "category": (["distance", "rating"], "category"),
}
"""The features and the target of each task."""

CATEGORIES = ("gold", "silver", "bronze")
"""The classes of task "category"; a label is a position in this tuple."""

Rows = tuple[np.ndarray, np.ndarray]


def load_data(task: str) -> tuple[Rows, Rows]:
    """Return the training rows and the test rows of one task.

    Args:
        task: "linear", 12 hotels, the price from the distance alone; "nonlinear", all
            32 hotels, the price from distance and rating; "hot", whether a hotel is in
            demand; "category", its class.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: x (rows, features), the distance in
        miles and the rating from 1 to 5. For prices y is (rows, 1) in dollars, for
        "hot" it is (rows, 1) with 1 for yes, for "category" (rows,) with integers
        that are positions in `CATEGORIES`.

    Raises ValueError if there is no such task.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load_data("linear")
        >>> x_train.shape, y_train.shape, x_test.shape
        ((8, 1), (8, 1), (4, 1))
    """
    columns = table(task)
    features, target = TASKS[task]
    x = np.stack([columns[name] for name in features], axis=1)  # (rows, features)
    y = _encode(columns[target], target)
    train = columns["split"] == "train"
    return (x[train], y[train]), (x[~train], y[~train])


def table(task: str = "nonlinear") -> dict[str, np.ndarray]:
    """Return the hotels of a task as a dict of columns, training rows first.

    The columns are hotel (1 to 32), split ("train" or "test"), distance (miles),
    rating (1 to 5), price (dollars), hot ("yes" or "no") and category.

    Args:
        task: as in `load_data`. "linear" has twelve rows and a split of its own; the
            other three share all 32 rows and one split.

    Raises ValueError if there is no such task.

    Example:
        >>> hotels = table()
        >>> len(hotels["price"]), float(hotels["price"].max())
        (32, 211.0)
    """
    _check(task)
    rows = _rows_of(task)
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    numbers = {"hotel": int, "distance": float, "rating": float, "price": float}
    return {
        name: np.array(values, dtype=numbers.get(name, str))
        for name, values in columns.items()
    }


def _rows_of(task):
    """Return the rows of the file that belong to a task, with their split."""
    rows = _files.rows("hotels.csv")
    linear_splits = [row.pop("linear_split") for row in rows]
    if task != "linear":
        return rows
    rows = [
        {**row, "split": split}
        for row, split in zip(rows, linear_splits, strict=True)
        if split
    ]
    order = {"train": 0, "test": 1}
    return sorted(rows, key=lambda row: (order[row["split"]], float(row["distance"])))


def _encode(values, target):
    """Return the targets as numbers, in the shape that losses expect."""
    if target == "category":
        return np.array([CATEGORIES.index(value) for value in values])  # (rows,)
    if target == "hot":
        values = values == "yes"
    return values.astype(float).reshape(-1, 1)  # (rows, 1)


def _check(task):
    if task not in TASKS:
        raise ValueError(
            "The hotels have no such task."
            + explain(
                f"one of {', '.join(map(repr, TASKS))}",
                repr(task),
                did_you_mean(str(task).lower(), TASKS),
            )
        )
