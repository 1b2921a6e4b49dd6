"""Ages, and whether a drug had side effects: computed from a seed.

Described in `side_effects.md` beside this file.
"""

import numpy as np

from dlcore.errors import explain


def load_data(rows: int = 2100, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return scaled ages and labels.

    Args:
        rows: how many people, an even number.
        seed: of the random numbers; another one gives other people.

    Returns:
        `x, y`: x (rows, 1) is the age, 13 to 100 years scaled to 0 to 1; y (rows,) is 1
        where there were side effects, else 0.

    Raises ValueError if the number of rows is odd or not positive.

    Example:
        >>> x, y = load_data()
        >>> x.shape, int(y.sum())
        ((2100, 1), 1050)
    """
    if rows < 2 or rows % 2:
        raise ValueError(
            "Half of the people are old and half are young."
            + explain("an even number of rows", repr(rows), "for example rows=2100")
        )
    generator = np.random.default_rng(seed)
    half = rows // 2
    young, old = generator.integers(13, 65, half), generator.integers(65, 101, half)
    ages = np.concatenate([young, old])
    labels = np.repeat([0, 1], half)
    for start in (0, half):
        swapped = start + generator.permutation(half)[: round(0.05 * half)]
        labels[swapped] = 1 - labels[swapped]
    order = generator.permutation(rows)
    return ((ages[order] - 13) / 87).reshape(-1, 1), labels[order]
