"""Docstrings that are missing, incomplete or outdated."""


def scale(x):
    return x


class Layer:
    """A layer.

    Args:
        units: how many.
    """

    def __init__(self, units, activation):
        self.units, self.activation = units, activation


def train(x, y, epochs, rate):
    """Train for some epochs."""


def shift(x, by):
    """Return x, moved.

    Args:
        x: rows, (n,).
        by: how far.
        unit: an argument of an older version.
    """


def check_positive(x):
    """Return x."""
    if x < 0:
        raise ValueError("negative")
    return x


def double(x):
    """twice x, not a sentence"""
    return 2 * x
