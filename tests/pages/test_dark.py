"""Gate 5: every page in the dark theme, wide and narrow, from a server.

What does not hang on colors is asked of the light theme, at three widths.
"""

import pytest

from tests.pages import browser as kit
from tests.pages.contents import PAGES


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_fits_and_is_accessible(browser, site, name):
    with kit.visit(browser, f"{site}/{name}.html", theme="dark") as page:
        problems = []
        for width in (320, 1280):
            kit.at_width(page, width)
            problems += [f"{width} px: {text}" for text in [kit.sideways(page)] if text]
        problems += kit.violations(page)
        assert problems == []
        assert kit.untypeset(page) == []
        assert page.seen == []
