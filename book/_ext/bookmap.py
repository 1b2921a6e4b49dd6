"""Sphinx directive {book-map}: what needs what, and which words each chapter explains.

{book-map} chapters   a drawing: a column of chapters, an arc for each that is needed
{book-map} pages      a table: each page, what it needs, and what needs it
{book-map} words      a table: the terms of the glossary by chapter

Everything follows from `prerequisites:` in the front matter of the chapter sources,
from the table of contents, and from the glossary; nothing is listed here.
"""

import html
import re
from collections import defaultdict
from pathlib import Path

import yaml
from docutils import nodes
from front import pages_by_number
from glossary import load
from instructor import page_of
from sphinx.util.docutils import SphinxDirective

LINK = re.compile(r"\((\d\d-[\w-]+)\.ipynb")
PAGE = re.compile(r"\bpages? (\d+\.\d)")
CHAPTER = re.compile(r"\bchapters? (\d+)\b")
EARLIER = "earlier pages of this chapter"
CAPTION = re.compile(r"(\d+) · ")
ROW, GUTTER, WIDTH = 32, 64, 296  # of the drawing, which is as wide as a phone


def chapter_of(number):
    """Return the chapter of a page: "10.2" -> 10."""
    return int(number.split(".")[0])


def needs(folder):
    """Return page -> the pages that it names as prerequisites, by their numbers."""
    pages = pages_by_number(folder)
    numbers = {facts["file"]: number for number, facts in pages.items()}
    found = {}
    for number, facts in pages.items():
        text = "; ".join(map(str, facts["needs"]))
        named = {numbers[name] for name in LINK.findall(text)} | set(PAGE.findall(text))
        chapters = set(map(int, CHAPTER.findall(text)))
        named |= {other for other in pages if chapter_of(other) in chapters}
        if EARLIER in text:
            mine = [p for p in pages if chapter_of(p) == chapter_of(number)]
            named |= set(mine[: mine.index(number)])
        found[number] = sorted(named, key=position)
    return found


def position(number):
    """Return what pages are sorted by: "10.2" -> [10, 2]."""
    return [int(part) for part in number.split(".")]


def between_chapters(pages):
    """Return chapter -> the other chapters that its pages need."""
    found = defaultdict(set)
    for number, named in pages.items():
        chapter = chapter_of(number)
        found[chapter] |= {chapter_of(other) for other in named} - {chapter}
    return dict(found)


def direct(chapters):
    """Leave out what follows: who needs 3, which needs 2, needs 2 anyway."""

    def all_of(chapter):
        named = chapters[chapter]
        return named.union(*map(all_of, named))

    return {
        chapter: named - set().union(*map(all_of, named))
        for chapter, named in chapters.items()
    }


def names(folder):
    """Return chapter -> its name, from the table of contents."""
    contents = yaml.safe_load((folder / "_toc.yml").read_text(encoding="utf-8"))
    captions = [part["caption"] for part in contents["parts"]]
    found = {int(m[1]): c[m.end() :] for c in captions if (m := CAPTION.match(c))}
    return {0: captions[0], **found}


# -- the drawing -----------------------------------------------------------------------


def drawing(titles, chapters):
    """Return the chapters in a column, with an arc from each to those that need it."""
    height = {c: ROW * (row + 0.5) for row, c in enumerate(sorted(titles))}
    longest = max(
        (abs(c - n) for c, named in chapters.items() for n in named), default=1
    )
    arcs = [
        arc(height[other], height[chapter], (chapter - other) / longest)
        for chapter, named in sorted(chapters.items())
        for other in sorted(named)
    ]
    lines = [
        f'<circle cx="{GUTTER}" cy="{y}" r="4"/><text x="{GUTTER + 11}" y="{y + 4.5}">'
        f"{number} · {html.escape(titles[number])}</text>"
        for number, y in height.items()
    ]
    told = [
        f"Chapter {chapter} needs {listed(named)}."
        for chapter, named in sorted(chapters.items())
        if named
    ]
    size = f"0 0 {WIDTH} {ROW * len(titles)}"
    return (
        f'<figure class="dl-figure dl-map"><svg viewBox="{size}" role="img" '
        f'aria-label="{html.escape(" ".join(told))}">{"".join(arcs + lines)}</svg>'
        "<figcaption>Each arc leads from a chapter down to one that needs it. What "
        "follows from other arcs is left out: follow them upward from a chapter and "
        "you meet everything that it builds on.</figcaption></figure>"
    )


