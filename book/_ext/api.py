"""Sphinx directive {api}: docstrings of the library, with the pages that teach them.

The way back, too: in the box "At a glance" of a chapter's page, each name of the
library links to its docstring.
"""

import importlib
import inspect
import re
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from tools.notebooks import front_matter


class Api(SphinxDirective):
    """The docstrings of names in a module: `.. api:: dlcore.layers`, then the names.

    With the option `members`, the methods of classes are listed as well, and the
    docstring of the module itself is left to the other place.
    """

    required_arguments = 1
    option_spec = {"members": lambda argument: True}  # noqa: RUF012
    has_content = True

    def run(self):
        """Return what autodoc makes of the names, each with its pages."""
        taught, lines = pages_by_name(Path(self.env.srcdir)), []
        if "members" not in self.options:
            lines += [f".. automodule:: {self.arguments[0]}", ""]
        for name in " ".join(self.content).split():
            full = f"{self.arguments[0]}.{name}"
            kind = kind_of(full)
            lines += [f".. auto{kind}:: {full}"]
            if kind == "module" or (kind == "class" and "members" in self.options):
                lines += ["   :members:"]
            lines += ["", *taught_on(taught.get(full.partition(".")[2])), ""]
        box = nodes.container(classes=["dl-api"])
        source = self.state.document.current_source
        self.state.nested_parse(StringList(lines, source), 0, box)
        return [box]


def kind_of(name):
    """Return "module", "class" or "function" for what a dotted name stands for."""
    try:
        importlib.import_module(name)
    except ImportError:
        module, _, last = name.rpartition(".")
        found = getattr(importlib.import_module(module), last)
        return "class" if inspect.isclass(found) else "function"
    return "module"


def taught_on(pages):
    """Return the lines that link to the pages which teach a name, if there are any."""
    if not pages:
        return []
    links = ", ".join(f":doc:`/notebooks/{page}`" for page in pages)
    return [f"   *In the book:* {links}"]


def pages_by_name(root):
    """Return for each name of the library the pages that say they use it."""
    pages = {}
    for path in sorted((root / "book" / "chapters").glob("*.md")):
        facts = front_matter(path.read_text(encoding="utf-8"))
        for name in facts.get("names") or []:
            pages.setdefault(name, []).append(path.stem)
    return pages


def as_plain_text(app, what, name, object_, options, lines):
    """Keep Sphinx from reading the arithmetic of docstrings as its own marks."""
    example = False
    for number, line in enumerate(lines):
        example = line.lstrip().startswith(">>>") or (example and line.strip() != "")
        if not example:
            line = re.sub(r"([*|\\])", r"\\\1", line)
            lines[number] = re.sub(r"(?<=\w)_(?!\w)", r"\\_", line)
    if lines and what in ("attribute", "data", "property"):
        lines[0] = lines[0].replace(": ", " – ")  # else what is before it is a type


def link_names(app, doctree):
    """Make the names in the box "At a glance" references to their docstrings."""
    for box in doctree.findall(nodes.admonition):
        if "dl-glance" not in box["classes"]:
            continue
        for literal in list(box.findall(nodes.literal)):
            name = literal.astext()
            if name != "dlcore":
                reference = addnodes.pending_xref(
                    "", literal.deepcopy(), refdomain="py", reftype="obj",
                    reftarget=f"dlcore.{name}", refdoc=app.env.docname,
                )  # fmt: skip
                literal.replace_self(reference)


def setup(app):
    """Register the directive, and autodoc with its reader of docstrings."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", as_plain_text, priority=100)
    app.setup_extension("sphinx.ext.napoleon")
    app.add_directive("api", Api)
    app.connect("doctree-read", link_names)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
