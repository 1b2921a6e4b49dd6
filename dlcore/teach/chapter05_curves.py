"""Drawings of page 5.5: losses as curves, and what they make of the same data."""

from functools import cache

import numpy as np

from dlcore import losses
from dlcore.teach import chapter05_digits as digits
from dlcore.teach import chapter05_losses as plain
from dlcore.teach.chapter04 import minus
from dlcore.teach.chapter05_pixels import side_by_side
from dlcore.teach.figures import color, figure, show

# -- the best single guess -------------------------------------------------------------

PRICES = (110.0, 115.0, 120.0, 125.0)
LAST = (130, 200, 300, 500, 1300)
"""Values of the fifth price: right at first, mistyped at last."""

GUESSES = np.linspace(80, 1400, 5281)
NUMBERS = {
    "squared error": plain.squared,
    "absolute error": plain.absolute,
    "percentage error": plain.percentage,
    "squared logarithmic error": plain.squared_logarithmic,
    "log cosh": plain.log_cosh,
    "Poisson": plain.poisson,
}
"""The losses for numbers, by the name in the menu."""


def costs(loss, last):
    """Return the mean loss of each of `GUESSES` as the only prediction for five prices.

    Args:
        loss: a key of `NUMBERS`.
        last: the fifth price.
    """
    prices = np.array([*PRICES, last], dtype=float)
    return np.array([NUMBERS[loss](guess, prices) for guess in GUESSES])


@cache
def best_guess(loss, last):
    """Return the single prediction for five prices that has the smallest loss."""
    return float(GUESSES[np.argmin(costs(loss, last))])


def draw_best_guess(loss, last):
    """Draw the mean loss of one guess for five prices, and its lowest point."""
    cost, best = costs(loss, last), best_guess(loss, last)
    _, ax = figure(height=2.6)
    seen = GUESSES <= 420
    low, high = cost[seen].min(), cost[seen].max()
    ax.plot(GUESSES[seen], (cost[seen] - low) / (high - low), "-", color=color.loss)
    ax.plot(best, 0, "o", color=color.model, ms=8, clip_on=False, zorder=5)
    ax.annotate(f"{best:.0f}", (best, 0), (0, 9), textcoords="offset points",
                ha="center", color=color.model)  # fmt: skip
    for price in (*PRICES, last):
        if price <= 420:
            ax.plot([price] * 2, [-0.27, -0.15], "-", color=color.data, lw=2)
    if last > 420:
        ax.text(417, -0.21, f"{last} →", color=color.data, ha="right", va="center")
    ax.set(xlim=(80, 420), ylim=(-0.3, 1.05), yticks=[], xlabel="the one guess ($)")
    ax.set_ylabel("mean loss")
    return (
        f"Prices 110, 115, 120, 125 and {last}; {loss}: the best single guess is "
        f"{best:.0f} dollars."
    )


# -- losses along the prediction -------------------------------------------------------

TRUTH = 3.0
PREDICTIONS = (0.5, 1, 2, 2.5, 3, 3.5, 4, 5, 7, 9)


def number_loss(loss, prediction):
    """Return a loss and its slope for one row with the truth 3.

    Args:
        loss: a key of `NUMBERS`.
        prediction: one number above 0.
    """
    value = NUMBERS[loss]
    found = next(e for e in plain.CATALOGUE if e.value is value)
    row, truth = np.array([float(prediction)]), np.array([TRUTH])
    return float(value(row, truth)), float(found.slope(row, truth)[0])


def draw_error(loss, guess):
    """Draw a loss of one row along the prediction, with its slope at one of them."""
    line = np.linspace(0.2, 9.4, 231)
    values = np.array([number_loss(loss, p)[0] for p in line])
    value, slope = number_loss(loss, guess)
    _, ax = figure(height=2.8)
    ax.plot(line, values, "-", color=color.loss)
    if loss != "squared error":
        ax.plot(line, (line - TRUTH) ** 2, ":", color=color.muted, lw=1.4)
    reach = 1.3 / np.sqrt(1 + (slope / _height(values) * 6) ** 2)
    near = guess + np.array([-reach, reach])
    ax.plot(near, value + slope * (near - guess), "--", color=color.gradient)
    ax.plot(guess, value, "o", color=color.model, ms=8, zorder=5)
    ax.axvline(TRUTH, color=color.truth, lw=1, ls=":")
    low, high = min(values.min(), 0), values.max()
    room = 0.08 * (high - low)
    ax.set(xlim=(0, 9.5), ylim=(low - room, high + room), xlabel="prediction")
    ax.set_ylabel("loss of one row")
    return (
        f"Truth 3, prediction {guess:g}. {loss[0].upper() + loss[1:]}: loss "
        f"{minus(value, 3)}, slope {minus(slope, 3)}."
    )


