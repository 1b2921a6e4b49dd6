"""Page 11.3's numbers: gated cells, what comes back through them, who remembers."""

import numpy as np
import pytest

from dlcore import utils
from dlcore.layers import GRU, LSTM, RNN, GRUCell, LSTMCell, SimpleRNN
from dlcore.teach import chapter11_cell as cell
from dlcore.teach import chapter11_gates as gates
from dlcore.teach import chapter11_memory as memory


def draw(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def test_lstm_step_is_that_of_the_library():
    x, h, c = draw(2, 3), draw(2, 4, seed=1), draw(2, 4, seed=2)
    layer = LSTMCell(4, dtype="float64")
    layer(x, [h, c])
    ours = gates.lstm_step(x, h, c, *layer.get_weights())
    theirs = layer(x, [h, c])[1]
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one, other.data, atol=1e-12)


def test_gru_step_is_that_of_the_library():
    x, h = draw(2, 3), draw(2, 4, seed=1)
    layer = GRUCell(4, reset_after=False, dtype="float64")
    layer(x, [h])
    layer.set_weights([layer.get_weights()[0], layer.get_weights()[1], draw(12)])
    ours = gates.gru_step(x, h, *layer.get_weights())
    np.testing.assert_allclose(ours, layer(x, [h])[0].data, atol=1e-12)


def test_paper_example():
    one = [np.array([[value]]) for value in (gates.X, gates.H, gates.C)]
    h, c = gates.lstm_step(*one, gates.W, gates.U, gates.B)
    assert c.item() == pytest.approx(1.04, abs=0.005)
    assert h.item() == pytest.approx(0.39, abs=0.005)
    h, c = gates.lstm_step(np.zeros((1, 1)), h, c, gates.W, gates.U, gates.B)
    assert c.item() == pytest.approx(0.71, abs=0.005)


def test_plain_network_is_a_corner_of_the_gru():
    x, h = draw(2, 3), draw(2, 4, seed=1)
    W, U, b = draw(3, 4, seed=2), draw(4, 4, seed=3), draw(4, seed=4)
    zeros, zero = np.zeros((3, 8)), np.zeros((4, 8))
    biases = np.concatenate([np.full(4, -40.0), np.full(4, 40.0), b])
    ours = gates.gru_step(x, h, np.hstack([zeros, W]), np.hstack([zero, U]), biases)
    np.testing.assert_allclose(ours, np.tanh(x @ W + h @ U + b), atol=1e-12)


@pytest.mark.parametrize(
    ("layer", "count"),
    [
        (SimpleRNN(16), 400),
        (LSTM(16), 1600),
        (GRU(16, reset_after=False), 1200),
        (GRU(16), 1248),
    ],
)
def test_parameters_of_8_inputs_and_16_units(layer, count):
    layer(np.zeros((1, 2, 8), dtype="float32"))
    assert layer.count_params() == count


def test_a_gate_of_099_against_a_factor_of_09():
    np.testing.assert_allclose(0.99**100, 0.366, atol=0.001)
    np.testing.assert_allclose(0.9**100, 2.7e-5, rtol=0.02)


def test_notepad_is_the_weighted_sum_of_its_entries():
    for forget in gates.FORGET:
        c, _, wrote = gates.notepad(forget, "at steps 3 and 9", "always")
        ages = len(c) - 1 - np.arange(len(c))
        weights = np.where(ages == 0, 1.0, forget ** np.maximum(ages, 1))
        assert c[-1] == pytest.approx((weights * wrote * gates.NOTES).sum())


