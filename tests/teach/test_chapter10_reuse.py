"""Page 10.6's numbers: reused bases, fine-tuning, boxes, and MNIST by the record."""

import os
from pathlib import Path

import numpy as np
import pytest

from dlcore import Tensor, ops
from dlcore.layers import Conv2D
from dlcore.teach import chapter10_mnist as mnist
from dlcore.teach import chapter10_reuse as reuse
from dlcore.teach import chapter10_reuse_figures as shown
from dlcore.teach import chapter10_tasks as tasks
from dlcore.teach.checks import chapter10_reuse as checks

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("DLCORE_DATA") or ROOT.parent / "shared" / "data")
FILE = DATA / "mnist.npz"


# -- reuse on the small digits ---------------------------------------------------------


@pytest.fixture(scope="module")
def base():
    return reuse.pretrained(0)


def test_pages_hold_their_pictures_somewhere():
    x, y = reuse.NEW
    pages, labels = reuse.placed((x[:50], y[:50]), np.random.default_rng(0))
    assert pages.shape == (50, 12, 12, 1)
    np.testing.assert_allclose(pages.sum(axis=(1, 2, 3)), x[:50].sum(axis=(1, 2)))
    assert labels.tolist() == y[:50].tolist()
    assert set(np.unique(reuse.NEW_PAGES[1])) == set(range(5))


def test_base_reads_the_old_digits(base):
    assert reuse.accuracy(base, reuse.OLD_PAGES) > 0.92
    assert base.count_params() == 160 + 4640 + 1445 == 6245


def test_a_frozen_base_stays_as_it_was_and_is_softmax_regression(base):
    model = reuse.with_base_of(base, 0)
    assert sum(w.data.size for w in model.trainable_weights) == 1445
    few = reuse.some(10, 0)
    before = [w.copy() for w in model.get_weights()]
    model.fit(*few, batch_size=16, epochs=5, verbose=0)
    changed = [
        not np.array_equal(a, b)
        for a, b in zip(before, model.get_weights(), strict=True)
    ]
    assert changed == [False] * 4 + [True] * 2


def test_record_comes_out_again_for_a_few_pictures():
    base = reuse.pretrained(0, "float32")
    found = reuse.ways(base, 2, 0, "float32")
    kept = reuse.record()["ways"][0, reuse.COUNTS.index(2)]
    assert found == pytest.approx(kept.tolist(), abs=0.06)


def test_reuse_wins_with_few_pictures_and_loses_with_many():
    middle = {count: shown.medians(count) for count in reuse.COUNTS}
    for count in (1, 2, 5, 10):
        assert middle[count]["frozen base"] > middle[count]["from scratch"] + 0.04
    for count in (50, 100):
        assert middle[count]["from scratch"] > middle[count]["frozen base"] + 0.03
    for ways in middle.values():
        assert ways["frozen base"] > ways["random base"] + 0.02


def test_fine_tuning_gains_a_little_and_forgets():
    record = shown.kept()
    new0, old0 = np.median(record["frozen"], axis=0)
    for free in reuse.FREE:
        pairs = [np.median(shown.tuned(free, r), axis=0) for r in reuse.RATES]
        new, old = np.array(pairs).T
        assert new[reuse.RATES.index(0.01)] == new.max() > new0 + 0.02
        assert (np.diff(old) <= 1e-9).all()
        assert old0 - old[-1] > 0.3


def test_a_base_of_two_digits_is_worth_less(base):
    x, y = reuse.OLD
    rows = reuse.placed((x[y < 2], y[y < 2]), np.random.default_rng(0), reuse.TIMES)
    poor = reuse.fitted(reuse.network(0), rows, 5, 0.003)
    found = []
    for old in (poor, base):
        model = reuse.fitted(reuse.with_base_of(old, 0), reuse.some(10, 0), 60)
        found.append(reuse.accuracy(model, reuse.NEW_PAGES))
    assert found[0] < found[1] - 0.08


# -- the exercise set agrees with the library ------------------------------------------


def test_layer_of_the_exercise_is_that_of_the_library():
    x, F, b = checks.X, checks.F, checks.B
    layer = Conv2D(4, 3, dtype="float64")
    tape = Tensor(x[None], requires_grad=True)
    layer(tape)
    layer.set_weights([F, b])
    z = layer(tape)
    np.testing.assert_allclose(z.data[0], checks.conv_layer(x, F, b))
    ops.sum(z * checks.DELTA[None]).backward()
    dF, dx = checks.conv_layer_slopes(x, F, checks.DELTA)
    np.testing.assert_allclose(tape.grad[0], dx)
    np.testing.assert_allclose(layer.kernel.grad, dF)


