"""Numbers and drawings of page 6.3: noise, and steps that grow shorter.

The bowl of this page is half the square of one number, with noise of spread 1 on its
gradient. Many runs go side by side, as columns of one array.
"""

from functools import cache

import numpy as np

from dlcore.optimizers import SGD, schedules
from dlcore.teach._labels import readable
from dlcore.teach.chapter06_runs import train
from dlcore.teach.figures import color, figure, label_line, show

RULES = {
    "constant": lambda rate, r: rate + 0.0 * r,
    "rate / √r": lambda rate, r: rate / np.sqrt(r),
    "rate / r": lambda rate, r: rate / r,
}
"""Learning rate of step r, counted from 1, by the name of the rule."""

BALL_RATES = (1.0, 0.4, 0.2, 0.1, 0.05, 0.025)
BALL_STEPS = (10, 100, 1000, 4000)
START = 2.0


@cache
def ball(rate, rule, start=START, steps=4000, runs=1000):
    """Return three runs (steps + 1, 3) and the mean and spread of all of them.

    Each run minimizes half the square of a number with a gradient of noise 1.
    """
    rng = np.random.default_rng(0)
    theta = np.full(runs, start)
    shown, mean, spread = [theta[:3]], [start], [0.0]
    for r in range(1, steps + 1):
        noise = rng.normal(size=runs)
        theta = theta - RULES[rule](rate, r) * (theta + noise)
        shown.append(theta[:3])
        mean.append(theta.mean())
        spread.append(theta.std())
    return np.array(shown), np.array(mean), np.array(spread)


def stationary(rate):
    """Return the variance at which a constant rate settles, rate / (2 - rate)."""
    return rate / (2 - rate)


