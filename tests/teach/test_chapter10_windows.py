"""Page 10.1's numbers: windows, convolution and cross-correlation, learned filters."""

import numpy as np
import pytest

from dlcore import ops
from dlcore.teach import chapter10_sight as sight
from dlcore.teach import chapter10_windows as page
from dlcore.teach.checks.chapter10_windows import convolve, cross_correlate

RNG = np.random.default_rng(0)
F, G = RNG.normal(size=(3, 3)), RNG.normal(size=(8, 9))


def test_window_sum_of_the_paper_example():
    g = np.array([[1, 1, 8, 8]] * 3 + [[0] * 4])
    vertical, spot = page.FILTERS["vertical edge"], page.FILTERS["spot"]
    assert cross_correlate(vertical, g).tolist() == [[21, 21], [14, 14]]
    assert cross_correlate(vertical.T, g).tolist() == [[0, 0], [-10, -17]]
    assert cross_correlate(spot, g)[0, 0] == -21


def test_library_computes_the_cross_correlation_of_the_definition():
    expected = np.zeros((6, 7))
    for r, c, i, j in np.ndindex(6, 7, 3, 3):
        expected[r, c] += F[i, j] * G[r + i, c + j]
    np.testing.assert_allclose(page.correlate(G, F), expected, atol=1e-14)
    np.testing.assert_allclose(cross_correlate(F, G), expected, atol=1e-14)


def test_convolution_is_cross_correlation_with_the_turned_filter():
    full = page.convolve_by_definition(F, G)
    spectra = (np.fft.fft2(array, full.shape) for array in (F, G))
    by_fourier = np.fft.ifft2(np.prod(list(spectra), axis=0)).real
    np.testing.assert_allclose(full, by_fourier, atol=1e-13)
    np.testing.assert_allclose(convolve(F, G), full, atol=1e-14)
    turned = page.correlate(G, F[::-1, ::-1])
    assert np.abs(turned - full[2:-2, 2:-2]).max() < 2e-15
    assert np.abs(page.correlate(G, F) - full[2:-2, 2:-2]).max() > 1


def test_convolution_commutes_and_multiplies_polynomials():
    one, other = (page.convolve_by_definition(*pair) for pair in ((F, G), (G, F)))
    np.testing.assert_allclose(one, other, atol=1e-14)
    line = page.convolve_by_definition([[1, 2]], [[3, 0, 4]])
    assert line.tolist() == [[3, 6, 4, 8]]


def test_two_filters_in_a_row_are_their_convolution():
    second = RNG.normal(size=(3, 3))
    twice = cross_correlate(second, cross_correlate(F, G))
    once = cross_correlate(convolve(F, second), G)
    np.testing.assert_allclose(twice, once, atol=1e-13)


@pytest.mark.parametrize("t", [-1.0, 0.5, 2.0, 4.0])
@pytest.mark.parametrize("way", page.WAYS)
def test_drip_is_the_integral(way, t):
    sign = -1 if way == "convolution" else 1

    age = np.arange(0, 12, 1e-5) + 5e-6
    seen = (t + sign * age >= 0) & (t + sign * age <= page.HOURS)
    area = (np.exp(-age) * seen).sum() * 1e-5
    assert page.left_over(t, way) == pytest.approx(area, abs=1e-4)


def test_filters_that_sum_to_zero_are_blind_to_even_ground():
    for name, kernel in page.FILTERS.items():
        even = page.correlate(np.full((6, 6), 7.0), kernel)
        assert (even == 0).all() == (name != "all ones")


def test_a_dot_is_stamped():
    numbers = page.KERNELS["1 to 9"]
    stamp = page.stamped("one dot", "1 to 9", "convolution")
    assert (stamp[1:4, 1:4] == numbers).all()
    turned = page.stamped("one dot", "1 to 9", "cross-correlation")
    assert (turned[1:4, 1:4] == numbers[::-1, ::-1]).all()
    for picture in page.DOTS:
        pair = [page.stamped(picture, "hill", way) for way in page.WAYS]
        assert (pair[0] == pair[1]).all()
        pair = [page.stamped(picture, "vertical edge", way) for way in page.WAYS]
        assert (pair[0] == -pair[1]).all()


def test_largest_sum_is_where_ink_begins():
    top, low = page.extremes("vertical edge")
    assert top == (2, 0, 48.0)
    assert low == (2, 2, -47.0)


def test_corners_are_found_wherever_they_are():
    assert np.argwhere(page.corner_maps()[2] > 0).tolist() == [[1, 1], [5, 10]]
    moved = np.roll(page.shapes(), (1, 1), (0, 1))
    moved[0] = moved[1]  # the bar still enters from above
    found = page.corner_network()(moved[None, :, :, None]).data[0, :, :, 0]
    assert np.argwhere(found > 0).tolist() == [[2, 2], [6, 11]]


def test_dense_network_with_scrambled_weights_says_the_same():
    model, other = (sight.network("dense", seed) for seed in (0, 1))
    weights = model.get_weights()
    other.set_weights([weights[0][sight.ORDER], *weights[1:]])
    whole = model.predict(sight.prepared(sight.PICTURES_TEST, "in place"), verbose=0)
    torn = other.predict(sight.prepared(sight.PICTURES_TEST, "scrambled"), verbose=0)
    np.testing.assert_allclose(whole, torn, atol=1e-5)


def test_training_commutes_with_scrambling():
    ends = []
    start = sight.network("dense").get_weights()
    for pixels, first in (("in place", start[0]), ("scrambled", start[0][sight.ORDER])):
        model = sight.network("dense")
        model.set_weights([first, *start[1:]])
        x = sight.prepared(sight.PICTURES[:300], pixels)
        model.fit(x, sight.Y[:300], batch_size=300, epochs=5, verbose=0)
        ends.append(model.predict(x, verbose=0))
    np.testing.assert_allclose(*ends, atol=1e-4)


def test_scrambling_costs_the_filters_and_not_the_dense_network():
    plain = {kind: sight.right(kind, "in place") for kind in sight.KINDS}
    torn = {kind: sight.right(kind, "scrambled") for kind in sight.KINDS}
    assert abs(plain["dense"] - torn["dense"]) <= 5
    assert torn["filters"] <= plain["filters"] - 5


def test_shift_takes_content_along():
    picture = np.arange(1, 65).reshape(1, 8, 8)
    for columns in (-1, 1):
        moved = sight.shifted(picture, columns)
        assert (np.roll(picture, columns, axis=2) - moved != 0).sum() == 8


def test_learned_filter_is_the_turned_one():
    secret = np.arange(1.0, 10).reshape(3, 3)
    x = page.PICTURES[:100] / 16
    maps = [page.convolve_by_definition(secret, g)[2:-2, 2:-2] for g in x]
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(1, 2))
    best = np.linalg.lstsq(windows.reshape(-1, 9), np.ravel(maps), rcond=None)[0]
    np.testing.assert_allclose(best.reshape(3, 3), secret[::-1, ::-1], atol=1e-9)
    z = ops.conv(x[..., None], best.reshape(3, 3, 1, 1)).data[..., 0]
    np.testing.assert_allclose(z, maps, atol=1e-9)


def test_turned_filters_ruin_a_trained_network_until_turned_again():
    model = sight.trained("filters", "in place")
    assert sight.reads(sight.turned(model)) < 0.4 * sight.reads(model)
    again = sight.turned(sight.turned(model))
    assert sight.reads(again) == sight.reads(model)
