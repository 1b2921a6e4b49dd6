"""Our own form of a saved model: a zip archive of JSON and arrays."""

import io
import json
import zipfile

import numpy as np

from dlcore.lookup import name_apart
from dlcore.saving.archives import unzipped
from dlcore.saving.files import damaged, foreign

FORMAT = 1  # a later form is told apart by its number


class Npz:
    """An array for each weight and each slot of the optimizer, by its name."""

    steps = "optimizer/iterations"

    @staticmethod
    def places(model):
        """Return pairs of a name in the file, which no other has, and a weight."""
        name_apart(model.family()[1:])  # an inner model may have named its own anew
        return [(f"weights/{W.name}", W) for W in model.weights]

    @staticmethod
    def slots(optimizer, weights):
        """Return, by name in the file, where each slot stands in `optimizer.slots`."""
        return {
            f"optimizer/{slot}/{W.name}": (i, j)
            for i, W in enumerate(weights)
            for j, slot in enumerate(optimizer.slot_names)
        }

    @staticmethod
    def trained(model, arrays):
        """Return the weights that the optimizer in the file knows."""
        names = {key.split("/", 2)[-1] for key in arrays if key != Npz.steps}
        known = [W for W in model.weights if W.name in names]
        return known or model.trainable_weights

    @staticmethod
    def numbers(optimizer, weights):
        """Return, by name in the file, what an optimizer keeps beside its slots."""
        return {Npz.steps: np.array(optimizer.iterations)}

    @staticmethod
    def write(file, data, arrays):
        """Write the archive into an open file; equal models give equal bytes."""
        with zipfile.ZipFile(file, "w") as archive:
            text = json.dumps({"format": FORMAT, **(data or {})}, indent=1)
            archive.writestr(zipfile.ZipInfo("model.json"), text)
            for key, array in arrays.items():
                bytes_ = io.BytesIO()
                np.lib.format.write_array(bytes_, array, allow_pickle=False)
                archive.writestr(zipfile.ZipInfo(f"{key}.npy"), bytes_.getvalue())

    @staticmethod
    def read(path):
        """Return the structure, None where there is none, and a dict of arrays.

        Raises:
            ValueError: the file is damaged or no model.
        """
        members = unzipped(path)
        if "model.json" not in members:
            raise foreign(path, f"an archive of {', '.join(sorted(members)[:3])}")
        try:
            data = json.loads(members.pop("model.json"))
            arrays = {name[:-4]: array_from(member) for name, member in members.items()}
        except Exception as error:
            raise damaged(path, error) from error
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise foreign(path, f"format {data}"[:60])
        return (data if "model" in data else None), arrays


def array_from(data):
    """Return the array of numbers that bytes hold; raises a ValueError for others."""
    array = np.lib.format.read_array(io.BytesIO(data), allow_pickle=False)
    if array.dtype.kind not in "fiu":
        raise ValueError(f"an array of {array.dtype}")
    return array


FORMS = {".npz": Npz}
