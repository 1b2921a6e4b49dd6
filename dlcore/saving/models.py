"""Whole models and their weights, into files and back."""

from dlcore import backend, configs
from dlcore.cycle import try_out
from dlcore.errors import explain, explained
from dlcore.saving.files import chosen, damaged, existing, fitting, write
from dlcore.saving.memory import (
    generators,
    remember,
    remembered,
    set_generators,
    unmoved_generator,
)


class Savable:
    """What models do with files; `Model` is one."""

    compiled_with = ()  # the loss and the metrics, as `compile` was given them

    def save(self, filepath, overwrite=True):
        """Write the whole model: layers, weights, optimizer and random generator.

        Training that goes on from the file takes the same steps as without it.

        Args:
            filepath: name that ends in .npz, or in .keras for a file of Keras 3.
            overwrite: whether an older file of this name is replaced.

        Raises:
            ValueError: another ending; FileExistsError: see `overwrite`.
        """
        path, form = chosen(filepath, (".npz", ".keras"))
        arrays = {key: W.data for key, W in form.places(self)}
        arrays |= remembered(self, form)
        write(path, form, structure(self), arrays, overwrite)

    def save_weights(self, filepath, overwrite=True):
        """Write the weights alone; see `save`.

        Args:
            filepath: name that ends in .npz, or in .weights.h5 for a file of Keras 3.
            overwrite: whether an older file of this name is replaced.

        Raises:
            ValueError: another ending; FileExistsError: see `overwrite`.
        """
        path, form = chosen(filepath, (".npz", ".weights.h5"))
        arrays = {key: W.data for key, W in form.places(self)}
        write(path, form, None, arrays, overwrite)

    def load_weights(self, filepath, skip_mismatch=False):
        """Take the weights from a file, all of them or, if one does not fit, none.

        Args:
            filepath: what `save_weights`, `save` or Keras 3 wrote.
            skip_mismatch: whether to leave alone what does not fit, with a warning.

        Raises:
            ValueError: the file is damaged or another model's; nothing is changed.
        """
        path, form = chosen(filepath, (".npz", ".weights.h5", ".keras"))
        _, arrays = form.read(existing(path))
        arrays = weights_of(arrays)
        places = form.places(self)
        self.set_weights(fitting(path, self.name, places, arrays, skip_mismatch))


def load_model(filepath, custom_objects=None, compile=True):
    """Return the model that `model.save` or Keras 3 wrote.

    Args:
        filepath: name of the file; it ends in .npz or .keras.
        custom_objects: dict of names to classes and functions of your own in it.
        compile: whether to compile it, and to go on where its training stopped, with
            the same random numbers.

    Raises:
        ValueError: the file is damaged, foreign or holds what dlcore does not have.
    """
    path, form = chosen(filepath, (".npz", ".keras"))
    data, arrays = form.read(existing(path))
    if not data:
        raise ValueError(
            f"{path.name} holds weights alone."
            + explain(
                "what model.save wrote",
                "what model.save_weights wrote",
                "make the model first, then call its load_weights",
            )
        )
    with unmoved_generator():
        model = made_again(path, data["model"], custom_objects, compile)
        places = form.places(model)
        model.set_weights(fitting(path, model.name, places, weights_of(arrays)))
        if model.optimizer is not None:
            remember(path, model, form, arrays)
    if model.optimizer is not None:
        set_generators(path, model, data.get("generators", {}))
    return model


def made_again(path, data, custom_objects, compile):
    """Return a model as it was before its first step.

    Args:
        path: the file, for messages.
        data: what `structure` told of the model.
        custom_objects, compile: see `load_model`.

    Raises:
        ValueError: the data make no model.
    """
    try:
        model = configs.revive(data, custom_objects)
        if not isinstance(model, Savable):
            raise TypeError(f"it holds a {type(model).__name__} instead of a model")
        build(model, data)
        if compile and data.get("compile_config"):
            recompile(model, data["compile_config"], custom_objects)
    except Exception as error:  # whatever numbers and words of any kind may lead to
        if isinstance(error, ValueError) and explained(error):
            raise
        raise damaged(path, error) from error
    return model


def structure(model):
    """Return what makes the model again, apart from its weights: data for JSON."""
    data = configs.described(model)
    if model.built_for is not None:
        data["build_config"] = {"input_shape": [None, *model.built_for]}
    if model.optimizer is not None:
        loss, metrics = model.compiled_with
        told = {"optimizer": model.optimizer, "loss": loss, "metrics": metrics}
        data["compile_config"] = configs.plain(told)
    return {"model": data, "generators": generators(model)}


def build(model, data):
    """Make the weights of a model as large as they were."""
    shape = (data.get("build_config") or {}).get("input_shape")
    if shape and not all(layer.built for layer in model.family()):
        row = [1 if n is None else n for n in shape[1:]]  # any number of steps will do
        try_out(model, backend.zeros((1, *row), like=model.home))


def recompile(model, told, custom_objects):
    """Compile a model with what was noted down of its `compile`."""
    names = ("optimizer", "loss", "metrics", "loss_weights", "weighted_metrics")
    told = {name: configs.revive(told.get(name), custom_objects) for name in names}
    model.compile(**{name: value for name, value in told.items() if value})


def weights_of(arrays):
    """Return those arrays of a file that are no memory of an optimizer."""
    return {key: arrays[key] for key in arrays if not key.startswith("optimizer/")}
