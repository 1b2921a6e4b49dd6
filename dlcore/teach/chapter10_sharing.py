"""Numbers and drawings of page 10.2: one set of weights for all places."""

from functools import cache

import numpy as np
from matplotlib.patches import Rectangle

from dlcore import Input, Sequential, ops
from dlcore.layers import Conv2D, Dense, Flatten
from dlcore.teach.chapter10_grids import frame, grays, minus, numbers, sheet, title
from dlcore.teach.chapter10_windows import FILTERS
from dlcore.teach.figures import color, show

N = 6
"""Rows and columns of the small picture whose layer is drawn as a matrix."""
KERNEL = np.arange(1.0, 10).reshape(3, 3)
BORDERS = ("zeros", "wrap-around")


def apply_filter(pictures, kernel, border="zeros", stride=1):
    """Return maps as large as the pictures, by the library; the middle lies on a pixel.

    Args:
        pictures: (rows, height, width).
        kernel: (3, 3).
        border: one of `BORDERS`.
        stride: of the window.
    """
    mode = "constant" if border == "zeros" else "wrap"
    x = np.pad(np.asarray(pictures, float), ((0, 0), (1, 1), (1, 1)), mode=mode)
    W = np.asarray(kernel, dtype=float)[:, :, None, None]
    return ops.conv(x[..., None], W, strides=(stride, stride)).data[..., 0]


# -- the layer as a matrix -------------------------------------------------------------


@cache
def matrix(border="zeros", n=N):
    """Return the matrix of the filter 1 to 9 on n by n pixels, found by the library.

    Column p is the map of a picture whose only 1 is pixel p.
    """
    dots = np.eye(n * n).reshape(-1, n, n)
    return apply_filter(dots, KERNEL, border).reshape(n * n, n * n).T


def is_toeplitz(M):
    """Tell whether all entries on each falling diagonal are equal."""
    return bool((M[1:, 1:] == M[:-1, :-1]).all())


def blocks(M, n=N):
    """Return a matrix (n n, n n) as blocks: (block row, block column, n, n)."""
    return M.reshape(n, n, n, n).transpose(0, 2, 1, 3)


def draw_matrix(border, row, column):
    """Draw the matrix of a small layer, with one output's row and its window."""
    M = matrix(border)
    place = N * row + column
    ax = sheet(15.2)
    _draw_blocks(ax, M, place)
    weights = M[place].reshape(N, N)
    _draw_weights(ax, weights, row, column)
    count = int((weights != 0).sum())
    lines = (f"({row}, {column}) sees", f"{count} of {N * N}", "pixels")
    for k, line in enumerate(lines):
        ax.text(0, 7.4 + 1.1 * k, line, va="center")
    return (
        f"Border: {border}. Output ({row}, {column}) is row {place} of the matrix, "
        f"with {count} weights that are not 0. The matrix has {int((M != 0).sum())} of "
        "them."
    )


def _draw_weights(ax, weights, row, column):
    """Draw one row of the matrix on the pixels that it belongs to."""
    side = 0.85
    title(ax, 2.55, 0.5, "36 pixels")
    frame(ax, (0, 1.2), 6 * side, 6 * side, color.border, 0.8)
    grays(ax, weights, (0, 1.2), side, largest=9, levels=9)
    frame(ax, (column * side, 1.2 + row * side), side, side, color.model)


def _draw_blocks(ax, M, place):
    """Draw the matrix, cut into blocks, with one of its rows framed."""
    cell, left, top = 14 / 36, 6.0, 1.2
    title(ax, left + 7, 0.5, "36 × 36 weights")
    grays(ax, M, (left, top), cell, largest=9, levels=9)
    for k in range(1, N):
        style = {"color": color.border, "lw": 0.6}
        ax.plot([left + 14 * k / N] * 2, [top, top + 14], "-", **style)
        ax.plot([left, left + 14], [top + 14 * k / N] * 2, "-", **style)
    frame(ax, (left - 0.1, top + place * cell - 0.08), 14.2, cell + 0.16, color.model)


