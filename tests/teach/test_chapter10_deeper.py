"""Page 10.4's numbers: normalization, Fourier transforms, and shifted pictures."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore import Tensor, ops
from dlcore.layers import BatchNormalization, LayerNormalization
from dlcore.teach import chapter10_augment as augment
from dlcore.teach import chapter10_deeper as deeper
from dlcore.teach import chapter10_fourier as fourier
from dlcore.teach.checks import chapter10_deeper as checks

RNG = np.random.default_rng(0)


def test_maps_are_normalized_by_channel_over_batch_and_places():  # C10.30
    maps = RNG.normal(size=(8, 5, 5, 3)) * [1, 4, 9] + [0, 5, -7]
    layer = BatchNormalization(epsilon=1e-12)
    out = layer(maps, training=True).data
    np.testing.assert_allclose(out.mean(axis=(0, 1, 2)), 0, atol=1e-5)
    np.testing.assert_allclose(out.std(axis=(0, 1, 2)), 1, atol=1e-5)
    assert [w.shape for w in layer.weights] == [(3,)] * 4


def test_moving_averages_are_used_and_lag_behind():
    x = RNG.normal(size=(50, 2)) + 3
    layer = BatchNormalization(momentum=0.9)
    layer(x, training=True)
    mean, variance = layer.get_weights()[2:]
    np.testing.assert_allclose(mean, 0.1 * x.mean(axis=0), rtol=1e-4)
    np.testing.assert_allclose(variance, 0.9 + 0.1 * x.var(axis=0), rtol=1e-4)
    used = (x - mean) / np.sqrt(variance + 0.001)
    np.testing.assert_allclose(layer(x).data, used, rtol=1e-3)


def test_slopes_of_normalization_by_the_tape_and_by_differences():
    x, delta, gamma = checks.X.copy(), checks.DELTA, checks.GAMMA
    found = checks.batch_slopes(x, gamma, 0.001, delta)
    X = Tensor(x, requires_grad=True)
    ops.normalize(X, 0, Tensor(gamma), Tensor(checks.BETA)).backward(delta)
    np.testing.assert_allclose(found, X.grad, atol=1e-10)
    for place in [(0, 0), (3, 1), (4, 2)]:
        up, down = x.copy(), x.copy()
        up[place] += 1e-6
        down[place] -= 1e-6
        pair = [checks.batch_normalize(v, gamma, 0.0, 0.001) for v in (up, down)]
        slope = ((pair[0] - pair[1]) * delta).sum() / 2e-6
        assert found[place] == pytest.approx(slope, abs=1e-5)
    normal = checks.batch_normalize(x, 1.0, 0.0, 0.0)
    exact = checks.batch_slopes(x, gamma, 0.0, delta)
    np.testing.assert_allclose(exact.sum(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose((exact * normal).sum(axis=0), 0, atol=1e-12)


def test_layer_normalization_looks_at_each_row_alone():  # C10.31
    rows = RNG.normal(size=(4, 6))
    whole = LayerNormalization()(rows).data
    alone = LayerNormalization()(rows[2:3]).data
    np.testing.assert_allclose(whole[2:3], alone)
    np.testing.assert_allclose(whole.mean(axis=1), 0, atol=1e-6)


def test_normalization_widens_the_window_of_rates():
    plain = {rate: deeper.run("none", rate)[0][-1] for rate in (0.03, 0.1, 1.0)}
    assert plain[0.03] < 1 < plain[0.1]
    assert not np.isfinite(plain[1.0])
    for rate in (0.1, 1.0):
        assert deeper.run("before ReLU", rate)[0][-1] < plain[0.03]


def test_common_shift_and_scale_leave_normalized_numbers():
    base = deeper.normalized(deeper.VALUES)[0]
    for scale in deeper.SCALES:
        for shift in deeper.SHIFTS:
            made = deeper.normalized(scale * deeper.VALUES + shift)[0]
            np.testing.assert_allclose(made, base)


@pytest.mark.parametrize("length", range(12, 17))
def test_wrap_spoils_the_first_places_alone(length):  # C10.29
    true = np.convolve(fourier.FILTER, fourier.SIGNAL)
    wrong = ~np.isclose(fourier.wrapped(length), true[:length])
    assert wrong.sum() == 16 - length
    assert not wrong[16 - length :].any()


@pytest.mark.parametrize(("n", "k"), [(12, 3), (20, 7), (31, 8)])
def test_both_ways_give_the_same(n, k):
    g, f = RNG.normal(size=(n, n)), RNG.normal(size=(k, k))
    true = fourier.direct(g, f)
    assert true.shape == (n + k - 1, n + k - 1)
    assert np.abs(fourier.fourier(g, f) - true).max() < 1e-12
    assert np.abs(fourier.fourier(g, f, n + k - 1) - true).max() < 1e-12
    turned = ops.conv(g[None, :, :, None], f[::-1, ::-1, None, None]).data[0, :, :, 0]
    np.testing.assert_allclose(turned, true[k - 1 : n, k - 1 : n], atol=1e-12)


def test_without_room_the_first_rows_are_wrong():
    g, f = RNG.normal(size=(32, 32)), RNG.normal(size=(5, 5))
    spectrum = np.fft.rfft2(f, (32, 32)) * np.fft.rfft2(g)
    gap = np.fft.irfft2(spectrum, (32, 32)) - fourier.direct(g, f)[:32, :32]
    assert np.abs(gap[:4]).max() > 1
    assert np.abs(gap[4:, 4:]).max() < 1e-12


def test_lengths_without_large_primes():
    assert [fourier.quick_length(n) for n in (258, 262, 16, 17)] == [270, 270, 16, 18]


def test_recorded_times_cross_between_5_and_11():
    times = fourier.record()
    faster = np.array(times["fourier"]) < times["direct"]
    assert not faster[0]
    assert faster[-1]
    assert 5 <= fourier.SIZES[int(faster.argmax())] <= 11
    assert 5 <= fourier.crossing(256) <= 11


def test_recorded_shifts():  # C10.32
    found = augment.record()
    plain = np.array(found["as they are"])
    moved = np.array(found["shifted"])
    assert (plain[:, 0] - plain[:, 1] > 0.15).all()
    assert (moved[:, 1] > plain[:, 1] + 0.15).all()


def test_shifts_move_whole_pictures():
    x = np.zeros((200, 49))
    x[:, 24] = 1.0  # a dot in the middle of 7 by 7
    moved = augment.shifted(x, np.random.default_rng(0)).reshape(-1, 7, 7)
    assert (moved.sum(axis=(1, 2)) == 1).all()
    places = np.argwhere(moved)[:, 1:]
    assert places.min() == 1
    assert places.max() == 5
    assert len(np.unique(places, axis=0)) == 25


@pytest.mark.skipif(
    not Path(os.environ.get("DLCORE_DATA", "/nowhere"), "mnist.npz").exists(),
    reason="MNIST is not at hand",
)
def test_one_network_of_the_record_is_trained_again():
    rows, tests = augment.data()
    again = augment.train(rows, tests, True, augment.SEEDS[0])
    np.testing.assert_allclose(again, augment.record()["shifted"][0], atol=0.004)
