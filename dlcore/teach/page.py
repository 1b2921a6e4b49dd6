"""What a chapter page needs once: set-up, numbering, glued numbers, colophon."""

import gc
import html
import importlib.metadata
import math
import os
import platform
import time
from pathlib import Path

import numpy as np
from IPython import get_ipython
from IPython.display import display

STATIC = Path(__file__).parent / "static"


class _Page:
    """The page being run: its number, and how many figures it has shown."""

    def __init__(self):
        self.number, self.figures, self.started = None, 0, time.process_time()
        self.given = {}  # numbers by the cell that asked, in the order of asking
        self.run, self.asked = None, 0


_page = _Page()


def recorded():
    """Return True when outputs are made for the book instead of a live reader."""
    return os.environ.get("DLCORE_RECORD") == "1"


def setup(page):
    """Prepare a notebook: drawing style, figure numbers, styles and scripts.

    Call it once, in the first cell.

    Args:
        page: number of the page, as in the table of contents, for example "2.1".

    Example:
        >>> from dlcore import teach
        >>> teach.setup(page="2.1")   # doctest: +SKIP
    """
    from dlcore.teach.figures import use_style

    _page.__init__()
    _page.number = str(page)
    use_style()
    if recorded():  # a page draws hundreds of figures: spare the collector what stays
        gc.freeze()
    publish(page_assets(), "")


def page_assets():
    """Return the styles and scripts of all kits as one piece of HTML."""
    styles = "\n".join(p.read_text("utf-8") for p in sorted(STATIC.glob("*.css")))
    scripts = "\n".join(
        "{\n" + p.read_text("utf-8") + "\n}" for p in sorted(STATIC.glob("*.js"))
    )
    return (
        '<div class="dl-setup" hidden>'
        f"<style>\n{styles}\n</style>"
        f"<script>\n{scripts}\n</script></div>"
    )


def next_number():
    """Return the number of the next figure, for example "2.1.3".

    A cell that is run again in JupyterLab gets the numbers that it had.
    """
    cell, run = _running_cell()
    if run is None or run != _page.run:
        _page.run, _page.asked = run, 0
    given = _page.given.setdefault(cell, []) if cell else []
    if _page.asked >= len(given):
        _page.figures += 1
        given.append(_page.figures)
        figure = given[-1]
    else:
        figure = given[_page.asked]
    _page.asked += 1
    return f"{_page.number}.{figure}" if _page.number else str(figure)


def _running_cell():
    """Return the ids of the running cell and of this run, or two Nones."""
    kernel = getattr(get_ipython(), "kernel", None)
    message = kernel.get_parent("shell") if kernel else {}
    cell = message.get("metadata", {}).get("cellId")
    return (cell, message["header"]["msg_id"]) if cell else (None, None)


def publish(markup, text):
    """Show markup as the cell's output, with a plain-text form beside it."""
    display({"text/html": markup, "text/plain": text}, raw=True)


def glue(**numbers):
    """Store numbers under names, so that the prose can quote them.

    Numbers are rounded to 6 significant digits; strings are kept.

    Args:
        **numbers: name=value; the prose writes {glue:text}`name:.1f`.

    Raises:
        TypeError: a value is neither a number nor a string.
    """
    for name, value in numbers.items():
        plain = _plain(name, value)
        display(
            {"application/papermill.record/text/plain": repr(plain)},
            raw=True,
            metadata={
                "scrapbook": {
                    "name": name,
                    "mime_prefix": "application/papermill.record/",
                }
            },
        )


def _plain(name, value):
    if isinstance(value, str | bool):
        return value
    array = np.asarray(value)
    if array.size != 1 or array.dtype.kind not in "iufb":
        raise TypeError(
            f"glue takes one number or a string for each name.\n"
            f"  came: {name} = {type(value).__name__} of shape {array.shape}\n"
            f"  change: reduce it to one number first, for example float(x.mean())."
        )
    number = array.reshape(()).item()
    if isinstance(number, int):
        return number
    return float(f"{number:.6g}") if math.isfinite(number) else number


def colophon(**facts):
    """Show run time by order of magnitude, versions, and given facts.

    Tag its cell `nbval-ignore-output`: versions and times differ by machine.

    Args:
        **facts: further lines, for example seed=4, data="hotels, 12 rows".
    """
    # of this process: neither reading nor other programs count
    seconds = time.process_time() - _page.started
    rows = [
        ("Run time", _magnitude(seconds)),
        ("Python", platform.python_version()),
        *((name, importlib.metadata.version(name)) for name in ("dlcore", "numpy")),
        ("matplotlib", importlib.metadata.version("matplotlib")),
        *((name.replace("_", " ").capitalize(), str(v)) for name, v in facts.items()),
    ]
    cells = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd></div>"
        for name, value in rows
    )
    text = "\n".join(f"{name}: {value}" for name, value in rows)
    publish(f'<dl class="dl-colophon">{cells}</dl>', text)


def _magnitude(seconds):
    for limit, words in [
        (1, "under a second"),
        (10, "a few seconds"),
        (60, "less than a minute"),
        (600, "a few minutes"),
    ]:
        if seconds < limit:
            return words
    return "more than ten minutes"