# -- where the window goes -------------------------------------------------------------

LENGTHS = (7, 8, 28)
STRIDES = (1, 2, 3)
PADDINGS = (0, 1, 2)


def window_places(n, k, s, p):
    """Return how many places a window has along n pixels.

    Args:
        n: pixels.
        k: window.
        s: stride.
        p: zeros added on each side.
    """
    return (n + 2 * p - k) // s + 1


def draw_places(n, stride, padding):
    """Draw one row of pixels with its border, all places of a window of 3, outputs."""
    total = n + 2 * padding
    count = window_places(n, 3, stride, padding)
    ax = sheet(8.6)
    cell = min(20 / total, 1.6)
    left = (20 - total * cell) / 2
    title(ax, 0, 0.6, f"{n} pixels, {padding} zeros on each side", ha="left")
    _draw_pixels(ax, left, cell, n, padding)
    for k in range(count):
        _draw_window(ax, left + k * stride * cell, 3.4 + 0.55 * (k % 3), cell)
    unused = total - ((count - 1) * stride + 3)
    _draw_unused(ax, left + (total - unused) * cell, left + total * cell)
    title(ax, 0, 7.3, f"{count} outputs: ({total} − 3) / {stride}, rounded", ha="left")
    title(ax, 0, 8.3, "down, plus 1", ha="left")
    last = "pixel on the right is" if unused == 1 else f"{unused} on the right are"
    tail = f" The last {last} never seen." if unused else ""
    return (
        f"{n} pixels, padding {padding}, window 3, stride {stride}: {count} outputs a "
        f"side, {count**2} in all.{tail}"
    )


def _draw_pixels(ax, left, cell, n, padding):
    """Draw n pixels in a row, with empty squares for the zeros on both sides."""
    for k in range(n + 2 * padding):
        corner = (left + k * cell, 1.4)
        if padding <= k < n + padding:
            grays(ax, [[4]], corner, cell)
        else:
            frame(ax, corner, cell, cell, color.muted, 1.0, ls=(0, (2, 2)))


def _draw_window(ax, x, y, cell):
    """Draw a place of the window, from x on, as a line, and below it its output."""
    ax.plot([x + 0.15 * cell, x + 2.85 * cell], [y, y], "-", color=color.model,
            lw=3)  # fmt: skip
    ax.plot([x + 1.5 * cell], [6.2], "s", color=color.data, ms=7)


def _draw_unused(ax, start, end):
    """Draw a dotted line under the pixels that no window reaches, if there are any."""
    if start < end:
        ax.plot([start, end], [3.4, 3.4], ":", color=color.muted, lw=2)


# -- channels --------------------------------------------------------------------------

COLORED = np.stack(
    [
        [[9, 9, 0], [9, 9, 0], [9, 9, 0]],
        [[1, 1, 7], [1, 1, 7], [1, 1, 7]],
        [[2, 2, 2], [2, 2, 2], [2, 2, 2]],
    ],
    axis=-1,
).astype(float)
"""A window of 3 by 3 pixels in colors: red at the left, green at the right."""

RED_GREEN = np.stack(
    [FILTERS["vertical edge"] * sign for sign in (-1, 1, 0)], axis=-1
).astype(float)
"""A filter over three channels: where red ends and green begins."""


def channel_sums():
    """Return the sums of products in each channel, and in all, by the library."""
    parts = [(COLORED[..., k] * RED_GREEN[..., k]).sum() for k in range(3)]
    z = ops.conv(COLORED[None], RED_GREEN[..., None]).data
    return parts, float(z[0, 0, 0, 0])


