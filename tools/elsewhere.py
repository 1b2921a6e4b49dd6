"""The notebooks as copies that run elsewhere, for instance on Colab: `make copies`.

They differ from those of the book in two ways. A first cell installs the library, of
this version, from the release of the repository; and the text is Markdown that every
notebook program shows: notes become quotations, references become numbers and names.

BOOK_REPOSITORY, the repository's address, and BOOK_BRANCH, the tag that is released,
say where the package will be; BOOK_WHEEL names another place for it, such as a file.
"""

import copy
import os
import re
import zipfile
from pathlib import Path

import nbformat
from pybtex.database import parse_file

import dlcore

ROOT = Path(__file__).resolve().parent.parent
WHEEL = f"dlcore-{dlcore.__version__}-py3-none-any.whl"
BRANCH = "run"  # the branch that the copies are published in, at its top
BLOCK = re.compile(
    r"^(:{3,})\{(admonition|dropdown)\} *(.*)\n((?::[\w-]+:.*\n)*)((?:.*\n)*?)\1$",
    re.MULTILINE,
)
EQUATION = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$ *\(([\w-]+)\)", re.DOTALL)
ROLE = re.compile(r"\{(eq|cite|cite:t|cite:p)\}`([^`]+)`")
ANCHOR = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)
AWAY = re.compile(r"\[([^\]]+)\]\(\.\./[^)]+\)")  # to pages that are no notebooks
FIRST = """\
# Run this cell first: it installs the library of the book, and what draws its figures.
%pip install --quiet "dlcore[teach,keras] @ {wheel}" scikit-learn

import os
import sys

if "google.colab" in sys.modules:
    # figures as plain pages; their styles for each output, as it has its own frame
    os.environ["DLCORE_RECORD"] = "1"
    from dlcore.teach.page import page_assets, publish
    styles = lambda _: publish(page_assets(), "")
    get_ipython().events.register("pre_run_cell", styles)"""


def wheel(environment=os.environ):
    """Return the address of the package; None where no repository is named."""
    if given := environment.get("BOOK_WHEEL"):
        return given
    repository, tag = environment.get("BOOK_REPOSITORY"), environment.get("BOOK_BRANCH")
    return (
        f"{repository}/releases/download/{tag}/{WHEEL}" if repository and tag else None
    )


def pack(target, notebooks=ROOT / "notebooks"):
    """Write all copies into a zip; return its path.

    Raises:
        SystemExit: when nothing says where the package can be had.
    """
    if not (address := wheel()):
        raise SystemExit("Where is the package? Set BOOK_REPOSITORY and BOOK_BRANCH.")
    paths = sorted(notebooks.glob("*.ipynb"))
    books = {path.name: nbformat.read(path, as_version=4) for path in paths}
    known = References(books)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, notebook in books.items():
            made = copied(notebook, name, address, known)
            archive.writestr(name, nbformat.writes(made, indent=1) + "\n")
    return target


def copied(notebook, name, address, known):
    """Return the notebook as a copy that installs what it needs, in plain text."""
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        if cell.cell_type == "markdown":
            cell.source = known.plain(cell.source, name)
    first = nbformat.v4.new_code_cell(FIRST.format(wheel=address), id="install-dlcore")
    made.cells.insert(0, first)
    nbformat.validate(made)
    return made


class References:
    """What the references in the text lead to: equations by page, works by key."""

    def __init__(self, books, works=ROOT / "book" / "references.bib"):
        self.equations = {
            label: (name, number)
            for name, notebook in books.items()
            for number, label in enumerate(labels(notebook), 1)
        }
        self.works = parse_file(works).entries

    def plain(self, text, name):
        """Return text in Markdown alone; `name` is the notebook that it stands in."""
        text = BLOCK.sub(note, text)
        text = EQUATION.sub(
            lambda m: f"$${m[1].rstrip()} \\tag{{{self.equations[m[2]][1]}}}$$", text
        )
        text = ROLE.sub(lambda m: self.reference(m[1], m[2], name), text)
        return AWAY.sub(r"\1", ANCHOR.sub(r'<a id="\1"></a>', text))

    def reference(self, role, keys, name):
        """Return what a reader sees of a reference."""
        if role == "eq":
            where, number = self.equations[keys]
            return f"({number})" if where == name else f"[({number})]({where})"
        told = [self.work(key.strip(), role == "cite:t") for key in keys.split(",")]
        return ", ".join(told) if role == "cite:t" else f"({'; '.join(told)})"

    def work(self, key, within):
        """Return authors and year of a work."""
        entry = self.works[key]
        names = [" ".join(p.last_names) for p in next(iter(entry.persons.values()))]
        who = " and ".join(names) if len(names) < 3 else f"{names[0]} et al."
        year = entry.fields.get("year", "")
        told = f"{who} ({year})" if within else f"{who}, {year}"
        return re.sub(r"[{}]", "", told)


def labels(notebook):
    """Return the labels of the equations of a page, in their order."""
    text = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    return [label for _, label in EQUATION.findall(text)]


def note(match):
    """Return a note as a quotation, a dropdown as one that opens."""
    _, kind, title, _, body = match.groups()
    body = BLOCK.sub(note, body).strip()
    if kind == "dropdown":
        return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"
    lines = [f"**{title}**", "", *body.splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in lines)
