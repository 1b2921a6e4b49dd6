"""Dividing rows: every row in one part, and the same order from the same seed."""

import numpy as np
import pytest

from dlcore import utils
from dlcore.preprocessing import iterated_k_fold, k_fold, split, windows


def test_three_parts_hold_every_row_once():
    x, y = np.arange(40).reshape(20, 2), np.arange(20)
    parts = split(x, y, validation=0.1, test=0.25, seed=1)
    assert [len(part) for part, _ in parts] == [13, 2, 5]
    assert sorted(np.concatenate([y for _, y in parts])) == list(range(20))
    for x_part, y_part in parts:
        np.testing.assert_array_equal(x_part[:, 0], 2 * y_part)


def test_parts_repeat_with_the_seed():
    first, second = (split(np.arange(9), seed=3) for _ in range(2))
    assert all((a[0] == b[0]).all() for a, b in zip(first, second, strict=True))
    utils.set_random_seed(5)
    first = split(np.arange(9))
    utils.set_random_seed(5)
    assert (first[0][0] == split(np.arange(9))[0][0]).all()


@pytest.mark.parametrize(("rows", "k"), [(32, 4), (32, 8), (10, 3), (5, 5)])
def test_each_row_is_validated_once(rows, k):
    folds = list(k_fold(rows, k, seed=0))
    assert len(folds) == k
    assert sorted(np.concatenate([valid for _, valid in folds])) == list(range(rows))
    for train, valid in folds:
        assert sorted([*train, *valid]) == list(range(rows))
        assert rows // k <= len(valid) <= -(-rows // k)


def test_iterations_have_new_orders():
    folds = list(iterated_k_fold(np.zeros((12, 2)), k=3, times=2, seed=0))
    assert len(folds) == 6
    first, second = folds[:3], folds[3:]
    assert sorted(np.concatenate([valid for _, valid in second])) == list(range(12))
    assert any((a[1] != b[1]).any() for a, b in zip(first, second, strict=True))


def test_windows_and_what_follows():
    series = np.arange(10.0).reshape(5, 2)
    x, y = windows(series, steps=2, ahead=2)
    assert x.shape == (2, 2, 2)
    np.testing.assert_array_equal(y, series[3:])
    np.testing.assert_array_equal(x[1], series[1:3])


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (
            lambda: split([1, 2], validation=0.5, test=0.5),
            "Nothing is left to train on",
        ),
        (lambda: split([1, 2], [1]), "2, 1.*one target for each row"),
        (lambda: split(), "no array"),
        (lambda: list(k_fold(3, k=4)), "k from 2 to 3"),
        (lambda: windows([1.0, 2.0], steps=2), "2 values, steps=2, ahead=1"),
    ],
)
def test_errors_say_what_was_expected_what_came_and_what_to_do(act, says):
    with pytest.raises(ValueError, match=f"(?s){says}"):
        act()
