"""The four phases of one training round, as `Neuron` and every model report them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dlcore import backend
from dlcore.lookup import name_apart
from dlcore.tensor import no_grad

PHASES = ("predict", "measure", "feedback", "adjust")
"""The names of the phases, in their order."""


class Phase(NamedTuple):
    """What is known after one phase of the cycle.

    A training round goes through predict, measure, feedback and adjust. What a phase
    finds out stays in the phases after it; what is still unknown is `None`.

    Args:
        name: "predict", "measure", "feedback" or "adjust".
        prediction: what the model says about the batch, (batch, outputs), in the
            units of the target; from "predict" on.
        loss: one number for the whole batch; from "measure" on.
        gradients: an array for each weight, by the weight's name, each in the shape
            of its weight; from "feedback" on.
        weights: the weights after the update, by name; in "adjust" only.

    Example:
        >>> Phase("measure", prediction=[2.0], loss=0.25).loss
        0.25
    """

    name: str
    prediction: Any = None
    loss: float | None = None
    gradients: Mapping[str, Any] | None = None
    weights: Mapping[str, Any] | None = None


def by_name(weights, arrays):
    """Return a dict of the weights' names to NumPy copies of the arrays."""
    return {
        W.name: None if array is None else backend.to_numpy(array).copy()
        for W, array in zip(weights, arrays, strict=True)
    }


def try_out(model, x):
    """Build a model by calling it on x, and give all that it holds names of its own."""
    with no_grad():
        model(x)
    model.reset_state()
    name_apart(model.family()[1:])


def let_go(layers, weights=()):
    """Forget what layers returned last, its graph, and the weights' last gradients."""
    for layer in layers:
        layer.output = layer.z = None
    for W in weights:
        W.grad = None
