"""Sequential: layers in a row."""

from dlcore import backend
from dlcore.configs import plain
from dlcore.cycle import try_out
from dlcore.errors import explain
from dlcore.layers.base import Layer
from dlcore.layers.core import Input
from dlcore.lookup import name_apart
from dlcore.model import Model

ANY = 64  # stands for a size that Input leaves open while the layers are built


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
        if isinstance(layers, Layer | Input):
            raise TypeError(
                f"{self.name} is made of several layers."
                + explain(
                    "a list of layers",
                    f"a single {type(layers).__name__}",
                    "put it into a list: Sequential([...])",
                )
            )
        self.row = []
        for layer in layers or ():
            self.append(layer)
        self.build_if_known()

    def add(self, layer):
        """Put a layer, or first of all an `Input`, behind the others."""
        self.append(layer)
        self.build_if_known()

    def append(self, layer):
        """Check a layer, put it behind the others, and give it a name of its own."""
        late = isinstance(layer, Input) and self.row
        if late or not isinstance(layer, Layer | Input):
            raise TypeError(
                f"{self.name} is made of layers."
                + explain(
                    "layers such as Dense(3), before them at most one Input",
                    f"{layer!r} ({type(layer).__name__}) at place {len(self.row)}",
                    "put the Input first" if late else "call the class: Dense(3)",
                )
            )
        if layer in self.row:
            raise ValueError(
                f"{self.name} holds each layer once."
                + explain(
                    "a new layer at each place",
                    f"{layer.name}, of place {self.row.index(layer)}, once more",
                    "make another one; to use one twice, write a Model with a `call`",
                )
            )
        if not self.row and layer.input_shape is not None:
            self.input_shape = layer.input_shape
        if isinstance(layer, Layer):
            layer.settle(self.dtype, backend.device_of(self.home))
            if not self.trainable:
                layer.trainable = False
            self.row.append(layer)
            name_apart(self.family()[1:])

    def build_if_known(self):
        """Build the layers, if the shape of the input is known, by a row of zeros."""
        if self.row and self.input_shape is not None:
            shape = (ANY if size is None else size for size in self.input_shape)
            try_out(self, backend.zeros((1, *shape), like=self.home))

    def get_config(self):
        """Return the name and the layers, as plain data that begin with the input."""
        config = {"name": self.name if self.named else None, "dtype": self.dtype}
        config["layers"] = [plain(layer) for layer in self.row]
        shape = self.input_shape or self.built_for
        if shape is not None:
            first = {"batch_shape": [None, *shape], "dtype": self.dtype}
            head = {"module": "keras.layers", "class_name": "InputLayer"}
            config["layers"].insert(0, {**head, "config": first})
        return config

    def pop(self):
        """Take the last layer away and return it."""
        return self.row.pop()

    @property
    def layers(self):
        """The layers, in order."""
        return self.row

    def build(self, input_shape):
        """Build the layers for inputs (batch, ...); None stands for any length."""
        self.input_shape = tuple(input_shape[1:])
        self.build_if_known()

    def build_for(self, input_shape):
        """Note down for which rows: each layer is built when it is called."""
        self.built_for, self.built = tuple(input_shape[1:]), True

    def call(self, x, training=False, mask=None):
        """Return the last layer's output for the input x."""
        if not self.keeps_outputs:
            return self.pass_through(x, mask)
        for layer in self.row:
            x = layer(x, training=training, mask=mask)
            mask = None  # from here on, x carries it
        return x

    def pass_through(self, x, mask):
        """Do what `call` does for `predict`; no layer keeps its output and z."""
        for layer in self.row:
            ours = type(layer).__module__.startswith("dlcore.")  # reads no z in `call`
            layer.keeps_z = not ours
            try:
                x = layer(x, mask=mask)
            finally:
                layer.keeps_z = True
                layer.output = layer.z = None  # which frees memory for the next layer
            mask = None  # from here on, x carries it
        return x
