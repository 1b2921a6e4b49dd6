"""Numbers and drawings of page 7.2: the recursion for a network of any depth."""

import itertools
from functools import cache

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch

from dlcore import Input, Sequential, Tensor
from dlcore.layers import Dense
from dlcore.teach._labels import canvas, ten_to
from dlcore.teach.chapter03_tape import GraphSteps
from dlcore.teach.chapter07 import half_squares, minus
from dlcore.teach.chapter07_signals import short
from dlcore.teach.figures import color, figure, show
from dlcore.teach.graphs import draw_graph
from dlcore.tensor import inputs_first

# -- what a gradient costs -------------------------------------------------------------


def forward_products(sizes):
    """Return the multiplications of one row forward, one for each weight."""
    return sum(n * m for n, m in itertools.pairwise(sizes))


def backward_products(sizes):
    """Return the multiplications of one row backward.

    Each weight is used once for its own gradient and once to send the delta back; the
    first layer has nobody to send it to.
    """
    return 2 * forward_products(sizes) - sizes[0] * sizes[1]


def parameters(sizes):
    """Return the number of weights and biases."""
    return forward_products(sizes) + sum(sizes[1:])


def draw_cost(hidden, width):
    """Draw the multiplications of a prediction, of a walk back and of nudging."""
    sizes = [784, *[width] * hidden, 10]
    forward, backward = forward_products(sizes), backward_products(sizes)
    costs = [forward, forward + backward, (parameters(sizes) + 1) * forward]
    _, ax = figure(height=2.7)
    ax.barh([2, 1, 0], costs, 0.6, color=[color.model, color.gradient, color.muted])
    _cost_axes(ax)
    for place, cost in zip((2, 1, 0), costs, strict=True):
        # the longest bar has its number inside, or the axes would shrink
        at, style = (
            (cost * 1.5, {})
            if place
            else (cost / 1.5, {"ha": "right", "color": color.paper})
        )
        ax.text(at, place, f"× {_times(cost / forward)}", va="center", **style)
    shape = "-".join(map(str, sizes))
    return (
        f"{shape}, {parameters(sizes):,} weights and biases: two passes cost "
        f"{costs[1] / forward:.2f} predictions, nudging {costs[2] // forward:,}."
    )


def _cost_axes(ax):
    """Name the bars and the powers of ten."""
    ax.set(xscale="log", xlim=(1e3, 1e13), xlabel="multiplications for one row")
    ax.set_xticks([1e3, 1e6, 1e9, 1e12])
    ax.set_xticklabels(["10³", "10⁶", "10⁹", "10¹²"])
    ax.set_yticks([2, 1, 0])
    ax.set_yticklabels(["one\nprediction", "gradient,\ntwo passes",
                        "gradient,\nnudging"])  # fmt: skip
    ax.tick_params(axis="y", length=0)


def _times(ratio):
    return f"{ratio:.2f}" if ratio < 100 else f"{ratio:,.0f}"


# -- the paper example -----------------------------------------------------------------

ROW = np.array([[1.0, 2.0]])
KERNELS = (
    np.array([[1.0, 2.0], [-1.0, 1.0]]),
    np.array([[1.0, -1.0], [2.0, -1.0]]),
    np.array([[3.0], [1.0]]),
)
"""The weights of the paper network 2-2-2-1 as the library holds them, (in, out)."""

BIASES = (np.array([2.0, -2.0]), np.array([-3.0, 1.0]), np.array([-4.0]))


def paper_network():
    """Return the paper network 2-2-2-1 with ReLU units and a straight output."""
    layers = [Dense(2, activation="relu"), Dense(2, activation="relu"), Dense(1)]
    model = Sequential([Input(shape=(2,)), *layers], dtype="float64")
    pairs = zip(KERNELS, BIASES, strict=True)
    model.set_weights([array for pair in pairs for array in pair])
    return model


def walked(target=1.0):
    """Return the paper network after forward and backward, and its loss."""
    model = paper_network()
    loss = half_squares(model(ROW), np.array([[target]]))
    loss.backward()
    return model, loss


SAID = (
    "the row comes in",
    "first weighted sums and gates",
    "second weighted sums and gates",
    "the output",
    "the delta of the output, prediction minus target",
    "through the transposed weights and the gates of layer 2",
    "through the transposed weights and the gates of layer 1",
)
COLUMNS = (30, 104, 178, 252)


