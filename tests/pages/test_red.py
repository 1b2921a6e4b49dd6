"""Gate 5, seen to fail: a page with every fault that the page tests look for."""

from pathlib import Path

import pytest

from tests.pages import browser as kit

RED = Path(__file__).resolve().parents[1] / "red" / "gate5_page.html"


@pytest.fixture(scope="module")
def red(browser):
    with kit.visit(browser, RED.as_uri(), home=RED.parent.as_uri()) as page:
        yield page


def test_request_and_console_error_are_seen(red):
    seen = " ".join(red.seen)
    assert "request: http://tracker.example.org/pixel.png" in seen
    assert "console: something is broken" in seen


def test_sideways_scroll_is_seen(red):
    kit.at_width(red, 320)
    assert "too-wide" in kit.sideways(red)


def test_axe_sees_missing_names_and_low_contrast(red):
    found = " ".join(kit.violations(red))
    assert "label at" in found
    assert "color-contrast at" in found


def test_mathematics_left_alone_is_seen(red):
    assert kit.untypeset(red)


def test_figure_that_asks_for_no_prediction_is_seen(red):
    assert kit.explore(red, "open") == [
        "open: the controls are open before a prediction"
    ]


def test_figure_that_stands_still_is_seen(red):
    assert kit.explore(red, "still") == [
        "still: rate: the read-out does not change",
        "still: rate: the caption does not change",
        "still: rate: the drawing does not change",
        "still: the prediction is not kept beside the outcome",
    ]


def test_quiz_that_does_not_answer_is_seen(red):
    assert kit.answer(red, red.locator("#dumb")) == [
        "dumb: no explanation for the first answer",
        "dumb: the right answer is not taken by key",
    ]
