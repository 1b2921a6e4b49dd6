"""Gradient descent, with momentum."""

from dlcore.errors import share
from dlcore.optimizers.base import Optimizer


class SGD(Optimizer):
    """Gradient descent, with momentum if wanted (Robbins and Monro 1951).

    Each step is W ← W - learning_rate dW. With momentum a velocity v
    remembers earlier steps (Polyak 1964): v ← momentum v - learning_rate dW,
    W ← W + v; with nesterov, W ← W + momentum v - learning_rate dW.

    Args:
        learning_rate: step size, a number or a schedule.
        momentum: share of the velocity kept from step to step, 0 to 1.
        nesterov: look ahead along the velocity (Nesterov 1983).
        weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0, 2.0], requires_grad=True)
        >>> SGD(learning_rate=0.5).apply([W.data * 2], [W])
        >>> W.data.tolist()
        [0.0, 0.0]
    """

    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, **settings):
        super().__init__(learning_rate, **settings)
        self.momentum, self.nesterov = share("momentum", momentum, 0.9), nesterov
        self.slot_names = ("velocity",) if momentum else ()

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        step = learning_rate * dW
        if not self.momentum:
            W -= step
            return
        (v,) = slots
        v *= self.momentum
        v -= step
        W += self.momentum * v - step if self.nesterov else v
