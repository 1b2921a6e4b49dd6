"""Page 10.5's numbers: maps, filters, class maps, relevance, and a cheated network."""

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, interpret, ops, utils
from dlcore.layers import Conv2D, Dense, Flatten, MaxPooling2D
from dlcore.teach import chapter10_inside as inside
from dlcore.teach import chapter10_maps as shown
from dlcore.teach import chapter10_relevance as asked


@pytest.fixture(scope="module")
def unseen():
    pages, labels = inside.unseen(300)
    return pages, labels, shown.outputs(pages)


def test_pages_hold_the_digits_that_their_labels_name(unseen):
    pages, labels, _ = unseen
    assert pages.shape == (300, 8, 20, 1)
    assert set(labels.sum(axis=1)) == {1.0, 2.0}
    empty = (pages.reshape(300, 8, 2, 10).sum(axis=(1, 3)) == 0).sum()
    assert 0.1 * 300 < empty < 0.3 * 300


def test_network_reads_unseen_pages(unseen):
    _, labels, said = unseen
    same = (said > 0.5) == (labels > 0.5)
    assert same.mean() > 0.96
    assert same.all(axis=1).mean() > 0.7
    untrained = inside.network().predict(unseen[0], verbose=0) > 0.5
    assert (untrained == (labels > 0.5)).all(axis=1).mean() < 0.05


def test_a_short_training_lowers_the_loss():
    rows = inside.pages(inside.X, inside.Y, 100, np.random.default_rng(3))
    before = inside.network().evaluate(*rows, verbose=0)
    after = inside.train({0.01: 2}, rows=100).evaluate(*rows, verbose=0)
    kept = inside.trained().evaluate(*rows, verbose=0)
    assert kept < 0.2 < after < before


def test_class_map_and_bias_make_the_output():
    model = inside.trained()
    W, b = model.layers[-1].get_weights()
    for picture in shown.PICTURES:
        model(shown.page(picture))
        z = model.layers[-1].z.data[0]
        for digit in range(10):
            mean = shown.class_map(picture, digit).mean()
            assert mean + b[digit] == pytest.approx(z[digit], abs=1e-9)
    assert W.shape == (32, 10)


def test_gradients_as_weights_give_the_class_map_again():
    for digit in (3, 7, 5):
        M = shown.class_map("3 and 7", digit)
        H = interpret.class_activation(
            inside.trained(), shown.page("3 and 7"), label=digit
        )
        np.testing.assert_allclose(H[0], np.maximum(M, 0) / M.size, atol=1e-9)


def test_told_which_it_has_learned_where():
    pages, labels = asked.asked()
    W = inside.trained().layers[-1].get_weights()[0][:, labels]
    maps = list(interpret.feature_maps(inside.trained(), pages).values())[2]
    heat = np.maximum(np.einsum("nrsc,cn->nrs", maps, W), 0)
    left = heat[:, :, : inside.HALF].sum(axis=(1, 2)) / heat.sum(axis=(1, 2))
    assert np.median(left) > 0.65
    assert (left > 0.5).mean() > 0.9


def test_deeper_layers_fire_at_fewer_places():
    first, *deeper = shown.firing_shares()
    assert first > 0.5
    assert max(deeper) < 0.25


def test_filters_are_named_by_what_they_react_to():
    names = [shown.favorite(number) for number in range(1, 9)]
    assert names[2:6] == ["slanted up", "lower side", "left side", "stroke across"]
    K, b = shown.kernels()
    ink = np.array(shown.PATTERNS["stroke across"])
    by_hand = sum(K[5, i, j] * ink[i, j] for i in range(3) for j in range(3)) + b[5]
    assert shown.reactions(6)["stroke across"] == pytest.approx(by_hand)


def test_an_entry_of_the_third_layer_sees_seven_by_seven_pixels():
    def entry(page):
        maps = interpret.feature_maps(inside.trained(), page)
        return list(maps.values())[2][0, 4, 10]

    page = inside.unseen(300)[0][:1]
    outside, inner = page.copy(), page.copy()
    outside[0, :, :7] = outside[0, :, 14:] = outside[0, 0] = 1.0
    np.testing.assert_allclose(entry(outside), entry(page), atol=1e-12)
    inner[0, 1, 7] += 1.0
    assert np.abs(entry(inner) - entry(page)).max() > 0
    assert shown.patches(shown.chosen_maps()[0]).shape == (5, 7, 7)


def test_paper_example_of_relevance():
    a, z = asked.small()
    assert a.tolist() == [3, 1]
    assert z == 5
    R = asked.shared_out(asked.X, asked.W, asked.X @ asked.W, a * asked.V)
    assert R.tolist() == [0, 5]
    a, z = asked.small(np.array([2.0, 2.0]))
    R = asked.shared_out(np.array([2.0, 2.0]), asked.W, a, a * asked.V)
    assert (z, R.tolist()) == (5, pytest.approx([0, 5]))


@pytest.mark.parametrize("bias", [False, True])
def test_relevance_is_input_times_gradient_and_adds_up_without_biases(bias):
    utils.set_random_seed(3)
    model = Sequential(
        [
            Input(shape=(6, 6, 1)),
            Conv2D(3, 3, activation="relu", use_bias=bias, bias_initializer="ones"),
            MaxPooling2D(2),
            Flatten(),
            Dense(4, activation="relu", use_bias=bias),
            Dense(2, use_bias=bias, bias_initializer="ones"),
        ],
        dtype="float64",
    )
    x = np.random.default_rng(0).uniform(0, 1, (2, 6, 6, 1))
    R = interpret.relevance(model, x, label=1, epsilon=1e-12)
    tape = Tensor(x, requires_grad=True)
    z = model(tape)
    ops.sum(z * np.array([0.0, 1.0])).backward()
    np.testing.assert_allclose(R, x * tape.grad, atol=1e-8)
    lost = np.abs(R.sum(axis=(1, 2, 3)) - z.data[:, 1])
    assert (lost > 0.5).all() if bias else (lost < 1e-8).all()


def test_a_bias_keeps_its_share():
    x, W, b, R = np.array([1.0, 2.0]), np.ones((2, 1)), 3.0, np.array([6.0])
    shares = asked.shared_out(x, W, x @ W + b, R)
    assert shares.sum() == pytest.approx((1 - 3 / 6) * 6)


def test_wiping_by_relevance_is_fastest_and_by_class_map_like_chance():
    curves = {order: asked.wiped(order) for order in asked.ORDERS}
    at = asked.STEPS.index(10)
    assert curves["chance"][0] > 0.95
    assert curves["relevance"][at] < 0.1
    assert curves["chance"][at] - curves["relevance"][at] > 0.2
    assert abs(curves["class map"][at] - curves["chance"][at]) < 0.15


def test_the_cheated_network_looks_at_the_mark():
    counts = asked.marked_counts()
    assert counts["as in training"][1] == 1
    assert counts["as in training"][0] > 0.85
    assert counts["no marks"][1] == 0
    assert counts["all marked"][2] > 0.5
    assert (np.abs(asked.cheated()[2] - 1 / 3) < 0.05).all()
