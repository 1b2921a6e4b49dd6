"""Of the theme's two thousand icons a page loads the dozen that the book shows.

The theme brings all of Font Awesome as one script of half a megabyte, more than half of
what a page weighs. After the build its list of icons is cut to those that are named in
a page or in a script.
"""

import re
from pathlib import Path

SCRIPT = "_static/scripts/fontawesome.js"
NAMED = re.compile(r"\bfa-([a-z][a-z0-9-]*)")
# name:[width, height, [other names], "code", "path" or ["path", "path"]]
ICON = re.compile(
    r'"?([\w-]+)"?:\[\d+,\d+,\[[^\]]*\],"[0-9a-f]+",(?:"[^"]*"|\[[^\]]*\])\],?'
)


def cut(script, names):
    """Return the script without the icons that have none of the names."""
    return ICON.sub(lambda icon: icon[0] if icon[1] in names else "", script)


def named(folder):
    """Return the names of all icons that a built page or a script asks for."""
    script = folder / SCRIPT
    sources = {*folder.rglob("*.html"), *script.parent.glob("*.js")} - {script}
    texts = (path.read_text(encoding="utf-8") for path in sources)
    return {name for text in texts for name in NAMED.findall(text)}


def cut_icons(app, exception):
    """Cut the script of the built book."""
    folder = Path(app.outdir)
    script = folder / SCRIPT
    if exception is None and script.exists():
        text = script.read_text(encoding="utf-8")
        script.write_text(cut(text, named(folder)), encoding="utf-8")


def setup(app):
    """Tell Sphinx of it."""
    app.connect("build-finished", cut_icons)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
