"""Small data for the programs: made by NumPy, or shipped with the library as files."""

import csv
import gzip
from pathlib import Path

import numpy as np

SHIPPED = Path(__file__).resolve().parents[2] / "dlcore" / "datasets"


def digits():
    """Return pictures (rows, 8, 8) from 0 to 1 and digits (rows,): training, test."""
    with gzip.open(SHIPPED / "digits.csv.gz", "rt", encoding="ascii") as file:
        rows = np.loadtxt(file, delimiter=",")
    x, y = (
        rows[:, :64].reshape(-1, 8, 8).astype("float32") / 16,
        rows[:, 64].astype(int),
    )
    return (x[:1400], y[:1400]), (x[1400:], y[1400:])


def hotels():
    """Return standardized features (32, 2), "hot" (32, 1), category (32,), training?"""
    with open(SHIPPED / "hotels.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    x = np.array([[float(row["distance"]), float(row["rating"])] for row in rows])
    train = np.array([row["split"] == "train" for row in rows])
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    hot = np.array([[float(row["hot"] == "yes")] for row in rows])
    names = ["gold", "silver", "bronze"]
    return x, hot, np.array([names.index(row["category"]) for row in rows]), train


def moons(rows=600, noise=0.15, seed=0):
    """Return points of two half circles (rows, 2), and which of the two (rows, 1)."""
    generator = np.random.default_rng(seed)
    y = np.arange(rows) % 2
    angle = np.pi * generator.random(rows)
    x = np.where(y, 1 - np.cos(angle), np.cos(angle))
    height = np.where(y, 0.5 - np.sin(angle), np.sin(angle))
    points = np.stack([x, height], axis=1) + noise * generator.normal(size=(rows, 2))
    return points.astype("float32"), y.reshape(-1, 1)


def ages(rows=2100, seed=1):
    """Return ages from 0 to 1 (rows, 1) and side effects (rows,), 5 % unlike."""
    generator = np.random.default_rng(seed)
    age = np.concatenate(
        [generator.integers(13, 65, rows // 2), generator.integers(65, 101, rows // 2)]
    )
    effects = (age > 64) ^ (generator.random(rows) < 0.05)
    order = generator.permutation(rows)
    return (age[order, None] - 13) / 87, effects[order].astype(int)


def prices(rows=500, features=8, seed=2):
    """Return standardized features (rows, features) and noisy prices (rows, 1)."""
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(rows, features))
    y = x[:, :1] * 2 + np.abs(x[:, 1:2]) + x[:, 2:3] * x[:, 3:4]
    return x.astype("float32"), y + 0.3 * generator.normal(size=(rows, 1))


def frauds(rows=3000, seed=3):
    """Return transactions (rows, 4) and which 5 % are frauds (rows, 1)."""
    generator = np.random.default_rng(seed)
    y = (generator.random((rows, 1)) < 0.05).astype(float)
    return generator.normal(size=(rows, 4)) + 1.6 * y, y


def bells(rows, seed):
    """Return numbers (rows, 1) of mean 3 and deviation 0.5, to be imitated."""
    return np.random.default_rng(seed).normal(3.0, 0.5, (rows, 1)).astype("float32")


def sentences(rows=600, length=10, seed=4):
    """Return word numbers (rows, length), padded by 0, and whether 1 comes before 2."""
    generator = np.random.default_rng(seed)
    words = generator.integers(3, 12, (rows, length))
    y = np.arange(rows) % 2
    for row, first in enumerate(y):
        places = np.sort(generator.choice(length - 2, 2, replace=False))
        words[row, places] = (1, 2) if first else (2, 1)
        words[row, length - generator.integers(0, 3) :] = 0
    return words, y.reshape(-1, 1)


def waves(rows=400, length=20, seed=5):
    """Return pieces of noisy waves (rows, length, 1) and the next number (rows, 1)."""
    generator = np.random.default_rng(seed)
    start = generator.uniform(0, 2 * np.pi, (rows, 1))
    speed = generator.uniform(0.2, 0.6, (rows, 1))
    wave = np.sin(start + speed * np.arange(length + 1))
    series = wave[:, :-1] + 0.05 * generator.normal(size=(rows, length))
    return series[:, :, None].astype("float32"), wave[:, -1:]
