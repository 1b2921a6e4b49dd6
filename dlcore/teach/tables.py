"""Tables of computed numbers, with a caption and proper headers."""

import html
import re

from dlcore.teach import page
from dlcore.teach._labels import readable

MINUS = re.compile(r"(?<![\w.])-(?=[.\d])")  # before a number, not in 2-3-1 or a-1


def table(header, rows, caption):
    """Show rows of text and numbers as a table.

    Args:
        header: the column headings.
        rows: one sequence of cells for each row; the first cell heads its row.
            Numbers are shown as given, so round or format them first; 5.2e-07 gets
            its power of ten. A column that holds none is set from the left.
        caption: what the table holds, with units.
    """
    header, *rows = [
        [MINUS.sub("−", readable(str(cell))) for cell in row] for row in (header, *rows)
    ]
    columns = zip(header, *rows, strict=True)
    wordy = [not re.search(r"\d", "".join(cells)) for _, *cells in columns]
    heads = _row(header, wordy, first="col", tag='th scope="col"')
    body = "".join(_row(row, wordy, first="row", tag="td") for row in rows)
    page.publish(
        f'<div class="dl-table" tabindex="0" role="region"'
        f' aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead>{heads}</thead><tbody>{body}</tbody></table></div>",
        "\n".join([caption, *(" | ".join(row) for row in (header, *rows))]),
    )


def _row(cells, wordy, first, tag):
    """Return one row; its first cell is a heading, of the column or of the row."""
    tags = [f'th scope="{first}"', *[tag] * (len(cells) - 1)]
    return f"<tr>{''.join(map(_cell, cells, tags, wordy))}</tr>"


def _cell(text, tag, wordy):
    """Return one cell; numbers are aligned to the right, words to the left."""
    words = ' class="dl-words"' * wordy
    return f"<{tag}{words}>{html.escape(text)}</{tag[:2]}>"
