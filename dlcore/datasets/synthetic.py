"""Data computed from a seed, each for one question of the book.

Every function returns what it describes, computed by `numpy.random.default_rng(seed)`;
`synthetic.md` beside this file tells what for.
"""

import numpy as np


def noisy_line(rows: int = 50, slope: float = 0.1, noise: float = 1.0, seed: int = 0):
    """Return x (rows, 1) from -1 to 1 and y = slope x + noise (rows, 1).

    Args:
        rows: how many points.
        slope: of the line.
        noise: standard deviation of what is added to it.
        seed: of the random numbers.

    With more noise than signal, whatever learns the points learns the noise.
    """
    generator = np.random.default_rng(seed)
    x = generator.uniform(-1, 1, (rows, 1))
    return x, slope * x + generator.normal(0, noise, (rows, 1))


def noisy_sine(
    steps: int = 500, period: float = 25.0, noise: float = 0.1, seed: int = 0
):
    """Return a sine wave with noise, a series (steps,).

    Args:
        steps: how many.
        period: steps of one wave.
        noise: standard deviation of what is added.
        seed: of the random numbers.
    """
    generator = np.random.default_rng(seed)
    t = np.arange(steps)
    return np.sin(2 * np.pi * t / period) + generator.normal(0, noise, steps)


def recall_first(rows: int = 1000, steps: int = 20, seed: int = 0):
    """Return sequences x (rows, steps, 1) of ±1 and y (rows, 1): 1 if the first is +1.

    Args:
        rows: how many sequences.
        steps: length of each.
        seed: of the random numbers.

    Only a network that remembers the first step can tell.
    """
    x = np.random.default_rng(seed).choice([-1.0, 1.0], (rows, steps, 1))
    return x, (x[:, 0] > 0).astype(float)


def arc(rows: int = 200, seed: int = 0):
    """Return points (rows, 2) on three quarters of a circle of radius 1.

    Args:
        rows: how many points.
        seed: of the random numbers.

    One number, the angle, tells all of a point, but no straight axis does.
    """
    angle = np.random.default_rng(seed).uniform(0, 1.5 * np.pi, rows)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def swiss_roll(rows: int = 500, noise: float = 0.0, seed: int = 0):
    """Return points (rows, 3) on a rolled-up sheet, and where along it: (rows,).

    Args:
        rows: how many points.
        noise: standard deviation of what is added to each coordinate.
        seed: of the random numbers.
    """
    generator = np.random.default_rng(seed)
    along = generator.uniform(1.5 * np.pi, 4.5 * np.pi, rows)
    across = generator.uniform(0, 20, rows)
    x = np.stack([along * np.cos(along), across, along * np.sin(along)], axis=1)
    return x + generator.normal(0, noise, x.shape), along


def rings(rows: int = 200, noise: float = 0.1, seed: int = 0):
    """Return points (rows, 2) on a ring of radius 1 or 2, and which: 0 or 1, (rows, 1).

    Args:
        rows: how many points.
        noise: standard deviation of the radius.
        seed: of the random numbers.

    No straight line divides them; one hidden layer does.
    """
    generator = np.random.default_rng(seed)
    outer = np.arange(rows) % 2
    angle = generator.uniform(0, 2 * np.pi, rows)
    radius = 1.0 + outer + generator.normal(0, noise, rows)
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return x, outer.astype(float).reshape(-1, 1)


def spirals(rows: int = 300, classes: int = 3, noise: float = 0.1, seed: int = 0):
    """Return points (rows, 2) on spirals that wind into each other, and which: (rows,).

    Args:
        rows: how many points.
        classes: how many spirals.
        noise: standard deviation of the angle.
        seed: of the random numbers.
    """
    generator = np.random.default_rng(seed)
    labels = np.arange(rows) % classes
    radius = generator.uniform(0.1, 1.0, rows)
    turn = 2 * np.pi * labels / classes + 4 * radius + generator.normal(0, noise, rows)
    return np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1), labels
