"""Page 13.2: what a card costs, gradients that add up, halves, files."""

import numpy as np
import pytest

from dlcore import Input, Sequential, Tensor, backend, datasets, utils
from dlcore.callbacks import CSVLogger, EarlyStopping
from dlcore.layers import Dense
from dlcore.models import load_model
from dlcore.teach import chapter13_beyond as page

COPIED, STAYS = page.COPIES


def small_network():
    """Return a compiled network for digits, and 100 of them."""
    (x, y), _ = datasets.digits.load_data()
    utils.set_random_seed(1)
    model = Sequential([Input((64,)), Dense(8, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", ["accuracy"])
    return model, x[:100].reshape(100, 64) / 16, y[:100]


# -- C13.10: the card ------------------------------------------------------------------


@pytest.mark.parametrize("width", page.WIDTHS)
@pytest.mark.parametrize("copies", page.COPIES)
def test_c13_10_both_are_equally_fast_at_the_crossing(width, copies):
    at = page.crossing(width, copies)
    assert page.gain(at, width, copies) == pytest.approx(1)
    assert page.gain(2 * at, width, copies) > 1 > page.gain(at / 2, width, copies)


def test_c13_10_batch_size_decides():
    assert page.crossing(512, COPIED) < 2 < 1000 < page.crossing(16, COPIED)
    assert page.gain(32, 16, COPIED) < 0.1
    assert page.gain(1e5, 16, STAYS) > 4 * page.gain(1e5, 16, COPIED)
    assert page.gain(1e9, 512, STAYS) == pytest.approx(100, rel=1e-3)


def test_paper_example_and_quizzes_of_the_crossing():
    assert (100 - 5) / (2 - 1) == 95
    assert (210 - 10) / (5 - 1) == 50


def test_copying_takes_longer_than_computing_for_the_small_network_alone():
    for width in page.WIDTHS:
        copying = 4 * width / page.TRANSFER
        computing = page.work(width) / page.SPEED["card"]
        assert (copying > computing) == (width < 512 / 3)


def test_c13_10_predictions_are_the_same_on_the_device_that_is_there():
    model, x, _ = small_network()
    expected = model.predict(x, verbose=0)
    model.to("gpu" if backend.gpu_available() else "cpu")
    np.testing.assert_allclose(model.predict(x, verbose=0), expected, atol=1e-5)


def test_captions_say_where_the_card_gets_ahead():
    assert "1,746 rows" in page.draw_cost(16, COPIED)
    assert "of 2 rows" in page.draw_cost(512, COPIED)


# -- C13.09: the loop ------------------------------------------------------------------


def test_c13_09_the_four_phases():
    model, x, y = small_network()
    names = [phase.name for phase in model.cycle(x, y)]
    assert names == ["predict", "measure", "feedback", "adjust"]


@pytest.mark.parametrize("forget", [True, False])
def test_c13_09_gradients_that_add_up_swing(forget):
    w, collected, path = 1.0, 0.0, []
    for _ in range(60):
        weight = Tensor(w, requires_grad=True)
        (weight * weight).backward()
        collected = (collected if forget else 0.0) + float(weight.grad)
        w -= 0.08 * collected
        path.append(w)
    late = np.abs(path[-20:]).max()
    assert late > 0.9 if forget else late < 0.01
    assert (np.min(path) < -0.9) == forget


def test_a_mean_of_halves_is_the_gradient_of_the_batch():
    model, x, y = small_network()
    start = model.get_weights()

    def gradient(rows):
        model.set_weights(start)
        *_, last = model.cycle(x[rows], y[rows])
        return next(iter(last.gradients.values())).copy()

    whole = gradient(slice(0, 100))
    halves = (gradient(slice(0, 50)) + gradient(slice(50, 100))) / 2
    np.testing.assert_allclose(halves, whole, atol=1e-6)
    uneven = (gradient(slice(0, 60)) + gradient(slice(60, 100))) / 2
    assert np.abs(uneven - whole).max() > 1e-4


# -- C13.11: watch, log, save ----------------------------------------------------------


def test_c13_11_a_row_is_logged_for_each_epoch(tmp_path):
    model, x, y = small_network()
    stop = EarlyStopping(patience=2, restore_best_weights=True)
    log = model.fit(
        x, y, epochs=300, verbose=0, validation_split=0.2, batch_size=10,
        callbacks=[stop, CSVLogger(tmp_path / "run.csv")],
    )  # fmt: skip
    lines = (tmp_path / "run.csv").read_text().splitlines()
    assert len(lines) - 1 == len(log.history["loss"]) < 300


def test_c13_11_training_goes_on_from_a_file(tmp_path):
    model, x, y = small_network()
    model.fit(x, y, epochs=3, verbose=0, batch_size=100)
    model.save(tmp_path / "digits.keras")
    again = load_model(tmp_path / "digits.keras")
    for one in (model, again):
        one.fit(x, y, epochs=1, verbose=0, batch_size=100)
    np.testing.assert_allclose(
        again.predict(x, verbose=0), model.predict(x, verbose=0), atol=1e-6
    )
