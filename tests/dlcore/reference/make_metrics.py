"""Run Keras 3's metrics of classes over batches, and store them in `metrics.json`.

See `make_reference.py` for the environment that this needs:

    reference-env/bin/python tests/dlcore/reference/make_metrics.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
from make_reference import plain

generator = np.random.default_rng(13)
ROWS = 23
LABELS = generator.integers(0, 4, ROWS)
DATA = {
    "labels": LABELS,
    "column": LABELS.reshape(-1, 1),
    "one_hot": np.eye(4)[LABELS],
    "shares": (generator.dirichlet([1.0] * 4, ROWS) + 0.3 * np.eye(4)[LABELS]).round(3),
    "bits": (LABELS > 1).astype(float).reshape(-1, 1),
    "chances": (0.5 * generator.random((ROWS, 1)) + 0.2 * (LABELS > 1)[:, None]).round(
        3
    ),
    "many_bits": generator.integers(0, 2, (ROWS, 4)),
    "many_chances": generator.random((ROWS, 4)).round(3),
    "logits": generator.normal(size=(ROWS, 1)).round(3),
    "weights": generator.integers(0, 4, ROWS),
}
BINARY, MANY = ("bits", "chances"), ("many_bits", "many_chances")
SPARSE, ONE_HOT = ("labels", "shares"), ("one_hot", "shares")

# class, arguments, names of y_true and y_pred
CASES = [
    ("Accuracy", {}, ("labels", "labels")),
    ("Accuracy", {}, ("many_bits", "one_hot")),
    ("BinaryAccuracy", {}, BINARY),
    ("BinaryAccuracy", {"threshold": 0.4}, MANY),
    ("CategoricalAccuracy", {}, ONE_HOT),
    ("SparseCategoricalAccuracy", {}, SPARSE),
    ("SparseCategoricalAccuracy", {}, ("column", "shares")),
    ("TopKCategoricalAccuracy", {"k": 2}, ONE_HOT),
    ("SparseTopKCategoricalAccuracy", {"k": 2}, SPARSE),
    ("SparseTopKCategoricalAccuracy", {"k": 3}, SPARSE),
    ("Precision", {}, BINARY),
    ("Precision", {"thresholds": 0.3}, MANY),
    ("Precision", {"thresholds": [0.2, 0.5, 0.7]}, BINARY),
    ("Precision", {"top_k": 2}, ("many_bits", "many_chances")),
    ("Precision", {"class_id": 2}, ONE_HOT),
    ("Precision", {"class_id": 1, "top_k": 1}, ONE_HOT),
    ("Recall", {}, BINARY),
    ("Recall", {"thresholds": [0.2, 0.5, 0.7]}, MANY),
    ("Recall", {"top_k": 2}, MANY),
    ("Recall", {"class_id": 2, "thresholds": 0.4}, ONE_HOT),
    ("F1Score", {}, ONE_HOT),
    ("F1Score", {"average": "macro"}, ONE_HOT),
    ("F1Score", {"average": "weighted"}, ONE_HOT),
    ("F1Score", {"average": "micro"}, ONE_HOT),
    ("F1Score", {"threshold": 0.5}, BINARY),
    ("F1Score", {"threshold": 0.3, "average": "macro"}, MANY),
    ("AUC", {}, BINARY),
    ("AUC", {"num_thresholds": 10}, MANY),
    ("AUC", {"curve": "PR"}, BINARY),
    ("AUC", {"curve": "PR", "num_thresholds": 7}, MANY),
    ("AUC", {"thresholds": [0.3, 0.4, 0.7]}, BINARY),
    ("AUC", {"from_logits": True}, ("bits", "logits")),
]
BATCHES = [slice(0, 9), slice(9, 10), slice(10, ROWS)]


def results(name, arguments, kinds, weighted):
    """Return the result after each batch."""
    metric = getattr(keras.metrics, name)(**arguments)
    found = []
    for rows in BATCHES:
        y_true, y_pred = (DATA[kind][rows].astype("float32") for kind in kinds)
        y_pred = keras.ops.convert_to_tensor(y_pred)
        weight = DATA["weights"][rows].astype("float32") if weighted else None
        metric.update_state(y_true, y_pred, sample_weight=weight)
        found.append(plain(metric.result()))
    return found


def main():
    cases = [
        {
            "class": name,
            "arguments": arguments,
            "kinds": kinds,
            "plain": results(name, arguments, kinds, False),
            "weighted": results(name, arguments, kinds, True),
        }
        for name, arguments, kinds in CASES
    ]
    data = {name: array.tolist() for name, array in DATA.items()}
    rows = [f'"data": {json.dumps(data)}', f'"cases": [\n{listed(cases)}]']
    path = Path(__file__).with_name("metrics.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


def listed(cases):
    """Return the cases as JSON, one a line."""
    return ",\n".join(json.dumps(case) for case in cases)


if __name__ == "__main__":
    main()
