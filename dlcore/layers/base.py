"""What all layers have in common."""

import inspect

from dlcore import backend, initializers, regularizers
from dlcore.errors import explain, refuse_unknown
from dlcore.losses import snake_case
from dlcore.ops import cast
from dlcore.tensor import Tensor


class Layer:
    """Base of the layers: weights, and `call`, which calculates with them.

    A subclass defines `build(input_shape)`, which makes weights by `add_weight`,
    and `call(x)`, which may also take `training` and `mask`. A layer is built
    when it first sees the shape of its input.

    Args:
        name: the name that `summary()` shows; by default its class's.
        trainable: whether training changes the weights.
        dtype: "float32" or "float64": of weights and results.
        activity_regularizer: penalty on the output, added to the loss.
        input_shape: shape of one row of the input, on the first layer of a model.
        input_dim: the same for a row that is a vector.

    After a call, `output` is the tensor it returned, and `z`, in layers that have
    one, the tensor before the activation: after `loss.backward()`, `layer.z.grad`
    is the layer's delta.
    """

    settings = ("name", "trainable", "dtype", "input_shape", "input_dim")
    call_takes = ()
    z = output = None

    def __init__(
        self,
        name=None,
        trainable=True,
        dtype=None,
        activity_regularizer=None,
        input_shape=None,
        input_dim=None,
        **unknown,
    ):
        refuse_unknown(type(self), unknown, Layer.settings)
        self.built = False
        self.named = name is not None
        self._name = name or snake_case(type(self).__name__)
        self._trainable = trainable
        self.dtype = dtype or "float32"
        self.dtype_given = dtype is not None
        self.home = backend.home(self.dtype)
        self.activity_regularizer = regularizers.get(activity_regularizer)
        self.input_shape = (input_dim,) if input_dim else input_shape
        self.own_weights = []  # of Weight

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        taken = inspect.signature(cls.call).parameters
        cls.call_takes = tuple(name for name in ("training", "mask") if name in taken)

    def __call__(self, x, training=False, mask=None):
        """Calculate the output for a batch: an array or Tensor, (batch, ...)."""
        x = self.enter(x)
        if not self.built:
            self.build(x.shape)
            self.built = True
        self.check(x)
        if self.call_takes:
            given = {"training": training, "mask": mask}
            self.output = self.call(
                x, **{name: given[name] for name in self.call_takes}
            )
        else:
            self.output = self.call(x)
        return self.output

    def enter(self, x):
        """`x` as a tensor with the layer's dtype, on its device."""
        if not isinstance(x, Tensor):
            return Tensor(backend.asarray(x, like=self.home))
        return x if x.data.dtype == self.home.dtype else cast(x, self.home.dtype)

    def build(self, input_shape):
        """Make the weights for inputs of this shape; nothing by default."""

    def check(self, x):
        """Refuse an input of the wrong shape; takes all by default."""

    def call(self, x):
        """The output for the input x."""
        return x

    def add_weight(self, name, shape, initializer, trainable=True, regularizer=None):
        """Make a weight: a Tensor of `shape`, named "layer/name"."""
        array = initializers.get(initializer)(shape, self.dtype)
        W = Tensor(backend.asarray(array, like=self.home), name=f"{self.name}/{name}")
        W.requires_grad = trainable and self.trainable
        self.own_weights.append((W, trainable, regularizers.get(regularizer)))
        return W

    def sublayers(self):
        """The layers that this one holds as attributes or in lists, in order."""
        for value in list(vars(self).values()):
            for part in value if isinstance(value, list | tuple) else (value,):
                if isinstance(part, Layer):
                    yield part

    def all_layers(self):
        """This layer and all layers within, each once."""
        found = [self]
        for layer in self.sublayers():
            found += [part for part in layer.all_layers() if part not in found]
        return found

    @property
    def weights(self):
        """All weights, a list of tensors in the order of their making."""
        return [W for layer in self.all_layers() for W, _, _ in layer.own_weights]

    @property
    def trainable_weights(self):
        """The weights that training changes."""
        return [W for W in self.weights if W.requires_grad]

    @property
    def non_trainable_weights(self):
        """The weights that training leaves alone."""
        return [W for W in self.weights if not W.requires_grad]

    @property
    def trainable(self):
        """Whether training changes the weights; set it to False to freeze them."""
        return self._trainable

    @trainable.setter
    def trainable(self, trainable):
        for layer in self.all_layers():
            layer._trainable = trainable
            for W, trained, _ in layer.own_weights:
                W.requires_grad = trainable and trained

    @property
    def name(self):
        """The name that `summary()` and messages show."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = name
        for W, _, _ in self.own_weights:
            W.name = f"{name}/{W.name.rpartition('/')[2]}"

    def get_weights(self):
        """Copies of all weights: a list of NumPy arrays."""
        return [backend.to_numpy(W.data).copy() for W in self.weights]

    def set_weights(self, weights):
        """Replace all weights by a list of arrays of the same shapes.

        Raises:
            ValueError: the number of arrays or a shape differs; nothing is changed.
        """
        own = self.weights
        came = [tuple(backend.to_numpy(w).shape) for w in weights]
        wanted = [tuple(W.shape) for W in own]
        if came != wanted:
            raise ValueError(
                f"{self.name}: these weights do not fit."
                + explain(
                    f"{len(own)} arrays of shapes {', '.join(map(str, wanted))}",
                    f"{len(came)} of shapes {', '.join(map(str, came))}",
                    "see get_weights() for the order"
                    if self.built
                    else "build the model first, by a call or an Input",
                )
            )
        for W, new in zip(own, weights, strict=True):
            W.data = backend.asarray(new, like=W.data) + 0.0  # a copy

    def count_params(self):
        """How many numbers the weights hold."""
        return sum(int(backend.to_numpy(W.data).size) for W in self.weights)

    def settle(self, dtype=None, device=None):
        """Take over the dtype of a model (before building) or move to a device."""
        for layer in self.all_layers():
            if dtype and not layer.built and not layer.dtype_given:
                layer.dtype = dtype
            layer.home = backend.home(
                layer.dtype, device or backend.device_of(layer.home)
            )
            for W, _, _ in layer.own_weights:
                W.data = backend.asarray(W.data, like=layer.home)

    def penalties(self):
        """What the regularizers of this layer add to the loss: a list of tensors."""
        added = [penalty(W) for W, _, penalty in self.own_weights if penalty]
        if self.activity_regularizer:
            rows = self.output.shape[0]
            added.append(self.activity_regularizer(self.output) / rows)
        return added