def arc(above, below, share):
    """Return an arc at the left of the column, with the head of an arrow below."""
    wide = 16 + 1.33 * (GUTTER - 24) * share  # a curve goes 3/4 of the way there
    left, end = GUTTER - 6 - wide, below - 3
    return (
        f'<path d="M{GUTTER - 6} {above + 3}C{left:.1f} {above + 3} {left:.1f} {end} '
        f'{GUTTER - 8} {end}"/>'
        f'<path class="dl-head" d="M{GUTTER - 5} {end}l-7 -3.5v7z"/>'
    )


def listed(numbers):
    """Return numbers as words: 2, 5 and 7."""
    words = [str(number) for number in sorted(numbers)]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


# -- the tables ------------------------------------------------------------------------


def table(heads, rows):
    """Return a table of cells that are HTML."""
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
        for first, *cells in rows
    )
    return (
        '<table class="table dl-map-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def page_rows(pages, named, address):
    """Return a row for each page: itself, what it needs, what needs it."""

    def link(number, text=None):
        there = address(f"notebooks/{pages[number]['file']}")
        return f'<a href="{there}">{html.escape(text or number)}</a>'

    needed_by = defaultdict(list)
    for number, others in named.items():
        for other in others:
            needed_by[other].append(number)
    return [
        (
            link(number, f"{number} {facts['title']}"),
            ", ".join(map(link, named[number])) or "–",
            ", ".join(map(link, needed_by[number])) or "–",
        )
        for number, facts in pages.items()
    ]


def word_rows(env, titles, address):
    """Return a row for each chapter: its name, and the terms that it explains."""
    words = defaultdict(list)
    for entry in load(env.srcdir):
        where = page_of(env, entry["taught"])
        if where and (match := re.match(r"notebooks/(\d\d)-", where[0])):
            there = f"{address(where[0])}#{where[1]}"
            term = html.escape(re.sub(r"[\\$]", "", entry["term"]))
            words[int(match[1])].append(f'<a href="{there}">{term}</a>')
    return [
        (f"{number} · {html.escape(title)}", "; ".join(words[number]))
        for number, title in sorted(titles.items())
        if words[number]
    ]


class BookMap(SphinxDirective):
    """One view of the map; filled in when all pages are read."""

    required_arguments = 1

    def run(self):
        """Return a place for it."""
        place = nodes.raw("", "", format="html", classes=["dl-map-place"])
        place["view"] = self.arguments[0]
        return [place]


def fill(app, doctree, page):
    """Put the views where they belong."""
    for place in list(doctree.findall(nodes.raw)):
        if "dl-map-place" in place["classes"]:
            text = view(place["view"], app, page)
            place.parent.replace(place, nodes.raw("", text, format="html"))


def view(kind, app, page):
    """Return one view as HTML."""
    folder = Path(app.srcdir)

    def address(other):
        return app.builder.get_relative_uri(page, other)

    named, titles = needs(folder), names(folder)
    if kind == "chapters":
        return drawing(titles, direct(between_chapters(named)))
    if kind == "pages":
        pages = pages_by_number(folder)
        heads = ("Page", "Needs", "Is needed by")
        return table(heads, page_rows(pages, named, address))
    return table(("Chapter", "Words"), word_rows(app.env, titles, address))


def setup(app):
    """Register the directive."""
    app.add_directive("book-map", BookMap)
    app.connect("doctree-resolved", fill)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
