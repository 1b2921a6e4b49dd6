"""What training remembers beside the weights: optimizer and random generators."""

import contextlib

import numpy as np

from dlcore import backend
from dlcore.saving.files import damaged, fitting


def remembered(model, form):
    """Return what a model's optimizer remembers: arrays by their names in the file.

    They are those of the weights that it will train from here on.

    Args:
        model: the model.
        form: how the file is written.
    """
    optimizer, weights = model.optimizer, model.trainable_weights
    if optimizer is None or not optimizer.weights:
        return {}
    kept, slots = optimizer.slots_for(weights), form.slots(optimizer, weights)
    arrays = {key: kept[i][j] for key, (i, j) in slots.items()}
    return form.numbers(optimizer, weights) | arrays


def remember(path, model, form, arrays):
    """Give a model's optimizer its memory back; check all of it first.

    Args:
        path: the file, for messages.
        model: compiled as it was.
        form: how the file is written.
        arrays: all arrays of the file by name.

    Raises:
        ValueError: the memory is damaged or that of another model.
    """
    arrays = {key: arrays[key] for key in arrays if key.startswith("optimizer/")}
    if form.steps not in arrays:
        return
    steps = arrays[form.steps]
    if steps.shape != () or not 0 <= steps < 2**31:
        raise damaged(path, ValueError("the number of steps is no number"))
    optimizer, weights = model.optimizer, form.trained(model, arrays)
    optimizer.iterations = int(steps)
    optimizer.build(weights)
    slots = form.slots(optimizer, weights)
    places = [(key, weights[i]) for key, (i, _) in slots.items()]
    numbers = form.numbers(optimizer, weights)
    rest = {key: arrays[key] for key in arrays if key not in numbers}
    if not rest and optimizer.iterations == 0:  # Keras had compiled it, no more
        return
    found = fitting(path, "the optimizer", places, rest)
    for (i, j), array in zip(slots.values(), found, strict=True):
        slot = optimizer.slots[i][j]
        slot[...] = backend.asarray(array, like=slot)


def generators(model):
    """Return the states of all random generators: that of dlcore, and layers' own."""
    states = {"": backend.generator().bit_generator.state}
    for layer in model.family():
        for name, value in vars(layer).items():
            if isinstance(value, np.random.Generator):
                states[f"{layer.name}/{name}"] = value.bit_generator.state
    return states


def set_generators(path, model, states):
    """Let all random generators go on where they were; explain a state that is none."""
    own, before = {"": backend.generator()}, backend.generator().bit_generator.state
    for layer in model.family():
        own |= {f"{layer.name}/{name}": value for name, value in vars(layer).items()}
    try:
        for place in sorted(states, reverse=True):  # the one of all is last
            own[place].bit_generator.state = states[place]
    except Exception as error:
        backend.generator().bit_generator.state = before
        raise damaged(path, error) from error


@contextlib.contextmanager
def unmoved_generator():
    """Let what happens inside draw random numbers without any trace."""
    before = backend.generator().bit_generator.state
    try:
        yield
    finally:
        backend.generator().bit_generator.state = before
