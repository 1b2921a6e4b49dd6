"""Models under Keras's name for this module."""

from dlcore.model import Model
from dlcore.saving import load_model
from dlcore.sequential import Sequential

__all__ = ["Model", "Sequential", "load_model"]