def test_jacobian_of_a_step_by_differences():
    W, U = gates.start_weights(4)
    n, b = gates.UNITS, 0.3 * draw(4 * gates.UNITS, seed=5)
    x, start = np.array([1.0]), draw(2 * n, seed=6)
    *_, J = gates.lstm_jacobian(x, start[:n], start[n:], W, U, b)
    for place in (0, 7, n, 2 * n - 1):
        ends = []
        for sign in (1, -1):
            moved = start.copy()
            moved[place] += sign * 1e-6
            step = gates.lstm_step(x[None], moved[None, :n], moved[None, n:], W, U, b)
            ends.append(np.concatenate([part[0] for part in step]))
        np.testing.assert_allclose(J[:, place], (ends[0] - ends[1]) / 2e-6, atol=1e-8)


def test_direct_path_is_the_product_of_the_gates_and_not_all():
    whole, direct = gates.through_cell(1)
    assert direct[0] < 0.85  # one gate, the most open of 16
    assert direct[-1] < 1e-6 < 1e-4 < whole[-1]
    assert whole[-1] < gates.through_plain()[-1]
    ends = [gates.through_cell(bias)[1][-1] for bias in gates.BIASES]
    assert (np.diff(ends) > 0).all()


def test_gates_that_start_open_recall_more():
    rows = memory.record()["recall"]
    assert set(rows) == set(memory.KINDS)
    for kind in memory.KINDS:
        assert memory.solved(kind, 10) == 5
    assert memory.solved("LSTM, forget bias 1", 80) == 0
    assert memory.solved("LSTM, forget bias 3", 80) >= 3
    assert memory.solved("LSTM, forget bias 3", 40) == 5
    assert memory.solved("GRU, update bias 3", 40) > memory.solved("GRU", 40)


@pytest.mark.parametrize(("kind", "seed"), [("plain", 1), ("LSTM, forget bias 3", 0)])
def test_record_is_what_training_gives(kind, seed):
    curve, _ = memory.run(kind, 10, seed, updates=150)
    stored = memory.record()["recall"][kind]["10"]["curves"][seed]
    np.testing.assert_allclose(curve[:2], stored[:2], atol=0.002)
    assert curve[-1] > 0.95


def test_bias_opens_the_gate_that_keeps():
    for kind, gate in (("LSTM, forget bias 3", 1), ("GRU, update bias 3", 0)):
        layer = memory.network(kind, 0, 5).layers[0]
        b = layer.get_weights()[2]
        b = (b if b.ndim == 1 else b[0]).reshape(-1, memory.UNITS)
        assert (b[gate] == 3).all()
        assert (np.delete(b, gate, axis=0) == 0).all()


def test_fresh_masks_differ_from_step_to_step_and_one_mask_does_not():
    def states(cell):
        utils.set_random_seed(0)
        layer = RNN(cell(8, recurrent_dropout=0.5), return_sequences=True)
        x = np.zeros((1, 6, 1), dtype="float32") + 1.0
        h = layer(x, training=True).data[0].astype(float)
        W, U, b = layer.get_weights()
        inside = np.arctanh(h[1:]) - W - b
        return np.linalg.solve(U.T.astype(float), inside.T).T / h[:-1]

    one = states(memory.MASKS["one for all steps"])
    new = states(memory.MASKS["new at every step"])
    np.testing.assert_allclose(one, np.broadcast_to(one[0], one.shape), atol=0.05)
    assert np.abs(new - new[0]).max() > 1


def test_one_mask_learns_where_new_masks_do_not():
    one, new = (memory.solved_masked(kind) for kind in memory.MASKS)
    assert one > new


def test_a_gate_that_starts_shut_learns_from_no_start():
    found = memory.record()["biases"]
    assert max(found["-1"]) < 0.6
    assert found["3.66"] == found["8"] == [1.0, 1.0, 1.0]
    assert memory.run_bias(-1.0, 0, updates=60) < 0.6


def test_share_that_is_never_dropped():
    alive = [
        np.logical_and.accumulate(cell.masks(0.1, cell.MASKS[0], seed), axis=1)[:, -1]
        for seed in range(300)
    ]
    assert np.mean(alive) == pytest.approx(0.9**cell.SPAN, abs=0.02)
