"""Each objective comes back in later chapters, and each question can stand alone."""

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tools import objectives, review

RED = Path(__file__).resolve().parents[1] / "red" / "review.yml"
SAID = {"ask": {}, "context": {}, "alone": [], "recall": {}}


@pytest.fixture(scope="module")
def planned():
    return review.plan(review.checks(), review.notes(), review.contents())


# -- the book as it is -----------------------------------------------------------------


def test_every_check_of_the_map_is_found_in_its_chapter():
    _, items = objectives.load()
    found = review.checks()
    assert {entry["check"] for entry in items.values()} == set(found)
    assert sorted(key for check in found.values() for key in check.items) == sorted(
        items
    )
    wrong = [
        key
        for check in found.values()
        for key in check.items
        if int(key[1:].split(".")[0]) != check.chapter
    ]
    assert wrong == []


def test_nothing_is_wrong_with_what_is_asked(planned):
    assert review.problems(review.checks(), review.notes(), planned) == []


def test_pages_of_a_chapter_share_its_questions(planned):
    for pages in review.contents().values():
        many = [len(planned[page]) for page in pages]
        assert max(many) - min(many) <= 3  # a check may ask several at a time


def test_no_question_twice_on_a_page(planned):
    for questions in planned.values():
        keys = [question.key for question in questions]
        assert len(set(keys)) == len(keys)


def test_the_page_at_the_end_asks_about_every_chapter(planned):
    chapters = {question.check.chapter for question in planned[review.END]}
    assert chapters == set(review.contents()) - {max(review.contents())}


# -- the schedule, for made-up books ---------------------------------------------------


@pytest.fixture(params=range(20))
def made_up(request):
    """Return sizes, chapters and pages of a book of random size."""
    lot = random.Random(request.param)
    last = lot.randint(3, 12)
    pages = {c: [f"{c}.{k}" for k in range(lot.randint(1, 6))] for c in range(last + 1)}
    pages[last + 1] = ["end"]
    chapters = {}
    for chapter in range(last + 1):
        for number in range(lot.randint(1, 40)):
            chapters[f"{chapter}-{number}"] = chapter
    sizes = {label: lot.choice([1, 1, 1, 2, 3]) for label in chapters}
    return sizes, chapters, pages


def test_first_in_the_next_chapter_then_after_a_gap(made_up):
    sizes, chapters, pages = made_up
    asks = review.schedule(sizes, chapters, pages)
    where = {page: chapter for chapter, names in pages.items() for page in names}
    end = max(pages)
    turns = {}
    for page, part in asks.items():
        for label, turn in part:
            assert (label, turn) not in turns
            turns[label, turn] = where[page]
    for label, own in chapters.items():
        assert turns[label, 0] == own + 1
        if own + 2 <= end:
            second = turns[label, 1]
            assert own + 2 <= second <= own + max(review.GAPS)
            assert second < end or own + 2 == end
        else:
            assert (label, 1) not in turns


def test_pages_differ_by_one_check_at_most(made_up):
    sizes, chapters, pages = made_up
    asks = review.schedule(sizes, chapters, pages)
    load = {page: sum(sizes[label] for label, _ in part) for page, part in asks.items()}
    for names in pages.values():
        many = [load[page] for page in names]
        assert max(many) - min(many) <= max(sizes.values())


def test_the_schedule_is_always_the_same(made_up):
    assert review.schedule(*made_up) == review.schedule(*made_up)


def test_neighbors_come_from_different_chapters():
    chapters = {f"{c}{k}": c for c in (1, 2, 3) for k in range(4)}
    row = review.mixed([(label, 0) for label in chapters], chapters)
    assert sorted(label for label, _ in row) == sorted(chapters)
    own = [chapters[label] for label, _ in row]
    assert all(a != b for a, b in pairwise(own))


def test_quizzes_of_a_check_take_turns():
    check = review.Check("check-a", "notebooks/01-1-a", {"one": "", "two": ""})
    assert [review.asked(check, SAID, turn) for turn in range(3)] == [
        ["one"],
        ["two"],
        ["one"],
    ]
    both = {**SAID, "ask": {"check-a": ["two", "one"]}}
    assert review.asked(check, both, 1) == ["two", "one"]
    gone = {**SAID, "ask": {"check-a": ["three", "two"]}}
    assert review.asked(check, gone, 0) == ["two"]
    recall = {**SAID, "recall": {"check-a": "Why?"}}
    assert review.asked(check, recall, 0) == [""]


