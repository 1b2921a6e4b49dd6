"""Page 12.4's numbers: attention, a block that looks up, layers on a graph."""

import itertools

import numpy as np
import pytest

from dlcore import ops
from dlcore.layers import Dense
from dlcore.teach import chapter12_links as links
from dlcore.teach.checks.chapter12_links import W_K, W_Q, W_V, X, self_attention

# -- C12.07 ----------------------------------------------------------------------------


def test_three_tokens_by_hand():
    A = links.weights_of(
        np.sqrt(2) * np.log(2) * links.TOKENS @ links.W_Q, links.TOKENS
    )
    by_hand = [[0.2, 0.4, 0.4], [0.4, 0.2, 0.4], [0.25, 0.25, 0.5]]
    np.testing.assert_allclose(A, by_hand, atol=1e-12)
    new = [[0.6, 0.8], [0.8, 0.6], [0.75, 0.75]]
    np.testing.assert_allclose(A @ links.TOKENS, new, atol=1e-12)


def test_from_scratch_equals_the_op():
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    y, _ = ops.attention(Q, K, V, scale=2**-0.5)
    np.testing.assert_allclose(y.data, self_attention(X, W_Q, W_K, W_V), atol=1e-12)


def test_another_order_gives_the_same_in_another_order():
    P = np.eye(4)[[2, 0, 3, 1]]
    np.testing.assert_allclose(
        self_attention(P @ X, W_Q, W_K, W_V), P @ self_attention(X, W_Q, W_K, W_V)
    )


def test_nobody_listens_to_what_comes_later():
    A = links.weights_of(X, X, causal=True)
    assert not np.triu(A, 1).any()
    np.testing.assert_allclose(A.sum(axis=1), 1)


def test_products_of_d_numbers_have_the_variance_d():
    q, k = np.random.default_rng(0).normal(size=(2, 20000, 64))
    assert (q * k).sum(axis=1).var() == pytest.approx(64, rel=0.05)


def test_the_block_learns_to_look_up_and_a_plain_mean_does_not():
    for seed in (0, 1):
        assert links.trained_block(seed=seed)[1][200] > 0.99
    digits = itertools.product(range(5), repeat=4)
    best = np.mean([max(map(row.count, row)) / 4 for row in digits])
    assert links.trained_block(listens=False)[1][200] < best + 0.03
    assert 0.4 < best < 0.55


def test_lookups_have_one_answer():
    x, y = links.lookups(200, seed=1)
    for row, digit in zip(x, y, strict=True):
        *pairs, asked = links.names_of(row)
        assert [pair for pair in pairs if pair[0] == asked[0]] == [f"{asked[0]}{digit}"]


# -- C12.08 ----------------------------------------------------------------------------


def test_the_known_nodes_are_enough_with_the_graph_only():
    M = links.averaging(links.graph()[0])
    for seed in (0, 1):
        assert links.graph_net(M, seed) > 0.9
        assert links.graph_net(np.eye(links.NODES), seed) < 0.7


def test_averaging_keeps_one_sum_and_forgets_the_rest():
    A, _ = links.graph()
    M, share = links.averaging(A), A.sum(axis=1) + 1
    np.testing.assert_allclose(share @ M, share)
    kept = share @ links.spread(0) / share.sum()
    np.testing.assert_allclose(links.spread(400), kept, atol=1e-6)
    gaps = [np.ptp(links.spread(layers)) for layers in links.LAYERS]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] < 1e-4


def test_numbering_does_not_matter_to_a_graph_layer():
    A, _ = links.graph()
    M, P = links.averaging(A), np.eye(24)[np.random.default_rng(0).permutation(24)]
    layer = Dense(3, dtype="float64")
    H = np.random.default_rng(1).normal(size=(24, 2))
    first = P @ np.asarray(layer(M @ H).data)
    np.testing.assert_allclose(layer(P @ M @ P.T @ P @ H).data, first, atol=1e-12)
