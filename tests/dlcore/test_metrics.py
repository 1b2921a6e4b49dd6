"""Metrics of classes: the numbers of Keras, the matrix, and which accuracy is meant."""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Sequential, Tensor, layers, metrics
from tests.dlcore.columns import COLUMNS

STORED = json.loads(
    (Path(__file__).parent / "reference" / "metrics.json").read_text("utf-8")
)
DATA = {name: np.array(numbers) for name, numbers in STORED["data"].items()}
BATCHES = [slice(0, 9), slice(9, 10), slice(10, 23)]
WORDS = [
    "-".join([case["class"], *map(str, case["arguments"].values()), case["kinds"][0]])
    for case in STORED["cases"]
]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("case", STORED["cases"], ids=WORDS)
def test_metric_equals_that_of_keras(case, column):
    for weights in ("plain", "weighted"):
        metric = getattr(metrics, case["class"])(**case["arguments"])
        for rows, expected in zip(BATCHES, case[weights], strict=True):
            y_true, y_pred = (
                Tensor(column.upload(DATA[kind][rows])) for kind in case["kinds"]
            )
            weight = DATA["weights"][rows] if weights == "weighted" else None
            metric.update_state(y_true, y_pred, weight)
            np.testing.assert_allclose(
                metric.result(), expected, rtol=2e-5, atol=2e-6, err_msg=weights
            )
        assert isinstance(metric.result(), float) == isinstance(expected, float)
        metric.reset_state()
        y_true, y_pred = (DATA[kind] for kind in case["kinds"])
        again = metric(y_true, y_pred, weight if weight is None else DATA["weights"])
        np.testing.assert_allclose(again, expected, rtol=2e-5, atol=2e-6)


def test_nothing_counted_yet():
    for name in ("Precision", "Recall", "AUC", "BinaryAccuracy"):
        assert getattr(metrics, name)().result() == 0.0
    assert metrics.Precision(thresholds=[0.2, 0.8]).result().tolist() == [0.0, 0.0]


FRAUD_TRUE = np.repeat([0, 1], [93, 7])
FRAUD_PREDICTED = np.repeat([0, 1, 0, 1], [90, 3, 5, 2])


def test_the_confusion_matrix_of_a_hundred_transactions():
    matrix = metrics.confusion_matrix(FRAUD_TRUE, FRAUD_PREDICTED)
    assert matrix.tolist() == [[90, 3], [5, 2]]
    scores = metrics.scores_by_class(matrix)
    assert scores["precision"][1] == pytest.approx(2 / 5)
    assert scores["recall"][1] == pytest.approx(2 / 7)
    assert scores["f1"][1] == pytest.approx(1 / 3)
    for name, expected in [("Precision", 2 / 5), ("Recall", 2 / 7), ("Accuracy", 0.92)]:
        found = getattr(metrics, name)()(FRAUD_TRUE, FRAUD_PREDICTED)
        assert found == pytest.approx(expected)


def test_the_matrix_takes_classes_in_every_form():
    labels = np.array([0, 2, 1, 2])
    one_hot = np.eye(3)[labels]
    expected = np.diag([1, 1, 2]).tolist()
    for true, predicted in [
        (labels, one_hot),
        (one_hot, labels),
        (one_hot, 0.9 * one_hot),
    ]:
        assert metrics.confusion_matrix(true, predicted).tolist() == expected
    chances = np.array([[0.2], [0.7], [0.5]])
    assert metrics.confusion_matrix([0, 1, 1], chances).tolist() == [[1, 0], [1, 1]]
    assert metrics.confusion_matrix([0], [0]).tolist() == [[1, 0], [0, 0]]
    assert metrics.confusion_matrix([0], [0], num_classes=3).shape == (3, 3)


def test_a_class_that_is_never_predicted_scores_0():
    scores = metrics.scores_by_class([[2, 0], [3, 0]])
    assert scores["precision"].tolist() == [0.4, 0.0]
    assert scores["recall"].tolist() == [1.0, 0.0]
    assert scores["f1"][1] == 0.0


@pytest.mark.parametrize(
    ("units", "activation", "loss", "y", "kind"),
    [
        (1, "sigmoid", "binary_crossentropy", "bits", "BinaryAccuracy"),
        (4, "softmax", "categorical_crossentropy", "one_hot", "CategoricalAccuracy"),
        (
            4,
            "softmax",
            "sparse_categorical_crossentropy",
            "labels",
            "SparseCategoricalAccuracy",
        ),
        (
            4,
            "softmax",
            "sparse_categorical_crossentropy",
            "column",
            "SparseCategoricalAccuracy",
        ),
    ],
)
@pytest.mark.parametrize("name", ["accuracy", "acc"])
def test_which_accuracy_is_meant(units, activation, loss, y, kind, name):
    x, y = DATA["many_chances"], DATA[y]
    model = Sequential([layers.Input((4,)), layers.Dense(units, activation)])
    model.compile("sgd", loss, metrics=[name])
    meant = getattr(metrics, kind)()(y, model.predict(x))
    assert model.evaluate(x, y, return_dict=True)[name] == pytest.approx(meant)
    assert name in model.fit(x, y, verbose=0).history


def test_metrics_of_compile_are_not_weighted():
    x, y = DATA["many_chances"], DATA["bits"]
    model = Sequential([layers.Input((4,)), layers.Dense(1, "sigmoid")])
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
    plain = model.evaluate(x, y)
    weighted = model.evaluate(x, y, sample_weight=DATA["weights"])
    assert plain[1] == weighted[1]
    assert plain[0] != weighted[0]


def test_metrics_of_one_name_are_numbered():
    x, y = DATA["many_chances"], DATA["one_hot"]
    model = Sequential([layers.Input((4,)), layers.Dense(4, "softmax")])
    recalls = [metrics.Recall(class_id=number) for number in range(3)]
    model.compile("sgd", "categorical_crossentropy", metrics=recalls)
    history = model.fit(x, y, verbose=0, validation_split=0.2).history
    assert list(history)[:4] == ["loss", "recall", "recall_1", "recall_2"]


def test_scores_of_each_class_are_shown(capsys):
    x, y = DATA["many_chances"], DATA["one_hot"]
    model = Sequential([layers.Input((4,)), layers.Dense(4, "softmax")])
    model.compile("sgd", "categorical_crossentropy", metrics=[metrics.F1Score()])
    model.fit(x, y, verbose=2)
    assert "f1_score: [" in capsys.readouterr().out
