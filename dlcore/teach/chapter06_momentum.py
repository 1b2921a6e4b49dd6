"""Numbers and drawings of page 6.4: momentum, look-ahead, clipping.

All paths are those of the library's own SGD.
"""

from functools import cache

import numpy as np

from dlcore.optimizers import SGD
from dlcore.teach._labels import powered
from dlcore.teach.chapter02 import money
from dlcore.teach.chapter06 import MILES_RATIO, VALLEY_START, counted
from dlcore.teach.chapter06_runs import follow, train
from dlcore.teach.figures import color, figure, label_line, show

CURVATURES = np.array([1.0, MILES_RATIO])
LIMIT = 2 / MILES_RATIO
"""The largest safe rate of plain gradient descent in the valley of this page."""

MOMENTA = (0.0, 0.5, 0.8, 0.9, 0.99)
SHARES = (0.1, 0.5, 0.9)
STEPS = (0, 1, 2, 5, 10, 20, 50, 100)


@cache
def valley(momentum, share, nesterov=False, steps=400):
    """Return the path of SGD in the valley, (steps + 1, 2)."""
    optimizer = SGD(share * LIMIT, momentum=momentum, nesterov=nesterov)
    return follow(optimizer, lambda theta: CURVATURES * theta, VALLEY_START, steps)


def distances(points):
    """Return the distance to the lowest point, as a share of that of the start."""
    away = np.linalg.norm(points, axis=1)
    return away / away[0]


def steps_to(points, share=0.01):
    """Return after how many steps a path stays within a share of its first distance.

    None for a path that does not.
    """
    late = np.flatnonzero(~(distances(points) <= share))
    return None if late[-1] == len(points) - 1 else int(late[-1]) + 1


def _valley_axes(ax, points):
    u, v = np.meshgrid(np.linspace(-9, 11, 61), np.linspace(-3.4, 3.4, 35))
    height = (u**2 + MILES_RATIO * v**2) / 2
    levels = np.linspace(0, np.sqrt(500), 8)[1:] ** 2
    ax.contour(u, v, height, levels, colors=[color.loss], linewidths=0.9)
    shown = np.clip(points, -50, 50)
    ax.plot(*shown.T, "-", color=color.model, lw=1.0)
    ax.plot(*shown.T, "o", color=color.model, ms=2.6)
    ax.plot(*points[0], "o", mfc=color.paper, mec=color.model, ms=8, zorder=5)
    ax.plot(0, 0, "X", color=color.truth, ms=9, zorder=6)
    ax.set(xlim=(-9, 11), ylim=(-3.4, 3.4), xlabel="along", ylabel="across")
    ax.set(xticks=[-5, 0, 5, 10], yticks=[-2, 0, 2])
    ax.set_aspect("equal")


def _how_far(points):
    share = distances(points)[-1]
    if share > 10:
        return "it has run away"
    if share < 0.01:
        return "less than a hundredth of the way is left"
    return f"{share:.2f} of the distance is left"


def draw_valley(momentum, share, steps):
    """Draw gradient descent with momentum in a long valley."""
    points = valley(momentum, share)[: steps + 1]
    _, ax = figure(height=1.75)
    _valley_axes(ax, points)
    return (
        f"Momentum {momentum:g}, rate {share:g} of plain descent's limit: after "
        f"{counted(steps)}, {_how_far(points)}."
    )


def draw_look_ahead(rule, momentum, share):
    """Draw sixty steps with momentum or with Nesterov's look-ahead."""
    points = valley(momentum, share, nesterov=rule == "Nesterov")
    shown = points[:61]
    _, (upper, lower) = figure(height=1.9, rows=2)
    _valley_axes(upper, shown)
    upper.set_ylabel("")
    away = np.clip(np.nan_to_num(distances(points)[:201], nan=1e9), 1e-5, 1e4)
    lower.plot(away, "-", color=color.loss, lw=1.6)
    lower.axhline(0.01, color=color.muted, ls=":", lw=1)
    lower.set(yscale="log", ylim=(1e-4, 30), xlim=(0, 200), yticks=[1e-4, 1e-2, 1])
    lower.set(xlabel="step", ylabel="distance left")
    count = steps_to(points)
    ending = f"within a hundredth for good after {count} steps"
    if count is None:
        far = not distances(points)[-1] <= 10
        ending = "it runs away" if far else "not within a hundredth in 400 steps"
    return (
        f"{rule.capitalize()}, μ = {momentum:g}, rate {share:g} of plain "
        f"descent's limit: {ending}."
    )


