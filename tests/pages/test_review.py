"""Look back: questions of earlier chapters, one at a time, kept under their page."""

import pytest

from tests.pages import browser as kit
from tests.pages.browser import kept
from tools import review

PAGE = "notebooks/04-1-yes-or-no"
MOST = "notebooks/13-1-keras"  # so many questions has no other page of a chapter
DAY = 86_400_000


@pytest.fixture(scope="module")
def planned():
    return review.plan(review.checks(), review.notes(), review.contents())


def shown(page):
    """Return the one card that is shown."""
    card = page.locator("dl-review .dlr-card:visible")
    assert card.count() == 1
    return card


def answer_by_key(page, card):
    """Answer the quiz of a card right, by keys alone."""
    key = card.locator("dl-quiz").evaluate("(e) => JSON.parse(atob(e.dataset.key))")
    page.keyboard.press("Tab")  # the link to the page
    page.keyboard.press("Tab")
    if key["kind"] == "number":
        page.keyboard.type(f"{key['answer']:.10g}")
    else:
        page.keyboard.press("Space")
        for _ in range(key["answer"]):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_page_asks_what_was_planned(browser, disk, planned):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        keys = page.locator(".dlr-card").evaluate_all(
            "(all) => all.map((e) => e.dataset.of)"
        )
        assert keys == [question.key for question in planned[PAGE]]
        own = page.locator("dl-review dl-quiz").evaluate_all(
            "(all) => all.map((e) => e.id)"
        )
        assert all(name.startswith("again-") for name in own)
        assert page.locator("nav a[href='#look-back']").count() > 0


def test_a_question_is_answered_by_key_and_counts_for_its_page(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        shown(page).evaluate("(e) => e.focus()")
        for number in (1, 2):
            card = shown(page)
            of = card.get_attribute("data-of")
            assert of.split("#")[0] < PAGE
            answer_by_key(page, card)
            feedback = card.locator(".dl-quiz-feedback")
            assert feedback.get_attribute("data-state") == "right"
            assert kept(page)[of]["right"] is True
            assert kept(page)[of]["box"] == 0
            where = page.locator("dl-review [role=status].dlr-where")
            assert where.inner_text().startswith(f"Question {number} of ")
            page.get_by_role("button", name="Next question").focus()
            page.keyboard.press("Enter")
            assert shown(page).evaluate("(e) => e === document.activeElement")
            assert shown(page).get_attribute("data-of") != of
        assert set(kept(page)) == {k for k in kept(page) if not k.startswith(PAGE)}
        page.get_by_text("2 answered, 2 right").wait_for()
        page.get_by_role("button", name="Previous question").click()
        assert shown(page).get_attribute("data-of") == of
        assert page.seen == []


def test_what_is_due_comes_first_and_what_is_not_due_comes_last(browser, site, planned):
    keys = [question.key for question in planned[PAGE]]
    late, early, done = keys[3], keys[5], keys[0]
    with kit.visit(browser, f"{site}/book/progress.html") as page:
        page.evaluate(
            """([late, early, done, day]) => Progress.save({
              [late]: { right: true, box: 0, due: Date.now() - day },
              [early]: { right: false, box: -1, due: Date.now() - 2 * day },
              [done]: { right: true, box: 0, due: Date.now() + day } })""",
            [late, early, done, DAY],
        )
        page.goto(f"{site}/{PAGE}.html")
        order = page.locator(".dlr-card").evaluate_all(
            "(all) => all.map((e) => e.dataset.of)"
        )
        assert order == [
            early,
            late,
            *(k for k in keys if k not in (early, late, done)),
            done,
        ]
        assert shown(page).get_attribute("data-of") == early


def test_recall_is_judged_by_the_reader_and_listed_once_on_the_desk(
    browser, site, planned
):
    place, question = next(
        (place, question)
        for place, questions in planned.items()
        for question in questions
        if not question.quiz
    )
    with kit.visit(browser, f"{site}/{place}.html") as page:
        while shown(page).get_attribute("data-of") != question.key:
            page.get_by_role("button", name="Next question").click()
        shown(page).locator("textarea").fill("The first thing that comes to mind")
        page.get_by_role("button", name="I knew it").click()
        page.get_by_text("Noted. It comes back in 1 day.").wait_for()
        assert kept(page)[question.key]["box"] == 0
        page.get_by_role("button", name="Not yet").click()
        assert kept(page)[question.key]["right"] is False
        page.goto(f"{site}/book/progress.html")
        due = page.locator("dl-desk ol a")
        assert due.count() == 1
        assert due.get_attribute("href") == f"../{question.key.replace('#', '.html#')}"
        due.click()
        assert page.locator(f"[id='{question.check.label}']").count() == 1
        page.goto(f"{site}/{place}.html")
        assert shown(page).get_attribute("data-of") == question.key
        assert (
            shown(page).locator("textarea").input_value().startswith("The first thing")
        )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [MOST, "book/once-more"])
def test_every_card_is_fit_for_everybody(browser, disk, theme, name):
    with kit.visit(browser, f"{disk}/{name}.html", theme, home=disk) as page:
        cards = page.locator(".dlr-card")
        cards.evaluate_all("(all) => all.forEach((e) => { e.hidden = false; })")
        for width in (320, 1280):
            assert kit.too_wide(page, width) == ""
            assert kit.violations(page) == []
        assert kit.untypeset(page) == []
        assert page.seen == []


def test_without_script_all_questions_stand_there_with_their_answers(browser, disk):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{disk}/{PAGE}.html")
    cards = page.locator("dl-review .dlr-card")
    assert cards.count() > 5
    assert page.locator("dl-review .dlr-card:visible").count() == cards.count()
    quizzes = page.locator("dl-review dl-quiz")
    assert page.locator("dl-review summary:visible").count() == quizzes.count()
    assert page.locator("dl-review button:visible").count() == 0
    context.close()


def test_on_paper_all_questions_stand_close_together(browser, disk):
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        page.emulate_media(media="print")
        cards = page.locator("dl-review .dlr-card")
        assert page.locator("dl-review .dlr-card:visible").count() == cards.count()
        assert page.locator("dl-review button:visible").count() == 0
        assert page.locator("dl-review details:visible").count() == 0
