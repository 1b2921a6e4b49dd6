"""Optimizers: how weights follow their gradients.

Only optimizers write, and only into weights and their own state.
"""

from dlcore.lookup import look_up
from dlcore.optimizers import schedules
from dlcore.optimizers.adagrad import Adadelta, Adagrad
from dlcore.optimizers.adam import Adam, AdamW, Nadam
from dlcore.optimizers.base import Optimizer
from dlcore.optimizers.rmsprop import RMSprop
from dlcore.optimizers.sgd import SGD

CLASSES = (SGD, RMSprop, Adagrad, Adadelta, Adam, AdamW, Nadam)
NAMES = {kind.__name__.lower(): kind for kind in CLASSES}

__all__ = [
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Nadam",
    "Optimizer",
    "RMSprop",
    "get",
    "schedules",
]


def get(identifier):
    """The optimizer for a name, an object or a class."""
    if isinstance(identifier, Optimizer):
        return identifier
    return look_up("optimizer", identifier, NAMES)
