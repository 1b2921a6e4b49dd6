"""Gate 5: every explorable figure and every quiz, by keyboard alone, from a server.

In both themes, on a wide screen and on a narrow one; from a disk, see test_offline.
"""

import pytest

from tests.pages import browser as kit
from tests.pages.contents import CHAPTERS


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("name", CHAPTERS)
def test_figures_and_quizzes_answer_to_keys(browser, site, name, theme, width):
    with kit.visit(browser, f"{site}/{name}.html", theme, width) as page:
        figures, quizzes = page.locator("dl-explore"), page.locator("dl-quiz")
        names = [figures.nth(i).get_attribute("name") for i in range(figures.count())]
        problems = [problem for n in names for problem in kit.explore(page, n)]
        for index in range(quizzes.count()):
            problems += kit.answer(page, quizzes.nth(index))
        assert problems == []
        assert page.seen == []
        assert names
        assert quizzes.count() > 0
