"""Page 13.2: what a graphics card costs and saves, in a model with round numbers."""

import numpy as np

from dlcore.teach.figures import color, figure

WIDTHS = (16, 128, 512)
"""Inputs, and hidden neurons, of the network that is timed in the model."""
COPIES = ("every batch is copied", "the data stay on the card")
START = {"processor": 5e-6, "card": 1e-4}
"""Seconds before a step can begin."""
SPEED = {"processor": 5e10, "card": 5e12}
"""Multiplications and additions in a second."""
TRANSFER = 1e10
"""Bytes in a second, from the memory of the computer to that of the card."""


def work(width):
    """Return the operations of one step for one row: two layers, there and back."""
    return 12 * width**2


def per_row(device, width, copies):
    """Return the seconds that each further row costs."""
    copied = device == "card" and copies == COPIES[0]
    return work(width) / SPEED[device] + copied * 4 * width / TRANSFER


def step_time(device, batch, width, copies):
    """Return the seconds of a step with a batch of rows."""
    return START[device] + batch * per_row(device, width, copies)


def crossing(width, copies):
    """Return the size of batch from which the card is faster."""
    late = START["card"] - START["processor"]
    gain = per_row("processor", width, copies) - per_row("card", width, copies)
    return late / gain


def gain(batch, width, copies):
    """Return how many times as fast the card is."""
    times = [step_time(device, batch, width, copies) for device in START]
    return times[0] / times[1]


def draw_cost(width, copies):
    """Draw the time for a row on both devices, for all sizes of batches."""
    batch = np.geomspace(1, 1e5, 61)
    _, ax = figure(height=2.7)
    styles = {"processor": (color.data, "-", 3e4), "card": (color.model, "--", 1.4)}
    for device, (ink, style, _) in styles.items():
        times = step_time(device, batch, width, copies) / batch * 1e6
        ax.loglog(batch, times, style, color=ink, lw=1.8)
    at = crossing(width, copies)
    ax.axvline(max(at, 1), color=color.muted, lw=1, ls=":")
    ax.set(xlim=(1, 1e5), ylim=(1e-4, 1e4), xlabel="rows in a batch")
    ax.set_xticks([1, 100, 1e4], ["1", "100", "10,000"])
    ax.set_yticks([1e-3, 1, 1e3], ["10⁻³", "1", "10³"])
    ax.set_ylabel("µs for a row")
    ax.minorticks_off()
    ax.text(8e4, 2.5e3, "solid: processor", color=color.data, ha="right")
    ax.text(8e4, 4e2, "dashed: card", color=color.model, ha="right")
    return (
        f"{width} inputs and {width} hidden neurons, {copies}: the card is faster from "
        f"batches of {np.ceil(at):,.0f} rows on; with 100,000 it is "
        f"{gain(10**5, width, copies):.0f} times as fast."
    )
