"""Ops with mistakes on purpose: the table of ops has to find each one.

`found_by` says in which columns; a mistake that plain NumPy in float64 misses shows why
there are more columns than that.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from dlcore.backend import xp_of, zeros
from dlcore.ops.activation import GELU, ReLU, Sigmoid
from dlcore.ops.convolution import Conv
from dlcore.ops.crossentropy import SigmoidCrossEntropy, SoftmaxCrossEntropy
from dlcore.ops.dense import Linear
from dlcore.ops.elementary import Add, Multiply
from dlcore.ops.normalization import Normalize
from dlcore.ops.pooling import MaxPool, SumPool
from dlcore.ops.recurrent import GRU, LSTM
from dlcore.ops.regression import MeanSquaredError
from dlcore.ops.shaping import Concat, Slice, Sum
from dlcore.ops.windows import Window
from tests.dlcore.columns import Column
from tests.dlcore.rows_sequences import (
    HOLES,
    STATES,
    WEIGHTS,
    X,
    gru_step,
    lstm_step,
    over_time,
    slow,
)

NUMPY64, NUMPY32 = Column("cpu", "float64"), Column("cpu", "float32")
DEVICE, SMALL = Column("device1", "float64"), Column("no_float64", "float32")
ALL = (NUMPY64, NUMPY32, DEVICE, SMALL)

rng = np.random.default_rng(1)
A, W, B = rng.normal(size=(3, 4)), rng.normal(size=(4, 2)), rng.normal(size=2)
P, T = rng.normal(size=(5, 2)), rng.normal(size=(5, 2))
C = rng.uniform(0.1, 0.9, (3, 4))


class Mistake(NamedTuple):
    name: str
    function: Any
    reference: Any
    inputs: list
    found_by: tuple = ALL


def mse(p, t):
    return ((p - t) ** 2).mean()


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def crossentropy(z, target):
    return (target * (np.log(np.exp(z).sum(axis=1, keepdims=True)) - z)).sum(axis=1)


def binary(z, target):
    return np.log1p(np.exp(z)) - z * target


def gelu(z):
    return z * np.vectorize(lambda x: 1 + math.erf(x / math.sqrt(2)))(z) / 2


class ForgetsFactor(MeanSquaredError):
    """The factor 2 is missing in backward."""

    def backward(self, delta):
        delta = delta / self.n * self.error
        return delta, -delta


class HalfTheLoss(MeanSquaredError):
    """Half the mean squared error, forward and backward alike."""

    def forward(self, prediction, target):
        return 0.5 * super().forward(prediction, target)

    def backward(self, delta):
        return super().backward(0.5 * delta)


class ForgetsRows(MeanSquaredError):
    """The sum instead of the mean, backward alone."""

    def backward(self, delta):
        return super().backward(delta * self.n)


class WrongSign(MeanSquaredError):
    """The target gets the prediction's gradient."""

    def backward(self, delta):
        delta, _ = super().backward(delta)
        return delta, delta


class LetsAllPass(ReLU):
    """Delta passes where z was negative, too."""

    def backward(self, delta):
        return (delta,)


class SigmoidOfSigmoid(Sigmoid):
    """The slope is taken at a instead of at z."""

    def backward(self, delta):
        a = 1 / (1 + xp_of(delta).exp(-self.a))
        return (delta * a * (1 - a),)


class NotTransposed(Linear):
    """The weights' gradient misses the sum over the rows of b."""

    def backward(self, delta):
        dx, dW, db = super().backward(delta)
        return dx, dW, db / delta.shape[0]


class ForgetsBroadcast(Add):
    """The gradient of a repeated row is not summed up."""

    def backward(self, delta):
        return delta, delta


class SwapsInputs(Multiply):
    """Each input gets its own value instead of the other's."""

    def backward(self, delta):
        return delta * self.x, delta * self.y


class CutsInOrderOfLength(Concat):
    """The gradients are cut off in the wrong order."""

    def backward(self, delta):
        return super().backward(delta)[::-1]


class WritesIntoItsInput(ReLU):
    """In place, which spoils the caller's data."""

    def forward(self, z):
        self.z = xp_of(z).astype(z, z.dtype)
        z *= xp_of(z).astype(z > 0, z.dtype)
        return z


class HostFunction(ReLU):
    """NumPy's own function, whatever the array."""

    def forward(self, z):
        self.a = np.maximum(z, 0)
        return self.a


class HostBuffer(Slice):
    """A buffer made on the host, in NumPy's favorite dtype."""

    def backward(self, delta):
        gradient = np.zeros(self.x.shape)
        gradient[self.key] = delta
        return (gradient,)


class NowhereZeros(Slice):
    """A buffer without dtype and place."""

    def backward(self, delta):
        gradient = xp_of(delta).zeros(self.x.shape)
        gradient[self.key] = delta
        return (gradient,)


class WideBuffer(Slice):
    """A buffer at the right place, in the wrong dtype."""

    def backward(self, delta):
        place = {} if isinstance(delta, np.ndarray | np.generic) else {"device": delta.device}
        gradient = xp_of(delta).zeros(self.x.shape, **place)
        gradient[self.key] = delta
        return (gradient,)


class NumPyScalar(Linear):
    """Divided by a NumPy scalar, which is a float64."""

    def forward(self, x, W, b):
        return super().forward(x, W, b) / np.sqrt(4.0) * 2

    def backward(self, delta):
        return super().backward(delta)


class BoolTimesFloat(ReLU):
    """A mask times a number: NumPy alone allows it."""

    def backward(self, delta):
        return (delta * (self.a > 0),)


class Method(Sum):
    """A method of NumPy's arrays."""

    def forward(self, x):
        self.shape = x.shape
        return x.sum()


