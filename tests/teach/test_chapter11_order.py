"""Page 11.1's numbers: order, rules that feed themselves, the plain recurrent net."""

import numpy as np
import pytest

from dlcore import Input, Sequential, utils
from dlcore.datasets import seasonal
from dlcore.layers import Dense, Embedding, RepeatVector, SimpleRNN
from dlcore.teach import chapter11_order as page
from dlcore.teach import chapter11_unrolled as unrolled
from dlcore.teach.checks.chapter11_order import W_HH, W_XH, B, X, rnn_states

# -- C11.01: order ---------------------------------------------------------------------


def test_counting_cannot_tell_the_two_stories_apart():
    first, second = (page.story(name) for name in ("on, then off", "off, then on"))
    assert first.sum() == second.sum() == 0
    assert sorted(first) == sorted(second)
    ends = [page.lamp_states(x, 2.0)[-1] for x in (first, second)]
    assert ends[0] < -0.9
    assert ends[1] > 0.9


def test_the_lamp_is_a_recurrent_layer_of_one_unit():
    layer = SimpleRNN(1, return_sequences=True, dtype="float64")
    x = page.story("on, then off")
    layer(x[None, :, None])
    layer.set_weights([[[page.PUSH]], [[1.5]], [0.0]])
    states = layer(x[None, :, None]).data[0, :, 0]
    np.testing.assert_allclose(states, page.lamp_states(x, 1.5), atol=1e-12)


# -- C11.02: a relative ----------------------------------------------------------------


def test_exponential_smoothing_is_a_linear_recurrent_layer():
    x = np.concatenate([np.ravel(part) for part in seasonal.load_data()])
    assert len(x) == 144
    layer = SimpleRNN(1, activation="linear", return_sequences=True, dtype="float64")
    layer(x[None, :, None])
    layer.set_weights([[[0.3]], [[0.7]], [0.0]])
    weights = 0.3 * 0.7 ** np.arange(144)[::-1]
    assert layer(x[None, :, None]).data[0, -1, 0] == pytest.approx(weights @ x)


# -- C11.03: a dynamical system --------------------------------------------------------


@pytest.mark.parametrize("slope", [0.5, 0.9])
def test_small_weights_forget_every_start(slope):
    for start in page.STARTS:
        assert abs(page.orbit(slope, start, 400)[-1]) < 1e-9


@pytest.mark.parametrize("slope", [1.1, 1.5, 2.0])
def test_large_weights_keep_the_sign_of_the_start(slope):
    star = page.rest(slope)
    assert np.tanh(slope * star) == pytest.approx(star, abs=1e-12)
    assert abs(slope * (1 - star**2)) < 1
    for start in page.STARTS:
        end = page.orbit(slope, start, 1000)[-1]
        assert end == pytest.approx(np.sign(start) * star, abs=1e-9)


def test_at_one_it_fades_more_slowly_than_any_power():
    s = page.orbit(1.0, 0.9, 4000)
    assert s[4000] == pytest.approx(s[1000] / 2, rel=0.01)  # like one over the root


def test_beside_a_rest_the_distance_is_multiplied_by_the_slope():
    star = page.rest(2.0)
    moved = np.tanh(2 * (star + 1e-6)) - star
    assert moved / 1e-6 == pytest.approx(2 * (1 - star**2), rel=1e-4)


# -- C11.04: sharing in time -----------------------------------------------------------


def test_steps_do_not_count_among_the_weights():
    for steps, dense in [(10, 1296), (20, 2576), (100, 12816)]:
        flat = Sequential([Input(shape=(steps * 8,)), Dense(16)])
        assert flat.count_params() == dense
        recurrent = Sequential([Input(shape=(steps, 8)), SimpleRNN(16)])
        assert recurrent.count_params() == 16 * (8 + 16 + 1) == 400


