"""dlcore: a small, readable deep-learning library on NumPy.

Training is one cycle: predict, measure, feedback, adjust.
"""

from dlcore import (
    activations,
    backend,
    callbacks,
    datasets,
    initializers,
    interpret,
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
