"""Saved models: JSON for the structure and arrays for the numbers, in one file.

`model.npz` is a zip archive: `model.json` says how the model is made and compiled, and
beside it stand an array for each weight and for all that the optimizer remembers;
`numpy.load` opens it as well. `model.keras` is the same in the form of Keras 3. Nothing
in either is code.
"""

from dlcore.saving.models import Savable, load_model

__all__ = ["Savable", "load_model"]
