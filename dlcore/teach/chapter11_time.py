"""Numbers and drawings of page 11.2: blame that travels back through time."""

from functools import cache

import numpy as np
from matplotlib.patches import FancyBboxPatch

from dlcore import Tensor, ops
from dlcore.layers import SimpleRNNCell
from dlcore.teach._labels import canvas, powered
from dlcore.teach.chapter07 import minus
from dlcore.teach.chapter11_order import PUSH, lamp_states, small
from dlcore.teach.chapter11_unrolled import (
    EDGE,
    LINE,
    SUBSCRIPT,
    WIDTH,
    _arrow,
)
from dlcore.teach.figures import color, figure

# -- the lamp, and who is to blame for its last state ----------------------------------

LAST = 30
LOOPS = (0.5, 0.9, 1.0, 1.1, 2.0)
BENDS = ("tanh", "none")


def pushed():
    """Return the inputs "on" at step 1 and nothing after that."""
    x = np.zeros(LAST)
    x[0] = 1.0
    return x


def chain_states(u, bend):
    """Return the states of the one-unit reader after "on", (30,)."""
    if bend == "tanh":
        return lamp_states(pushed(), u)
    return PUSH * u ** np.arange(LAST)


def chain_blame(u, bend):
    """Return the slope of the last state in each state, step by step, (30,)."""
    h = chain_states(u, bend)
    slopes = u * (1 - h**2 if bend == "tanh" else np.ones(LAST))
    return np.append(np.cumprod(slopes[:0:-1])[::-1], 1.0)


