"""Page 10.3's numbers: pooling, a whole network, its costs, and its way back."""

import numpy as np
import pytest

from dlcore import Tensor, ops
from dlcore.teach import chapter10_backward as back
from dlcore.teach import chapter10_pooling as pooling
from dlcore.teach import chapter10_whole as whole


def test_the_network_of_the_page_has_these_shapes_and_parameters():  # C10.25
    model = whole.large()
    learned = [layer for layer in model.layers if layer.weights]
    assert [x.count_params() for x in learned] == [250, 11300, 125100, 1010]
    assert model.count_params() == 137660
    sides = [
        x.output.shape[1] for x in model.layers if x.output and x.output.data.ndim == 4
    ]
    assert [n for n in sides if n != 28] == [26, 13, 11, 5]
    assert model.layers[4].output.shape[1] == 1250


def test_global_pooling_leaves_5100_of_125100():  # C10.23
    for tail in ("mean of each map", "largest of each map"):
        assert whole.costs(tail=tail)[0][2] == 5100
    assert whole.costs()[0][2] == 125100


def test_parameters_are_in_dense_layers_and_work_in_convolutions():  # C10.26
    parameters, work = whole.costs()
    assert sum(parameters[2:]) == 126110
    assert round(100 * sum(parameters[2:]) / sum(parameters)) == 92
    assert work == (152100, 1361250, 125000, 1000)
    assert round(100 * sum(work[:2]) / sum(work)) == 92


@pytest.mark.parametrize("side", whole.SIDES)
@pytest.mark.parametrize("filters", whole.FILTERS)
def test_costs_follow_the_formulas(side, filters):
    parameters, work = whole.costs(side, filters)
    first = side - 2
    second = first // 2 - 2
    last = second // 2
    assert parameters[:2] == (25 * 10, filters * (25 * 9 + 1))
    assert work[:2] == (first**2 * 225, second**2 * filters * 25 * 9)
    assert work[2] == last**2 * filters * 100


@pytest.mark.parametrize("kind", pooling.KINDS)
def test_slopes_of_pooling_by_differences(kind):  # C10.20, C10.21
    Z = pooling.paper().astype(float)
    Z[2:, 0] = 2.0, 2.5  # without ties, where the largest has no slope
    found = pooling.pulled(Z, kind)
    for place in np.ndindex(4, 4):
        up, down = Z.copy(), Z.copy()
        up[place] += 1e-6
        down[place] -= 1e-6
        change = pooling.pooled(up, kind).data - pooling.pooled(down, kind).data
        slope = (change * pooling.DELTA).sum() / 2e-6
        assert found[place] == pytest.approx(slope, abs=1e-6)


@pytest.mark.parametrize("kind", pooling.KINDS)
def test_every_kind_passes_on_all_of_the_slope(kind):
    blocks = pooling.pulled(pooling.paper(), kind).reshape(2, 2, 2, 2)
    np.testing.assert_allclose(blocks.sum(axis=(1, 3)), pooling.DELTA)


def test_relu_and_max_pooling_may_change_places():  # C10.22
    Z = np.random.default_rng(0).normal(size=(1, 6, 6, 3))
    one = ops.relu(ops.max_pool(Z, (2, 2))).data
    other = ops.max_pool(ops.relu(Tensor(Z)), (2, 2)).data
    np.testing.assert_array_equal(one, other)
    mean = ops.relu(ops.average_pool(Z, (2, 2))).data
    assert np.abs(mean - ops.average_pool(ops.relu(Tensor(Z)), (2, 2)).data).max() > 0.1


def test_rows_of_windows_give_what_the_library_gives():  # C10.27
    rng = np.random.default_rng(1)
    g, f, delta = rng.normal(size=(7, 7)), rng.normal(size=(3, 3)), None
    x = Tensor(g[None, :, :, None], requires_grad=True)
    W = Tensor(f[:, :, None, None], requires_grad=True)
    b = Tensor(np.zeros(1), requires_grad=True)
    z = ops.conv(x, W, b)
    np.testing.assert_allclose(back.slide(g, f), z.data[0, :, :, 0])
    delta = rng.normal(size=(5, 5))
    z.backward(delta[None, :, :, None])
    by_filter, by_bias, by_picture = back.gradients(g, f, delta)
    np.testing.assert_allclose(by_filter, W.grad[:, :, 0, 0])
    np.testing.assert_allclose(by_bias, b.grad[0])
    np.testing.assert_allclose(by_picture, x.grad[0, :, :, 0], atol=1e-12)
    np.testing.assert_allclose(back.full(delta, f), by_picture, atol=1e-12)
    np.testing.assert_allclose(back.slide(g, delta), by_filter)


def test_slopes_of_a_convolution_by_differences():  # C10.28
    rng = np.random.default_rng(2)
    g, f = rng.normal(size=(5, 5)), rng.normal(size=(2, 2))
    by_filter, _, by_picture = back.gradients(g, f, back.slide(g, f))
    for array, found in ((f, by_filter), (g, by_picture)):
        for place in np.ndindex(array.shape):
            array[place] += 1e-6
            up = (back.slide(g, f) ** 2).sum() / 2
            array[place] -= 2e-6
            down = (back.slide(g, f) ** 2).sum() / 2
            array[place] += 1e-6
            assert found[place] == pytest.approx((up - down) / 2e-6, abs=1e-5)


def test_library_slopes_with_stride_and_margin_by_differences():
    rng = np.random.default_rng(3)
    x, W = rng.normal(size=(1, 5, 5, 2)), rng.normal(size=(3, 3, 2, 2))

    def loss(x, W):
        return ops.sum(ops.conv(x, W, strides=(2, 2), padding="same") ** 2)

    tensors = [Tensor(array, requires_grad=True) for array in (x, W)]
    loss(*tensors).backward()
    for array, tensor in zip((x, W), tensors, strict=True):
        for place in [(0, 0, 0, 1), (0, 2, 1, 0)]:
            array[place] += 1e-6
            up = loss(x, W).data
            array[place] -= 2e-6
            down = loss(x, W).data
            array[place] += 1e-6
            assert tensor.grad[place] == pytest.approx((up - down) / 2e-6, abs=1e-5)


def test_figures_say_what_they_draw():
    import matplotlib.pyplot as plt

    assert "gives 2.75" in pooling.draw_pooling("mean", 2)
    assert "gives 9" in pooling.draw_pooling("largest", 9)
    assert "9 windows" in back.draw_pixel(3, 3)
    assert "1 window:" in back.draw_pixel(1, 5)
    assert "gives" in back.draw_rows("forward", 4)
    plt.close("all")
    values = [
        float(eval(back.draw_pixel(r, c).split(": ")[1].split(" = ")[0]
                   .replace("·", "*").replace("−", "-")))
        for r in (1, 3, 4) for c in (2, 5)
    ]  # fmt: skip
    plt.close("all")
    full = back.full(back.DELTA, back.WIDE_FILTER)
    assert values == [full[r - 1, c - 1] for r in (1, 3, 4) for c in (2, 5)]


def test_a_twentieth_of_the_weights_reads_as_well():
    assert whole.network().count_params() == 1898
    assert whole.right_after(1) > 190
    assert whole.right_after(20) >= whole.dense_right(0) == 271


def test_linear_network_falls_behind():
    assert whole.variant_right(None, "mean", 0) < whole.right_after(20) - 5
