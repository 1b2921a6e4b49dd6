"""Activations: the error function behind GELU, and what activation layers refuse."""

import math

import numpy as np
import pytest

from dlcore import Sequential, Tensor, activations, layers, ops
from dlcore.erf import erfc, normal_share


@pytest.mark.parametrize(("dtype", "rtol"), [("float64", 2e-14), ("float32", 2e-6)])
def test_the_error_function_is_exact(dtype, rtol):
    x = np.concatenate([np.linspace(0, 5, 2001), [1e-9, 8.0]]).astype(dtype)
    expected = [math.erfc(float(value)) for value in x]
    np.testing.assert_allclose(erfc(x), expected, rtol=rtol)
    assert erfc(x).dtype == dtype


def test_far_out_it_neither_overflows_nor_breaks():
    z = np.array([-1e30, -40.0, 0.0, 40.0, 1e30])
    with np.errstate(over="ignore"):
        np.testing.assert_allclose(normal_share(z), [0, 0, 0.5, 1, 1], atol=1e-300)


def test_layers_and_functions_agree():
    x = np.linspace(-3, 3, 12).reshape(3, 4)
    for layer, function in [
        (layers.ReLU(), activations.relu),
        (layers.ELU(), activations.elu),
        (layers.Softmax(), activations.softmax),
        (layers.LeakyReLU(0.2), activations.leaky_relu),
        (layers.PReLU(), activations.relu),
        (layers.Activation("gelu"), activations.gelu),
    ]:
        a = layer(x.astype("float32"))
        np.testing.assert_allclose(a.data, function(x).data, rtol=1e-5, atol=1e-6)
        assert layer.z.shape == (3, 4)


def test_elu_bends_at_zero_only_where_alpha_says_so():
    z = Tensor(np.array([-1.0, 0.0, 2.0, 800.0]), requires_grad=True)
    activations.elu(z, 0.5).sum().backward()
    np.testing.assert_allclose(z.grad, [0.5 * math.exp(-1), 0.5, 1, 1])


@pytest.mark.parametrize(
    ("name", "settings", "z", "a", "slope"),
    [
        ("hard_sigmoid", {}, [-3.0, 3.0], [0.0, 1.0], [0.0, 0.0]),
        ("hard_sigmoid", {}, [-1.5, 1.5], [0.25, 0.75], [1 / 6, 1 / 6]),
        ("relu", {"negative_slope": 0.25}, [0.0, -2.0], [0.0, -0.5], [0.25, 0.25]),
        ("relu", {"threshold": 1.0}, [-np.inf, 1.0, 2.0], [0, 0, 2], [0, 0, 1]),
    ],
)
def test_slopes_at_corners_are_those_of_keras(name, settings, z, a, slope):
    z = Tensor(np.array(z, "float32"), requires_grad=True)
    found = getattr(activations, name)(z, **settings)
    ops.sum(found).backward()
    np.testing.assert_allclose(found.data, a)
    np.testing.assert_allclose(z.grad, slope, rtol=1e-6)
    assert found.data.dtype == np.float32


def test_what_is_not_a_number_stays_so():
    for settings in ({}, {"max_value": 6.0}, {"negative_slope": 0.1, "max_value": 6.0}):
        assert np.isnan(activations.relu([np.nan], **settings).data).all()


def test_maxout_of_one_piece_is_dense():
    x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
    maxout, dense = layers.Maxout(2, pieces=1), layers.Dense(2)
    assert maxout(x).shape == dense(x).shape
    dense.set_weights(maxout.get_weights())
    np.testing.assert_allclose(maxout(x).data, dense(x).data)
    assert layers.Maxout.from_config(maxout.get_config()).units == 2


def test_maxout_learns_the_absolute_value():
    x = np.linspace(-1, 1, 64).reshape(-1, 1)
    model = Sequential([layers.Input((1,)), layers.Maxout(1, pieces=2)])
    model.set_weights([np.array([[0.5, -0.5]]), np.zeros(2)])
    model.compile("adam", "mse")
    model.optimizer.learning_rate = 0.05
    model.fit(x, np.abs(x), epochs=60, verbose=0)
    assert model.evaluate(x, np.abs(x), verbose=0) < 1e-4
