"""Optimizers and schedules: the same steps as Keras 3, and in pieces as in one."""

import json
from pathlib import Path

import numpy as np
import pytest

from dlcore import Tensor, optimizers
from dlcore.optimizers import base, schedules
from tests.dlcore.columns import COLUMNS

STORED = json.loads(
    (Path(__file__).parent / "reference" / "optimizers.json").read_text("utf-8")
)
START = [np.array(weight) for weight in STORED["start"]]
GRADIENTS = [[np.array(g) for g in step] for step in STORED["gradients"]]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("name", STORED["optimizers"])
def test_steps_equal_those_of_keras(name, column):
    case = STORED["optimizers"][name]
    optimizer = getattr(optimizers, case["class"])(**case["arguments"])
    weights = [Tensor(column.upload(w.copy()), requires_grad=True) for w in START]
    for gradients, expected in zip(GRADIENTS, case["path"], strict=True):
        optimizer.apply([column.upload(g) for g in gradients], weights)
        for W, stored in zip(weights, expected, strict=True):
            column.check_home(W.data, name)
            np.testing.assert_allclose(
                np.asarray(W, "float64"), stored, rtol=3e-5, atol=3e-6
            )
    for slots in optimizer.slots:
        for slot in slots:
            column.check_home(slot, "the optimizer's memory")


@pytest.mark.parametrize("name", STORED["schedules"])
def test_rates_equal_those_of_keras(name):
    case = STORED["schedules"][name]
    kind, arguments = getattr(schedules, case["class"]), case["arguments"]
    named = isinstance(arguments, dict)
    schedule = kind(**arguments) if named else kind(*arguments)
    rates = [schedule(step) for step in STORED["at"]]
    np.testing.assert_allclose(rates, case["rates"], rtol=1e-6, atol=1e-9)
    assert all(type(rate) is float for rate in rates)
    again = kind.from_config(schedule.get_config())
    assert [again(step) for step in STORED["at"]] == rates


def test_a_schedule_serves_as_learning_rate():
    schedule = schedules.ExponentialDecay(1.0, decay_steps=1, decay_rate=0.5)
    optimizer = optimizers.SGD(schedule)
    W = Tensor(np.zeros(1), requires_grad=True)
    for _ in range(3):
        optimizer.apply([np.ones(1)], [W])
    assert W.data.tolist() == [-1.75]


@pytest.mark.parametrize("name", STORED["optimizers"])
def test_a_large_weight_is_changed_in_pieces_alike(name, monkeypatch):
    case = STORED["optimizers"][name]

    def run():
        optimizer = getattr(optimizers, case["class"])(**case["arguments"])
        weights = [Tensor(w.copy(), requires_grad=True) for w in START]
        for gradients in GRADIENTS:
            optimizer.apply(gradients, weights)
        return [W.data for W in weights]

    whole = run()
    monkeypatch.setattr(base, "PIECE", 4)
    for one, other in zip(whole, run(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_weights_that_lie_by_columns_stay_whole(monkeypatch):
    monkeypatch.setattr(base, "PIECE", 4)
    W = Tensor(np.asfortranarray(np.ones((3, 2))), requires_grad=True)
    optimizers.SGD(0.5).apply([np.ones((3, 2))], [W])
    np.testing.assert_array_equal(W.data, np.full((3, 2), 0.5))


def test_nadam_goes_on_where_it_was():
    optimizer = optimizers.Nadam()
    product = 1.0
    for step in range(1, 50):
        product *= optimizer.share(step)
    assert optimizer.product(49) == product
    assert optimizer.product(2) == optimizer.share(1) * optimizer.share(2)
