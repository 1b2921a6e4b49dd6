"""Chapter 5's numbers agree with its printed claims: hotels of three classes."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pytest

from dlcore import metrics, ops
from dlcore.teach import chapter05, softmax_runs
from dlcore.teach import chapter05_gradient as gradient
from dlcore.teach import chapter05_scores as scores

X, C, CLASSES = chapter05.X, chapter05.C, chapter05.CLASSES


# -- many networks at once -------------------------------------------------------------


@pytest.mark.parametrize("hidden", [(), (3,), (5, 10)])
def test_many_networks_end_where_fit_does(hidden):
    runs = softmax_runs.train_softmax(X, C, [3, 1], hidden, epochs=60)
    for place, seed in enumerate([3, 1]):
        model = chapter05.network(seed, hidden)
        model.fit(X, chapter05.Y, epochs=60, batch_size=24, verbose=0)
        for ours, theirs in zip(runs.weights, model.get_weights(), strict=True):
            np.testing.assert_allclose(ours[place], theirs, atol=1e-12)
        cost = model.evaluate(X, chapter05.Y, verbose=0)
        assert runs.cost[place] == pytest.approx(np.ravel(cost)[0], abs=1e-12)
        said = model.predict(X, verbose=0).argmax(axis=1)
        np.testing.assert_array_equal(runs.predicted[place], said)


def test_recorded_weights_are_those_of_that_epoch():
    long = softmax_runs.train_softmax(X, C, [1], epochs=20, record=[0, 7, 20])
    short = softmax_runs.train_softmax(X, C, [1], epochs=7)
    for kept, ended in zip(long.kept[7], short.weights, strict=True):
        np.testing.assert_array_equal(kept, ended)
    np.testing.assert_array_equal(long.kept[20][0], long.weights[0])
    assert not np.array_equal(long.kept[0][0], long.weights[0])


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"labels": C[:, None]}, "cannot be trained on these rows"),
        ({"labels": C.astype(float)}, "of float64"),
        ({"initializer": "glorot"}, "Unknown initializer 'glorot'"),
    ],
)
def test_errors_of_train_softmax(settings, says):
    with pytest.raises(ValueError, match=says):
        softmax_runs.train_softmax(**{"x": X, "labels": C, "seeds": [0], **settings})


# -- labels and softmax ----------------------------------------------------------------


def test_c5_03_labels_follow_the_rule():
    rows = np.vstack([chapter05.ROWS, chapter05.ROWS_TEST])
    labels = [*C, *chapter05.C_TEST]
    for (miles, rating), label in zip(rows, labels, strict=True):
        best = rating >= (4.3 if miles <= 1 else 4.2) or (miles > 16 and rating >= 3.5)
        kind = "bronze" if rating < 3.2 else "gold" if best else "silver"
        assert CLASSES[label] == kind
    assert np.bincount(C).tolist() == [9, 8, 7]
    assert np.bincount(chapter05.C_TEST).tolist() == [4, 3, 1]


def test_c5_09_power_of_three():
    assert math.exp(3) == pytest.approx(20.0855, abs=5e-5)


def test_c5_10_softmax_of_the_page():
    shares = [0.665, 0.245, 0.090]
    assert softmax_runs.softmax([2, 1, 0]) == pytest.approx(shares, abs=5e-4)
    assert softmax_runs.softmax([1002, 1001, 1000]) == pytest.approx(shares, abs=5e-4)
    z = np.array([[0.3, -2.0, 5.0]])
    np.testing.assert_allclose(softmax_runs.softmax(z), ops.softmax(z).data)


def test_separate_neurons_do_not_find_silver_and_do_not_add_up():
    separate, together = (chapter05.answers(kind) for kind in chapter05.OUTPUTS)
    assert (separate[C == 1, 1] < 0.5).all()
    assert np.ptp(separate.sum(axis=1)) > 0.5
    np.testing.assert_allclose(together.sum(axis=1), 1)
    assert (together.argmax(axis=1) == C).sum() == 23


# -- the loss and its slopes -----------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "natural", "ten"), [(0.3, 1.204, 0.52), (0.6, 0.511, 0.22)]
)
def test_c5_14_losses_in_two_units(share, natural, ten):
    caption = gradient.draw_loss(share, "natural")
    assert f"is {natural:.3f}." in caption
    assert -math.log10(share) == pytest.approx(ten, abs=5e-3)
    found = softmax_runs.categorical_costs(np.log([[share, 1 - share]]), np.array([0]))
    assert found == pytest.approx(natural, abs=5e-4)


def test_c5_15_jacobian_agrees_with_nudges():
    z, a = np.array([2.0, 1.0, 0.0]), softmax_runs.softmax([2.0, 1.0, 0.0])
    jacobian = np.diag(a) - np.outer(a, a)
    for m in range(3):
        step = 1e-5 * np.eye(3)[m]
        up, down = softmax_runs.softmax(z + step), softmax_runs.softmax(z - step)
        np.testing.assert_allclose((up - down) / 2e-5, jacobian[:, m], atol=1e-9)


def test_c5_18_gradient_check():
    powers = [math.exp(score) for score in gradient.SCORES]
    shares = [power / math.fsum(powers) for power in powers]
    assert shares == pytest.approx([0.07529, 0.16925, 0.06108, 0.69439], abs=5e-6)
    assert gradient.loss_of(gradient.SCORES) == pytest.approx(1.77636, abs=5e-6)
    assert gradient.nudge_error(1e-6) < 1e-9
    assert gradient.nudge_error(1e-6, sum) < 1e-9


def test_c5_18_sums_with_extra_digits_give_the_error_that_r_reports():
    # the last digits hang on the exponential of the machine: two are asked for
    assert gradient.nudge_error(1e-6) == pytest.approx(4.70689e-11, rel=0.01)


def test_c5_19_error_by_the_size_of_the_nudge():
    errors = {k: gradient.nudge_error(10.0**-k) for k in range(1, 9)}
    for k, error in ((1, 1.5e-4), (2, 1.5e-6), (3, 1.5e-8), (4, 1.5e-10)):
        assert errors[k] == pytest.approx(error, rel=0.06)
    assert errors[5] == pytest.approx(9.4e-12, rel=0.6)
    assert min(errors, key=errors.get) == 5
    for k, power in ((6, -10), (7, -9), (8, -8)):
        assert round(math.log10(errors[k])) == power


@pytest.mark.parametrize(
    ("sure", "share", "cross", "squared"),
    [(4, 1.2e-3, -0.999, -1.9e-3), (8, 3e-6, -1.000, -4.6e-6)],
)
def test_c5_20_squared_error_is_deaf(sure, share, cross, squared):
    a, slopes = gradient.pull("cross-entropy", sure)
    assert a[0] == pytest.approx(share, rel=0.04)
    assert slopes[0] == pytest.approx(cross, abs=5e-4)
    assert gradient.pull("squared error", sure)[1][0] == pytest.approx(
        squared, rel=0.03
    )


@pytest.mark.parametrize("loss", gradient.LOSSES)
def test_c5_16_slopes_are_those_of_the_losses(loss):
    def value(z):
        a = softmax_runs.softmax(z)
        if loss == "cross-entropy":
            return -np.log(a[0])
        return 0.5 * np.sum((a - np.eye(3)[0]) ** 2)

    for sure in (-2, 0, 3):
        z, found = np.array([-sure, sure / 2, sure / 2]), []
        for m in range(3):
            step = 1e-5 * np.eye(3)[m]
            found.append((value(z + step) - value(z - step)) / 2e-5)
        np.testing.assert_allclose(gradient.pull(loss, sure)[1], found, atol=1e-9)


# -- hotels ----------------------------------------------------------------------------


def test_c5_07_parameters():
    assert chapter05.network().count_params() == 21
    assert chapter05.network(hidden=(5, 10)).count_params() == 108


def test_c5_22_small_network_from_200_starts():
    runs = chapter05.many()
    right, test = scores.right_of(runs.weights)
    both = (right == 23) & (test == 6)
    shares = [np.mean(right == 23), np.mean(right == 24), np.mean(test == 6)]
    assert shares == pytest.approx([0.55, 0.365, 0.955], abs=0.011)
    assert both.mean() == pytest.approx(0.55, abs=0.011)
    assert np.flatnonzero(both)[:5].tolist() == [1, 2, 7, 8, 9]
    assert np.median(runs.cost) == pytest.approx(0.097, abs=1e-3)
    right, test = scores.right_of(runs.kept[400])
    early = np.mean((right == 23) & (test == 6))
    assert early == pytest.approx(0.79, abs=0.011)


def test_c5_23_bigger_network_from_200_starts():
    right, test = scores.right_of(chapter05.many((5, 10)).weights)
    assert np.mean(right == 24) == pytest.approx(0.975, abs=0.011)
    assert (test == 6).all()


def test_without_a_hidden_layer_every_start_ends_alike():
    right, test = scores.right_of(chapter05.many(()).weights)
    assert (right == 23).all()
    assert (test == 6).all()


def test_c5_25_typical_matrix_and_missed_hotels():
    table = scores.table_of("training hotels")
    assert table.tolist() == [[9, 0, 0], [1, 7, 0], [0, 0, 7]]
    tables = [
        metrics.confusion_matrix(C, said, 3).tolist()
        for said in chapter05.many().predicted
    ]
    assert max(map(tables.count, tables)) == tables.count(table.tolist())
    for rows, labels, missed in (
        (chapter05.ROWS, C, [20]),
        (chapter05.ROWS_TEST, chapter05.C_TEST, [26, 30]),
    ):
        wrong = np.flatnonzero(chapter05.says(rows).argmax(axis=1) != labels)
        assert (wrong + (1 if labels is C else 25)).tolist() == missed


def test_c5_26_precision_and_recall():
    found = metrics.scores_by_class(scores.table_of("training hotels"))
    assert found["precision"] == pytest.approx([0.9, 1, 1])
    assert found["recall"] == pytest.approx([1, 0.875, 1])
    early = scores.table_of("training hotels", 50)
    assert early.tolist() == [[9, 0, 0], [4, 4, 0], [0, 3, 4]]


def test_words_of_regions_stand_in_their_regions():
    inside = chapter05.RATINGS > 4.0
    _, rating = chapter05.roomiest(inside)
    assert 4.0 < rating < 5.0
    assert chapter05.roomiest(chapter05.RATINGS > 4.95) is None
    assert chapter05.roomiest(np.zeros_like(inside)) is None


@pytest.mark.parametrize("network", chapter05.NETWORKS)
def test_words_of_regions_touch_no_marker(network):
    for epochs in chapter05.EPOCHS:
        scores.draw_regions(network, epochs)
        drawn = plt.gcf()
        drawn.canvas.draw()
        (ax,) = drawn.axes
        hotels = ax.transData.transform(chapter05.ROWS)
        for word in ax.texts:
            box = word.get_window_extent()
            gap = np.maximum(np.maximum(box.p0 - hotels, hotels - box.p1), 0.0)
            points = np.hypot(*gap.T).min() * 72 / drawn.dpi
            assert points > 5, (word.get_text(), epochs)  # a marker has 3.25 of them
        plt.close(drawn)
