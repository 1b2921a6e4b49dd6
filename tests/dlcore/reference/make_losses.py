"""Run Keras 3's losses of classes, and store values and gradients in `losses.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_losses.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch
from make_reference import plain

generator = np.random.default_rng(11)
LABELS = [2, 0, 1, 1, 3, 0]
ONE_HOT = np.eye(4)[LABELS]
SHARES = generator.dirichlet([1.0] * 4, size=6).round(4)
SURE = np.array([[1.0, 0.0, 0.0, 0.0]] * 6)  # where 1e-7 is cut off
Z = generator.normal(size=(6, 4)).round(3)
BITS = (generator.random((6, 4)) > 0.5).astype(float)
CHANCES = generator.random((6, 4)).round(4)

# name: (class, arguments, y_true, y_pred)
CASES = {
    "categorical": ("CategoricalCrossentropy", {}, ONE_HOT, SHARES),
    "categorical sure": ("CategoricalCrossentropy", {}, ONE_HOT, SURE),
    "categorical not normal": ("CategoricalCrossentropy", {}, ONE_HOT, 0.3 * CHANCES),
    "categorical smoothed": (
        "CategoricalCrossentropy",
        {"label_smoothing": 0.1},
        ONE_HOT,
        SHARES,
    ),
    "categorical logits": (
        "CategoricalCrossentropy",
        {"from_logits": True},
        ONE_HOT,
        Z,
    ),
    "categorical axis": ("CategoricalCrossentropy", {"axis": 0}, SHARES, CHANCES),
    "sparse": ("SparseCategoricalCrossentropy", {}, LABELS, SHARES),
    "sparse column": (
        "SparseCategoricalCrossentropy",
        {},
        [[n] for n in LABELS],
        SHARES,
    ),
    "sparse logits": (
        "SparseCategoricalCrossentropy",
        {"from_logits": True},
        LABELS,
        Z,
    ),
    "sparse ignoring": (
        "SparseCategoricalCrossentropy",
        {"ignore_class": 1, "from_logits": True},
        LABELS,
        Z,
    ),
    "binary": ("BinaryCrossentropy", {}, BITS, CHANCES),
    "binary sure": ("BinaryCrossentropy", {}, BITS, SURE),
    "binary smoothed": ("BinaryCrossentropy", {"label_smoothing": 0.2}, BITS, CHANCES),
    "binary logits": ("BinaryCrossentropy", {"from_logits": True}, BITS, Z),
    "kl": ("KLDivergence", {}, SHARES, CHANCES),
    "kl with zeros": ("KLDivergence", {}, ONE_HOT, SURE),
    "hinge": ("Hinge", {}, BITS, Z),
    "hinge of signs": ("Hinge", {}, 2 * BITS - 1, Z),
    "squared hinge": ("SquaredHinge", {}, BITS, Z),
    "categorical hinge": ("CategoricalHinge", {}, ONE_HOT, Z),
    "poisson": ("Poisson", {}, BITS, CHANCES),
    "cosine": ("CosineSimilarity", {}, CHANCES, Z),
    "cosine axis": ("CosineSimilarity", {"axis": 0}, CHANCES, Z),
    "huber": ("Huber", {"delta": 0.3}, CHANCES, Z),
}


def case(name, arguments, y_true, y_pred):
    """Return a loss's mean, its rows, its gradient, and its weighted mean."""
    kind = getattr(keras.losses, name)
    prediction = torch.tensor(np.array(y_pred), dtype=torch.float32)
    prediction.requires_grad_(True)
    y_true = np.array(y_true, dtype="float32")
    value = kind(**arguments)(y_true, prediction)
    value.backward()
    rows = kind(**arguments, reduction=None)(y_true, prediction)
    weights = torch.arange(1.0, 1 + len(rows))
    weighted = kind(**arguments)(y_true, prediction, sample_weight=weights)
    return {
        "class": name,
        "arguments": arguments,
        "y_true": y_true.tolist(),
        "y_pred": np.array(y_pred).tolist(),
        "value": plain(value),
        "rows": plain(rows),
        "gradient": plain(prediction.grad),
        "weighted": plain(weighted),
    }


def main():
    stored = {name: case(*arguments) for name, arguments in CASES.items()}
    rows = [
        f"{json.dumps(name)}: {json.dumps(found)}" for name, found in stored.items()
    ]
    path = Path(__file__).with_name("losses.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
