"""Kernels: what the common array functions cannot do quickly, each by its name.

A kernel has a portable form, of functions that every array library has, and where it
helps a fast form for those that have strides, as NumPy has; both give the same.
"""

import math

from dlcore.backend import arange, device_of, ones, total, xp_of

BLOCK = 2**18  # elements: 1 MB of float32
EVEN = 12  # BLAS takes so many rows at a time: parts of them round as the whole does
FEW_CHANNELS = 3  # up to here, whole planes are copied faster than single windows


def blocks(x):
    """Return slices of the rows of x, as many as the processor's cache holds at a time.

    What takes several passes over large arrays is quicker block by block; on a GPU
    there is one block.
    """
    return in_steps(x, max(1, BLOCK * x.shape[0] // max(1, x.size)))


def column_blocks(x, window):
    """Return slices of the rows of x for which `columns` are made at a time.

    Those of all rows would be by far the largest array of a network, and the product
    with them slower than those of several blocks; but few channels make few columns.

    Args:
        x, window: see `columns`.
    """
    step = x.shape[0]
    if x.shape[-1] > FEW_CHANNELS:
        places = math.prod(window.places(x.shape[1:-1]))
        step = BLOCK // (places * math.prod(window.size) * x.shape[-1])
        step = max(EVEN, step - step % EVEN)
    return in_steps(x, step)


def column_parts(x, window):
    """Return parts of a window, and of x, whose `columns` are made at a time.

    Where there are several `column_blocks`, these parts are the window's rows: a sum
    over all places, as gradients are, then stays one sum.

    Args:
        x, window: see `columns`.

    Returns:
        For each part, the index of what it slides over, and its own window.
    """
    in_a_row = math.prod(window.size[1:]) * x.shape[-1]
    if len(column_blocks(x, window)) == 1 or in_a_row % EVEN:
        return [(..., window)]
    return window.rows(x.shape[1:-1])


def in_steps(x, step):
    """Return slices of the rows of x, `step` in each; on a GPU, one for all."""
    rows = x.shape[0] or 1  # an empty batch, too, is one block
    on_host = hasattr(x, "strides") and device_of(x) == "cpu"
    step = (step if on_host else rows) or 1
    return [slice(first, first + step) for first in range(0, rows, step)]


def columns(x, window):
    """Lay out the windows of x, at all their places, as the rows of a matrix.

    Args:
        x: images (batch, height, width, channels), or series (batch, time, channels).
        window: a `Window` that slides over all axes but the first and last.

    Returns:
        Array (batch places, elements channels + 1): a row for each place, in it the
        window's elements row by row, each with all its channels, and a 1 at the end.
    """
    if x.shape[-1] <= FEW_CHANNELS or not hasattr(x, "strides"):
        return columns_by_planes(x, window)
    return columns_by_strides(x, window)


def columns_by_planes(x, window):
    """Make `columns` of copies of x, one for each of the window's elements.

    Args:
        x, window: see `columns`.
    """
    xp = xp_of(x)
    x = xp.moveaxis(x, -1, 0)  # (channels, batch, height, width)
    parts = [x[(slice(None), *part)] for part in window.elements(x.shape[2:])]
    parts.append(ones((1, *parts[0].shape[1:]), like=x))
    planes = xp.concat(parts)  # (elements channels + 1, batch, places, places)
    return xp.reshape(planes, (planes.shape[0], -1)).T


def columns_by_strides(x, window):
    """Make `columns` as one view of x with overlapping rows, copied once.

    Args:
        x, window: see `columns`.
    """
    batch, *lengths, channels = x.shape
    first, *steps, last = x.strides  # bytes from one element to the next
    places = window.places(lengths)
    shape = (batch, *places, *window.size, channels)
    between = [step * n for step, n in zip(steps, window.strides, strict=True)]
    within = [step * n for step, n in zip(steps, window.dilation, strict=True)]
    xp = xp_of(x)
    view = xp.lib.stride_tricks.as_strided(x, shape, (first, *between, *within, last))
    n = math.prod(window.size) * channels
    X = xp.empty((batch, *places, n + 1), dtype=x.dtype)
    X[..., :n].reshape(shape)[...] = view
    X[..., n] = 1
    return X.reshape(-1, n + 1)


def channel_sums(x):
    """Sum x (batch, ..., width, channels) over all axes but the last: (channels,).

    In two stages, since long rows are added faster than many short ones.
    """
    xp = xp_of(x)
    rows = xp.reshape(x, (-1, math.prod(x.shape[-2:])))
    return total(xp.reshape(total(rows, axis=0), (-1, x.shape[-1])), axis=0)


def scatter_add(target, rows, values):
    """Add each of `values` to the row of `target` with its number; rows may repeat.

    Args:
        target: array (n, ...), which is changed.
        rows: whole numbers from 0 to below n, (m,).
        values: array (m, ...).
    """
    xp = xp_of(target)
    if hasattr(xp.add, "at"):
        xp.add.at(target, rows, values)
        return
    numbers = xp.expand_dims(arange(target.shape[0], like=rows), axis=1)
    hits = xp.astype(numbers == xp.expand_dims(rows, axis=0), target.dtype)  # (n, m)
    target += xp.tensordot(hits, values, axes=1)
