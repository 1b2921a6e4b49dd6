"""Names, order and defaults of arguments are those of Keras 3.

`reference/make_signatures.py` stored how Keras's classes are called.
"""

import inspect
import json
from pathlib import Path

import pytest

import dlcore

STORED = json.loads(
    (Path(__file__).parent / "reference" / "signatures.json").read_text("utf-8")
)
MODULES = {
    kind: getattr(dlcore.optimizers if kind == "schedules" else dlcore, kind)
    for kind in STORED
}
SHARED = [
    (kind, name)
    for kind, module in MODULES.items()
    for name in STORED[kind]
    if name[0].isupper() and inspect.isclass(getattr(module, name, None))
] + [("activations", name) for name in dlcore.activations.NAMES if name != "swish"]
BASES = ("Layer", "Loss", "Metric", "Optimizer", "Initializer", "LearningRateSchedule")


def arguments(thing):
    """Return the arguments of a class or function by name, with their defaults."""
    function = thing.__init__ if inspect.isclass(thing) else thing
    if function is dlcore.layers.Layer.__init__:
        return {}  # those of all layers
    plain = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = inspect.signature(function).parameters.values()
    return {p.name: p.default for p in parameters if p.kind is plain}


def alike(value):
    """Return a default so that lists and tuples, numbers and names compare."""
    return [alike(item) for item in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(("kind", "name"), SHARED, ids=lambda value: value)
def test_called_as_in_keras(kind, name):
    if name in BASES:
        pytest.skip("a base class, which is not called")
    theirs = {one[0]: one[1:] for one in STORED[kind][name]}
    ours = arguments(getattr(MODULES[kind], name))
    ours.pop("self", None)
    if kind == "activations":  # z is the book's letter; Keras has x
        ours = dict(list(ours.items())[1:])
    unknown = [argument for argument in ours if argument not in theirs]
    assert not unknown, f"Keras does not have {unknown}"
    if name != "SimpleRNN":  # whose seed Keras alone puts last
        assert list(ours) == [argument for argument in theirs if argument in ours]
    ours.pop("name", None)  # None stands for the name of the class
    for argument, default in ours.items():
        wanted = theirs[argument]
        given = [] if default is inspect.Parameter.empty else [alike(default)]
        assert given == wanted, argument


def test_what_is_compared():
    assert len(SHARED) > 120
