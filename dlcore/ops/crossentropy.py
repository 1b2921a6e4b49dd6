"""Fused cross-entropies: from weighted sums z, before softmax or sigmoid, to losses.

Together with the activation, the way back is as simple as for squared errors:
delta is the prediction minus the target.
"""

from dlcore.backend import xp_of
from dlcore.ops.elementary import tensors
from dlcore.tensor import Op


class SoftmaxCrossEntropy(Op):
    """loss = -Σ target log softmax(z), over the classes of each row.

    Backward: dz = delta (a - target) with a = softmax(z), where the targets of a
    row add up to 1; the largest z is subtracted first, and e^z cannot overflow.
    """

    name = "softmax_crossentropy"

    def __init__(self, axis=-1):
        self.axis = axis

    def forward(self, z, target):  # both (batch, classes)
        xp = xp_of(z)
        z = z - xp.max(z, axis=self.axis, keepdims=True)
        powers = xp.exp(z)
        total = xp.sum(powers, axis=self.axis, keepdims=True)
        self.a, self.target = powers / total, target
        self.log_a = z - xp.log(total)
        return -xp.sum(target * self.log_a, axis=self.axis)  # (batch,)

    def backward(self, delta):
        xp = xp_of(delta)
        delta = xp.expand_dims(delta, axis=self.axis)
        total = xp.sum(self.target, axis=self.axis, keepdims=True)
        dz = delta * (self.a * total - self.target)
        return dz, (-delta * self.log_a if self.wants(1) else None)


class SigmoidCrossEntropy(Op):
    """loss = -target log a - (1 - target) log(1 - a) with a = sigmoid(z).

    Written as max(z, 0) - z target + log(1 + e^-|z|), which cannot overflow.
    Backward: dz = delta (a - target).
    """

    name = "sigmoid_crossentropy"

    def forward(self, z, target):  # of any one shape
        xp = xp_of(z)
        self.z, self.target = z, target
        return xp.maximum(z, 0.0) - z * target + xp.log1p(xp.exp(-xp.abs(z)))

    def backward(self, delta):
        a = 0.5 + 0.5 * xp_of(delta).tanh(0.5 * self.z)
        dz = delta * (a - self.target)
        return dz, (-delta * self.z if self.wants(1) else None)


def softmax_crossentropy(z, target, axis=-1):
    """The cross-entropy of softmax(z) for each row.

    Args:
        z: weighted sums (batch, classes), before softmax.
        target: how likely each class is (batch, classes), such as one-hot rows.
        axis: that of the classes.

    Returns:
        Tensor (batch,).

    Example:
        >>> softmax_crossentropy([[0.0, 0.0]], [[1.0, 0.0]]).data.round(4).tolist()
        [0.6931]
    """
    return SoftmaxCrossEntropy(axis)(*tensors(z, target))


def sigmoid_crossentropy(z, target):
    """The cross-entropy of sigmoid(z), element by element, for targets from 0 to 1.

    Example:
        >>> sigmoid_crossentropy([0.0, 0.0], [1.0, 0.0]).data.round(4).tolist()
        [0.6931, 0.6931]
    """
    return SigmoidCrossEntropy()(*tensors(z, target))
