"""Gate 5: every page in the light theme, from a disk: layout, axe, and by keyboard.

Without a server and without a network, as someone reads it who unpacked the book.
"""

import pytest

from tests.pages import accessible, loading
from tests.pages import browser as kit
from tests.pages.contents import CHAPTERS, PAGES


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_page_works_for_everybody(browser, book, disk, name):
    with kit.visit(browser, f"{disk}/{name}.html", "light", home=disk) as page:
        problems = loading.problems(page, book[0])
        accessible.note_shown(page)
        problems += [kit.too_wide(page, 320), *kit.violations(page)]
        accessible.note_shown(page)
        # in between nothing else is shown: what axe can find anew lies in the places
        problems += [kit.too_wide(page, 768), *kit.violations(page, accessible.SIZES)]
        problems += accessible.note_shown(page)
        problems += [kit.too_wide(page, 1280)]
        problems += kit.explore_all(page) + kit.answer_all(page)
        problems += kit.violations(page)  # and now with figures and answers open
        assert list(filter(None, problems)) == []
        assert kit.untypeset(page) == []
        if page.locator(".math").count():
            assert page.locator("mjx-container svg").count() > 0
        assert page.seen == []
        if name in CHAPTERS:
            assert page.locator("dl-explore").count() > 0
            assert page.locator("dl-quiz").count() > 0
