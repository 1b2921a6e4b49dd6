"""Questions are answered by knowing, not by the looks of an option."""

from pathlib import Path

import pytest

from tools import notebooks, quizzes

RED = Path(__file__).resolve().parents[1] / "red" / "quizzes.md"
BOOK = notebooks.chapter_paths([])


def test_no_question_of_the_book_is_given_away():
    assert quizzes.problems(quizzes.asked(BOOK)) == []


def test_every_question_of_the_book_is_looked_at():
    for path in BOOK:
        source = path.read_text("utf-8")
        asked = source.count("teach.quiz(") + source.count("    .ask(\n")
        assert len(quizzes.choices(source)) == asked


def test_red_questions_are_refused():
    assert quizzes.problems(quizzes.asked([RED])) == [
        "quizzes.md:25: 'It measures the loss on rows that no step has used' is right, "
        "and by far longest",
        "the longest option is right in 100% of 3 questions",
        "the first option is right in 100% of 3 questions",
    ]


@pytest.mark.parametrize(
    ("right", "next_longest", "stands_out"),
    [
        (60, 48, True),
        (60, 49, False),  # not 1.25 times as long
        (18, 6, True),
        (17, 6, False),  # not by 12 letters
        (6, 60, False),
    ],
)
def test_noticeably_longer_is_by_share_and_by_letters(right, next_longest, stands_out):
    options = ("a" * right, "b" * next_longest, "c")
    assert quizzes.Choice(1, options, 0).stands_out() == stands_out


def test_marks_that_are_not_seen_do_not_count():
    assert quizzes.Choice(1, (r"\(a\) `b`", "ab"), 0).sizes == [3, 2]


def test_habits_share_ties():
    tied = quizzes.Choice(1, ("aa", "bb", "c", "d"), 1)
    assert quizzes.hits(quizzes.longest, [tied]) == 0.5
    assert quizzes.hits(quizzes.shortest, [tied]) == 0
    pays = quizzes.habits_that_pay([tied])
    assert pays == [
        "the longest option is right in 50% of 1 questions",
        "the second option is right in 100% of 1 questions",
    ]
