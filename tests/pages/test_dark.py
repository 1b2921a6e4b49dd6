"""Gate 5: every page in the dark theme, at three widths, from a server."""

import pytest

from tests.pages import browser as kit
from tests.pages.contents import PAGES


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_fits_and_is_accessible(browser, site, name):
    with kit.visit(browser, f"{site}/{name}.html", theme="dark") as page:
        problems = []
        for width in kit.WIDTHS:
            kit.at_width(page, width)
            found = [kit.sideways(page), *kit.violations(page, width != 768)]
            problems += [f"{width} px: {text}" for text in found if text]
        assert problems == []
        assert kit.untypeset(page) == []
        assert page.seen == []
