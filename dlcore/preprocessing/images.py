"""Change pictures so that they still show the same: shifted, turned, zoomed, recolored.

Pictures are (rows, height, width) or (rows, height, width, channels), of any numbers;
all functions return new arrays of float32. A number that says how much may be one for
all pictures or one for each, (rows,).
"""

import numpy as np

from dlcore.errors import explain

FILLS = ("constant", "nearest", "reflect", "wrap")


def shift(images, down=0.0, right=0.0, fill="constant"):
    """Move pictures down and to the right, by pixels or parts of pixels.

    Args:
        images: see there.
        down, right: how far; negative for up and to the left.
        fill: what comes in from outside: "constant" for 0, "nearest" for the pixel at
            the border, "reflect" for the picture mirrored, "wrap" for its other side.

    Example:
        >>> shift([[[1.0, 2.0, 3.0]]], right=1).tolist()
        [[[0.0, 1.0, 2.0]]]
    """
    return warp(images, down=down, right=right, fill=fill)


def rotate(images, degrees, fill="constant"):
    """Turn pictures around their center, counterclockwise.

    Args:
        images: see there.
        degrees: by which angle.
        fill: what comes in from outside, see `shift`.

    Example:
        >>> rotate([[[1.0, 2.0], [3.0, 4.0]]], 90).round(3).tolist()
        [[[2.0, 4.0], [1.0, 3.0]]]
    """
    return warp(images, degrees=degrees, fill=fill)


def zoom(images, factor, fill="constant"):
    """Show pictures larger, factor above 1, or smaller, around their center.

    Args:
        images: see there.
        factor: how many times as large what they show becomes.
        fill: what comes in from outside, see `shift`.

    Raises ValueError if a factor is not positive.
    """
    if np.min(factor) <= 0:
        raise ValueError(
            "A picture cannot be shown as small as nothing."
            + explain("a factor above 0", str(np.min(factor)), "for example 1.2")
        )
    return warp(images, factor=factor, fill=fill)


def warp(images, down=0.0, right=0.0, degrees=0.0, factor=1.0, fill="constant"):
    """Zoom and turn pictures around their center, then shift them; one look-up for all.

    Each new pixel looks up where it comes from, and takes the four pixels around that
    place, the nearer the more (bilinear interpolation).

    Args:
        images: see there.
        down, right: how far to shift.
        degrees: how far to turn.
        factor: how many times as large.
        fill: what comes in from outside, see `shift`.
    """
    images = checked(images)
    n, height, width = images.shape[:3]
    given = [np.reshape(v, (-1, 1, 1)) for v in (down, right, degrees, factor)]
    down, right, degrees, factor = given
    middle_y, middle_x = (height - 1) / 2, (width - 1) / 2
    y = np.arange(height).reshape(1, -1, 1) - middle_y - down
    x = np.arange(width).reshape(1, 1, -1) - middle_x - right
    cos, sin = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    from_y = (cos * y + sin * x) / factor + middle_y
    from_x = (-sin * y + cos * x) / factor + middle_x
    shape = (n, height, width)
    return between(
        images, np.broadcast_to(from_y, shape), np.broadcast_to(from_x, shape), fill
    )


def between(images, y, x, fill):
    """Return what pictures show at places (rows, height, width) between their pixels.

    Args:
        images: float32 pictures.
        y, x: the places, counted in pixels from the top left.
        fill: what is outside, see `shift`.
    """
    below, left = np.floor(y).astype(int), np.floor(x).astype(int)
    result = np.zeros(y.shape + images.shape[3:], dtype="float32")
    for step_y in (0, 1):
        for step_x in (0, 1):
            share = np.abs(1 - step_y - (y - below)) * np.abs(1 - step_x - (x - left))
            pixels = look_up(images, below + step_y, left + step_x, fill)
            share = share.astype("float32")
            result += share.reshape(share.shape + (1,) * (images.ndim - 3)) * pixels
    return result


