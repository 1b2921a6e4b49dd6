"""The single neuron: its four phases, their gradients and its errors."""

import numpy as np
import pytest

from dlcore.cycle import PHASES, Phase
from dlcore.neuron import Neuron

X = np.array([0.5, -1.0, 2.0])
Y = np.array([1.0, 0.0, 4.0])


def loss_at(w, b, x, y):
    neuron = Neuron(w, b)
    neuron.predict(x)
    return neuron.measure(y)


def test_cycle_yields_the_four_phases_in_order():
    phases = list(Neuron(0.5, 0.1).cycle(X, Y, learning_rate=0.1))
    assert tuple(phase.name for phase in phases) == PHASES
    assert all(isinstance(phase, Phase) for phase in phases)


def test_what_a_phase_finds_out_stays_known():
    predict, measure, feedback, adjust = Neuron(0.5).cycle(X, Y, learning_rate=0.1)
    assert predict == Phase("predict", predict.prediction)
    assert (measure.prediction, measure.gradients) == (predict.prediction, None)
    assert (feedback.loss, feedback.weights) == (measure.loss, None)
    assert adjust.gradients == feedback.gradients
    assert adjust.weights["w"] == 0.5 - 0.1 * feedback.gradients["w"]


@pytest.mark.parametrize("features", [None, 1, 3])
def test_gradients_equal_finite_differences(features):
    generator = np.random.default_rng(0)
    shape = (7,) if features is None else (7, features)
    x, y = generator.normal(size=shape), generator.normal(size=(7, 1))
    y = y[:, 0] if features is None else y
    w = generator.normal(size=features) if features == 3 else 0.7
    neuron = Neuron(w, 0.2)
    neuron.predict(x)
    neuron.measure(y)
    dw, db = neuron.feedback()
    h = 1e-6
    for i in range(np.size(w)):
        step = h * np.eye(np.size(w))[i] if features == 3 else h
        slope = (loss_at(w + step, 0.2, x, y) - loss_at(w - step, 0.2, x, y)) / (2 * h)
        assert np.atleast_1d(dw)[i] == pytest.approx(slope, abs=1e-6)
    slope = (loss_at(w, 0.2 + h, x, y) - loss_at(w, 0.2 - h, x, y)) / (2 * h)
    assert db == pytest.approx(slope, abs=1e-6)


def test_rows_and_columns_say_the_same():
    flat, column = Neuron(), Neuron()
    losses = flat.fit(X, Y, learning_rate=0.1, epochs=5)
    assert column.fit(X[:, None], Y[:, None], 0.1, 5) == pytest.approx(losses)
    assert column.w == pytest.approx(flat.w)
    assert isinstance(column.w, float), "one feature keeps one plain number"


def test_several_features_start_from_one_number():
    x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])
    y = x @ [[2.0], [-3.0]] + 1.0
    neuron = Neuron()
    losses = neuron.fit(x, y, learning_rate=0.3, epochs=2000)
    np.testing.assert_allclose(neuron.w, [2.0, -3.0], atol=1e-6)
    assert neuron.b == pytest.approx(1.0, abs=1e-6)
    assert losses[-1] < 1e-12


def test_a_loss_is_measured_before_its_adjust():
    neuron = Neuron()
    losses = neuron.fit(X, Y, learning_rate=0.1, epochs=2)
    assert losses[0] == loss_at(0.0, 0.0, X, Y)
    assert len(losses) == 2
    assert neuron.evaluate(X, Y) < losses[1]


def test_evaluate_learns_nothing():
    neuron = Neuron(0.5, 0.5)
    neuron.evaluate(X, Y)
    assert (neuron.w, neuron.b) == (0.5, 0.5)


def test_an_old_error_is_not_mistaken_for_a_new_one():
    neuron = Neuron()
    neuron.evaluate(X, Y)
    neuron.predict(X + 1)
    with pytest.raises(ValueError, match="turn of feedback"):
        neuron.feedback()


def test_inputs_may_be_lists():
    assert Neuron(2.0, 1.0).predict([1, 2]).tolist() == [3.0, 5.0]


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda n: n.predict(3.0), r"\(n,\) or \(n, features\).*got: +\(\).*row of"),
        (lambda n: n.predict([]), "at least one row"),
        (
            lambda n: Neuron([1.0, 2.0]).predict(np.ones((4, 3))),
            "2 features.*got: +3 features.*one weight for each feature",
        ),
        (lambda n: n.measure(Y), r"turn of measure\(y\).*predict\(x\) first.*order"),
        (lambda n: n.feedback(), r"turn of feedback\(\).*measure\(y\) first"),
        (lambda n: n.adjust(), r"turn of adjust\(\).*feedback\(\) first"),
        (
            lambda n: n.evaluate(X, Y[:, None]),
            r"expected: \(3,\).*got: +\(3, 1\).*make x and y both \(n,\)",
        ),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act(Neuron())
