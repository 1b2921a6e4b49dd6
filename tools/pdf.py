"""The book as one PDF: every page printed by Chromium, then bound together.

`bind(folder, target)` prints the built pages in reading order, each with a running head
and the number of the sheet; then the cover and the contents, which need these numbers.
Links between pages, which Chromium writes as addresses of files, lead to sheets; the
bookmarks are parts, pages and sections; tags say what is a heading, a table, a formula.
Every drawing of the site has to be in it.
"""

import html
import json
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import dlcore
from tools import book
from tools.tags import Tags

TITLE = "Deep learning you can touch"
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
NOT_PRINTED = {"book/progress"}  # filled by what a browser remembers, and by that alone
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
ARGUMENTS += [
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]
SHEET = """
@page {{
  @top-left {{ content: {part}; {small} }}
  @top-right {{ content: {title}; {small} }}
  @bottom-center {{ content: counter(page{style}); {small} }}
}}
@page :first {{ {bare} }}
html {{ counter-reset: page {before}; }}
"""
BARE = "@top-left { content: none } @top-right { content: none }"
BLANK = BARE + " @bottom-center { content: none }"
SMALL = "font: 8pt 'Liberation Sans', Arial, sans-serif; color: #5f6368;"
FRONT = """<!doctype html>
<html lang="en" data-theme="light"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{home}/_static/print.css">
<style>
body {{ margin: 0; font-family: var(--pst-font-family-base); }}
.cover {{ block-size: 235mm; display: grid; align-content: center;
  gap: 8mm; font-family: var(--dl-font); }}
.cover h1 {{ font-size: 40pt; line-height: 1.1; margin: 0; }}
.cover ol {{ display: flex; gap: 3mm; list-style: none; padding: 0; margin: 8mm 0;
  font-size: 15pt; color: #0068a3; }}
.cover li + li::before {{ content: "→"; margin-inline-end: 3mm; color: #5f6368; }}
h2 {{ font: 600 1.9rem var(--dl-font); margin: 0 0 6mm; break-before: page; }}
h3 {{ font: 600 1rem var(--dl-font); margin: 4mm 0 1mm; }}
.line {{ display: flex; gap: 2mm; color: inherit; text-decoration: none; }}
.line i {{ flex: 1; border-bottom: .8pt dotted #5f6368; margin-bottom: .25em; }}
</style></head><body>
<div class="cover"><h1>{title}</h1>
<ol><li>predict</li><li>measure</li><li>feedback</li><li>adjust</li></ol>
<p>An interactive textbook, on paper, and its library dlcore {version}</p>
<p>{facts}</p></div>
<h2>Contents</h2>
{lines}
</body></html>
"""
FACTS = (
    "Figures with controls stand here in three of their states; the pages and the "
    "notebooks have all of them. Text and figures: CC BY 4.0. Code: BSD 3-Clause."
)


def bind(folder, target, names=None):
    """Print the pages `names`, by default all; return how many sheets and drawings.

    Raises:
        SystemExit: without Chromium; when a drawing of the site is not in the file.
    """
    from playwright.sync_api import sync_playwright

    if not (chromium := book.chromium()):
        raise SystemExit("The PDF is printed by Chromium: install it, or set $CHROMIUM")
    beside = tempfile.TemporaryDirectory(dir=target.parent)  # where a browser may read
    with sync_playwright() as playwright, beside as scratch:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        bound = Binding(browser, folder, Path(scratch))
        for part, name in parts(names):
            bound.add(part, name)
        if bound.lost:
            raise SystemExit("\n".join(["Not as on the site:", *bound.lost]))
        bound.add_front()
        browser.close()
        bound.write(target)
    return len(bound.writer.pages), bound.drawings


def parts(names=None):
    """Return (caption of its part, page) in reading order."""
    listed = book.contents_by_part()
    if names:
        known = {name: part for part, name in listed}
        return [(known.get(name, ""), name) for name in names]
    return [(part, name) for part, name in listed if name not in NOT_PRINTED]


