"""Gate 5: every page in the dark theme, from a server, as a telephone shows it."""

import pytest

from tests.pages import browser as kit
from tests.pages.contents import PAGES


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_works_for_everybody(browser, site, name):
    with kit.visit(browser, f"{site}/{name}.html", "dark") as page:
        problems = [kit.too_wide(page, width) for width in (1280, 320)]
        problems += kit.violations(page)
        problems += kit.explore_all(page)
        assert list(filter(None, problems)) == []
        assert kit.untypeset(page) == []
        assert page.seen == []
