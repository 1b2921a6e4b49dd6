"""Page 12.2's numbers: folds, representations, dimensions, populations, templates."""

import numpy as np
import pytest

from dlcore.datasets import synthetic
from dlcore.preprocessing import PCA
from dlcore.teach import chapter12_unfolding as page
from dlcore.teach.checks.chapter12_unfolding import template_scores

# -- C12.12, C12.13: folds and representations -----------------------------------------


def test_two_folds_are_enough_and_one_is_not():
    x, y = page.rings()
    shares = [page.best_line(page.fold(x, folds), y)[2] for folds in range(4)]
    assert shares[0] < 0.65
    assert 0.65 < shares[1] < 0.9
    assert shares[2:] == [1.0, 1.0]


def test_two_relu_units_fold():
    x = np.linspace(-2, 2, 9)
    np.testing.assert_array_equal(np.maximum(x, 0) + np.maximum(-x, 0), np.abs(x))


@pytest.mark.parametrize("seed", range(3))
def test_two_units_a_layer_never_open_the_ring(seed):
    narrow, wide = page.SHAPES
    assert page.probe(narrow, 3, seed) < 0.95
    assert page.probe(wide, 3, seed) == 1


def test_a_layer_of_two_can_be_run_backward():
    generator = np.random.default_rng(0)
    W, b, x = generator.normal(size=(2, 2)), generator.normal(size=2), page.rings()[0]
    h = np.tanh(x @ W.T + b)
    back = (np.arctanh(h) - b) @ np.linalg.inv(W).T
    np.testing.assert_allclose(back, x, atol=1e-6)


def test_the_representation_is_that_of_the_network():
    shape = "8, 8, then 2 units"
    model = page.trained(shape)
    last = model.layers[-1](page.representation(shape, 3).astype("float32")).data
    np.testing.assert_allclose(
        last, model.predict(page.rings()[0], verbose=0), atol=1e-5
    )


# -- C12.14, C12.15: manifolds ---------------------------------------------------------


@pytest.mark.parametrize("dimension", [1, 2, 3, 5])
def test_neighbors_know_the_dimension_of_a_filled_cube(dimension):
    x = np.random.default_rng(0).uniform(size=(1500, dimension))
    folded = np.hstack([x, x**2, np.sin(x)])  # bent, in three times as many numbers
    assert page.neighbor_dimension(x) == pytest.approx(dimension, rel=0.15)
    assert page.neighbor_dimension(folded) == pytest.approx(dimension, rel=0.15)


def test_dimensions_of_the_data():
    assert page.neighbor_dimension(synthetic.arc(1000)) == pytest.approx(1, abs=0.1)
    roll = synthetic.swiss_roll(1500)[0]
    assert page.neighbor_dimension(roll) == pytest.approx(2, abs=0.25)
    x = page.pictures()[0]
    assert round(page.neighbor_dimension(x)) == 9
    assert page.neighbor_dimension(page.shuffled_pixels()) > 20
    share = np.cumsum(PCA().fit(x).variances)
    assert (share < 0.95 * share[-1]).sum() + 1 == 28


# -- C12.10, C12.11: other populations -------------------------------------------------


def test_predictions_do_not_move():
    assert page.accuracy("as in training", "as it is", 100) == pytest.approx(
        0.91, abs=0.02
    )
    assert page.accuracy("turned by 90 degrees", "as it is", 100) < 0.2
    assert page.accuracy("white on black", "as it is", 100) < 0.03


def test_a_representation_may_move_or_not():
    for population, better in (("white on black", 1), ("turned by 90 degrees", -1)):
        kept, fresh = (
            page.accuracy(population, way, 100)
            for way in ("new last layer", "from scratch")
        )
        assert better * (kept - fresh) > 0.03


# -- C12.16: templates -----------------------------------------------------------------


def test_few_templates_part_the_rings():
    x, y = page.rings()
    templates, weights = page.kernel_perceptron(x, y)
    assert len(weights) < 20
    z = template_scores(x, templates, weights, 1.0, 0.0)
    assert ((z > 0) == (y > 0.5)).all()
    np.testing.assert_allclose(page.alike(templates, templates).diagonal(), 1)