class Binding:
    """The sheets printed so far, and where everything stands on them."""

    def __init__(self, browser, folder, scratch):
        from pypdf import PdfWriter

        self.folder, self.scratch, self.writer = folder.resolve(), scratch, PdfWriter()
        self.page = browser.new_page(viewport={"width": 597, "height": 945})
        self.page.add_init_script("try { localStorage.mode = 'light' } catch {}")
        self.page.emulate_media(media="print", color_scheme="light")
        self.entries = []  # part, title, name, first sheet, sections
        self.places = {}  # address -> (sheet, left, top)
        self.lost, self.drawings, self.front = [], 0, 0
        self.tags = Tags(self.writer)

    def address(self, name, place=""):
        """Return the address of a page of the site, or of a place on it."""
        return (self.folder / f"{name}.html").as_uri() + (f"#{place}" if place else "")

    def add(self, part, name):
        """Print a page of the site behind the others."""
        print(".", end="", flush=True)
        self.page.goto(self.address(name))
        numbers = {place: sheet + 1 for place, (sheet, _, _) in self.places.items()}
        facts = self.page.evaluate(SCRIPT, numbers)
        first = len(self.writer.pages)
        found = self.print(self.address(name), part, facts["title"], first)
        self.places |= found
        self.entries.append((part, facts["title"], name, first, facts["sections"]))
        printed = sum(self.address(name, place) in found for place in facts["drawings"])
        wanted = drawings(self.folder / f"{name}.html")
        self.drawings += printed
        if printed != wanted:
            self.lost.append(f"{name}: {printed} drawings, {wanted} on the site")
        self.lost += [f"{name}: {fault}" for fault in facts["faults"]]

    def print(self, address, part, title, first, cover=False):
        """Print what is open, the sheets numbered after `first`; return its places."""
        from pypdf import PdfReader

        sheet = SHEET.format(
            part=quoted(part),
            title=quoted(title),
            before=first,
            small=SMALL,
            style=", lower-roman" if cover else "",
            bare=BLANK if cover else BARE,
        )
        self.page.add_style_tag(content=sheet)
        path = self.scratch / "printed.pdf"
        self.page.pdf(
            path=path, prefer_css_page_size=True, print_background=True, tagged=True
        )
        reader = PdfReader(path)
        sheets = []
        for number, printed in enumerate(reader.pages):
            index = number if cover else len(self.writer.pages)
            sheets.append(self.writer.insert_page(printed, index))
            name_targets(sheets[-1], address)
        self.tags.add(reader, sheets, first=cover)
        found = {address: (first, 0, reader.pages[0].mediabox.height)}
        for place, there in reader.named_destinations.items():
            index = first + reader.get_destination_page_number(there)
            full = f"{address}#{unquote(place.removeprefix('/'))}"
            found[full] = (index, float(there.left or 0), float(there.top or 0))
        return found

    def add_front(self):
        """Print cover and contents, as the sheets have numbers now; put them first."""
        path = self.scratch / "front.html"
        path.write_text(front(self), encoding="utf-8")
        self.page.goto(path.as_uri())
        before = len(self.writer.pages)
        self.print(path.as_uri(), "", "", 0, cover=True)
        self.front = len(self.writer.pages) - before

    def write(self, target):
        """Lead links to their sheets, add bookmarks and numbers, and write the file."""
        for sheet in self.writer.pages:
            lead(sheet, self)
        self.add_bookmarks()
        end = len(self.writer.pages) - 1
        self.writer.set_page_label(0, self.front - 1, style="/r")
        self.writer.set_page_label(self.front, end, style="/D")
        self.writer.add_metadata({"/Title": TITLE, "/Author": "The dlcore authors"})
        self.writer.page_mode = "/UseOutlines"
        self.tags.finish()
        self.writer.compress_identical_objects()
        beside = target.with_suffix(".part")
        self.writer.write(beside)
        beside.replace(target)

    def add_bookmarks(self):
        """Add a bookmark for each part, page and section."""
        opened = {}
        for part, title, name, _, sections in self.entries:
            if part and part not in opened:
                opened[part] = self.mark(part, self.address(name), None)
            page = self.mark(title, self.address(name), opened.get(part))
            for section, place in sections:
                self.mark(section, self.address(name, place), page)

    def mark(self, title, address, parent):
        """Add one bookmark; return it."""
        from pypdf.generic import Fit

        sheet, left, top = self.places[address]
        fit = Fit.xyz(left=left, top=top)
        return self.writer.add_outline_item(
            title=title,
            page_number=sheet + self.front,
            parent=parent,
            fit=fit,
            is_open=False,
        )


