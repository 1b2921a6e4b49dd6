"""Sequential: layers in a row."""

from dlcore import backend
from dlcore.errors import explain
from dlcore.layers.base import Layer, name_apart
from dlcore.layers.core import Input
from dlcore.model import Model
from dlcore.tensor import no_grad


class Sequential(Model):
    """Layers in a row: the output of each is the input of the next.

    Args:
        layers: list of layers; where it starts with an `Input`, or the first layer
            knows its `input_shape`, the model is built at once, else by its first
            batch.
        name: the name that `summary()` shows.
        dtype: "float32" or "float64": of all weights and results.
        unknown: anything else is refused, with a suggestion.

    Example:
        >>> from dlcore.layers import Dense
        >>> model = Sequential([Input((2,)), Dense(3, "relu"), Dense(1)])
        >>> model.predict([[1.0, 2.0]]).shape
        (1, 1)
    """

    def __init__(self, layers=None, name=None, dtype=None, **unknown):
        super().__init__(name=name, dtype=dtype, **unknown)
        self.row = []
        self.first_input = None
        for layer in layers or ():
            self.add(layer)

    def add(self, layer):
        """Put a layer, or first an `Input`, behind the others; refuse all else."""
        if not isinstance(layer, Layer | Input):
            raise TypeError(
                f"{self.name} is made of layers."
                + explain(
                    "a layer such as Dense(3)",
                    f"{layer!r} ({type(layer).__name__})",
                    "call the class: Dense(3), not Dense",
                )
            )
        if layer.input_shape is not None and not self.row:
            shape = (1, *layer.input_shape)
            self.first_input = backend.zeros(shape, like=self.home)
        if isinstance(layer, Layer):
            layer.settle(dtype=self.dtype)
            self.row.append(layer)
            name_apart(self.family()[1:])
            self.build_last()

    def build_last(self):
        """Build the last layer, if the shape of its input is known."""
        if self.first_input is not None:
            with no_grad():
                before = self.row[-2].output if len(self.row) > 1 else self.first_input
                self.row[-1](before)
            self.built = True

    def pop(self):
        """Take the last layer away and return it."""
        return self.row.pop()

    @property
    def layers(self):
        """The layers, in order."""
        return self.row

    def build(self, input_shape):
        """Do nothing: each layer is built when it is called."""

    def call(self, x, training=False):
        """Return the last layer's output for the input x."""
        for layer in self.row:
            x = layer(x, training)
        return x
