"""Numbers and drawings of page 6.5: a learning rate for each weight.

Every path and every run is made by the optimizers of the library.
"""

from functools import cache

import numpy as np

from dlcore.optimizers import SGD, Adagrad, Adam, RMSprop
from dlcore.teach.chapter02 import money
from dlcore.teach.chapter06_runs import follow, train
from dlcore.teach.figures import color, figure, label_line, show

# -- bowls of uneven scale -------------------------------------------------------------

SCALE_METHODS = {
    "gradient descent": lambda steep: SGD(1 / steep),
    "AdaGrad": lambda steep: Adagrad(0.5, initial_accumulator_value=0.0),
    "RMSProp": lambda steep: RMSprop(0.06),
    "Adam": lambda steep: Adam(0.06),
}
RATIOS = (1, 10, 100, 1000)
AXES = ("along the axes", "turned by 45°")
CORNER = np.array([2.0, 1.4])
SCALE_STEPS = 120


def _bowl(ratio, axes):
    """Return the matrix of second derivatives of a bowl with curvatures 1 and ratio."""
    turn = np.eye(2)
    if axes != AXES[0]:
        turn = np.array([[1.0, -1.0], [1.0, 1.0]]) / np.sqrt(2)
    return turn @ np.diag([1.0, float(ratio)]) @ turn.T


@cache
def scale_path(method, ratio, axes):
    """Return the path of a method in a bowl, (121, 2)."""
    hessian = _bowl(ratio, axes)
    optimizer = SCALE_METHODS[method](ratio)
    return follow(optimizer, lambda theta: hessian @ theta, CORNER, SCALE_STEPS)


def draw_scales(method, ratio, axes):
    """Draw one method in a bowl whose axes have uneven scales."""
    points, hessian = scale_path(method, ratio, axes), _bowl(ratio, axes)
    u, v = np.meshgrid(np.linspace(-2.6, 2.6, 53), np.linspace(-2.1, 2.1, 43))
    grid = np.stack([u, v], axis=-1)
    height = ((grid @ hessian) * grid).sum(axis=-1) / 2
    _, ax = figure(height=2.9)
    levels = np.linspace(0, np.sqrt(height.max()), 9)[1:] ** 2
    ax.contour(u, v, height, levels, colors=[color.loss], linewidths=0.9)
    ax.plot(*points.T, "-", color=color.model, lw=1.0)
    ax.plot(*points.T, "o", color=color.model, ms=2.6)
    ax.plot(*points[0], "o", mfc=color.paper, mec=color.model, ms=8, zorder=5)
    ax.plot(0, 0, "X", color=color.truth, ms=9, zorder=6)
    ax.set(xlim=(-2.6, 2.6), ylim=(-2.1, 2.1), xlabel="weight 1", ylabel="weight 2")
    ax.set_aspect("equal")
    away = float(np.linalg.norm(points[-1]))
    return (
        f"{method[0].upper()}{method[1:]}, curvatures 1 and {ratio} {axes}: after "
        f"{SCALE_STEPS} steps it is {money(away, 3)} from the lowest point; it was "
        f"{np.linalg.norm(CORNER):.2f}."
    )


# -- bias correction -------------------------------------------------------------------


def uncorrected(gradients, beta_1=0.9, beta_2=0.999):
    """Return the steps of Adam without bias correction, in units of the rate."""
    m = v = 0.0
    steps = []
    for g in gradients:
        m, v = beta_1 * m + (1 - beta_1) * g, beta_2 * v + (1 - beta_2) * g * g
        steps.append(m / np.sqrt(v))
    return np.array(steps)


def library_steps(optimizer, gradients):
    """Return the steps of an optimizer on given gradients, downhill positive."""
    told = iter(gradients)
    points = follow(optimizer, lambda theta: np.array([next(told)]), [0.0],
                    len(gradients))  # fmt: skip
    return -np.diff(points[:, 0])


