"""The figures of chapter 2 that do not move."""

import numpy as np
from matplotlib.patches import Rectangle

from dlcore.neuron import Neuron
from dlcore.teach import chapter02 as numbers
from dlcore.teach.chapter02 import MILES, MILES_TEST, PRICE, PRICE_TEST, hotel_axes
from dlcore.teach.figures import color, figure, label_line, show
from dlcore.teach.networks import draw_network


def scatter():
    """Show the eight training hotels."""
    fig, ax = figure()
    hotel_axes(ax)
    correlation = np.corrcoef(MILES, PRICE)[0, 1]
    show(
        fig,
        caption="Prices fall with the distance, nearly along a straight line. Each "
        "point is one of the eight training hotels.",
        alt=f"Eight points fall from {PRICE[0]:.0f} dollars at {MILES[0]:g} miles to "
        f"{PRICE[-1]:.0f} dollars at {MILES[-1]:g} miles, close to a straight line: "
        f"the correlation is {correlation:.2f}.",
    )


def smallest_network():
    """Show the network of one input and one neuron, before learning."""
    ax = draw_network(Neuron(), inputs=["distance x"], outputs=["price ŷ"])
    show(
        ax.figure,
        caption="The smallest network: one input, one neuron. The line between them "
        "carries the weight; the bias belongs to the neuron.",
        alt="One input, the distance x, is joined by a line with weight 0 to one "
        "neuron with bias 0, whose output is the price.",
    )


def loss_curve():
    """Show the training loss over a hundred epochs."""
    loss = numbers.losses(100)
    floor = numbers.best_mse()
    fig, ax = figure()
    ax.axhline(floor, color=color.muted, linewidth=1, linestyle=":")
    ax.plot(loss, color=color.loss, label="train MSE")
    ax.set(yscale="log", xlim=(0, 100), ylim=(8, 3e4))
    ax.set(xlabel="epoch", ylabel="MSE (log scale)")
    ax.text(99, floor * 1.25, f"floor {floor:.1f}", ha="right", color=color.ink)
    show(
        fig,
        caption="The loss falls quickly, then goes flat at its floor. On the "
        "logarithmic scale equal distances are equal ratios.",
        alt=f"The MSE falls from {loss[0]:.0f} at epoch 0 to {loss[10]:.0f} at epoch "
        f"10 and {loss[20]:.1f} at epoch 20, and from epoch 40 on stays flat at "
        f"{loss[100]:.2f}.",
    )


def testing_phases():
    """Show the four phases, of which testing uses two."""
    fig, ax = figure(height=1.5)
    ax.set(xlim=(0, 280), ylim=(-0.3, 1.25))
    ax.axis("off")
    places = {"predict": 32, "measure": 103, "feedback": 182, "adjust": 250}
    for place, (name, x) in enumerate(places.items()):
        used = place < 2
        ink = color.ink if used else color.muted
        box = {"boxstyle": "round,pad=0.35", "fc": "none", "ec": ink}
        box |= {"lw": 2.0 if used else 0.9, "ls": "-" if used else "--"}
        ax.text(x, 0.8, name, ha="center", va="center", color=ink, bbox=box)
    ax.text(68, 0.1, "testing", ha="center", color=color.ink)
    ax.text(216, 0.1, "training only", ha="center", color=color.muted)
    show(
        fig,
        caption="Testing runs the first two phases and stops. Solid boxes: used in "
        "testing; dashed: in training only.",
        alt="Four boxes in a row. Predict and measure are solid and marked testing; "
        "feedback and adjust are dashed and marked training only.",
    )


def learned_line():
    """Show the learned line with training and test hotels."""
    neuron = numbers.trained(100)
    slope, height = numbers.line_in_miles(neuron)
    fig, ax = figure(height=2.8)
    hotel_axes(ax)
    ax.plot(MILES_TEST, PRICE_TEST, "D", color=color.truth, fillstyle="none", zorder=4)
    ends = np.array([0.0, 10.0])
    (drawn,) = ax.plot(ends, height + slope * ends, color=color.model, ls="-")
    label_line(drawn, "learned line", at=0, dx=8, dy=-38)
    ax.annotate(
        "test", (MILES_TEST[1], PRICE_TEST[1]), (8, -4), textcoords="offset points"
    )
    miss = neuron.predict(numbers.X_TEST) - PRICE_TEST
    show(
        fig,
        caption="The learned line runs through the training hotels, not through all "
        "of the test hotels. Dots: training hotels; diamonds: test hotels.",
        alt=f"The line falls from {height:.0f} dollars at the center by "
        f"{-slope:.2f} dollars a mile. The test hotel at {MILES_TEST[1]:g} miles lies "
        f"{-miss[1]:.0f} dollars above it, the one at {MILES_TEST[3]:g} miles "
        f"{-miss[3]:.0f} dollars above it, the other two within "
        f"{max(abs(miss[0]), abs(miss[2])):.0f} dollars.",
    )


def one_epoch():
    """Show one epoch of eight rows as one batch, and as batches of three."""
    fig, ax = figure(height=1.7)
    ax.set(xlim=(0, 10.4), ylim=(-0.2, 3.4))
    ax.axis("off")
    for height, size, text in [(2.0, 8, "full batch: 1 update"), (0.1, 3, "")]:
        updates = -(-8 // size)
        for row in range(8):
            left = row + 0.6 * (row // size)
            box = Rectangle(
                (left, height), 0.86, 0.62, fc="none", ec=color.data, lw=1.6
            )
            ax.add_patch(box)
            ax.text(left + 0.43, height + 0.28, row + 1, ha="center", va="center")
        label = text or f"batches of {size}: {updates} updates"
        ax.text(0, height + 0.8, label, va="bottom")
    show(
        fig,
        caption="One epoch passes every row once. The numbered boxes are the eight "
        "training rows; a gap stands where the parameters are adjusted.",
        alt="Eight numbered rows, drawn twice: once as a single batch with 1 update, "
        "once in batches of rows 1 to 3, 4 to 6 and 7 to 8 with 3 updates.",
    )