def look_up(images, y, x, fill):
    """Return the pixels at whole places, also outside; explain a `fill` that is none.

    Args:
        images: float32 pictures.
        y, x: the places, (rows, height, width).
        fill: what is outside, see `shift`.
    """
    if fill not in FILLS:
        raise ValueError(
            "What shall come in from outside?"
            + explain(f"one of {', '.join(FILLS)}", repr(fill), 'for example "reflect"')
        )
    height, width = images.shape[1:3]
    rows = np.arange(len(images)).reshape(-1, 1, 1)
    pixels = images[rows, inside(y, height, fill), inside(x, width, fill)]
    if fill == "constant":
        there = (y >= 0) & (y < height) & (x >= 0) & (x < width)
        pixels = pixels * there.reshape(there.shape + (1,) * (images.ndim - 3))
    return pixels


def inside(place, length, fill):
    """Return for each place the one from 0 to length - 1 that stands for it.

    Args:
        place: whole numbers.
        length: of the axis.
        fill: see `shift`.
    """
    if fill == "wrap":
        return place % length
    if fill == "reflect":
        place = place % (2 * length)
        return np.minimum(place, 2 * length - 1 - place)
    return np.clip(place, 0, length - 1)


def flip(images, direction="horizontal"):
    """Mirror pictures: left becomes right, or top becomes bottom.

    Args:
        images: see there.
        direction: "horizontal" or "vertical".

    Raises ValueError for another direction.

    Example:
        >>> flip([[[1.0, 2.0, 3.0]]]).tolist()
        [[[3.0, 2.0, 1.0]]]
    """
    axes = {"horizontal": 2, "vertical": 1}
    if direction not in axes:
        raise ValueError(
            "A picture has two directions."
            + explain('"horizontal" or "vertical"', repr(direction), "choose one")
        )
    return np.flip(checked(images), axes[direction])


def crop(images, height, width, top=None, left=None):
    """Cut a part out of pictures.

    Args:
        images: see there.
        height, width: of the part.
        top, left: where it begins; in the middle by default.

    Raises ValueError if the part does not lie within the picture.
    """
    images = checked(images)
    top = (images.shape[1] - height) // 2 if top is None else top
    left = (images.shape[2] - width) // 2 if left is None else left
    ends = top + height, left + width
    if min(top, left, height - 1, width - 1) < 0 or any(
        end > length for end, length in zip(ends, images.shape[1:3], strict=True)
    ):
        raise ValueError(
            "The part does not lie within the picture."
            + explain(
                f"a part of {images.shape[1]} rows and {images.shape[2]} columns",
                f"{height} rows from {top}, {width} columns from {left}",
                "choose a smaller part",
            )
        )
    return images[:, top : ends[0], left : ends[1]].copy()


def recolor(images, brightness=0.0, contrast=1.0, saturation=1.0, largest=1.0):
    """Make pictures brighter, harder or more colorful.

    Args:
        images: see there; for saturation, of three channels.
        brightness: what is added to each pixel, as a share of `largest`.
        contrast: what the distance to the picture's mean is multiplied by.
        saturation: what the distance to the pixel's gray is multiplied by.
        largest: value of full ink or light: 1 or 255; results stay within 0 and it.

    Raises ValueError if saturation is asked of pictures without colors.
    """
    images = checked(images)
    each = (-1,) + (1,) * (images.ndim - 1)
    if np.any(np.asarray(saturation) != 1):
        if images.ndim != 4 or images.shape[3] != 3:
            raise ValueError(
                "Pictures without colors have no saturation."
                + explain(
                    "(rows, height, width, 3)", images.shape, "leave saturation out"
                )
            )
        gray = images.mean(axis=3, keepdims=True)
        images = gray + np.reshape(saturation, each) * (images - gray)
    mean = images.mean(axis=tuple(range(1, images.ndim)), keepdims=True)
    images = mean + np.reshape(contrast, each) * (images - mean)
    images = images + largest * np.reshape(brightness, each)
    return np.clip(images, 0.0, largest).astype("float32")


def checked(images):
    """Return pictures as an array of float32; refuse what has another rank."""
    images = np.asarray(images, dtype="float32")
    if images.ndim not in (3, 4):
        raise ValueError(
            "These are no pictures."
            + explain(
                "(rows, height, width) or (rows, height, width, channels)",
                images.shape,
                "give one picture as images[:1]",
            )
        )
    return images
