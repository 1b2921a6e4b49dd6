"""Gate 5: every page in the dark theme, from a server, as a telephone shows it.

What depends on the theme: axe's rules about colors. The others passed in test_light.py.
"""

import pytest

from tests.pages import browser as kit
from tests.pages import loading
from tests.pages.accessible import COLORS
from tests.pages.contents import PAGES


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_works_for_everybody(browser, book, site, name):
    with kit.visit(browser, f"{site}/{name}.html", "dark", 320, site) as page:
        problems = loading.problems(page, book[0])
        assert page.locator("html").get_attribute("data-theme") == "dark"
        first = page.locator("dl-explore")
        if first.count():
            problems += kit.explore(page, first.first.get_attribute("name"))
        for width in (320, 1280):  # 768 px shows what one of these shows
            problems += [kit.too_wide(page, width), *kit.violations(page, COLORS)]
        assert list(filter(None, problems)) == []
        assert kit.untypeset(page) == []
        assert page.seen == []
