"""Kernels: what the common array functions cannot do quickly, each by its name.

A kernel has a portable form, of functions that every array library has, and where it
helps a fast form for those that have strides, as NumPy has; both give the same.
"""

import math

from dlcore.backend import arange, total, xp_of

FEW_CHANNELS = 3  # up to here, whole planes are copied faster than single windows


def columns(x, window):
    """Lay out the windows of x, at all their places, as the rows of a matrix.

    Args:
        x: images (batch, height, width, channels), or series (batch, time, channels).
        window: a `Window` that slides over all axes but the first and last.

    Returns:
        Array (batch places, elements channels): a row for each place, in it the
        window's elements row by row, each with all its channels.
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
    channels = x.shape[-1]
    x = xp.moveaxis(x, -1, 0)  # (channels, batch, height, width)
    elements = window.elements(x.shape[2:])
    planes = xp.stack([x[(slice(None), *part)] for part in elements])
    return xp.reshape(planes, (math.prod(window.size) * channels, -1)).T


def columns_by_strides(x, window):
    """Make `columns` as one view of x with overlapping rows, copied once.

    Args:
        x, window: see `columns`.
    """
    batch, *lengths, channels = x.shape
    first, *steps, last = x.strides  # bytes from one element to the next
    view = xp_of(x).lib.stride_tricks.as_strided(
        x,
        (batch, *window.places(lengths), *window.size, channels),
        (
            first,
            *[step * n for step, n in zip(steps, window.strides, strict=True)],
            *[step * n for step, n in zip(steps, window.dilation, strict=True)],
            last,
        ),
    )
    return xp_of(x).reshape(view.copy(), (-1, math.prod(window.size) * channels))


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
