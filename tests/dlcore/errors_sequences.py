"""Mistakes with sequences, embeddings and attention, and what is said about them."""

import numpy as np

from dlcore import Input, Sequential, layers

X = np.ones((2, 3, 4))
OLD = layers.LSTM(2)
OLD(X)


def stateful():
    model = Sequential([layers.GRU(2, stateful=True)])
    model.predict(X, batch_size=2)
    model.predict(X[:1])


def wrong_key():
    return layers.Attention()([X, X, np.ones((2, 5, 4))])


# what is done, the type of error, what came, what to change
MISTAKES = {
    "vectors for a recurrent layer": (
        lambda: layers.LSTM(2)(X[:, 0]),
        ValueError,
        "shape (2, 4)",
        "pass x[:, :, None] for one feature a step; or give the recurrent layer before",
    ),
    "a second recurrent layer": (
        lambda: Sequential([Input((3, 4)), layers.GRU(3), layers.GRU(2)]),
        ValueError,
        "shape (1, 3)",
        "pass x[:, :, None] for one feature a step; or give the recurrent layer before",
    ),
    "features of a recurrent layer": (
        lambda: OLD(np.ones((2, 3, 5))),
        ValueError,
        "shape (2, 3, 5)",
        "pass 4 features, or make a new model for 5",
    ),
    "pictures for a recurrent layer": (
        lambda: layers.LSTM(2)(np.ones((2, 3, 4, 1))),
        ValueError,
        "shape (2, 3, 4, 1)",
        "give x three axes: x.reshape(batch, time, features)",
    ),
    "sequences without a step": (
        lambda: layers.LSTM(2)(X[:, :0]),
        ValueError,
        "shape (2, 0, 4)",
        "give each sequence one step or more",
    ),
    "a mask of another shape": (
        lambda: layers.LSTM(2)(X, mask=np.ones((2, 4))),
        ValueError,
        "shape (2, 4)",
        "give one True or False for each step of each sequence",
    ),
    "one start state for an LSTM": (
        lambda: layers.LSTM(2)(X, initial_state=[np.ones((2, 2))]),
        ValueError,
        "shapes [(2, 2)]",
        "pass initial_state as a list, as return_state=True gives it",
    ),
    "a start state of another width": (
        lambda: layers.GRU(2)(X, initial_state=np.ones((2, 3))),
        ValueError,
        "shapes [(2, 3)]",
        "pass initial_state as a list, as return_state=True gives it",
    ),
    "another batch for a stateful layer": (
        stateful,
        ValueError,
        "shapes [(2, 2)] of the batch before",
        "give all batches the same number of rows, or call reset_state()",
    ),
    "a misspelled argument of a call": (
        lambda: layers.GRU(2)(X, initial_sate=None),
        TypeError,
        "initial_sate=None",
        "did you mean 'initial_state'?",
    ),
    "no cell": (
        lambda: layers.RNN(layers.Dense),
        TypeError,
        "<class 'dlcore.layers.core.Dense'> (type)",
        "pass LSTMCell(8), or make your own layer and give it a state_size",
    ),
    "recurrent dropout in percent": (
        lambda: layers.LSTM(2, recurrent_dropout=20),
        ValueError,
        "20",
        "try recurrent_dropout=0.5",
    ),
    "a dense layer both ways": (
        lambda: layers.Bidirectional("lstm"),
        TypeError,
        "'lstm' (str)",
        "pass LSTM(8), GRU(8), SimpleRNN(8) or RNN(cell)",
    ),
    "an old layer both ways": (
        lambda: layers.Bidirectional(OLD),
        TypeError,
        f"{OLD!r} (LSTM) that is built already",
        "write Bidirectional(LSTM(...))",
    ),
    "two layers in one direction": (
        lambda: layers.Bidirectional(layers.GRU(2), backward_layer=layers.GRU(2)),
        ValueError,
        "[False, False, False] and [False, False, False], go_backwards=False and False",
        "leave out backward_layer, or give it go_backwards=True",
    ),
    "an unknown merge": (
        lambda: layers.Bidirectional(layers.GRU(2), merge_mode="average"),
        ValueError,
        "'average'",
        'take "concat"',
    ),
    "a class at every step": (
        lambda: layers.TimeDistributed(layers.Dense),
        TypeError,
        "<class 'dlcore.layers.core.Dense'> (type)",
        "call the class: Dense(3)",
    ),
    "an id beyond the vocabulary": (
        lambda: layers.Embedding(5, 2)([[1, 5]]),
        ValueError,
        "numbers from 1 to 5",
        "number the words 0, 1, 2, ... or raise input_dim",
    ),
    "a negative id": (
        lambda: layers.Embedding(5, 2)([[-1, 2]]),
        ValueError,
        "numbers from -1 to 2",
        "number the words 0, 1, 2, ... or raise input_dim",
    ),
    "numbers for ids": (
        lambda: layers.Embedding(5, 2)([[0.5, 2]]),
        ValueError,
        "numbers from 0.5 to 2 with fractions",
        "number the words 0, 1, 2, ... or raise input_dim",
    ),
    "an embedding of nothing": (
        lambda: layers.Embedding(0, 2),
        ValueError,
        "0",
        "for example input_dim=3",
    ),
    "one input for attention": (
        lambda: layers.Attention()([X]),
        ValueError,
        "shapes [(2, 3, 4)]",
        "for self-attention pass x as all",
    ),
    "keys without values": (
        wrong_key,
        ValueError,
        "shapes [(2, 3, 4), (2, 3, 4), (2, 5, 4)]",
        "for self-attention pass x as all",
    ),
    "vectors for heads": (
        lambda: layers.MultiHeadAttention(2, 3)(X[0], X[0]),
        ValueError,
        "shapes [(3, 4), (3, 4), (3, 4)]",
        "for self-attention pass x as all",
    ),
    "an unknown score": (
        lambda: layers.Attention(score_mode="cosine"),
        ValueError,
        "'cosine'",
        "take one of them",
    ),
    "no heads": (
        lambda: layers.MultiHeadAttention(0, 3),
        ValueError,
        "0",
        "for example num_heads=3",
    ),
}
