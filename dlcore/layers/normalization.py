"""BatchNormalization and LayerNormalization: numbers of mean 0 and variance 1."""

from dlcore import ops
from dlcore.backend import asarray, xp_of
from dlcore.errors import explain
from dlcore.layers.base import Layer
from dlcore.ops.normalization import Normalize, apply


class Normalizing(Layer):
    """What the two have in common: gamma and beta, and the axes.

    Args:
        axis, epsilon, center, scale: see there.
        of_gamma, of_beta: their (initializer, regularizer).
        settings: see `Layer`.
    """

    least_rank, supports_masking = 2, True

    def __init__(self, axis, epsilon, center, scale, of_gamma, of_beta, /, **settings):
        super().__init__(**settings)
        self.axis, self.epsilon = axis, epsilon
        self.center, self.scale = center, scale
        self.of_gamma, self.of_beta = of_gamma, of_beta
        self.gamma = self.beta = None

    def build(self, input_shape):
        """Make gamma and beta, as long as the axes; raises an error for wrong axes."""
        rank = len(input_shape)
        axes = self.axis if isinstance(self.axis, tuple | list) else (self.axis,)
        if any(not -rank <= axis < rank or axis % rank == 0 for axis in axes):
            raise ValueError(
                f"{self.name}: there is no such axis to normalize."
                + explain(
                    f"axis from 1 to {rank - 1}, or -1 for the last",
                    f"axis={self.axis} for an input of {rank} axes",
                    "leave axis out: the last axis holds the features",
                )
            )
        self.axes = tuple(sorted(axis % rank for axis in axes))
        shape = tuple(input_shape[axis] for axis in self.axes)
        if self.scale:
            self.gamma = self.add_weight("gamma", shape, *self.of_gamma)
        if self.center:
            self.beta = self.add_weight("beta", shape, *self.of_beta)
        self.shape = shape

    def beside(self, W, x):
        """Return a weight in a shape that broadcasts to x (batch, ...), or None."""
        rank = len(x.shape)
        if W is None or self.axes[0] == rank - len(self.axes):
            return W  # it fits from the right
        return ops.reshape(
            W, tuple(n if a in self.axes else 1 for a, n in enumerate(x.shape))
        )


class BatchNormalization(Normalizing):
    """Each feature with mean beta and standard deviation gamma over the batch.

    In training, mean and variance are those of the batch, without masked steps, and the
    moving ones come a little nearer to them; else, and where it is frozen, the moving
    ones are used (Ioffe and Szegedy 2015). Weights: gamma, beta, moving mean, moving
    variance.

    Args:
        axis: the axis of the features.
        momentum: share of the moving mean and variance kept from step to step.
        epsilon: keeps the division from dividing by zero.
        center, scale: whether there is a beta, a gamma.
        beta_initializer, gamma_initializer: their start values.
        moving_mean_initializer, moving_variance_initializer: those of the moving ones.
        beta_regularizer, gamma_regularizer: penalties on beta and gamma.
        settings: see `Layer`.
    """

    def __init__(
        self, axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True,
        beta_initializer="zeros", gamma_initializer="ones",
        moving_mean_initializer="zeros", moving_variance_initializer="ones",
        beta_regularizer=None, gamma_regularizer=None, **settings,
    ):  # fmt: skip
        super().__init__(
            axis, epsilon, center, scale, (gamma_initializer, gamma_regularizer),
            (beta_initializer, beta_regularizer), **settings,
        )  # fmt: skip
        self.momentum = momentum
        self.of_moving = moving_mean_initializer, moving_variance_initializer

    def build(self, input_shape):
        """Make all weights."""
        super().build(input_shape)
        self.features_in = input_shape[-1]
        shape, (mean, variance) = self.shape, self.of_moving
        self.moving_mean = self.add_weight("moving_mean", shape, mean, learned=False)
        self.moving_variance = self.add_weight(
            "moving_variance", shape, variance, learned=False
        )

    def call(self, x, training=False, mask=None):
        """Return x normalized by the batch's moments in training, else the moving."""
        gamma, beta = self.beside(self.gamma, x), self.beside(self.beta, x)
        if training and self.trainable:
            others = tuple(a for a in range(len(x.shape)) if a not in self.axes)
            if mask is None:
                op = Normalize(others, self.epsilon)
                y = apply(op, x, gamma, beta)
                self.follow(op.mean, op.variance)
                return y
            mean, variance = moments(x, mask, others)
            self.follow(mean.data, variance.data)
        else:
            mean = self.beside(self.moving_mean, x)
            variance = self.beside(self.moving_variance, x)
        scale = (variance + self.epsilon) ** -0.5
        scale = scale if gamma is None else scale * gamma
        shift = -mean * scale
        return x * scale + (shift if beta is None else shift + beta)

    def follow(self, mean, variance):
        """Move the moving ones a little towards the batch's mean and variance."""
        moving = self.moving_mean, self.moving_variance
        for W, now in zip(moving, (mean, variance), strict=True):
            now = xp_of(now).reshape(now, W.shape)
            W.data = self.momentum * W.data + (1 - self.momentum) * now


def moments(x, mask, axes):
    """Return mean and variance of x (batch, time, ...) over the steps that count.

    Args:
        x: a Tensor.
        mask: bool (batch, time).
        axes: those that mean and variance are taken over.
    """
    xp = xp_of(x.data)
    counts = asarray(mask, like=x.data)
    counts = xp.reshape(counts, (*mask.shape, *[1] * (len(x.shape) - len(mask.shape))))
    counts = counts + xp.zeros_like(x.data)
    share = counts / xp.maximum(xp.sum(counts, axis=axes, keepdims=True), 1.0)
    mean = ops.sum(x * share, axis=axes, keepdims=True)
    return mean, ops.sum((x - mean) ** 2 * share, axis=axes, keepdims=True)


class LayerNormalization(Normalizing):
    """Each row with mean beta and standard deviation gamma over its features.

    It is the same in training and use (Ba et al. 2016). Weights: gamma, beta.

    Args:
        axis: the axis, or a list of axes, that mean and variance are taken over.
        epsilon: keeps the division from dividing by zero.
        center, scale: whether there is a beta, a gamma.
        beta_initializer, gamma_initializer: their start values.
        beta_regularizer, gamma_regularizer: penalties on beta and gamma.
        settings: see `Layer`.
    """

    def __init__(
        self, axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer="zeros",
        gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None,
        **settings,
    ):  # fmt: skip
        super().__init__(
            axis, epsilon, center, scale, (gamma_initializer, gamma_regularizer),
            (beta_initializer, beta_regularizer), **settings,
        )  # fmt: skip

    def call(self, x):
        """Return x, normalized along the axes."""
        gamma, beta = self.beside(self.gamma, x), self.beside(self.beta, x)
        return apply(Normalize(self.axes, self.epsilon), x, gamma, beta)
