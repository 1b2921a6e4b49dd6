r"""Room for formulas until they are typeset.

Their source is lower than they will be, or longer, and a page would jump when they
appear. So each says how much room it needs, near enough. Within a line that is a width,
from the number of signs. On lines of its own it is a height, from its rows: how many
there are, how many have something tall, such as a fraction, and the rows of matrices in
them. The factors are those of least squares over formulas of the book, rounded.
"""

import html
import re

DISPLAY = re.compile(r'(<div class="math [^>]*)>((?:(?!</div>).)*?\\\[.*?\\\])', re.S)
INLINE = re.compile(r'(<span class="math [^>]*)>(\\\(.*?\\\))</span>', re.S)
WITHIN = re.compile(r"\\begin\{(\w*matrix|cases|array)\}.*?\\end\{\1\}", re.S)
TALL = re.compile(
    r"\\(d?frac|binom|sum|prod|int|underbrace)(?![a-zA-Z])|\\(max|min|sup|inf|lim)_"
)
SIGN, AROUND, ROW, MORE, INNER = 0.7, 2, 1.8, 1.55, 1.4  # em


def width(tex):
    """Return about how many em a formula within a line needs when it is typeset."""
    signs = re.sub(r"\\[a-zA-Z]+", "x", html.unescape(tex))
    return SIGN * len(re.sub(r"\\[;:!]|[{}()\\^_,&\s]", "", signs))


def height(tex):
    """Return about how many em a formula needs when it is typeset."""
    inner = sum(block[0].count(r"\\") for block in WITHIN.finditer(tex))
    rows = [row for row in WITHIN.sub("x", tex).split(r"\\") if re.search(r"\w", row)]
    tall = sum(bool(TALL.search(row)) for row in rows)
    return AROUND + ROW * len(rows) + MORE * tall + INNER * inner


def reserve(app, name, template, context, doctree):
    """Write on each formula of a page how much room it needs."""

    def told(match, room):
        return f'{match[1]} style="--dl-room: {room(match[2]):.1f}em">{match[2]}'

    if "body" in context:
        body = DISPLAY.sub(lambda match: told(match, height), context["body"])
        context["body"] = INLINE.sub(lambda m: told(m, width) + "</span>", body)


def setup(app):
    """Tell Sphinx of it."""
    app.connect("html-page-context", reserve)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
