"""Page 10.2's numbers: places, parameters, the matrix of a filter, shifts, pooling."""

import numpy as np
import pytest

from dlcore import Input, Sequential
from dlcore.layers import Conv2D
from dlcore.teach import chapter10_sharing as page
from dlcore.teach import chapter10_shift as shifts
from dlcore.teach.checks.chapter10_sharing import (
    convolution_matrix,
    filter_parameters,
    window_places,
)

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("s", [1, 2, 3, 4])
@pytest.mark.parametrize("p", [0, 1, 2])
@pytest.mark.parametrize("k", [1, 3, 5])
def test_places_are_those_that_the_window_can_take(k, p, s):
    for n in (5, 7, 8, 28):
        starts = [m for m in range(0, n + 2 * p, s) if m + k <= n + 2 * p]
        assert page.window_places(n, k, s, p) == window_places(n, k, s, p)
        assert window_places(n, k, s, p) == len(starts)
        padded = Input(shape=(n + 2 * p, n + 2 * p, 1))
        layer = Sequential([padded, Conv2D(1, k, strides=s)]).layers[0]
        assert layer.output.shape[1:3] == (len(starts),) * 2


def test_28_pixels_with_a_window_of_3_and_strides():
    assert [window_places(28, 3, s, 0) for s in (1, 2, 3)] == [26, 13, 9]
    for k in (3, 5, 7):
        assert window_places(28, k, 1, (k - 1) // 2) == 28


def test_parameters_counted_by_models():
    counts = {row[0]: row[1:] for row in page.parameter_rows()}
    assert counts["dense, as many outputs as pixels"][0] == 614656
    assert counts["one filter 3 × 3, no bias"] == (9, 9)
    assert counts["25 filters 3 × 3 on gray"] == (250, 250)
    assert counts["50 filters 3 × 3 on 25 channels"] == (11300, 11300)
    assert filter_parameters(3, 25, 50) == 11300
    assert filter_parameters(5, 25, 50) == 31300


def test_a_filter_sums_over_all_channels():
    parts, total = page.channel_sums()
    assert parts == [27, 18, 0]
    assert total == sum(parts) == 45


def test_matrix_of_a_filter():
    M = page.matrix("zeros")
    assert M.shape == (36, 36)
    assert (M != 0).sum() == 256 == (3 * 6 - 2) ** 2
    assert len(np.unique(M[M != 0])) == 9
    np.testing.assert_array_equal(M, convolution_matrix(page.KERNEL, 6))
    x = RNG.normal(size=(6, 6))
    z = page.apply_filter(x[None], page.KERNEL)[0]
    np.testing.assert_allclose(M @ x.ravel(), z.ravel(), atol=1e-12)


@pytest.mark.parametrize("border", page.BORDERS)
def test_matrix_is_doubly_block_toeplitz(border):
    blocks = page.blocks(page.matrix(border))
    np.testing.assert_array_equal(blocks[1:, 1:], blocks[:-1, :-1])
    assert all(page.is_toeplitz(block) for line in blocks for block in line)
    assert not page.is_toeplitz(page.matrix(border))
    full = page.matrix(border)[14]
    assert (full != 0).sum() == 9


def test_one_picture_teaches_a_filter_more_than_a_hundred_teach_a_matrix():
    found = page.prior()
    assert found[1][1] < found[100][0]
    assert all(nine < free / 10 for free, nine in found.values())
    scrambled = page.prior(True)
    assert all(nine > 4 for _, nine in scrambled.values())
    assert scrambled[100][0] < 0.3


def test_shift_in_shift_out():
    x, f = RNG.normal(size=(1, 10, 10)), RNG.normal(size=(3, 3))

    def gap(columns, **settings):
        steps = columns // settings.get("stride", 1)
        first = page.apply_filter(shifts.shift(x, columns), f, **settings)
        return np.abs(first - shifts.shift(page.apply_filter(x, f, **settings), steps))

    for columns in range(10):
        assert gap(columns, border="wrap-around").max() < 1e-14
        strided = gap(columns, border="wrap-around", stride=2).max()
        assert (strided < 1e-14) == (columns % 2 == 0)
    assert gap(1, border="zeros").max() > 0.5
    assert gap(1, border="zeros")[:, :, 2:-2].max() < 1e-14


def test_hook_is_exact_until_it_reaches_the_rim():
    assert all(shifts.difference("wrap-around", s) == 0 for s in shifts.SHIFTS)
    zeros = [shifts.difference("border of zeros", s) for s in shifts.SHIFTS]
    assert max(zeros[:5]) == 0
    assert min(zeros[5:]) > 0.5
    strided = [shifts.difference("wrap-around, stride 2", s) for s in shifts.SHIFTS]
    assert max(strided[::2]) == 0
    assert min(strided[1::2]) > 0.5


def test_every_equivariant_linear_layer_is_a_convolution():
    n, layer = 5, RNG.normal(size=(25, 25))
    total = np.zeros_like(layer)
    for a, b in np.ndindex(n, n):  # the mean over all shifts is equivariant
        T = np.roll(np.eye(25).reshape(n, n, n, n), (a, b), (0, 1)).reshape(25, 25)
        total += T.T @ layer @ T / 25
    h = (total @ np.eye(25)[0]).reshape(n, n)  # what it makes of a dot
    x = RNG.normal(size=(n, n))
    by_h = sum(x[q] * np.roll(h, q, (0, 1)) for q in np.ndindex(n, n))
    np.testing.assert_allclose((total @ x.ravel()).reshape(n, n), by_h, atol=1e-12)


def test_global_pooling_is_invariant_and_blocks_are_only_roughly():
    moved = [shifts.change(kind, 1) for kind in shifts.POOLS]
    assert moved == sorted(moved, reverse=True)
    assert moved[-1] == 0
    assert 0.4 < moved[1] < 0.8 * moved[0]
    assert all(shifts.change("global", s) == 0 for s in (1, 2, 3, 4))


def test_share_of_unchanged_entries_falls_with_pooling():
    same = [shifts.same_entries(kind) for kind in shifts.POOLS[:3]]
    assert same == sorted(same, reverse=True)
    maps, pooled = shifts.sparse_example()
    assert maps == pytest.approx(0.9**2, abs=0.005)
    assert pooled == pytest.approx(0.9**6 + (1 - 0.9**6) / 3, abs=0.01)
