"""The network of the page on which a digit is drawn: its weights, and what is said."""

import copy

import numpy as np
import pytest

from dlcore.teach import drawn_digits as drawn


def differ(found, kept):
    """Return how far two lists of weights are apart at most."""
    return max(
        np.abs(np.subtract(one, other)).max()
        for one, other in zip(found, kept, strict=True)
    )


def test_its_weights_are_those_that_the_script_gives():
    found = drawn.measure()
    assert differ(found, drawn.weights()) < 5 * 10**-drawn.DECIMALS
    wrong = copy.deepcopy(drawn.weights())
    wrong[0][10][3] += 0.01
    assert differ(found, wrong) > 5 * 10**-drawn.DECIMALS


def test_its_file_is_small():
    assert drawn.PLACE.stat().st_size < 30_000


def test_it_reads_as_well_as_is_said():
    x, y = drawn.TEST
    shares = drawn.probabilities(x)
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    right = int((shares.argmax(axis=1) == y).sum())
    facts = drawn.facts()
    assert (facts["right"], facts["pictures"]) == (right, len(y))
    assert facts["percent"] == round(100 * right / len(y))
    assert right > 0.9 * len(y)


def test_training_pictures_fill_the_page_from_top_to_bottom():
    pages = drawn.TRAIN[0].reshape(-1, 8, 8)
    assert pages[:, [0, 7]].max(axis=2).min() > 0
    assert (pages[:, :, [0, 7]].max(axis=1) > 0.25).mean() < 0.1


@pytest.mark.parametrize(
    ("step", "from_to"),
    [
        ("left", ((3, 4), (3, 3))),
        ("right", ((3, 4), (3, 5))),
        ("up", ((3, 4), (2, 4))),
        ("down", ((3, 4), (4, 4))),
    ],
)
def test_a_shift_moves_the_ink_by_one_field(step, from_to):
    before, after = (np.zeros((8, 8)) for _ in range(2))
    before[from_to[0]] = after[from_to[1]] = 1
    moved = drawn.shifted(before.reshape(1, 64), drawn.STEPS[step])
    np.testing.assert_array_equal(moved.reshape(8, 8), after)


def test_a_shift_by_one_field_costs_much():
    facts = drawn.facts()
    moved = [facts[f"moved_{step}"] for step in drawn.STEPS]
    assert max(moved) < 0.65 * facts["right"]
    assert facts["three_left"] != 3 != facts["three_down"]


def test_it_is_sure_of_what_is_no_digit():
    facts = drawn.facts()
    assert facts["noise"] > 50
    assert facts["heart_percent"] == "over 99.9"
    assert drawn.noise().shape == (1000, 64)


def test_fewer_fields_are_not_enough():
    three, count = drawn.examples()[3, 0] / drawn.FULL, drawn.facts()["fewest"]
    assert drawn.probabilities([three]).argmax() == 3
    for fewer in range(1, count):
        rows = drawn.flips(three, fewer)
        assert ((rows != three).sum(axis=1) <= fewer).all()
        assert not (drawn.probabilities(rows).argmax(axis=1) == 8).any()
    rows = drawn.flips(three, count)
    assert (drawn.probabilities(rows).argmax(axis=1) == 8).any()


def test_every_way_to_empty_or_fill_is_tried():
    rows = drawn.flips(np.full(4, 0.5), 2)
    assert len(np.unique(rows, axis=0)) == len(rows) == 6 * 4
    assert ((rows != 0.5).sum(axis=1) == 2).all()


def test_examples_are_pictures_for_testing():
    x, y = drawn.TEST
    for digit, rows in enumerate(drawn.examples()):
        np.testing.assert_array_equal(rows / drawn.FULL, x[y == digit][: len(rows)])
