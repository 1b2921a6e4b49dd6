"""The opening of *Alice in Wonderland*, as characters to be predicted.

Described in `alice.md` beside this file.
"""

from pathlib import Path

import numpy as np

from dlcore.preprocessing import windows


def text() -> str:
    """Return the text, with one line for each paragraph.

    Example:
        >>> text()[:27]
        'Alice was beginning to get '
    """
    return Path(__file__).with_name("alice.txt").read_text(encoding="utf-8")


def load_data(steps: int = 40) -> tuple[np.ndarray, np.ndarray, str]:
    """Return pieces of the text, for each the character that follows, and all letters.

    Args:
        steps: characters in each piece.

    Returns:
        `x, y, alphabet`: x (rows, steps) and y (rows,) hold numbers of characters;
        the character of number i is `alphabet[i]`.

    Example:
        >>> x, y, alphabet = load_data(steps=8)
        >>> "".join(alphabet[i] for i in x[0]), alphabet[y[0]]
        ('Alice wa', 's')
    """
    characters = text()
    alphabet = "".join(sorted(set(characters)))
    numbers = np.array([alphabet.index(character) for character in characters])
    x, y = windows(numbers, steps)
    return x[:, :, 0], y[:, 0], alphabet
