"""Checks for page 11.4: attention, temperature, and the bound on a gradient in time."""

import numpy as np

from dlcore.teach.chapter11_attention import attend
from dlcore.teach.chapter11_text import with_temperature
from dlcore.teach.check import Case, Check, Mistake

_draw = np.random.default_rng(114).normal
STATES, QUERY = _draw(size=(5, 3)), _draw(size=3)
PAPER = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])


def _attend(q, H, weigh=None, mean=True):
    """Return attention with something changed."""
    e = H @ q
    a = weigh(e) if weigh else np.exp(e) / np.exp(e).sum()
    return a, (a @ H if mean else a[:, None] * H)


ATTEND = Check(
    reference=attend,
    names=("attention",),
    cases=(
        Case("the paper example", (np.array([np.log(2), 0.0]), PAPER)),
        Case("five states of three numbers", (QUERY, STATES)),
        Case("a query of zeros", (np.zeros(3), STATES), "edge"),
        Case("scores beyond a thousand", (2000 * QUERY, STATES), "edge",
             "the exponential overflows; subtract the largest score first"),
    ),
    mistakes=(
        Mistake(lambda q, H: _attend(q, H, lambda e: e), "the scores are used as "
                "weights; softmax is missing"),
        Mistake(lambda q, H: _attend(q, H, lambda e: np.exp(e)), "the weights do not "
                "sum to 1"),
        Mistake(lambda q, H: _attend(q, H, mean=False), "the weighted states are not "
                "yet added up"),
        Mistake(lambda q, H: attend(q, H)[::-1], "first the weights, then the context"),
        Mistake(lambda q, H: _attend(q, H, lambda e: np.eye(len(e))[e.argmax()]),
                "this takes the best state alone; it has no slope to learn from"),
        Mistake(lambda q, H: (attend(q, H)[0], attend(q, H)[1] / len(H)), "the weights "
                "sum to 1 already; no further division"),
    ),
)  # fmt: skip

P = np.array([0.5, 0.3, 0.15, 0.05])
TEMPERATURE = Check(
    reference=with_temperature,
    names=("temper",),
    cases=(
        Case("cold", (P, 0.5)),
        Case("hot", (P, 2.0)),
        Case("temperature 1 changes nothing", (P, 1.0), "edge"),
        Case("a probability of 0", (np.array([0.0, 0.25, 0.75]), 0.5), "edge",
             "the logarithm of 0 is not a number to go on with"),
        Case("very cold", (P, 0.001), "edge", "all powers become 0 and their sum, too; "
             "use logarithms and subtract the largest"),
    ),
    mistakes=(
        Mistake(lambda p, t: p**t / (p**t).sum(), "the power is 1 divided by the "
                "temperature"),
        Mistake(lambda p, t: p ** (1 / t), "the results do not sum to 1"),
        Mistake(lambda p, t: np.exp(p / t) / np.exp(p / t).sum(), "the exponential "
                "takes logarithms, not probabilities"),
        Mistake(lambda p, t: p / t, "a common factor changes no choice"),
    ),
)  # fmt: skip


def gradient_bound(W, steps, slope):
    """Return the bound on the norm of the derivative over some steps."""
    return (slope * np.linalg.norm(W, 2)) ** steps


TURN = np.array([[0.0, -2.0], [0.5, 0.0]])
GRADIENT_BOUND = Check(
    reference=gradient_bound,
    names=("bound",),
    cases=(
        Case("a matrix of 3 by 3, five steps", (0.5 * _draw(size=(3, 3)), 5, 1.0)),
        Case("the slope of the sigmoid", (_draw(size=(4, 4)), 3, 0.25)),
        Case("a matrix whose eigenvalues are smaller", (TURN, 4, 1.0)),
        Case("no step", (TURN, 0, 1.0), "edge"),
    ),
    mistakes=(
        Mistake(lambda W, n, s: (s * np.abs(np.linalg.eigvals(W)).max()) ** n, "this "
                "takes the largest eigenvalue; the bound needs the largest singular "
                "value"),
        Mistake(lambda W, n, s: (s * np.linalg.norm(W)) ** n, "without a second "
                "argument `norm` adds up all squares; that is a weaker bound"),
        Mistake(lambda W, n, s: s * np.linalg.norm(W, 2) ** n, "the slope counts at "
                "every step"),
        Mistake(lambda W, n, s: n * s * np.linalg.norm(W, 2), "factors multiply over "
                "the steps, they do not add up"),
        Mistake(lambda W, n, s: np.linalg.norm(W, 2) ** n, "the slope of the "
                "activation is missing"),
    ),
)  # fmt: skip

CHECKS = (ATTEND, TEMPERATURE, GRADIENT_BOUND)
