"""RMSprop: steps divided by the size of recent gradients."""

from dlcore.optimizers.base import Optimizer


class RMSprop(Optimizer):
    """Steps divided by the size of recent gradients (Tieleman and Hinton 2012).

    v ← rho v + (1 - rho) dW², and W ← W - learning_rate dW / √(v + epsilon).

    Args:
        learning_rate: step size, a number or a schedule.
        rho: share of v kept from step to step, 0 to 1.
        momentum: share of the velocity kept from step to step, 0 to 1.
        epsilon: keeps the division from dividing by zero.
        settings: weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0], requires_grad=True)
        >>> RMSprop(learning_rate=0.1, rho=0.0).apply([W.data * 7], [W])
        >>> W.data.round(6).tolist()
        [0.9]
    """

    def __init__(
        self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, **settings
    ):
        super().__init__(learning_rate, **settings)
        self.rho, self.momentum, self.epsilon = rho, momentum, epsilon
        self.slot_names = ("v", "velocity") if momentum else ("v",)

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        v, *velocity = slots
        v *= self.rho
        change = (1 - self.rho) * dW
        change *= dW
        v += change
        del change  # in place and two at a time: so all arrays stay in the cache
        root = v + self.epsilon
        root **= 0.5
        step = learning_rate * dW
        step /= root
        if velocity:
            velocity[0][...] = step = self.momentum * velocity[0] + step
        W -= step
