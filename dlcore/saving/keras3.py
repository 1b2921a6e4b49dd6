"""The files of Keras 3, `.keras` and `.weights.h5`, written and read.

A `.keras` file is a zip archive: `config.json` says how the model is made and compiled,
`model.weights.h5` holds the numbers, each array at a path of attributes and classes
such as `layers/dense/vars/0`. This needs h5py: pip install 'dlcore[keras]'.

The arrays that dlcore writes carry checksums, as `.keras` files do; a `.weights.h5` of
Keras has none, so that a changed number in it is not seen.
"""

import importlib
import io
import json
import zipfile

import numpy as np

from dlcore.errors import explain
from dlcore.layers.base import Layer
from dlcore.lookup import CONTAINERS, snake_case
from dlcore.model import Model
from dlcore.saving.archives import unzipped
from dlcore.saving.files import damaged, foreign

KERAS_VERSION = "3.0.0"  # whose form this is
LACKING = ("Maxout",)  # layers that Keras does not have
# Which slots Keras keeps weight by weight; further ones follow, each for all weights.
TOGETHER = {"RMSprop": 1}


class WeightsFile:
    """An HDF5 file of arrays by their paths."""

    steps = "optimizer/vars/0"

    @staticmethod
    def places(model):
        """Return pairs of a path in the file and a weight, in the model's order."""
        paths = {
            W: f"{path}/vars/{number}".lstrip("/")
            for path, layer in walk(model, "", set())
            for number, (W, _, _) in enumerate(layer.own_weights)
        }
        return [(paths[W], W) for W in model.weights]

    @staticmethod
    def slots(optimizer, weights):
        """Return, by path in the file, where each slot stands in `optimizer.slots`."""
        names = range(len(optimizer.slot_names))
        first = TOGETHER.get(type(optimizer).__name__, 2)
        order = [(i, j) for i in range(len(weights)) for j in names[:first]]
        order += [(i, j) for j in names[first:] for i in range(len(weights))]
        start = 1 if callable(optimizer.learning_rate) else 2
        return {f"optimizer/vars/{start + n}": at for n, at in enumerate(order)}

    @staticmethod
    def trained(model, arrays):
        """Return the weights that the optimizer in the file knows."""
        return model.trainable_weights

    @staticmethod
    def numbers(optimizer, weights):
        """Return, by path in the file, what an optimizer keeps beside its slots."""
        numbers = {WeightsFile.steps: np.array(optimizer.iterations, dtype="int32")}
        if not callable(optimizer.learning_rate):
            rate = np.array(optimizer.learning_rate, dtype="float32")
            numbers["optimizer/vars/1"] = rate
        if hasattr(optimizer, "product"):  # of Nadam, behind its slots
            last = len(numbers) + len(weights) * len(optimizer.slot_names)
            product = np.array(optimizer.product(optimizer.iterations), dtype="float32")
            numbers[f"optimizer/vars/{last}"] = product
        return numbers

    @staticmethod
    def write(file, data, arrays):
        """Write the arrays into an open file, with checksums."""
        with h5py().File(file, "w") as h5:
            for path, array in arrays.items():
                checked = {"fletcher32": True} if array.ndim and array.size else {}
                h5.create_dataset(path, data=array, **checked)

    @staticmethod
    def read(path):
        """Return None, since there is no structure, and a dict of arrays.

        Raises:
            ValueError: the file is damaged.
        """
        return None, arrays_of(path, path.read_bytes())


