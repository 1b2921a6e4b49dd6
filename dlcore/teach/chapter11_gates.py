"""Numbers and drawings of page 11.3: one gated cell, and what comes back through it.

Arrays are as in the library: x (rows, in), W (in, 4 units), U (units, 4 units), with
the blocks in the order i, f, g, o.
"""

from functools import cache

import numpy as np

from dlcore import initializers, utils
from dlcore.teach import chapter11_memory as memory
from dlcore.teach._labels import powered, readable
from dlcore.teach.classifiers import sigmoid
from dlcore.teach.figures import color, figure

# -- the paper example -----------------------------------------------------------------

W = np.array([[1.0, 0.0, 1.0, -1.0]])
U = np.array([[0.0, 2.0, -1.0, 2.0]])
B = np.array([0.0, 1.0, 0.0, 0.0])
X, H, C = 1.0, 0.5, 0.8
"""One unit: its weights, and input and state before the first step."""


def lstm_gates(x, h, W, U, b):
    """Return i, f, g, o of one step, each (rows, units)."""
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=-1)
    return sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)


def lstm_step(x, h, c, W, U, b):
    """Return the new h and c."""
    i, f, g, o = lstm_gates(x, h, W, U, b)
    c = f * c + i * g
    return o * np.tanh(c), c


def gru_step(x, h, W, U, b):
    """Return the new h; the reset gate acts before the product, blocks z, r, g."""
    units = h.shape[-1]
    z, r = np.split(
        sigmoid(x @ W[:, : 2 * units] + h @ U[:, : 2 * units] + b[: 2 * units]),
        2, axis=-1,
    )  # fmt: skip
    g = x @ W[:, 2 * units :] + (r * h) @ U[:, 2 * units :] + b[2 * units :]
    return z * h + (1 - z) * np.tanh(g)


# -- who remembers ---------------------------------------------------------------------

MARKS = ("-", "--", ":", "-.", (0, (6, 1, 1, 1, 1, 1)))


def draw_recall(kind, length):
    """Draw how the five starts of a kind learned, and how many ended without fault."""
    found = memory.record()["recall"][kind][str(length)]
    _, ax = figure(height=2.5)
    updates = (np.arange(len(found["curves"][0])) + 0.5) * memory.EVERY
    ax.axhline(50, color=color.muted, lw=1)
    for curve, mark in zip(found["curves"], MARKS, strict=True):
        ax.plot(updates, 100 * np.array(curve), ls=mark, color=color.model, lw=1.6)
    ax.set(xlim=(0, memory.UPDATES), ylim=(40, 103), xlabel="updates")
    ax.set(ylabel="right, %", yticks=[50, 75, 100], xticks=[0, 200, 400, 600])
    ax.set_title(f"{kind}, {length} steps")
    good = memory.solved(kind, length)
    ends = ", ".join(f"{100 * final:.0f}" for final in found["final"])
    return (
        f"{kind[0].upper()}{kind[1:]}, {length} steps: {good} of {len(memory.SEEDS)} "
        "starts end with all of 1000 fresh sequences right; percent right at the end: "
        f"{ends}."
    )


# -- the notepad -----------------------------------------------------------------------

NOTES = np.array([0.3, -0.5, 0.8, -0.2, 0.4, -0.7, 0.1, -0.4,
                  0.5, -0.3, 0.6, -0.6, 0.2, 0.3, -0.1, -0.5])  # fmt: skip
"""What the candidate g offers to be written, step by step."""

FORGET = (0.0, 0.5, 0.9, 0.99, 1.0)
WRITE = {"always": range(1, 17), "at step 3": (3,), "at steps 3 and 9": (3, 9)}
SHOW = {"always": range(1, 17), "at the last step": (16,)}


def notepad(forget, write, read):
    """Return c and h at every step, for gates that are set by hand."""
    steps = np.arange(1, len(NOTES) + 1)
    i, o = np.isin(steps, list(WRITE[write])), np.isin(steps, list(SHOW[read]))
    c, kept = 0.0, []
    for wrote, g in zip(i, NOTES, strict=True):
        c = forget * c + wrote * g
        kept.append(c)
    return np.array(kept), o * np.tanh(kept), i


def draw_notepad(forget, write, read):
    """Draw what is offered, what the cell holds, and what it shows."""
    c, h, wrote = notepad(forget, write, read)
    steps = np.arange(1, len(c) + 1)
    _, axes = figure(height=1.35, rows=3, sharex=True)
    axes[0].bar(steps, NOTES, 0.6, color="none", edgecolor=color.data, lw=1.2)
    axes[0].bar(steps[wrote], NOTES[wrote], 0.6, color=color.data)
    axes[1].plot(steps, c, "-o", color=color.model, ms=4.5)
    axes[2].bar(steps, h, 0.6, color=color.truth)
    for ax, title in zip(
        axes, ("offered: g (filled: written)", "kept: c", "shown: h"), strict=True
    ):
        ax.axhline(0, color=color.muted, lw=0.8)
        ax.set_title(title)
        ax.set(xlim=(0.3, 16.7), ylim=(-1.5, 1.5), yticks=[-1, 0, 1])
    axes[2].set(xlabel="step", xticks=[1, 3, 6, 9, 12, 16])
    return (
        f"Forget gate {forget:g}, written {write}, shown {read}: the cell holds "
        f"{c[2]:.2f} after step 3 and {c[-1]:.2f} after step 16, and shows {h[-1]:.2f} "
        "there.".replace("-", "−")
    )


