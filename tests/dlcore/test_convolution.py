"""Convolution and pooling beyond their tables: kernels, ties, what is spared."""

import numpy as np
import pytest

from dlcore import Sequential, Tensor, kernels, layers, no_grad, ops
from dlcore.ops.windows import Window

rng = np.random.default_rng(5)


def normal(*shape):
    return rng.normal(size=shape)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    ("shape", "window"),
    [
        ((2, 5, 6, 4), Window((3, 2))),
        ((1, 7, 7, 5), Window((3, 3), (2, 3))),
        ((2, 7, 6, 4), Window((2, 2), (1, 2), (3, 2))),
        ((3, 9, 4), Window((3,), (2,), (2,))),
        ((2, 4, 4, 1), Window((3, 3))),
    ],
)
def test_fast_columns_equal_the_portable_ones(shape, window, dtype):
    x = normal(*shape).astype(dtype)
    fast = kernels.columns_by_strides(x, window)
    np.testing.assert_array_equal(fast, kernels.columns_by_planes(x, window))
    assert fast.dtype == dtype
    apart = np.concatenate([x, x], axis=-1)[..., : x.shape[-1]]  # not contiguous
    np.testing.assert_array_equal(kernels.columns_by_strides(apart, window), fast)


@pytest.mark.parametrize("block", [1, 50, 2**18])
def test_blocks_cover_all_rows_once(block, monkeypatch):
    monkeypatch.setattr(kernels, "BLOCK", block)
    x = Tensor(normal(7, 4, 4, 2), requires_grad=True)
    rows = [n for part in kernels.blocks(x.data) for n in range(7)[part]]
    assert rows == list(range(7))
    y = ops.max_pool(x, (2, 2))
    y.backward(np.ones(y.shape))
    winners = x.data == y.data.repeat(2, axis=1).repeat(2, axis=2)
    np.testing.assert_array_equal(x.grad, winners)


