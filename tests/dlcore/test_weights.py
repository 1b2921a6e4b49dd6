"""Sample weights, masks and ignored classes: what counts, and how much."""

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, layers, losses, metrics, ops

Y = np.arange(24.0).reshape(2, 4, 3)
P = Y + np.array([[1.0, 2.0, 3.0, 4.0], [0.5, 0.0, 6.0, 1.0]])[..., None]
VALUES = ((P - Y) ** 2).mean(axis=-1)  # of each row and step in time
MASK = np.array([[True, True, False, True], [True, False, False, True]])
OF_ROWS = np.array([3.0, 0.5])
OF_ALL = np.arange(8.0).reshape(2, 4)
SHAPES = {
    "rows": (OF_ROWS, OF_ROWS[:, None]),
    "a column": (OF_ROWS[:, None], OF_ROWS[:, None]),
    "all": (OF_ALL, OF_ALL),
    "all and an axis more": (OF_ALL[..., None], OF_ALL),
    "steps": (OF_ALL[:1], OF_ALL[:1]),
    "one number": (2.0, 2.0),
}


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_weights_of_rows_and_of_steps(shape, masked):
    given, meant = SHAPES[shape]
    counts = MASK if masked else np.ones((2, 4))
    weighted = VALUES * meant * counts
    prediction = Tensor(P)
    prediction.mask = MASK if masked else None
    for reduction, expected in [
        (None, weighted),
        ("sum", weighted.sum()),
        ("sum_over_batch_size", weighted.sum() / counts.sum()),
    ]:
        loss = losses.MeanSquaredError(reduction=reduction)
        np.testing.assert_allclose(loss(Y, prediction, given).data, expected)
    found = metrics.MeanSquaredError()(Y, prediction, given)
    assert found == pytest.approx(weighted.sum() / (meant * counts).sum())


def test_a_column_of_weights_weights_rows():
    column = OF_ROWS[:, None]
    y, p = Y[:, 0], P[:, 0]
    for kind in (metrics.F1Score, metrics.R2Score, metrics.Precision):
        by_row, by_column = kind()(y > 1, p, OF_ROWS), kind()(y > 1, p, column)
        np.testing.assert_array_equal(by_row, by_column)
    loss = losses.MeanSquaredError(reduction=None)
    rows = loss(y, p, column).data
    np.testing.assert_allclose(rows, VALUES[:, 0] * OF_ROWS)


def test_the_mean_of_numbers_weighted_by_rows():
    mean = metrics.Mean()(OF_ALL, sample_weight=OF_ROWS)
    assert mean == pytest.approx((OF_ALL.mean(axis=1) * OF_ROWS).sum() / OF_ROWS.sum())


def test_rows_of_series_are_weighted_in_training():
    generator = np.random.default_rng(0)
    x, y = generator.normal(size=(6, 4, 2)), generator.normal(size=(6, 4, 1))
    model = Sequential([Input((4, 2)), layers.Dense(1)])
    model.compile("sgd", "mse")
    alone = model.evaluate(x[:2], y[:2])
    weights = np.array([3.0, 3.0, 0.0, 0.0, 0.0, 0.0])
    assert model.evaluate(x, y, sample_weight=weights) == pytest.approx(alone)


def classifier():
    x = np.random.default_rng(0).normal(size=(24, 2))
    model = Sequential([Input((2,)), layers.Dense(1, "sigmoid")])
    model.set_weights([np.ones((2, 1)), np.zeros(1)])
    model.compile("sgd", "binary_crossentropy")
    return model, x, (x[:, :1] > 0).astype(float)


def test_class_weights_do_not_weight_what_is_kept_for_validation():
    model, x, y = classifier()
    still = {"shuffle": False, "verbose": 0}
    split = model.fit(x, y, class_weight={1: 5.0}, validation_split=0.25, **still)
    twin = classifier()[0]
    still |= {"sample_weight": np.where(y[:18, 0] > 0, 5.0, 1.0)}
    given = twin.fit(x[:18], y[:18], validation_data=(x[18:], y[18:]), **still)
    assert split.history == given.history


def test_class_weights_times_a_column_of_sample_weights():
    rows, losses_seen = np.linspace(0.5, 2.0, 24), []
    for weights in (rows, rows[:, None]):
        model, x, y = classifier()
        losses_seen.append(model.train_on_batch(x, y, weights, class_weight={1: 5.0}))
    assert losses_seen[0] == pytest.approx(losses_seen[1])


LABELS = np.array([[0, 1, -1, 2], [-1, 2, 0, 1]])
Z = np.random.default_rng(1).normal(size=(2, 4, 3))


def test_masked_steps_and_ignored_classes_leave_one_mean():
    loss = losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=-1)
    prediction = Tensor(Z, requires_grad=True)
    prediction.mask = MASK
    value = loss(LABELS, prediction)
    counts = MASK & (LABELS >= 0)
    alone = loss(LABELS[counts], Z[counts])
    np.testing.assert_allclose(value.data, alone.data)
    value.backward()
    assert (prediction.grad[~counts] == 0.0).all()
    prediction.mask = ~counts & MASK  # nothing is left
    assert loss(LABELS, prediction).data == 0.0


def test_an_ignored_row_without_any_probability_has_no_slope():
    a = np.array([[0.2, 0.3, 0.5], [0.0, 0.0, 0.0]])
    prediction = Tensor(a, requires_grad=True)
    loss = losses.SparseCategoricalCrossentropy(ignore_class=-1)
    value = loss([2, -1], prediction)
    value.backward()
    np.testing.assert_allclose(value.data, -np.log(0.5))
    np.testing.assert_allclose(prediction.grad, [[1.0, 1.0, -1.0], [0.0] * 3])


def test_what_is_ignored_shows_as_a_mask():
    rows = losses.sparse_categorical_crossentropy(LABELS, Z, True, ignore_class=-1)
    np.testing.assert_array_equal(rows.mask, LABELS >= 0)
    assert float(ops.sum(rows).data) > 0.0


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", ["uniform_average", "variance_weighted_average"])
def test_targets_that_vary_by_rounding_alone_explain_nothing(kind):
    same = np.full((7, 2), 0.1)
    assert str(metrics.R2Score(None)(same, same + 1.5)) == "[0. 0.]"  # and not -0.0
    assert metrics.R2Score(kind)(same, same + 1.0) == 0.0
    one = metrics.R2Score(kind)
    assert one([[0.3, 0.7]], [[0.1, 0.2]], sample_weight=[0.1]) == 0.0
    assert metrics.R2Score(kind)(P[0], Y[0], sample_weight=np.zeros(4)) == 0.0
