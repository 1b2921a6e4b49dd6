"""The glossary: every term explained, linked from its first use, and back."""

import pytest

from tools import glossary, pages


@pytest.fixture(scope="module")
def built(book):
    return pages.read(book[0])


def test_every_term_is_linked_both_ways(built):
    entries = glossary.load()
    assert len(entries) == 193  # A1.01 to A1.193
    assert glossary.problems(entries, built) == []


def page(html):
    return pages.Page(html)


CHAPTER, TERMS = "notebooks/01.html", glossary.PAGE
GOOD = {
    CHAPTER: page(
        '<h1 id="one">1</h1>'
        '<a id="use-term-a" href="../book/glossary.html#term-a">a</a>'
    ),
    TERMS: page(
        '<dt id="term-a">a</dt><a href="../notebooks/01.html#use-term-a">1</a>'
    ),
}
ENTRY = {"term": "a", "taught": "one", "means": "The first letter."}


def test_a_whole_glossary_has_no_problems():
    assert glossary.problems([ENTRY], GOOD) == []


@pytest.mark.parametrize(
    ("entries", "changed", "message"),
    [
        ([{**ENTRY, "taught": "two"}], {}, "a: two is not in the book"),
        ([ENTRY, ENTRY], {}, "2 entries, but 1 terms on the page"),
        ([ENTRY, ENTRY], {}, "a: twice"),
        ([ENTRY], {CHAPTER: page('<h1 id="one">1</h1>')}, "links its first use"),
        ([ENTRY], {TERMS: page('<dt id="term-a">a</dt>')}, "no link back"),
    ],
)
def test_what_is_missing_is_said(entries, changed, message):
    found = glossary.problems(entries, {**GOOD, **changed})
    assert any(message in text for text in found)