class Archive(WeightsFile):
    """A zip archive of the structure and of an HDF5 file."""

    @staticmethod
    def write(file, data, arrays):
        """Write the archive into an open file."""
        text = json.dumps(data["model"])
        for name in LACKING:
            refuse_lacking(name, text)
        h5 = io.BytesIO()
        WeightsFile.write(h5, None, arrays)
        members = {
            "metadata.json": json.dumps({"keras_version": KERAS_VERSION}),
            "config.json": text,
            "model.weights.h5": h5.getvalue(),
        }
        with zipfile.ZipFile(file, "w") as archive:
            for name, member in members.items():
                archive.writestr(zipfile.ZipInfo(name), member)

    @staticmethod
    def read(path):
        """Return the structure and a dict of arrays.

        Raises:
            ValueError: the file is damaged or no model.
        """
        members = unzipped(path)
        if not {"config.json", "model.weights.h5"} <= set(members):
            raise foreign(path, f"an archive of {', '.join(sorted(members)[:3])}")
        try:
            model = json.loads(members["config.json"])
        except Exception as error:
            raise damaged(path, error) from error
        if not isinstance(model, dict):
            raise foreign(path, "an archive without a model")
        return {"model": model}, arrays_of(path, members["model.weights.h5"])


def h5py():
    """Return the module that reads HDF5; explain how to get it if it is not there."""
    try:
        return importlib.import_module("h5py")
    except ImportError as error:
        raise ImportError(
            "The files of Keras are written in HDF5."
            + explain(
                "the package h5py",
                "no such package here",
                "pip install 'dlcore[keras]', or use a name that ends in .npz",
            )
        ) from error


def arrays_of(path, data):
    """Return the arrays of an HDF5 file, given as bytes, by their paths.

    Raises:
        ValueError: it is damaged, or points out of itself.
    """
    arrays = {}

    def add(name, item):
        if isinstance(item, module.Group):
            return
        if isinstance(name, bytes):
            raise ValueError(f"{name} is no name")
        if item.is_virtual or item.external or item.dtype.kind not in "fiu":
            raise ValueError(f"{name} holds no numbers of its own")
        if item.nbytes > 100 * len(data):
            raise ValueError(f"{name} would unpack to a hundred times the file's size")
        arrays[name] = item[()]

    module = h5py()
    try:
        with module.File(io.BytesIO(data), "r") as h5:
            h5.visititems(add)
    except Exception as error:
        raise damaged(path, error) from error
    return {name: np.asarray(array) for name, array in arrays.items()}


def refuse_lacking(name, text):
    """Explain that Keras has no layer of this name, if the structure asks for it."""
    if f'"class_name": "{name}"' in text:
        raise ValueError(
            f"Keras does not have the layer {name}."
            + explain("layers that both have", name, "use a name that ends in .npz")
        )


def walk(layer, path, seen):
    """Give each layer with its path in Keras's files, as Keras goes through them.

    Args:
        layer: where to start.
        path: its own path.
        seen: set of the layers that have been given; each is given once.
    """
    if layer in seen:
        return
    seen.add(layer)
    yield path, layer
    for name, value in sorted(held_by(layer), key=public_first):
        if isinstance(value, Layer):
            yield from walk(value, f"{path}/{name}", seen)
        elif type(value) in CONTAINERS:
            yield from walk_through(value, f"{path}/{name}", seen)


def walk_through(container, path, seen):
    """Give the layers in a list, tuple or dict as `walk` does, by their classes."""
    taken = {}
    for part in container.values() if type(container) is dict else container:
        within = type(part) in CONTAINERS
        if within or isinstance(part, Layer):
            stem = "container" if within else snake_case(type(part).__name__)
            number = taken[stem] = taken.get(stem, -1) + 1
            last = f"{stem}_{number}" if number else stem
            go_on = walk_through if within else walk
            yield from go_on(part, f"{path}/{last}", seen)


def held_by(layer):
    """Return pairs of names of attributes and their values, with a model's `layers`."""
    held = dict(vars(layer))
    if isinstance(layer, Model):
        held["layers"] = layer.layers
    return held.items()


def public_first(attribute):
    """Return where Keras comes to a (name, value): private ones are last."""
    name, _ = attribute
    return name.startswith("_"), name


FORMS = {".keras": Archive, ".weights.h5": WeightsFile}
