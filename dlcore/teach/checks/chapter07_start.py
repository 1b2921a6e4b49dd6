"""Checks for page 7.4: how wide to draw the first weights, and what comes through."""

import math

import numpy as np

from dlcore.teach.check import Case, Check, Mistake


def glorot_limit(n_in, n_out):
    """Return the limit of Glorot's uniform distribution."""
    return math.sqrt(6 / (n_in + n_out))


LAYERS = (
    Case("a layer from 100 to 50", (100, 50)),
    Case("a layer from 3 to 7", (3, 7)),
    Case("equal sides", (24, 24)),
    Case("one input, one unit", (1, 1), "edge"),
)

GLOROT_LIMIT = Check(
    reference=glorot_limit,
    cases=LAYERS,
    mistakes=(
        Mistake(
            lambda n_in, n_out: 6 / (n_in + n_out), "this is a square; take the root"
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(2 / (n_in + n_out)),
            "this is the deviation; a uniform distribution reaches farther than that",
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(6 / n_in), "the outputs count as well here"
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(12 / (n_in + n_out)),
            "the variance of a uniform distribution is a third of its squared limit",
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(6 / (n_in * n_out)),
            "inputs and outputs are added, since two wishes are averaged",
        ),
    ),
)


def he_limit(n_in, n_out):
    """Return the limit of He's uniform distribution."""
    return math.sqrt(6 / n_in)


HE_LIMIT = Check(
    reference=he_limit,
    cases=LAYERS,
    mistakes=(
        Mistake(lambda n_in, n_out: 6 / n_in, "this is a square; take the root"),
        Mistake(
            lambda n_in, n_out: math.sqrt(6 / (n_in + n_out)),
            "only the inputs count here",
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(3 / n_in),
            "half of the signal is lost in the gates; the variance must make up for it",
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(2 / n_in),
            "this is the deviation; a uniform distribution reaches farther than that",
        ),
        Mistake(
            lambda n_in, n_out: math.sqrt(6 / n_out),
            "a unit adds up its inputs, so their number counts",
        ),
    ),
)


def _spreads(x, kernels, bend=np.tanh, spread=np.std):
    found, a = [], x
    for kernel in kernels:
        a = bend(a @ kernel)
        found.append(spread(a))
    return np.array(found)


def spreads(x, kernels):
    """Return the standard deviation of the outputs of each tanh layer."""
    return _spreads(x, kernels)


_rng = np.random.default_rng(74)
X = _rng.normal(size=(6, 4))
KERNELS = [_rng.normal(size=(4, 5)), _rng.normal(size=(5, 3)), _rng.normal(size=(3, 3))]

SPREADS = Check(
    reference=spreads,
    cases=(
        Case("three layers", (X, KERNELS)),
        Case("smaller weights", (X, [0.3 * kernel for kernel in KERNELS])),
        Case("one layer", (X, KERNELS[:1]), "edge"),
        Case("weights of zero", (X, [0 * kernel for kernel in KERNELS]), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda x, kernels: _spreads(x, kernels, spread=np.var),
            "these are variances; the deviation is their root",
        ),
        Mistake(
            lambda x, kernels: _spreads(x, kernels, bend=lambda z: z),
            "the bend is missing; each layer ends with tanh",
        ),
        Mistake(
            lambda x, kernels: _spreads(x, kernels, bend=lambda z: np.maximum(z, 0)),
            "these are ReLU layers; tanh is asked for",
        ),
        Mistake(
            lambda x, kernels: np.array(
                [np.std(np.tanh(x[:, : len(k)] @ k[: x.shape[1]])) for k in kernels]
            ),
            "every layer starts from x here; it starts from the layer before",
        ),
        Mistake(
            lambda x, kernels: _spreads(x, kernels, spread=np.mean),
            "this is the average output; its spread is asked for",
        ),
    ),
)

CHECKS = (GLOROT_LIMIT, HE_LIMIT, SPREADS)
