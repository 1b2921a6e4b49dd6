"""Callbacks: what listens while a model trains."""

from dlcore.callbacks.base import (
    HOOKS,
    Callback,
    History,
    LambdaCallback,
    Listeners,
    listed,
)
from dlcore.callbacks.files import CSVLogger, ModelCheckpoint
from dlcore.callbacks.progress import display
from dlcore.callbacks.rates import LearningRateScheduler, ReduceLROnPlateau
from dlcore.callbacks.stopping import EarlyStopping, TerminateOnNaN

__all__ = [
    "HOOKS",
    "CSVLogger",
    "Callback",
    "EarlyStopping",
    "History",
    "LambdaCallback",
    "LearningRateScheduler",
    "Listeners",
    "ModelCheckpoint",
    "ReduceLROnPlateau",
    "TerminateOnNaN",
    "display",
    "listed",
]
