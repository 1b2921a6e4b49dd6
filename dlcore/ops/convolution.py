"""The ops of convolutions, and of those that go the other way."""

from dlcore.backend import xp_of, zeros
from dlcore.kernels import column_blocks, column_parts, columns
from dlcore.ops.elementary import tensors
from dlcore.ops.shaping import cut
from dlcore.ops.windows import Window, fit, pad
from dlcore.tensor import Op


class Conv(Op):
    """z = x * W + b: at every place of a window, its weighted sum.

    For images, z[y, x] = Σ_ij x[y + i, x + j] W[i, j] + b. The windows are laid out
    as the rows of a matrix, the columns X, with a 1 at the end that meets b below W:
    then all sums are one product, z = [X, 1] [W, b]. Where X would be large, it is
    made for some examples at a time.

    With delta, the gradient of the loss by z, the way back is that of `Linear`,

        [dW, db] = [X, 1]ᵀ delta,

    where a large X is made for one row of the window at a time; and dx gets
    delta W[i, j]ᵀ at element (i, j) of all windows, added up.
    """

    name = "conv"

    def __init__(self, window):
        self.window = window

    def forward(self, x, W, b):  # (batch, h, w, in), (kh, kw, in, out), (out,)
        xp, n_out = xp_of(x), W.shape[-1]
        self.x, self.W = x, W
        Wb = xp.concat([xp.reshape(W, (-1, n_out)), xp.reshape(b, (1, n_out))])
        blocks = column_blocks(x, self.window)
        sums = [columns(x[rows, ...], self.window) @ Wb for rows in blocks]
        z = sums[0] if len(sums) == 1 else xp.concat(sums)  # (batch places, out)
        places = self.window.places(x.shape[1:-1])
        return xp.reshape(z, (x.shape[0], *places, n_out))

    def backward(self, delta):  # (batch, places down, places across, out)
        xp = xp_of(delta)
        dx = dW = db = None
        if self.wants(0):
            dx = spread(delta, self.W, self.window, self.x.shape)
        if self.wants(1) or self.wants(2):
            delta = xp.reshape(delta, (-1, delta.shape[-1]))
            parts = column_parts(self.x, self.window)
            dWb = [columns(self.x[at], part).T @ delta for at, part in parts]
            dW = xp.reshape(xp.concat([d[:-1, :] for d in dWb]), self.W.shape)
            db = dWb[0][-1, :]  # the sums of delta, which each of them has
        return dx, dW, db


class ConvTranspose(Op):
    """Every x spreads x W over a window of z, and these add up: `Conv` backward.

    With W (kh, kw, out, in), z gets x W[i, j]ᵀ at element (i, j) of all windows. The
    way back is that of `Conv` forward: with the windows of delta as the columns D,

        dx = D W,    dW = Dᵀ x.
    """

    name = "conv_transpose"

    def __init__(self, window):
        self.window = window

    def forward(self, x, W):  # (batch, h, w, in), (kh, kw, out, in)
        self.x, self.W = x, W
        steps = zip(x.shape[1:-1], self.window.strides, self.window.reach, strict=True)
        lengths = [(n - 1) * stride + reach for n, stride, reach in steps]
        return spread(x, W, self.window, (x.shape[0], *lengths, W.shape[-2]))

    def backward(self, delta):  # (batch, h stride ..., w stride ..., out)
        xp = xp_of(delta)
        n_in = self.x.shape[-1]
        D = columns(delta, self.window)[:, :-1]  # (batch h w, kh kw out)
        dx = xp.reshape(D @ xp.reshape(self.W, (-1, n_in)), self.x.shape)
        dW = D.T @ xp.reshape(self.x, (-1, n_in))
        return dx, xp.reshape(dW, self.W.shape)


def spread(delta, W, window, shape):
    """Spread each delta over its window, weighted by W, and add up.

    Args:
        delta: array (batch, places down, places across, out).
        W: array (kh, kw, in, out).
        window: a `Window` of the size (kh, kw).
        shape: that of the result, (batch, height, width, in).
    """
    xp = xp_of(delta)
    x = zeros(shape, like=delta)
    W = xp.reshape(W, (-1, *W.shape[-2:]))  # (kh kw, in, out)
    elements = window.elements(shape[1:-1])
    for block in column_blocks(x, window):
        images, d = x[block, ...], delta[block, ...]
        rows = xp.reshape(d, (-1, d.shape[-1]))
        for n, part in enumerate(elements):
            images[part] += xp.reshape(rows @ W[n, ...].T, (*d.shape[:-1], shape[-1]))
    return x


def conv(x, W, b=None, strides=None, padding="valid", dilation=None):
    """The weighted sums of all windows of x.

    Args:
        x: images (batch, height, width, in), or series (batch, time, in).
        W: weights (kh, kw, in, out), or (k, in, out).
        b: biases (out,), or None.
        strides: the window's steps along each axis, such as (2, 2).
        padding: "valid" for windows within x; "same" for one around each element.
        dilation: the distance of the window's elements along each axis.

    Returns:
        Tensor (batch, places down, places across, out).

    Example:
        >>> conv([[[1.0], [2.0], [4.0]]], [[[-1.0]], [[1.0]]]).data.tolist()
        [[[1.0], [2.0]]]
    """
    x, W = tensors(x, W)
    if b is None:
        b = zeros(W.shape[-1:], like=W.data)
    window = Window(W.shape[:-2], strides, dilation)
    return Conv(window)(fit(x, window, padding), *tensors(W, b))


def conv_transpose(
    x, W, b=None, strides=None, padding="valid", dilation=None, output_padding=None
):
    """What `conv` does to lengths, undone: each x is spread over a window.

    Args:
        x: images (batch, height, width, in), or series (batch, time, in).
        W: weights (kh, kw, out, in), or (k, out, in).
        b: biases (out,), or None.
        strides: the window's steps along each axis of the result, such as (2, 2).
        padding: "valid" to keep all; "same" for lengths that are those of x times
            the stride.
        dilation: the distance of the window's elements along each axis.
        output_padding: what else the result is longer along each axis, or None.

    Returns:
        Tensor (batch, height', width', out).

    Example:
        >>> conv_transpose([[[1.0], [2.0]]], [[[1.0]], [[3.0]]]).data.tolist()
        [[[1.0], [5.0], [6.0]]]
    """
    x, W = tensors(x, W)
    window = Window(W.shape[:-2], strides, dilation)
    z = ConvTranspose(window)(x, W)
    cuts = [
        transposed_cuts(reach, stride, padding, more)
        for reach, stride, more in zip(
            window.reach,
            window.strides,
            output_padding or [None for _ in window.size],
            strict=True,
        )
    ]
    z = pad(z, [(0, max(-after, 0)) for _, after in cuts])
    inside = [
        slice(before, n - max(after, 0))
        for n, (before, after) in zip(z.shape[1:-1], cuts, strict=True)
    ]
    z = cut(z, (slice(None), *inside, ...))
    return z if b is None else z + b


def transposed_cuts(reach, stride, padding, more):
    """Return what Keras cuts off before and after a transposed convolution.

    Args:
        reach: the window's length.
        stride: its steps.
        padding: "valid" or "same".
        more: the output padding or None.
    """
    if padding == "valid":
        return 0, -max(stride - reach, 0) if more is None else -more
    spare = reach - stride  # so that the result is `stride` times as long
    if more is not None:
        spare = reach - reach % 2 - more
    before = max(spare // 2, 0)
    return before, spare - before
