"""Checks for chapter 6: optimizers that give each weight its own rate."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

THETA = np.array([1.0, -2.0, 0.5])
M = np.array([0.2, -0.3, 0.05])
V = np.array([0.4, 2.5, 0.09])
G = np.array([0.8, -1.5, 2.0])
ZERO = np.zeros(3)
EPSILON = 1e-7


def adagrad_step(theta, s, g, learning_rate, epsilon):
    """Return (theta, s) after one step of AdaGrad."""
    s = s + g**2
    return theta - learning_rate * g / np.sqrt(s + epsilon), s


ADAGRAD = Check(
    reference=adagrad_step,
    cases=(
        Case("three weights", (THETA, V, G, 0.1, EPSILON)),
        Case("other numbers", (M, V * 3, THETA, 0.5, 1e-3)),
        Case("the first step", (THETA, ZERO, G, 0.1, EPSILON), "edge"),
        Case("no gradient so far", (THETA, ZERO, ZERO, 0.1, EPSILON), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda theta, s, g, rate, e: (
                theta - rate * g / np.sqrt(s + e),
                s + g**2,
            ),
            "divided by the old sum; add the present gradient first",
        ),
        Mistake(
            lambda theta, s, g, rate, e: (
                theta - rate * g / (s + g**2 + e),
                s + g**2,
            ),
            "divided by the sum itself; the root is missing",
        ),
        Mistake(
            lambda theta, s, g, rate, e: (theta - rate * g / np.sqrt(g**2 + e), g**2),
            "the earlier gradients are forgotten; they are to be summed up",
        ),
        Mistake(
            lambda theta, s, g, rate, e: (
                theta - rate * g / np.sqrt(np.sum(s + g**2) + e),
                s + g**2,
            ),
            "one rate for all weights; each has a sum of its own",
        ),
        Mistake(
            lambda theta, s, g, rate, e: (
                theta + rate * g / np.sqrt(s + g**2 + e),
                s + g**2,
            ),
            "this climbs; go against the gradient",
        ),
    ),
)


def rmsprop_step(theta, v, g, learning_rate, rho, epsilon):
    """Return (theta, v) after one step of RMSProp."""
    v = rho * v + (1 - rho) * g**2
    return theta - learning_rate * g / np.sqrt(v + epsilon), v


RMSPROP = Check(
    reference=rmsprop_step,
    cases=(
        Case("three weights", (THETA, V, G, 0.1, 0.9, EPSILON)),
        Case("other numbers", (M, V * 3, THETA, 0.5, 0.7, 1e-3)),
        Case("the first step", (THETA, ZERO, G, 0.1, 0.9, EPSILON), "edge"),
        Case("no gradient at all", (THETA, ZERO, ZERO, 0.1, 0.9, EPSILON), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda theta, v, g, rate, rho, e: (
                theta - rate * g / np.sqrt((1 - rho) * v + rho * g**2 + e),
                (1 - rho) * v + rho * g**2,
            ),
            "the two shares are exchanged; most of the average is kept",
        ),
        Mistake(
            lambda theta, v, g, rate, rho, e: (
                theta - rate * g / np.sqrt(rho * v + g**2 + e),
                rho * v + g**2,
            ),
            "an average needs shares that add up to one",
        ),
        Mistake(
            lambda theta, v, g, rate, rho, e: (
                theta - rate * g / np.sqrt(v + g**2 + e),
                v + g**2,
            ),
            "this is a sum that only grows; a moving average forgets",
        ),
        Mistake(
            lambda theta, v, g, rate, rho, e: (
                theta - rate * g / (rho * v + (1 - rho) * g**2 + e),
                rho * v + (1 - rho) * g**2,
            ),
            "divided by the average itself; the root is missing",
        ),
        Mistake(
            lambda theta, v, g, rate, rho, e: (
                theta - rate * g / np.sqrt(v + e),
                rho * v + (1 - rho) * g**2,
            ),
            "divided by the old average; renew it first",
        ),
    ),
)


def _adam(theta, m, v, g, t, rate, b1, b2, e, first=True, second=True, root=True,
          sign=-1):  # fmt: skip
    """Return a step of Adam with parts of it left out."""
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
    m_hat = m / (1 - b1**t) if first else m
    v_hat = v / (1 - b2**t) if second else v
    size = np.sqrt(v_hat) if root else v_hat
    return theta + sign * rate * m_hat / (size + e), m, v


def adam_step(theta, m, v, g, t, learning_rate, beta_1, beta_2, epsilon):
    """Return (theta, m, v) after step t of Adam, counted from 1."""
    return _adam(theta, m, v, g, t, learning_rate, beta_1, beta_2, epsilon)


SETTINGS = (0.1, 0.9, 0.999, EPSILON)

ADAM = Check(
    reference=adam_step,
    cases=(
        Case("the third step", (THETA, M, V, G, 3, *SETTINGS)),
        Case("other settings", (M, G, V, THETA, 10, 0.5, 0.8, 0.95, 1e-3)),
        Case("the first step", (THETA, ZERO, ZERO, G, 1, *SETTINGS), "edge"),
        Case("no gradient at all", (THETA, ZERO, ZERO, ZERO, 1, *SETTINGS), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda *a: _adam(*a, first=False, second=False),
            "the averages are not corrected for their start at 0",
        ),
        Mistake(
            lambda *a: _adam(*a, second=False),
            "the average of squares is not corrected",
        ),
        Mistake(
            lambda *a: _adam(*a, first=False),
            "the average of gradients is not corrected",
        ),
        Mistake(lambda *a: _adam(*a, root=False), "the root of the average is missing"),
        Mistake(lambda *a: _adam(*a, sign=1), "this climbs; go against the average"),
        Mistake(
            lambda theta, m, v, g, t, *rest: _adam(theta, m, v, g, t + 1, *rest),
            "the steps are counted from 1, so the first power is the first",
        ),
        Mistake(
            lambda theta, m, v, g, t, *rest: (
                _adam(theta, m, v, g, t, *rest)[0],
                _adam(theta, m, v, g, t, *rest)[1] / (1 - rest[1] ** t),
                _adam(theta, m, v, g, t, *rest)[2] / (1 - rest[2] ** t),
            ),
            "the corrected averages are handed on; keep the plain ones",
        ),
    ),
)

CHECKS = (ADAGRAD, RMSPROP, ADAM)
