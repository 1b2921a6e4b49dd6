"""Dropout, SpatialDropout, GaussianNoise: chance in training against overfitting."""

from numbers import Real

from dlcore import backend, ops
from dlcore.errors import explain
from dlcore.layers.base import Layer
from dlcore.layers.spatial import IMAGES, SERIES, Spatial


class Random(Layer):
    """Base of layers that draw random numbers in training.

    Args:
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.
    """

    supports_masking = True

    def __init__(self, seed=None, **settings):
        super().__init__(**settings)
        self.own_generator = None if seed is None else backend.generator(seed)

    @property
    def generator(self):
        """The generator to draw from, on the host."""
        return self.own_generator or backend.generator()


class Dropout(Random):
    """A share of the input set to zero at random, in training (Srivastava et al. 2014).

    What stays is divided by 1 - rate, so that sums are expected to keep their size.

    Args:
        rate: share to drop, from 0 to below 1.
        noise_shape: shape of the mask, which broadcasts to x, with None for lengths
            that are those of x; by default each element has its own chance.
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.

    Example:
        >>> Dropout(0.5)([[1.0, 2.0]]).data.tolist()  # without training
        [[1.0, 2.0]]
    """

    def __init__(self, rate, noise_shape=None, seed=None, **settings):
        super().__init__(seed, **settings)
        self.rate = share("rate", rate)
        self.noise_shape = noise_shape

    def call(self, x, training=False):
        """Return x, in training with a share of it dropped."""
        if not training or self.rate == 0:
            return x
        return ops.dropout(x, self.rate, self.mask_shape(x), self.generator)

    def mask_shape(self, x):
        """Return the shape of the mask for x."""
        lengths = zip(self.noise_shape or x.shape, x.shape, strict=True)
        return tuple(n if wanted is None else wanted for wanted, n in lengths)


class SpatialDropout1D(Dropout, Spatial):
    """Whole channels of a series (batch, time, channels) dropped (Tompson et al. 2015).

    Args:
        rate: share to drop, from 0 to below 1.
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.
    """

    axes = SERIES
    refuses = ("noise_shape",)

    def __init__(self, rate, seed=None, **settings):
        super().__init__(rate, None, seed, **settings)

    def mask_shape(self, x):
        """Return the shape of a mask with one entry for each channel."""
        return (x.shape[0], *[1 for _ in self.axes], x.shape[-1])


class SpatialDropout2D(SpatialDropout1D):
    """Whole channels of images (batch, height, width, channels) dropped.

    Args:
        rate: share to drop, from 0 to below 1.
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.
    """

    axes = IMAGES


class GaussianNoise(Random):
    """Normal noise of mean 0 added to the input, in training.

    Args:
        stddev: standard deviation of the noise, in units of the input.
        seed: start of a generator of its own; None for the one of all.
        settings: see `Layer`.
    """

    def __init__(self, stddev, seed=None, **settings):
        super().__init__(seed, **settings)
        self.stddev = float(stddev)

    def call(self, x, training=False):
        """Return x, in training with noise."""
        if not training:
            return x
        noise = self.generator.normal(0.0, self.stddev, x.shape)
        return x + backend.asarray(noise, like=x.data)


def share(name, value):
    """Return `value`, checked to be a share from 0 to below 1."""
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= value < 1:
        raise ValueError(
            f"{name} is a share."
            + explain("a number from 0 to below 1", repr(value), f"try {name}=0.5")
        )
    return float(value)
