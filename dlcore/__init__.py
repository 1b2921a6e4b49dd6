"""dlcore: a small, readable deep-learning library on NumPy.

Training is one cycle: predict, measure, feedback, adjust.
"""

import importlib

from dlcore import (
    activations,
    backend,
    callbacks,
    initializers,
    layers,
    losses,
    metrics,
    models,
    ops,
    optimizers,
    preprocessing,
    regularizers,
    utils,
)
from dlcore.cycle import Phase
from dlcore.layers import Input
from dlcore.model import Model
from dlcore.neuron import Neuron
from dlcore.sequential import Sequential
from dlcore.tensor import Tensor, no_grad

__version__ = "0.1.0"
LATE = "datasets", "interpret"  # loaded when they are first asked for


def __getattr__(name):
    if name in LATE:
        return importlib.import_module(f"dlcore.{name}")
    raise AttributeError(f"module 'dlcore' has no attribute {name!r}")


def __dir__():
    return __all__


__all__ = [
    "Input",
    "Model",
    "Neuron",
    "Phase",
    "Sequential",
    "Tensor",
    "activations",
    "backend",
    "callbacks",
    "datasets",
    "initializers",
    "interpret",
    "layers",
    "losses",
    "metrics",
    "models",
    "no_grad",
    "ops",
    "optimizers",
    "preprocessing",
    "regularizers",
    "utils",
]
