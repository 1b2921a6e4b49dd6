"""The line at the end of a page that says when its notebook was last verified.

It comes from `_build/verified.json`, left by a run of the tests (tools/verified.py),
and only if the notebook is still the one that was run. Otherwise there is no line: the
colophon then says alone which versions made the outputs, and no date is claimed.
"""

from datetime import date
from pathlib import Path

from docutils import nodes

from tools import verified


def line(name, path, record):
    """Return what can be said of a notebook; empty if it was not verified as it is."""
    entry = record.get(name)
    if not entry or not path.exists() or entry["digest"] != verified.digest(path):
        return ""
    day = date.fromisoformat(entry["date"])
    return (
        f"Verified on {day.day} {day:%B %Y}: every cell was run again and gave what is "
        f"shown here, with dlcore {entry['dlcore']}, NumPy {entry['numpy']} and Python "
        f"{entry['python']}."
    )


def add(app, doctree, page):
    """Put the line at the end of a page that is a notebook."""
    folder, _, name = page.rpartition("/")
    if folder != "notebooks":
        return
    path = Path(app.srcdir) / f"{page}.ipynb"
    if text := line(name, path, verified.read()):
        doctree += nodes.paragraph(text=text, classes=["dl-verified"])


def setup(app):
    """Add the lines when the pages are written."""
    app.connect("doctree-resolved", add)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
