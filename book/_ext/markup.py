"""Mend what Sphinx writes and what a reader that speaks would stumble over.

The empty corner of a table is a cell, not a heading of nothing, which would be
announced as the name of its column. The bibliography and its entries need no roles:
that of an entry is deprecated, and the list's would promise items of a list. A pause is
a note.
A formula in a line holds on to the punctuation around it, which a browser would let
begin the next line, and a number to its percent sign. Where a formula is split, so that
a line may end there, the part that goes on with a minus has the gap behind it that it
has in one piece. A long name in a table may break behind its underscores, where a phone
has no room, and the lines of a check wrap.
"""

import re

EMPTY = re.compile(r"<th\b[^>]*>(?:\s|<p>\s*</p>)*</th>")
NO_ROLE = re.compile(r' role="(?:doc-biblioentry"|list"(?= class="citation-list"))')
PAUSE = re.compile(r'<div (class="[^"]*\bdl-pause\b)')
NOTE = r'<div role="note" aria-label="A good place to pause" \1'
FORMULA = re.compile(
    r"[(\[]?"
    r'<span class="math notranslate nohighlight"[^>]*>[^<]*</span>'
    r"(?:-\w+[.,;:!?)\]]*|[.,;:!?)\]’”]+)(?![^\s<])"
)
# what stands behind a comma or a bracket has a minus of its own
SPLIT = re.compile(
    r"([^\s,;(\[=]\s*\\\)</span>\s+"
    r'<span class="math notranslate nohighlight"[^>]*>\\\()'
    r"([-+]|\\(?:cdot|odot|times)(?![a-zA-Z]))(?!\s*\\[;:,])\s*"
)
# not in code, nor in the attributes and options by which a figure knows its settings
PERCENT = re.compile(
    r"<pre\b.*?</pre>|<option\b.*?</option>|<script\b(?![^>]*dl-captions).*?</script>"
    r"|<[^>]*>|(\d)\s+%(?!\w)",
    re.DOTALL,
)
CHECKED = re.compile(r"^  [✓✗] .*\n", re.MULTILINE)
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
# a group for what may break, none for tags, in whose attributes there are names as well
NAME = re.compile(r'(<span class="pre">[^<]*</span>|\w{16,})|<[^>]*>')
JOINT = re.compile(r"(?<=[_.(,])(?=\w)|(?<=[a-z])(?=[A-Z][a-z])")


def breakable(table):
    """Return a table in whose names, and in words of 16 letters, a line may break."""
    return NAME.sub(
        lambda found: JOINT.sub("<wbr>", found[1]) if found[1] else found[0], table[0]
    )


def together(found):
    """Return a number and its percent sign in one piece, and all else as it is."""
    return f"{found[1]}\u00a0%" if found[1] else found[0]


def mend(app, name, template, context, doctree):
    """Mend a page that is about to be written."""
    if "body" in context:
        body = EMPTY.sub("<td></td>", context["body"])
        body = PERCENT.sub(together, SPLIT.sub(r"\1\2\\: ", body))
        body = CHECKED.sub(r'<span class="dl-line">\g<0></span>', body)
        body = FORMULA.sub(r'<span class="dl-keep">\g<0></span>', body)
        body = TABLE.sub(breakable, body)
        body = PAUSE.sub(NOTE, body)
        context["body"] = NO_ROLE.sub("", body)


def setup(app):
    """Tell Sphinx of it."""
    app.connect("html-page-context", mend)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
