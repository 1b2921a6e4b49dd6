"""What all optimizers have in common: clipping, weight decay, and their memory."""

import math
from numbers import Real

from dlcore import backend
from dlcore.backend import xp_of
from dlcore.configs import Configured
from dlcore.errors import explain, refuse_unknown

PIECE = 32_768  # numbers that, with the gradient and the memory, stay in the cache


class Optimizer(Configured):
    """Base of the optimizers; a subclass says how `update` changes one weight.

    Args:
        learning_rate: step size; a positive number, or a function of
            `iterations`, the number of steps done, which is then what reading it
            gives (Keras gives the present number).
        weight_decay: share of each weight, times the learning rate, taken off
            at each step (Loshchilov and Hutter 2019); None for none.
        clipnorm: largest length of each weight's gradient, longer ones are
            shortened; `clipvalue`: largest size of a gradient's elements;
            `global_clipnorm`: largest length of all gradients together. At most
            one of the three.
    """

    settings = ("weight_decay", "clipnorm", "clipvalue", "global_clipnorm")
    slot_names = ()  # what an optimizer keeps for each weight, such as a velocity
    start = 0.0  # and what it is at first

    def __init__(
        self,
        learning_rate=0.01,
        weight_decay=None,
        clipnorm=None,
        clipvalue=None,
        global_clipnorm=None,
        **unknown,
    ):
        refuse_unknown(type(self), unknown, Optimizer.settings)
        check_learning_rate(learning_rate)
        limits = {
            "clipnorm": clipnorm,
            "clipvalue": clipvalue,
            "global_clipnorm": global_clipnorm,
        }
        given = {name: value for name, value in limits.items() if value is not None}
        if len(given) > 1:
            raise ValueError(
                f"{type(self).__name__} clips gradients in one way at a time."
                + explain(
                    "one of clipnorm, clipvalue, global_clipnorm",
                    ", ".join(f"{name}={value}" for name, value in given.items()),
                    "leave out all but one",
                )
            )
        self.learning_rate = learning_rate
        self.weight_decay = weight_decay
        self.clipnorm, self.clipvalue = clipnorm, clipvalue
        self.global_clipnorm = global_clipnorm
        self.iterations = 0
        self.slots = []  # for each weight a list of arrays, in the weights' order
        self.weights = []

    def apply(self, gradients, weights):
        """Take one step: change each weight by its gradient.

        Args:
            gradients: an array for each weight, of its shape, or None to leave it.
            weights: the tensors to change.
        """
        if self.weights != weights:
            self.build(weights)
        rate = self.learning_rate
        rate = float(rate(self.iterations) if callable(rate) else rate)
        if not (self.clipnorm is self.clipvalue is self.global_clipnorm is None):
            gradients = self.clipped(gradients)
        self.iterations += 1
        for W, dW, slots in zip(weights, gradients, self.slots, strict=True):
            if dW is None:
                continue
            if self.weight_decay:
                W.data -= rate * self.weight_decay * W.data
            if W.data.size <= PIECE:
                self.update(W.data, dW, rate, slots)
                continue
            for W_part, dW_part, *parts in pieces(W.data, dW, *slots):
                self.update(W_part, dW_part, rate, parts)

    def clipped(self, gradients):
        """Return the gradients within the limit that is set."""
        for name, clip in CLIPS.items():
            limit = getattr(self, name)
            if limit is not None:
                gradients = clip(gradients, limit)
        return gradients

    def build(self, weights):
        """Start the memory of new weights at zero, and keep that of known ones.

        Raises:
            ValueError: none is known, so this is another model's optimizer.
        """
        known = set(self.weights)
        if known and self.slot_names and not known.intersection(weights):
            raise ValueError(
                f"This {type(self).__name__} remembers the steps of another model."
                + explain(
                    "one optimizer for each model",
                    "one that has already trained other weights",
                    f"compile each model with a new {type(self).__name__}(...)",
                )
            )
        self.slots = self.slots_for(weights)
        self.weights = list(weights)

    def slots_for(self, weights):
        """Return for each weight the list of its arrays, new ones where it has none."""
        known = dict(zip(self.weights, self.slots, strict=True))
        return [
            known.get(W) or [self.first_slot(W.data) for _ in self.slot_names]
            for W in weights
        ]

    def first_slot(self, W):
        """Return what is kept for the array W before the first step."""
        slot = backend.zeros(W.shape, like=W)
        slot += self.start  # in place: a sum of arrays without axes is no array
        return slot

    def settle(self):
        """Move the memory to where its weights are."""
        self.slots = [
            [backend.asarray(slot, like=W.data) for slot in slots]
            for W, slots in zip(self.weights, self.slots, strict=True)
        ]


def pieces(*arrays):
    """Arrays of one shape, cut into parts that stay in the processor's cache.

    The parts are views, to write into. Only large arrays in the processor's own memory,
    row by row, gain by it; others come back whole.
    """
    if not all(lies_flat(array) for array in arrays):
        return [arrays]
    flat = [xp_of(array).reshape(array, (-1,)) for array in arrays]
    starts = range(0, arrays[0].size, PIECE)
    return [[array[start : start + PIECE] for array in flat] for start in starts]


def lies_flat(array):
    """Whether an array lies row by row in the processor's own memory."""
    on_host = backend.device_of(array) == "cpu" and hasattr(array, "flags")
    return on_host and array.flags.c_contiguous


def check_learning_rate(learning_rate):
    """Refuse a learning rate that is neither a positive number nor a function."""
    number = isinstance(learning_rate, Real) and learning_rate >= 0
    if not number and not callable(learning_rate):
        raise ValueError(
            "This cannot be a learning rate."
            + explain(
                "a number from 0 up, or a schedule",
                repr(learning_rate),
                "start with 0.01",
            )
        )


def length(gradients):
    """The Euclidean length of several gradients taken as one vector."""
    return math.sqrt(
        sum(float(xp_of(g).sum(g * g)) for g in gradients if g is not None)
    )


def clip_together(gradients, limit):
    """Shorten all gradients by one factor, so that their joint length is `limit`."""
    factor = min(1.0, limit / max(length(gradients), 1e-30))
    return [g if g is None else g * factor for g in gradients]


def clip_each(gradients, limit):
    """Shorten each gradient that is longer than `limit`."""
    return [g if g is None else clip_together([g], limit)[0] for g in gradients]


def clip_elements(gradients, limit):
    """Bring each element of each gradient between -limit and limit."""
    return [g if g is None else xp_of(g).clip(g, -limit, limit) for g in gradients]


CLIPS = {
    "clipnorm": clip_each,
    "clipvalue": clip_elements,
    "global_clipnorm": clip_together,
}
