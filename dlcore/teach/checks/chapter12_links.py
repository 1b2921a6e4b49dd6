"""Checks for page 12.4: self-attention, and a graph layer."""

import numpy as np

from dlcore.teach.check import Case, Check, Mistake

X = np.array([[1.0, 0.5, -0.3], [0.2, -1.0, 0.8], [0.4, 0.9, 1.1], [-0.7, 0.1, 0.6]])
W_Q = np.array([[0.8, -0.5], [0.3, 1.2], [-0.9, 0.4]])
W_K = np.array([[-0.4, 1.1], [0.9, 0.2], [0.5, -0.7]])
W_V = np.array([[1.0, 0.3], [-0.6, 0.8], [0.2, -1.3]])


def _softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def self_attention(X, W_Q, W_K, W_V):
    """Return the new vectors, one in each row."""
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    return _softmax(Q @ K.T / np.sqrt(K.shape[1])) @ V


def _scores(X, W_Q, W_K):
    return (X @ W_Q) @ (X @ W_K).T / np.sqrt(W_K.shape[1])


SELF_ATTENTION = Check(
    reference=self_attention,
    names=("my_self_attention",),
    cases=(
        Case("four tokens", (X, W_Q, W_K, W_V)),
        Case("two tokens", (X[:2], W_Q, W_K, W_V)),
        Case("a single token", (X[:1], W_Q, W_K, W_V), "edge"),
        Case("large numbers", (400 * X, W_Q, W_K, W_V), "edge"),
    ),
    mistakes=(
        Mistake(lambda X, Q, K, V: _softmax(_scores(X, Q, K) * np.sqrt(K.shape[1]))
                @ (X @ V), "the scores are not divided by √d"),
        Mistake(lambda X, Q, K, V: _softmax(_scores(X, Q, K), axis=0) @ (X @ V),
                "each row of weights sums to 1, not each column"),
        Mistake(lambda X, Q, K, V: _softmax(_scores(X, K, Q)) @ (X @ V),
                "queries and keys are swapped"),
        Mistake(lambda X, Q, K, V: _scores(X, Q, K) @ (X @ V), "the softmax is "
                "missing"),
        Mistake(lambda X, Q, K, V: _softmax(_scores(X, Q, K)), "these are the weights; "
                "the mean of the values is asked for"),
        Mistake(lambda X, Q, K, V: _softmax(_scores(X, Q, K)) @ (X @ K),
                "these are means of the keys; the values have a matrix of their own"),
    ),
)  # fmt: skip

A = np.array([[0, 1, 0, 0], [1, 0, 1, 1], [0, 1, 0, 0], [0, 1, 0, 0]], dtype=float)
W = np.array([[0.5, -1.0], [1.5, 0.4], [-0.6, 0.9]])


def graph_layer(A, H, W):
    """Return relu(M H W), M the mean over a node and its neighbors."""
    return _graph_layer(A + np.eye(len(A)), H, W)


def _graph_layer(A, H, W, squash=lambda z: np.maximum(0, z)):
    return squash(A / np.maximum(A.sum(axis=1, keepdims=True), 1) @ H @ W)


GRAPH_LAYER = Check(
    reference=graph_layer,
    names=("my_graph_layer",),
    cases=(
        Case("a star of four nodes", (A, X, W)),
        Case("a pair", (A[:2, :2], X[:2], W)),
        Case("nobody has neighbors", (0 * A, X, W), "edge"),
    ),
    mistakes=(
        Mistake(lambda A, H, W: _graph_layer(A, H, W), "a node belongs to its "
                "own mean"),
        Mistake(lambda A, H, W: np.maximum(0, (A + np.eye(len(A))) @ H @ W),
                "these are sums; divide each row by its number of nodes"),
        Mistake(lambda A, H, W: _graph_layer(A + np.eye(len(A)), H, W, lambda z: z),
                "the ReLU is missing"),
        Mistake(lambda A, H, W: np.maximum(0, H @ W), "nobody listens to neighbors"),
        Mistake(lambda A, H, W: np.maximum(
            0, ((A + np.eye(len(A))) / (A + np.eye(len(A))).sum(0)) @ H @ W),
            "rows are to sum to 1, not columns"),
    ),
)  # fmt: skip

CHECKS = (SELF_ATTENTION, GRAPH_LAYER)
"""All checks of page 12.4."""
