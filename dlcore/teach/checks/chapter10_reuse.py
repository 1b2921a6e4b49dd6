"""Checks for page 10.6: the exercise set of chapter 10, and how well a box fits."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

# -- sides of maps ---------------------------------------------------------------------


def map_sides(n, steps):
    """Return the side of the map after each step (k, p, s), for a picture of side n."""
    sides = []
    for k, p, s in steps:
        n = (n + 2 * p - k) // s + 1
        sides.append(n)
    return sides


def _sides(step):
    """Return a function like `map_sides` with another rule for one step."""

    def sides(n, steps):
        found = []
        for k, p, s in steps:
            n = step(n, k, p, s)
            found.append(n)
        return found

    return sides


def _from_the_start(n, steps):
    return [(n + 2 * p - k) // s + 1 for k, p, s in steps]


PADDED = ((5, 2, 1), (2, 0, 2), (3, 1, 2), (3, 0, 1))
MAP_SIDES = Check(
    reference=map_sides,
    names=("sides_of_maps",),
    cases=(
        Case("convolutions and pooling", (28, ((3, 0, 1), (2, 0, 2), (3, 0, 2)))),
        Case("with padding", (32, PADDED)),
        Case("places that do not come out even", (29, ((3, 0, 2), (4, 1, 3))), "edge"),
    ),
    mistakes=(
        Mistake(_sides(lambda n, k, p, s: (n + p - k) // s + 1), "padding is added on "
                "both sides"),
        Mistake(_sides(lambda n, k, p, s: (n - k) // s + 1), "the padding is left out"),
        Mistake(_sides(lambda n, k, p, s: (n + 2 * p - k) // s), "the first place of "
                "the window counts, too"),
        Mistake(_sides(lambda n, k, p, s: n + 2 * p - k + 1), "the window moves by "
                "more than one pixel where the stride is larger"),
        Mistake(_sides(lambda n, k, p, s: -((k - n - 2 * p) // s) + 1), "a window that "
                "does not fit any more is no place; round down"),
        Mistake(_from_the_start, "every step begins with the picture; it should begin "
                "with the map before it"),
    ),
)  # fmt: skip

# -- a layer of filters, forward and back ----------------------------------------------


def conv_layer(x, F, b):
    """Return the maps (places, places, filters) of x (rows, columns, channels)."""
    k = F.shape[0]
    rows, columns = x.shape[0] - k + 1, x.shape[1] - k + 1
    z = np.zeros((rows, columns, F.shape[3])) + b
    for i in range(k):
        for j in range(k):
            z += x[i : i + rows, j : j + columns] @ F[i, j]
    return z


RNG = np.random.default_rng(7)
X = RNG.integers(-2, 4, (5, 6, 2)).astype(float)
F = RNG.integers(-2, 3, (3, 3, 2, 4)).astype(float)
B = np.array([0.5, -1.0, 0.0, 2.0])
ONE = RNG.integers(-2, 4, (4, 4, 1)).astype(float)
F_ONE = RNG.integers(-2, 3, (2, 2, 1, 1)).astype(float)
DEEP = RNG.integers(-1, 3, (4, 5, 3)).astype(float)
F_DEEP = RNG.integers(-2, 3, (1, 1, 3, 2)).astype(float)

CONV_LAYER = Check(
    reference=conv_layer,
    names=("conv_forward",),
    cases=(
        Case("two channels, four filters", (X, F, B)),
        Case("one channel, one filter", (ONE, F_ONE, B[:1])),
        Case("filters of 1 by 1", (DEEP, F_DEEP, B[:2]), "edge"),
        Case("a picture as large as the filter", (X[:3, :3], F, B), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, F, b: conv_layer(x, F, 0 * b), "the bias is missing"),
        Mistake(lambda x, F, b: conv_layer(x, F[::-1, ::-1], b), "the filters are "
                "turned by half a turn; lay them on as they are"),
        Mistake(lambda x, F, b: conv_layer(x[..., :1], F[:, :, :1], b), "only the "
                "first channel counts here; add up all of them"),
        Mistake(lambda x, F, b: conv_layer(x, F, x.shape[2] * b), "the bias is added "
                "once for each channel; once in all is right"),
        Mistake(lambda x, F, b: conv_layer(x, F / x.shape[2], b), "the channels are "
                "averaged; they should be added"),
        Mistake(lambda x, F, b: np.maximum(conv_layer(x, F, b), 0), "the activation "
                "is not asked for; give the sums"),
        Mistake(lambda x, F, b: conv_layer(x, F.transpose(1, 0, 2, 3), b), "rows and "
                "columns of the filters have changed places"),
    ),
)  # fmt: skip


def conv_layer_slopes(x, F, delta):
    """Return the slopes of a loss by F and by x, for its slopes delta by the maps."""
    k, (rows, columns, _) = F.shape[0], delta.shape
    dF, dx = np.zeros_like(F), np.zeros_like(x)
    for i in range(k):
        for j in range(k):
            window = x[i : i + rows, j : j + columns]
            dF[i, j] = np.tensordot(window, delta, ((0, 1), (0, 1)))
            dx[i : i + rows, j : j + columns] += delta @ F[i, j].T
    return dF, dx


def _loss(x, F, delta):
    """Return a loss whose slopes for the maps are delta."""
    return (conv_layer(x, F, np.zeros(F.shape[3])) * delta).sum()


def _other(change_filter=None, change_input=None):
    """Return a function like `conv_layer_slopes` with one of its results changed."""

    def slopes(x, F, delta):
        dF, dx = conv_layer_slopes(x, F, delta)
        dF = change_filter(dF, x, F, delta) if change_filter else dF
        return dF, change_input(dx, x, F, delta) if change_input else dx

    return slopes


def _back(x, F, delta):
    return conv_layer_slopes(x, F, delta)[1]


DELTA = RNG.integers(-2, 3, (3, 4, 4)).astype(float)
DELTA_ONE = RNG.integers(-2, 3, (3, 3, 1)).astype(float)
DELTA_DEEP = RNG.integers(-2, 3, (4, 5, 2)).astype(float)
CONV_LAYER_SLOPES = Check(
    reference=conv_layer_slopes,
    names=("conv_backward",),
    slope_of=(_loss, (1, 0)),
    cases=(
        Case("two channels, four filters", (X, F, DELTA)),
        Case("one channel, one filter", (ONE, F_ONE, DELTA_ONE)),
        Case("filters of 1 by 1", (DEEP, F_DEEP, DELTA_DEEP), "edge"),
    ),
    mistakes=(
        Mistake(_other(lambda dF, x, F, d: dF / d[..., 0].size), "for the filters the "
                "slopes of all places add up; no mean is taken"),
        Mistake(_other(lambda dF, x, F, d: dF[::-1, ::-1]), "the slopes of the filters "
                "are turned by half a turn"),
        Mistake(_other(None, lambda dx, x, F, d: _back(x, F[::-1, ::-1], d)), "the "
                "slopes of the picture come from filters that lie the other way round; "
                "ask which output a pixel went into, and by which weight"),
        Mistake(_other(lambda dF, x, F, d: dF + F), "a penalty has come in; the "
                "filters themselves have no part in their slopes"),
        Mistake(_other(None, lambda dx, x, F, d: _back(x, F[..., :1], d[..., :1])),
                "each pixel goes into the maps of all filters, not of the first alone"),
        Mistake(_other(None, lambda dx, x, F, d: dx * (x > 0)), "there is no ReLU "
                "between the picture and this layer"),
    ),
)  # fmt: skip

# -- does a layer move along? ----------------------------------------------------------


def shift_error(layer, x, down, right):
    """Return the largest |layer(shifted x) - shifted layer(x)|, shifts wrapped."""
    moved = layer(np.roll(x, (down, right), (0, 1)))
    return np.abs(moved - np.roll(layer(x), (down, right), (0, 1))).max()


def wrapped(x):
    """Return a filter's map with wrap-around: it moves along exactly."""
    return x - 2 * np.roll(x, (1, 0), (0, 1)) + 0.5 * np.roll(x, (0, 1), (0, 1))


