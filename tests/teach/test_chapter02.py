"""The numbers of chapter 2, and its drawings."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore.teach import chapter02

SWEEP = {
    0.001: 10760.3,
    0.01: 298.4,
    0.08: 16.3655,
    0.3: 16.3655,
    0.5: 16.3655,
    0.99: 298.4,
    1.0: 16050.9,
    1.01: 8.4e5,
    1.1: 1.1e20,
}


@pytest.mark.parametrize(("epoch", "loss"), [(0, 16050.9), (1, 11330.3), (50, 16.3659)])
def test_losses_of_the_run(epoch, loss):
    assert chapter02.losses(100)[epoch] == pytest.approx(loss, rel=1e-5)


@pytest.mark.parametrize(("rate", "loss"), SWEEP.items())
def test_learning_rate_sweep(rate, loss):
    assert chapter02.losses(100, rate)[-1] == pytest.approx(loss, rel=2e-2)


def test_learned_parameters_and_line():
    neuron = chapter02.trained(100)
    assert (neuron.w, neuron.b) == pytest.approx((-20.9939, 124.8750), abs=1e-4)
    assert chapter02.line_in_miles(neuron) == pytest.approx(
        (-7.4321, 152.188), abs=1e-3
    )


def test_raw_miles_diverge():
    weights = chapter02.path(3, x=chapter02.MILES)[:, 0]
    assert weights == pytest.approx([0, 63.9, -103.7, 317.1], abs=0.06)
    flat, steep = chapter02.curvatures(chapter02.MILES)[1]
    assert (flat, steep) == pytest.approx((0.721, 44.25), abs=5e-3)


@pytest.mark.parametrize("x", [chapter02.MILES, chapter02.X], ids=["miles", "standard"])
def test_contours_join_points_of_equal_loss(x):
    best = np.linalg.lstsq(np.stack([x, np.ones(8)], 1), chapter02.PRICE, rcond=None)[0]
    (ring,) = chapter02.contours(x, levels=[500.0])
    excess = [chapter02.mse(*(best + p), x=x) - chapter02.best_mse() for p in ring.T]
    assert excess == pytest.approx([500.0] * len(excess))


DRAWINGS = [
    (chapter02.rounds, {"rounds": 1}, "After 1 round the"),
    (chapter02.by_hand, {"weight": -7, "bias": 120}, "954.2"),
    (
        chapter02.cycle,
        {"round": 1, "phase": "feedback"},
        "41.99 for w, twice the mean of the last column, and −249.75 for b",
    ),
    (chapter02.cycle, {"round": 1, "phase": "adjust"}, "0.00 to −3.36"),
    (chapter02.parabola, {"rows": "hotel 8", "weight": 20}, "slope there is 351.0"),
    (chapter02.parabola, {"rows": "hotel 8", "weight": -60}, "slope there is −329.3"),
    (chapter02.steps, {"learning_rate": 1.1, "epochs": 100}, "1.1\u00a0·\u00a010²⁰"),
    (
        chapter02.rulers,
        {"unit": "miles", "learning_rate": 0.08, "epochs": 1},
        "w = 63.9",
    ),
    (chapter02.odd_hotel, {"price": 168}, "144.5"),
]


@pytest.mark.parametrize(("draw", "values", "text"), DRAWINGS)
def test_each_drawing_tells_its_numbers(draw, values, text):
    before = len(plt.get_fignums())
    caption = draw(**values)
    assert len(plt.get_fignums()) == before + 1
    plt.close("all")
    assert text in caption


INSIDE_OR_NOT = [
    (chapter02.parabola, {"rows": "hotel 8", "weight": 10}, []),
    (chapter02.parabola, {"rows": "hotel 8", "weight": 20}, ["^"]),
    (chapter02.steps, {"learning_rate": 0.08, "epochs": 20}, []),
    (chapter02.steps, {"learning_rate": 1.1, "epochs": 20}, ["^", "^"]),
    (chapter02.steps, {"learning_rate": 1.1, "epochs": 35}, ["^", "v"]),
]


@pytest.mark.parametrize(("draw", "values", "triangles"), INSIDE_OR_NOT)
def test_a_neuron_beyond_the_picture_is_a_triangle_at_its_edge(draw, values, triangles):
    caption = draw(**values)
    lines = [line for ax in plt.gcf().axes for line in ax.lines]
    found = [line.get_marker() for line in lines if line.get_marker() in ("^", "v")]
    plt.close("all")
    assert found == triangles
    assert ("Triangle" in caption) == bool(triangles)
