"""Chapter 4's numbers agree with its printed claims; many networks agree with `fit`."""

import numpy as np
import pytest

from dlcore import Input, Sequential, datasets, metrics, utils
from dlcore.layers import Dense
from dlcore.optimizers import Adam
from dlcore.teach import chapter04, classifiers
from dlcore.teach import chapter04_scores as scores

X, Y, HOT = chapter04.X, chapter04.Y, chapter04.HOT


# -- many networks at once -------------------------------------------------------------


@pytest.mark.parametrize("hidden", [(), (3,), (5, 10)])
def test_many_networks_end_where_fit_does(hidden):
    runs = classifiers.train_classifiers(X, Y, [3, 1], hidden, epochs=60)
    for place, seed in enumerate([3, 1]):
        model = chapter04.network(seed, hidden)
        model.fit(X, Y, epochs=60, batch_size=24, verbose=0)
        for ours, theirs in zip(runs.weights, model.get_weights(), strict=True):
            np.testing.assert_allclose(ours[place], theirs, atol=1e-12)
        said = model.predict(X, verbose=0)[:, 0]
        np.testing.assert_allclose(runs.probability[place], said, atol=1e-12)
        cost = model.evaluate(X, Y, verbose=0)
        assert runs.cost[place] == pytest.approx(np.ravel(cost)[0], abs=1e-12)


def test_recorded_weights_are_those_of_that_epoch():
    long = classifiers.train_classifiers(X, Y, [1], epochs=20, record=[0, 7, 20])
    short = classifiers.train_classifiers(X, Y, [1], epochs=7)
    for kept, ended in zip(long.kept[7], short.weights, strict=True):
        np.testing.assert_array_equal(kept, ended)
    np.testing.assert_array_equal(long.kept[20][0], long.weights[0])
    assert not np.array_equal(long.kept[0][0], long.weights[0])


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"y": Y[:, 0]}, "cannot be trained on these rows"),
        ({"initializer": "glorot"}, "Unknown initializer 'glorot'"),
    ],
)
def test_errors_of_train_classifiers(settings, says):
    with pytest.raises(ValueError, match=says):
        classifiers.train_classifiers(**{"x": X, "y": Y, "seeds": [0], **settings})


# -- the sigmoid and its losses --------------------------------------------------------


def test_sigmoid_values():
    assert classifiers.sigmoid(0) == 0.5
    assert classifiers.sigmoid(3) == pytest.approx(0.9526, abs=5e-5)


def test_slopes_where_the_neuron_is_sure_and_wrong():
    squared = chapter04.loss_of("squared error", -6)[1]
    cross = chapter04.loss_of("cross-entropy", -6)[1]
    assert squared == pytest.approx(-0.0049, abs=5e-5)
    assert cross == pytest.approx(-0.9975, abs=5e-5)


@pytest.mark.parametrize("loss", chapter04.LOSSES)
@pytest.mark.parametrize("y", [0.0, 1.0])
def test_slopes_are_those_of_the_losses(loss, y):
    z, step = np.linspace(-5, 5, 21), 1e-5
    up, down = (chapter04.loss_of(loss, z + s, y)[0] for s in (step, -step))
    nudged = (up - down) / (2 * step)
    np.testing.assert_allclose(chapter04.loss_of(loss, z, y)[1], nudged, atol=1e-9)


def test_squared_error_bends_down_to_minus_012():
    z = np.linspace(-8, 8, 160001)
    slope = chapter04.loss_of("squared error", z)[1]
    assert np.gradient(slope, z).min() == pytest.approx(-0.120, abs=5e-4)


@pytest.mark.parametrize(
    ("p", "y", "cost"), [(0.45, 1, 0.799), (0.1, 1, 2.303), (0.45, 0, 0.598),
                         (0.1, 0, 0.105), (0.3, 1, 1.204), (0.6, 1, 0.511)]
)  # fmt: skip
def test_cross_entropy_of_single_rows(p, y, cost):
    z = np.array([np.log(p / (1 - p))])
    found = classifiers.cross_entropies(z, np.array([y]))
    assert found == pytest.approx(cost, abs=6e-4)


def test_cost_is_not_convex_for_a_network_and_is_for_a_neuron():
    costs = [chapter04.cost_between("network 2-3-1", s) for s in (0, 0.5, 1)]
    assert costs == pytest.approx([0.147, 0.394, 0.147], abs=5e-4)
    walk = [chapter04.cost_between("one neuron", s) for s in np.linspace(0, 1, 21)]
    assert (np.diff(walk, n=2) > 0).all()


def test_race_from_a_bad_start():
    assert chapter04.path("squared error")[800][0] < -6
    assert chapter04.path("cross-entropy")[800][0] > 2


# -- hotels ----------------------------------------------------------------------------


def shares(name, start="glorot_uniform", epochs=800):
    right, test = scores.right_of(scores.many(scores.NETWORKS[name], start, epochs))
    return [float(np.mean(right == k)) for k in (22, 23, 24)], right, test


def test_labels():
    assert (int(HOT.sum()), len(HOT)) == (11, 24)
    assert (int(chapter04.HOT_TEST.sum()), len(chapter04.HOT_TEST)) == (6, 8)
    rows, test = chapter04.ROWS, chapter04.ROWS_TEST
    for (miles, rating), hot in zip(
        np.vstack([rows, test]), [*HOT, *chapter04.HOT_TEST], strict=True
    ):
        rule = (miles <= 4.7 and rating >= 3.5) or (miles > 16 and rating >= 4.0)
        assert bool(hot) == rule


