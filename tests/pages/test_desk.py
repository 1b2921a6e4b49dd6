"""Two desks become one: what counts, and which files are refused."""

import json
import re

import pytest

from tests.pages import browser as kit
from tests.pages.browser import kept

DAY = 86_400_000
PAGE = "notebooks/02-1-predict-and-measure"
FULL = "() => { Storage.prototype.setItem = () => { throw Error('full'); }; }"
DAMAGE = {
    "damaged box": (f"{PAGE}#quiz-bad", {"box": 7}),
    "damaged date": (f"{PAGE}#quiz-bad", {"due": None}),
    "damaged place": ("place", {"where": "javascript:alert(1)"}),
}


def join(page, text):
    """Join the desk with a file of this text; return what the desk says."""
    status = page.locator("dl-desk [role=status]")
    status.evaluate("(e) => { e.textContent = ''; }")
    file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("dl-desk input").set_input_files(file)
    page.wait_for_function(
        "document.querySelector('dl-desk [role=status]').textContent"
    )
    return status.inner_text()


def desk(days, **entries):
    """Return what a desk keeps: name=(day of the answer, right, box), place=day."""
    saved = {}
    for name, (day, *answer) in entries.items():
        if name == "place":
            saved[name] = {"where": f"{PAGE}#pause-{answer[0]}", "at": day * DAY}
            continue
        right, box = answer
        due = (day + (days[box] if right else 0)) * DAY
        saved[f"{PAGE}#quiz-{name}"] = {"right": right, "box": box, "due": due}
    return saved


def test_two_desks_are_joined_and_the_newer_answer_counts(browser, server):
    with kit.visit(browser, f"{server}/book/progress.html") as page:
        days = page.evaluate("Progress.days")
        here = desk(
            days,
            only_here=(10, True, 2),
            newer_here=(12, True, 0),  # its date is earlier than that of the old one
            newer_there=(5, True, 3),
            place=(12, "here"),
        )
        there = desk(
            days,
            only_there=(3, False, -1),
            newer_here=(11, True, 3),
            newer_there=(9, False, -1),
            place=(11, "there"),
        )
        both = desk(
            days,
            only_here=(10, True, 2),
            only_there=(3, False, -1),
            newer_here=(12, True, 0),
            newer_there=(9, False, -1),
            place=(12, "here"),
        )
        ways = ((here, there, (1, 1, 2)), (there, here, (1, 2, 1)))
        for mine, theirs, counts in ways:
            page.evaluate("(all) => Progress.save(all)", mine)
            said = join(page, json.dumps(theirs))
            assert tuple(map(int, re.findall(r"\d+", said))) == counts
            assert kept(page) == both
            join(page, json.dumps(theirs))  # once more, or an old copy: no change
            assert kept(page) == both


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"notebooks/02-1-predict', "This file is damaged, or no desk saved it."),
        ("%PDF-1.7", "This file is damaged, or no desk saved it."),
        ('{"a": 1}', "There is nothing of a desk in this file."),
        ("[1, 2]", "There is nothing of a desk in this file."),
        ("null", "There is nothing of a desk in this file."),
        ("damaged box", "This file is damaged: 1 of 3 entries."),
        ("damaged date", "This file is damaged: 1 of 3 entries."),
        ("damaged place", "This file is damaged: 1 of 3 entries."),
    ],
)
def test_a_file_that_is_damaged_or_foreign_changes_nothing(
    browser, server, text, complaint
):
    with kit.visit(browser, f"{server}/book/progress.html") as page:
        days = page.evaluate("Progress.days")
        page.evaluate("(all) => Progress.save(all)", desk(days, mine=(1, True, 1)))
        if text in DAMAGE:
            entries = desk(days, good=(2, True, 1), bad=(2, True, 0), place=(1, "x"))
            name, facts = DAMAGE[text]
            entries[name] |= facts
            text = json.dumps(entries)
        before = kept(page)
        assert join(page, text) == f"{complaint} Nothing changed."
        assert kept(page) == before


def test_a_browser_without_room_says_so(browser, server):
    with kit.visit(browser, f"{server}/book/progress.html") as page:
        days = page.evaluate("Progress.days")
        page.evaluate(FULL)
        said = join(page, json.dumps(desk(days, new=(1, True, 1))))
        assert said == "This browser has no room for it. Nothing changed."