def measured_variance(rate, steps=4000, runs=1000):
    """Return the mean squared distance from the goal over the last half of a run."""
    rng = np.random.default_rng(0)
    theta, total = np.zeros(runs), 0.0
    for r in range(steps):
        theta = theta - rate * (theta + rng.normal(size=runs))
        if r >= steps // 2:
            total += np.mean(theta**2)
    return float(total / (steps - steps // 2))


def draw_ball(rule, rate, steps):
    """Draw runs in a noisy bowl, and the band that holds two thirds of them."""
    shown, mean, spread = ball(rate, rule)
    every = max(1, steps // 200)
    at = np.arange(0, steps + 1, every)
    _, ax = figure(height=2.8)
    ax.fill_between(
        at,
        (mean - spread)[at],
        (mean + spread)[at],
        color=color.model,
        alpha=0.18,
        lw=0,
    )
    ax.plot(at, shown[at, 0], "-", color=color.model, lw=1.0)
    ax.axhline(0, color=color.truth, ls=":", lw=1.2)
    ax.set(xlim=(0, steps), ylim=(-1.6, 2.2), xlabel="step r", ylabel="θ")
    square = spread[steps] ** 2 + mean[steps] ** 2
    return (
        f"{rule[0].upper()}{rule[1:]}, rate {rate:g}: after {steps} steps the 1000 "
        f"runs have the mean {_signed(mean[steps])} and the spread "
        f"{spread[steps]:.3f}; their mean loss is {square / 2:.4f}."
    )


def _signed(value, digits=3):
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.replace("-", "")


def show_ball_law():
    """Show the variance of the noise ball against the learning rate."""
    rates = np.array(BALL_RATES[2:])
    found = np.array([measured_variance(rate) for rate in rates])
    grid = np.geomspace(0.02, 0.3, 30)
    fig, ax = figure(height=2.7)
    (line,) = ax.plot(grid, stationary(grid), "-", color=color.truth, lw=1.4)
    ax.plot(rates, found, "o", color=color.model, ms=8)
    label_line(line, "η / (2 − η)", at=20, dx=-9, dy=6)
    ax.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="variance")
    ax.set(xticks=[0.025, 0.05, 0.1, 0.2], yticks=[0.01, 0.03, 0.1])
    ax.set_xticklabels(["0.025", "0.05", "0.1", "0.2"])
    ax.set_yticklabels(["0.01", "0.03", "0.1"])
    ax.minorticks_off()
    pairs = ", ".join(f"{v:.4f} at {r:g}" for r, v in zip(rates, found, strict=True))
    show(
        fig,
        caption="Half the rate, half the variance. Discs: measured over 1000 runs; "
        "line: the formula.",
        alt=f"On logarithmic axes the measured variances lie on the line: {pairs}.",
    )


# -- rates of convergence --------------------------------------------------------------

HORIZONS = (10, 30, 100, 300, 1000, 3000)
DIRECTIONS = 400


def _bowl():
    """Return curvatures from steep to almost flat, and the start in each direction."""
    edges = np.geomspace(1e-5, 1, DIRECTIONS + 1)
    curvature = np.sqrt(edges[1:] * edges[:-1])
    return curvature, np.sqrt(np.diff(edges) / curvature)


@cache
def excess_full():
    """Return the loss after R steps of exact gradient descent, for each horizon."""
    curvature, start = _bowl()
    return np.array(
        [(curvature * ((1 - curvature) ** R * start) ** 2).sum() / 2 for R in HORIZONS]
    )


@cache
def excess_sgd():
    """Return the mean loss of the averaged path of SGD with steps 1/√R."""
    curvature, start = _bowl()
    rng = np.random.default_rng(0)
    found = []
    for R in HORIZONS:
        theta, total = np.tile(start, (8, 1)), 0.0
        for _ in range(R):
            noise = rng.normal(size=theta.shape) / np.sqrt(DIRECTIONS)
            theta = theta - (curvature * theta + noise) / np.sqrt(R)
            total = total + theta
        found.append(((total / R) ** 2 @ curvature / 2).mean())
    return np.array(found)


def show_rates():
    """Show how the loss falls with the number of steps, exact and stochastic."""
    fig, ax = figure(height=2.9)
    full, sgd = excess_full(), excess_sgd()
    steps = np.array(HORIZONS)
    ax.plot(steps, full, "--s", color=color.truth, lw=1.3, mfc="none", ms=6)
    ax.plot(steps, sgd, "-o", color=color.model, lw=1.3, ms=6)
    ax.text(9, 4e-4, "all rows,\nslope −1", color=color.truth)
    ax.text(100, 0.14, "SGD, averaged,\nslope −½", color=color.model)
    ax.set(xscale="log", yscale="log", xlabel="steps R", ylabel="loss")
    ax.set(ylim=(5e-5, 1), yticks=[1e-4, 1e-3, 1e-2, 1e-1])
    show(
        fig,
        caption="Exact steps go farther, step for step. Loss on a bowl with 400 "
        "curvatures from steep to flat, on logarithmic axes.",
        alt=f"Gradient descent falls from {full[0]:.3f} after {steps[0]} steps to "
        f"{readable(f'{full[-1]:.1g}')} after {steps[-1]}; averaged SGD from "
        f"{sgd[0]:.3f} to {sgd[-1]:.2g}.",
    )


def slopes():
    """Return the slopes of the two lines of `show_rates` over the last four points."""
    steps = np.log(HORIZONS[2:])
    return tuple(
        float(np.polyfit(steps, np.log(found[2:]), 1)[0])
        for found in (excess_full(), excess_sgd())
    )


# -- two dips --------------------------------------------------------------------------


def dips(theta):
    """Return a loss with a shallow dip on the left and a deep one on the right."""
    return (theta**2 - 1) ** 2 - 0.3 * theta


def dips_slope(theta):
    """Return the derivative of `dips`."""
    return 4 * theta * (theta**2 - 1) - 0.3


DIP_NOISE = (0, 1, 2, 3, 4, 6)
DIP_STEPS = (0, 20, 100, 500, 2000)
DIP_RULES = ("constant", "falling")
DIP_RATE = 0.05


@cache
def dip_runs(noise, rule, runs=300):
    """Return 300 runs that start in the shallow dip, after each of DIP_STEPS."""
    rng = np.random.default_rng(0)
    theta, kept = np.full(runs, -1.25), {}
    for step in range(max(DIP_STEPS) + 1):
        if step in DIP_STEPS:
            kept[step] = theta
        rate = DIP_RATE if rule == "constant" else DIP_RATE * (1 - step / 2000)
        theta = theta - rate * (dips_slope(theta) + noise * rng.normal(size=runs))
    return kept


def draw_dips(noise, rule, steps):
    """Draw where 300 noisy runs are, over a loss with two dips."""
    theta = dip_runs(noise, rule)[steps]
    grid = np.linspace(-1.75, 1.85, 91)
    _, (upper, lower) = figure(height=1.75, rows=2, sharex=True)
    upper.plot(grid, dips(grid), "-", color=color.loss)
    upper.plot(theta[:60], dips(theta[:60]), "o", color=color.model, ms=4, alpha=0.5)
    upper.set(xlim=(-1.75, 1.85), ylim=(-0.6, 4), ylabel="loss", yticks=[0, 2, 4])
    counts, _ = np.histogram(theta, np.linspace(-1.75, 1.85, 37))
    lower.bar(
        np.linspace(-1.7, 1.8, 36), 100 * counts / len(theta), 0.085, color=color.model
    )
    lower.set(xlabel="θ", ylabel="% of runs", ylim=(0, 60), yticks=[0, 30, 60])
    deep = 100 * np.mean(theta > 0)
    return (
        f"Noise {noise}, rate {rule}, {steps} steps: {deep:.0f} % of 300 runs are on "
        f"the side of the deep dip; mean loss {_signed(dips(theta).mean(), 2)}, "
        f"lowest possible {_signed(dips(grid).min(), 2)}."
    )


def _end_of_descent(theta):
    """Return where 500 steps of gradient descent lead from a start."""
    for _ in range(500):
        theta -= 0.02 * dips_slope(theta)
    return theta


def show_dips():
    """Show a loss with a local and a global minimum, and where descent ends."""
    grid = np.linspace(-1.75, 1.85, 121)
    fig, ax = figure(height=2.5)
    ax.plot(grid, dips(grid), "-", color=color.loss)
    ends = []
    for start, marker in ((-1.6, "o"), (-0.2, "o"), (0.3, "s"), (1.7, "s")):
        theta = _end_of_descent(start)
        ends.append(theta)
        ax.plot(start, dips(start), marker, mfc=color.paper, mec=color.model, ms=8)
        ax.plot(theta, dips(theta), marker, color=color.model, ms=8)
    for name, end in (("local", ends[0]), ("global", ends[-1])):
        ax.annotate(name, (end, dips(end)), (0, -17), ha="center",
                    textcoords="offset points")  # fmt: skip
    ax.set(xlim=(-1.75, 1.85), ylim=(-1.1, 3.2), xlabel="θ", ylabel="loss")
    show(
        fig,
        caption="The start decides. Open marks: four starts of gradient descent; "
        "filled: where they end.",
        alt=f"A curve with two dips, at θ = {_signed(ends[0], 2)} with loss "
        f"{dips(ends[0]):.2f} and at {ends[-1]:.2f} with {_signed(dips(ends[-1]), 2)}. "
        "The two left starts end in the first, the two right ones in the second.",
    )


# -- schedules -------------------------------------------------------------------------

LAST = 4800  # updates in 800 epochs of 6 batches
SCHEDULES = {
    "constant": lambda rate: rate,
    "three stairs": lambda rate: schedules.PiecewiseConstantDecay(
        [LAST // 2, 3 * LAST // 4], [rate, rate / 4, rate / 16]
    ),
    "1/√t": lambda rate: lambda t: rate / np.sqrt(1 + t / 100),
    "1/t": lambda rate: schedules.InverseTimeDecay(rate, 600, 1.0),
    "cosine": lambda rate: schedules.CosineDecay(rate, LAST),
}
SCHEDULE_RATES = (0.02, 0.08, 0.2, 0.4)


@cache
def scheduled(schedule, rate):
    """Return 100 hotel networks trained with batches of 4 and a schedule."""
    made = SCHEDULES[schedule](rate)
    return train(SGD(learning_rate=made), range(100), 4, record=range(0, 801, 20))


def draw_schedules(schedule, rate):
    """Draw a schedule, and the training errors that it leads to."""
    runs, made = scheduled(schedule, rate), SCHEDULES[schedule](rate)
    at = np.arange(0, LAST + 1, 60)
    rates = [made(step + 1) if callable(made) else made for step in at]
    losses = np.array([runs.curve[epoch] for epoch in sorted(runs.curve)])
    losses = np.where(np.isfinite(losses), losses, 1e9)
    _, (upper, lower) = figure(height=1.75, rows=2, sharex=True)
    upper.step(at / 6, rates, "-", where="post", color=color.gradient)
    upper.set(yscale="log", ylim=(1.5e-4, 0.6), yticks=[0.001, 0.01, 0.1])
    upper.set_yticklabels(["0.001", "0.01", "0.1"])
    upper.minorticks_off()
    upper.set_ylabel("rate")
    _draw_losses(lower, sorted(runs.curve), losses)
    good = int(100 * np.mean(losses[-1] < 60) + 0.5)
    return (
        f"{schedule[0].upper()}{schedule[1:]} from {rate:g}: after 800 epochs the "
        f"median train MSE of 100 runs is {np.median(losses[-1]):.1f}; {good} % are "
        "below 60."
    )


def _draw_losses(ax, epochs, losses):
    """Draw the median of all training errors, and five of them thin."""
    ax.plot(epochs, np.clip(losses[:, 1:6], 1, 1e5), "-", color=color.muted, lw=0.8)
    ax.plot(epochs, np.median(losses, axis=1), "-", color=color.loss, lw=2.4)
    ax.axhline(60, color=color.muted, lw=1, ls=":")
    ax.set(yscale="log", ylim=(20, 4000), xlim=(0, 800), yticks=[30, 300, 3000])
    ax.set_yticklabels(["30", "300", "3000"])
    ax.minorticks_off()
    ax.set(xlabel="epoch", ylabel="train MSE ($²)")