def test_learned_on_ten_steps_used_on_a_hundred():
    assert page.shares("recurrent", 10, seeds=[0]).min() > 0.99
    assert page.shares("recurrent", 100, seeds=[0]).min() > 0.99
    assert page.shares("dense", 10, seeds=[0]).max() < 0.97
    assert page.shares("counting", 10).max() < 0.8


def test_sharing_does_not_keep_a_network_from_using_the_clock():
    assert page.shares("recurrent", 100, seeds=[0], busy=(0, 5)).max() < 0.9
    x, y = page.buttons(500, 10, (0, 5), seed=1)
    assert page.share_right(page.trained("recurrent", 0, (0, 5)), x, y) > 0.98


def test_buttons_say_which_came_last():
    x, y = page.buttons(300, 12, (2, 9), seed=0)
    assert not x[:, :2].any()
    assert not x[:, 9:].any()
    for row, on in zip(x[..., 0], y[:, 0], strict=True):
        pressed = row[row != 0]
        assert on == (len(pressed) > 0 and pressed[-1] == 1)


# -- C11.05, C11.06: the state, folded and unfolded ------------------------------------


def test_a_linear_state_weighs_inputs_by_powers():
    rain = np.array([8.0, 0.0, 4.0])
    assert rain @ 0.5 ** np.arange(3)[::-1] == 6
    assert rain[[2, 1, 0]] @ 0.5 ** np.arange(3)[::-1] == 9
    assert 0.9 ** page.half_life(0.9) == pytest.approx(0.5)


@pytest.mark.parametrize(("link", "said"), [(1.0, [3, 2, -1, 0]), (0.0, [3, 5, 4, 4])])
def test_paper_network_says_by_how_much_the_input_changed(link, said):
    model = page.delay_network(link=link)
    np.testing.assert_allclose(
        model.predict(page.PAPER[None], verbose=0)[0, :, 0], said
    )
    assert model.count_params() == 8


@pytest.mark.parametrize("kind", page.KINDS)
def test_drawings_hold_what_the_live_model_says(kind):
    model, x = page.kind_model(kind)
    drawn = unrolled.read_model(model, x)
    said = np.array([node.values for node in drawn.nodes if node.letter == "o"])
    predicted = model.predict(x[None], verbose=0)[0]
    np.testing.assert_allclose(said, np.atleast_2d(predicted), atol=1e-12)


def test_unknown_layers_are_not_drawn():
    model = Sequential([Embedding(3, 2)])
    with pytest.raises(TypeError, match="Embedding"):
        unrolled.read_model(model, X)


# -- C11.07: the plain recurrent network -----------------------------------------------


def test_from_scratch_equals_the_library():
    layer = SimpleRNN(3, return_sequences=True, dtype="float64")
    layer(X[None])
    layer.set_weights([W_XH.T, W_HH.T, B])
    ours = rnn_states(X, W_XH, W_HH, B)
    np.testing.assert_allclose(layer(X[None]).data[0], ours, atol=1e-12)
    np.testing.assert_allclose(unrolled.states_of(layer, X), ours, atol=1e-12)


def test_a_turned_kernel_has_no_memory():
    model = page.delay_network()
    kernel, recurrent_kernel, out = model.get_weights()
    model.set_weights([kernel, recurrent_kernel.T, out])
    said = model.predict(page.PAPER[None], verbose=0)[0]
    np.testing.assert_allclose(said, page.PAPER)


# -- C11.08: kinds ---------------------------------------------------------------------


def test_shapes_of_the_four_kinds():
    utils.set_random_seed(0)
    every = {"return_sequences": True}
    read_first = [SimpleRNN(2), RepeatVector(5), SimpleRNN(2, **every), Dense(1)]
    x = np.zeros((4, 3, 2))
    assert Sequential([SimpleRNN(2), Dense(1)])(x).shape == (4, 1)
    assert Sequential([SimpleRNN(2, **every), Dense(1)])(x).shape == (4, 3, 1)
    assert Sequential(read_first)(x).shape == (4, 5, 1)
