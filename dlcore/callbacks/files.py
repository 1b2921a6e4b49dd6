"""Callbacks that write files: the model as it gets better, and the logs as a table."""

import csv
import math
from pathlib import Path

from dlcore.callbacks.base import Callback
from dlcore.callbacks.monitor import direction, watched
from dlcore.errors import explain, refuse_unknown


class ModelCheckpoint(Callback):
    """Saves the model, or its weights, while it trains.

    Args:
        filepath: where to; "{epoch}", "{batch}" and names of the logs in braces are
            filled in, as in "best-{epoch:02d}-{val_loss:.2f}.keras".
        monitor: the name in the logs that says which model is best.
        verbose: 1 to print when the model is saved.
        save_best_only: whether to save only when the watched value got better.
        save_weights_only: whether to save the weights alone.
        mode: "min", "max" or "auto", as for `EarlyStopping`.
        save_freq: "epoch", or after how many batches.
        initial_value_threshold: a value that has to be beaten first.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(
        self, filepath, monitor="val_loss", verbose=0, save_best_only=False,
        save_weights_only=False, mode="auto", save_freq="epoch",
        initial_value_threshold=None, **unknown,
    ):  # fmt: skip
        refuse_unknown(ModelCheckpoint, unknown)
        check_ending(str(filepath), save_weights_only)
        self.filepath, self.monitor, self.verbose = str(filepath), monitor, verbose
        self.save_best_only = save_best_only
        self.save_weights_only = save_weights_only
        self.sign, self.save_freq = direction(monitor, mode), save_freq
        start = initial_value_threshold
        self.best = -math.inf if start is None else self.sign * start
        self.epoch = self.batches = 0

    def set_model(self, model):
        """Learn which model is saved, and listen to batches only if need be."""
        super().set_model(model)
        if self.save_freq != "epoch":
            self.on_train_batch_end = self.count_batch

    def on_epoch_begin(self, epoch, logs=None):
        """Note the epoch."""
        self.epoch = epoch

    def count_batch(self, batch, logs=None):
        """Save after every so many batches."""
        self.batches += 1
        if self.batches % self.save_freq == 0:
            self.save({**logs, "batch": batch + 1}, logs)

    def on_epoch_end(self, epoch, logs=None):
        """Save after the epoch."""
        if self.save_freq == "epoch":
            self.save(logs, logs)

    def save(self, names, logs):
        """Save the model, unless only better ones are wanted and this is none."""
        if self.save_best_only:
            value = self.sign * watched(logs, self.monitor, "ModelCheckpoint")
            if not value > self.best:
                return
            self.best = value
        path = Path(filled_in(self.filepath, {**names, "epoch": self.epoch + 1}))
        path.parent.mkdir(parents=True, exist_ok=True)
        write = self.model.save_weights if self.save_weights_only else self.model.save
        write(str(path))
        if self.verbose:
            print(f"Epoch {self.epoch + 1}: saved to {path}")


class CSVLogger(Callback):
    """Writes the logs of each epoch into a table: one line an epoch.

    Args:
        filename: where to.
        separator: what stands between two columns.
        append: whether to go on with a file that is there, else it is replaced.
        unknown: anything else is refused, with a suggestion.
    """

    def __init__(self, filename, separator=",", append=False, **unknown):
        refuse_unknown(CSVLogger, unknown)
        self.path, self.separator, self.append = Path(filename), separator, append

    def on_train_begin(self, logs=None):
        """Begin the file, or go on with it."""
        self.names = None
        there = self.append and self.path.exists() and self.path.stat().st_size > 0
        self.headed = there
        if not there:
            self.path.write_text("", encoding="utf-8")

    def on_epoch_end(self, epoch, logs=None):
        """Write a line."""
        with self.path.open("a", encoding="utf-8", newline="") as file:
            table = csv.writer(file, delimiter=self.separator, lineterminator="\n")
            if self.names is None:
                self.names = sorted(logs)
                if not self.headed:
                    table.writerow(["epoch", *self.names])
            table.writerow([epoch, *[logs.get(name, "NA") for name in self.names]])


def check_ending(path, weights_only):
    """Refuse a path whose ending does not say what kind of file it will be."""
    endings = (".weights.h5", ".npz") if weights_only else (".keras", ".npz")
    if not path.endswith(endings):
        what = "weights" if weights_only else "model"
        raise ValueError(
            f"ModelCheckpoint cannot tell how to save the {what}."
            + explain(
                f"a path that ends in {' or '.join(endings)}",
                repr(path),
                f"for example {'best' + endings[0]!r}",
            )
        )


def filled_in(path, values):
    """`path` with values for the names in braces; unknown names are refused."""
    try:
        return path.format(**values)
    except KeyError as missing:
        raise ValueError(
            "ModelCheckpoint does not know a name in the path."
            + explain(
                f"names among {', '.join(values)}",
                str(missing),
                "take a name of the logs, epoch, or with save_freq a batch",
            )
        ) from None