def show_bias():
    """Show the first steps of Adam with and without bias correction."""
    ones = np.ones(400)
    with_it = library_steps(Adam(1.0), ones)
    without = uncorrected(ones)
    fig, ax = figure(height=2.7)
    at = np.arange(1, 401)
    (a,) = ax.plot(at, with_it, "-", color=color.model, lw=1.8)
    (b,) = ax.plot(at, without, "--", color=color.truth, lw=1.6)
    label_line(a, "corrected", at=150, dx=0, dy=-5)
    label_line(b, "uncorrected", at=35, dx=8, dy=5)
    ax.set(xscale="log", xlim=(1, 400), ylim=(0, 8), xlabel="step")
    ax.set(ylabel="step / η", xticks=[1, 10, 100])
    peak = int(without.argmax())
    show(
        fig,
        caption="Without correction the first steps are far too long. A steady "
        "gradient of 1; length of the steps in units of η.",
        alt=f"With correction every step is {with_it[0]:.2f} η. Without, the first is "
        f"{without[0]:.2f} η, the longest {without[peak]:.2f} η at step {peak + 1}, "
        f"and after 400 steps it is still {without[-1]:.2f} η.",
    )


# -- hotels ----------------------------------------------------------------------------

METHODS = {
    "gradient descent": lambda rate: SGD(rate),
    "momentum 0.9": lambda rate: SGD(rate, momentum=0.9),
    "Nesterov 0.9": lambda rate: SGD(rate, momentum=0.9, nesterov=True),
    "AdaGrad": lambda rate: Adagrad(rate),
    "RMSProp": lambda rate: RMSprop(rate),
    "Adam": lambda rate: Adam(rate),
}
RATES = (0.001, 0.01, 0.08, 0.3)


@cache
def hotel_runs(method, rate):
    """Return 100 hotel networks trained with one method and rate, full batch."""
    return train(METHODS[method](rate), range(100), record=range(0, 801, 25))


def first_below(runs, level=60):
    """Return the first recorded epoch with a median error below a level, or None."""
    medians = {epoch: np.nanmedian(mse) for epoch, mse in runs.curve.items()}
    return next((epoch for epoch in sorted(medians) if medians[epoch] < level), None)


def draw_race(method, rate):
    """Draw the training errors of hotel networks under one optimizer."""
    runs = hotel_runs(method, rate)
    epochs = sorted(runs.curve)
    losses = np.array([runs.curve[epoch] for epoch in epochs])
    losses = np.where(np.isfinite(losses), losses, 1e9)
    _, ax = figure(height=2.8)
    ax.plot(epochs, np.clip(losses[:, 1:6], 1, 1e5), "-", color=color.muted, lw=0.8)
    ax.plot(epochs, np.median(losses, axis=1), "-", color=color.loss, lw=2.4)
    ax.axhline(60, color=color.muted, lw=1, ls=":")
    ax.set(yscale="log", ylim=(20, 4000), xlim=(0, 800), xlabel="epoch")
    ax.set(ylabel="train MSE ($²)", yticks=[30, 100, 300, 1000, 3000])
    ax.set_yticklabels(["30", "100", "300", "1000", "3000"])
    first = first_below(runs)
    when = f"first below 60 at epoch {first}" if first is not None else "never below 60"
    good = int(100 * np.mean(losses[-1] < 60) + 0.5)
    return (
        f"{method[0].upper()}{method[1:]}, rate {rate:g}: the median is {when}; at the "
        f"end it is {np.median(losses[-1]):.1f}, and {good} % of 100 runs are below 60."
    )


# -- a landscape -----------------------------------------------------------------------

STARTS = {
    "left rim": (-1.7, 1.6),
    "upper edge": (0.02, 1.3),
    "right rim": (1.7, -0.4),
    "lower edge": (-0.1, -0.9),
}
LAND_STEPS = 150
LAND_RATES = (0.001, 0.01, 0.03, 0.08, 0.3)


def land(u, v):
    """Return the height of a curved valley with two lowest points."""
    return (u**2 - 1) ** 2 - 0.3 * u + 6 * (v - 0.5 * u**2) ** 2


def land_slope(theta):
    """Return the gradient of `land` at a point (2,)."""
    u, v = theta
    off = v - 0.5 * u**2
    return np.array([4 * u * (u**2 - 1) - 0.3 - 12 * off * u, 12 * off])


