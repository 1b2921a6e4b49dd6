"""Numbers and drawings of page 11.2: products of Jacobians, bounds, and clipping."""

from functools import cache

import numpy as np

from dlcore.teach._labels import powered
from dlcore.teach.chapter07 import minus
from dlcore.teach.chapter11_time import tidy
from dlcore.teach.figures import color, figure, label_line, show

# -- what is left of a gradient --------------------------------------------------------

GAP, UNITS, DRAWS = 50, 8, 20
SIZES = (0.9, 1.0, 1.1, 1.5, 4.0)
INPUTS = (0.1, 0.5, 2.0)
BENDS = ("tanh", "sigmoid", "none")
STEEPEST = {"tanh": 1.0, "sigmoid": 0.25, "none": 1.0}
"""The largest slope of each activation."""


def bent(z, bend):
    """Return an activation and its slope at z."""
    if bend == "tanh":
        h = np.tanh(z)
        return h, 1 - h**2
    if bend == "sigmoid":
        h = 1 / (1 + np.exp(-z))
        return h, h * (1 - h)
    return z, np.ones_like(z)


def orthogonal(seed, units=UNITS):
    """Return an orthogonal matrix made from normal numbers, and the generator."""
    generator = np.random.default_rng(seed)
    return np.linalg.qr(generator.normal(size=(units, units)))[0], generator


@cache
def norms(size, inputs, bend="tanh", gap=GAP, draws=DRAWS):
    """Return the norms of ∂h_T/∂h_t for gaps 0 to `gap`, (draws, gap + 1).

    The recurrent matrix is `size` times an orthogonal one, and what comes in at every
    step is `inputs` times a normal vector; the state starts at 0. The gap counts from
    the first state on, so that all gaps share the start t.
    """
    found = np.ones((draws, gap + 1))
    for seed in range(draws):
        W, generator = orthogonal(seed)
        x = inputs * generator.normal(size=(gap, UNITS))
        h, J = np.zeros(UNITS), np.eye(UNITS)
        for t in range(gap):
            h, slope = bent(size * W @ h + x[t], bend)
            J = slope[:, None] * (size * W) @ J  # later steps stand to the left
            found[seed, t + 1] = np.linalg.norm(J, 2)
    return found


def bound(size, bend, gap=GAP):
    """Return the bound (γ σ_max)^gap for gaps 0 to `gap`."""
    return (STEEPEST[bend] * size) ** np.arange(gap + 1.0)


def draw_bound(size, inputs, bend):
    """Draw the norm of the product of Jacobians and its bound, by the gap."""
    found, promised = norms(size, inputs, bend), bound(size, bend)
    gaps = np.arange(GAP + 1)
    low, middle, high = found.min(axis=0), np.median(found, axis=0), found.max(axis=0)
    _, ax = figure(height=2.9)
    ax.axhline(1, color=color.border, lw=0.8)
    inside = np.clip([low, high], 1e-29, 1e19)
    ax.fill_between(gaps, *inside, color=color.gradient, alpha=0.25, lw=0)
    ax.plot(gaps, middle, "-", color=color.gradient)
    ax.plot(gaps, promised, "--", color=color.truth, lw=1.4)
    ax.text(1, 1e-24, "dashed: the bound")
    ax.set(yscale="log", ylim=(1e-26, 1e16), xlim=(0, GAP), xlabel="steps back")
    ax.set_yticks([1e-20, 1e-10, 1, 1e10])
    ax.set_yticklabels(["10⁻²⁰", "10⁻¹⁰", "1", "10¹⁰"])
    ax.set_ylabel("norm")
    return (
        f"s = {size:g}, inputs {inputs:g}, {_named(bend)}: 50 steps back the norm is "
        f"{_short(middle[-1])} in the middle of 20 draws; the bound is "
        f"{_short(promised[-1])}."
    )


def _short(number):
    """Return a number with two digits that count."""
    return f"{number:.2g}" if 0.1 <= number < 100 else powered(number)


def _named(bend):
    return "no activation" if bend == "none" else bend


# -- clipping --------------------------------------------------------------------------

STEPS, WANTED, RATE = 30, 0.5, 0.003
"""The chain h ← u h from 1, thirty steps; what it should say; the learning rate."""

CLIPS = ("none", "10", "1")
START = {"on the wall": 1.04, "on the plain": 0.6}
WALK = (0, 1, 2, 5, 20, 50)