def draw_walk(step, target):
    """Draw the paper network at one step of its two passes."""
    model, _ = walked(target)
    values = [ROW[0], *(layer.output.data[0] for layer in model.layers)]
    deltas = [None, *(layer.z.grad[0] for layer in model.layers)]
    _, ax = figure(height=2.8)
    canvas(ax, 281, 202)
    _connections(ax, step)
    ax.text(COLUMNS[3], 79, f"y = {minus(target)}", ha="center", va="center")
    for column, (value, delta) in enumerate(zip(values, deltas, strict=True)):
        known, back = step >= column, step >= 7 - column and column > 0
        _units(ax, column, value if known else None, delta if back else None)
    for column, name in enumerate(("input", "layer 1", "layer 2", "output")):
        ax.text(COLUMNS[column], 8, name, ha="center", va="center")
    if step <= 3:
        numbers = ", ".join(minus(v) for v in values[step])
    else:
        numbers = ", ".join(minus(d) for d in deltas[7 - step])
    return f"Step {step}, target {minus(target)}: {SAID[step]}: {numbers}."


def _heights(column):
    return (107,) if column == 3 else (160, 62)


def _connections(ax, step):
    for column in range(3):
        lit = step == column + 1 or step == 7 - column
        back = step > 3
        role = (color.gradient if back else color.data) if lit else color.muted
        for y0 in _heights(column):
            for y1 in _heights(column + 1):
                ends = (COLUMNS[column], y0), (COLUMNS[column + 1], y1)
                if lit and back:
                    ends = ends[::-1]
                ax.add_patch(
                    FancyArrowPatch(*ends, arrowstyle="-|>" if lit else "-", lw=1.6
                    if lit else 0.7, color=role, shrinkA=20, shrinkB=20,
                    ls="--" if lit and back else "-",
                    mutation_scale=10, zorder=1)
                )  # fmt: skip


def _units(ax, column, values, deltas):
    for j, y in enumerate(_heights(column)):
        x = COLUMNS[column]
        ax.add_patch(Circle((x, y), 18, fc=color.paper, ec=color.ink, lw=1.2, zorder=3))
        if values is not None:
            ax.text(x, y, minus(values[j]), ha="center", va="center", zorder=4)
        if deltas is not None:
            aside = -28 if y < 100 else 28
            ax.text(x, y + aside, f"δ = {minus(deltas[j])}", ha="center", va="center",
                    color=color.gradient, weight="bold", zorder=4)  # fmt: skip


def show_deep_graph(loss):
    """Show the tape of the paper network of three layers."""
    ax = draw_graph(loss)
    show(
        ax.figure,
        caption="The recursion, read from the live tape. In each box named linear the "
        "green numbers are the deltas of one layer.",
        alt="From top to bottom: three times a weighted sum of inputs, kernel and "
        "bias, with ReLU after the first two, then half the squared error, "
        f"{float(loss.data):g}. The gradients of the weighted sums are 3 and 6, then 3 "
        "and 0, then 1.",
    )


# -- a small expression, recorded and replayed -----------------------------------------


class SharedSteps(GraphSteps):
    """A replay in which a value may be used twice: its gradient waits for both."""

    given, result = "the inputs", "result"

    def known(self, step):
        """Return the tensors whose value, and those whose gradient, is complete."""
        values = self.leaves + self.made[:step]
        back = step - self.loss_step
        if back <= 0:
            return values, []
        sent = self._sent(back)
        waiting = [x for t in self.made if not _among(t, sent) for x in t.op.inputs]
        reached = [self.loss, *(x for t in sent for x in t.op.inputs)]
        return values, [t for t in reached if not _among(t, waiting)]

    def draw(self, step):
        """Draw the graph after a step, and say what was sent where."""
        if step <= self.loss_step + 1:
            return super().draw(step)
        draw_graph(self.loss, values=self.known(step)[0], gradients=self.known(step)[1])
        sender = self._sent(step - self.loss_step)[-1]
        parts = sender.op.backward(np.asarray(sender.grad))
        pairs = zip(parts, sender.op.inputs, strict=True)
        words = [f"{minus(float(part))} to {x.name}" for part, x in pairs]
        done = self.known(step)[1]
        new = [x for x in sender.op.inputs if _among(x, done)]
        total = [f"d{x.name} = {minus(float(x.grad))}" for x in new]
        return (
            f"Step {step}, backward: {sender.name} sends {' and '.join(words)}. "
            f"Complete: {', '.join(total) or 'none yet'}."
        )


def _among(tensor, tensors):
    return any(tensor is other for other in tensors)


