"""A pause on a long page: what it says, to whom, and the place that is kept by it."""

import json
import re

import pytest

from tests.pages import browser as kit
from tests.pages.browser import kept
from tools import minutes
from tools.book import ROOT

NAME = "09-2-preparing-data"
PAGE = f"notebooks/{NAME}"
SOURCE = ROOT / "book" / "chapters" / f"{NAME}.md"
TITLE = "A good place to pause"


def stay(page, element):
    """Bring an element into view and stay there until that is noted."""
    before = kept(page)
    element.scroll_into_view_if_needed()
    page.wait_for_function(
        "(before) => (localStorage['dlcore-progress'] ?? '{}') !== before",
        arg=json.dumps(before, separators=(",", ":"), ensure_ascii=False),
    )


def test_pause_tells_the_minutes_of_its_page(browser, disk):
    parts = minutes.stretches(SOURCE.read_text(encoding="utf-8"))
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        pauses = page.get_by_role("note", name=TITLE)
        assert pauses.count() == len(parts) - 1
        told = [re.findall(r"\d+", text)[:2] for text in pauses.all_inner_texts()]
        sums = {int(past) + int(left) for past, left in told}
        assert sums == {minutes.in_steps(sum(parts))}
        page.emulate_media(media="print")
        assert pauses.first.is_visible()
        assert "minutes so far" not in pauses.first.inner_text()


def test_reader_goes_on_at_the_last_pause(browser, server):
    with kit.visit(browser, f"{server}/{PAGE}.html") as page:
        pauses = page.locator(".dl-pause")
        for number in range(2):
            stay(page, pauses.nth(number))
        place = f"{PAGE}#{pauses.nth(1).get_attribute('id')}"
        assert kept(page)["place"]["where"] == place
        page.goto(f"{server}/book/progress.html")
        section = page.locator("dl-desk p:has(a)").first
        assert section.inner_text().startswith("9.2 ")
        section.locator("a").click()
        assert page.url == f"{server}/{place.replace('#', '.html#')}"
        page.goto(f"{server}/{PAGE}.html")
        link = page.get_by_role("link", name="Go on where you paused")
        assert link.get_attribute("href") == f"#{place.split('#')[1]}"
        stay(page, page.locator(".dl-colophon"))
        assert kept(page)["place"]["where"] == ""
        page.goto(f"{server}/book/progress.html")
        assert page.get_by_text("Go on where you paused").count() == 0
        assert page.seen == []


def test_who_scrolls_past_a_pause_does_not_pause(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        page.locator(".dl-pause").first.scroll_into_view_if_needed()
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(1500)
        assert kept(page) == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_desk_with_a_place_is_fit_for_everybody(browser, server, theme):
    with kit.visit(browser, f"{server}/book/progress.html", theme) as page:
        page.evaluate(f"Progress.pause('{PAGE}#pause-9-2-1')")
        page.reload()
        page.get_by_role("heading", name="Go on where you paused").wait_for()
        for width in (320, 1280):
            assert kit.too_wide(page, width) == ""
            assert kit.violations(page) == []