@cache
def land_path(start, method, rate):
    """Return the path of a method over the landscape, (151, 2)."""
    return follow(METHODS[method](rate), land_slope, STARTS[start], LAND_STEPS)


def land_end(points):
    """Say in words where a path ends."""
    u, v = points[-1]
    if not np.isfinite([u, v]).all() or abs(u) + abs(v) > 50:
        return "it has run away"
    where = "the deeper, right dip" if u > 0 else "the left dip"
    if np.linalg.norm(land_slope(points[-1])) < 0.05:
        return f"it rests in {where}, loss {money(land(u, v) + 0.0, 2)}"
    return f"it is still moving, on the side of {where}, loss {money(land(u, v), 2)}"


def draw_land(start, method, rate):
    """Draw a path over a landscape with two dips and a saddle."""
    points = land_path(start, method, rate)
    u, v = np.meshgrid(np.linspace(-2.2, 2.2, 67), np.linspace(-1.2, 2.2, 53))
    levels = [-0.25, -0.1, 0.1, 0.35, 0.7, 1.05, 1.6, 3, 6, 12, 20]
    _, ax = figure(height=3.0)
    ax.contour(u, v, land(u, v), levels, colors=[color.loss], linewidths=0.9)
    shown = np.clip(np.nan_to_num(points, nan=50.0), -50, 50)
    ax.plot(*shown.T, "-", color=color.model, lw=1.1)
    ax.plot(*shown[:40].T, "o", color=color.model, ms=2.6)
    ax.plot(*points[0], "o", mfc=color.paper, mec=color.model, ms=8, zorder=5)
    if land_end(points) != "it has run away":
        ax.plot(*points[-1], "o", color=color.model, ms=8, zorder=6)
    ax.text(-0.98, 0.52, "×", ha="center", va="center")
    ax.text(1.04, 0.54, "×", ha="center", va="center")
    ax.set(xlim=(-2.2, 2.2), ylim=(-1.2, 2.2), xlabel="weight u", ylabel="weight v")
    return (
        f"{method[0].upper()}{method[1:]} from the {start}, rate {rate:g}: after "
        f"{LAND_STEPS} steps {land_end(points)}."
    )


# -- the family ------------------------------------------------------------------------

PLACES = {
    "gradient\ndescent": (0.0, 0.0),
    "momentum": (1.55, 0.75),
    "Nesterov": (2.9, 1.2),
    "AdaGrad": (1.45, -0.8),
    "RMSProp": (3.0, -0.8),
    "Adam": (3.95, 0.25),
}
LINES = (
    ("gradient\ndescent", "momentum"), ("momentum", "Nesterov"),
    ("gradient\ndescent", "AdaGrad"), ("AdaGrad", "RMSProp"),
    ("momentum", "Adam"), ("RMSProp", "Adam"),
)  # fmt: skip


def show_family():
    """Show which optimizer comes from which."""
    fig, ax = figure(height=2.5)
    style = {"arrowstyle": "->", "color": color.muted, "lw": 1.2}
    style.update(shrinkA=30, shrinkB=30)
    for one, other in LINES:
        ax.annotate("", PLACES[other], PLACES[one], arrowprops=style)
    for name, (x, y) in PLACES.items():
        ax.text(x, y, name, ha="center", va="center", color=color.ink)
    _name_ideas(ax)
    ax.set(xlim=(-0.6, 4.4), ylim=(-1.5, 1.5))
    ax.axis("off")
    show(
        fig,
        caption="Two ideas, and Adam has both. Upper branch: remember the direction; "
        "lower branch: remember the size.",
        alt="Arrows lead from gradient descent to momentum and on to Nesterov, and "
        "from gradient descent to AdaGrad and on to RMSProp; from momentum and from "
        "RMSProp arrows meet at Adam.",
    )


def _name_ideas(ax):
    """Write along the arrows what each optimizer adds to the one before."""
    ax.text(0.25, 0.55, "+ memory\nof steps", color=color.model, ha="center",
            va="bottom")  # fmt: skip
    ax.text(0.25, -0.55, "+ sizes of\ngradients", color=color.gradient, ha="center",
            va="top")  # fmt: skip
    ax.text(2.22, -1.02, "forgetting", color=color.gradient, ha="center", va="top")
