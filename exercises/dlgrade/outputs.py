"""Makes a graded notebook safe to look at: no script reaches a browser."""

import base64
import binascii
import html
import re

from nbconvert.filters import clean_html
from nbgrader.utils import is_grade, is_solution

IMAGES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
}
MARKUP = re.compile(r"<\s*[a-zA-Z!/?]|&#|javascript:|data:|vbscript:", re.IGNORECASE)
# a picture or link of a written answer that would make the browser load something
LOADED = re.compile(r"!\[([^\]]*)\]\s*(\([^)]*\)|\[[^\]]*\])")


def sanitize(book):
    """Change all cells and outputs that a student has had a hand in."""
    for cell in book.cells:
        cell.pop("attachments", None)
        if is_solution(cell) and cell.cell_type == "markdown":
            cell.source = safe_text(cell.source)
        if cell.cell_type == "code":
            cell.outputs = [safe_output(output) for output in cell.outputs]
            cell.outputs = [output for output in cell.outputs if output is not None]
            if is_grade(cell) and not is_solution(cell):
                check_points(cell)
    return book


def safe_text(text):
    """Return Markdown without HTML and without pictures from elsewhere."""
    text = LOADED.sub(r"[picture: \1]", text)
    text = re.sub(r"^\s*\[[^\]]+\]:.*$", "", text, flags=re.MULTILINE)
    if MARKUP.search(text):
        text = re.sub(
            r"(?:javascript|vbscript|data)\s*:", "", text, flags=re.IGNORECASE
        )
        text = text.replace("&#", "&amp;#").replace("<", "&lt;")
    return text


def safe_output(output):
    """Return an output with harmless parts alone, or None when there are none."""
    if output.output_type in ("stream", "error"):
        return output
    kept = {}
    for kind, value in output.get("data", {}).items():
        value = "".join(value) if isinstance(value, list) else value
        if kind in ("text/plain", "text/latex"):
            kept[kind] = html.escape(value, quote=False) if "latex" in kind else value
        elif kind == "text/html":
            kept[kind] = clean_html(value)
        elif kind in IMAGES and is_image(value, IMAGES[kind]):
            kept[kind] = value
    if not kept:
        return None
    output.data, output.metadata = kept, {}
    return output


def is_image(text, beginning):
    """Whether this is the text form of a picture of this kind."""
    try:
        return base64.b64decode(text, validate=False).startswith(beginning)
    except (binascii.Error, ValueError, TypeError):
        return False


def check_points(cell):
    """Turn partial points beyond what a test can give into a failed test.

    nbgrader reads the value of a test's last line as its points, and stops the whole
    run when they are more than there are.
    """
    for output in list(cell.outputs):
        if output.output_type != "execute_result":
            continue
        text = str(output.get("data", {}).get("text/plain", ""))
        try:
            fine = 0 <= float(text) <= float(cell.metadata.nbgrader.points)
        except ValueError:
            fine = False
        if not fine:
            output.output_type, output.data = (
                "display_data",
                {"text/plain": text[:1000]},
            )
            output.pop("execution_count", None)
            output.metadata = {}
            if is_number(text):
                cell.outputs.append(points_error())


def is_number(text):
    """Whether nbgrader would read this text as points."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def points_error():
    """Return the output that fails a test with impossible points."""
    from nbformat.v4 import new_output

    text = "PointsError: the test gave more points than it has, or fewer than none"
    name, value = text.split(": ")
    return new_output("error", ename=name, evalue=value, traceback=[text])
