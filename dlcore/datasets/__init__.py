"""The data sets that ship with the library, each with a datasheet beside it."""

from . import hotels

__all__ = ["hotels"]
