"""Gate 5, seen to fail: a page with every fault that the page tests look for."""

from pathlib import Path

import pytest

from tests.pages import browser as kit
from tests.pages import loading
from tests.pages.accessible import COLORS

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
    assert "label (critical) at" in found
    assert "color-contrast (serious) at" in found


def test_axe_sees_what_is_only_moderate_and_what_it_can_not_decide(red):
    found = " ".join(kit.violations(red))
    assert "region (moderate) at" in found
    assert "heading-order (moderate) at" in found
    assert "target-size (serious) at" in found
    assert "color-contrast (undecided) at" in found


def test_axe_can_be_asked_for_colors_alone(red):
    found = " ".join(kit.violations(red, COLORS))
    assert "color-contrast (serious) at" in found
    assert "label" not in found


def test_axe_sees_a_pale_word_in_a_listing(browser):
    page = browser.new_page()
    words = "<span></span><span class='k'>def</span> <span class='n'>name</span>"
    page.set_content(f"<style>.n {{ color: #ccc }}</style><pre>{words}</pre>" * 2)
    found = " ".join(kit.violations(page, COLORS))
    assert "color-contrast (serious) at" in found
    assert ".n" in found
    assert page.locator("pre > span").count() == 6  # all is back in its place
    page.close()


def test_page_that_jumps_is_seen(red):
    red.wait_for_function("bookShifts.length > 0")
    assert "moves by 0." in loading.jumps(red)[0]


@pytest.mark.parametrize(
    ("moved", "sum_of_worst_window"),
    [
        ([], 0),
        ([(0, 1), (900, 1), (1800, 1)], 3),  # close together: one window
        ([(0, 1), (1100, 2), (3000, 1)], 2),  # a second of rest ends a window
        ([(900 * i, 1) for i in range(10)], 6),  # and so do five seconds
    ],
)
def test_shift_is_counted_in_windows(moved, sum_of_worst_window):
    assert loading.shift(moved) == sum_of_worst_window


def test_page_that_is_too_heavy_is_seen(red):
    assert loading.too_heavy(red, RED.parent) == []
    found = loading.too_heavy(red, RED.parent, most=100)
    assert "gate5_page.html" in found[0]


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
    assert kit.answer(red, red.query_selector("#dumb")) == [
        "dumb: no explanation for the first answer",
        "dumb: the right answer is not taken by key",
    ]
