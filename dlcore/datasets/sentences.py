"""Short sentences of praise and complaint, as numbers of words.

Described in `sentences.md` beside this file.
"""

import numpy as np

from dlcore.datasets import _files

PADDING, UNKNOWN = "", "?"
"""The words of numbers 0 and 1: none, and one that no training sentence has."""

Rows = tuple[np.ndarray, np.ndarray]


def table() -> tuple[list[str], np.ndarray]:
    """Return the sentences and, for each, 1 where it is positive, else 0: (500,)."""
    rows = _files.rows("sentences.csv")
    positive = np.array([int(row["positive"]) for row in rows])
    return [row["text"] for row in rows], positive


def vocabulary() -> list[str]:
    """Return the words by their numbers: those of the training sentences, by alphabet.

    Example:
        >>> vocabulary()[:4]
        ['', '?', 'all', 'at']
    """
    texts = [text for i, text in enumerate(table()[0]) if i % 5 != 4]
    words = {word for text in texts for word in text.split()}
    return [PADDING, UNKNOWN, *sorted(words)]


def encode(texts: list[str]) -> np.ndarray:
    """Return sentences as numbers of words (rows, 7), with 0 behind the last word.

    Args:
        texts: sentences; what is longer than seven words is cut off.

    Example:
        >>> words = vocabulary()
        >>> [words[i] for i in encode(["the food was purple"])[0]]
        ['the', 'food', 'was', '?', '', '', '']
    """
    numbers = {word: number for number, word in enumerate(vocabulary())}
    x = np.zeros((len(texts), 7), dtype="int64")
    for row, text in zip(x, texts, strict=True):
        words = text.lower().split()[:7]
        row[: len(words)] = [numbers.get(word, 1) for word in words]
    return x


def load_data() -> tuple[Rows, Rows]:
    """Return the sentences for training and those for testing.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: x (rows, 7) holds numbers of words, 0
        behind the last one; y (rows, 1) is 1 for praise and 0 for complaint.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load_data()
        >>> x_train.shape, y_train.shape, x_test.shape
        ((400, 7), (400, 1), (100, 7))
    """
    texts, positive = table()
    x, y = encode(texts), positive.astype(float).reshape(-1, 1)
    train = np.arange(len(x)) % 5 != 4
    return (x[train], y[train]), (x[~train], y[~train])
