"""From arrays to batches: the host's side of the data."""

import math

import numpy as np

from dlcore import backend
from dlcore.errors import explain, whole_number
from dlcore.tensor import Tensor


class Batches:
    """The rows of x, y and sample weights in batches, as tensors beside `like`.

    All is converted once. Where one batch holds all rows, that batch is made once
    and no permutation is drawn, since the order of its rows cannot matter.

    Args:
        x: inputs (rows, ...).
        y: targets (rows, ...) or None.
        sample_weight: (rows,) or None.
        batch_size: rows a batch; the last batch may be smaller.
        shuffle: whether each epoch takes the rows in a new random order.
        like: an array with the model's dtype and place.
    """

    def __init__(self, x, y, sample_weight, batch_size, shuffle, like):
        self.columns = [
            None if part is None else backend.asarray(part, like=like)
            for part in (x, y, sample_weight)
        ]
        self.rows = self.columns[0].shape[0]
        self.batch_size = whole_number("batch_size", batch_size)
        self.shuffle = shuffle
        self.whole = None
        if batch_size >= self.rows:
            self.whole = [tensors(self.columns)]

    def __len__(self):
        return -(-self.rows // self.batch_size)

    def __iter__(self):
        return iter(self.whole) if self.whole else self.parts()

    def parts(self):
        """Batch after batch (x, y, sample_weight)."""
        order = None
        if self.shuffle:
            order = backend.generator().permutation(self.rows)
        for start in range(0, self.rows, self.batch_size):
            part = slice(start, start + self.batch_size)
            if order is None:
                yield tensors([c if c is None else c[part, ...] for c in self.columns])
            else:
                yield tensors([take(c, order[part]) for c in self.columns])


def take(column, rows):
    """These rows of a column, or None."""
    if column is None:
        return None
    rows = backend.asarray(rows, like=column, dtype="int64")
    return backend.xp_of(column).take(column, rows, axis=0)


def tensors(columns):
    """Each column as a Tensor, or None."""
    return tuple(None if c is None else Tensor(c) for c in columns)


def columns(where, x, y=None, sample_weight=None):
    """Check x, y and sample weights against each other, and return them as arrays.

    Args:
        where: name of the caller, for messages.
        x: inputs (rows, ...).
        y: targets (rows, ...).
        sample_weight: (rows,) or None.

    Raises:
        ValueError: y is missing, or see `checked`.
    """
    if y is None:
        raise ValueError(
            f"{where} needs targets beside the inputs."
            + explain("x and y", "x alone", "pass the targets as y")
        )
    x = checked("x", x)
    y = checked("y", y, x.shape[0])
    if sample_weight is not None:
        sample_weight = checked("sample_weight", sample_weight, x.shape[0])
    return [x, y, sample_weight]


def validation(data):
    """Check the data to validate on, and return them as `columns` does."""
    if not isinstance(data, tuple | list) or len(data) not in (2, 3):
        parts = f" of {len(data)}" if isinstance(data, tuple | list) else ""
        raise ValueError(
            "validation_data needs inputs and targets."
            + explain(
                "(x, y) or (x, y, sample_weight)",
                f"{type(data).__name__}{parts}",
                "pass a tuple of both",
            )
        )
    return columns("validation_data", *data)


def checked(name, values, rows=None):
    """`values` as an array of numbers, with as many rows as x has.

    Raises:
        ValueError: no rows, not numbers, gaps, or another number of rows.
    """
    if isinstance(values, Tensor):
        values = values.data
    known = hasattr(values, "dtype") and hasattr(values, "shape")
    array = values if known else np.asarray(values)
    if isinstance(array, np.ndarray) and array.dtype.kind not in "fiub":
        raise ValueError(
            f"{name} does not hold numbers only."
            + explain(
                "an array of numbers",
                f"an array of dtype {array.dtype}",
                "fill what is missing and turn words into numbers first",
            )
        )
    if len(array.shape) == 0 or array.shape[0] == 0:
        raise ValueError(
            f"{name} holds no rows."
            + explain("shape (rows, ...)", f"shape {tuple(array.shape)}", "pass rows")
        )
    if isinstance(array, np.ndarray) and array.dtype.kind == "f" and array.size:
        refuse_gaps(name, array)
    if rows is not None and array.shape[0] != rows:
        raise ValueError(
            f"x and {name} differ in their number of rows."
            + explain(
                f"{rows} rows, as in x",
                f"{name} with {array.shape[0]} rows",
                f"give one entry of {name} for each row of x",
            )
        )
    return array


def refuse_gaps(name, array):
    """Explain that there are numbers missing or infinite, if there are."""
    if math.isfinite(array.min()) and math.isfinite(array.max()):  # NaN spreads to both
        return
    odd = ~np.isfinite(array)
    raise ValueError(
        f"{name} has gaps."
        + explain(
            "finite numbers",
            f"{int(odd.sum())} of {array.size} numbers are missing (NaN) or infinite",
            "leave those rows out, or see preprocessing.MissingEncoder",
        )
    )


def split(columns, share):
    """Cut the last `share` of the rows off, and check it: (first part, last part)."""
    if share is None:
        return columns, None
    if not 0 <= share < 1:
        raise ValueError(
            "validation_split is a share of the rows."
            + explain("a number from 0 to below 1", repr(share), "for example 0.2")
        )
    if not share:
        return columns, None
    at = int(columns[0].shape[0] * (1 - share))
    if at == 0:
        raise ValueError(
            "validation_split leaves nothing to train on."
            + explain("at least one row", f"{share} of all", "choose a smaller share")
        )
    first = [c if c is None else c[:at, ...] for c in columns]
    return first, [c if c is None else c[at:, ...] for c in columns]


def class_weights(y, class_weight, sample_weight):
    """The weight of each row: that of its class, {class: weight}, times its own.

    Raises:
        ValueError: `class_weight` is no dict.
    """
    if class_weight is None or y is None:
        return sample_weight
    if not isinstance(class_weight, dict):
        raise ValueError(
            "class_weight gives a weight to each class."
            + explain("a dict", repr(class_weight), "write {0: 1.0, 1: 2.0}")
        )
    labels = backend.to_numpy(y)
    one_hot = labels.ndim > 1 and labels.shape[1] > 1
    labels = labels.argmax(axis=1) if one_hot else labels.reshape(-1)
    weights = np.array([class_weight.get(int(label), 1.0) for label in labels])
    if sample_weight is None:
        return weights
    own = backend.to_numpy(sample_weight)  # of rows, or of each step of a row
    return weights.reshape((-1,) + (1,) * (own.ndim - 1)) * own


def join(parts):
    """NumPy arrays one below the other."""
    return np.concatenate(parts)
