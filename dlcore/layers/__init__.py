"""Layers: the building blocks of models."""

from dlcore.layers.base import Layer
from dlcore.layers.core import Activation, Dense, Flatten, Input

__all__ = ["Activation", "Dense", "Flatten", "Input", "Layer"]
