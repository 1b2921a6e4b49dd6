"""The numbers of chapter 1, and its drawings."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore import Neuron
from dlcore.teach import chapter01, chapter01_data, chapter01_layers


@pytest.mark.parametrize(
    ("w", "b", "products", "total", "output"),
    [
        ((0.5, 1.5), 1.0, (1.5, 3.0), 4.5, 5.5),
        ((-0.5, 1.0), -2.0, (-1.5, 2.0), 0.5, -1.5),
    ],
)
def test_c1_05_two_paper_examples(w, b, products, total, output):
    assert tuple(np.multiply(w, chapter01.INPUTS)) == products
    assert sum(products) == total
    assert chapter01.weigh(chapter01.INPUTS, w, b) == output
    assert Neuron(np.array(w), b).predict([chapter01.INPUTS])[0, 0] == output


def test_c1_04_the_neuron_finds_the_hidden_dials():
    neuron = chapter01.apprentice(200)
    assert neuron.w == pytest.approx([0.5, 1.5], abs=1e-3)
    assert neuron.b == pytest.approx(1.0, abs=1e-3)
    assert np.linalg.matrix_rank(np.c_[np.ones(6), chapter01.ROWS]) == 3
    assert list(chapter01.INPUTS) not in chapter01.ROWS.tolist()


def test_c1_08_sigmoid_stays_between_0_and_1():
    low, middle, high = chapter01.sigmoid([-8.0, 0.0, 8.0])
    assert 0 < low < 0.001
    assert middle == 0.5
    assert 0.999 < high < 1


def test_c1_13_the_example_hotel():
    row = [chapter01_data.HOTELS[name][5] for name in ("distance", "rating", "price")]
    assert row == [1.5, 3.6, 136.0]


def test_c1_10_the_dearest_hotels_lie_far_out():
    first = chapter01_data.ordered("price, dearest first")[:4]
    assert (chapter01_data.HOTELS["distance"][first] > 15).all()


@pytest.mark.parametrize(("rank", "size"), list(enumerate([1, 4, 12, 48, 96, 288])))
def test_c1_19_shape_rank_and_size(rank, size):
    shape = chapter01_data.shape_of(rank, 4)
    assert len(shape) == rank
    assert np.zeros(shape).size == size


@pytest.mark.parametrize(
    ("model", "parts", "total"),
    [
        (chapter01_layers.body_network, [9, 8], 17),
        (chapter01_layers.animal_network, [54, 42, 28], 124),
    ],
)
def test_c1_28_c1_29_parameters(model, parts, total):
    layers = model().layers
    sizes = [layers[0].weights[0].shape[0], *(layer.units for layer in layers)]
    assert [layer.count_params() for layer in layers] == parts
    assert [sum(pair) for pair in chapter01_layers.count(sizes)] == parts
    assert model().count_params() == sum(parts) == total


def test_c1_30_the_way_of_a_row():
    values = chapter01_layers.passed(1)
    assert [len(v) for v in values] == [8, 6, 6, 4]
    assert values[-1].sum() == pytest.approx(1)
    model, row = chapter01_layers.animal_network(), chapter01_layers.animal_rows()[:1]
    assert values[-1] == pytest.approx(model.predict(row)[0])


def test_the_dot_of_the_learning_neuron_stands_at_its_round():
    chapter01.learns(200)
    ax = plt.gcf().axes[1]
    dot = next(line for line in ax.lines if line.get_marker() == "o")
    assert dot.get_xdata()[0] == 200 == ax.get_xlim()[1]
    plt.close("all")


DRAWINGS = [
    (chapter01.learns, {"rounds": 0}, "answers 0."),
    (chapter01.dials, {"w1": -0.5, "w2": 1.0, "b": -2.0}, "output is −1.5"),
    (chapter01.activate, {"activation": "sigmoid", "z": 8}, "becomes 0.9997"),
    (
        chapter01_data.table_and_plot,
        {
            "order": "price, dearest first",
            "horizontal": "distance",
            "vertical": "price",
        },
        "hotel 23, 19.5 miles out",
    ),
    (chapter01_data.tensor, {"rank": 3, "length": 4}, "(4, 3, 4), 48 numbers"),
    (chapter01_data.tensor, {"rank": 0, "length": 2}, "shape (), 1 number in"),
    (chapter01_data.picture, {"digit": 0, "view": "flattened"}, "= 64 features"),
    (chapter01_data.picture, {"digit": 0, "view": "numbers"}, "from 0 to 15"),
    (chapter01_layers.forward, {"row": 1, "step": "output"}, "add up to 1.00"),
    (
        chapter01_layers.parameters,
        {"inputs": 2, "hidden": 6, "outputs": 2},
        "= 32 parameters",
    ),
    (chapter01_layers.shapes, {"batch": 8, "n_in": 3, "n_out": 2}, "Z (8, 2)"),
]


@pytest.mark.parametrize(("draw", "values", "text"), DRAWINGS)
def test_each_drawing_tells_its_numbers(draw, values, text):
    before = len(plt.get_fignums())
    caption = draw(**values)
    assert len(plt.get_fignums()) == before + 1
    plt.close("all")
    assert text in caption
