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
MATH = """<p>With <span id="math"><svg viewBox="0 0 9 9" width="9" aria-hidden="true">
<path d="M0 0L9 9z"/></svg></span>.</p><script>
const item = { math: "w x ", typesetRoot: document.getElementById("math") };
window.MathJax = { startup: { promise: 0, document: { math: [item] } } };
</script>"""
FIRST = f"""{HEAD}<article class="bd-article"><section id="first">
<h1>1.1 First</h1><section id="one"><h2>One</h2>{MATH}
<figure class="dl-figure" id="fig-a">{DRAWING}</figure>
<dl-explore id="explore-b"><figure>
<div class="dlx-attempts"><ol>{"<li><button>try</button></li>" * 3}</ol></div>
<div class="dlx-title">A wheel</div>
<div class="dlx-print">
{f"<div>{DRAWING}</div>" * 3}</div></figure></dl-explore>
<a href="second.html#far">there</a> <a href="nowhere.html">gone</a>
<dl-quiz id="quiz-c"><form><p>Why?</p></form><details class="dl-quiz-key"><summary>
Explanations</summary><ul><li>Because.</li></ul></details></dl-quiz>
</section></section></article>"""
SECOND = f"""{HEAD}<article class="bd-article"><section id="second">
<h1>1.2 Second</h1><p>Text.</p><p id="far" style="break-before: page">Far.</p>
<table><tr><th>a<th>b<th>c</tr><tr><td>1<td><td></tr></table><pre>code</pre>
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


# -- what a reader that speaks is told -------------------------------------------------


def kids(element):
    found = element.get("/K", [])
    return [kid.get_object() for kid in found if not isinstance(kid, int)]


def outline(element):
    """Return an element as (kind, what is in it); without marks and references."""
    inside = [outline(kid) for kid in kids(element) if "/S" in kid]
    return (element["/S"][1:], *inside)


def untold(reader):
    """Return what no element holds: links, and sheets that have some such mark."""
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    found = []
    for index, sheet in enumerate(reader.pages):
        marks = owners[sheet["/StructParents"]].get_object()
        held = [mark.get_object() for mark in marks]
        for number, element in enumerate(held):
            if not holds(element, number, sheet.indirect_reference):
                found.append(f"sheet {index}: mark {number}")
        for note in sheet.get("/Annots", []):
            element = owners[note.get_object()["/StructParent"]].get_object()
            if note not in [k.raw_get("/Obj") for k in kids(element) if "/Obj" in k]:
                found.append(f"sheet {index}: a link")
    return found


def holds(element, number, sheet):
    """Return whether an element has a mark of a sheet, and hangs on the root."""
    if not isinstance(element, dict) or (number, sheet) not in marks(element):
        return False
    hangs = True
    while element.get("/S") != "/Document" and "/P" in element:
        parent = element["/P"]
        hangs = hangs and any(kid == element for kid in kids(parent))
        element = parent
    return hangs and element["/S"] == "/Document"


def marks(element):
    """Return the marks of an element, each as (number, reference to its sheet)."""
    own = [(k, element.raw_get("/Pg")) for k in element["/K"] if isinstance(k, int)]
    far = [kid for kid in kids(element) if "/MCID" in kid]
    return own + [(kid["/MCID"], kid.raw_get("/Pg")) for kid in far]


def test_tags_say_what_is_what(bound):
    _, reader = bound
    root = reader.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    [document] = kids(root["/StructTreeRoot"])
    front, first, second = kids(document)
    assert [kind for kind, *_ in outline(front)[1:]][:2] == ["H1", "L"]
    [article] = kids(first)
    assert [kind for kind, *_ in outline(article)[1:]][:2] == ["H1", "H2"]
    [formula] = kids(kids(article)[2])
    assert (formula["/S"], formula["/Alt"]) == ("/Formula", "Formula: w x")
    told = [kid["/Alt"] for kid in kids(article) if kid["/S"] == "/Figure"]
    assert told == [f"A wheel {number} of 3" for number in (1, 2, 3)]
    [article] = kids(second)
    heads, cells = next(rows for kind, *rows in outline(article)[1:] if kind == "Table")
    assert [kind for kind, *_ in heads[1:]] == ["TH"] * 3
    assert cells == ("TR", ("TD",), ("TD",), ("TD",))


def test_nothing_is_untold(bound):
    assert untold(bound[1]) == []


def test_red_what_is_untold_is_seen(bound):
    from pypdf import PdfReader
    from pypdf.generic import NameObject, NullObject

    reader = PdfReader(bound[1].stream)
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    sheet = reader.pages[2]
    marks = owners[sheet["/StructParents"]].get_object()
    marks[0] = NullObject()
    marks[1].get_object()[NameObject("/P")] = marks[2]
    link = sheet["/Annots"][0].get_object()["/StructParent"]
    owners[link].get_object()["/K"].clear()
    found = untold(reader)
    assert found[:2] == ["sheet 2: mark 0", "sheet 2: mark 1"]
    assert "sheet 2: a link" in found


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
