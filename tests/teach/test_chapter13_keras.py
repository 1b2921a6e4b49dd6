"""Page 13.1: Keras and dlcore from the same weights, counts, the catalogue."""

import re
from pathlib import Path

import numpy as np
import pytest

import dlcore
from dlcore import Input, Sequential, datasets, losses, optimizers, utils
from dlcore.layers import Conv2D, Dense
from dlcore.optimizers import SGD
from dlcore.regularizers import L1, L1L2, L2
from dlcore.teach import chapter13_keras as page
from dlcore.teach import chapter13_same as same
from dlcore.teach.checks.chapter13_keras import nudged_gradient

CHAPTERS = Path(__file__).resolve().parents[2] / "book" / "chapters"


def source_of(number):
    """Return the source of the page with a number such as "5.5"."""
    chapter, part = number.split(".")
    (path,) = CHAPTERS.glob(f"{int(chapter):02}-{part}-*.md")
    return path.read_text(encoding="utf-8")


# -- C13.08: the same numbers ----------------------------------------------------------


@pytest.mark.parametrize("program", same.PROGRAMS)
def test_c13_08_keras_predicted_the_same(program):
    shapes, ours = same.answers(program)
    keras_shapes, theirs = same.of_keras(program)
    assert shapes == keras_shapes
    assert np.abs(np.subtract(ours, theirs)).max() < 1e-6
    assert np.ptp(theirs) > 0.01  # rows that differ, not a row of zeros


@pytest.mark.parametrize("optimizer", same.OPTIMIZERS)
def test_c13_08_keras_trained_the_same(optimizer):
    ours = same.race(optimizer)
    assert ours[-1] < 0.7 * ours[0]
    assert page.gaps(optimizer).max() < 1e-5
    assert page.gaps(optimizer, "a draw of its own").max() > 0.1


def test_another_setting_is_seen_in_the_race(monkeypatch):
    slower = {"SGD": lambda keras: keras.optimizers.SGD(0.079)}
    monkeypatch.setattr(same, "OPTIMIZERS", slower)
    assert page.gaps("SGD").max() > 1e-3


def test_keras_is_asked_where_it_is_given():
    shapes, predictions = same.of_keras("2-3-2", dlcore)
    assert shapes == same.kept()["answers"]["2-3-2"][0]
    assert predictions == same.answers("2-3-2")[1]


def test_a_float_has_24_binary_digits():
    assert np.finfo("float32").eps == 2**-23
    assert np.float32(1) + np.float32(2**-24) == np.float32(1)


# -- C13.03, C13.04: the work flow -----------------------------------------------------


def test_c13_04_compile_changes_no_weight():
    utils.set_random_seed(1)
    model = Sequential([Input((2,)), Dense(3, "relu"), Dense(1)])
    before = model.get_weights()
    model.compile("adam", "mse", ["mae"])
    for a, b in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)
    assert isinstance(model.loss, losses.MeanSquaredError)
    assert isinstance(model.optimizer, optimizers.Adam)


def test_c13_03_steps_are_methods_of_the_model():
    assert list(page.WORK_FLOW) == ["define", "compile", "fit", "evaluate", "predict"]
    assert all(hasattr(Sequential, step) for step in list(page.WORK_FLOW)[1:])


# -- C13.05, C13.13 to C13.21: programs ------------------------------------------------


@pytest.mark.parametrize(
    ("program", "parameters"),
    [
        ("2-3-2", 17),
        ("8-6-6-4", 124),
        ("ages", 642),
        ("digits 512-10", 407050),
        ("players' salaries", 1101),
        ("dropout 500-500", 648010),
        ("convolutions", 137660),
    ],
)
def test_c13_13_to_21_parameters(program, parameters):
    model = same.build(program)
    assert model.count_params() == parameters
    assert f"{parameters:,} parameters" in page.draw_program(program)


def test_dense_layer_holds_nine_tenths_of_the_convolutional_network():
    layer, share = page.largest_share(same.build("convolutions"))
    assert layer.count_params() == 100 * (1250 + 1)
    assert share == pytest.approx(0.909, abs=0.001)


@pytest.mark.parametrize("optimizer", [SGD(0.1, momentum=0.9), optimizers.Adam()])
def test_c13_18_and_19_digits_are_learned(optimizer):
    (x, y), (x_test, y_test) = datasets.digits.load_data()
    utils.set_random_seed(1)
    model = Sequential([Input((64,)), Dense(32, "relu"), Dense(10, "softmax")])
    model.compile(optimizer, "sparse_categorical_crossentropy", ["accuracy"])
    model.fit(x.reshape(-1, 64) / 16, y, batch_size=100, epochs=20, verbose=0)
    assert model.evaluate(x_test.reshape(-1, 64) / 16, y_test, verbose=0)[1] > 0.85


# -- C13.06: penalties -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("penalty", "loss"), [(L1(0.01), 0.06), (L2(0.01), 0.14), (L1L2(0.01, 0.01), 0.2)]
)
def test_c13_06_penalties_are_printed_with_the_loss(penalty, loss):
    model = Sequential([Input((3,)), Dense(1, kernel_regularizer=penalty)])
    model.set_weights([[[1.0], [-2.0], [3.0]], [0.0]])
    model.compile("sgd", "mse")
    assert model.evaluate([[0.0, 0, 0]], [[0.0]], verbose=0) == pytest.approx(loss)


