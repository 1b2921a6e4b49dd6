"""Gate 5: the search and the front door."""

import pytest

from tests.pages import browser as kit
from tests.pages.contents import CHAPTERS


@pytest.mark.parametrize("where", ["site", "disk"])
def test_search_finds_a_term(browser, request, where):
    home = request.getfixturevalue(where)
    with kit.visit(browser, f"{home}/search.html?q=hotel", home=home) as page:
        page.wait_for_selector("#search-results li a", timeout=60_000)
        links = page.locator("#search-results li a")
        addresses = [links.nth(i).get_attribute("href") for i in range(links.count())]
        assert any(name in address for address in addresses for name in CHAPTERS)
        page.wait_for_timeout(300)
        assert page.seen == []


def test_first_visit_without_a_stored_theme(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.seen, page.loaded = [], []
    page.on("request", lambda request: kit.note_request(page, request.url, site))
    page.on("console", lambda message: kit.note_message(page, message))
    page.goto(f"{site}/index.html")
    page.wait_for_url("**/book/index.html")
    assert page.seen == []
    context.close()


def test_only_the_search_loads_its_index(browser, site):
    with kit.visit(browser, f"{site}/book/index.html") as page:
        assert not [url for url in page.loaded if "searchindex" in url]
