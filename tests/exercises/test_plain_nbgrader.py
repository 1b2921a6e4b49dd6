"""The guide's table of what plain nbgrader does is made from runs, not typed."""

import json

import plain_nbgrader as plain
import pytest

RECORD = json.loads(plain.RECORD.read_text("utf-8"))
AGAIN = ("reading/hidden_tests", "writing/gradebook", "scripts/answer", "format/deep")


def test_only_submissions_that_there_are_were_tried_and_no_dangerous_ones():
    assert set(RECORD["found"]) <= set(plain.names())
    assert set(plain.NOT_RUN) <= set(plain.names())
    assert not set(RECORD["found"]) & set(plain.NOT_RUN)
    known = {name for name, _ in plain.EFFECTS}
    assert all(set(found) <= known for found in RECORD["found"].values())
    assert set(plain.COLUMNS) < known


def test_the_table_of_the_guide_is_made_from_the_record():
    text = plain.GUIDE.read_text("utf-8")
    assert plain.with_table(text, RECORD) == text
    assert sum(map(bool, RECORD["found"].values())) > len(RECORD["found"]) / 3


def test_a_table_that_someone_has_typed_is_noticed():
    text = plain.GUIDE.read_text("utf-8")
    other = text.replace("| reading | ", "| reading | 1")
    assert other != text
    assert plain.with_table(other, RECORD) != other


def test_complaints_are_sorted_into_columns_and_unknown_ones_refused():
    assert plain.effects(["h-a-b: earned 9, honest work is worth 4"]) == ["more marks"]
    assert plain.effects(["changed outside: canary.txt", "hung"]) == [
        "class stopped",
        "files changed",
    ]
    with pytest.raises(ValueError, match="no column"):
        plain.effects(["something else"])


@pytest.mark.grading
def test_a_sample_tried_again_does_what_the_record_says():
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no container here: {why}")
    found = dict(plain.try_all(AGAIN))
    assert found == {name: RECORD["found"][name] for name in AGAIN}