def test_sides_of_the_network_of_the_chapter():
    steps = [(3, 0, 1), (2, 0, 2), (3, 0, 1), (2, 0, 2)]
    assert checks.map_sides(28, steps) == [26, 13, 11, 5]


def test_wrapped_filters_move_along_and_padded_ones_do_not():
    assert checks.shift_error(checks.wrapped, checks.PICTURE, 2, 3) < 1e-12
    assert checks.shift_error(checks.padded, checks.PICTURE, 1, 2) > 1


# -- boxes -----------------------------------------------------------------------------


def test_overlap_of_boxes():
    assert tasks.overlap((0, 0, 4, 6), (1, 3, 5, 9)) == pytest.approx(9 / 39)
    assert tasks.overlap((0, 0, 4, 4), (0, 2, 4, 6)) == pytest.approx(1 / 3)
    assert tasks.overlap(tasks.CAR, tasks.moved_car(0, 3)) == pytest.approx(1 / 3)
    assert tasks.overlap((0, 0, 2, 2), (4, 5, 6, 8)) == 0
    a, b = (1, 2, 6, 9), (3, 0, 8, 5)
    grid = np.zeros((2, 10, 10), dtype=bool)
    for layer, box in zip(grid, (a, b), strict=True):
        layer[box[0] : box[2], box[1] : box[3]] = True
    counted = (grid[0] & grid[1]).sum() / (grid[0] | grid[1]).sum()
    assert tasks.overlap(a, b) == pytest.approx(counted)


def test_street_has_four_objects_of_three_classes():
    assert sum(map(len, tasks.BOXES.values())) == 4
    assert len(tasks.BOXES) == 3
    letters = {name: letter for letter, name in tasks.NAMES.items()}
    for name, boxes in tasks.BOXES.items():
        hit = np.array([[c == letters[name] for c in line] for line in tasks.STREET])
        inside = np.zeros_like(hit)
        for top, left, bottom, right in boxes:
            inside[top:bottom, left:right] = True
            assert hit[top:bottom, left:right].any(axis=1).all()
        assert not (hit & ~inside).any()


def test_boxes_from_heat_alone_are_poor():
    found = tasks.boxes_for_free()
    assert found.shape == (60,)
    assert 0.3 < np.median(found) < 0.5


# -- MNIST, by the record --------------------------------------------------------------


def test_parameters_and_record_of_the_two_networks():
    record = mnist.record()
    assert record["parameters"] == {"dense": 407_050, "cnn": 137_660}
    dense, cnn = (shown.mean_of(k, "history")[-1] for k in ("dense", "cnn"))
    assert (1 - cnn) < 0.6 * (1 - dense)
    moved = [shown.mean_of(k, "moved") for k in ("dense", "cnn")]
    assert (moved[1] > moved[0]).all()
    assert moved[1][2] - moved[0][2] > 0.1
    assert all((np.diff(values) < 0).all() for values in moved)


def test_reuse_on_mnist_helps_most_where_pictures_are_few():
    found = shown.reused()
    gain = found["frozen"] - found["scratch"]
    assert (gain > 0).all()
    assert gain[0] > 0.04
    assert gain[-1] < 0.01


def test_moved_pictures():
    x = np.arange(16.0).reshape(1, 4, 4, 1)
    down = mnist.shifted(x, 1, 0)[0, :, :, 0]
    assert down.tolist() == [[0, 0, 0, 0], [0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    left = mnist.shifted(x, 0, -2)[0, 0, :, 0]
    assert left.tolist() == [2, 3, 0, 0]
    assert len({mnist.shifted(x, *move).tobytes() for move in mnist.moves(1)}) == 4


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason=f"needs MNIST in {FILE}")
def test_probe_of_the_record_comes_out_again():
    rows, _ = mnist.load(FILE)
    probe = tuple(array[: mnist.PROBE] for array in rows)
    for kind, kept in mnist.record()["probe"].items():
        found = mnist.compare(kind, 0, probe, probe, epochs=1)["history"]
        assert found == pytest.approx(kept, abs=0.02), kind