# -- what comes back -------------------------------------------------------------------

UNITS, STEPS = 16, 60
BIASES = (-1, 0, 1, 2, 3, 4, 5)


def lstm_jacobian(x, h, c, W, U, b):
    """Return the new h and c (units,), and the Jacobian of the pair by the old pair.

    The Jacobian is (2 units, 2 units), rows the new h and c, columns the old.
    """
    i, f, g, o = lstm_gates(x, h, W, U, b)
    c_new = f * c + i * g
    shown = np.tanh(c_new)
    by_z = c * f * (1 - f), g * i * (1 - i), i * (1 - g**2)
    U_i, U_f, U_g, U_o = (part.T for part in np.split(U, 4, axis=1))
    c_by_h = sum(d[:, None] * M for d, M in zip(by_z, (U_f, U_i, U_g), strict=True))
    c_by = np.concatenate([c_by_h, np.diag(f)], axis=1)
    h_by = (o * (1 - shown**2))[:, None] * c_by
    h_by[:, : len(h)] += (shown * o * (1 - o))[:, None] * U_o
    return o * shown, c_new, np.concatenate([h_by, c_by])


def start_weights(blocks, seed=0):
    """Return W (1, blocks units) and U of a layer at its Glorot start."""
    utils.set_random_seed(seed)
    draw = initializers.GlorotUniform()
    return [
        np.asarray(draw((rows, blocks * UNITS), dtype="float64")) for rows in (1, UNITS)
    ]


def signs(seed=0):
    """Return the random signs that all networks see: (steps, 1)."""
    return np.random.default_rng(seed).choice([-1.0, 1.0], (STEPS, 1))


@cache
def through_cell(bias):
    """Return how much of a change in c arrives, 1, 2, ... steps later.

    Returns:
        two arrays (STEPS - 1,): the norm of the whole derivative of the last c by an
        earlier one, and that of its direct path, the product of the forget gates.
    """
    W, U = start_weights(4)
    b = np.zeros(4 * UNITS)
    b[UNITS : 2 * UNITS] = bias
    h = c = np.zeros(UNITS)
    jacobians, opened, gates = [], [], []
    for x in signs():
        gates.append(lstm_gates(x, h, W, U, b)[1])
        o = lstm_gates(x, h, W, U, b)[3]
        h, c, J = lstm_jacobian(x, h, c, W, U, b)
        jacobians.append(J)
        opened.append(o * (1 - np.tanh(c) ** 2))
    whole, direct = [], []
    back, path = np.eye(2 * UNITS)[UNITS:], np.ones(UNITS)
    for t in range(STEPS - 1, 0, -1):
        back, path = back @ jacobians[t], path * gates[t]
        total = back[:, :UNITS] * opened[t - 1] + back[:, UNITS:]
        whole.append(np.linalg.norm(total, 2))
        direct.append(path.max())
    return np.array(whole), np.array(direct)


@cache
def through_plain():
    """Return the norm of the derivative of the last h of a plain network by earlier h.

    Returns:
        array (STEPS - 1,), for 1, 2, ... steps.
    """
    W, U = start_weights(1)
    h, found = np.zeros(UNITS), []
    states = [h := np.tanh(x @ W + h @ U) for x in signs()]
    back = np.eye(UNITS)
    for h in states[:0:-1]:
        back = back @ ((1 - h**2)[:, None] * U.T)
        found.append(np.linalg.norm(back, 2))
    return np.array(found)


def tidy(number):
    """Return a positive number in few characters, as 0.37 or 2.7 · 10⁻⁵."""
    return readable(f"{number:.2g}") if number >= 0.001 else powered(number)


def draw_gradient(bias):
    """Draw what arrives of a change in the memory, against how long ago it was."""
    whole, direct = through_cell(bias)
    plain, steps = through_plain(), np.arange(1, STEPS)
    _, ax = figure(height=2.9)
    ax.semilogy(steps, plain, "-", color=color.truth, lw=1.4)
    ax.semilogy(steps, direct, "--", color=color.gradient)
    ax.semilogy(steps, whole, "-", color=color.model)
    ax.set(xlim=(0, 60), ylim=(1e-15, 1e4), xlabel="steps between")
    ax.set(xticks=[0, 20, 40, 60], yticks=[1, 1e-5, 1e-10, 1e-15])
    ax.set_title(f"what arrives, forget bias {bias}".replace("-", "−"))
    gate = sigmoid(np.array(float(bias)))
    return (
        f"Forget bias {bias}: the gates start near {gate:.2f}. Of a change in the "
        f"memory 59 steps ago arrive {tidy(whole[-1])} (line), along the direct path "
        f"alone {tidy(direct[-1])} (dashed). In the plain network {tidy(plain[-1])} "
        "(thin)."
    ).replace("bias -", "bias −")
