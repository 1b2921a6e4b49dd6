"""A mixed class is graded in one run; a worker is killed in the middle of it."""

import large_class
import pytest


@pytest.mark.grading
@pytest.mark.needs_sandbox
def test_a_mixed_class_gets_the_scores_it_must(tmp_path):
    pytest.importorskip("distributed")
    report, found = large_class.measure(tmp_path / "field", 40, 2, 0, seed=3)
    assert found == [], report
