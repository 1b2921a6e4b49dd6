"""What all layers have in common."""

import inspect
from typing import Any, NamedTuple

from dlcore import activations, backend, initializers, masking, regularizers
from dlcore.configs import Configured
from dlcore.errors import explain, precision, refuse_unknown
from dlcore.lookup import inside, snake_case
from dlcore.ops import cast
from dlcore.ops.activation import relu_in_place
from dlcore.tensor import Tensor


class Weight(NamedTuple):
    """A weight of a layer: its tensor, whether it is learned, and its penalty."""

    tensor: Tensor
    learned: bool
    regularizer: Any


class Layer(Configured):
    """Base of the layers: weights, and `call`, which calculates with them.

    A subclass makes its weights in `build(input_shape)` by `add_weight`, and
    calculates in `call(x)`, which may also take `training` and `mask`. A layer is
    built when it first sees the shape of its input.

    Args:
        name: the name that `summary()` shows; by default its class's.
        trainable: whether training changes the weights.
        dtype: "float32" or "float64": of weights and results.
        activity_regularizer: penalty on the output, added to the loss; of a layer that
            is called several times, on the last.
        input_shape: shape of one row of the input, for a model's first layer.
        input_dim: the same where a row is a vector: its length.
        unknown: anything else is refused, with a suggestion.

    After a call, `output` is the tensor it returned and `z`, where there is an
    activation, the tensor before it; after `loss.backward()`, `layer.z.grad` is the
    layer's delta.
    """

    settings = ("name", "trainable", "dtype", "input_shape", "input_dim")
    call_takes = ()  # which of "training" and "mask" the method `call` takes
    joins = False  # whether the input is a list of several
    supports_masking = False  # whether the mask of the input is handed on
    least_rank, features_in = 1, None  # axes of an input, and the length of the last
    home = z = output = built_for = None
    built = False
    keeps_z = True  # False where `predict` shows it to nobody

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
        self.named = name is not None
        self.default_name = snake_case(type(self).__name__)  # where no name is given
        self._name = name or self.default_name
        self._trainable = trainable
        self.dtype_given = dtype is not None
        self.dtype = "float32" if dtype is None else precision(dtype)
        self.home = backend.home(self.dtype)  # of this dtype, on this device
        self.activity_regularizer = regularizers.get(activity_regularizer)
        self.input_shape = (input_dim,) if input_dim else input_shape
        self.own_weights = []

    def __init_subclass__(cls, **settings):
        super().__init_subclass__(**settings)
        taken = inspect.signature(cls.call).parameters
        cls.call_takes = tuple(name for name in ("training", "mask") if name in taken)

    def __call__(self, x, *more, training=False, mask=None, **options):
        """Return the output for a batch x (batch, ...), an array or a Tensor.

        Args:
            x: the input; for a layer that joins several, a list of them.
            training: whether this is for training, which dropout wants to know.
            mask: bool (batch, time), False where a step is to be left out; by
                default the one that x carries.
            more, options: what else this layer's `call` takes.
        """
        if not self.built:
            refuse_hidden_methods(self)
        x = [self.enter(part) for part in x] if self.joins else self.enter(x)
        self.check(x)
        if options:
            self.check_options(options)
        if not self.built:
            shapes = [tuple(part.shape) for part in x] if self.joins else x.shape
            self.build_for(shapes)
        if mask is None:
            mask = masking.of_several(x) if self.joins else x.mask
        else:
            mask = masking.asarray(mask, self.home, several=self.joins)
        if "training" in self.call_takes:
            options["training"] = training
        if "mask" in self.call_takes:
            options["mask"] = mask
        self.output = self.call(x, *more, **options)
        if mask is not None:
            self.hand_on(x, mask)
        return self.output

    def hand_on(self, x, mask):
        """Let the output carry the mask on to the next layer, or warn of its end."""
        if self.supports_masking:
            first_of(self.output).mask = self.compute_mask(x, mask)
        elif "mask" not in self.call_takes:
            masking.warn_of_end(self)

    def compute_mask(self, x, mask):
        """Return the mask of the output for the input x and its mask."""
        return mask

    def check_options(self, options):
        """Refuse what this layer's `call` does not take, with a suggestion."""
        taken = inspect.signature(self.call).parameters
        unknown = {name: options[name] for name in options if name not in taken}
        refuse_unknown(self.call, unknown, ("training", "mask"))

    def enter(self, x):
        """Return x as a tensor of the layer's dtype; check that there is one."""
        if self.home is None:
            raise TypeError(
                f"This {type(self).__name__} was not set up as a layer."
                + explain(
                    "an __init__ that begins with super().__init__()",
                    "an __init__ without it",
                    "make super().__init__() its first line",
                )
            )
        if not isinstance(x, Tensor):
            return Tensor(backend.asarray(x, like=self.home))
        if x.data.dtype == self.home.dtype:
            return x
        mask, x = x.mask, cast(x, self.home.dtype)
        x.mask = mask
        return x

    def build_for(self, input_shape):
        """Call `build`, and note down that it is done and for which rows."""
        self.built_for = input_shape if self.joins else tuple(input_shape[1:])
        self.build(input_shape)
        self.built = True

    def build(self, input_shape):
        """Make the weights for inputs of this shape (batch, ...)."""

    def check(self, x):
        """Refuse an input of too few axes, or whose last is not `features_in` long."""
        shape = x.data.shape
        if len(shape) < self.least_rank:
            change = "give one row for each example: x.reshape(-1, 1) for one feature"
        elif self.features_in not in (None, shape[-1]):
            change = (
                f"pass {self.features_in} features, or make a new model for {shape[-1]}"
            )
        else:
            return
        raise ValueError(
            f"{self.name}: this input does not fit the layer."
            + explain(
                f"shape (batch, {self.features_in or 'features'})",
                f"shape {tuple(shape)}",
                change,
            )
        )

    def call(self, x):
        """Return the output for the input x."""
        return x

    def add_weight(self, name, shape, initializer, regularizer=None, learned=True):
        """Make a weight of this layer.

        Args:
            name: its own name; the weight is called "layer/name".
            shape: its shape.
            initializer: name or object that gives the start values.
            regularizer: penalty on it, added to the loss.
            learned: whether gradients change it.

        Returns:
            Tensor of `shape`.
        """
        array = initializers.get(initializer)(shape, self.dtype)
        W = Tensor(backend.asarray(array, like=self.home), name=f"{self.name}/{name}")
        W.requires_grad = learned and self.trainable
        self.own_weights.append(Weight(W, learned, regularizers.get(regularizer)))
        return W

    def get_config(self):
        """Return the arguments that make such a layer again, as plain data."""
        config = {**super().get_config(), "dtype": self.dtype}
        start = type(self).__init__
        own = () if start is Layer.__init__ else inspect.signature(start).parameters
        for name in Layer.settings:  # those of the first layer are the model's affair
            if name not in ("dtype", *own):
                config.pop(name, None)
        if self.named:
            config["name"] = self.name
        if not self.trainable:
            config["trainable"] = False
        return config

    def parts(self):
        """Return the layers that this one holds, as attributes or in containers."""
        return inside(vars(self), Layer)

    def family(self):
        """Return this layer and all that it holds, however deep, each once."""
        if not self.built:
            refuse_hidden_methods(self)
        found = {self: None}
        for part in self.parts():
            found |= dict.fromkeys(part.family())
        return list(found)

    @property
    def weights(self):
        """All weights: a list of tensors, layer by layer."""
        return [W for layer in self.family() for W, _, _ in layer.own_weights]

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
        """Whether training changes the weights; set it to False to freeze them.

        Setting it sets it for all layers inside, too; what is set last counts.
        """
        return self._trainable

    @trainable.setter
    def trainable(self, trainable):
        for layer in self.family():
            layer._trainable = trainable
            for W, learned, _ in layer.own_weights:
                W.requires_grad = learned and trainable

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
        """Return copies of all weights: a list of NumPy arrays."""
        return [backend.to_numpy(W.data).copy() for W in self.weights]

    def set_weights(self, weights):
        """Replace all weights by arrays of the same shapes, in the same order.

        Raises:
            ValueError: a shape or the number of arrays differs; nothing is changed.
        """
        own = self.weights
        wanted = [tuple(W.shape) for W in own]
        came = [tuple(backend.to_numpy(array).shape) for array in weights]
        if came != wanted:
            change = "build it first: call it on data, or use Input"
            raise ValueError(
                f"{self.name}: these weights do not fit."
                + explain(
                    f"{len(own)} arrays of shapes {wanted}",
                    f"{len(came)} arrays of shapes {came}",
                    "get_weights() shows what is wanted" if own else change,
                )
            )
        for W, array in zip(own, weights, strict=True):
            W.data = backend.asarray(backend.to_numpy(array).copy(), like=W.data)

    def count_params(self):
        """Return how many numbers the weights hold."""
        return sum(W.data.size for W in self.weights)

    def settle(self, dtype=None, device=None):
        """Take a dtype, as far as nothing is built with another, or a device."""
        for layer in self.family():
            if dtype and not layer.built and not layer.dtype_given:
                layer.dtype = dtype
            device_now = device or backend.device_of(layer.home)
            layer.home = backend.home(layer.dtype, device_now)
            layer.output = layer.z = None
            for W, _, _ in layer.own_weights:
                W.data = backend.asarray(W.data, like=layer.home)

    def reset_state(self):
        """Forget what stateful layers inside kept of the batches before."""
        for part in self.parts():
            part.reset_state()

    def has_penalties(self):
        """Return whether `penalties` adds anything."""
        return bool(self.activity_regularizer) or any(
            weight.regularizer for weight in self.own_weights
        )

    def penalties(self):
        """Return what this layer's regularizers add to the loss, a list of tensors."""
        added = [penalty(W) for W, _, penalty in self.own_weights if penalty]
        if self.activity_regularizer:
            several = isinstance(self.output, list | tuple)
            for y in self.output if several else [self.output]:  # for each row of y
                added.append(self.activity_regularizer(y) / y.shape[0])
        return added


