"""The map of the book follows from what the pages say they need."""

import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """---
dlcore:
  page: "{page}"
  prerequisites: {needs}
  minutes: {{read: 10}}
---

# {page} A page
"""
SOURCES = {
    "01-1-a": ("1.1", "[none]"),
    "01-2-b": ("1.2", '["page 1.1: what it is"]'),
    "02-1-c": ("2.1", "[chapter 1, logarithms]"),
    "02-2-d": ("2.2", "[what is on the earlier pages of this chapter]"),
    "10-1-e": ("10.1", '["x², from [2.1](02-1-c.ipynb)", "[1.1 A](01-1-a.ipynb)"]'),
}


@pytest.fixture(scope="module")
def bookmap():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "book" / "_ext")
        import bookmap

        yield bookmap


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "book" / "chapters").mkdir(parents=True)
    for name, (page, needs) in SOURCES.items():
        path = tmp_path / "book" / "chapters" / f"{name}.md"
        path.write_text(SOURCE.format(page=page, needs=needs), encoding="utf-8")
    return tmp_path


def test_needs_are_read_from_the_pages(bookmap, folder):
    pages = bookmap.needs(folder)
    assert pages == {
        "1.1": [],
        "1.2": ["1.1"],
        "2.1": ["1.1", "1.2"],
        "2.2": ["2.1"],
        "10.1": ["1.1", "2.1"],
    }
    chapters = bookmap.between_chapters(pages)
    assert chapters == {1: set(), 2: {1}, 10: {1, 2}}
    assert bookmap.direct(chapters) == {1: set(), 2: {1}, 10: {2}}


def test_a_page_that_is_not_there_is_refused(bookmap, folder):
    lost = folder / "book" / "chapters" / "10-2-lost.md"
    needs = '["[9.9 Lost](09-9-lost.ipynb)"]'
    lost.write_text(SOURCE.format(page="10.2", needs=needs), encoding="utf-8")
    with pytest.raises(KeyError, match="09-9-lost"):
        bookmap.needs(folder)


def test_the_drawing_tells_its_arcs_in_words(bookmap):
    titles = {1: "One", 2: "Two & more", 10: "Ten"}
    text = bookmap.drawing(titles, {1: set(), 2: {1}, 10: {1, 2}})
    figure = ElementTree.fromstring(text)
    assert figure[0].get("aria-label") == "Chapter 2 needs 1. Chapter 10 needs 1 and 2."
    assert len(re.findall(r"<circle", text)) == len(titles)
    assert text.count('class="dl-head"') == 3
    left = min(float(x) for x in re.findall(r"C([-.\d]+) ", text))
    assert left * 3 / 4 + (bookmap.GUTTER - 6) / 4 >= 0


def test_rows_lead_to_the_pages_both_ways(bookmap, folder):
    pages, named = bookmap.pages_by_number(folder), bookmap.needs(folder)
    rows = bookmap.page_rows(pages, named, lambda page: f"../{page}.html")
    first, needs, needed = rows[0]
    assert (first, needs) == ('<a href="../notebooks/01-1-a.html">1.1 A page</a>', "–")
    assert re.findall(r">([\d.]+)<", needed) == ["1.2", "2.1", "10.1"]
    ElementTree.fromstring(bookmap.table(("Page", "Needs", "Is needed by"), rows))


def test_every_chapter_of_this_book_is_on_the_map_and_looks_back_only(bookmap):
    pages = bookmap.needs(ROOT)
    titles = bookmap.names(ROOT)
    assert {bookmap.chapter_of(page) for page in pages} == set(titles)
    for page, named in pages.items():
        place = bookmap.position(page)
        assert all(bookmap.position(other) < place for other in named), page


def test_words_stand_at_the_chapter_that_explains_them(bookmap, monkeypatch):
    entries = [{"term": "loss $J$", "taught": "loss"}, {"term": "gone", "taught": "no"}]
    monkeypatch.setattr(bookmap, "load", lambda _: entries)
    places = {"loss": ("notebooks/02-1-c", "loss-place")}
    monkeypatch.setattr(bookmap, "page_of", lambda _, label: places.get(label))
    env = SimpleNamespace(srcdir="")
    rows = bookmap.word_rows(env, {1: "One", 2: "Two"}, lambda page: page)
    link = '<a href="notebooks/02-1-c#loss-place">loss J</a>'
    assert rows == [("2 · Two", link)]


def test_the_page_names_chapters_that_do_not_ask_for_each_other(bookmap):
    text = (ROOT / "book" / "map.md").read_text(encoding="utf-8")
    said = re.search(r"chapters (\d+), (\d+) and (\d+), for instance", text)
    chapters = bookmap.between_chapters(bookmap.needs(ROOT))
    alone = set(map(int, said.groups()))
    assert all(chapters[chapter].isdisjoint(alone) for chapter in alone)
