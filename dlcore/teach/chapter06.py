"""Numbers and drawings of page 6.1: four classical ways down the same hill.

The hill is a curve fit with two parameters, so that it can be drawn and solved by
hand. The methods need second derivatives or a Jacobian, which large networks cannot
afford; they live here, not among the optimizers of the library.
"""

from functools import cache

import numpy as np

from dlcore.datasets import hotels
from dlcore.teach._labels import readable
from dlcore.teach.chapter02 import MILES as ROW_MILES
from dlcore.teach.chapter02 import curvatures, money
from dlcore.teach.figures import color, figure, label_line, show

(_ROWS, _PRICES), _ = hotels.load_data("linear")
X, Y = _ROWS[:, 0] / 10, _PRICES[:, 0] / 100
"""Distances in tens of miles and prices in hundreds of dollars, (8,) each."""

METHODS = ("gradient descent", "Gauss-Newton", "Levenberg-Marquardt", "Newton")
STARTS = {"near": (1.0, 0.0), "flat": (0.5, 1.0), "steep": (1.0, 3.0)}
STEPS = (0, 1, 2, 3, 4, 5, 7, 10, 50)
LAST = 200
"""Steps in an explorable figure, and steps that are computed."""
RATE, DAMPING = 0.1, 0.1
"""Learning rate of gradient descent, damping of Levenberg-Marquardt."""


# -- the curve and its derivatives -----------------------------------------------------


def curve(theta, x=X):
    """Return theta_1 e^(-theta_2 x), the price that falls by a share per mile."""
    return theta[0] * np.exp(-theta[1] * x)


def jacobian(theta, x=X):
    """Return the slopes of the curve at each row in each parameter, (rows, 2)."""
    decay = np.exp(-theta[1] * x)
    return np.stack([decay, -theta[0] * x * decay], axis=1)


def squares(theta):
    """Return the sum of squared residuals Q; infinite where the curve overflows."""
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.nan_to_num(((Y - curve(theta)) ** 2).sum(), nan=np.inf))


def gradient(theta):
    """Return the gradient of Q, -2 F'r, (2,)."""
    return -2 * jacobian(theta).T @ (Y - curve(theta))


def hessian(theta):
    """Return the second derivatives of Q, (2, 2): 2 F'F and the curve's own bend."""
    F, r = jacobian(theta), Y - curve(theta)
    decay = np.exp(-theta[1] * X)
    mixed = (r * -X * decay).sum()
    own = (r * theta[0] * X**2 * decay).sum()
    return 2 * F.T @ F - 2 * np.array([[0.0, mixed], [mixed, own]])


def step(method, theta, rate=None, damping=DAMPING):
    """Return the step of one method from theta, (2,); `rate` as in the book if None."""
    g, F = gradient(theta), jacobian(theta)
    if method == "gradient descent":
        return -(rate or RATE) * g
    if method == "Newton":
        return -(rate or 1.0) * np.linalg.solve(hessian(theta), g)
    extra = damping * np.eye(2) if method == "Levenberg-Marquardt" else 0.0
    return -(rate or 0.5) * np.linalg.solve(F.T @ F + extra, g)


@cache
def path(method, start, steps=LAST):
    """Return theta at the start and after each step, (steps + 1, 2).

    A method that leaves the range of the numbers stays where it was last.
    """
    theta = np.array(STARTS.get(start, start), dtype=float)
    points = [theta]
    for _ in range(steps):
        with np.errstate(all="ignore"):
            try:
                new = theta + step(method, theta)
            except np.linalg.LinAlgError:  # flat in every direction: no step is defined
                new = theta
        if np.isfinite(squares(new)):
            theta = new
        points.append(theta)
    return np.array(points)


@cache
def lowest():
    """Return the least squares solution (2,) and its Q."""
    theta = path("Gauss-Newton", "near", 50)[-1]
    return theta, squares(theta)


def steps_needed(method, start, share=1.01, most=2000):
    """Return the first step at which Q is within 1 % of its lowest value, or None."""
    points = path(method, start, most)
    near = [squares(theta) <= share * lowest()[1] for theta in points]
    return near.index(True) if True in near else None


def counted(steps):
    """Return a number of steps in words."""
    return f"{steps} step{'s' * (steps != 1)}"


# -- a valley --------------------------------------------------------------------------

MILES_RATIO = round(float(np.divide(*curvatures(ROW_MILES)[1][::-1])), 1)
"""Condition number of the first task of the hotels in raw miles."""

KAPPAS = (1.0, 4.0, 16.0, MILES_RATIO)
VALLEY_START = np.array([9.0, 1.6])


def valley_path(kappa, share, steps):
    """Return gradient descent on a valley with curvatures 1 and kappa.

    `share` is the learning rate as a share of the largest safe one, 2 / kappa.
    """
    factor = 1 - share * 2 / kappa * np.array([1.0, kappa])
    return VALLEY_START * factor ** np.arange(steps + 1)[:, None]


def valley_steps(kappa, shrink=100):
    """Return how many steps at the best rate bring the point `shrink` times nearer."""
    slowest = (kappa - 1) / (kappa + 1)
    return 1 if slowest == 0 else int(np.ceil(np.log(1 / shrink) / np.log(slowest)))