def test_c13_06_the_printed_string_is_refused():
    with pytest.raises(ValueError, match="regularizer_l2"):
        Sequential([Input((2,)), Dense(3, kernel_regularizer="regularizer_l2")])


# -- C13.07: names ---------------------------------------------------------------------


def test_c13_07_old_names_are_refused():
    model = Sequential([Input((2,)), Dense(3, "softmax")])
    for old in ("logcosh", "kullback_leibler_divergence", "cosine_proximity"):
        with pytest.raises(ValueError, match=old):
            model.compile("sgd", old)
    for attempt in (lambda: SGD(lr=0.1), lambda: model.fit([[0, 1]], nb_epoch=2)):
        with pytest.raises(TypeError, match="does not know"):
            attempt()


def test_c13_07_a_third_number_is_a_stride():
    x = np.zeros((1, 28, 28, 1))
    assert Conv2D(25, 3, 3)(x).shape == (1, 9, 9, 25)
    assert Conv2D(25, (3, 3))(x).shape == (1, 26, 26, 25)


# -- C13.12: the catalogue -------------------------------------------------------------


@pytest.mark.parametrize("group", same.GROUPS)
def test_c13_12_catalogue_is_the_library(group):
    rows = page.catalogue(group)
    kinds = getattr(dlcore, group).CLASSES
    assert [row[0] for row in rows] == [kind.__name__ for kind in kinds]
    listed = " ".join(page.TAUGHT[group].values()).split()
    assert sorted(listed) == sorted(row[0] for row in rows)
    for kind, (name, strings, in_keras, number) in zip(kinds, rows, strict=True):
        assert in_keras == f"keras.{group}.{name}"
        for string in strings.split(", "):
            assert isinstance(getattr(dlcore, group).get(string), kind)
        assert number in page.TAUGHT[group]


WRITTEN = {
    "KLDivergence": "kl_divergence|kullback",
    "F1Score": r"F_1|F1",
    "CategoricalAccuracy": "accuracy",
    "SparseCategoricalAccuracy": "accuracy",
    "TopKCategoricalAccuracy": "TopK",
    "SparseTopKCategoricalAccuracy": "TopK",
    "MeanSquaredError": "mse|mean squared|MSE",
    "RMSprop": "RMSprop",
}


@pytest.mark.parametrize("group", same.GROUPS)
def test_c13_12_the_page_named_speaks_of_it(group):
    for name, strings, _, number in page.catalogue(group):
        words = WRITTEN.get(name, "|".join([name, *strings.split(", ")]))
        assert re.search(words, source_of(number)), (name, number)


def test_what_is_left_for_this_page_does_what_it_says():
    y, p = np.array([[1.0], [2.0], [6.0]]), np.full((3, 1), 3.0)
    for name, value in (("r2_score", 0.0), ("rmse", np.sqrt(14 / 3))):
        metric = dlcore.metrics.get(name)
        metric.update_state(y, p)
        assert float(metric.result()) == pytest.approx(value, abs=1e-6)


# -- C13.22, C13.23 --------------------------------------------------------------------


def test_c13_22_nudges_agree_with_the_tape():
    z = np.random.default_rng(1).normal(size=4)
    shares = np.exp(z) / np.exp(z).sum()
    derived = shares - np.eye(4)[1]
    assert np.abs(nudged_gradient(z, 1, 1e-5) - derived).max() < 1e-9


def test_c13_23_first_task():
    x, y, x_test, y_test = page.hotel_rows("linear")
    model = Sequential([Input((1,)), Dense(1, kernel_initializer="zeros")])
    model.compile(SGD(0.08), "mse")
    model.fit(x, y, epochs=100, batch_size=8, verbose=0)
    assert model.evaluate(x, y, verbose=0) == pytest.approx(16.4, abs=0.05)
    assert model.evaluate(x_test, y_test, verbose=0) == pytest.approx(144.5, abs=0.05)


@pytest.mark.parametrize(
    ("task", "width"), [("nonlinear", 1), ("hot", 1), ("category", 3)]
)
def test_c13_23_rows_of_the_other_tasks(task, width):
    x, y, x_test, y_test = page.hotel_rows(task)
    assert x.shape == (24, 2)
    assert y.shape == (24, width)
    assert len(x_test) == len(y_test) == 8
    np.testing.assert_allclose(x.mean(axis=0), 0, atol=1e-12)


@pytest.mark.parametrize(
    ("task", "activation", "loss"),
    [
        ("nonlinear", None, "mse"),
        ("hot", "sigmoid", "binary_crossentropy"),
        ("category", "softmax", "categorical_crossentropy"),
    ],
)
def test_c13_23_larger_networks_know_their_rows_better(task, activation, loss):
    x, y, x_test, y_test = page.hotel_rows(task)
    known, new = [], []
    for hidden in [(3,), (5, 10)]:
        utils.set_random_seed(1)
        layers = [*(Dense(n, "relu") for n in hidden), Dense(y.shape[1], activation)]
        model = Sequential(layers)
        model.compile(SGD(0.08), loss)
        model.fit(x, y, epochs=800, batch_size=24, verbose=0)
        known.append(model.evaluate(x, y, verbose=0))
        new.append(model.evaluate(x_test, y_test, verbose=0))
    assert known[1] < known[0]
    assert new[1] > new[0]