def test_small_network_from_200_starts():
    share, right, test = shares("2-3-1")
    assert share == pytest.approx([0.67, 0.295, 0.005], abs=0.011)
    assert np.mean(test == 7) == pytest.approx(0.97, abs=0.011)
    both = (right == 22) & (test == 7)
    assert both.mean() == pytest.approx(0.67, abs=0.011)
    assert np.flatnonzero(both)[:6].tolist() == [1, 4, 6, 7, 8, 9]
    assert np.median(scores.many().cost) == pytest.approx(0.158, abs=1e-3)
    he, _, _ = shares("2-3-1", "he_uniform")
    assert he[:2] == pytest.approx([0.45, 0.45], abs=0.011)


def test_bigger_network_from_200_starts():
    assert shares("2-5-10-1")[0][2] == pytest.approx(0.73, abs=0.011)
    assert shares("2-5-10-1", "he_uniform")[0][2] == pytest.approx(0.87, abs=0.011)
    assert chapter04.network(hidden=(5, 10)).count_params() == 86


def test_bigger_network_after_1600_epochs():
    share, _, test = shares("2-5-10-1", epochs=1600)
    assert 0.91 <= share[2] <= 0.95
    assert np.mean(test == 7) > 0.94


def test_missed_rows():
    wrong = np.flatnonzero((chapter04.says(chapter04.ROWS) > 0.5) != HOT) + 1
    test = chapter04.says(chapter04.ROWS_TEST) > 0.5
    missed = np.flatnonzero(test != chapter04.HOT_TEST) + 25
    assert wrong.tolist() == [10, 13]
    assert missed.tolist() == [31]


def test_one_neuron_has_as_many_right_as_the_small_network():
    runs = classifiers.train_classifiers(X, Y, [0], (), initializer="zeros")
    right, test = scores.right_of(runs)
    assert (int(right[0]), int(test[0])) == (22, 7)


def test_hotel_matrices():
    found = scores.at_threshold("24 hotels", 0.5)
    assert found["matrix"].tolist() == [[12, 1], [1, 10]]
    numbers = [found[name] for name in ("accuracy", "precision", "recall", "f1")]
    assert numbers == pytest.approx([0.917, 0.909, 0.909, 0.909], abs=6e-4)
    early = classifiers.probabilities_many(X, scores.many().kept[200]) > 0.5
    quoted = [
        metrics.confusion_matrix(HOT, said).tolist() == [[11, 2], [1, 10]]
        for said in early
    ]
    assert sum(quoted) == 6
    by_hand = scores.scores_by_class([[11, 2], [1, 10]])
    numbers = [by_hand[name][1] for name in ("precision", "recall", "f1")]
    assert numbers == pytest.approx([0.833, 0.909, 0.870], abs=6e-4)


# -- payments --------------------------------------------------------------------------


def test_payments():
    found = scores.scores(scores.FRAUD, scores.SAID)
    assert found["matrix"].tolist() == [[90, 3], [5, 2]]
    assert found["accuracy"] == 0.92
    assert found["precision"] == pytest.approx(0.4)
    assert found["recall"] == pytest.approx(2 / 7)
    assert found["f1"] == pytest.approx(1 / 3)
    never = scores.scores(scores.FRAUD, scores.RULES["always honest"])
    assert never["accuracy"] == 0.93


def test_imbalance_at_seven_percent_is_the_example():
    found = scores.imbalanced(7)
    assert found["accuracy"] == pytest.approx(0.92)
    assert found["precision"] == pytest.approx(0.4)
    assert found["F1"] == pytest.approx(1 / 3)


def test_recall_never_rises_with_the_threshold():
    for group in scores.GROUPS:
        recall = [scores.at_threshold(group, t)["recall"] for t in scores.THRESHOLDS]
        assert (np.diff(recall) <= 0).all()


# -- ages ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ages():
    """Ten runs of 1-16-32-2: losses and accuracies (10, 20), fresh accuracies (10,)."""
    losses, accuracies, fresh = [], [], []
    for seed in range(10):
        x, y = datasets.side_effects.load_data(seed=seed)
        utils.set_random_seed(seed)
        model = Sequential(
            [
                Input(shape=(1,)),
                Dense(16, activation="relu"),
                Dense(32, activation="relu"),
                Dense(2, activation="softmax"),
            ],
            dtype="float64",
        )
        assert model.count_params() == 642
        model.compile(
            Adam(learning_rate=1e-4),
            loss="sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        log = model.fit(x, y, batch_size=10, epochs=20, verbose=0).history
        losses.append(log["loss"])
        accuracies.append(log["accuracy"])
        other = datasets.side_effects.load_data(seed=1000 + seed)
        fresh.append(model.evaluate(*other, verbose=0)[1])
    return np.array(losses), np.array(accuracies), np.array(fresh)


def test_ages_run(ages):
    losses, accuracies, fresh = ages
    places = [0, 4, 9, 19]
    medians = np.median(losses, axis=0)[places]
    assert medians == pytest.approx([0.690, 0.575, 0.419, 0.291], abs=0.02)
    medians = np.median(accuracies, axis=0)[places]
    assert medians == pytest.approx([0.516, 0.797, 0.886, 0.930], abs=0.05)
    assert 0.90 < fresh.min() < fresh.max() < 0.95


def test_best_cross_entropy_of_the_ages():
    floor = -(0.95 * np.log(0.95) + 0.05 * np.log(0.05))
    assert floor == pytest.approx(0.1985, abs=5e-5)