def draw_valley(ratio, share, steps):
    """Draw gradient descent in a valley, seen from above."""
    points = valley_path(ratio, share, steps)
    u, v = np.meshgrid(np.linspace(-3, 11, 57), np.linspace(-3.4, 3.4, 41))
    height = (u**2 + ratio * v**2) / 2
    levels = np.linspace(0, np.sqrt(70 * max(1, ratio / 4)), 9)[1:] ** 2
    _, ax = figure(height=2.2)
    ax.contour(u, v, height, levels, colors=[color.loss], linewidths=0.9)
    shown = np.clip(points, -50, 50)
    ax.plot(*shown.T, "-o", color=color.model, lw=1.2, ms=3.5)
    ax.plot(0, 0, "X", color=color.truth, ms=9, zorder=5)
    ax.set(xlim=(-3, 11), ylim=(-3.4, 3.4), xlabel="along", ylabel="across")
    ax.set(xticks=[0, 5, 10], yticks=[-2, 0, 2])
    ax.set_aspect("equal")
    away = float(np.linalg.norm(points[-1]))
    far = money(away) if away >= 0.1 else readable(f"{away:.1g}")
    return (
        f"Curvatures 1 and {ratio:g}, learning rate {share:g} of the limit: after "
        f"{counted(steps)} the distance to the lowest point is {far}; it was "
        f"{np.linalg.norm(VALLEY_START):.1f}."
    )


# -- the race --------------------------------------------------------------------------

RINGS = (0.05, 0.15, 0.4, 1.0, 2.0, 3.5, 5.0, 7.0, 9.0, 11.0)


def _hill(ax):
    """Draw the sum of squares over both parameters, from above."""
    a, c = np.meshgrid(np.linspace(-0.4, 3.4, 77), np.linspace(-0.8, 4.2, 77))
    height = ((Y - a[..., None] * np.exp(-c[..., None] * X)) ** 2).sum(axis=-1)
    ax.contour(a, c, height, RINGS, colors=[color.loss], linewidths=0.9)
    ax.plot(*lowest()[0], "X", color=color.truth, ms=9, zorder=5)
    ax.set(xlim=(-0.4, 3.4), ylim=(-0.8, 4.2), xticks=[0, 1, 2, 3])
    ax.set(xlabel="height $\\theta_1$", ylabel="decay $\\theta_2$")


def draw_race(start, method, steps):
    """Draw the path of one method on the hill of the curve fit."""
    points = path(method, start)[: steps + 1]
    _, ax = figure(height=3.1)
    _hill(ax)
    ax.plot(*np.clip(points, -50, 50).T, "-o", color=color.model, lw=1.3, ms=4)
    ax.plot(*points[0], "o", mfc=color.paper, mec=color.model, ms=8, zorder=6)
    here = points[-1]
    outside = not (-0.4 <= here[0] <= 3.4 and -0.8 <= here[1] <= 4.2)
    q = squares(here)
    return (
        f"{method[0].upper()}{method[1:]} from {start}, {counted(steps)}: Q = "
        f"{money(q, 4 if q < 1 else 2)}{', outside the drawing' * outside}. The "
        f"lowest is {lowest()[1]:.4f}."
    )


def show_fit():
    """Show the hotels with three of the curves that the two parameters can make."""
    fig, ax = figure(height=2.7)
    grid = np.linspace(0, 1, 41)
    ax.plot(X, Y, "o", color=color.data)
    for name, theta, style in (
        ("best", lowest()[0], "-"), ("flat", STARTS["flat"], "--"),
        ("near", STARTS["near"], ":"),
    ):  # fmt: skip
        (drawn,) = ax.plot(grid, curve(theta, grid), style, color=color.model)
        label_line(drawn, name)
    ax.set(xlim=(0, 1.14), ylim=(0, 1.75), yticks=[0, 0.5, 1, 1.5])
    ax.set(xlabel="distance (10 miles)", ylabel="price (100 dollars)")
    (a, c), q = lowest()
    show(
        fig,
        caption="Two parameters bend the curve: its height at the center and how fast "
        "it falls. Dots: the eight hotels; solid: the best curve; dashed and dotted: "
        "two starts for later.",
        alt=f"Eight hotels whose prices fall with distance. The best curve starts at "
        f"{a:.2f} hundred dollars and decays at {c:.2f} per ten miles, Q = {q:.4f}; "
        f"the flat start lies far below it, the near start is a level line at 1.",
    )


def _above(method):
    """Return how far Q is above its lowest value in the first 40 steps."""
    points = path(method, "near")[:41]
    above = np.array([squares(theta) for theta in points]) - lowest()[1]
    return np.where(above > 1e-13, above, np.nan)


def show_race():
    """Show how far above the lowest Q each method stands, step by step."""
    fig, ax = figure(height=2.9)
    lines = ("-", "--", (0, (1, 1.2)), "-.")
    for method, style in zip(METHODS, lines, strict=True):
        (line,) = ax.plot(_above(method), color=color.model, ls=style, lw=1.6)
        if method == "gradient descent":
            label_line(line, method, at=16, dx=0, dy=8, ha="left")
    ax.text(5.6, 2e-9, "the other three", color=color.model)
    ax.set(yscale="log", xlim=(0, 40), ylim=(1e-13, 5), xlabel="step")
    ax.set(ylabel="Q above the lowest", yticks=[1e-12, 1e-8, 1e-4, 1])
    done = {method: steps_needed(method, "near") for method in METHODS}
    show(
        fig,
        caption="With curvature a few steps suffice. Q above its lowest value, on a "
        "logarithmic scale, from the start near the goal.",
        alt="Steps until Q is within 1 % of its lowest value: "
        + ", ".join(f"{method} {count}" for method, count in done.items())
        + ". Gradient descent falls along a straight line on the log scale; the other "
        "three drop steeply.",
    )
