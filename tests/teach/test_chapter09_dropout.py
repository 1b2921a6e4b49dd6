"""Page 9.5's numbers: dropout, early stopping, changed pictures, more of them."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore.callbacks import EarlyStopping
from dlcore.layers import Dropout
from dlcore.teach import chapter05_mnist, chapter09_record
from dlcore.teach import chapter09_dropout as shown
from dlcore.teach import chapter09_more as more
from dlcore.teach.checks.chapter09_dropout import stopping_epoch

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "mnist.npz"


# -- dropout ---------------------------------------------------------------------------


def test_three_labels_in_ten_are_careless_and_none_is_checked_wrongly():
    wrong = shown.DIGITS[: shown.ROWS] != shown.Y
    assert wrong.mean() == pytest.approx(0.3, abs=0.03)
    assert (shown.DIGITS[shown.ROWS :] == shown.Y_VALID).all()
    assert set(shown.Y) == set(range(10))


def test_dropout_keeps_the_network_from_learning_the_slips():
    plain, half = shown.log(0.0), shown.log(0.5)
    assert plain["accuracy"][-1] > 0.74
    assert half["accuracy"][-1] < 0.70
    assert half["val_accuracy"][-1] > plain["val_accuracy"][-1] + 0.05
    assert max(plain["val_accuracy"]) > plain["val_accuracy"][-1] + 0.05


@pytest.mark.parametrize("rate", shown.MASK_RATES)
def test_mean_over_masks_in_both_conventions(rate):
    assert shown.mean_sum(rate, "plain") == pytest.approx(12 * (1 - rate), abs=0.1)
    assert shown.mean_sum(rate, "inverted") == pytest.approx(12, abs=0.15)


def test_layer_is_inverted_and_silent_units_get_no_gradient():
    out = Dropout(0.5, dtype="float64", seed=0)(np.ones((200, 50)), training=True)
    assert set(np.unique(out.data)) == {0.0, 2.0}
    assert out.data.mean() == pytest.approx(1, abs=0.03)
    assert (Dropout(0.5)(np.ones((2, 3))).data == 1).all()


def test_ensemble_of_1024_networks():
    z = shown.all_masks(10) @ shown.TERMS + shown.BIAS
    scaled = shown.TERMS.sum() / 2 + shown.BIAS
    assert len(z) == 2**10
    assert z.mean() == pytest.approx(scaled, abs=1e-12)
    s = 1 / (1 + np.exp(-z))
    assert s.mean() == pytest.approx(0.669, abs=5e-4)
    assert 1 / (1 + np.exp(-scaled)) == pytest.approx(0.767, abs=5e-4)
    yes, no = (np.exp(np.log(part).mean()) for part in (s, 1 - s))
    assert yes / (yes + no) == pytest.approx(1 / (1 + np.exp(-scaled)), abs=1e-12)


def test_band_is_wide_where_no_hotel_was_seen():
    said, off = more.band()
    assert said.shape == (100, len(more.GRID))
    assert more.spread_at(15) > 3 * more.spread_at(3)
    near = more.GRID[:, 0] < 9
    assert np.abs(said.mean(axis=0) - off)[near].max() < 5


# -- early stopping --------------------------------------------------------------------


@pytest.mark.parametrize("patience", [1, 5, 10])
def test_stop_is_what_the_callback_does(patience):
    model = shown.network(0.0)
    stopper = EarlyStopping(patience=patience, restore_best_weights=True)
    log = model.fit(
        shown.X, shown.Y, epochs=shown.EPOCHS, batch_size=32, verbose=0,
        validation_data=(shown.X_VALID, shown.Y_VALID), callbacks=[stopper],
    ).history  # fmt: skip
    best, last = shown.stop(shown.log(0.0)["val_loss"], patience)
    assert (stopper.best_epoch + 1, len(log["loss"])) == (best, last)
    loss, _ = model.evaluate(shown.X_VALID, shown.Y_VALID, verbose=0)
    assert loss == pytest.approx(min(log["val_loss"]), rel=1e-4)


def test_stopping_epoch_of_the_exercise_agrees():
    for rate in (0.0, 0.5):
        losses = shown.log(rate)["val_loss"]
        for patience in shown.PATIENCES:
            assert stopping_epoch(losses, patience) == shown.stop(losses, patience)[1]
    assert stopping_epoch([0.9, 0.7, 0.6, 0.65, 0.62, 0.61, 0.5], 3) == 6


# -- pictures --------------------------------------------------------------------------


def test_changes_keep_ink_within_bounds_and_half_a_turn_is_two_flips():
    picture = more.example(6)[None]
    for name in more.CHANGES:
        changed = more.change(picture, name)
        assert changed.shape == picture.shape
        assert 0 <= changed.min() <= changed.max() <= 16
    twice = more.change(more.change(picture, "left to right"), "upside down")
    np.testing.assert_array_equal(twice, more.change(picture, "half a turn"))
    moved = more.change(picture, "moved a pixel")
    np.testing.assert_allclose(moved[0, :, 1:], picture[0, :, :-1])


def test_shown_shifts_help_on_shifted_pictures_and_flips_harm():
    plain, shifts, flips = (more.augmentation(plan) for plan in more.PLANS)
    assert shifts[2] > plain[2] + 0.15
    assert flips[1] < plain[1] - 0.05


def test_more_pictures_narrow_the_gap():
    small = more.learning_curve()
    sizes, big = more.mnist_curve()
    assert sizes.tolist() == [500, 1000, 5000, 20000, 60000]
    for found in (small, big):
        assert (np.diff(found[:, 1]) > 0).all()
        assert found[-1, 0] - found[-1, 1] < 0.5 * (found[0, 0] - found[0, 1])


def test_small_batches_learn_fewer_slips():
    small, large = more.batch_noise(4), more.batch_noise(400)
    assert small[0] < large[0] - 0.03
    assert small[1] > large[1] + 0.02


# -- MNIST, by the record --------------------------------------------------------------


def test_record_of_784_500_500_10():
    found = chapter09_record.record()
    assert found["parameters"] == 784 * 500 + 500 + 500 * 501 + 501 * 10 == 648_010
    assert chapter09_record.deep(0.8).count_params() == 648_010
    test = {
        rate: np.mean([run["accuracy"][1] for run in runs])
        for rate, runs in found["dropout"].items()
    }
    assert list(test) == ["0", "0.2", "0.5", "0.8"]
    assert test["0.8"] < min(test["0"], test["0.2"], test["0.5"])


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason=f"needs MNIST in {FILE}")
def test_record_comes_out_again():
    data = chapter05_mnist.load(FILE)
    found = chapter09_record.more_data(*data, 500, seed=0)
    kept = chapter09_record.record()["more"]["500"][0]
    assert found["accuracy"] == pytest.approx(kept["accuracy"], abs=0.01)
