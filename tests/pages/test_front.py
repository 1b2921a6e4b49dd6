"""The front page's neuron; the desk, with what is due again; figures as slides."""

import json
from pathlib import Path

import pytest

from tests.pages import browser as kit
from tests.pages.browser import kept

DAY = 86_400_000
PAGE = "notebooks/02-1-predict-and-measure"


def answer(page, right):
    """Answer the first multiple-choice question of a page, right or wrong."""
    quiz = page.locator("dl-quiz:has(input[type=radio])").first
    key = quiz.evaluate("(e) => JSON.parse(atob(e.dataset.key)).answer")
    quiz.locator("input").nth(key if right else 1 - min(key, 1)).check()
    quiz.locator("button").first.click()
    return quiz.get_attribute("id")


def test_neuron_learns_what_the_library_learns(browser, disk):
    with kit.visit(browser, f"{disk}/book/index.html", home=disk) as page:
        neuron = page.locator("dl-neuron")
        page.wait_for_function("document.querySelector('dl-neuron').round >= 100")
        assert neuron.get_attribute("data-error") == neuron.get_attribute("data-wanted")
        assert page.seen == []


def test_neuron_with_too_large_a_rate_is_lost(browser, disk):
    with kit.visit(browser, f"{disk}/book/index.html", home=disk) as page:
        page.locator("dl-neuron input").focus()
        page.keyboard.press("End")
        page.get_by_text("lost", exact=False).first.wait_for()


def test_neuron_has_one_clock(browser, disk):
    with kit.visit(browser, f"{disk}/book/index.html", home=disk) as page:
        neuron = page.locator("dl-neuron")
        for _ in range(3):
            page.get_by_role("button", name="Start again").click()
        rounds = neuron.evaluate("(n) => { n.pause(); return n.round; }")
        page.wait_for_timeout(400)
        assert neuron.evaluate("(n) => n.round") == rounds


def test_neuron_waits_where_motion_is_not_wanted(browser, disk):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{disk}/book/index.html")
    page.wait_for_timeout(400)
    assert page.evaluate("document.querySelector('dl-neuron').round") == 0
    page.get_by_role("button", name="Learn").click()
    page.wait_for_function("document.querySelector('dl-neuron').round > 0")
    context.close()


@pytest.mark.parametrize(("right", "box", "days"), [(True, 0, 1), (False, -1, 0)])
def test_an_answer_is_kept_and_comes_back(browser, disk, right, box, days):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        quiz = answer(page, right)
        now = page.evaluate("Date.now()")
        entry = kept(page)[f"{PAGE}#{quiz}"]
        assert entry["right"] is right
        assert entry["box"] == box
        assert abs(entry["due"] - now - days * DAY) < 60_000
        answer(page, True)
        answer(page, True)  # again on the same day: no further box
        assert kept(page)[f"{PAGE}#{quiz}"]["box"] == 0


def test_what_is_due_is_listed_and_links_to_its_question(browser, server):
    # from a server: on a disk, what one page stores may reach the next one late
    with kit.visit(browser, f"{server}/{PAGE}.html") as page:
        quiz = answer(page, False)
        page.goto(f"{server}/book/progress.html")
        due = page.locator("dl-desk ol a")
        assert due.count() == 1
        assert due.get_attribute("href") == f"../{PAGE}.html#{quiz}"
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as a file").click()
        text = Path(saved.value.path()).read_text(encoding="utf-8")
        assert json.loads(text) == kept(page)
        page.get_by_role("button", name="Forget everything").click()
        assert kept(page) == {}
        file = {"name": "a.json", "mimeType": "application/json"}
        page.locator("dl-desk input").set_input_files({**file, "buffer": text.encode()})
        page.get_by_text("Joined: 1 new here").wait_for()
        assert kept(page) == json.loads(text)
        assert page.evaluate("document.activeElement.type") == "file"


def test_desk_shows_what_another_tab_stores(browser, server):
    with kit.visit(browser, f"{server}/book/progress.html") as page:
        assert page.locator("dl-desk ol a").count() == 0
        other = page.context.new_page()
        other.goto(f"{server}/{PAGE}.html")
        answer(other, False)
        page.locator("dl-desk ol a").first.wait_for()


def test_figures_are_shown_one_by_one_as_slides(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html?slides", home=disk) as page:
        shown, bar = page.locator(".dls-slide"), page.locator(".dls-bar")
        first = shown.inner_text()
        box = shown.bounding_box()
        assert box["width"] == 1280
        assert box["height"] > 800
        page.keyboard.press("PageDown")
        assert shown.count() == 1
        assert shown.inner_text() != first
        bar.get_by_role("button", name="Previous").click()
        assert shown.inner_text() == first
        assert kit.violations(page) == []
        page.keyboard.press("Escape")
        assert shown.count() == bar.count() == 0
        assert page.seen == []
