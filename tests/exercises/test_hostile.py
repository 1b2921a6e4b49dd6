"""Gate 6: hostile submissions of our own are contained by dlgrade's sandbox."""

import attempts
import field
import pytest

from tests.pages import browser as kit

ALL = attempts.attempts()
KINDS = sorted({attempt.kind for attempt in ALL})
SAMPLE = {
    "cpu/endless",
    "deleting/submissions",
    "disk/temporary",
    "format/not_json",
    "forging/always_fine",
    "frames/caller",
    "links/notebook",
    "memory/touched",
    "metadata/emptied_tests",
    "network/tcp",
    "output/lines",
    "patching/asserts",
    "processes/left_behind",
    "reading/hidden_tests",
    "references/equal",
    "scripts/answer",
    "shutdown/at_exit",
    "writing/gradebook_when_called",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no sandbox here: {why}")
    field_ = field.Field(tmp_path_factory.mktemp("hostile", numbered=True) / "field")
    assert field_.grade("--workers", "0") == 0, field_.said  # one student: here
    assert field_.score("abe") == 20
    yield field_
    field_.close()


def test_there_are_enough_of_each_kind():
    assert len(ALL) >= 70
    assert len(KINDS) >= 17
    assert {attempt.kind for attempt in ALL if is_sample(attempt)} == set(KINDS)
    assert all("\n\nSeen: " in attempt.told for attempt in ALL)
    assert len({attempt.student for attempt in ALL}) == len(ALL)


def is_sample(attempt):
    return f"{attempt.kind}/{attempt.name}" in SAMPLE


def test_a_sample_of_every_kind_is_contained(place):
    chosen = [attempt for attempt in ALL if is_sample(attempt)]
    assert place.try_all(chosen, "zoe-sample") == []


@pytest.mark.grading
@pytest.mark.parametrize("kind", KINDS)
def test_everything_of_a_kind_is_contained(place, kind):
    chosen = [a for a in ALL if a.kind == kind and not is_sample(a)]
    assert place.try_all(chosen, f"zoe-{kind}") == []


@pytest.mark.grading
def test_no_script_of_a_submission_runs_in_a_page(place):
    path = kit.chromium()
    from playwright.sync_api import sync_playwright

    graded = {p.name for p in (place.course / "autograded").iterdir()}
    chosen = [a for a in ALL if a.kind in ("scripts", "output", "forging")]
    chosen = [a for a in chosen if a.student in graded]
    assert any(attempt.kind == "scripts" for attempt in chosen)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=kit.ARGUMENTS)
        assert list(place.live_pages(chosen, browser)) == []
        browser.close()