class ForgetsTarget(SoftmaxCrossEntropy):
    """Delta is the prediction, not the prediction minus the target."""

    def backward(self, delta):
        dz, dtarget = super().backward(delta)
        return dz + delta[:, None] * self.target, dtarget


class SlopeOfTheSigmoid(SigmoidCrossEntropy):
    """The slope of the sigmoid, which the loss cancels, is left in."""

    def backward(self, delta):
        dz, dtarget = super().backward(delta)
        a = 1 / (1 + xp_of(delta).exp(-self.z))
        return dz * a * (1 - a), dtarget


class ForgetsShare(GELU):
    """The product rule without its first half."""

    def backward(self, delta):
        (dz,) = super().backward(delta)
        return (dz - delta * self.share,)


class ForgetsOverlap(Conv):
    """Where windows overlap, the last one's gradient stays instead of the sum."""

    def backward(self, delta):
        _, dW, db = super().backward(delta)
        dx = zeros(self.x.shape, like=delta)
        W = xp_of(delta).reshape(self.W, (-1, *self.W.shape[-2:]))
        for n, part in enumerate(self.window.elements(self.x.shape[1:-1])):
            dx[part] = delta @ W[n, ...].T
        return dx, dW, db


class GivesToAll(MaxPool):
    """All elements of a window get the gradient of its largest."""

    def backward(self, delta):
        return SumPool.backward(self, delta)

    shape = property(lambda self: self.x.shape)


class MomentsAreConstant(Normalize):
    """The mean and the variance are taken for numbers that do not depend on x."""

    def backward(self, delta):
        _, d_gamma, d_beta = super().backward(delta)
        return self.gamma * delta / self.std, d_gamma, d_beta


class ForgetsThatTheGateCloses(GRU):
    """The gradient of the gate z misses the candidate that it shuts out."""

    def step_back(self, t, dz, dh):
        straight = super().step_back(t, dz, dh)
        (z, _, _, _), h = self.kept[t], self.xh[t, self.start :, :]
        dz[1, ...] = dh * h * z * (1 - z)
        return straight


class ForgetsTheMask(LSTM):
    """Masked steps let no gradient through to the steps before."""

    def chosen(self, t, new, old):
        if old == [0.0, 0.0]:
            return new
        return super().chosen(t, new, old)


def make(op, *arguments):
    """A function that applies a new op of this class at each call."""
    return lambda *inputs: op(*arguments)(*inputs)


NARROW = (NUMPY32, DEVICE, SMALL)
STRICT = (DEVICE, SMALL)
MISTAKES = [
    Mistake("factor 2 missing", make(ForgetsFactor), mse, [P, T]),
    Mistake("half the loss", make(HalfTheLoss), mse, [P, T]),
    Mistake("sum for mean", make(ForgetsRows), mse, [P, T]),
    Mistake("sign of the target", make(WrongSign), mse, [P, T]),
    Mistake("relu passes all", make(LetsAllPass), lambda z: np.maximum(z, 0), [A]),
    Mistake("slope at a", make(SigmoidOfSigmoid), sigmoid, [A]),
    Mistake("mean for b", make(NotTransposed), lambda x, W, b: x @ W + b, [A, W, B]),
    Mistake("broadcast", make(ForgetsBroadcast), np.add, [A, A[0]]),
    Mistake("swapped", make(SwapsInputs), np.multiply, [A, A + 1]),
    Mistake(
        "order of parts",
        make(CutsInOrderOfLength, 0),
        lambda *x: np.concatenate(x),
        [A, A[:1]],
    ),
    Mistake(
        "overlap",
        make(ForgetsOverlap, Window((2,))),
        lambda x, W, b: x[:, :-1] @ W[0] + x[:, 1:] @ W[1] + b,
        [A[None], rng.normal(size=(2, 4, 2)), B],
    ),
    Mistake(
        "pooling for all",
        make(GivesToAll, Window((3,))),
        lambda x: x.max(axis=1, keepdims=True),
        [A[None]],
    ),
    Mistake(
        "constant moments",
        make(MomentsAreConstant, (0,), 0.1),
        lambda x, gamma, beta: (
            gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 0.1) + beta
        ),
        [A, A[0], A[1]],
    ),
    Mistake("in place", make(WritesIntoItsInput), lambda z: np.maximum(z, 0), [A]),
    Mistake("np function", make(HostFunction), lambda z: np.maximum(z, 0), [A], STRICT),
    Mistake("np buffer", make(HostBuffer, 0), lambda x: x[0], [A[0]], NARROW),
    Mistake("no place", make(NowhereZeros, 0), lambda x: x[0], [A[0]], NARROW),
    Mistake("wide buffer", make(WideBuffer, 0), lambda x: x[0], [A[0]], (NUMPY32,)),
    Mistake(
        "np scalar", make(NumPyScalar), lambda x, W, b: x @ W + b, [A, W, B], NARROW
    ),
    Mistake("bool", make(BoolTimesFloat), lambda z: np.maximum(z, 0), [A], STRICT),
    Mistake("method", make(Method), np.sum, [A], STRICT),
    Mistake(
        "gate of a gru",
        over_time(ForgetsThatTheGateCloses, False, False),
        slow(gru_step, every=False),
        [X, *WEIGHTS[3], STATES[0]],
    ),
    Mistake(
        "mask of an lstm",
        over_time(ForgetsTheMask, True, True),
        slow(lstm_step, 2, mask=HOLES),
        [X, *WEIGHTS[4], *STATES],
    ),
    Mistake("no target", make(ForgetsTarget), crossentropy, [A, C]),
    Mistake("slope of sigmoid", make(SlopeOfTheSigmoid), binary, [A, C]),
    Mistake("half a product rule", make(ForgetsShare), gelu, [A]),
]