def padded(x):
    """Return a filter's map with zeros around the picture."""
    wide = np.pad(x, 1)
    return wide[:-2, 1:-1] - 3 * wide[1:-1, :-2] + x


def ramp(x):
    """Return a picture that is brighter toward the right: no filter does this."""
    return x * np.arange(x.shape[1])


PICTURE = RNG.integers(0, 9, (5, 6)).astype(float)
SHIFT_ERROR = Check(
    reference=shift_error,
    names=("equivariance_error",),
    cases=(
        Case("zeros around the picture", (padded, PICTURE, 1, 2)),
        Case("weights that know the place", (ramp, PICTURE, 0, 1)),
        Case("a negative shift", (ramp, PICTURE, 2, -2)),
        Case("a layer that moves along", (wrapped, PICTURE, 2, 1), "edge"),
        Case("no shift", (padded, PICTURE, 0, 0), "edge"),
    ),
    mistakes=(
        Mistake(lambda f, x, d, r: np.abs(f(np.roll(x, (d, r), (0, 1))) - f(x)).max(),
                "the picture is shifted and its map is not; that asks for "
                "invariance"),
        Mistake(lambda f, x, d, r: np.abs(f(np.roll(x, (d, r), (0, 1)))
                                          - np.roll(f(x), (-d, -r), (0, 1))).max(),
                "picture and map are shifted in opposite directions"),
        Mistake(lambda f, x, d, r: (f(np.roll(x, (d, r), (0, 1)))
                                    - np.roll(f(x), (d, r), (0, 1))).max(),
                "a negative difference is an error, too"),
        Mistake(lambda f, x, d, r: np.abs(f(np.roll(x, (d, r), (0, 1)))
                                          - np.roll(f(x), (d, r), (0, 1))).mean(),
                "the largest difference is asked for, not the mean"),
        Mistake(lambda f, x, d, r: shift_error(f, x, r, d), "down and right have "
                "changed places"),
    ),
)  # fmt: skip

