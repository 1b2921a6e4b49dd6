"""Freezing: what is not trainable stays, however models and layers are nested."""

import numpy as np
import pytest

from dlcore import Input, Model, Sequential, layers

X = np.random.default_rng(3).normal(size=(8, 4, 2))


class Stack(Model):
    """A model by subclassing, of one dense layer."""

    def __init__(self, **settings):
        super().__init__(**settings)
        self.inside = layers.Dense(3)

    def call(self, x):
        """Return what the layer makes of x."""
        return self.inside(x)


def frozen_from_the_start():
    """Models that are told when they are made not to train what they hold."""
    yield Stack(trainable=False)
    yield Sequential([layers.Dense(3)], trainable=False)
    yield Sequential([Input((4, 2)), layers.Dense(3)], trainable=False)
    yield layers.Bidirectional(layers.LSTM(3), trainable=False)


@pytest.mark.parametrize("part", list(frozen_from_the_start()), ids=lambda x: x.name)
def test_a_frozen_part_stays_while_the_rest_learns(part):
    model = Sequential([part, layers.Dense(1)])
    model.compile("sgd", "mse")
    model.predict(X)
    y = np.zeros((*model.output.shape[:-1], 1))
    before = part.get_weights()
    assert before
    model.fit(X, y, epochs=2)
    for one, other in zip(part.get_weights(), before, strict=True):
        np.testing.assert_array_equal(one, other)
    assert len(model.trainable_weights) == 2


def test_building_unfreezes_nothing():
    cells = layers.SimpleRNNCell(3), layers.SimpleRNNCell(2)
    cells[0].trainable = False
    model = Sequential([Input((4, 2)), layers.RNN(cells), layers.Dense(1)])
    frozen = {id(W) for W in model.non_trainable_weights}
    assert frozen == {id(W) for W in cells[0].weights}