# -- a dip on a slope ------------------------------------------------------------------


def slope_with_dip(theta):
    """Return a loss with a shelf, a small dip at 3 and its lowest point at 0."""
    return 0.06 * theta**2 - 0.35 * np.exp(-((theta - 3.2) ** 2) / 0.18)


def slope_with_dip_gradient(theta):
    """Return the derivative of `slope_with_dip`."""
    dip = 0.35 * np.exp(-((theta - 3.2) ** 2) / 0.18)
    return 0.12 * theta + dip * 2 * (theta - 3.2) / 0.18


DIP_START, DIP_RATE = 5.5, 0.1
DIP_STEPS = (0, 5, 10, 20, 30, 40, 60, 100, 300)


@cache
def rolling(momentum):
    """Return the path over the dip, (301,)."""
    optimizer = SGD(DIP_RATE, momentum=momentum)
    points = follow(optimizer, slope_with_dip_gradient, [DIP_START], max(DIP_STEPS))
    return points[:, 0]


def draw_dip(momentum, steps):
    """Draw a ball that rolls down a slope with a small dip."""
    points = rolling(momentum)[: steps + 1]
    grid = np.linspace(-5.2, 6, 177)
    _, ax = figure(height=2.6)
    ax.plot(grid, slope_with_dip(grid), "-", color=color.loss)
    trail = points[-12:]
    ax.plot(trail, slope_with_dip(trail), "o", color=color.model, ms=3.5, alpha=0.6)
    ax.plot(points[-1], slope_with_dip(points[-1]), "o", color=color.model, ms=10)
    ax.set(xlim=(-5.2, 6), ylim=(-0.15, 2.1), xlabel="θ", ylabel="loss")
    return (
        f"Momentum {momentum:g}, {counted(steps)}: θ = {money(points[-1], 2)}, "
        f"loss {money(slope_with_dip(points[-1]), 2)}."
    )


# -- the misprint, and sums of gradients -----------------------------------------------


def heavy_ball(sign, steps=60, rate=0.1, momentum=0.9):
    """Return θ on half its square from 1; sign +1 adds the velocity, −1 subtracts."""
    theta, v, points = 1.0, 0.0, [1.0]
    for _ in range(steps):
        v = momentum * v - rate * theta
        theta = theta + sign * v
        points.append(theta)
    return np.array(points)


def show_sign():
    """Show the right rule and the misprinted one on the same bowl."""
    fig, ax = figure(height=2.7)
    right, wrong = np.abs(heavy_ball(1)), np.abs(heavy_ball(-1))
    (a,) = ax.plot(right, "-", color=color.model, lw=1.6)
    (b,) = ax.plot(wrong, "--", color=color.truth, lw=1.6)
    label_line(a, "θ + v", at=24, dx=-2, dy=26, ha="left")
    label_line(b, "θ − v", at=36, dx=-8, dy=4)
    ax.set(yscale="log", xlim=(0, 60), ylim=(1e-3, 1e8), xlabel="step", ylabel="|θ|")
    ax.set_yticks([1e-2, 1, 1e2, 1e4, 1e6])
    show(
        fig,
        caption="One sign decides between rolling down and flying up. The size of θ "
        "on half its square, from 1, on a logarithmic scale.",
        alt=f"With θ + v the size of θ swings down to {right[-1]:.3f} after 60 steps; "
        f"with θ − v it grows along a straight line on the logarithmic scale to "
        f"{powered(wrong[-1])}.",
    )


def best_factors(kappa):
    """Return the best factor per step of plain descent and of momentum."""
    root = np.sqrt(kappa)
    return (kappa - 1) / (kappa + 1), (root - 1) / (root + 1)


@cache
def hotel_runs(momentum, rate):
    """Return 100 hotel networks trained with momentum."""
    return train(SGD(rate, momentum=momentum), range(100), record=range(0, 801, 25))