WINDOWS = [Window((3, 3)), Window((3, 2), (2, 1)), Window((2, 3), (1, 2), (3, 1))]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("channels", [4, 5, 12])
def test_columns_made_in_parts_change_no_number(window, channels, monkeypatch):
    x, W = normal(25, 7, 8, channels), normal(*window.size, channels, 3)
    results = []
    for limit in (1, 2**20):
        monkeypatch.setattr(kernels, "BLOCK", limit)
        blocks = kernels.column_blocks(x, window)
        assert [n for part in blocks for n in range(25)[part]] == list(range(25))
        assert len(blocks) == (3 if limit == 1 else 1)
        leaves = [Tensor(a, requires_grad=True) for a in (x, W, normal(3) * 0)]
        z = ops.conv(*leaves, window.strides, dilation=window.dilation)
        (z * z).sum().backward()
        results.append([z.data, *[leaf.grad for leaf in leaves]])
    for parts, whole in zip(*results, strict=True):
        np.testing.assert_allclose(parts, whole, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("channels", [1, 4])
def test_a_batch_may_be_empty(channels):
    x = Tensor(normal(0, 7, 8, channels))
    assert ops.conv(x, normal(3, 3, channels, 2)).shape == (0, 5, 6, 2)


def test_the_parts_of_a_window_are_its_rows_where_those_round_alike(monkeypatch):
    x, window = normal(25, 7, 8, 4), Window((3, 3))
    assert [at for at, _ in kernels.column_parts(x, window)] == [...]
    monkeypatch.setattr(kernels, "BLOCK", 1)
    assert len(kernels.column_parts(x, window)) == 3
    assert len(kernels.column_parts(normal(25, 7, 8, 5), window)) == 1


@pytest.mark.parametrize("shape", [(5, 3), (2, 4, 3), (2, 3, 4, 5)])
def test_sums_in_two_stages(shape):
    x = normal(*shape)
    np.testing.assert_allclose(
        kernels.channel_sums(x), x.reshape(-1, shape[-1]).sum(axis=0)
    )


def test_of_equal_ones_the_first_alone_wins():
    x = Tensor(np.array([[0.0, 2.0], [2.0, 2.0]]).reshape(1, 2, 2, 1))
    x.requires_grad = True
    ops.max_pool(x, (2, 2)).sum().backward()
    assert x.grad.reshape(2, 2).tolist() == [[0.0, 1.0], [0.0, 0.0]]


def test_margins_never_win():
    x = Tensor(np.full((1, 3, 3, 1), -5.0), requires_grad=True)
    y = ops.max_pool(x, (2, 2), padding="same")
    assert y.data.max() == y.data.min() == -5.0
    y.sum().backward()
    assert x.grad.sum() == 4.0


def test_the_mean_counts_what_is_within():
    y = ops.average_pool(np.ones((1, 3, 3, 1)), (2, 2), padding="same")
    np.testing.assert_array_equal(y.data, np.ones((1, 2, 2, 1)))


def test_images_at_the_start_need_no_gradient():
    x, W, b = Tensor(normal(2, 5, 5, 1)), Tensor(normal(3, 3, 1, 2)), Tensor(normal(2))
    W.requires_grad = True
    z = ops.conv(x, W, b)
    z.sum().backward()
    assert z.op.backward(np.ones(z.shape))[0] is None
    assert x.grad is None
    assert W.grad.shape == W.shape


def test_a_second_way_back_gives_the_same():
    x, W = Tensor(normal(2, 5, 5, 4)), Tensor(normal(3, 3, 4, 2), requires_grad=True)
    loss = (ops.conv(x, W) ** 2).sum()
    loss.backward()
    first = W.grad
    loss.backward()
    np.testing.assert_array_equal(W.grad, first)


def test_a_convolution_is_a_dense_layer_on_one_window():
    x, W, b = normal(4, 3, 3, 2), normal(3, 3, 2, 5), normal(5)
    z = ops.conv(x, W, b).data.reshape(4, 5)
    np.testing.assert_allclose(z, x.reshape(4, -1) @ W.reshape(-1, 5) + b)


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("strides", [(1, 1), (2, 3)])
def test_transposed_is_the_way_back(padding, strides):
    x, W = Tensor(normal(2, 6, 6, 3), requires_grad=True), normal(3, 3, 3, 2)
    z = ops.conv(x, W, strides=strides, padding=padding)
    delta = normal(*z.shape)
    z.backward(delta)
    back = ops.conv_transpose(delta, W, strides=strides, padding=padding).data
    height, width = back.shape[1:3]
    np.testing.assert_allclose(back, x.grad[:, :height, :width])


@pytest.mark.parametrize(
    ("padding", "output_padding", "lengths"),
    [
        ("valid", None, (9, 15)),
        ("same", None, (8, 15)),
        ("valid", (1, 2), (10, 16)),
        ("same", (1, 2), (8, 14)),
    ],
)
def test_lengths_of_transposed_convolutions(padding, output_padding, lengths):
    layer = layers.Conv2DTranspose(1, (3, 2), (2, 3), padding, output_padding)
    assert layer(np.zeros((1, 4, 5, 2))).shape == (1, *lengths, 1)


def test_weights_in_order_and_layout():
    model = Sequential(
        [
            layers.Input((8, 8, 1)),
            layers.Conv2D(3, (3, 2)),
            layers.BatchNormalization(),
            layers.Conv2DTranspose(5, 2),
            layers.Reshape((-1, 5)),
            layers.Conv1D(2, 4),
            layers.LayerNormalization(),
        ]
    )
    shapes = [W.shape for W in model.get_weights()]
    assert shapes == [
        *((3, 2, 1, 3), (3,)),
        *((3,), (3,), (3,), (3,)),
        *((2, 2, 5, 3), (5,)),
        *((4, 5, 2), (2,)),
        *((2,), (2,)),
    ]
    names = [W.name.rpartition("/")[2] for W in model.layers[1].weights]
    assert names == ["gamma", "beta", "moving_mean", "moving_variance"]


def test_odd_images_lose_their_last_row():
    model = Sequential([layers.MaxPooling2D(), layers.Flatten()])
    assert model.predict(normal(1, 5, 7, 2)).shape == (1, 12)


def test_no_columns_are_kept_without_a_tape():
    layer = layers.Conv2D(2, 3)
    with no_grad():
        assert layer(normal(1, 5, 5, 4)).op is None


@pytest.mark.parametrize("keepdims", [False, True])
def test_a_mask_leaves_steps_out_of_the_mean(keepdims):
    x, mask = normal(2, 3, 4), np.array([[True, True, False], [True, False, False]])
    y = layers.GlobalAveragePooling1D(keepdims, dtype="float64")(x, mask=mask)
    expected = np.stack([x[0, :2].mean(axis=0), x[1, 0]])
    np.testing.assert_allclose(y.data.reshape(2, 4), expected)
    assert y.shape == ((2, 1, 4) if keepdims else (2, 4))