def _height(values):
    return max(values.max() - min(values.min(), 0), 1e-9)


def show_log_cosh():
    """Show log cosh between half the squared error and the absolute error."""
    e = np.linspace(-4, 4, 161)
    fig, ax = figure(height=2.5)
    ax.plot(e, e**2 / 2, ":", color=color.muted)
    ax.plot(e, np.abs(e) - np.log(2), "--", color=color.muted)
    ax.plot(e, [plain.log_cosh(v, 0.0) for v in e], "-", color=color.loss)
    ax.text(2.15, 3.1, "e²/2", ha="right")
    ax.text(1.75, 0.45, "|e| − log 2")
    ax.set(ylim=(-0.75, 3.6), xlabel="error e", ylabel="loss", xlim=(-4, 4.3))
    value = [float(plain.log_cosh(v, 0.0)) for v in (0.1, 4.0)]
    show(
        fig,
        caption="log cosh is a parabola near 0 and a pair of straight lines far out. "
        "Line: log cosh; dotted and dashed: what it turns into.",
        alt=f"At an error of 0.1 log cosh is {value[0]:.5f} and half the square is "
        f"0.005; at 4 it is {value[1]:.4f}, and 4 − log 2 is {4 - np.log(2):.4f}.",
    )


# -- margins ---------------------------------------------------------------------------

MARGINS = (-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3)
MARGIN_LOSSES = ("hinge", "squared hinge", "cross-entropy")


def margin_loss(loss, m):
    """Return a loss and its slope for a row with the margin m, label times score.

    Args:
        loss: one of `MARGIN_LOSSES`; cross-entropy is that of a sigmoid of the score.
        m: the margin, a number or an array.
    """
    m = np.asarray(m, dtype=float)
    if loss == "hinge":
        return np.maximum(0, 1 - m), -1.0 * (m < 1)
    if loss == "squared hinge":
        return np.maximum(0, 1 - m) ** 2, -2 * np.maximum(0, 1 - m)
    return np.log1p(np.exp(-m)), -1 / (1 + np.exp(m))


def draw_margin(loss, margin):
    """Draw the losses of one row along its margin, one of them lit."""
    line = np.linspace(-1.7, 3.3, 101)
    value, slope = (float(v) for v in margin_loss(loss, margin))
    _, ax = figure(height=2.8)
    ax.axvspan(1, 3.4, color=color.muted, alpha=0.15, lw=0, zorder=0)
    for name in MARGIN_LOSSES:
        lit = name == loss
        style = {"color": color.loss} if lit else {"color": color.muted, "lw": 1.2}
        seen = line if lit else line[line <= margin]  # the rest would tell the answer
        ax.plot(seen, margin_loss(name, seen)[0], "-" if lit else ":", **style)
    near = margin + np.array([-1, 1]) * 0.7 / np.sqrt(1 + slope**2)
    ax.plot(near, value + slope * (near - margin), "--", color=color.gradient)
    ax.plot(margin, value, "o", color=color.model, ms=8, zorder=5)
    ax.text(2.2, 4.2, "right by\nthe margin", ha="center", va="center")
    ax.text(-0.15, 6.3, "wrong", ha="right", va="center")
    ax.axvline(0, color=color.truth, lw=1, ls=":")
    ax.set(xlim=(-1.8, 3.4), ylim=(-0.35, 6.8), xlabel="margin: label times score")
    ax.set_ylabel("loss of one row")
    return (
        f"Margin {minus(margin, 2)}. {loss.capitalize()}: loss {value:.3f}, slope "
        f"{minus(slope, 3)}."
    )


