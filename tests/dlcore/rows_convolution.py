"""Rows of the table of ops: convolution, pooling, normalization, and slow twins."""

from itertools import product

import numpy as np

from dlcore import ops
from tests.dlcore.op_table import Row, normal


def margins(lengths, reach, strides, padding):
    """How much is added before and after each axis, by the rule of TensorFlow."""
    if padding == "valid":
        return [(0, 0) for _ in lengths]
    found = []
    for n, window, stride in zip(lengths, reach, strides, strict=True):
        spare = n % stride or stride
        total = max(window - spare, 0)
        found.append((total // 2, total - total // 2))
    return found


def windows(x, size, strides, padding="valid", dilation=None, value=0.0):
    """Pairs of a place and the window there, one by one."""
    dilation = dilation or [1] * len(size)
    reach = [(k - 1) * d + 1 for k, d in zip(size, dilation, strict=True)]
    around = margins(x.shape[1:-1], reach, strides, padding)
    x = np.pad(x, [(0, 0), *around, (0, 0)], constant_values=value)
    firsts = [
        range(0, n - r + 1, s)
        for n, r, s in zip(x.shape[1:-1], reach, strides, strict=True)
    ]
    for place in product(*map(enumerate, firsts)):
        part = [
            slice(first, first + r, d)
            for (_, first), r, d in zip(place, reach, dilation, strict=True)
        ]
        yield tuple(number for number, _ in place), x[(slice(None), *part)]


def gather(values):
    """One array (batch, ..., channels) of pairs of a place and a value there."""
    values = dict(values)
    shape = [n + 1 for n in max(values)]
    y = np.zeros((len(values[max(values)]), *shape, values[max(values)].shape[-1]))
    for place, value in values.items():
        y[(slice(None), *place)] = value
    return y


def slow_conv(x, W, b=0.0, strides=None, padding="valid", dilation=None):
    size = W.shape[:-2]
    axes = list(range(1, len(size) + 2)), list(range(len(size) + 1))
    return gather(
        (place, np.tensordot(part, W, axes) + b)
        for place, part in windows(
            x, size, strides or [1] * len(size), padding, dilation
        )
    )


def slow_pool(reduce, x, size, strides, padding="valid"):
    axes = tuple(range(1, len(size) + 1))
    return gather(
        (place, reduce(part, axis=axes))
        for place, part in windows(x, size, strides, padding, value=np.nan)
    )


def slow_transpose(x, W, b=0.0, strides=(1, 1), before=(0, 0), lengths=None):
    """Each x, times W, is added to a window of the result; then it is cut."""
    batch, height, width, _ = x.shape
    kh, kw, n_out, _ = W.shape
    z = np.zeros((batch, strides[0] * height + 9, strides[1] * width + 9, n_out))
    for row, column in np.ndindex(height, width):
        spread = np.tensordot(x[:, row, column], W, (1, 3))
        top, left = row * strides[0], column * strides[1]
        z[:, top : top + kh, left : left + kw] += spread
    (top, left), (down, across) = before, lengths
    return z[:, top : top + down, left : left + across] + b


def convolutions():
    """Rows of settings, shapes of x and W: batch 1, odd and uneven sizes among them."""
    cases = {
        "conv": ({}, (2, 4, 5, 2), (3, 2, 2, 3)),
        "conv many channels": ({}, (1, 4, 3, 4), (2, 3, 4, 2)),
        "conv one channel": ({"padding": "same"}, (2, 3, 4, 1), (3, 3, 1, 2)),
        "conv strides": ({"strides": (2, 3)}, (1, 6, 7, 4), (3, 2, 4, 2)),
        "conv same even": ({"padding": "same"}, (1, 4, 5, 2), (2, 4, 2, 1)),
        "conv same strides": (
            {"padding": "same", "strides": (2, 2)},
            (2, 5, 6, 1),
            (3, 3, 1, 2),
        ),
        "conv dilation": ({"dilation": (2, 1)}, (2, 6, 3, 4), (3, 2, 4, 1)),
        "conv same dilation": (
            {"dilation": (2, 3), "padding": "same"},
            (1, 4, 4, 1),
            (2, 2, 1, 2),
        ),
        "conv in time": ({}, (2, 5, 3), (3, 3, 2)),
        "conv in time strides": (
            {"strides": (2,), "padding": "same", "dilation": (1,)},
            (2, 6, 4),
            (3, 4, 2),
        ),
    }
    for name, (settings, x, W) in cases.items():
        yield Row(
            name,
            lambda x, W, b, settings=settings: ops.conv(x, W, b, **settings),
            lambda x, W, b, settings=settings: slow_conv(x, W, b, **settings),
            [normal(*x), normal(*W), normal(W[-1])],
        )


def transposed():
    """Rows of settings, what Keras makes of them, and shapes of x and W."""
    cases = {
        "conv_transpose": ({}, {"lengths": (4, 5)}, (2, 2, 4), (3, 2)),
        "conv_transpose strides": (
            {"strides": (2, 3)},
            {"strides": (2, 3), "lengths": (7, 6)},
            (1, 3, 2),
            (3, 2),
        ),
        "conv_transpose same": (
            {"strides": (2, 2), "padding": "same"},
            {"strides": (2, 2), "lengths": (6, 4), "before": (0, 1)},
            (1, 3, 2),
            (3, 4),
        ),
        "conv_transpose same one": (
            {"padding": "same"},
            {"lengths": (3, 3), "before": (1, 0)},
            (2, 3, 3),
            (3, 2),
        ),
        "conv_transpose output padding": (
            {"strides": (2, 2), "output_padding": (1, 0)},
            {"strides": (2, 2), "lengths": (6, 5)},
            (1, 2, 2),
            (3, 3),
        ),
        "conv_transpose same output padding": (
            {"strides": (2, 2), "padding": "same", "output_padding": (1, 0)},
            {"strides": (2, 2), "lengths": (4, 3), "before": (0, 1)},
            (1, 2, 2),
            (3, 3),
        ),
    }
    for name, (settings, slow, x, size) in cases.items():
        if name == "conv_transpose":
            x = (2, 2, 4)
        yield Row(
            name,
            lambda x, W, b, settings=settings: ops.conv_transpose(x, W, b, **settings),
            lambda x, W, b, slow=slow: slow_transpose(x, W, b, **slow),
            [normal(*x, 3), normal(*size, 2, 3), normal(2)],
        )


def pools():
    """Rows of settings and the shape of x, for both kinds of pooling."""
    cases = {
        "": ((2, 5, 4, 2), (2, 2), (2, 2), "valid"),
        " overlapping": ((1, 6, 5, 2), (3, 2), (2, 1), "valid"),
        " gaps": ((1, 5, 5, 1), (2, 1), (3, 2), "valid"),
        " same": ((2, 3, 5, 2), (2, 2), (2, 2), "same"),
        " same overlapping": ((1, 4, 4, 1), (3, 3), (1, 2), "same"),
        " in time": ((2, 5, 3), (2,), (2,), "valid"),
    }
    kinds = {
        "max_pool": (ops.max_pool, np.nanmax),
        "average_pool": (ops.average_pool, np.nanmean),
    }
    for (kind, (fast, reduce)), (name, case) in product(kinds.items(), cases.items()):
        shape, *settings = case
        yield Row(
            kind + name,
            lambda x, fast=fast, settings=settings: fast(x, *settings),
            lambda x, reduce=reduce, settings=settings: slow_pool(reduce, x, *settings),
            [normal(*shape)],
        )


IMAGES = normal(2, 3, 4, 2)
ROWS = [
    *convolutions(),
    *transposed(),
    *pools(),
    Row("conv without b", ops.conv, slow_conv, [IMAGES, normal(2, 2, 2, 3)]),
    Row(
        "pad",
        lambda x: ops.pad(x, [(1, 0), (2, 3)], 7.0),
        lambda x: np.pad(x, [(0, 0), (1, 0), (2, 3), (0, 0)], constant_values=7.0),
        [IMAGES],
    ),
    Row(
        "repeat",
        lambda x: ops.repeat(x, 3, axis=1),
        lambda x: np.repeat(x, 3, axis=1),
        [IMAGES],
    ),
    Row(
        "enlarge",
        lambda x: ops.enlarge(x, 2, axis=0),
        lambda x: np.stack(
            [x[0], 0.75 * x[0] + 0.25 * x[1], 0.25 * x[0] + 0.75 * x[1], x[1]]
        ),
        [normal(2, 3)],
    ),
    Row(
        "normalize",
        lambda x: ops.normalize(x, axes=0, epsilon=0.1),
        lambda x: (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.1),
        [normal(4, 3)],
    ),
    Row(
        "normalize images",
        lambda x, gamma, beta: ops.normalize(x, (0, 1, 2), gamma, beta),
        lambda x, gamma, beta: (
            gamma * (x - x.mean(axis=(0, 1, 2))) / np.sqrt(x.var(axis=(0, 1, 2)) + 1e-3)
            + beta
        ),
        [IMAGES, normal(2), normal(2)],
    ),
]


def elementary_conv(x, W, b):
    """A convolution of slices, products and sums."""
    kh, kw, _, n_out = W.shape
    down, across = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    z = b
    for i, j in np.ndindex(kh, kw):
        rows = ops.reshape(x[:, i : i + down, j : j + across, :], (-1, x.shape[-1]))
        z = z + rows @ W[i, j, ...]
    return ops.reshape(z, (x.shape[0], down, across, n_out))


def elementary_transpose(x, W):
    """A transposed convolution of products within margins, for strides of 1."""
    kh, kw, *_ = W.shape
    z = 0.0
    for i, j in np.ndindex(kh, kw):
        part = ops.linear(x, ops.transpose(W[i, j, ...]))
        z = ops.pad(part, [(i, kh - 1 - i), (j, kw - 1 - j)]) + z
    return z


def elementary_max_pool(x):
    """The largest of each two by two, of slices joined and reduced."""
    parts = [x[:, i::2, j::2, :] for i, j in np.ndindex(2, 2)]
    parts = [ops.reshape(part, (1, *part.shape)) for part in parts]
    return ops.max(ops.concat(parts), axis=0)


def elementary_average_pool(x):
    """The mean of each two by two, of slices added up."""
    return sum(0.25 * x[:, i::2, j::2, :] for i, j in np.ndindex(2, 2))


def elementary_normalize(x, gamma, beta):
    """Layer normalization of means and elementary arithmetic."""
    centered = x - x.mean(axis=-1, keepdims=True)
    variance = (centered * centered).mean(axis=-1, keepdims=True)
    return gamma * (centered / ops.sqrt(variance + 1e-3)) + beta


EVEN = normal(2, 4, 6, 3)
TWINS = [
    Row("conv", ops.conv, elementary_conv, [EVEN, normal(3, 2, 3, 2), normal(2)]),
    Row(
        "conv_transpose",
        ops.conv_transpose,
        elementary_transpose,
        [EVEN, normal(3, 2, 2, 3)],
    ),
    Row(
        "normalize",
        lambda x, gamma, beta: ops.normalize(x, -1, gamma, beta),
        elementary_normalize,
        [EVEN, normal(3), normal(3)],
    ),
    Row("max_pool", lambda x: ops.max_pool(x, (2, 2)), elementary_max_pool, [EVEN]),
    Row(
        "max_pool with ties",
        lambda x: ops.max_pool(x, (2, 2)),
        elementary_max_pool,
        [np.round(EVEN)],
    ),
    Row(
        "average_pool",
        lambda x: ops.average_pool(x, (2, 2)),
        elementary_average_pool,
        [EVEN],
    ),
]
