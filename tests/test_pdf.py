"""The book on paper: everything is in it, and links and numbers lead somewhere."""

import shutil
from pathlib import Path

import pytest

from tests.pages.browser import chromium
from tools import pdf

RED = Path(__file__).parent / "red"
STYLE = Path(__file__).parents[1] / "book" / "_static" / "print.css"
HEAD = '<!doctype html><link rel="stylesheet" href="_static/print.css"><title>T</title>'
DRAWING = (
    '<svg viewBox="0 0 90 90" style="inline-size: 90px !important">'
    '<circle cx="45" cy="45" r="40"/></svg>'
)
FIRST = f"""{HEAD}<article class="bd-article"><section id="first">
<h1>1.1 First</h1><section id="one"><h2>One</h2>
<figure class="dl-figure" id="fig-a">{DRAWING}</figure>
<dl-explore id="explore-b"><figure>
<div class="dlx-attempts"><ol>{"<li><button>try</button></li>" * 3}</ol></div>
<div class="dlx-print">
{f"<div>{DRAWING}</div>" * 3}</div></figure></dl-explore>
<a href="second.html#far">there</a> <a href="nowhere.html">gone</a>
<dl-quiz id="quiz-c"><form><p>Why?</p></form><details class="dl-quiz-key"><summary>
Explanations</summary><ul><li>Because.</li></ul></details></dl-quiz>
</section></section></article>"""
SECOND = f"""{HEAD}<article class="bd-article"><section id="second">
<h1>1.2 Second</h1><p>Text.</p><p id="far" style="break-before: page">Far.</p>
<table class="indextable"><tr><td><a href="first.html#one">one</a></table>
<p><a href="https://example.org/">outside</a></p></section></article>"""


@pytest.fixture(scope="module")
def bound(tmp_path_factory):
    pytest.importorskip("playwright")
    from pypdf import PdfReader

    folder = tmp_path_factory.mktemp("site")
    (folder / "_static").mkdir()
    shutil.copy(STYLE, folder / "_static")
    (folder / "first.html").write_text(FIRST, encoding="utf-8")
    (folder / "second.html").write_text(SECOND, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHROMIUM", chromium())
        counts = pdf.bind(folder, folder / "book.pdf", ["first", "second"])
    return counts, PdfReader(folder / "book.pdf")


def goals(reader, sheet):
    """Return the index of the sheet that each link of a sheet leads to."""
    links = [note.get_object() for note in reader.pages[sheet].get("/Annots", [])]
    sheets = {page.indirect_reference.idnum: i for i, page in enumerate(reader.pages)}
    return [sheets[link["/Dest"][0].idnum] for link in links if "/Dest" in link]


def test_sheets_are_bound_behind_cover_and_contents(bound):
    (sheets, drawings), reader = bound
    texts = [page.extract_text() for page in reader.pages]
    assert (sheets, drawings) == (5, 4)
    assert reader.page_labels == ["i", "ii", "1", "2", "3"]
    assert "1.1 First" in texts[1]
    assert not texts[0].startswith("i\n")
    assert texts[1].startswith("ii\n")
    for number, text in enumerate(texts[2:], 1):
        assert str(number) in text.split("\n")[:2]
    assert "1.2 Second" in texts[4]  # the running head
    assert texts[2].index("Answers") < texts[2].index("Because.")


def test_links_lead_to_sheets(bound):
    _, reader = bound
    assert goals(reader, 1) == [2, 3]
    assert 4 in goals(reader, 2)
    assert goals(reader, 4) == [2]
    assert "one 1" in " ".join(reader.pages[4].extract_text().split())
    actions = [n.get_object().get("/A", {}) for n in reader.pages[4]["/Annots"]]
    assert [a["/URI"] for a in actions if a] == ["https://example.org/"]


def test_bookmarks_are_pages_and_sections(bound):
    _, reader = bound
    page, sections, other = reader.outline
    assert (page.title, [mark.title for mark in sections]) == (
        "1.1 First",
        ["One", "Answers"],
    )
    assert reader.get_destination_page_number(sections[0]) == 2
    assert reader.get_destination_page_number(other) == 3


def test_a_wide_table_gets_a_sheet_on_its_side(tmp_path, monkeypatch):
    pytest.importorskip("playwright")
    from pypdf import PdfReader

    (tmp_path / "_static").mkdir()
    shutil.copy(STYLE, tmp_path / "_static")
    table = '<table style="min-width: {}px"><tr><td>cell</td></tr></table>'
    tables = f"<h1>T</h1><p>Text.</p>{table.format(300)}{table.format(800)}"
    (tmp_path / "wide.html").write_text(f"{HEAD}<article>{tables}</article>")
    monkeypatch.setenv("CHROMIUM", chromium())
    pdf.bind(tmp_path, tmp_path / "book.pdf", ["wide"])
    boxes = [page.mediabox for page in PdfReader(tmp_path / "book.pdf").pages[2:]]
    assert [box.width > box.height for box in boxes] == [False, True]


def test_drawings_of_an_article_are_counted(tmp_path):
    page = tmp_path / "page.html"
    within = f"<img><dl-explore><img></dl-explore>{FIRST}"
    page.write_text(f"<img><article>{within}</article><img>", encoding="utf-8")
    assert pdf.drawings(page) == 5


def test_drawings_that_are_lost_are_named(tmp_path, monkeypatch):
    pytest.importorskip("playwright")
    monkeypatch.setenv("CHROMIUM", chromium())
    with pytest.raises(SystemExit) as stopped:
        pdf.bind(RED, tmp_path / "book.pdf", ["pdf_page"])
    said = str(stopped.value)
    assert "pdf_page: 3 drawings, 6 on the site" in said
    assert "pdf_page: taller than a sheet: A tower." in said
    assert not (tmp_path / "book.pdf").exists()