# -- boxes -----------------------------------------------------------------------------


def overlap(a, b):
    """Return intersection over union of boxes (top, left, bottom, right)."""
    height = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    width = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    return height * width / (_area(a) + _area(b) - height * width)


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def _both(a, b):
    height = min(a[2], b[2]) - max(a[0], b[0])
    width = min(a[3], b[3]) - max(a[1], b[1])
    return height, width


def _unclipped(a, b):
    both = np.prod(_both(a, b))
    return both / (_area(a) + _area(b) - both)


def _share(a, b):
    return overlap(a, b) * (_area(a) + _area(b)) / (1 + overlap(a, b))


OVERLAP = Check(
    reference=overlap,
    names=("iou", "intersection_over_union"),
    cases=(
        Case("boxes that overlap", ((0, 0, 4, 6), (1, 3, 5, 9))),
        Case("one inside the other", ((0, 0, 4, 4), (1, 1, 3, 3))),
        Case("the same box", ((2, 1, 5, 9), (2, 1, 5, 9)), "edge"),
        Case("side by side", ((0, 0, 2, 2), (0, 5, 2, 7)), "edge"),
        Case("apart in both directions", ((0, 0, 2, 2), (4, 5, 6, 8)), "edge"),
    ),
    mistakes=(
        Mistake(lambda a, b: _share(a, b) / (_area(a) + _area(b)), "what both share "
                "is counted twice below the line"),
        Mistake(_unclipped, "boxes that are apart have a negative height or width "
                "in common; take 0 instead"),
        Mistake(lambda a, b: _share(a, b) / _area(a), "this is the share of the first "
                "box; a box around everything would be perfect"),
        Mistake(lambda a, b: _share(a, b) / min(_area(a), _area(b)), "divide by what "
                "both cover together, not by the smaller box"),
        Mistake(_share, "this is the area that both share; its share of all is asked "
                "for"),
    ),
)  # fmt: skip

CHECKS = (MAP_SIDES, CONV_LAYER, CONV_LAYER_SLOPES, SHIFT_ERROR, OVERLAP)
