"""Models under Keras's name for this module."""

from dlcore.model import Model, Sequential

__all__ = ["Model", "Sequential"]
