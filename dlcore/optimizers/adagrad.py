"""Adagrad and Adadelta: steps divided by the size of all gradients, or of late ones."""

from dlcore.backend import xp_of
from dlcore.optimizers.base import Optimizer


class Adagrad(Optimizer):
    """Steps divided by the size of all gradients so far (Duchi et al. 2011).

    v ← v + dW², and W ← W - learning_rate dW / √(v + epsilon).

    Args:
        learning_rate: step size, a number or a schedule.
        initial_accumulator_value: what v starts with.
        epsilon: keeps the division from dividing by zero.
        settings: weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0], requires_grad=True)
        >>> Adagrad(0.1, initial_accumulator_value=0.0).apply([W.data * 7], [W])
        >>> W.data.round(6).tolist()
        [0.9]
    """

    slot_names = ("v",)

    def __init__(
        self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07,
        **settings,
    ):  # fmt: skip
        super().__init__(learning_rate, **settings)
        self.initial_accumulator_value = self.start = initial_accumulator_value
        self.epsilon = epsilon

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        (v,) = slots
        v += dW * dW
        W -= learning_rate * dW / xp_of(v).sqrt(v + self.epsilon)


class Adadelta(Optimizer):
    """Steps of the size of late steps, over that of late gradients (Zeiler 2012).

    v ← rho v + (1 - rho) dW², step = √(s + epsilon) / √(v + epsilon) dW,
    s ← rho s + (1 - rho) step², and W ← W - learning_rate step.

    Args:
        learning_rate: share of the step that is taken; the original has 1.
        rho: share of v and s kept from step to step, 0 to 1.
        epsilon: keeps the division from dividing by zero, and gives a first step.
        settings: weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0], requires_grad=True)
        >>> Adadelta(1.0, rho=0.0, epsilon=1.0).apply([W.data * 0.0], [W])
        >>> W.data.tolist()
        [1.0]
    """

    slot_names = ("v", "s")

    def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-07, **settings):
        super().__init__(learning_rate, **settings)
        self.rho, self.epsilon = rho, epsilon

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        v, s = slots
        v *= self.rho
        v += (1 - self.rho) * dW * dW
        step = xp_of(v).sqrt((s + self.epsilon) / (v + self.epsilon)) * dW
        s *= self.rho
        s += (1 - self.rho) * step * step
        W -= learning_rate * step
