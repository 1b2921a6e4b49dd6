"""Where a page can be run: a line of links under its title, on Colab and on Binder.

Only if the build is told by BOOK_REPOSITORY where the repository is, and only for one
on GitHub, which both services read. Nothing is asked of them before a reader follows a
link. Colab opens the copies that install the library (tools/elsewhere.py) and live in a
branch of their own; Binder opens the notebooks of BOOK_BRANCH.
"""

import html
import os
import re
from urllib.parse import quote

from docutils import nodes

from tools.elsewhere import BRANCH

REPOSITORY = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?$")
PAGE = re.compile(r"notebooks/(\d\d-[\w-]+)")


def places(page, environment=os.environ):
    """Return (name, address) of each service that can run a page."""
    found = REPOSITORY.match(environment.get("BOOK_REPOSITORY", ""))
    notebook = PAGE.fullmatch(page)
    if not found or not notebook:
        return []
    branch = quote(environment.get("BOOK_BRANCH", "main"), safe="")
    opened = quote(f"lab/tree/{page}.ipynb", safe="")
    colab = f"https://colab.research.google.com/github/{found[1]}/blob/{BRANCH}"
    binder = f"https://mybinder.org/v2/gh/{found[1]}/{branch}?urlpath={opened}"
    return [("Colab", f"{colab}/{notebook[1]}.ipynb"), ("Binder", binder)]


def offer(app, doctree, page):
    """Put the line under the title of a page."""
    links = [
        f'<a class="dl-run" href="{html.escape(address)}">Run in {name}</a>'
        for name, address in places(page)
    ]
    title = next(iter(doctree.findall(nodes.title)), None)
    if links and title is not None:
        line = f'<p class="dl-runs">{" ".join(links)}</p>'
        where = title.parent
        where.insert(where.index(title) + 1, nodes.raw("", line, format="html"))


def setup(app):
    """Add the line when the pages are read."""
    app.connect("doctree-resolved", offer)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
