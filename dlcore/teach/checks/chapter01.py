"""Checks for chapter 1: a weighted sum, parameters of layers, pictures as rows."""

import itertools

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

X = np.array([3.0, 2.0])
THREE = np.array([2.0, -1.0, 4.0])
WEIGHTS = np.array([1.5, 2.0, -0.5])
PICTURES = np.arange(24, dtype=float).reshape(2, 3, 4) * 11.0  # 0 to 253


# ---- one neuron -------------------------------------------------------------


def weigh(x, w, b):
    """Return the weighted sum of one row of inputs."""
    return np.sum(w * x) + b


WEIGH = Check(
    reference=weigh,
    names=("weighted_sum_of_row",),
    cases=(
        Case("two inputs", (X, np.array([0.25, 1.75]), 1.0)),
        Case("three inputs of both signs", (THREE, WEIGHTS, 0.5)),
        Case("a single input", (X[:1], WEIGHTS[:1], -2.0), "edge"),
        Case("all inputs 0", (0 * THREE, WEIGHTS, 0.75), "edge"),
    ),
    mistakes=(
        Mistake(lambda x, w, b: np.sum(w * x), "the bias has no effect"),
        Mistake(lambda x, w, b: np.sum(w * x) - b, "the bias is taken away"),
        Mistake(
            lambda x, w, b: np.sum(w * x + b),
            "the bias is added once for every input; it belongs to the neuron",
        ),
        Mistake(
            lambda x, w, b: np.sum(w + x) + b,
            "weights and inputs are added; a weight multiplies its input",
        ),
        Mistake(
            lambda x, w, b: np.sum(w) * np.sum(x) + b,
            "you sum first and multiply after; each input has its own weight",
        ),
        Mistake(
            lambda x, w, b: w * x + b,
            "there is still one number per input; a neuron puts out one in all",
        ),
        Mistake(
            lambda x, w, b: np.mean(w * x) + b,
            "this is a mean; twice as many inputs must be able to give twice as much",
        ),
    ),
)


# ---- layers -----------------------------------------------------------------


def count_parameters(sizes):
    """Return the number of weights and biases of dense layers of these sizes."""
    return sum((n_in + 1) * n_out for n_in, n_out in itertools.pairwise(sizes))


def _weights_only(sizes):
    return sum(n_in * n_out for n_in, n_out in itertools.pairwise(sizes))


COUNT_PARAMETERS = Check(
    reference=count_parameters,
    names=("parameters",),
    cases=(
        Case("5 inputs, layers of 3 and 2", ([5, 3, 2],)),
        Case("4 layers", ([7, 5, 5, 4, 3],)),
        Case("one neuron with one input", ([1, 1],), "edge"),
        Case("a single layer", ([6, 4],), "edge"),
    ),
    mistakes=(
        Mistake(_weights_only, "the biases are not counted"),
        Mistake(
            lambda sizes: _weights_only(sizes) + len(sizes) - 1,
            "you count one bias for each layer; every neuron has its own",
        ),
        Mistake(
            lambda sizes: _weights_only(sizes) + sum(sizes),
            "inputs have no bias: they do not compute",
        ),
        Mistake(
            lambda sizes: sum(sizes),
            "these are the nodes; count the connections between them",
        ),
        Mistake(
            lambda sizes: sum(sizes[1:]),
            "these are the biases; the weights are still to come",
        ),
    ),
)


# ---- pictures ---------------------------------------------------------------


def flatten_and_scale(pictures):
    """Return one row of values from 0 to 1 for each picture of 0 to 255."""
    return pictures.reshape(len(pictures), -1) / 255


FLATTEN_AND_SCALE = Check(
    reference=flatten_and_scale,
    names=("rows_of_pictures",),
    cases=(
        Case("two pictures of 3 by 4", (PICTURES,)),
        Case("three pictures of 2 by 2", (PICTURES.reshape(-1, 2, 2)[:3],)),
        Case("a single picture", (PICTURES[:1],), "edge"),
        Case("black pictures", (0 * PICTURES,), "edge"),
    ),
    mistakes=(
        Mistake(
            lambda p: p.reshape(len(p), -1), "the values still run from 0 up to 255"
        ),
        Mistake(lambda p: p / 255, "the pictures still have rows and columns"),
        Mistake(
            lambda p: p.reshape(-1) / 255,
            "all pictures have become one long vector; keep the axis of the samples",
        ),
        Mistake(
            lambda p: p.reshape(len(p), -1).T / 255,
            "the samples now stand in columns; one row for each picture is asked for",
        ),
        Mistake(
            lambda p: p.transpose(0, 2, 1).reshape(len(p), -1) / 255,
            "the pixels are read column by column; the book reads them row by row",
        ),
        Mistake(
            lambda p: p.reshape(len(p), -1) / 256,
            "you divide by 256, so that white does not come out as 1",
        ),
        Mistake(
            lambda p: p.reshape(len(p), -1) / max(p.max(), 1),
            "you divide by the largest value that occurs; the scale must not depend "
            "on the pictures",
        ),
    ),
)

CHECKS = (WEIGH, COUNT_PARAMETERS, FLATTEN_AND_SCALE)
