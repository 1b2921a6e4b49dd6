"""Rescaling and Normalization: numbers brought to a common scale inside the model."""

from dlcore import backend
from dlcore.errors import explain
from dlcore.layers.base import Layer


class Rescaling(Layer):
    """scale x + offset, such as Rescaling(1 / 255) for pixels.

    Args:
        scale: what x is multiplied by, a number or one for each channel.
        offset: what is added.
        settings: see `Layer`.

    Example:
        >>> Rescaling(2.0, offset=-1.0)([[0.0, 0.5]]).data.tolist()
        [[-1.0, 0.0]]
    """

    supports_masking = True

    def __init__(self, scale, offset=0.0, **settings):
        super().__init__(**settings)
        self.scale, self.offset = scale, offset

    def call(self, x):
        """Return scale x + offset."""
        scale = backend.asarray(self.scale, like=self.home)
        return x * scale + backend.asarray(self.offset, like=self.home)


class Normalization(Layer):
    """(x - mean) / √variance, with the numbers of the training data.

    Call `adapt(x_train)`, or give mean and variance.

    Args:
        axis: the axis, or axes, along which each place has its own mean; None for one
            mean of all.
        mean, variance: numbers, or one for each place along the axis.
        settings: see `Layer`.

    Example:
        >>> layer = Normalization()
        >>> layer.adapt([[1.0], [3.0]])
        >>> layer([[5.0]]).data.tolist()
        [[3.0]]
    """

    least_rank = 2

    def __init__(self, axis=-1, mean=None, variance=None, **settings):
        super().__init__(**settings)
        if (mean is None) != (variance is None):
            raise ValueError(
                f"{self.name}: mean and variance belong together."
                + explain(
                    "both, or neither to call adapt(x_train)",
                    f"mean={mean} and variance={variance}",
                    "give both",
                )
            )
        self.axis, self.mean, self.variance = axis, mean, variance

    def build(self, input_shape):
        """Note down the axes, and make a place for mean and variance."""
        rank = len(input_shape)
        axes = () if self.axis is None else self.axis
        axes = axes if isinstance(axes, tuple | list) else (axes,)
        self.kept = tuple(sorted(axis % rank for axis in axes))
        lengths = enumerate(input_shape)
        self.shape = tuple(n if i in self.kept else 1 for i, n in lengths)
        if self.mean is None:
            shape = tuple(input_shape[axis] for axis in self.kept)
            self.add_weight("mean", shape, "zeros", learned=False)
            self.add_weight("variance", shape, "ones", learned=False)
            self.add_weight("count", (), "zeros", learned=False)  # as Keras has it

    def adapt(self, x):
        """Learn mean and variance of the data x (rows, ...), for all later inputs."""
        x = self.enter(x).data
        if not self.built:
            self.build_for(x.shape)
        xp = backend.xp_of(x)
        others = tuple(i for i in range(len(x.shape)) if i not in self.kept)
        mean = xp.mean(x, axis=others, keepdims=True)
        squares = xp.mean((x - mean) * (x - mean), axis=others)
        for W, numbers in zip(self.weights, (mean, squares), strict=False):
            W.data = xp.reshape(numbers, W.shape)

    def call(self, x):
        """Return (x - mean) / √variance."""
        mean, variance = self.mean, self.variance
        if mean is None:
            mean, variance = (W.data for W in self.weights[:2])
        mean, variance = (
            self.laid_out(backend.asarray(each, like=self.home))
            for each in (mean, variance)
        )
        xp = backend.xp_of(variance)
        return (x - mean) / xp.maximum(xp.sqrt(variance), 1e-7)

    def laid_out(self, numbers):
        """Return numbers for the kept axes in a shape that broadcasts to x."""
        xp = backend.xp_of(numbers)
        return xp.reshape(numbers, self.shape) if len(numbers.shape) else numbers
