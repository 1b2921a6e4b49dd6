"""Losses, metrics, initializers, activations, regularizers by name and by value."""

import numpy as np
import pytest

from dlcore import (
    Tensor,
    activations,
    backend,
    initializers,
    losses,
    metrics,
    optimizers,
    regularizers,
    utils,
)
from dlcore.lookup import snake_case

Y = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, -1.0]])
P = np.array([[1.5, 2.0], [1.0, 4.5], [0.0, 1.0]])


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("MeanSquaredError", ((P - Y) ** 2).mean(axis=1)),
        ("MeanAbsoluteError", np.abs(P - Y).mean(axis=1)),
        ("LogCosh", np.log(np.cosh(P - Y)).mean(axis=1)),
        ("Huber", [0.0625, 0.8125, 0.75]),
    ],
)
def test_reductions(name, rows):
    kind, weights = getattr(losses, name), np.array([1.0, 0.0, 3.0])
    rows = np.asarray(rows)
    for reduction, expected, weighted in [
        (None, rows, rows * weights),
        ("none", rows, rows * weights),
        ("sum", rows.sum(), (rows * weights).sum()),
        ("mean", rows.mean(), (rows * weights).mean()),
        ("sum_over_batch_size", rows.mean(), (rows * weights).mean()),
    ]:
        loss = kind(reduction=reduction)
        np.testing.assert_allclose(loss(Y, P).data, expected)
        np.testing.assert_allclose(loss(Y, P, sample_weight=weights).data, weighted)
    assert kind(name="mine").name == "mine"
    assert kind().name == snake_case(name)


@pytest.mark.parametrize(
    ("module", "base"),
    [
        (losses, losses.Loss),
        (metrics, metrics.Metric),
        (optimizers, optimizers.Optimizer),
        (initializers, initializers.Initializer),
        (regularizers, regularizers.L1L2),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_name_object_or_class(module, base):
    for name, kind in module.NAMES.items():
        assert type(module.get(name)) is kind
        assert type(module.get(kind)) is kind
        made = kind()
        assert isinstance(made, base)
        assert module.get(made) is made


def test_activations_by_name():
    for name, function in activations.NAMES.items():
        assert activations.get(name) is function
        assert activations.get(function) is function
    assert activations.get(None) is activations.linear


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (metrics.MeanSquaredError(), ((P - Y) ** 2).mean()),
        (metrics.RootMeanSquaredError(), np.sqrt(((P - Y) ** 2).mean())),
        (metrics.MeanAbsoluteError(), np.abs(P - Y).mean()),
        (
            metrics.R2Score(),
            (1 - ((P - Y) ** 2).sum(axis=0) / ((Y - Y.mean(axis=0)) ** 2).sum(axis=0))
            .mean(),
        ),
    ],
)  # fmt: skip
def test_metrics_over_several_batches(metric, expected):
    for rows in (slice(0, 1), slice(1, 3)):
        metric.update_state(Y[rows], P[rows])
    assert metric.result() == pytest.approx(expected)
    metric.reset_state()
    assert metric(Y, P) == pytest.approx(expected)
    metric.reset_state()
    twice = metric(np.repeat(Y, 2, axis=0), np.repeat(P, 2, axis=0))
    metric.reset_state()
    assert metric(Y, P, sample_weight=np.full(3, 2.0)) == pytest.approx(twice)


def test_r2_by_output():
    scores = metrics.R2Score(class_aggregation=None)(Y, P)
    assert scores.shape == (2,)
    variances = ((Y - Y.mean(axis=0)) ** 2).sum(axis=0)
    weighted = metrics.R2Score(class_aggregation="variance_weighted_average")(Y, P)
    assert weighted == pytest.approx((scores * variances).sum() / variances.sum())
    constant = metrics.R2Score()(np.ones((3, 1)), P[:, :1])
    assert constant == 0.0


def test_mean():
    mean = metrics.Mean()
    mean.update_state(2.0)
    assert mean([4.0, 6.0], sample_weight=[0.0, 3.0]) == pytest.approx(20 / 4)


