"""Page 12.1's numbers: matrices of architectures, codes of pictures and of curves."""

import numpy as np
import pytest

from dlcore.datasets import synthetic
from dlcore.preprocessing import PCA
from dlcore.teach import chapter12_codes as codes
from dlcore.teach import chapter12_map as links
from dlcore.teach.checks.chapter12_map import connection_matrix

# -- C12.01, C12.02: the map -----------------------------------------------------------


def test_the_map_names_every_family():
    said = " ".join(" ".join(line) for line in links.FAMILIES + links.AIMS)
    for word in ("MLP", "LSTM", "GRU", "transformers", "BERT", "GPT", "autoencoders",
                 "VAE", "GAN", "diffusion", "graph", "detect", "segment"):  # fmt: skip
        assert word in said


# -- C12.03: architectures as matrices -------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("dense", (36, 36)), ("neighbors", (16, 16)), ("convolution", (16, 3)),
     ("recurrent", (11, 2)), ("set", (36, 2)), ("graph", (18, 2))],
)  # fmt: skip
def test_links_and_weights_of_each_kind(kind, counts):
    assert links.counts(kind) == counts


def test_unknown_kinds_are_refused():
    with pytest.raises(ValueError, match="kind must be one of"):
        links.weight_numbers("round")


def test_the_library_has_the_matrix_that_is_drawn():
    kernel = np.array([1.0, 2.0, 3.0])
    matrix = links.matrix_of(links.sliding(kernel))
    np.testing.assert_allclose(matrix, links.weight_numbers("convolution"))
    np.testing.assert_allclose(matrix, connection_matrix(kernel, 6))


def test_a_linear_recurrent_layer_is_a_convolution_that_reaches_back():
    matrix = links.matrix_of(links.linear_reader(feedback=0.5))
    numbers = links.weight_numbers("recurrent")
    A, B = numbers[:, :6] * 1.0, numbers[:, 6:] * 0.25  # weight 2 is the feedback, 0.5
    np.testing.assert_allclose(np.linalg.solve(np.eye(6) - B, A), matrix, atol=1e-12)
    assert not np.linalg.matrix_power(B, 6).any()
    for back in range(6):
        np.testing.assert_allclose(np.diag(matrix, -back), 0.5**back)


def test_moves_tie_weights():
    swap = np.eye(6)[[1, 0, 2, 3, 4, 5]]
    ring = np.roll(np.eye(6), 1, axis=0)
    same_for_all = links.weight_numbers("set").astype(float)
    circle = 2 * np.eye(6) + ring - ring.T
    for move in (swap, ring):
        np.testing.assert_array_equal(same_for_all @ move, move @ same_for_all)
    np.testing.assert_array_equal(circle @ ring, ring @ circle)
    assert (circle @ swap != swap @ circle).any()


@pytest.mark.parametrize("moves", ["ring", "all"])
def test_how_many_weights_a_symmetry_leaves(moves):
    ring = np.roll(np.eye(6), 1, axis=0)
    swap = np.eye(6)[[1, 0, 2, 3, 4, 5]]
    conditions = [np.kron(p, p) - np.eye(36)
                  for p in ([ring] if moves == "ring" else [ring, swap])]  # fmt: skip
    free = 36 - np.linalg.matrix_rank(np.vstack(conditions))
    assert free == (6 if moves == "ring" else 2)


# -- C12.04: an autoencoder on digits --------------------------------------------------


def test_autoencoder_is_better_than_its_baselines():
    methods = ("mean picture", "PCA", "autoencoder")
    mean, pca, ours = (codes.picture_error(method, 8) for method in methods)
    assert mean == pytest.approx(0.0739, abs=0.0005)
    assert pca == pytest.approx(0.0253, abs=0.0005)
    assert ours < 0.8 * pca


def test_784_32_784_counts():
    assert 784 * 32 + 32 + 32 * 784 + 784 == 50992


def test_the_code_decodes_to_what_the_network_says():
    _, x = codes.pixels()
    said = codes.trained_pictures(2).predict(x, verbose=0)
    np.testing.assert_allclose(codes.decode(codes.plane()), said, atol=1e-5)


# -- C12.05: the autoencoder and PCA ---------------------------------------------------


@pytest.mark.parametrize("degrees", codes.ARCS)
def test_the_formula_of_the_arc(degrees):
    assert codes.curve_error("PCA", degrees)[0] == pytest.approx(
        codes.line_error(degrees), abs=2e-4
    )


def test_three_quarters_of_a_circle():
    assert codes.line_error(270) == pytest.approx(0.304, abs=0.0005)
    linear = codes.trained_curve(270, "linear", epochs=600)
    x = codes.arc(270)
    assert 2 * linear.evaluate(x, x, verbose=0) == pytest.approx(0.304, abs=0.001)
    assert codes.curve_error("autoencoder", 270)[0] < 0.002


def test_points_by_chance_vary_around_the_formula():
    drawn = []
    for seed in range(40):
        x = synthetic.arc(200, seed)
        drawn.append(PCA().fit(x).variances[-1])
    assert np.mean(drawn) == pytest.approx(codes.line_error(270), abs=0.006)
    assert min(drawn) < 0.301 < max(drawn)


def test_no_linear_autoencoder_beats_pca():
    x, _ = codes.pixels()
    x = x - x.mean(axis=0)
    left = PCA().fit(x).variances[8:].sum()
    for seed in range(5):
        basis = np.random.default_rng(seed).normal(size=(64, 8))
        code = np.linalg.lstsq(basis, x.T, rcond=None)[0]
        assert ((x - (basis @ code).T) ** 2).sum(axis=1).mean() > left


def test_a_closed_circle_has_two_opposite_points_with_one_code():
    code, back = codes.through_code("autoencoder", 360)
    half = codes.POINTS // 2
    apart = code - np.roll(code, half)
    assert np.allclose(apart[:half], -apart[half:])
    assert (apart > 0).any()
    assert (apart < 0).any()
    assert ((back - codes.arc(360)) ** 2).sum(axis=1).max() > 1
