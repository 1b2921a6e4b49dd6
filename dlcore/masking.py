"""Masks: which time steps of a batch count, bool (batch, time), False where none is.

`Embedding(mask_zero=True)` and `Masking` make them; a tensor carries its mask from
layer to layer, as each hands it on to its output (`Layer.hand_on`), and recurrent
layers, attention and losses leave out what is False.
"""

import warnings

from dlcore import backend
from dlcore.tensor import Tensor


def asarray(mask, like, several=False):
    """A mask, or a list of `several` masks or None, as bool arrays beside `like`."""
    if several:
        return [None if one is None else asarray(one, like) for one in mask]
    mask = mask.data if isinstance(mask, Tensor) else mask
    return backend.asarray(mask, like=like, dtype="bool")


def of_several(tensors):
    """The masks of several tensors as a list, or None where none carries one."""
    masks = [x.mask for x in tensors]
    return masks if any(mask is not None for mask in masks) else None


def warn_of_end(layer):
    """Warn that a layer does not hand on the mask it was given."""
    warnings.warn(
        f"{layer.name}: the mask ends here, since {type(layer).__name__} does not "
        "know masks; the layers behind it see the masked steps as well.",
        stacklevel=4,
    )


def all_true(x):
    """A mask under which all steps of the array x (batch, time, ...) count."""
    return backend.zeros(x.shape[:2], like=x) == 0
