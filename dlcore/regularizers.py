"""Penalties on large weights, added to the loss."""

from dlcore import ops
from dlcore.configs import Configured
from dlcore.errors import refuse_unknown
from dlcore.lookup import look_up


class L1L2(Configured):
    """The penalty l1 Σ|w| + l2 Σw².

    Example:
        >>> float(L1L2(l1=1.0, l2=10.0)([1.0, -2.0]))
        53.0
    """

    def __init__(self, l1=0.0, l2=0.0, **unknown):
        refuse_unknown(type(self), unknown)
        self.l1, self.l2 = l1, l2

    def __call__(self, w):
        """The penalty for the weights `w`: a tensor of shape ()."""
        penalty = 0.0
        if self.l1:
            penalty = self.l1 * ops.sum(ops.abs(w))
        if self.l2:
            penalty = penalty + self.l2 * ops.sum(ops.multiply(w, w))
        return penalty


class L1(L1L2):
    """The penalty l1 Σ|w|, which drives weights to exactly 0 (Tibshirani 1996)."""

    def __init__(self, l1=0.01, **unknown):
        refuse_unknown(type(self), unknown)
        super().__init__(l1=l1)


class L2(L1L2):
    """The penalty l2 Σw², which shrinks weights (Hoerl and Kennard 1970)."""

    def __init__(self, l2=0.01, **unknown):
        refuse_unknown(type(self), unknown)
        super().__init__(l2=l2)


l1, l2, l1_l2 = L1, L2, L1L2  # as `regularizers.l2(0.01)` they are called, too
NAMES = {"l1": L1, "l2": L2, "l1_l2": L1L2, "l1l2": L1L2, "L1L2": L1L2}


def get(identifier):
    """The regularizer for a name, an object or a function; None for none."""
    return None if identifier is None else look_up("regularizer", identifier, NAMES)
