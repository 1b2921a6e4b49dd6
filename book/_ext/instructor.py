"""Sphinx directive {objective-map}: the table of book/objectives.yml, with links."""

from pathlib import Path

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

HEADINGS = ("Item", "What it is", "Explained", "Checked", "Graded")
WIDTHS = (10, 40, 20, 15, 15)


class ObjectiveMap(SphinxDirective):
    """One table a chapter: item, title, where explained, checked and graded."""

    required_arguments = 1

    def run(self):
        """Return the table of the chapter given as argument."""
        source = Path(self.env.srcdir, "book", "objectives.yml")
        self.env.note_dependency(str(source))
        items = yaml.safe_load(source.read_text(encoding="utf-8"))["items"]
        chapter = f"C{self.arguments[0]}."
        rows = [(k, v) for k, v in items.items() if k.startswith(chapter)]
        return [self.table(rows)]

    def table(self, rows):
        """Return a docutils table; rows are (item id, its entry)."""
        group = nodes.tgroup(cols=len(HEADINGS))
        group += [nodes.colspec(colwidth=width) for width in WIDTHS]
        head, body = nodes.thead(), nodes.tbody()
        head += self.row([nodes.Text(heading) for heading in HEADINGS])
        body += [self.row(self.cells(key, entry)) for key, entry in rows]
        group += [head, body]
        table = nodes.table(classes=["dl-objectives"])
        table += group
        return table

    def cells(self, key, entry):
        """Return the five cells of one item."""
        graded = entry.get("graded") or "none"
        return [
            nodes.Text(key),
            nodes.Text(entry["title"]),
            self.link(entry.get("label")),
            self.link(entry.get("check")),
            nodes.Text("–") if graded == "none" else nodes.literal(text=graded),
        ]

    def link(self, label):
        """Return a link to a label, with the title of the section it stands in."""
        if not label:
            return nodes.Text("–")
        return addnodes.pending_xref(
            "",
            nodes.inline(text=label),
            refdomain="std",
            reftype="dl-place",
            reftarget=label,
            refdoc=self.env.docname,
        )

    def row(self, contents):
        """Return one table row."""
        row = nodes.row()
        for content in contents:
            paragraph = nodes.paragraph()
            paragraph += content
            row += nodes.entry("", paragraph)
        return row


def page_of(env, label):
    """Return (page, anchor) of a label or an equation, or None."""
    equations = env.get_domain("math").equations
    if label in equations:
        return equations[label][0], f"equation-{label}"
    return env.get_domain("std").anonlabels.get(label)


def resolve_place(app, env, node, contnode):
    """Resolve a link of the map: any label or equation, named by its page."""
    if node.get("reftype") != "dl-place":
        return None
    label = node["reftarget"]
    place = page_of(env, label)
    if place is None:
        return None
    page, anchor = place
    title = env.titles[page].astext()
    uri = app.builder.get_relative_uri(node["refdoc"], page)
    text = nodes.inline(text=f"{title.split()[0]} {label}")
    return nodes.reference("", "", text, internal=True, refuri=f"{uri}#{anchor}")


def setup(app):
    """Register the directive and the links of its table."""
    app.add_directive("objective-map", ObjectiveMap)
    app.connect("missing-reference", resolve_place)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
