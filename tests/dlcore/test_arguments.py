"""The arguments that classes have from their bases: each is taken or explained."""

import inspect
import json
from pathlib import Path

import pytest

import dlcore
from dlcore import layers, losses, metrics
from dlcore.configs import Configured, parameters
from dlcore.errors import explained

STORED = json.loads(
    (Path(__file__).parent / "reference" / "signatures.json").read_text("utf-8")
)
MODULES = {
    kind: getattr(dlcore.optimizers if kind == "schedules" else dlcore, kind)
    for kind in STORED
}
CLASSES = {
    (kind, thing.__name__): thing
    for kind, module in MODULES.items()
    for name, thing in vars(module).items()
    if inspect.isclass(thing) and issubclass(thing, Configured) and name[0] != "_"
}
# What a class can be made with, where an argument has no default.
GIVEN = {
    "activation": "relu",
    "boundaries": [1],
    "cell": layers.LSTMCell(1),
    "cells": [layers.LSTMCell(1)],
    "decay_rate": 0.5,
    "decay_steps": 1,
    "dims": (1,),
    "factor": 0.5,
    "filters": 2,
    "first_decay_steps": 1,
    "function": max,
    "height": 1,
    "height_factor": 0.5,
    "initial_learning_rate": 0.5,
    "input_dim": 2,
    "kernel_size": 2,
    "key_dim": 1,
    "layer": layers.LSTM(1),
    "n": 2,
    "num_heads": 1,
    "output_dim": 2,
    "pool_size": 2,
    "rate": 0.5,
    "scale": 0.5,
    "stddev": 0.5,
    "target_shape": (1,),
    "units": 2,
    "values": [1, 2],
    "width": 1,
    "width_factor": 0.5,
}


def named(function):
    """Return the arguments of a function that have a name, but self."""
    taken = inspect.signature(function).parameters.values()
    return {p.name: p for p in taken if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)}


def inherited(cls):
    """Return, by name, the arguments of its bases that a class does not name."""
    found = {}
    for base in reversed(cls.__mro__[:-1]):
        if "__init__" in vars(base):
            found |= named(base.__init__)
    return {name: found[name] for name in set(found) - set(named(cls.__init__))}


def needed(cls):
    """Return values for the arguments that a class must be given."""
    taken = [p for p in named(cls.__init__).values() if p.name != "self"]
    return {p.name: GIVEN[p.name] for p in taken if p.default is p.empty}


def refusal(cls, **arguments):
    """Return the error that a class answers arguments with, None if it takes them."""
    try:
        cls(**arguments)
    except (TypeError, ValueError) as error:
        return error


@pytest.mark.parametrize("key", CLASSES, ids=".".join)
def test_an_inherited_argument_is_taken_or_explained(key):
    cls = CLASSES[key]
    for name, argument in inherited(cls).items():
        value = GIVEN.get(name) if argument.default is argument.empty else None
        error = refusal(cls, **needed(cls), **{name: value})
        assert error is None or explained(error), name
        if name not in parameters(cls):
            assert f"{cls.__name__}() does not know" in str(error), name


@pytest.mark.parametrize("key", CLASSES, ids=".".join)
def test_no_argument_is_taken_that_keras_refuses(key):
    kind, name = key
    if name not in STORED[kind]:
        pytest.skip("Keras has no such class")
    *bases, first, _, _ = CLASSES[key].__mro__  # first: Layer, Metric and so on
    names = [base.__name__ for base in bases]
    theirs = {one[0] for base in names for one in STORED[kind].get(base, ())}
    assert parameters(CLASSES[key]) <= theirs | parameters(first)


@pytest.mark.parametrize("kind", [losses.FunctionLoss, metrics.FunctionMetric])
def test_a_function_may_be_given_another_name(kind):
    assert kind(max).name == "max"
    assert kind(max, name="mine").name == "mine"
    assert "nmae=1" in str(refusal(kind, function=max, nmae=1))


def test_what_is_compared():
    assert len(CLASSES) > 100
    assert "noise_shape" in inherited(layers.SpatialDropout1D)


def test_a_subclass_may_name_what_its_base_decides():
    class Mine(layers.SpatialDropout1D):
        def __init__(self, rate, noise_shape, **settings):
            super().__init__(rate, **settings)
            self.own = noise_shape

    assert Mine(0.5, noise_shape=3, name="mine").own == 3


def test_a_subclass_is_refused_what_its_base_decides():
    class Mine(metrics.AUC):
        def __init__(self, **settings):
            super().__init__(curve="PR", **settings)

    assert "top_k=2" in str(refusal(Mine, top_k=2))
    assert refusal(Mine, num_thresholds=9) is None
