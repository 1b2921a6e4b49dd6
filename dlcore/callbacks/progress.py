"""What is shown while a model trains: a line an epoch, or one that moves."""

import builtins
import sys
import time

from dlcore.callbacks.base import Callback
from dlcore.errors import explain

SECONDS_BETWEEN_UPDATES = 0.2


class Lines(Callback):
    """One line for each epoch."""

    def on_epoch_end(self, epoch, logs=None):
        """Print the epoch and its logs."""
        print(f"Epoch {epoch + 1}/{self.params['epochs']}  {in_words(logs)}")


class Bar(Callback):
    """One line that moves along with the epochs, at most five times a second.

    It is drawn by tqdm where that is installed, else plainly.
    """

    def on_train_begin(self, logs=None):
        """Begin the line."""
        self.shown = -1.0
        self.bar = make_bar(self.params["epochs"])

    def on_epoch_end(self, epoch, logs=None):
        """Move on, if the last time is long enough ago or this is the last epoch."""
        self.last = epoch + 1, logs
        now = time.monotonic()
        if now - self.shown >= SECONDS_BETWEEN_UPDATES:
            self.shown = now
            self.show()

    def on_train_end(self, logs=None):
        """Show the last epoch, and end the line."""
        if logs:
            self.show()
        if self.bar is None:
            print()
        else:
            self.bar.close()

    def show(self):
        """Draw the line for the latest epoch."""
        epoch, logs = self.last
        if self.bar is None:
            text = f"\rEpoch {epoch}/{self.params['epochs']}  {in_words(logs)}"
            print(text, end="", flush=True)
        else:
            self.bar.set_postfix_str(in_words(logs), refresh=False)
            self.bar.update(epoch - self.bar.n)


def make_bar(epochs):
    """A bar by tqdm, or None where it is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm(total=epochs, unit="epoch", mininterval=0, file=sys.stdout)


def in_words(logs):
    """Logs as text.

    Example:
        >>> in_words({"loss": 0.123456, "mae": 2.0})
        'loss: 0.1235  mae: 2'
    """
    return "  ".join(f"{name}: {in_digits(value)}" for name, value in logs.items())


def in_digits(value):
    """A number, or several in brackets, with four digits."""
    if getattr(value, "shape", ()):
        return f"[{', '.join(map(in_digits, value))}]"
    return f"{value:.4g}"


def display(verbose):
    """The callbacks that show progress for `verbose`, which is checked."""
    if verbose == "auto":
        verbose = int(sys.stdout.isatty() or hasattr(builtins, "__IPYTHON__"))
    if verbose not in (0, 1, 2):
        raise ValueError(
            "verbose says how much is shown."
            + explain(
                '0, 1, 2 or "auto"', repr(verbose), "take 0 for nothing, 1 for a bar"
            )
        )
    return [[], [Bar()], [Lines()]][verbose]
