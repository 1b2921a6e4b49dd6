"""The page on which a reader draws a digit, and a network reads it.

{draw-a-digit}   the page to draw on, with the network's weights and its examples
{drawn}`NAME`   a number of `dlcore.teach.drawn_digits.facts()`, measured for the build
"""

import json

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from dlcore.teach import drawn_digits


class DrawADigit(SphinxDirective):
    """A place to draw; its script makes it."""

    def run(self):
        """Return the element, with a sentence for browsers without script."""
        self.env.metadata[self.env.docname]["draw"] = True
        data = json.dumps(
            {
                "weights": drawn_digits.weights(),
                "examples": drawn_digits.examples().tolist(),
            },
            separators=(",", ":"),
        )
        text = (
            f'<dl-draw><script type="application/json">{data}</script>'
            "<p>To draw a digit you need JavaScript: the network is calculated in your "
            "browser.</p></dl-draw>"
        )
        return [nodes.raw("", text, format="html")]


def fact(name, rawtext, text, lineno, inliner, options=None, content=None):
    """Return the number of this name, as text."""
    facts = drawn_digits.facts()
    if text not in facts:
        problem = inliner.reporter.error(f"no fact: {text}", line=lineno)
        return [inliner.problematic(rawtext, rawtext, problem)], [problem]
    return [nodes.Text(str(facts[text]))], []


def add_files(app, page, template, context, doctree):
    """Load the files of the page to draw on, where it is."""
    if "draw" in app.env.metadata.get(page, {}):
        app.add_css_file("draw.css")
        app.add_js_file("draw.js")


def setup(app):
    """Register the directive and the role."""
    app.add_directive("draw-a-digit", DrawADigit)
    app.add_role("drawn", fact)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
