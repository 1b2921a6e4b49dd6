"""Places to pause: where they may stand, how far apart, and the minutes they tell."""

import re

import pytest

from tools import chapters, minutes, notebooks, pauses

SECTION = "(label-{0})=\n## Section {0}\n\n{1}\n\n"
PAUSE = ":::{pause}\nWhat you hold.\n:::\n\n"
HEAD = '---\ndlcore:\n  page: "2.1"\n---\n\n# 2.1 A page\n\n'


def section(number, length):
    """Return a section that takes about so many minutes."""
    return SECTION.format(number, "word " * (minutes.WORDS_A_MINUTE * length))


def messages(source):
    return [message for _, message in pauses.problems(source)]


def test_pauses_of_a_long_page_are_enough():
    assert messages(HEAD + section(1, 18) + PAUSE + section(2, 18)) == []
    assert messages(HEAD + section(1, 18)) == []


@pytest.mark.parametrize(
    ("source", "line", "fault"),
    [
        (HEAD + section(1, 30), 1, "30 minutes on without a pause, at most 25"),
        (HEAD + section(1, 9) + PAUSE + section(2, 30), 13, "30 minutes on without"),
        (
            HEAD + section(1, 9) + PAUSE + section(2, 2),
            13,
            "2 minutes on are no stretch",
        ),
        (HEAD + section(1, 9) + PAUSE + "And on.\n" + section(2, 9), 13, "between two"),
    ],
)
def test_red_page_is_refused(source, line, fault):
    [(found, message)] = pauses.problems(source)
    assert fault in message
    assert found == line


def test_red_page_is_refused_by_the_lint_of_chapters(tmp_path):
    path = tmp_path / "02-1-red.md"
    path.write_text(HEAD + section(1, 30), encoding="utf-8")
    assert any("without a pause" in problem for problem in chapters.check_page(path))


def test_notebook_tells_the_minutes_and_any_reader_can_show_it():
    source = HEAD + section(1, 11) + PAUSE + section(2, 16) + PAUSE + section(3, 8)
    text = notebooks.notebook_from(source).cells[0].source
    assert "{pause}" not in text
    assert re.findall(r"About (\d+) minutes so far, about (\d+) to go\.", text) == [
        ("10", "25"),
        ("25", "10"),
    ]
    assert re.findall(r":class: dl-pause\n:name: (.*)", text) == [
        "pause-2-1-1",
        "pause-2-1-2",
    ]
    assert minutes.to_read(source) == 35
    assert text.count(":::{admonition} A good place to pause\n") == 2
