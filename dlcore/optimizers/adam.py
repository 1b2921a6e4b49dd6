"""Adam, and its relatives AdamW and Nadam: momentum, divided by recent sizes."""

import math

from dlcore.backend import xp_of
from dlcore.errors import explain
from dlcore.optimizers.base import Optimizer

GROWN = 1000  # steps after which Nadam's share is beta_1, to the last digit


class Adam(Optimizer):
    """Momentum, divided by the size of recent gradients (Kingma and Ba 2015).

    m ← beta_1 m + (1 - beta_1) dW, v ← beta_2 v + (1 - beta_2) dW². Both start at 0,
    which step t makes good: with m̂ = m / (1 - beta_1^t) and v̂ = v / (1 - beta_2^t),
    at first dW and dW², W ← W - learning_rate m̂ / (√v̂ + ε). As in Keras, epsilon
    stands beside √v: ε = epsilon / √(1 - beta_2^t).

    Args:
        learning_rate: step size, a number or a schedule.
        beta_1: share of m kept from step to step, 0 to 1.
        beta_2: share of v kept from step to step, 0 to 1.
        epsilon: keeps the division from dividing by zero.
        amsgrad: whether to divide by the largest v so far (Reddi et al. 2018).
        settings: weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0], requires_grad=True)
        >>> Adam(learning_rate=0.1).apply([W.data * 7], [W])
        >>> W.data.round(6).tolist()
        [0.9]
    """

    def __init__(
        self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07,
        amsgrad=False, **settings,
    ):  # fmt: skip
        super().__init__(learning_rate, **settings)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon
        self.slot_names = ("m", "v", "largest") if amsgrad else ("m", "v")

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        m, v, *largest = slots
        m += (1 - self.beta_1) * (dW - m)
        v += (1 - self.beta_2) * (dW * dW - v)
        if largest:
            largest[0][...] = v = xp_of(v).maximum(largest[0], v)
        t = self.iterations
        rate = learning_rate * math.sqrt(1 - self.beta_2**t) / (1 - self.beta_1**t)
        W -= rate * m / (xp_of(v).sqrt(v) + self.epsilon)


class AdamW(Adam):
    """Adam with weight decay beside it (Loshchilov and Hutter 2019).

    Before each step of Adam, W ← W - learning_rate weight_decay W.

    Args:
        learning_rate: step size, a number or a schedule.
        weight_decay: share of each weight, times the learning rate, taken off.
        beta_1, beta_2, epsilon, amsgrad: see `Adam`.
        settings: clipnorm, clipvalue, global_clipnorm: see `Optimizer`.
    """

    def __init__(
        self, learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999,
        epsilon=1e-07, amsgrad=False, **settings,
    ):  # fmt: skip
        if weight_decay is None:
            raise ValueError(
                "AdamW is Adam with weight decay."
                + explain("a number, such as 0.004", "None", "use Adam without it")
            )
        super().__init__(
            learning_rate, beta_1, beta_2, epsilon, amsgrad,
            weight_decay=weight_decay, **settings,
        )  # fmt: skip


class Nadam(Optimizer):
    """Adam that looks ahead along its momentum (Dozat 2016).

    m and v are Adam's. The share of m grows from beta_1 / 2 to beta_1 as
    μ(t) = beta_1 (1 - 0.96^t / 2); with M(t) = μ(1) μ(2) ... μ(t),
    m̂ = μ(t+1) m / (1 - M(t+1)) + (1 - μ(t)) dW / (1 - M(t)), v̂ = v / (1 - beta_2^t),
    and W ← W - learning_rate m̂ / (√v̂ + ε).

    Args:
        learning_rate: step size, a number or a schedule.
        beta_1: share of m kept from step to step, 0 to 1.
        beta_2: share of v kept from step to step, 0 to 1.
        epsilon: keeps the division from dividing by zero.
        settings: weight_decay, clipnorm, clipvalue, global_clipnorm: see `Optimizer`.

    Example:
        >>> from dlcore import Tensor
        >>> W = Tensor([1.0], requires_grad=True)
        >>> Nadam(learning_rate=0.1).apply([W.data * 7], [W])
        >>> round(float(W.data[0]), 4)
        0.8937
    """

    slot_names = ("m", "v")

    def __init__(
        self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, **settings
    ):
        super().__init__(learning_rate, **settings)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon
        self.so_far = 0, 1.0  # a step and M there, so that no product is taken twice

    def share(self, t):
        """μ(t), the share of the momentum at step t."""
        return self.beta_1 * (1 - 0.5 * 0.96**t)

    def product(self, t):
        """M(t), the product of the shares up to step t."""
        last = min(t, GROWN)
        done, product = self.so_far if self.so_far[0] <= last else (0, 1.0)
        for step in range(done + 1, last + 1):
            product *= self.share(step)
        self.so_far = last, product
        return product * self.beta_1 ** (t - last)

    def update(self, W, dW, learning_rate, slots):
        """Move the array W against dW by `learning_rate`; `slots` is its memory."""
        m, v = slots
        m += (1 - self.beta_1) * (dW - m)
        v += (1 - self.beta_2) * (dW * dW - v)
        t, ahead = self.iterations, self.share(self.iterations + 1)
        now = (1 - self.share(t)) / (1 - self.product(t))
        ahead /= 1 - self.product(t) * ahead
        root = xp_of(v).sqrt(v / (1 - self.beta_2**t))
        W -= learning_rate * (ahead * m + now * dW) / (root + self.epsilon)
