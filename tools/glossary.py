"""Check that every term of the glossary is explained and linked both ways."""

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = ROOT / "book" / "glossary.yml"
PAGE = "book/glossary.html"


def load(path=GLOSSARY):
    """Return the entries of the glossary."""
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def problems(entries, pages):
    """Say which terms the book does not explain, link to, or link back from.

    Args:
        entries: the entries of the glossary.
        pages: the built pages by name, as `tools.pages.read` returns them.
    """
    glossary = pages[PAGE]
    places = {identity for page in pages.values() for identity in page.ids}
    linked = {
        href.partition("#")[2]
        for name, page in pages.items()
        for href, _ in page.links
        if name.startswith("notebooks/") and "book/glossary.html#" in href
    }
    back = {href.partition("#")[2] for href, _ in glossary.links}
    found = [
        f"{entry['term']}: {entry['taught']} is not in the book"
        for entry in entries
        if not {entry["taught"], f"equation-{entry['taught']}"} & places
    ]
    terms = [identity for identity in glossary.ids if identity.startswith("term-")]
    if len(terms) != len(entries):
        found.append(f"{len(entries)} entries, but {len(terms)} terms on the page")
    for term in terms:
        if term not in linked:
            found.append(f"{term}: no page links its first use")
        if f"use-{term}" not in back:
            found.append(f"{term}: no link back to its first use")
    words = [entry["term"] for entry in entries]
    found += [f"{word}: twice" for word in sorted(set(words)) if words.count(word) > 1]
    return found
