"""Checks for page 12.2: a network of templates."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

RNG = np.random.default_rng(3)
X, TEMPLATES, WEIGHTS = (RNG.normal(size=size) for size in ((5, 2), (3, 2), (3,)))


def template_scores(x, templates, weights, gamma, b):
    """Return the sums z (N,) of rows x (N, d) by templates (M, d), weights (M,)."""
    return np.exp(-gamma * _squared(x, templates)) @ weights + b


def _squared(x, templates):
    return ((x[:, None, :] - templates[None]) ** 2).sum(axis=2)


def _distance(x, templates, weights, gamma, b):
    return np.exp(-gamma * np.sqrt(_squared(x, templates))) @ weights + b


def _growing(x, templates, weights, gamma, b):
    return np.exp(gamma * _squared(x, templates)) @ weights + b


def _without_gamma(x, templates, weights, gamma, b):
    return np.exp(-_squared(x, templates)) @ weights + b


def _without_bias(x, templates, weights, gamma, b):
    return template_scores(x, templates, weights, gamma, 0 * b)


def _unweighted(x, templates, weights, gamma, b):
    return template_scores(x, templates, np.ones_like(weights), gamma, b)


def _linear(x, templates, weights, gamma, b):
    return -gamma * _squared(x, templates) @ weights + b


TEMPLATE_SCORES = Check(
    reference=template_scores,
    cases=(
        Case("five rows, three templates", (X, TEMPLATES, WEIGHTS, 0.7, 0.3)),
        Case("another likeness", (X, TEMPLATES, WEIGHTS, 2.0, -0.5)),
        Case("one template", (X, TEMPLATES[:1], WEIGHTS[:1], 1.0, 0.2), "edge"),
    ),
    mistakes=(
        Mistake(_distance, "this is the distance; likeness falls with its square"),
        Mistake(_growing, "likeness grows with the distance; a sign is missing"),
        Mistake(_without_gamma, "gamma is not used"),
        Mistake(_without_bias, "the bias is missing"),
        Mistake(_unweighted, "every template has its weight"),
        Mistake(_linear, "the exponential is missing: layer 1 is not linear"),
    ),
)

CHECKS = (TEMPLATE_SCORES,)
"""All checks of page 12.2."""
