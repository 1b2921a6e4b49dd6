"""Attention and graphs for page 12.4: who listens to whom, chosen or given."""

from functools import cache

import numpy as np
from matplotlib.patches import Rectangle

from dlcore import Tensor, ops, utils
from dlcore.layers import Dense
from dlcore.optimizers import Adam
from dlcore.teach.figures import color, figure

# -- three tokens on paper -------------------------------------------------------------

TOKENS = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
W_Q = np.array([[0.0, 1.0], [1.0, 0.0]])
"""Rows are tokens, so a query is a token times this: it swaps the two numbers."""


def softmax(scores):
    """Return the scores, made positive and with the sum 1 along each row."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def weights_of(Q, K, sharpness=1.0, causal=False):
    """Return who listens to whom: rows of queries, columns of keys.

    Args:
        Q, K: queries and keys, one in each row.
        sharpness: a factor of the scores beside 1 / √d.
        causal: whether a token may listen to later ones.
    """
    scores = sharpness * Q @ K.T / np.sqrt(K.shape[1])
    if causal:
        scores = np.where(np.tri(len(Q), len(K), dtype=bool), scores, -np.inf)
    return softmax(scores)


SHARPNESS = (0, 0.5, 1, 2, 4, 16)


def draw_tokens(sharpness, order, mask):
    """Draw the matrix of weights of three tokens."""
    rows = [int(digit) - 1 for digit in order.split()]
    X = TOKENS[rows]
    A = weights_of(X @ W_Q, X, sharpness, mask == "earlier ones only")
    _, ax = figure(height=3.0)
    matrix(ax, A, [f"x{'₁₂₃'[row]}" for row in rows])
    first = (A @ X)[0]
    return (
        f"Sharpness {sharpness:g}, {mask}: the first row's new vector is "
        f"({first[0]:.2f}, {first[1]:.2f})."
    )


def matrix(ax, A, names):
    """Draw weights as squares with their numbers."""
    for (row, column), weight in np.ndenumerate(A):
        size = np.sqrt(weight) * 0.94
        ax.add_patch(
            square(column, row, size, fc=color.data, alpha=0.35, ec=color.data)
        )
        ax.text(column, row, f"{weight:.2f}", ha="center", va="center")
    ax.set(xlim=(-0.5, A.shape[1] - 0.5), ylim=(len(A) - 0.5, -0.5))
    ax.set(xticks=range(A.shape[1]), yticks=range(len(A)))
    ax.set(xticklabels=names, yticklabels=names[-len(A) :])
    ax.set(xlabel="listens to", ylabel="who listens")
    ax.set_aspect("equal")


def square(x, y, size, **looks):
    """Return a square around a place."""
    return Rectangle((x - size / 2, y - size / 2), size, size, **looks)


# -- a transformer that looks up -------------------------------------------------------

LETTERS, DIGITS, PAIRS = 8, 5, 4
UPDATES, EVERY = 200, 20


def lookups(rows, seed, pairs=PAIRS):
    """Return sequences of letter-digit pairs with a letter to look up, and its digit.

    Returns:
        `(x, y)`: x (rows, pairs + 1, letters + digits) with one 1 for the letter and
        one for the digit, the last token with a letter alone; y (rows,), the digits.
    """
    generator = np.random.default_rng(seed)
    letters = generator.permuted(np.tile(np.arange(LETTERS), (rows, 1)), axis=1)
    letters = letters[:, :pairs]
    digits = generator.integers(0, DIGITS, (rows, pairs))
    asked = generator.integers(0, pairs, rows)
    x = np.zeros((rows, pairs + 1, LETTERS + DIGITS))
    np.put_along_axis(x[:, :-1], letters[..., None], 1, axis=2)
    np.put_along_axis(x[:, :-1], LETTERS + digits[..., None], 1, axis=2)
    every = np.arange(rows)
    x[every, -1, letters[every, asked]] = 1
    return x, digits[every, asked]


class Block:
    """One transformer block for the last token: attention, shortcut, two layers."""

    def __init__(self, d=16, listens=True, seed=0):
        utils.set_random_seed(seed)
        names = ("embed", "query", "key", "value", "inner", "outer")
        sizes = (d, d, d, d, 2 * d, DIGITS)
        self.listens, self.d = listens, d
        self.parts = {
            name: Dense(n, activation="relu" if name == "inner" else None,
                        dtype="float64")
            for name, n in zip(names, sizes, strict=True)
        }  # fmt: skip

    def __call__(self, x):
        """Return the scores of the digits (rows, digits), as a tensor."""
        part = self.parts
        h = part["embed"](x)
        q, k, v = part["query"](h[:, -1:]), part["key"](h), part["value"](h)
        scores = (q @ ops.transpose(k, (0, 2, 1))) * self.d**-0.5
        if not self.listens:
            scores = scores * 0.0
        self.A = ops.softmax(scores)
        h = h[:, -1] + ops.reshape(self.A @ v, (len(x), self.d))
        return part["outer"](part["inner"](h))

    @property
    def weights(self):
        """The weights of all parts."""
        return [w for part in self.parts.values() for w in part.weights]


@cache
def trained_block(listens=True, seed=0, updates=UPDATES):
    """Train a block to look up; return it, its accuracies and weights by update.

    The accuracies, on 1000 fresh sequences, and the weights (pairs + 1,) for the first
    of them are dicts, one entry every `EVERY` updates.
    """
    block, adam = Block(listens=listens, seed=seed), Adam(0.005)
    fresh, answers = lookups(1000, seed=900)
    right, seen = {}, {}
    for number in range(updates + 1):
        if number % EVERY == 0:
            said = np.asarray(block(fresh).data).argmax(axis=1)
            right[number] = float((said == answers).mean())
            seen[number] = np.array(block.A.data)[:, 0]
        x, y = lookups(64, seed=1000 + number)
        loss = ops.mean(ops.softmax_crossentropy(block(x), np.eye(DIGITS)[y]))
        adam.apply(loss.gradients(block.weights), block.weights)
    return block, right, seen


def names_of(x):
    """Return the tokens of a sequence as text: B3, and F? for the one asked."""
    return [
        "ABCDEFGH"[row[:LETTERS].argmax()]
        + (str(row[LETTERS:].argmax()) if row[LETTERS:].any() else "?")
        for row in x
    ]


def draw_lookup(sequence, updates):
    """Draw where the asking token looks, after so many updates."""
    _, right, seen = trained_block()
    x, y = lookups(1000, seed=900)
    A, names = seen[updates][sequence - 1], names_of(x[sequence - 1])
    _, ax = figure(height=2.5)
    ax.bar(range(len(A)), A, color=color.data, width=0.6)
    for place, weight in enumerate(A):
        ax.text(place, weight + 0.03, f"{weight:.2f}", ha="center")
    ax.set(xticks=range(len(A)), xticklabels=names, ylim=(0, 1.15), yticks=[0, 0.5, 1])
    ax.set(ylabel="weight")
    return (
        f"Asked: {names[-1]} The answer is {y[sequence - 1]}. After {updates} updates "
        f"{100 * right[updates]:.0f} % of fresh sequences are answered correctly."
    )


# -- a graph ---------------------------------------------------------------------------

NODES, KNOWN = 24, (0, 12)


@cache
def graph(seed=3):
    """Return neighbors (nodes, nodes), 0 or 1, of two circles of friends, and which."""
    generator = np.random.default_rng(seed)
    side = np.arange(NODES) // (NODES // 2)
    chance = np.where(side[:, None] == side[None], 0.3, 0.03)
    upper = np.triu(generator.uniform(size=(NODES, NODES)) < chance, 1)
    ring = np.zeros_like(upper)
    for start in (0, NODES // 2):
        members = start + np.arange(NODES // 2)
        ring[members, np.roll(members, -1)] = True
    joined = upper | ring
    return (joined | joined.T).astype(float), side


def averaging(A):
    """Return the matrix of a graph layer: means over a node and its neighbors."""
    with_self = A + np.eye(len(A))
    return with_self / with_self.sum(axis=1, keepdims=True)


def graph_net(M, seed=0, updates=200, units=8):
    """Train two graph layers on two known nodes; return the share right of the others.

    Args:
        M: the averaging matrix; the unit matrix for no graph at all.
        seed: of the start.
        updates, units: of the training and the network.
    """
    utils.set_random_seed(seed)
    first, second = Dense(units, "relu", dtype="float64"), Dense(2, dtype="float64")
    adam, known = Adam(0.02), list(KNOWN)
    goal = np.eye(2)

    def scores():
        hidden = first(Tensor(M @ np.eye(NODES)))
        return second(Tensor(M) @ hidden)

    for _ in range(updates):
        loss = ops.mean(ops.softmax_crossentropy(scores()[known], goal))
        both = first.weights + second.weights
        adam.apply(loss.gradients(both), both)
    said = np.asarray(scores().data).argmax(axis=1)
    rest = [node for node in range(NODES) if node not in KNOWN]
    return float((said == graph()[1])[rest].mean())


def spread(layers):
    """Return each node's number after so many layers of plain averaging.

    At first only the two known nodes have one: +1 and −1.
    """
    h = np.zeros(NODES)
    h[list(KNOWN)] = 1, -1
    return np.linalg.matrix_power(averaging(graph()[0]), layers) @ h


LAYERS = (0, 1, 2, 3, 10, 30, 100)


def draw_spread(layers):
    """Draw the graph with the number of each node."""
    A, side = graph()
    angle = 2 * np.pi * (np.arange(NODES) % 12) / 12
    center = np.where(side == 0, -1.5, 1.5)
    place = np.column_stack([center + np.cos(angle), np.sin(angle)])
    h = spread(layers)
    _, ax = figure(height=2.5)
    for one, other in np.argwhere(np.triu(A)):
        ax.plot(*place[[one, other]].T, "-", color=color.border, lw=0.9, zorder=1)
    for node, value in enumerate(h):
        filled = value > 0
        mark = "o" if abs(value) > 1e-12 else "."
        ax.plot(
            *place[node], mark, ms=9, zorder=2, mec=color.data, mew=1.6,
            mfc=color.data if filled else color.paper,
        )  # fmt: skip
    ax.set(xlim=(-2.8, 2.8), ylim=(-1.3, 1.3))
    ax.set_axis_off()
    ax.set_aspect("equal")
    right = ((h > 0) == (side == 0)) & (h != 0)
    gap = np.format_float_positional(np.ptp(h), precision=1, fractional=False, trim="-")
    return (
        f"After {layers} {'layer' if layers == 1 else 'layers'} {int(right.sum())} of "
        f"{NODES} nodes have the sign of their circle; the numbers differ by {gap}."
    )
