"""Optimizers: how weights follow their gradients.

Only optimizers write, and only into weights and their own state.
"""

import math
from numbers import Real

from dlcore import backend
from dlcore.backend import xp_of
from dlcore.configs import Configured
from dlcore.errors import explain, refuse_unknown
from dlcore.lookup import look_up


class Optimizer(Configured):
    """Base of the optimizers; a subclass says how `update` changes one weight.

    Args:
        learning_rate: step size; a positive number, or a function of
            `iterations`, the number of steps done.
        weight_decay: share of each weight, times the learning rate, taken off
            at each step (Loshchilov and Hutter 2019); None for none.
        clipnorm: largest length of each weight's gradient, longer ones are
            shortened; `clipvalue`: largest size of a gradient's elements;
            `global_clipnorm`: largest length of all gradients together. At most
            one of the three.
    """

    slot_names = ()  # what an optimizer keeps for each weight, such as a velocity

    def __init__(
        self,
        learning_rate=0.01,
        weight_decay=None,
        clipnorm=None,
        clipvalue=None,
        global_clipnorm=None,
        **unknown,
    ):
        also = ("weight_decay", "clipnorm", "clipvalue", "global_clipnorm")
        refuse_unknown(type(self), unknown, also)
        check_learning_rate(learning_rate)
        limits = {
            "clipnorm": clipnorm,
            "clipvalue": clipvalue,
            "global_clipnorm": global_clipnorm,
        }
        given = {name: value for name, value in limits.items() if value is not None}
        if len(given) > 1:
            raise ValueError(
                f"{type(self).__name__} clips gradients in one way at a time."
                + explain(
                    "one of clipnorm, clipvalue, global_clipnorm",
                    ", ".join(f"{name}={value}" for name, value in given.items()),
                    "leave out all but one",
                )
            )
        self.learning_rate = learning_rate
        self.weight_decay = weight_decay
        self.clip = CLIPS[next(iter(given))] if given else None
        self.limit = next(iter(given.values()), None)
        self.iterations = 0
        self.slots = []  # for each weight a list of arrays, in the weights' order
        self.weights = []

    def apply(self, gradients, weights):
        """Take one step: change each weight by its gradient.

        Args:
            gradients: an array for each weight, of its shape, or None to leave it.
            weights: the tensors to change.
        """
        if self.weights != weights:
            self.build(weights)
        rate = self.learning_rate
        rate = float(rate(self.iterations) if callable(rate) else rate)
        if self.clip:
            gradients = self.clip(gradients, self.limit)
        self.iterations += 1
        for W, dW, slots in zip(weights, gradients, self.slots, strict=True):
            if dW is not None:
                if self.weight_decay:
                    W.data -= rate * self.weight_decay * W.data
                self.update(W.data, dW, rate, slots)

    def build(self, weights):
        """Start the memory of new weights at zero, and keep that of known ones.

        Raises:
            ValueError: none is known, so this is another model's optimizer.
        """
        known = dict(zip(self.weights, self.slots, strict=True))
        if known and self.slot_names and not any(W in known for W in weights):
            raise ValueError(
                f"This {type(self).__name__} remembers the steps of another model."
                + explain(
                    "one optimizer for each model",
                    "one that has already trained other weights",
                    f"compile each model with a new {type(self).__name__}(...)",
                )
            )
        self.slots = [
            known.get(W)
            or [backend.zeros(W.shape, like=W.data) for _ in self.slot_names]
            for W in weights
        ]
        self.weights = list(weights)

    def settle(self):
        """Move the memory to where its weights are."""
        self.slots = [
            [backend.asarray(slot, like=W.data) for slot in slots]
            for W, slots in zip(self.weights, self.slots, strict=True)
        ]


def check_learning_rate(learning_rate):
    """Refuse a learning rate that is neither a positive number nor a function."""
    number = isinstance(learning_rate, Real) and learning_rate >= 0
    if not number and not callable(learning_rate):
        raise ValueError(
            "This cannot be a learning rate."
            + explain(
                "a number from 0 up, or a schedule",
                repr(learning_rate),
                "start with 0.01",
            )
        )


def length(gradients):
    """The Euclidean length of several gradients taken as one vector."""
    return math.sqrt(
        sum(float(xp_of(g).sum(g * g)) for g in gradients if g is not None)
    )


def clip_together(gradients, limit):
    """Shorten all gradients by one factor, so that their joint length is `limit`."""
    factor = min(1.0, limit / max(length(gradients), 1e-30))
    return [g if g is None else g * factor for g in gradients]


def clip_each(gradients, limit):
    """Shorten each gradient that is longer than `limit`."""
    return [g if g is None else clip_together([g], limit)[0] for g in gradients]


def clip_elements(gradients, limit):
    """Bring each element of each gradient between -limit and limit."""
    return [g if g is None else xp_of(g).clip(g, -limit, limit) for g in gradients]


CLIPS = {
    "clipnorm": clip_each,
    "clipvalue": clip_elements,
    "global_clipnorm": clip_together,
}


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
        self.momentum, self.nesterov = momentum, nesterov
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
        v += (1 - self.rho) * dW * dW
        step = learning_rate * dW / xp_of(v).sqrt(v + self.epsilon)
        if velocity:
            velocity[0][...] = step = self.momentum * velocity[0] + step
        W -= step


class Adam(Optimizer):
    """Momentum, divided by the size of recent gradients (Kingma and Ba 2015).

    m ← beta_1 m + (1 - beta_1) dW, v ← beta_2 v + (1 - beta_2) dW²; both start
    at 0, which step t makes good: W ← W - learning_rate m̂ / (√v̂ + ε).

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


NAMES = {
    "sgd": SGD,
    "rmsprop": RMSprop,
    "adam": Adam,
}


def get(identifier):
    """The optimizer for a name, an object or a class."""
    if isinstance(identifier, Optimizer):
        return identifier
    return look_up("optimizer", identifier, NAMES)
