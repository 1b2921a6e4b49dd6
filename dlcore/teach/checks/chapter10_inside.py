"""Checks for page 10.5: the class map, and relevance shared out among inputs."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

RNG = np.random.default_rng(5)
MAPS = RNG.uniform(0, 2, (3, 4, 2)).round(1)
WEIGHTS = np.array([2.0, -1.0])
SQUARE = RNG.uniform(0, 1, (4, 4, 4)).round(1)
MORE = np.array([0.5, -1.5, 0.0, 2.0])


def class_map(A, w):
    """Return the class map (rows, columns) of maps A (rows, columns, channels)."""
    return A @ w


CLASS_MAP = Check(
    reference=class_map,
    names=("activation_map",),
    cases=(
        Case("two maps", (MAPS, WEIGHTS)),
        Case("as many maps as rows", (SQUARE, MORE)),
        Case("one map", (MAPS[..., :1], WEIGHTS[1:])),
        Case("maps that are 0", (0 * MAPS, WEIGHTS), "edge"),
    ),
    mistakes=(
        Mistake(lambda A, w: np.maximum(A @ w, 0), "what speaks against the class is "
                "lost; keep the signs"),
        Mistake(lambda A, w: A.mean(axis=(0, 1)) @ w, "this is the score without its "
                "bias, one number; a number for each place is asked for"),
        Mistake(lambda A, w: A.sum(axis=-1), "the maps are added without their "
                "weights"),
        Mistake(lambda A, w: A * w, "the weighted maps are still to be added"),
        Mistake(lambda A, w: A @ w / A.shape[0] / A.shape[1], "dividing by the number "
                "of places belongs to the score, not to the map"),
        Mistake(lambda A, w: A @ np.abs(w), "a map with a negative weight speaks "
                "against the class"),
    ),
)  # fmt: skip

X = np.array([1.0, 2.0, 0.0])
W = np.array([[1.0, 2.0], [1.0, -0.5], [3.0, 1.0]])
Z = X @ W
R = np.array([6.0, -1.0])
BIAS = np.array([1.0, -2.0])


def share_out(x, W, z, R):
    """Return the relevance of inputs x: each R shared out in proportion to x W."""
    return x * (W @ (R / z))


SHARE_OUT = Check(
    reference=share_out,
    names=("relevance_back",),
    cases=(
        Case("two inputs, two units", (X[:2], W[:2], Z, R)),
        Case("an input that is 0", (X, W, Z, R), "edge"),
        Case("one unit", (X, W[:, :1], Z[:1], R[:1])),
        Case("a bias is part of z", (X, W, Z + BIAS, R)),
        Case("negative sums", (-X, W, -Z, R)),
    ),
    mistakes=(
        Mistake(lambda x, W, z, R: x * (W @ R), "nothing is divided by z, so the "
                "shares of a unit do not add up to what it had"),
        Mistake(lambda x, W, z, R: W @ (R / z), "the inputs do not count: what an "
                "input brought is its value times its weight"),
        Mistake(lambda x, W, z, R: x * (W @ (R / (x @ W))), "where there is a bias, z "
                "is more than the sum of the products; divide by the z that is given"),
        Mistake(lambda x, W, z, R: np.abs(x) * (W @ (R / z)), "signs are lost on "
                "the way"),
        Mistake(lambda x, W, z, R: (W / np.abs(W).sum(axis=0)) @ R, "this shares out "
                "by the weights alone, without the inputs"),
        Mistake(lambda x, W, z, R: x * (W @ (R / np.abs(z))), "z is divided by with "
                "its sign"),
        Mistake(lambda x, W, z, R: (x * (W @ (R / z))).sum(), "one number for each "
                "input is asked for, not their sum"),
    ),
)  # fmt: skip

CHECKS = (CLASS_MAP, SHARE_OUT)