def quoted(text):
    """Return a text as a string of CSS."""
    return json.dumps(text, ensure_ascii=False)


# -- links -----------------------------------------------------------------------------


def name_targets(sheet, address):
    """Give links within a page of the site the whole address, as others have it."""
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    for link in map(lambda note: note.get_object(), sheet.get("/Annots", [])):
        if "/Dest" in link:
            place = unquote(str(link.pop("/Dest")).removeprefix("/"))
            link[NameObject("/A")] = DictionaryObject(
                {
                    NameObject("/S"): NameObject("/URI"),
                    NameObject("/URI"): TextStringObject(f"{address}#{place}"),
                }
            )


def lead(sheet, bound):
    """Lead the links of a sheet that go to files of the site to their sheets."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    for link in map(lambda note: note.get_object(), sheet.get("/Annots", [])):
        target = str(link.get("/A", {}).get("/URI", ""))
        if not target.startswith("file:"):
            continue
        del link["/A"]
        whole, _, place = target.partition("#")
        there = bound.places.get(f"{whole}#{unquote(place)}", bound.places.get(whole))
        if there:  # or else it is no page: nothing to turn to
            index, left, top = there
            goal = bound.writer.pages[index + bound.front].indirect_reference
            place = [FloatObject(left), FloatObject(top), FloatObject(0)]
            link[NameObject("/Dest")] = ArrayObject([goal, NameObject("/XYZ"), *place])


# -- what is to be in it ---------------------------------------------------------------


def front(bound):
    """Return the cover and the contents as a page."""
    rows, last = [], None
    for part, title, name, first, _ in bound.entries:
        if part != last:
            rows.append(f"<h3>{html.escape(part)}</h3>")
            last = part
        rows.append(
            f'<a class="line" href="{bound.address(name)}"><span>{html.escape(title)}'
            f"</span><i></i><span>{first + 1}</span></a>"
        )
    return FRONT.format(
        title=TITLE,
        home=bound.folder.as_uri(),
        version=dlcore.__version__,
        facts=FACTS,
        lines="\n".join(rows),
    )


def drawings(path):
    """Return how many drawings a page of the site has, those to be tried among them."""
    counted = Drawings()
    counted.feed(path.read_text(encoding="utf-8"))
    return counted.number


class Drawings(HTMLParser):
    """Counts the drawings of an article: figures, pictures, and the states to try."""

    def __init__(self):
        super().__init__()
        self.number, self.inside = 0, set()

    def handle_starttag(self, tag, attributes):
        """Count a figure, a state of an explorable one, or a picture in none."""
        classes = (dict(attributes).get("class") or "").split()
        still = tag == "figure" and "dl-figure" in classes
        tries = "dlx-attempts" in classes
        if tag in ("article", "dl-explore") or still or tries:
            self.inside.add("ol" if tries else tag)
        picture = tag == "img" and not self.inside & {"figure", "dl-explore"}
        state = tag == "button" and "ol" in self.inside
        self.number += "article" in self.inside and (still or picture or state)

    def handle_endtag(self, tag):
        """Leave what was entered."""
        self.inside.discard(tag)