@pytest.mark.parametrize(
    ("name", "variance"),
    [
        ("glorot_uniform", 2 / (200 + 300)),
        ("glorot_normal", 2 / (200 + 300)),
        ("he_uniform", 2 / 200),
        ("he_normal", 2 / 200),
        ("lecun_uniform", 1 / 200),
        ("lecun_normal", 1 / 200),
        ("random_normal", 0.05**2),
        ("random_uniform", 0.05**2 / 3),
    ],
)
def test_variances(name, variance):
    utils.set_random_seed(0)
    drawn = initializers.get(name)((200, 300))
    assert drawn.dtype == np.float32
    assert drawn.var() == pytest.approx(variance, rel=0.02)
    assert abs(drawn.mean()) < 5 * np.sqrt(variance / drawn.size)


def test_truncated_normal_stays_within_two_deviations():
    drawn = initializers.TruncatedNormal(mean=1.0, stddev=0.5, seed=0)((1000,))
    assert np.abs(drawn - 1.0).max() <= 1.0
    assert np.abs(drawn - 1.0).max() > 0.9


@pytest.mark.parametrize("shape", [(5, 3), (3, 5), (2, 2, 3)])
def test_orthogonal(shape):
    drawn = initializers.Orthogonal(gain=2.0, seed=0)(shape, "float64")
    matrix = drawn.reshape(-1, shape[-1])
    if matrix.shape[0] < matrix.shape[1]:
        matrix = matrix.T
    np.testing.assert_allclose(
        matrix.T @ matrix, 4 * np.eye(min(matrix.shape)), atol=1e-12
    )


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        ([0, 2, 1], (3, 3)),
        ([[0], [2], [1]], (3, 3)),
        ([[0, 1], [1, 3]], (2, 2, 4)),
        (np.array([1.0, 0.0]), (2, 2)),
        (Tensor(np.array([1.0, 0.0])), (2, 2)),
        (2, (3,)),
    ],
)
def test_one_hot_rows(labels, shape):
    rows = utils.to_categorical(labels)
    assert rows.shape == shape
    assert rows.dtype == np.float32
    back = rows.argmax(axis=-1)
    np.testing.assert_array_equal(back.ravel(), np.ravel(np.asarray(labels)))
    wide = utils.to_categorical(labels, num_classes=5)
    assert wide.shape == (*shape[:-1], 5)
    assert (rows.sum(axis=-1) == 1).all()


def test_regularizers_in_small_letters():
    W = np.array([[1.0, -2.0]])
    assert float(regularizers.l1(0.5)(W)) == 1.5
    assert float(regularizers.l2(0.5)(W)) == 2.5
    assert float(regularizers.l1_l2(0.5, 0.1)(W)) == pytest.approx(2.0)
    for name in ("L1L2", "l1l2", "l1_l2"):  # the first two are Keras's
        assert type(regularizers.get(name)) is regularizers.L1L2


def test_fixed_start_values():
    assert initializers.Constant(3.0)((2,)).tolist() == [3.0, 3.0]
    assert initializers.get("identity")((2, 2)).tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_a_seed_of_its_own_repeats():
    seeded = initializers.RandomNormal(seed=1)
    before = backend.generator().bit_generator.state
    np.testing.assert_array_equal(seeded((3,)), seeded((3,)))
    assert backend.generator().bit_generator.state == before
    fresh = initializers.RandomNormal()
    assert (fresh((3,)) != fresh((3,))).all()


@pytest.mark.parametrize("name", ["mean_absolute_error", "huber", "log_cosh"])
def test_whole_predictions_do_not_cut_the_targets(name):
    loss = getattr(losses, name)
    whole, same = np.array([[2, 1]]), np.array([[2.0, 1.0]])
    found = loss(np.array([[0.5, 0.25]]), whole).data
    assert found.tolist() == loss(np.array([[0.5, 0.25]]), same).data.tolist()
    assert found.dtype == "float64"
