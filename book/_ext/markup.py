"""Mend what Sphinx writes and what a reader that speaks would stumble over.

The empty corner of a table is a cell, not a heading of nothing, which would be
announced as the name of its column. The entries of the bibliography need no role:
theirs is deprecated, since they stand in a list of their own. A pause is a note.
"""

import re

EMPTY = re.compile(r"<th\b[^>]*>(?:\s|<p>\s*</p>)*</th>")
DEPRECATED = ' role="doc-biblioentry"'
PAUSE = re.compile(r'<div (class="[^"]*\bdl-pause\b)')
NOTE = r'<div role="note" aria-label="A good place to pause" \1'


def mend(app, name, template, context, doctree):
    """Mend a page that is about to be written."""
    if "body" in context:
        body = EMPTY.sub("<td></td>", context["body"]).replace(DEPRECATED, "")
        context["body"] = PAUSE.sub(NOTE, body)


def setup(app):
    """Tell Sphinx of it."""
    app.connect("html-page-context", mend)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