def draw_chain(u, bend):
    """Draw the states of the reader, and the slope of the last one in each of them."""
    h, blame = chain_states(u, bend), chain_blame(u, bend)
    steps = np.arange(1, LAST + 1)
    _, (left, right) = figure(width=3.1, height=2.5, columns=2)
    left.plot(steps, h, "-o", color=color.model, ms=3.5, lw=1.2)
    left.set(ylim=(-0.05, 1.1), yticks=[0, 0.5, 1])
    if bend == "none":
        left.set(yscale="log", ylim=(1e-10, 1e10), yticks=[1e-8, 1e-4, 1, 1e4, 1e8])
        left.set_yticklabels(["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
    left.set(xticks=[1, 10, 20, 30], xlabel="step t")
    left.set_title("state")
    right.axhline(1, color=color.border, lw=0.8)
    right.plot(steps, blame, "-o", color=color.gradient, ms=3.5, lw=1.2)
    right.set(yscale="log", xticks=[1, 10, 20, 30], xlabel="step t")
    if bend == "none":
        right.set(ylim=(1e-10, 1e10), yticks=[1e-8, 1e-4, 1, 1e4, 1e8])
        right.set_yticklabels(["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
    else:
        right.set(ylim=(1e-25, 1e3), yticks=[1e-20, 1e-10, 1])
        right.set_yticklabels(["10⁻²⁰", "10⁻¹⁰", "1"])
    right.set_title("its blame for the end")
    bent = "tanh" if bend == "tanh" else "no activation"
    return (
        f"Feedback {u:g}, {bent}: the last state is {tidy(h[-1])}. Its slope for the "
        f"first one is {tidy(blame[0])}."
    )


def tidy(number):
    """Return a number in two decimals, or with a power of ten where that is short."""
    return small(number) if abs(number) < 1000 else powered(number, 0)


# -- the paper network, walked forward and back ----------------------------------------

INPUTS = (1.0, 0.0, 1.0)
GOAL = 4.0
WIDE = 55.0  # of a box, in points
WALKS = (0.5, 1.0, 2.0)


@cache
def walked(u):
    """Return states, their gradients and those of w and u, all read from the tape."""
    cell = SimpleRNNCell(1, activation="linear", use_bias=False, dtype="float64")
    h, states = Tensor(np.zeros((1, 1))), []
    for x in INPUTS:
        if not states:  # the first call makes the weights
            cell(np.array([[x]]), [h])
            cell.set_weights([np.array([[1.0]]), np.array([[u]])])
        h, _ = cell(np.array([[x]]), [h])
        states.append(h)
    loss = ops.sum((h - GOAL) ** 2) * 0.5
    loss.backward()
    values = [float(state.data[0, 0]) for state in states]
    deltas = [float(state.grad[0, 0]) for state in states]
    found = [float(weight.grad[0, 0]) for weight in cell.weights]
    return values, deltas, found, float(loss.data)


def draw_walk(step, u):
    """Draw the paper network after so many steps forward and back."""
    values, deltas, found, loss = walked(u)
    height = 178
    _, ax = figure(height=height / 72)
    canvas(ax, WIDTH, height)
    wide = (WIDTH - EDGE) / 4
    places = [EDGE + wide * (t + 0.5) for t in range(4)]
    ax.text(8, 92, "0", ha="center", va="center", color=color.muted)
    for t in range(3):
        known, blamed = step > t, step > 6 - t
        left = places[t] - WIDE / 2
        _arrow(ax, (14 if t == 0 else places[t - 1] + WIDE / 2, 92), (left, 92),
               color.model)  # fmt: skip
        _arrow(ax, (places[t], 37), (places[t], 69), color.data)
        _plain_box(ax, places[t], 19, ["x", minus(INPUTS[t])], color.data, t)
        lines = ["h", minus(values[t]) if known else ""]
        lines.append(f"δ {minus(deltas[t])}" if blamed else "")
        _plain_box(ax, places[t], 92, lines, color.model, t)
        if blamed:
            before = values[t - 1] if t else 0.0
            ax.text(places[t], 122, _signed(deltas[t] * before),
                    ha="center", va="bottom", color=color.gradient)  # fmt: skip
    if step > 4:
        ax.text(WIDTH / 2 - 26, 146, "added to the gradient of u:", ha="center",
                va="bottom", color=color.gradient)  # fmt: skip
    _arrow(ax, (places[2] + WIDE / 2, 92), (places[3] - WIDE / 2, 92), color.loss)
    _plain_box(ax, places[3], 92, ["loss", minus(loss) if step > 3 else ""],
               color.loss)  # fmt: skip
    return _walk_in_words(step, u, values, deltas, found)


def _signed(number):
    """Return a number with its sign."""
    return minus(number) if minus(number).startswith("−") else f"+{minus(number)}"


def _factor(number):
    """Return a number as it stands in a product, in brackets if it is negative."""
    text = minus(number, 3)
    return f"({text})" if number < 0 else text


def _plain_box(ax, x, y, lines, role, t=None):
    """Draw a box with a name, a value and a gradient."""
    tall = LINE * len(lines) + 6
    shape = FancyBboxPatch((x - WIDE / 2, y - tall / 2), WIDE, tall,
                           boxstyle="round,pad=0,rounding_size=5", fc=color.paper,
                           ec=role, lw=1.3, zorder=3)  # fmt: skip
    ax.add_patch(shape)
    index = "" if t is None else str(t + 1).translate(SUBSCRIPT)
    for k, text in enumerate(lines):
        style = {"color": (role, color.ink, color.gradient)[k], "ha": "center"}
        style |= {"va": "top", "zorder": 4, "weight": "bold" if k == 0 else "normal"}
        ax.text(x, y + tall / 2 - 3 - LINE * k, text + index * (k == 0), **style)


def _walk_in_words(step, u, values, deltas, found):
    if step == 0:
        return f"Feedback u = {u:g}, target {minus(GOAL)}: nothing is known yet."
    if step < 4:
        before = values[step - 2] if step > 1 else 0.0
        return (
            f"h{str(step).translate(SUBSCRIPT)} = {u:g} · {minus(before, 3)} + "
            f"{minus(INPUTS[step - 1])} = {minus(values[step - 1], 3)}."
        )
    if step == 4:
        error = minus(values[-1] - GOAL, 3)
        return f"The error is {minus(values[-1], 3)} − {minus(GOAL)} = {error}."
    t = 7 - step
    name = f"δ{str(t + 1).translate(SUBSCRIPT)}"
    so_far = sum(deltas[k] * (values[k - 1] if k else 0.0) for k in range(t, 3))
    how = "the error" if t == 2 else f"{u:g} · {_factor(deltas[t + 1])}"
    done = f" That of w is {minus(found[0], 3)}." if t == 0 else ""
    return (
        f"{name} = {how} = {minus(deltas[t], 3)}. The gradient of u so far: "
        f"{minus(so_far, 3)}.{done}"
    )


# -- the whole gradient, as on the page ------------------------------------------------


def forward(x, weights):
    """Return states (T, n) and outputs (T, k) of a tanh RNN with straight outputs.

    `weights` are W_xh, W_hh, b, W_hy, b_y in the layout of the formulas.
    """
    W_xh, W_hh, b, W_hy, b_y = weights
    h, states = np.zeros(len(b)), []
    for x_t in x:
        h = np.tanh(W_xh @ x_t + W_hh @ h + b)
        states.append(h)
    states = np.array(states)
    return states, states @ W_hy.T + b_y


def half_loss(x, y, weights):
    """Return half the sum of the squared errors of all steps."""
    return 0.5 * ((forward(x, weights)[1] - y) ** 2).sum()


def gradients(x, y, weights):
    """Return the gradients of the half loss by backpropagation through time."""
    _, W_hh, _, W_hy, _ = weights
    h, o = forward(x, weights)
    errors = o - y
    delta, deltas = np.zeros(h.shape[1]), np.zeros_like(h)
    for t in reversed(range(len(x))):
        delta = (W_hy.T @ errors[t] + W_hh.T @ delta) * (1 - h[t] ** 2)
        deltas[t] = delta
    before = np.vstack([np.zeros(h.shape[1]), h[:-1]])
    return [deltas.T @ x, deltas.T @ before, deltas.sum(axis=0), errors.T @ h,
            errors.sum(axis=0)]  # fmt: skip


def by_differences(function, weights, step=1e-5):
    """Return central differences of a function of a list of arrays, one by one."""
    found = []
    for weight in weights:
        slope = np.zeros_like(weight)
        for place in np.ndindex(weight.shape):
            kept = weight[place]
            weight[place] = kept + step
            up = function()
            weight[place] = kept - step
            down = function()
            weight[place] = kept
            slope[place] = (up - down) / (2 * step)
        found.append(slope)
    return found
