"""Drawings of page 3.2 that are read from a tape: step by step, and as a whole."""

import numpy as np

from dlcore.teach.figures import show
from dlcore.teach.graphs import draw_graph
from dlcore.tensor import inputs_first


class GraphSteps:
    """A calculation replayed from its tape: forward with values, then backward.

    Args:
        loss: the result, a Tensor with one number; `backward()` is called on it.
    """

    given, result = "inputs and weights", "loss"  # what a reader calls them

    def __init__(self, loss):
        loss.backward()
        self.loss = loss
        order = inputs_first(loss)
        made = [t for t in order if t.op is not None]
        self.leaves = [t for t in order if t.op is None]
        for t in made:
            self.leaves += [x for x in t.op.inputs if x.op is None]
        self.made = made
        self.loss_step = len(made)
        self.last = 2 * len(made) + 1

    def known(self, step):
        """Return the tensors whose value, and those whose gradient, is known."""
        values = self.leaves + self.made[:step]
        back = step - self.loss_step
        if back <= 0:
            return values, []
        gradients = [self.loss]
        for t in self._sent(back):
            gradients += t.op.inputs
        return values, gradients

    def _sent(self, back):
        """Return the tensors whose ops have sent their gradient on."""
        return list(reversed(self.made))[: back - 1]

    def draw(self, step):
        """Draw the graph after a step, and say what the step did."""
        values, gradients = self.known(step)
        draw_graph(self.loss, values=values, gradients=gradients)
        if step == 0:
            return f"Step 0: {self.given} are given, nothing is calculated yet."
        if step <= self.loss_step:
            t = self.made[step - 1]
            return f"Step {step}, forward: {t.name} = {_number(t.data)}."
        if step == self.loss_step + 1:
            return (
                f"Step {step}, the turning point: the slope of the {self.result} in "
                "itself is 1."
            )
        sender = self._sent(step - self.loss_step)[-1]
        got = [
            f"d{x.name} = {_number(x.grad)}"
            for x in sender.op.inputs
            if x.requires_grad
        ]
        return f"Step {step}, backward through {sender.name}: {' and '.join(got)}."


def _number(array):
    return f"{float(array):g}".replace("-", "−")


def show_network_graph(loss):
    """Show the tape of a network's loss for one row, with values and gradients."""
    ax = draw_graph(loss)
    z, delta = (
        [f"{n:g}".replace("-", "−") for n in np.ravel(array) + 0.0]
        for array in _hidden_sums(loss)
    )
    show(
        ax.figure,
        caption="Forward, the values flow down to the loss; backward, the gradients "
        "(green) flow up again. The tape of the paper network for one row; dots "
        "stand for further numbers.",
        alt="From top to bottom: inputs, kernel and bias of the hidden layer meet in "
        f"a weighted sum with the values {', '.join(z)} and the gradients "
        f"{', '.join(delta)}; it goes through ReLU, a second weighted sum and the "
        f"squared error to the loss {float(loss.data):g}.",
    )


def _hidden_sums(loss):
    """Return value and gradient of the first weighted sum on the tape."""
    first = next(t for t in inputs_first(loss) if t.op and t.op.name == "linear")
    return first.data, first.grad