def show_channels():
    """Show a colored window, a filter as deep as it, and the sums."""
    parts, total = channel_sums()
    ax = sheet(21.0)
    for x, head in ((5.4, "window"), (12.2, "filter"), (18, "sum")):
        title(ax, x, 0.5, head)
    for k, name in enumerate(("red", "green", "blue")):
        _draw_channel(ax, k, name, parts[k])
    ax.plot([16.4, 19.6], [18.9, 18.9], "-", color=color.muted, lw=1)
    ax.text(16.2, 20, "z =", ha="right", va="center")
    ax.text(18, 20, minus(total), ha="center", va="center", color=color.model)
    show(
        ax.figure,
        caption="A filter is as deep as the picture: one layer of weights for each "
        "channel, and one sum over all of them. This one answers where red ends and "
        "green begins.",
        alt="Three 3 by 3 windows, red, green and blue, each beside 3 by 3 weights. "
        f"The sums of products are {', '.join(minus(p) for p in parts)}; together "
        f"{minus(total)}.",
    )


def _draw_channel(ax, k, name, part):
    """Draw one channel of the window, its weights, and their sum of products."""
    cell, top = 1.6, 1.3 + 5.9 * k
    middle = top + 1.5 * cell
    ax.text(0, middle, name, va="center")
    numbers(ax, COLORED[..., k], (3, top), cell, zeros=False)
    ax.text(8.8, middle, "×", ha="center", va="center")
    numbers(ax, RED_GREEN[..., k], (9.8, top), cell, zeros=False)
    ax.text(15.6, middle, "→", ha="center", va="center")
    ax.text(18, middle, minus(part), ha="center", va="center")


# -- how many parameters ---------------------------------------------------------------


def counted(layer, shape):
    """Return the number of parameters of a layer on inputs of this shape, by a model.

    Args:
        layer: a new layer.
        shape: of its inputs, without the batch.
    """
    first = [Flatten()] if isinstance(layer, Dense) else []
    return Sequential([Input(shape=shape), *first, layer]).count_params()


def parameter_rows():
    """Return (layer, parameters on 28 x 28, on 280 x 280) for the table.

    The dense layer of the large picture would not fit into memory; its number is
    the square of its pixels, as a model counts for the small one.
    """
    dense = counted(Dense(784, use_bias=False), (28, 28, 1))
    rows = [("dense, as many outputs as pixels", dense, (280 * 280) ** 2)]
    for text, c_in, c_out, k, bias in (
        ("one filter 3 × 3, no bias", 1, 1, 3, False),
        ("25 filters 3 × 3 on gray", 1, 25, 3, True),
        ("50 filters 3 × 3 on 25 channels", 25, 50, 3, True),
        ("50 filters 5 × 5 on 25 channels", 25, 50, 5, True),
    ):
        pair = [
            counted(Conv2D(c_out, k, use_bias=bias), (n, n, c_in)) for n in (28, 280)
        ]
        rows.append((text, *pair))
    return rows


# -- sharing as a prior ----------------------------------------------------------------

PICTURES_SEEN = (1, 5, 20, 40, 100)
NOISE = 0.5


@cache
def prior(shuffled=False):
    """Return test errors of a free matrix and of a filter, by training pictures.

    The truth is an edge filter on 6 by 6 pixels with a border of zeros, and noise;
    both models are fitted by least squares, the smallest of all solutions.

    Args:
        shuffled: whether the outputs of the truth are scrambled, so that no filter
            can be right.

    Returns:
        dict of training pictures to (error of the matrix, error of the filter).
    """
    rng = np.random.default_rng(0)
    order = rng.permutation(N * N) if shuffled else np.arange(N * N)
    f = FILTERS["vertical edge"]

    def pairs(rows):
        x = rng.normal(size=(rows, N, N))
        return x, apply_filter(x, f).reshape(rows, -1)[:, order]

    x_test, y_test = pairs(500)
    found = {}
    for rows in PICTURES_SEEN:
        x, y = pairs(rows)
        y = y + NOISE * rng.normal(size=y.shape)
        found[rows] = _test_errors(x, y, x_test, y_test)
    return found


