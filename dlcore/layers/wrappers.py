"""Bidirectional and TimeDistributed: layers around another layer."""

import copy

from dlcore import ops
from dlcore.backend import xp_of
from dlcore.errors import explain
from dlcore.layers.base import Layer, build_inside
from dlcore.layers.recurrent import RNN

MERGES = {
    "concat": lambda y, z: ops.concat([y, z], axis=-1),
    "sum": ops.add,
    "mul": ops.multiply,
    "ave": lambda y, z: (y + z) * 0.5,
    None: lambda y, z: [y, z],
}


class Bidirectional(Layer):
    """A recurrent layer, and a second that reads from the end (Schuster, Paliwal 1997).

    Args:
        layer: a new recurrent layer, such as LSTM(8).
        merge_mode: how both outputs become one: "concat" side by side, "sum", "mul",
            "ave", or None for a list of both.
        backward_layer: the second layer; by default one like the first.
        settings: see `Layer`.

    Where both have `return_sequences`, the second output is put back in the order of x,
    and masked steps have an output of zeros.

    Example:
        >>> from dlcore.layers import LSTM
        >>> Bidirectional(LSTM(2))([[[1.0], [2.0], [3.0]]]).shape
        (1, 4)
    """

    least_rank = 3
    supports_masking = True

    def __init__(self, layer, merge_mode="concat", backward_layer=None, **settings):
        super().__init__(**settings)
        check_recurrent(self.name, layer)
        if merge_mode not in MERGES:
            raise ValueError(
                f"{self.name}: unknown merge_mode {merge_mode!r}."
                + explain(
                    ", ".join(map(repr, MERGES)), repr(merge_mode), 'take "concat"'
                )
            )
        self.merge_mode, self.forward_layer = merge_mode, layer
        if backward_layer is None:
            backward_layer = copy.deepcopy(layer)
            backward_layer.go_backwards = not layer.go_backwards
        check_recurrent(self.name, backward_layer)
        self.backward_layer = backward_layer
        self.check_pair()
        for part, way in zip(self.pair, ("forward", "backward"), strict=True):
            part.zero_output_for_mask = part.return_sequences
            part.default_name = f"{way}_{part.default_name}"

    @property
    def pair(self):
        """The layer that reads from the start, and the one that reads from the end."""
        return [self.forward_layer, self.backward_layer]

    def check_pair(self):
        """Refuse two layers that do not fit together."""
        first, second = self.pair
        alike = ("return_sequences", "return_state", "stateful")
        ways = [[getattr(part, name) for name in alike] for part in self.pair]
        if ways[0] != ways[1] or first.go_backwards == second.go_backwards:
            raise ValueError(
                f"{self.name}: these two layers do not fit together."
                + explain(
                    f"the same {', '.join(alike)}, but go_backwards in one alone",
                    f"{ways[0]} and {ways[1]}, go_backwards={first.go_backwards} "
                    f"and {second.go_backwards}",
                    "leave out backward_layer, or give it go_backwards=True",
                )
            )

    def build(self, input_shape):
        """Build both layers."""
        for part in self.pair:
            build_inside(self, part, input_shape)

    def call(self, x, initial_state=None, training=False, mask=None):
        """Return the merged output, and with `return_state` the states of both.

        Args:
            x: inputs (batch, time, in).
            initial_state: list of start states, first those of the forward layer.
            training: told to both layers.
            mask: bool (batch, time) or None.
        """
        half = len(initial_state) // 2 if initial_state is not None else 0
        starts = (initial_state[:half], initial_state[half:]) if half else (None, None)
        outputs, states = [], []
        for part, start in zip(self.pair, starts, strict=True):
            y = part(x, training=training, mask=mask, initial_state=start)
            if part.return_state:
                y, *more = y
                states += more
            backwards = part is self.backward_layer and part.return_sequences
            outputs.append(y[:, ::-1, :] if backwards else y)
        merged = MERGES[self.merge_mode](*outputs)
        if not states:
            return merged
        return [*(merged if self.merge_mode is None else [merged]), *states]

    def compute_mask(self, x, mask):
        """Return the mask where the output has every step, else None."""
        return mask if self.return_sequences else None

    @property
    def return_sequences(self):
        """Whether the output has every step."""
        return self.forward_layer.return_sequences


class TimeDistributed(Layer):
    """The same layer at every step of x (batch, time, ...), each as if it were alone.

    Args:
        layer: the layer; it sees (batch time, ...).
        settings: see `Layer`.

    Example:
        >>> from dlcore.layers import Dense
        >>> TimeDistributed(Dense(4))([[[1.0], [2.0], [3.0]]]).shape
        (1, 3, 4)
    """

    least_rank = 3
    supports_masking = True

    def __init__(self, layer, **settings):
        super().__init__(**settings)
        if not isinstance(layer, Layer):
            raise TypeError(
                f"{self.name} repeats a layer at every step."
                + explain(
                    "a layer such as Dense(3)",
                    f"{layer!r} ({type(layer).__name__})",
                    "call the class: Dense(3)",
                )
            )
        self.layer = layer

    def build(self, input_shape):
        """Build the layer for one step."""
        build_inside(self, self.layer, (input_shape[0], *input_shape[2:]))

    def call(self, x, training=False, mask=None):
        """Return the outputs of all steps (batch, time, ...)."""
        start = tuple(x.shape[:2])
        steps = ops.reshape(x, (-1, *x.shape[2:]))
        own = None
        if mask is not None and len(mask.shape) > 2:  # sequences within the sequence
            own = xp_of(mask).reshape(mask, (-1, *mask.shape[2:]))
        y = self.layer(steps, training=training, mask=own)
        return ops.reshape(y, (*start, *y.shape[1:]))

    def compute_mask(self, x, mask):
        """Return which steps count."""
        return mask if len(mask.shape) == 2 else None


def check_recurrent(name, layer):
    """Explain that the layer `name` needs a new recurrent layer, if this is none."""
    if not isinstance(layer, RNN) or layer.built:
        built = " that is built already" if isinstance(layer, Layer) else ""
        raise TypeError(
            f"{name} reads a sequence both ways."
            + explain(
                "a new recurrent layer, such as LSTM(8)",
                f"{layer!r} ({type(layer).__name__}){built}",
                f"write Bidirectional({type(layer).__name__}(...))"
                if built
                else "pass LSTM(8), GRU(8), SimpleRNN(8) or RNN(cell)",
            )
        )
