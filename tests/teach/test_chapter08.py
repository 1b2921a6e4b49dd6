"""Chapter 8's numbers agree with its printed claims; many networks agree with `fit`."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore import Input, Sequential, datasets, ops, utils
from dlcore.layers import Dense, LeakyReLU, Maxout, PReLU
from dlcore.optimizers import SGD
from dlcore.teach import chapter08, chapter08_choice, chapter08_relu
from dlcore.teach.chapter03 import X, Y
from dlcore.teach.chapter08_many import train_course
from dlcore.teach.restarts import train_many

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
MNIST = DATA / "mnist.npz"


def slope(name, z):
    return chapter08_choice.value_and_slope(name, z)[1]


# -- values and slopes -----------------------------------------------------------------


@pytest.mark.parametrize("name", chapter08_choice.FUNCTIONS)
def test_slopes_are_those_of_the_values(name):
    z, step = np.linspace(-4.05, 4.05, 28), 1e-6
    up, down = (chapter08_choice.value_and_slope(name, z + s)[0] for s in (step, -step))
    np.testing.assert_allclose(slope(name, z), (up - down) / (2 * step), atol=1e-8)


@pytest.mark.parametrize(
    ("name", "steepest"),
    [("sigmoid", 0.25), ("tanh", 1), ("ReLU", 1), ("leaky ReLU", 1), ("ELU", 1)],
)
def test_largest_slopes(name, steepest):
    assert slope(name, np.linspace(-8, 8, 16001)).max() == pytest.approx(steepest)


def test_saturated_sigmoid():
    assert slope("sigmoid", 10.0) == pytest.approx(4.5e-5, rel=0.01)


def test_slope_at_the_corner_is_0():
    assert slope("ReLU", 0.0) == 0


def test_tanh_is_a_sigmoid():
    z = np.linspace(-5, 5, 41)
    double = 2 * ops.sigmoid(2 * z).data - 1
    np.testing.assert_allclose(ops.tanh(z).data, double, atol=1e-12)


def test_table():
    found = {name: chapter08_choice.judge(name) for name in chapter08_choice.FUNCTIONS}
    assert [name for name, row in found.items() if row["dies"]] == ["ReLU"]
    assert found["tanh"]["mean"] == pytest.approx(0, abs=0.01)
    assert found["sigmoid"]["mean"] == pytest.approx(0.5, abs=0.01)
    # for a normal z the mean of ReLU is 1 / sqrt(2 pi)
    assert found["ReLU"]["mean"] == pytest.approx((2 * np.pi) ** -0.5, abs=0.005)
    assert 0 < found["ELU"]["mean"] < 0.5 * found["ReLU"]["mean"]
    ends = {name: row["flat"] for name, row in found.items()}
    assert ends["sigmoid"] == ends["tanh"] == "both"
    assert ends["ReLU"] == ends["ELU"] == "left"
    assert ends["leaky ReLU"] == "no"
    dear = {name: row["dear"] for name, row in found.items()}
    assert dear["ReLU"] == dear["leaky ReLU"] == 0 < dear["ELU"] == dear["tanh"] == 1


# -- stacks ----------------------------------------------------------------------------


def test_linear_stacks_draw_a_line_and_sigmoid_stacks_learn_nothing():
    model, _, _ = chapter08.trained("linear", 2)
    points = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    model(points)
    z = model.layers[-1].z.data[:, 0]
    assert z[3] == pytest.approx(z[1] + z[2] - z[0])
    assert chapter08.trained("sigmoid", 8)[1][-1] == pytest.approx(np.log(2), abs=1e-3)
    assert chapter08.trained("tanh", 8)[2] == chapter08.trained("relu", 8)[2] == 1


def test_gradients_behind_sigmoids_shrink_in_every_layer():
    sizes = chapter08.deltas("sigmoid", 8)
    assert (sizes[:-1] < sizes[1:] / 3).all()
    assert sizes[0] / sizes[-1] == pytest.approx(0.25**7, rel=0.9)
    slopes = chapter08.mean_slopes("sigmoid", 8)
    assert 0.2 < min(slopes) < max(slopes) <= 0.25  # none is saturated


def test_signal_through_twenty_layers():
    # one start differs from the next, hence the room
    tanh = chapter08_choice.signal("tanh", "Glorot")[0][[0, 4, 9, 19]]
    assert tanh == pytest.approx([0.63, 0.32, 0.22, 0.15], rel=0.12)
    glorot = chapter08_choice.signal("ReLU", "Glorot")[0][[0, 4, 9, 19]]
    assert np.log(glorot) == pytest.approx(np.log([0.58, 0.13, 0.021, 5.8e-4]), abs=0.5)
    he = chapter08_choice.signal("ReLU", "He")
    assert 0.4 < he[0].min() < he[0].max() < 1.2
    assert 0.3 < he[1][0] / he[1][-1] < 3
    back = chapter08_choice.signal("sigmoid", "Glorot")[1]
    assert 1e-14 < back[0] / back[-1] < 1e-11


# -- inputs of one sign ----------------------------------------------------------------


def test_rows_of_positive_inputs_move_all_weights_the_same_way():
    assert chapter08.same_sign("sigmoid") == (1, 0)
    assert chapter08.same_sign("tanh")[0] == pytest.approx(0.5, abs=0.05)
    both, alone = chapter08.same_sign("relu")
    assert both == pytest.approx(0.25, abs=0.05)
    assert alone == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
def test_length_of_the_valley(name):
    a = chapter08.hidden_outputs(name, 10, rows=100_000)
    bends = np.linalg.eigvalsh(2 * a.T @ a / len(a))
    found = chapter08.condition(name, 10)
    assert bends[-1] / bends[0] == pytest.approx(found, rel=0.06)


# -- ReLU ------------------------------------------------------------------------------


@pytest.mark.parametrize(("terms", "gap"), [(20, 0.0106), (50, 0.0106)])
def test_pile_of_sigmoids(terms, gap):
    z = np.linspace(-6, 6, 2401)
    found = np.abs(chapter08_relu.pile(z, terms) - chapter08_relu.softplus(z)).max()
    assert found == pytest.approx(gap, abs=5e-5)


def test_course_ends_where_fit_and_train_many_do():
    run = train_course(seeds=[3, 1], epochs=[0, 40], bias=0.0)
    other = train_many(X, Y, seeds=[3, 1], epochs=40)
    for ours, theirs in zip(run.weights, other.weights, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-12)
    leaky = train_course(seeds=[5], epochs=[40], bias=0.5, leak=0.01)
    utils.set_random_seed(5)
    hidden = Dense(3, bias_initializer="ones"), LeakyReLU(negative_slope=0.01)
    model = Sequential([Input(shape=(2,)), *hidden, Dense(1)], dtype="float64")
    model.layers[0].bias.data[:] = 0.5
    model.compile(SGD(learning_rate=0.08), loss="mse")
    model.fit(X, Y, epochs=40, batch_size=len(X), verbose=0)
    for ours, theirs in zip(leaky.weights, model.get_weights(), strict=True):
        np.testing.assert_allclose(ours[0], theirs, atol=1e-12)


def test_dead_units_of_the_hotel_networks():
    run = train_course(epochs=[0, 100, 800])
    assert not run.dead[0].any()
    assert run.dead[800].any(axis=1).sum() == 25
    # in the first hidden layer nothing comes back to life
    assert (run.dead[800] >= run.dead[100]).all()


def test_more_units_die_at_higher_rates():
    dead = [
        train_course(learning_rate=rate).dead[800].sum() for rate in (0.08, 0.3, 0.5)
    ]
    assert dead[0] < 40 < 80 < dead[1] < dead[2]


def test_a_starting_bias_of_a_hundredth_hardly_helps_and_one_half_does():
    tiny, half = (train_course(bias=bias).dead[800].sum() for bias in (0.01, 0.5))
    assert 20 <= tiny <= 26
    assert half == 0


def test_only_units_behind_the_first_layer_come_back():
    _, returns, _ = chapter08_relu.deaths_and_returns(seeds=6)
    assert returns[0] == 0 < returns[1]


# -- relatives -------------------------------------------------------------------------


def test_prelu_learns_the_absolute_value():
    x = chapter08_choice.LINE
    for seed in (0, 2, 4):
        utils.set_random_seed(seed)
        model = Sequential([Input(shape=(1,)), Dense(1), PReLU()], dtype="float64")
        model.compile(SGD(learning_rate=0.1), loss="mse")
        model.fit(x, np.abs(x), epochs=500, batch_size=len(x), verbose=0)
        assert model.layers[1].alpha.data.item() == pytest.approx(-1, abs=0.01)


def test_one_maxout_unit_is_convex():
    assert chapter08_choice.maxout("|x|", 2)[1] < 1e-4
    model, error = chapter08_choice.maxout("sin 2x", 8)
    a = model.predict(chapter08_choice.LINE, verbose=0)[:, 0]
    assert (np.diff(a, n=2) > -1e-9).all()
    assert error > 0.3


def test_maxout_has_twice_the_parameters():
    x = np.zeros((1, 7))
    sizes = []
    for layer in (Dense(5), Maxout(5)):
        layer(x)
        sizes.append(sum(w.size for w in layer.get_weights()))
    assert sizes == [40, 80]


# -- the comparison --------------------------------------------------------------------


def check_comparison(found):
    late = {name: losses[-10:].mean() for name, (losses, _) in found.items()}
    first = {name: norms[0] / norms[-1] for name, (_, norms) in found.items()}
    others = [name for name in late if name != "sigmoid"]
    assert late["sigmoid"] > 3 * max(late[name] for name in others)
    assert first["sigmoid"] < 0.1 < 0.5 < min(first[name] for name in others)


def test_comparison_on_the_digits():
    x, y = chapter08_relu.pictures()
    names = chapter08_choice.COMPARED
    check_comparison(
        {n: chapter08_choice.compare(n, x, y, units=100, epochs=6) for n in names}
    )


@pytest.mark.skipif(not MNIST.is_file(), reason="needs mnist.npz in DLCORE_DATA")
def test_comparison_on_mnist():
    (x, y), _ = datasets.mnist.load_data(str(MNIST))
    x, y = x[:3000].reshape(-1, 784) / 255.0, y[:3000]
    x = x - x.mean(axis=0)
    names = ("sigmoid", "tanh", "ReLU")
    check_comparison({n: chapter08_choice.compare(n, x, y, epochs=3) for n in names})
