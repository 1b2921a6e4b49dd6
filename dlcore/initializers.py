"""Start values of weights.

Random numbers come from the one host generator, or from an own one where
`seed` is given; they are drawn in float64 and then take the model's dtype, so
that models of all dtypes and devices start alike.
"""

import math

import numpy as np

from dlcore import backend
from dlcore.configs import Configured
from dlcore.errors import explain, refuse_unknown
from dlcore.lookup import look_up


class Initializer(Configured):
    """Base of the initializers; a subclass says what `draw(shape)` returns.

    Example:
        >>> Constant(2.0)((2, 2)).tolist()
        [[2.0, 2.0], [2.0, 2.0]]
    """

    def __init__(self, **unknown):
        refuse_unknown(type(self), unknown)

    def __call__(self, shape, dtype="float32"):
        """Start values: a NumPy array of `shape` and `dtype`."""
        return np.asarray(self.draw(tuple(shape)), dtype=dtype)


class Zeros(Initializer):
    """All zeros: right for biases, and for kernels never, since all stay alike."""

    def draw(self, shape):
        """Zeros of `shape`."""
        return np.zeros(shape)


class Ones(Initializer):
    """All ones."""

    def draw(self, shape):
        """Ones of `shape`."""
        return np.ones(shape)


class Constant(Initializer):
    """All equal to `value`."""

    def __init__(self, value=0.0, **unknown):
        super().__init__(**unknown)
        self.value = value

    def draw(self, shape):
        """An array of `shape` full of `value`."""
        return np.full(shape, self.value)


