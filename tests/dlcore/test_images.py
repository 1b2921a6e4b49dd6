"""Pictures that are shifted, turned, zoomed and recolored, against plain loops."""

import math

import numpy as np
import pytest

from dlcore.preprocessing import crop, flip, recolor, rotate, shift, warp, zoom

rng = np.random.default_rng(4)
GRAY, COLOR = rng.uniform(size=(3, 5, 6)), rng.uniform(size=(2, 5, 4, 3))


def place(i, n, fill):
    if fill == "wrap":
        return i % n
    if fill == "reflect":
        mirrored = [*range(n), *reversed(range(n))]
        return mirrored[i % (2 * n)]
    return min(max(i, 0), n - 1)


def slow_warp(image, down, right, degrees, factor, fill):
    """Look up one pixel after the other."""
    height, width = image.shape[:2]
    out = np.zeros_like(image)
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    for i in range(height):
        for j in range(width):
            y, x = i - (height - 1) / 2 - down, j - (width - 1) / 2 - right
            v = (cos * y + sin * x) / factor + (height - 1) / 2
            h = (cos * x - sin * y) / factor + (width - 1) / 2
            for a in (math.floor(v), math.floor(v) + 1):
                for b in (math.floor(h), math.floor(h) + 1):
                    if fill == "constant" and not (0 <= a < height and 0 <= b < width):
                        continue
                    pixel = image[place(a, height, fill), place(b, width, fill)]
                    out[i, j] += (1 - abs(v - a)) * (1 - abs(h - b)) * pixel
    return out


@pytest.mark.parametrize("fill", ["constant", "nearest", "reflect", "wrap"])
@pytest.mark.parametrize("images", [GRAY, COLOR], ids=["gray", "color"])
def test_warp_equals_its_slow_twin(images, fill):
    n = len(images)
    down, right = rng.uniform(-4, 4, (2, n))
    degrees, factor = rng.uniform(-90, 90, n), rng.uniform(0.5, 2, n)
    warped = warp(images, down, right, degrees, factor, fill)
    assert warped.dtype == np.float32
    for number in range(n):
        settings = down[number], right[number], degrees[number], factor[number]
        slow = slow_warp(images[number], *settings, fill)
        np.testing.assert_allclose(warped[number], slow, atol=1e-5)


def test_whole_pixels_and_right_angles_are_exact():
    np.testing.assert_array_equal(
        shift(GRAY, down=1, right=-2)[:, 1:, :-2], GRAY.astype("float32")[:, :-1, 2:]
    )
    square = GRAY[:, :, :5]
    turned = np.rot90(square, axes=(1, 2))
    np.testing.assert_allclose(rotate(square, 90), turned, atol=1e-6)
    np.testing.assert_allclose(zoom(GRAY, 1.0), GRAY, atol=1e-6)


def test_zoom_shows_the_middle():
    picture = np.zeros((1, 9, 9))
    picture[0, 4, 4] = 1.0
    assert zoom(picture, 3.0).sum() == pytest.approx(9.0, rel=1e-5)
    assert zoom(np.ones((1, 6, 6)), 0.5).sum() == pytest.approx(9.0)


def test_flip_and_crop():
    np.testing.assert_allclose(flip(COLOR)[0, :, 0], COLOR[0, :, -1], rtol=1e-6)
    np.testing.assert_allclose(flip(COLOR, "vertical")[0, 0], COLOR[0, -1], rtol=1e-6)
    np.testing.assert_allclose(crop(GRAY, 3, 2), GRAY[:, 1:4, 2:4], rtol=1e-6)
    np.testing.assert_allclose(crop(GRAY, 2, 2, 0, 4), GRAY[:, :2, 4:], rtol=1e-6)


def test_colors():
    np.testing.assert_allclose(
        recolor(GRAY, brightness=0.1), np.minimum(GRAY + 0.1, 1), rtol=1e-5
    )
    flat = recolor(GRAY, contrast=0.0)
    np.testing.assert_allclose(flat[0], GRAY[0].mean(), rtol=1e-5)
    gray = recolor(COLOR, saturation=[0.0, 1.0])
    np.testing.assert_allclose(gray[0, :, :, 0], COLOR[0].mean(axis=-1), rtol=1e-5)
    np.testing.assert_allclose(gray[1], COLOR[1], rtol=1e-5)


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda: shift(GRAY[0]), r"got: +\(5, 6\).*images\[:1\]"),
        (lambda: shift(GRAY, 1, fill="mirror"), "one of constant.*'mirror'"),
        (lambda: zoom(GRAY, 0.0), "a factor above 0"),
        (lambda: flip(GRAY, "left"), "'left'"),
        (lambda: crop(GRAY, 6, 2), "5 rows and 6 columns"),
        (lambda: recolor(GRAY, saturation=0.5), "leave saturation out"),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