def _test_errors(x, y, x_test, y_test):
    """Fit a free matrix and a filter; return the mean squared test errors of both."""
    free = np.linalg.pinv(x.reshape(len(x), -1)) @ y
    windows, windows_test = (all_windows(part) for part in (x, x_test))
    nine = np.linalg.pinv(windows) @ y.ravel()
    errors = (
        x_test.reshape(len(x_test), -1) @ free - y_test,
        windows_test @ nine - y_test.ravel(),
    )
    return tuple(float((e**2).mean()) for e in errors)


def all_windows(pictures):
    """Return all windows of 3 by 3 with a border of zeros as rows of nine."""
    padded = np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    return view.reshape(-1, 9)


# -- depth -----------------------------------------------------------------------------


PIXEL, STEP = 0.16, 0.07  # sides of a drawn pixel, and from sheet to sheet


def deep_model():
    """Return the model of two layers of filters whose depths are drawn."""
    return Sequential(
        [
            Input(shape=(28, 28, 3)),
            Conv2D(16, kernel_size=3, activation="relu"),
            Conv2D(32, kernel_size=3, activation="relu"),
        ]
    )


def _depths():
    """Return the shapes of the input and of both outputs, and those of the kernels."""
    model = deep_model()
    shapes = [(28, 28, 3), *(layer.output.shape[1:] for layer in model.layers)]
    return shapes, [layer.kernel.shape for layer in model.layers]


def show_depth():
    """Show the input and the outputs of two layers as stacks of sheets."""
    shapes, kernels = _depths()
    ax = sheet(11.6)
    lefts, bottom = (0.2, 6.6, 13.4), 6.4
    for k, (left, (rows, _, depth)) in enumerate(zip(lefts, shapes, strict=True)):
        _draw_stack(ax, (left, bottom), rows, depth)
        if k < 2:
            _draw_block(ax, (left + 2.4, bottom - 1.6), depth, kernels[k])
            _draw_ray(ax, (left + 2.4, bottom - 1.4), (lefts[k + 1] + 1, bottom - 1.7))
            _name_filters(ax, left + rows * PIXEL + 0.9 + k * 0.6, kernels[k])
    show(
        ax.figure,
        caption="Each filter goes through all sheets of its input and gives one sheet "
        "of its output. Stacks: rows, columns and channels of the input and of two "
        "layers' outputs; below: how many filters of which size lie between.",
        alt="Three stacks of squares: "
        + "; ".join(" by ".join(map(str, s)) for s in shapes)
        + ". A small block through all sheets of a stack leads to a point of the next.",
    )


def _draw_stack(ax, corner, rows, depth):
    """Draw square sheets one behind the other, from the lower left corner on."""
    (left, bottom), side = corner, rows * PIXEL
    style = {"fc": color.surface, "ec": color.muted, "lw": 0.7}
    for number in reversed(range(depth)):
        place = left + number * STEP, bottom - side - number * STEP
        ax.add_patch(Rectangle(place, side, side, **style))
    title(ax, left + side / 2, 7.2, f"{rows} × {rows}")
    title(ax, left + side / 2, 8.2, f"{depth} deep")


def _name_filters(ax, x, kernel):
    """Write how many filters of which size lie between two stacks."""
    title(ax, x, 10.1, f"{kernel[3]} filters")
    title(ax, x, 11.1, " × ".join(map(str, kernel[:3])))


def _draw_block(ax, corner, depth, kernel):
    """Draw a filter as a small block through all sheets of a stack."""
    (x, y), depth = corner, depth * STEP
    side = 1.3 * kernel[0] * PIXEL
    frame(ax, (x, y), side, side, color.model)
    for dx, dy in ((0, 0), (side, 0), (side, side)):
        ax.plot([x + dx, x + dx + depth], [y + dy, y + dy - depth], "-",
                color=color.model, lw=1.2)  # fmt: skip


def _draw_ray(ax, start, end):
    """Draw a dashed line from a block to the output that it makes."""
    ax.plot([start[0] + 0.6, end[0]], [start[1], end[1]], "--", color=color.model,
            lw=1.2)  # fmt: skip
    ax.plot([end[0]], [end[1]], "o", color=color.model, ms=4)