def first_of(output):
    """The output itself, or the first of several: states may follow it."""
    return output[0] if isinstance(output, list | tuple) else output


def build_inside(whole, part, input_shape):
    """Build a part of a layer for inputs of a shape, if that is not done.

    Args:
        whole: the layer, whose dtype and place the part takes.
        part: a layer in it.
        input_shape: shape (batch, ...) of the part's input.
    """
    part.settle(whole.dtype, backend.device_of(whole.home))
    if not part.built:
        if not whole.trainable:
            part.trainable = False
        part.build_for(input_shape)


def refuse_hidden_methods(layer):
    """Refuse a layer whose attributes hide methods that dlcore needs, and say so.

    Likewise layers in an attribute where dlcore will put something else.
    """
    for name, value in vars(layer).items():
        method = getattr(type(layer), name, None)
        hides = getattr(method, "__module__", "").startswith("dlcore.")
        taken = name in ("home", "members", "output", "z") and inside([value], Layer)
        if (hides and callable(method)) or taken:
            raise ValueError(
                f"{type(layer).__name__}: the attribute {name!r} is dlcore's own."
                + explain(
                    f"names that {type(layer).__name__} does not have already",
                    f"self.{name} = ... ({type(value).__name__})",
                    f"call it otherwise, such as self.{name}_layer",
                )
            )


def activated(layer, z):
    """Keep z, and return a = activation(z); what `predict` drops, relu overwrites.

    Args:
        layer: a layer with an activation.
        z: its weighted sums, a new tensor.
    """
    if layer.keeps_z or layer.activation is not activations.relu:
        layer.z = z
        return layer.activation(z)
    return relu_in_place(z)
