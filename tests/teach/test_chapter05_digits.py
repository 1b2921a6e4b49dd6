"""Page 5.4's numbers: the small digits, and the record of the runs on MNIST."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore import metrics
from dlcore.teach import chapter05_digits as shown
from dlcore.teach import chapter05_mnist as mnist
from dlcore.teach import chapter05_pixels as pixels
from dlcore.teach.figures import figure

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "mnist.npz"


# -- the small digits ------------------------------------------------------------------


def test_shown_network_is_the_one_that_one_call_of_fit_trains():
    model = shown.network()
    log = model.fit(shown.X, shown.Y, epochs=2, batch_size=128, verbose=0).history
    kept_log, weights = shown.kept()
    np.testing.assert_allclose(log["loss"], kept_log["loss"][:2], rtol=1e-12)
    for ours, theirs in zip(weights[2], model.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-12)


def test_512_10_on_small_digits():
    assert shown.network().count_params() == 64 * 512 + 512 + 512 * 10 + 10 == 38410
    assert shown.right_after(0) < 90
    assert 0.90 < shown.right_after(20) / 297 < 0.93
    log, _ = shown.kept()
    assert log["accuracy"][-1] > 0.985
    assert len(shown.misread()) == 297 - shown.right_after(20)


def test_reading_with_two_products_is_what_the_model_says():
    W, b, V, c = shown.kept()[1][20]
    z = np.maximum(0, shown.X_TEST @ W + b) @ V + c
    assert (z.argmax(axis=1) == shown.says(shown.X_TEST).argmax(axis=1)).all()


def test_matrix_has_one_row_for_what_is():
    said = shown.says(shown.X_TEST).argmax(axis=1)
    table = shown.matrix()
    assert table.trace() == shown.right_after(20)
    assert table[3, 8] == ((shown.Y_TEST == 3) & (said == 8)).sum()
    assert (table.sum(axis=1) == np.bincount(shown.Y_TEST)).all()


def test_hidden_layer_and_templates_cannot_be_told_apart_on_297_pictures():
    right = metrics.confusion_matrix(
        shown.Y_TEST, shown.linear().predict(shown.X_TEST, verbose=0), 10
    ).trace()
    assert abs(right - shown.right_after(20)) <= 5


def test_templates_keep_their_start_where_there_is_never_ink():
    never = np.flatnonzero(shown.X.max(axis=0) == 0)
    start = shown.network(hidden=()).get_weights()[0]
    learned = shown.linear().get_weights()[0]
    assert 1 <= len(never) <= 8
    np.testing.assert_array_equal(learned[never], start[never])
    middle = learned.reshape(8, 8, 10)[3:5, 3:5, 0]
    assert middle.max() < 0
    assert np.abs(middle).max() > 0.8 * np.abs(learned[:, 0]).max()


@pytest.mark.parametrize("name", list(shown.strange()))
def test_no_picture_makes_the_outputs_leave_a_sum_of_one(name):
    picture = shown.strange()[name]
    assert picture.shape == (8, 8)
    assert 0 <= picture.min() <= picture.max() <= 16
    said = shown.says(picture.reshape(1, 64) / 16)[0]
    assert said.sum() == pytest.approx(1)
    assert (said.max() < 0.2) == (name == "an empty page")


def test_a_higher_threshold_refuses_more_of_every_group():
    shares = np.array([shown.refused(t) for t in (0.0, 0.5, 0.9, 0.99, 1.1)])
    assert (np.diff(shares, axis=0) >= 0).all()
    assert shares[0].tolist() == [0, 0, 0]
    assert shares[-1].tolist() == [1, 1, 1]
    right, wrong, _ = shown.refused(0.9)
    assert right < 0.25 < 0.75 < wrong


def test_templates_on_paper():
    x, W = shown.SMUDGED.reshape(1, 9) / 16, shown.TEMPLATES.reshape(3, 9).T / 16
    z = (x @ W)[0]
    a = np.exp(z) / np.exp(z).sum()
    assert z.tolist() == [3, 2, 1]
    assert a == pytest.approx([0.665, 0.245, 0.090], abs=5e-4)
    assert -np.log(a[0]) == pytest.approx(0.408, abs=5e-4)
    across = shown.TEMPLATES[1].copy()
    across[0, 0] = 16
    assert (across.reshape(1, 9) / 16 @ W).tolist() == [[1, 3, 2]]


def test_pixels_are_drawn_by_their_shade():
    import matplotlib.pyplot as plt

    fig, ax = figure()
    pixels.draw_pictures(ax, np.array([[[0, 16], [8, 1]]]), [(0, 0)])
    drawn = {patch.get_alpha() for patch in ax.patches[:-1]}
    plt.close(fig)
    assert drawn == {1.0, 0.5, 0.125}


# -- MNIST, by the record --------------------------------------------------------------


def test_record_is_of_the_whole_of_mnist():
    train, test = mnist.record()["counts"]
    assert train == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert (sum(train), sum(test)) == (60000, 10000)
    assert max(test) / sum(test) == pytest.approx(0.1135, abs=5e-5)
    assert mnist.record()["parameters"] == 401_920 + 5_130 == 407_050


def test_record_of_five_epochs():
    runs = mnist.record()["full"]
    assert [len(run["loss"]) for run in runs] == [5, 5, 5]
    first = np.array([[r["accuracy"][0], r["val_accuracy"][0]] for r in runs])
    last = np.array([[r["accuracy"][4], r["val_accuracy"][4]] for r in runs])
    losses = np.array([[r["loss"][4], r["val_loss"][4]] for r in runs])
    assert first[:, 0] == pytest.approx(0.926, abs=0.003)
    assert 0.949 < first[:, 1].min() < first[:, 1].max() < 0.961
    assert last[:, 0] == pytest.approx(0.98875, abs=0.0005)
    assert last[:, 1] == pytest.approx(0.9795, abs=0.001)
    assert losses[:, 0] == pytest.approx(0.0378, abs=0.001)
    assert losses[:, 1] == pytest.approx(0.068, abs=0.003)


def test_record_of_6000_pictures_the_hidden_layer_pays():
    found = mnist.record()
    small = [run["val_accuracy"][-1] for run in found["small"]]
    plain = [max(run["val_accuracy"]) for run in found["linear"]]
    assert min(small) - max(plain) > 0.02


def test_span_of_logs():
    runs = [{"loss": [0.5, 0.25]}, {"loss": [0.5, 0.2]}]
    assert mnist.span(runs, "loss", 1) == "0.5000"
    assert mnist.span(runs, "loss", -1, 100, 1) == "20.0 to 25.0"


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason=f"needs MNIST in {FILE}")
def test_record_comes_out_again():
    train_rows, test_rows = mnist.load(FILE)
    assert [np.bincount(y).tolist() for _, y in (train_rows, test_rows)] == (
        mnist.record()["counts"]
    )
    log = mnist.train(train_rows, test_rows, seed=0, epochs=2)
    for name, values in mnist.record()["full"][0].items():
        assert log[name] == pytest.approx(values[:2], abs=0.004), name
    small = tuple(array[: mnist.SMALL] for array in train_rows)
    log = mnist.train(small, test_rows, seed=1, hidden=(), epochs=3)
    expected = mnist.record()["linear"][1]["val_accuracy"][:3]
    assert log["val_accuracy"] == pytest.approx(expected, abs=0.004)
