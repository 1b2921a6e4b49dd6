"""Fused losses of regression: one op each, from predictions to one number."""

import math

from dlcore.backend import total, xp_of
from dlcore.tensor import Op


class MeanSquaredError(Op):
    """loss = the mean of (prediction - target)², over all n numbers.

    Backward: delta = 2 / n (prediction - target), for each number.
    """

    name = "mse"

    def forward(self, prediction, target):  # both (batch, outputs)
        self.error = prediction - target
        self.n = math.prod(self.error.shape)
        return total(self.error * self.error) / self.n

    def backward(self, delta):
        delta = (2 / self.n) * delta * self.error
        return delta, (-delta if self.wants(1) else None)


class MeanAbsoluteError(Op):
    """loss = the mean of |prediction - target|, over all n numbers.

    Backward: delta = ±1 / n, the sign that of prediction - target; 0 at 0.
    """

    name = "mae"

    def forward(self, prediction, target):  # both (batch, outputs)
        self.error = prediction - target
        return xp_of(self.error).mean(xp_of(self.error).abs(self.error))

    def backward(self, delta):
        n = math.prod(self.error.shape)
        delta = delta / n * xp_of(self.error).sign(self.error)
        return delta, (-delta if self.wants(1) else None)


class Huber(Op):
    """Squared for errors up to a limit, straight beyond (Huber 1964).

    loss = the mean of e²/2 where |e| <= limit, else limit |e| - limit²/2.
    Backward: delta = e / n, with e clipped to ±limit.
    """

    name = "huber"

    def __init__(self, limit=1.0):
        self.limit = float(limit)

    def forward(self, prediction, target):  # both (batch, outputs)
        xp = xp_of(prediction)
        error = prediction - target
        self.clipped = xp.clip(error, -self.limit, self.limit)
        return xp.mean(self.clipped * (error - 0.5 * self.clipped))

    def backward(self, delta):
        delta = delta / math.prod(self.clipped.shape) * self.clipped
        return delta, (-delta if self.wants(1) else None)


class LogCosh(Op):
    """loss = the mean of log cosh(prediction - target): a smooth absolute error.

    Written as |e| + log(1 + e^(-2|e|)) - log 2, which cannot overflow.
    Backward: delta = tanh(prediction - target) / n.
    """

    name = "log_cosh"

    def forward(self, prediction, target):  # both (batch, outputs)
        xp = xp_of(prediction)
        self.error = prediction - target
        size = xp.abs(self.error)
        return xp.mean(size + xp.log1p(xp.exp(-2.0 * size)) - math.log(2))

    def backward(self, delta):
        n = math.prod(self.error.shape)
        delta = delta / n * xp_of(self.error).tanh(self.error)
        return delta, (-delta if self.wants(1) else None)
