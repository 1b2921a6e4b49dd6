"""What the built pages load, link to, number and weigh, read without a browser."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# (tag, attribute) pairs whose address a browser loads by itself
LOADED = {
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("input", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("form", "action"),
}
LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
LINKS_THAT_LOAD |= {"prefetch", "preconnect", "dns-prefetch", "shortcut icon"}
EXTERNAL = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
JS_LOAD = re.compile(
    r"(?:fetch|import|importScripts|sendBeacon|open)\(\s*[`'\"]((?:https?:)?//[^`'\"]+)"
    r"|\.(?:src|href)\s*=\s*[`'\"]((?:https?:)?//[^`'\"]+)"
)
FIGURE = re.compile(r"\bFigure\s+(\d+(?:\.\d+)+)")
EQUATION = re.compile(r"\((\d+)\)")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
VOID |= {"source", "track", "wbr"}


class Page(HTMLParser):
    """One page: ids, addresses it loads, links with their text, numbers at ids."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.ids, self.loads, self.links, self.css = [], [], [], []
        self.numbers = {}  # id -> number of the first figure caption or equation in it
        self.waiting = []  # ids still without a figure number, in order
        self._link = None
        self._in = []
        self._caption = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        """Note ids and addresses; follow links and captions."""
        facts = {name: value or "" for name, value in attributes}
        if "id" in facts:
            self.ids.append(facts["id"])
            self.waiting.append(facts["id"])
        self.loads += [
            address.split()[0]
            for name, value in facts.items()
            if (tag, name) in LOADED and value.strip()
            for address in (value.split(",") if name == "srcset" else [value])
        ]
        if tag == "link" and facts.get("rel", "").lower() in LINKS_THAT_LOAD:
            self.loads.append(facts.get("href", ""))
        if "style" in facts:
            self.css.append(facts["style"])
        if tag == "a" and "href" in facts:
            self._link = [facts["href"], ""]
        if tag == "figcaption" or "eqno" in facts.get("class", "").split():
            self._caption = [tag, ""]
        if tag not in VOID:
            self._in.append(tag)

    def handle_endtag(self, tag):
        """Close links and captions."""
        if tag in self._in:
            while self._in.pop() != tag:
                pass
        if tag == "a" and self._link:
            self.links.append(tuple(self._link))
            self._link = None
        if self._caption and tag == self._caption[0]:
            self._note_number(*self._caption)
            self._caption = None

    def handle_data(self, text):
        """Collect the text of links, captions and style sheets."""
        if self._link:
            self._link[1] += text
        if self._caption:
            self._caption[1] += text
        if self._in and self._in[-1] == "style":
            self.css.append(text)

    def _note_number(self, tag, text):
        """Give the number of this caption to every id that led to it."""
        found = (FIGURE if tag == "figcaption" else EQUATION).search(text)
        if found:
            for identity in self.waiting:
                self.numbers.setdefault(identity, found[1])
            self.waiting = []


def read(folder):
    """Return the pages of a built book by their path inside the folder."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(Path(folder).rglob("*.html"))
        if "_static" not in path.parts
    }


def external_loads(folder, pages):
    """Say which pages, styles and scripts load anything from another host."""
    found = []
    for name, page in pages.items():
        addresses = page.loads + [a for css in page.css for a in css_addresses(css)]
        found += [f"{name} loads {a}" for a in addresses if EXTERNAL.match(a)]
    for path in sorted(Path(folder).rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        for address in css_addresses(text):
            if EXTERNAL.match(address):
                found.append(f"{path.relative_to(folder)} loads {address}")
    for path in sorted(Path(folder).rglob("*.js")):
        text = path.read_text(encoding="utf-8")
        for groups in JS_LOAD.findall(text):
            found.append(f"{path.relative_to(folder)} loads {''.join(groups)}")
    return found


def css_addresses(css):
    """Return the addresses that a style sheet loads."""
    return ["".join(groups).strip() for groups in CSS_ADDRESS.findall(css)]


def broken_links(folder, pages):
    """Say which internal links lead to no file or no place in it."""
    found = []
    for name, page in pages.items():
        for address, text in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or EXTERNAL.match(address):
                continue
            target = resolve(name, parts.path)
            if not (Path(folder) / target).exists():
                found.append(f"{name}: '{text.strip()}' leads to {target}, not there")
            elif parts.fragment and target in pages:
                place = unquote(parts.fragment).partition("?")[0]
                if place not in pages[target].ids:
                    found.append(
                        f"{name}: '{text.strip()}' leads to #{place}, no such id"
                    )
    return found


def resolve(page, path):
    """Return the path inside the book that a link on a page leads to."""
    if not path:
        return page
    parts = [] if path.startswith("/") else page.split("/")[:-1]
    for part in unquote(path).split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def wrong_numbers(pages):
    """Say which links name a figure or an equation by another number than it has."""
    found = []
    for name, page in pages.items():
        for address, text in page.links:
            parts = urlsplit(address)
            said = FIGURE.search(text) or re.search(r"equation \((\d+)\)", text)
            if not said or parts.scheme or not parts.fragment:
                continue
            target = pages.get(resolve(name, parts.path))
            number = target and target.numbers.get(unquote(parts.fragment))
            if number != said[1]:
                found.append(f"{name}: '{text.strip()}' leads to number {number}")
    return found


def heavy_pages(folder, pages, limit=1_500_000):
    """Say which pages weigh more than `limit` bytes when gzipped."""
    found = []
    for name in pages:
        size = len(gzip.compress((Path(folder) / name).read_bytes(), 6))
        if size > limit:
            found.append(f"{name} weighs {size / 1e6:.2f} MB gzipped")
    return found


def repeated_ids(pages):
    """Say which pages use an id twice."""
    return [
        f"{name}: id {identity} is used {page.ids.count(identity)} times"
        for name, page in pages.items()
        for identity in sorted({i for i in page.ids if page.ids.count(i) > 1})
    ]