def cliff(u):
    """Return the loss ½ (u^30 − ½)²."""
    return 0.5 * (np.asarray(u) ** STEPS - WANTED) ** 2


def cliff_slope(u):
    """Return the derivative of the loss in u."""
    return (u**STEPS - WANTED) * STEPS * u ** (STEPS - 1)


def clipped(gradient, most):
    """Return a gradient, cut to the length `most` where it is longer."""
    length = np.linalg.norm(gradient)
    return gradient * (most / length) if length > most else gradient


def descent(start, clip, steps=WALK[-1]):
    """Return the weights of gradient descent on the cliff, (steps + 1,)."""
    path = [START[start]]
    for _ in range(steps):
        slope = cliff_slope(path[-1])
        if clip != "none":
            slope = clipped(slope, float(clip))
        path.append(path[-1] - RATE * slope)
    return np.array(path)


def draw_cliff(clip, start, steps):
    """Draw the path of gradient descent on the cliff."""
    path = descent(start, clip)[: steps + 1]
    _, ax = figure(height=2.7)
    u = np.linspace(0.2, 1.06, 345)
    ax.plot(u, cliff(u), "-", color=color.loss)
    ax.plot(path, cliff(path), "-", color=color.model, lw=0.9, zorder=3)
    ax.plot(path, cliff(path), "o", color=color.model, ms=5, zorder=4)
    ax.plot(path[:1], cliff(path[:1]), "o", mfc=color.paper, mec=color.model, ms=8,
            zorder=5)  # fmt: skip
    ax.plot(WANTED ** (1 / STEPS), 0, "X", color=color.truth, ms=9, zorder=6)
    ax.set(xlim=(0.2, 1.07), ylim=(-0.2, 4.2), xlabel="weight u", ylabel="loss")
    ax.set(yticks=[0, 2, 4])
    cut = "no clipping" if clip == "none" else f"clipped to {clip}"
    ax.text(0.24, 3.7, f"gradient: {cut}", color=color.model)
    word = "step" if steps == 1 else "steps"
    slope = cliff_slope(path[-1])
    return (
        f"{start[0].upper()}{start[1:]}, {cut}, {steps} {word}: u = "
        f"{minus(path[-1], 3)}, loss {minus(cliff(path[-1]), 3)}, gradient "
        f"{tidy(slope)}."
    )


# -- which steps speak in a gradient ---------------------------------------------------


def contributions(size=0.9, inputs=0.5, steps=GAP, seed=0):
    """Return what each step adds to the gradient of W_hh, norms, first step first.

    The loss is half the squared distance of the last state from a vector of ones.
    """
    W, generator = orthogonal(seed)
    W, x = size * W, inputs * generator.normal(size=(steps, UNITS))
    states = [np.zeros(UNITS)]
    for row in x:
        states.append(np.tanh(W @ states[-1] + row))
    delta, parts = states[-1] - 1, []
    for t in range(steps, 0, -1):
        delta = delta * (1 - states[t] ** 2)
        parts.append(np.outer(delta, states[t - 1]))
        delta = W.T @ delta
    return np.array(parts[::-1])


def show_speakers():
    """Show how much each step adds to the gradient, before and after clipping."""
    parts = np.linalg.norm(contributions(), axis=(1, 2))
    whole = np.linalg.norm(contributions().sum(axis=0))
    fig, ax = figure(height=2.6)
    steps = np.arange(2, GAP + 1)
    for factor, style, name in ((1, "-", "as it is"), (0.1 / whole, "--", "clipped")):
        (line,) = ax.plot(steps, factor * parts[1:], style, color=color.gradient)
        label_line(line, name, at=30, dx=6, dy=-8 if factor != 1 else 8,
                   ha="left" if factor != 1 else "right")  # fmt: skip
    ax.set(yscale="log", xlabel="step t", xlim=(0, 51), xticks=[1, 10, 20, 30, 40, 50])
    ax.set_ylabel("norm")
    show(
        fig,
        caption="Clipping lowers all steps by the same factor, and so leaves the old "
        "ones as faint beside the new ones as they were. Norm of what each step adds "
        "to the gradient of \\(\\mathbf W_{hh}\\), 50 steps, loss at the end.",
        alt=f"Two parallel rising lines on a logarithmic axis. Step 50 adds "
        f"{parts[-1]:.2f} to the gradient, step 2 adds {powered(parts[1], 0)}; clipped "
        f"to the length 0.1 both are smaller by {whole / 0.1:.0f} times.",
    )
