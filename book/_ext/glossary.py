"""The glossary page, and a link to it from the first use of each term.

Sphinx directive {terms}: the entries of book/glossary.yml, each with a link to the
place that explains it and one to the place that uses it first. The latter is found when
all pages are read: in running text only, page by page in reading order.
"""

import re
from pathlib import Path

import yaml
from docutils import nodes
from docutils.statemachine import StringList
from instructor import page_of
from sphinx.util.docutils import SphinxDirective

PAGE = "book/glossary"
CHAPTERS = re.compile(r"notebooks/\d\d-\d")
NOT_TEXT = (nodes.reference, nodes.literal, nodes.math, nodes.table, nodes.caption)


class Terms(SphinxDirective):
    """All entries, sorted, as one of Sphinx's glossaries: the index has them, too."""

    def run(self):
        """Return the glossary; its links come when all pages are read."""
        entries = load(self.env.srcdir)
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "glossary.yml")))
        lines = ["```{glossary}"]
        for entry in entries:
            lines += [entry["term"], f"  {entry['means']}", ""]
        box = nodes.container()
        source = self.state.document.current_source
        self.state.nested_parse(StringList([*lines, "```"], source), 0, box)
        for entry, item in zip(
            entries, box.findall(nodes.definition_list_item), strict=True
        ):
            [term] = item.findall(nodes.term)
            places = nodes.inline(classes=["dl-term-places"])
            places["term"] = term["ids"][0]
            item.children[-1].children[-1] += places
            entry["id"] = term["ids"][0]
        self.env.dlcore_terms = {entry["id"]: entry for entry in entries}
        return box.children


def load(folder):
    """Return the entries of the glossary, sorted by their term."""
    text = Path(folder, "book", "glossary.yml").read_text(encoding="utf-8")
    return sorted(yaml.safe_load(text), key=lambda entry: entry["term"].lower())


def reading_order(env):
    """Return the pages of the chapters as the table of contents lists them."""
    contents = yaml.safe_load(Path(env.srcdir, "_toc.yml").read_text(encoding="utf-8"))
    parts = contents.get("parts", [contents])
    pages = [page["file"] for part in parts for page in part.get("chapters", [])]
    return [page for page in pages if CHAPTERS.match(page) and page in env.all_docs]


class Forms:
    """Finds the forms of terms in a text; words with capitals must match exactly."""

    def __init__(self, terms):
        self.terms = {}
        for key, entry in terms.items():
            for form in entry.get("find", [entry["term"]]):
                self.terms.setdefault(form, []).append(key)
        longest_first = sorted(self.terms, key=len, reverse=True)
        forms = [
            re.escape(form) if form != form.lower() else f"(?i:{re.escape(form)})"
            for form in longest_first
        ]
        self.pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")

    def first(self, text, wanted):
        """Return the matches that are the first of a wanted term; drop those terms."""
        found = []
        for match in self.pattern.finditer(text) if self.terms else ():
            form = (
                match.group() if match.group() in self.terms else match.group().lower()
            )
            key = next((key for key in self.terms[form] if key in wanted), None)
            if key:
                wanted.discard(key)
                found.append((match, key))
        return found


def running_text(doctree):
    """Yield the texts of paragraphs that are neither links, code nor tables."""
    for paragraph in list(doctree.findall(nodes.paragraph)):
        if any(inside(paragraph, kind) for kind in (nodes.table, nodes.caption)):
            continue
        for text in list(paragraph.findall(nodes.Text)):
            if not any(inside(text, kind) for kind in NOT_TEXT):
                yield text


def inside(node, kind):
    """Return whether a node has an ancestor of a kind, or a link yet to be resolved."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kind) or node.tagname == "pending_xref":
            return True
    return False


def find_first_uses(app, env):
    """Note for every term the page that uses it first."""
    terms = getattr(env, "dlcore_terms", {})
    pages, forms = reading_order(env), Forms(terms)
    order = {page: number for number, page in enumerate(pages)}
    taught = {key: page_of(env, entry["taught"]) for key, entry in terms.items()}
    earliest = {
        key: order.get(place[0], len(pages)) if place and terms[key].get("later") else 0
        for key, place in taught.items()
    }
    missing, env.dlcore_first_uses = set(terms), {}
    for number, page in enumerate(pages):
        wanted = {key for key in missing if earliest[key] <= number}
        for text in running_text(env.get_doctree(page)):
            for _, key in forms.first(text.astext(), wanted):
                env.dlcore_first_uses[key] = page
        missing -= set(env.dlcore_first_uses)
    return []


def link_terms(app, doctree, page):
    """Link the first uses on this page; on the glossary itself, link back."""
    uses, terms = app.env.dlcore_first_uses, getattr(app.env, "dlcore_terms", {})
    if page == PAGE:
        for places in list(doctree.findall(nodes.inline)):
            if "term" in places:
                places += back_links(app, terms, uses, places["term"])
        return
    wanted = {key for key, where in uses.items() if where == page}
    if wanted:
        forms = Forms({key: terms[key] for key in wanted})
        address = app.builder.get_relative_uri(page, PAGE)
        for text in running_text(doctree):
            if found := forms.first(text.astext(), wanted):
                text.parent.replace(text, split(text.astext(), found, terms, address))


def split(text, found, terms, address):
    """Return the nodes of a text in which first uses are links."""
    parts, start = [], 0
    for match, key in found:
        means = re.sub(r"[\\$]", "", terms[key]["means"])
        link = nodes.reference("", match.group(), refuri=f"{address}#{key}")
        link.update_basic_atts({"ids": [f"use-{key}"], "classes": ["dl-term"]})
        link["internal"], link["reftitle"] = True, means
        parts += [nodes.Text(text[start : match.start()]), link]
        start = match.end()
    return [*parts, nodes.Text(text[start:])]


def back_links(app, terms, uses, key):
    """Return the links of an entry: where it is explained, and where first used."""
    explained = page_of(app.env, terms[key]["taught"])
    places = [("explained in ", *explained)] if explained else []
    if key in uses:
        places.append(("first used in ", uses[key], f"use-{key}"))
    parts = []
    for words, page, anchor in places:
        number = app.env.titles[page].astext().split()[0]
        uri = f"{app.builder.get_relative_uri(PAGE, page)}#{anchor}"
        comma = ", " if parts else " ("
        link = nodes.reference("", number, internal=True, refuri=uri)
        parts += [nodes.Text(comma + words), link]
    return [*parts, nodes.Text(")")] if parts else []


def setup(app):
    """Register the directive and the two passes over all pages."""
    app.add_directive("terms", Terms)
    app.connect("env-updated", find_first_uses)
    app.connect("doctree-resolved", link_terms)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}
