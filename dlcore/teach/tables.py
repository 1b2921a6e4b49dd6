"""Tables of computed numbers, with a caption and proper headers."""

import html

from dlcore.teach import page


def table(header, rows, caption):
    """Show rows of text and numbers as a table.

    Args:
        header: the column headings.
        rows: one sequence of cells for each row; the first cell heads its row.
            Numbers are shown as given, so round or format them first.
        caption: what the table holds, with units.
    """
    rows = [[str(cell) for cell in row] for row in rows]
    heads = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in header)
    body = "".join(_row(row) for row in rows)
    page.publish(
        f'<div class="dl-table" tabindex="0" role="region"'
        f' aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>",
        "\n".join([caption, " | ".join(header), *(" | ".join(row) for row in rows)]),
    )


def _row(cells):
    """Return one row of the table; numbers are aligned to the right."""
    first, *others = cells
    parts = [f'<th scope="row">{html.escape(first)}</th>']
    parts += [f"<td>{html.escape(cell)}</td>" for cell in others]
    return f"<tr>{''.join(parts)}</tr>"