# -- shares ----------------------------------------------------------------------------

TRUE_SHARES = plain.DATA["D"][1]
FIRST = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.88)


def shares(first):
    """Return predicted shares: what class 1 lacks of 0.7 the others get, half each."""
    missing = TRUE_SHARES[0] - first
    return TRUE_SHARES + missing * np.array([-1, 0.5, 0.5])


def draw_shares(first):
    """Draw true and predicted shares, and the cross-entropy as far as predicted."""
    q, bottom = shares(first), plain.entropy(TRUE_SHARES)
    now = plain.cross_entropy(q, TRUE_SHARES)
    line = np.linspace(0.06, first, 168)
    curve = [plain.cross_entropy(shares(f), TRUE_SHARES) for f in line]
    left, right = side_by_side(2.4, (0, 0, 0.38, 1), (0.56, 0, 0.44, 1))
    left.bar(np.arange(3) - 0.2, TRUE_SHARES, 0.36, color=color.data)
    left.bar(np.arange(3) + 0.2, q, 0.36, fc="none", ec=color.model, lw=2)
    left.set(xticks=range(3), xticklabels=["1", "2", "3"], ylim=(0, 1), xlabel="class")
    left.set(title="P and Q", yticks=[0, 0.5, 1])
    right.plot(line, curve, "-", color=color.loss)
    right.axhline(bottom, color=color.data, ls="--", lw=1.4)
    right.plot([first] * 2, [bottom, now], "-", color=color.gradient, lw=3)
    right.plot(first, now, "o", color=color.model, ms=8, zorder=5)
    right.text(0.05, bottom - 0.16, "entropy of P", color=color.data, va="center")
    right.set(ylim=(0.5, 2.0), xlim=(0, 1), xticks=[0, 0.5, 1], xlabel="Q of class 1")
    right.set_title("cross-entropy")
    gap = plain.divergence(q, TRUE_SHARES)
    return (
        f"Q = ({q[0]:.2f}, {q[1]:.2f}, {q[2]:.2f}): cross-entropy {now:.4f} = entropy "
        f"{bottom:.4f} + divergence {gap:.4f}."
    )


# -- softmax twice ---------------------------------------------------------------------


@cache
def digit_runs():
    """Train the digits with the right loss, and with softmax applied twice.

    Returns:
        two logs of 20 epochs, dicts of "loss" and "accuracy".
    """
    logs = []
    for twice in (False, True):
        model = digits.network()
        loss = losses.SparseCategoricalCrossentropy(from_logits=twice)
        model.compile("rmsprop", loss=loss, metrics=["accuracy"])
        log = model.fit(digits.X, digits.Y, batch_size=128, epochs=20, verbose=0)
        logs.append(log.history)
    return tuple(logs)


def show_twice():
    """Show the two runs of `digit_runs` side by side."""
    right, twice = digit_runs()
    bottom = plain.floor_of_two_softmaxes(10)
    fig, axes = figure(width=2.6, height=2.5, columns=2)
    epochs = range(1, 21)
    for ax, name in zip(axes, ("loss", "accuracy"), strict=True):
        ax.plot(epochs, right[name], "-", color=color.data)
        ax.plot(epochs, twice[name], "--", color=color.model)
        ax.set(title=name, xlabel="epoch", xticks=[1, 5, 10, 15, 20])
    axes[0].axhline(bottom, color=color.truth, lw=1, ls=":")
    axes[0].text(20, twice["loss"][-1] + 0.22, "softmax twice", ha="right",
                 color=color.model)  # fmt: skip
    axes[0].text(20, 0.25, "softmax once", ha="right", color=color.data)
    axes[0].set_ylim(-0.1, 2.45)
    show(
        fig,
        caption="Softmax twice: the loss sticks above a floor, while the accuracy "
        "looks almost right. Dotted: the floor.",
        alt=f"With softmax once the loss falls to {right['loss'][-1]:.3f}, with two "
        f"of them to {twice['loss'][-1]:.3f}, above the floor of {bottom:.3f}; the "
        f"accuracies end at {right['accuracy'][-1]:.3f} and "
        f"{twice['accuracy'][-1]:.3f}.",
    )
