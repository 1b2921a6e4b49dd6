"""Gate 5: what a page opens over itself on a telephone: contents, search, sections."""

import pytest

from tests.pages import browser as kit

PAGE = "notebooks/02-1-predict-and-measure"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("button", "opened"),
    [
        (".primary-toggle", "#pst-primary-sidebar-modal"),
        (".secondary-toggle", "#pst-secondary-sidebar-modal"),
        (".search-button", "#pst-search-dialog"),
    ],
)
def test_what_opens_is_for_everybody(browser, disk, theme, button, opened):
    with kit.visit(browser, f"{disk}/{PAGE}.html", theme, 320, disk) as page:
        page.locator(f"{button}:visible").first.click()
        page.locator(f"{opened}[open]").wait_for()
        page.evaluate(kit.SETTLED)
        assert kit.violations(page) == []
        assert kit.sideways(page) is None
        page.keyboard.press("Escape")
        page.locator(f"{opened}[open]").wait_for(state="detached")
        assert page.seen == []