class RandomInitializer(Initializer):
    """Base of those that draw random numbers.

    Args:
        seed: start of a generator of its own; None for the one of all.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(self, seed=None, **unknown):
        super().__init__(**unknown)
        self.seed = seed

    @property
    def generator(self):
        """The generator to draw from: with a seed, anew for each call."""
        return backend.generator(self.seed)


class RandomNormal(RandomInitializer):
    """From a normal distribution."""

    def __init__(self, mean=0.0, stddev=0.05, seed=None, **unknown):
        super().__init__(seed, **unknown)
        self.mean, self.stddev = mean, stddev

    def draw(self, shape):
        """Random numbers of `shape`."""
        return self.generator.normal(self.mean, self.stddev, shape)


class RandomUniform(RandomInitializer):
    """From a uniform distribution between `minval` and `maxval`."""

    def __init__(self, minval=-0.05, maxval=0.05, seed=None, **unknown):
        super().__init__(seed, **unknown)
        self.minval, self.maxval = minval, maxval

    def draw(self, shape):
        """Random numbers of `shape`."""
        return self.generator.uniform(self.minval, self.maxval, shape)


class TruncatedNormal(RandomInitializer):
    """From a normal distribution; what lies beyond 2 stddev is drawn again."""

    def __init__(self, mean=0.0, stddev=0.05, seed=None, **unknown):
        super().__init__(seed, **unknown)
        self.mean, self.stddev = mean, stddev

    def draw(self, shape):
        """Random numbers of `shape`."""
        return self.mean + self.stddev * truncated_normal(self.generator, shape)


def truncated_normal(generator, shape):
    """Standard normal numbers of `shape`, all between -2 and 2."""
    numbers = generator.standard_normal(shape)
    while (beyond := np.abs(numbers) > 2).any():
        numbers[beyond] = generator.standard_normal(beyond.sum())
    return numbers


def fans(shape):
    """The number of inputs and of outputs of a neuron with a kernel of `shape`.

    A Dense kernel has shape (in, out); before these, a convolution has the
    lengths of its window, whose product multiplies both.

    Example:
        >>> fans((3, 3, 16, 32))
        (144, 288)
    """
    if len(shape) < 2:
        n = shape[0] if shape else 1
        return n, n
    window = math.prod(shape[:-2])
    return window * shape[-2], window * shape[-1]


class VarianceScaling(RandomInitializer):
    """Base of those whose variance is scale / fan, so that signals keep their size.

    A subclass sets `scale`, the `fan` ("in" or "average") and `uniform`.
    """

    scale, fan, uniform = 1.0, "in", True

    def draw(self, shape):
        """Random numbers of `shape` with variance scale / fan."""
        n_in, n_out = fans(shape)
        fan = n_in if self.fan == "in" else (n_in + n_out) / 2
        if self.uniform:
            limit = math.sqrt(3 * self.scale / fan)
            return self.generator.uniform(-limit, limit, shape)
        stddev = math.sqrt(self.scale / fan) / 0.87962566103423978  # cut off tails
        return stddev * truncated_normal(self.generator, shape)


class GlorotUniform(VarianceScaling):
    """Uniform in ±sqrt(6 / (in + out)) (Glorot and Bengio 2010)."""

    fan = "average"


class GlorotNormal(VarianceScaling):
    """Truncated normal of variance 2 / (in + out) (Glorot and Bengio 2010)."""

    fan, uniform = "average", False


class HeUniform(VarianceScaling):
    """Uniform in ±sqrt(6 / in), for ReLU (He et al. 2015)."""

    scale = 2.0


class HeNormal(VarianceScaling):
    """Truncated normal of variance 2 / in, for ReLU (He et al. 2015)."""

    scale, uniform = 2.0, False


class LecunUniform(VarianceScaling):
    """Uniform in ±sqrt(3 / in) (LeCun et al. 1998)."""


class LecunNormal(VarianceScaling):
    """Truncated normal of variance 1 / in (LeCun et al. 1998)."""

    uniform = False


class Orthogonal(RandomInitializer):
    """Rows or columns at right angles, of length `gain` (Saxe et al. 2014)."""

    def __init__(self, gain=1.0, seed=None, **unknown):
        super().__init__(seed, **unknown)
        self.gain = gain

    def draw(self, shape):
        """An orthogonal matrix: the Q of a random matrix's QR decomposition.

        Raises:
            ValueError: the shape is that of a vector.
        """
        if len(shape) < 2:
            raise ValueError(
                "Orthogonal needs a matrix."
                + explain(
                    "a shape with two lengths or more",
                    f"shape {shape}",
                    "use another initializer for vectors",
                )
            )
        rows, columns = math.prod(shape[:-1]), shape[-1]
        tall = max(rows, columns), min(rows, columns)
        Q, R = np.linalg.qr(self.generator.standard_normal(tall))
        Q = Q * np.sign(np.diag(R))  # without it, not all Q are equally likely
        return self.gain * (Q if rows >= columns else Q.T).reshape(shape)


class Identity(Initializer):
    """The identity matrix times `gain`."""

    def __init__(self, gain=1.0, **unknown):
        super().__init__(**unknown)
        self.gain = gain

    def draw(self, shape):
        """`gain` on the diagonal, zeros elsewhere.

        Raises:
            ValueError: the shape is not that of a matrix.
        """
        if len(shape) != 2:
            raise ValueError(
                "Identity needs a matrix."
                + explain(
                    "a shape (rows, columns)",
                    f"shape {shape}",
                    "use another initializer for this weight",
                )
            )
        return self.gain * np.eye(*shape)


NAMES = {
    "zeros": Zeros,
    "zero": Zeros,
    "ones": Ones,
    "one": Ones,
    "constant": Constant,
    "random_normal": RandomNormal,
    "normal": RandomNormal,
    "random_uniform": RandomUniform,
    "uniform": RandomUniform,
    "truncated_normal": TruncatedNormal,
    "glorot_uniform": GlorotUniform,
    "glorot_normal": GlorotNormal,
    "he_uniform": HeUniform,
    "he_normal": HeNormal,
    "lecun_uniform": LecunUniform,
    "lecun_normal": LecunNormal,
    "orthogonal": Orthogonal,
    "identity": Identity,
}


def get(identifier):
    """The initializer for a name, an object, a class or a function of the shape."""
    return look_up("initializer", identifier, NAMES)
