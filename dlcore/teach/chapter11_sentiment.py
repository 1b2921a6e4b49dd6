"""Praise or complaint: sentences read by four small networks, for page 11.4."""

from functools import cache

import numpy as np

from dlcore import Sequential, utils
from dlcore.datasets import sentences
from dlcore.layers import (
    LSTM,
    Conv1D,
    Dense,
    Embedding,
    GlobalAveragePooling1D,
    GlobalMaxPooling1D,
)
from dlcore.optimizers import Adam
from dlcore.teach.figures import color, figure, show

SEEDS = (0, 1, 2)
EPOCHS, RATE = 40, 0.01
READERS = ("average", "convolution", "LSTM", "convolution, then LSTM")


def layers(reader, width=8):
    """Return the layers of a reader, from the embedding to what it hands on."""
    words = len(sentences.vocabulary())
    if reader == "average":
        return [Embedding(words, width, mask_zero=True), GlobalAveragePooling1D()]
    if reader == "convolution":
        scan = Conv1D(16, 3, activation="relu")
        return [Embedding(words, width), scan, GlobalMaxPooling1D()]
    if reader == "LSTM":
        return [Embedding(words, width, mask_zero=True), LSTM(8)]
    scan = Conv1D(8, 2, activation="relu")
    return [Embedding(words, width), scan, LSTM(8)]


@cache
def trained(reader, seed=0, width=8):
    """Return the network of a reader after training."""
    (x, y), _ = sentences.load_data()
    utils.set_random_seed(seed)
    model = Sequential([*layers(reader, width), Dense(1, activation="sigmoid")])
    model.compile(Adam(RATE), loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=EPOCHS, batch_size=32, verbose=0)
    return model


def accuracies(reader):
    """Return the shares that are right, training and test, (seeds, 2)."""
    rows = sentences.load_data()
    return np.array(
        [
            [trained(reader, seed).evaluate(*pair, verbose=0)[1] for pair in rows]
            for seed in SEEDS
        ]
    )


def says(texts, reader="LSTM"):
    """Return how sure a reader is that each of some sentences is praise."""
    x = sentences.encode(texts)
    return np.asarray(trained(reader).predict_on_batch(x))[:, 0]


def adjectives():
    """Return the words of praise and those of complaint, from the plain sentences."""
    found = {1: set(), 0: set()}
    for text, positive in zip(*sentences.table(), strict=True):
        words = text.split()
        if len(words) == 4 and words[2] == "was":
            found[int(positive)].add(words[3])
    return sorted(found[1]), sorted(found[0])


def vectors(seed=0):
    """Return the vectors (words, 2) that an LSTM with an embedding of width 2 found."""
    return np.asarray(trained("LSTM", seed, 2).layers[0].get_weights()[0])


def show_words():
    """Show where the words of an embedding of width 2 are after training."""
    place, words = vectors(), sentences.vocabulary()
    good, bad = adjectives()
    fig, ax = figure(height=3.1)
    rest = [w for w in words[2:] if w not in good and w not in bad]
    for group, mark, ink in (
        (rest, ".", color.muted), (good, "o", color.data), (bad, "^", color.model),
    ):  # fmt: skip
        rows = place[[words.index(w) for w in group]]
        ax.plot(rows[:, 0], rows[:, 1], mark, color=ink, ms=6, ls="none")
    for word, offset in (("not", (-4, -16)), ("never", (10, -6))):
        ax.annotate(word, place[words.index(word)], offset, textcoords="offset points")
    for group, name, ink, offset in (
        (good, "praise", color.data, (36, -24)),
        (bad, "complaint", color.model, (0, 16)),
    ):
        middle = np.median(place[[words.index(w) for w in group]], axis=0)
        ax.annotate(name, middle, offset, textcoords="offset points", color=ink,
                    ha="center")  # fmt: skip
    ax.margins(0.15)
    ax.set(xlabel="first number", ylabel="second number")
    show(
        fig,
        caption="Nobody said which words are alike; training moved them together. "
        "Vectors of an embedding of width 2 under an LSTM. Disks: adjectives of "
        "praise; triangles: of complaint; points: all other words.",
        alt=f"{len(good)} adjectives of praise lie in one group, {len(bad)} of "
        "complaint in another, most other words between them near the middle; not "
        "and never lie beside the complaints.",
    )