@cache
def expression():
    """Return the replay of f = (a b) · (a + b) at a = 2, b = 3."""
    a = Tensor(2.0, requires_grad=True, name="a")
    b = Tensor(3.0, requires_grad=True, name="b")
    u = a * b
    v = a + b
    f = v * u
    u.name, v.name, f.name = "u", "v", "f"
    return SharedSteps(f)


# -- how much is remembered ------------------------------------------------------------


def numbers_on_tape(model, rows):
    """Return how many numbers of a forward pass the tape keeps, weights left out."""
    weights = {id(weight) for weight in model.weights}
    result = model(np.zeros((rows, model.layers[0].weights[0].shape[0])))
    made = [t for t in inputs_first(result) if id(t) not in weights and t.op]
    return sum(t.data.size for t in made)


# -- checking a gradient ---------------------------------------------------------------

SIZES = (3, 5, 4, 2)
STEPS = tuple(10.0**-k for k in (1, 2, 3, 4, 5, 6, 7, 8, 12))


@cache
def _small_problem(seed=0):
    rng = np.random.default_rng(seed)
    kernels = [
        rng.normal(size=pair)
        for pair in itertools.pairwise(SIZES)
    ]  # fmt: skip
    return rng.normal(size=(6, 3)), rng.normal(size=(6, 2)), kernels


def tanh_loss(kernels, x, y):
    """Return half the sum of squares of a tanh network without biases."""
    a = x
    for kernel in kernels[:-1]:
        a = np.tanh(a @ kernel)
    return 0.5 * np.sum((a @ kernels[-1] - y) ** 2)


def tanh_gradients(kernels, x, y):
    """Return the gradients of `tanh_loss`, by the recursion."""
    inputs = [x]
    for kernel in kernels[:-1]:
        inputs.append(np.tanh(inputs[-1] @ kernel))
    delta, found = inputs[-1] @ kernels[-1] - y, []
    for kernel, a in zip(reversed(kernels), reversed(inputs), strict=True):
        found.insert(0, a.T @ delta)
        delta = delta @ kernel.T * (1 - a**2)
    return found


@cache
def check_error(step, dtype):
    """Return the relative error of central differences for one step and dtype."""
    x, y, kernels = _small_problem()
    exact = np.concatenate([g.ravel() for g in tanh_gradients(kernels, x, y)])
    x, y = x.astype(dtype), y.astype(dtype)
    kernels = [k.astype(dtype) for k in kernels]
    nudged = []
    for k, kernel in enumerate(kernels):
        for place in np.ndindex(kernel.shape):
            ends = []
            for sign in (1, -1):
                moved = [q.copy() for q in kernels]
                moved[k][place] += dtype(sign * step)
                ends.append(float(tanh_loss(moved, x, y)))
            nudged.append((ends[0] - ends[1]) / (2 * step))
    nudged = np.array(nudged)
    return float(np.linalg.norm(exact - nudged)
                 / (np.linalg.norm(exact) + np.linalg.norm(nudged)))  # fmt: skip


DTYPES = {"float64": np.float64, "float32": np.float32}


def draw_check(precision, exponent):
    """Draw the error of the check by its step, as far as the reader has looked."""
    dtype = DTYPES[precision]
    here = 10.0**exponent
    steps = [s for s in STEPS if s >= here * 0.99]
    errors = [check_error(s, dtype) for s in steps]
    _, ax = figure(height=2.7)
    ax.plot(steps, errors, "-o", color=color.loss, ms=4)
    ax.plot(steps[-1], errors[-1], "o", color=color.model, ms=8, zorder=5)
    _check_axes(ax)
    verdict = "passes" if errors[-1] < 1e-6 else "does not pass"
    return (
        f"{precision}, ε = {ten_to(exponent)}: relative error "
        f"{short(errors[-1])}. This right gradient {verdict} the limit of 10⁻⁶."
    )


def _check_axes(ax):
    """Put powers of ten on both axes, and the limit of a passed check."""
    ax.axhline(1e-6, color=color.muted, ls=":")
    ax.text(1.3e-13, 3e-8, "limit 10⁻⁶", color=color.muted)
    ax.set(xscale="log", yscale="log", xlim=(1e-13, 1), ylim=(1e-13, 10))
    ax.set(xlabel="step ε", ylabel="relative error")
    ax.set_xticks([1e-12, 1e-8, 1e-4, 1])
    ax.set_xticklabels(["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    ax.set_yticks([1e-12, 1e-8, 1e-4, 1])
    ax.set_yticklabels(["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
