"""The data sets, each with a datasheet beside it.

All ship with the library except MNIST and Hitters, which are fetched when they are
first asked for.
"""

from dlcore.datasets import (
    alice,
    card_fraud,
    digits,
    hitters,
    hotels,
    mnist,
    seasonal,
    sentences,
    side_effects,
    synthetic,
)

__all__ = [
    "alice",
    "card_fraud",
    "digits",
    "hitters",
    "hotels",
    "mnist",
    "seasonal",
    "sentences",
    "side_effects",
    "synthetic",
]