# -- the gate itself -------------------------------------------------------------------


def quiz(name, text):
    return f'<dl-quiz id="{name}"><legend>{text}</legend></dl-quiz>'


QUIZZES = {
    "q-figure": quiz("q-figure", "What does the <b>figure</b> show?"),
    "q-plain": quiz("q-plain", "What is 1 + 1?"),
}
FOUND = {
    "check-a": review.Check("check-a", "notebooks/00-1-a", QUIZZES, ("C0.01",)),
    "check-b": review.Check("check-b", "notebooks/00-1-a", {}, ("C0.02", "C0.03")),
    "check-c": review.Check("check-c", "notebooks/02-1-c", QUIZZES, ("C2.01",)),
}


def test_red_notes_are_refused_for_each_of_their_faults():
    said = review.notes(RED)
    assert review.unknown(FOUND, said) == [
        "no-such-check: no such check",
        "no-such-recall: no such check",
        "no-such-check: has no quiz q-plain",
        "check-a: has no quiz no-such-quiz",
        "context: no quiz no-such-quiz-either",
        "alone: no quiz q-idle",
    ]
    assert "q-idle: noted, but never asked" in review.idle({"q-plain"}, said)


def test_a_question_that_needs_its_page_is_refused():
    asks = [review.Question(FOUND["check-a"], quiz) for quiz in QUIZZES]
    asks.append(review.Question(FOUND["check-b"], ""))
    assert review.unclear(asks, SAID) == [
        "notebooks/00-1-a#check-b: no quiz, and no prompt for a recall",
        "notebooks/00-1-a#q-figure: 'the figure' needs a context, or `alone`",
    ]
    told = {
        **SAID,
        "context": {"q-figure": "It is red."},
        "recall": {"check-b": "Why?"},
    }
    assert review.unclear(asks, told) == []
    assert review.unclear(asks[:1], {**SAID, "alone": ["q-figure"]}) == []


@pytest.mark.parametrize(
    "text",
    [
        "What do you see above?",
        "Which sentence do these results support?",
        "And the loss?",
        "In the table 200 units are best. Why?",
        "What does this neuron put out?",
        "The same network, but x = 2.",
        "Round 2: what is dw?",
    ],
)
def test_words_that_need_their_page_are_seen(text):
    assert review.NEEDS_PAGE.search(text)


def test_an_item_that_comes_back_too_rarely_or_too_early_is_seen():
    good = {
        "notebooks/01-1-x": [review.Question(FOUND[f"check-{k}"], "") for k in "ab"],
        "notebooks/02-1-x": [review.Question(FOUND[f"check-{k}"], "") for k in "ab"],
        review.END: [review.Question(FOUND["check-c"], "")],
    }
    assert review.rare(FOUND, good) == []
    assert review.rare(FOUND, {**good, "notebooks/02-1-x": []}) == [
        "C0.01: asked again in chapters [1]",
        "C0.02: asked again in chapters [1]",
        "C0.03: asked again in chapters [1]",
    ]
    assert review.rare(FOUND, {**good, review.END: []}) == [
        "C2.01: asked again in chapters []"
    ]
    early = {**good, "notebooks/00-1-x": [review.Question(FOUND["check-a"], "")]}
    assert review.rare(FOUND, early) == ["C0.01: asked again in chapters [0, 1, 2]"]


def test_a_whole_small_book_has_no_problems():
    found = {
        f"check-{c}": review.Check(
            f"check-{c}",
            f"notebooks/{c:02}-1-x",
            {f"q-{c}": quiz("q", "Why?")},
            (f"C{c}",),
        )
        for c in range(4)
    }
    pages = {c: [f"notebooks/{c:02}-1-x"] for c in range(4)} | {4: [review.END]}
    planned = review.plan(found, SAID, pages)
    assert review.problems(found, SAID, planned) == []
    assert Counter(len(part) for part in planned.values())[0] == 1  # the first page
