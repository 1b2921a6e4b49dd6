"""Make the notebooks from the chapter sources: `make notebooks`.

    python tools/notebooks.py                  all chapters that changed
    python tools/notebooks.py 02-1 --force     those whose name starts with 02-1, anyway
    python tools/notebooks.py --check          compare only; exit 1 if out of step

`book/chapters/NAME.md` (MyST with code cells) is executed in record mode and
written, with its outputs, to `notebooks/NAME.ipynb`. Numbers that the prose quotes as
{glue:text}`name:.1f` are filled in from what the cells stored with `teach.glue`.
"""

import argparse
import ast
import copy
import hashlib
import json
import os
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import jupytext
import nbformat
import yaml
from nbclient import NotebookClient

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import minutes, pauses

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = ROOT / "book" / "chapters"
NOTEBOOKS = ROOT / "notebooks"
STAMPS = ROOT / "_build" / "notebooks.json"
LANES = os.cpu_count() or 1  # notebooks made at the same time
PAPERMILL = "application/papermill.record/"
GLUE = re.compile(r"\{glue:(?:text)?\}`([^`:]+)(?::([^`]*))?`")
# what the book does not show at once; JupyterLab folds the source of such cells
FOLDED = {"remove-input", "hide-input", "remove-cell"}
SHOWN = 3  # differences listed for one notebook
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class ChapterError(Exception):
    """Something in a chapter source that its author has to change."""


def front_matter(text):
    """Return the `dlcore:` block of a chapter source as a dict (empty if none)."""
    match = re.match(r"---\n(.*?)\n---\n", text, flags=re.S)
    header = yaml.safe_load(match[1]) if match else {}
    return (header or {}).get("dlcore") or {}


def chapter_paths(names=()):
    """Return the chapter sources whose names start with one of `names`, or all."""
    paths = sorted(CHAPTERS.glob("*.md"))
    if not names:
        return paths
    chosen = [path for path in paths if path.stem.startswith(tuple(names))]
    if not chosen:
        raise ChapterError(f"No chapter in {CHAPTERS} is called {', '.join(names)}.")
    return chosen


# -- from source to an unexecuted notebook -------------------------------------------


def notebook_from(text):
    """Return the unexecuted notebook of a chapter source (MyST text)."""
    source = jupytext.reads(text, fmt="md:myst")
    cells, seen = [], {}
    for cell in source.cells:
        identity = cell_id(cell, seen)
        tags = cell.metadata.get("tags", [])
        metadata = {"tags": list(tags)} if tags else {}
        if cell.cell_type == "code":
            if FOLDED.intersection(tags):
                metadata["jupyter"] = {"source_hidden": True}
            new = nbformat.v4.new_code_cell(cell.source, metadata=metadata)
        else:
            new = nbformat.v4.new_markdown_cell(cell.source, metadata=metadata)
        new.id = identity
        cells.append(new)
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(KERNEL))
    facts = front_matter(text)
    pauses.fill(notebook, text, str(facts.get("page")))
    add_glance(notebook, facts, minutes.to_read(text))
    return notebook


def cell_id(cell, seen):
    """Return an id made from the cell's own text: it stays when cells move."""
    text = f"{cell.cell_type}\n{cell.source}"
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    seen[digest] = seen.get(digest, 0) + 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def add_glance(notebook, facts, reading):
    """Put the box "At a glance" under the title, from the chapter's front matter."""
    box = glance(facts, reading)
    if not box:
        return
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        title = re.search(r"^# .+$", cell.source, flags=re.M)
        if title:
            end = title.end()
            cell.source = f"{cell.source[:end]}\n\n{box}{cell.source[end:]}"
            return


def glance(facts, reading):
    """Return the box "At a glance" as MyST text.

    Arguments: `facts`, the front matter; `reading`, the minutes to read.
    """
    names = ", ".join(f"`{name}`" for name in facts.get("names") or [])
    rows = [
        ("Time", times(reading, (facts.get("minutes") or {}).get("run"))),
        ("You need", listed(facts.get("prerequisites"))),
        ("Data", listed(facts.get("data"))),
        ("Seed", listed(facts.get("seed"))),
        ("From `dlcore`", names),
    ]
    lines = [f"- **{label}:** {text}" for label, text in rows if text]
    if not lines:
        return ""
    head = ":::{admonition} At a glance\n:class: dl-glance"
    return "\n".join([head, *lines, ":::"])


def times(reading, running):
    """Return minutes to read and to run (or None) as words."""
    text = f"about {reading} minutes to read"
    if running:
        text += f", about {running} minute{'s' * (running != 1)} to run"
    return text


def listed(value):
    """Return a front-matter value, single or list, as one line of text."""
    if value is None or value == []:
        return ""
    items = value if isinstance(value, list) else [value]
    return "; ".join(str(item) for item in items)


# -- glue ------------------------------------------------------------------------------


def glued(notebook):
    """Return the numbers and texts that the cells stored with `teach.glue`, by name."""
    values = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            name = output.get("metadata", {}).get("scrapbook", {}).get("name")
            text = output.get("data", {}).get(f"{PAPERMILL}text/plain")
            if name and text is not None:
                values[name] = literal("".join(text))
    return values


def literal(text):
    """Return the Python value that was stored as text, or else the text."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text


def resolve_glue(notebook, values):
    """Replace every {glue:text}`name:format` in the notebook's prose by its number."""
    missing = []

    def fill(match):
        name, form = match[1].strip(), match[2] or ""
        if name not in values:
            missing.append(name)
            return match[0]
        return format(values[name], form) if form else str(values[name])

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = GLUE.sub(fill, cell.source)
    if missing:
        raise ChapterError(
            f"The prose quotes {', '.join(sorted(set(missing)))}, but no cell stores "
            f"it. Add teach.glue({missing[0]}=...) to the cell that computes it."
        )


# -- executing -------------------------------------------------------------------------


def execute(notebook):
    """Run all cells in record mode, in the folder of the notebooks."""
    os.environ["DLCORE_RECORD"] = "1"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    NOTEBOOKS.mkdir(exist_ok=True)
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        extra_arguments=["--log-level=40"],
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    client.execute()
    tidy(notebook)


def tidy(notebook):
    """Drop what differs from run to run; number the executed cells 1, 2, 3, ..."""
    notebook.metadata.clear()
    notebook.metadata.update(copy.deepcopy(KERNEL))
    count = 0
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.metadata.pop("execution", None)
        count += bool(cell.source.strip())
        cell.execution_count = count if cell.source.strip() else None
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count


def write(notebook, path):
    """Write beside and rename, so that a reader never sees half a notebook."""
    nbformat.validate(notebook)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")
    beside.replace(path)


def make(path):
    """Execute one chapter source and write its notebook; return the notebook."""
    notebook = notebook_from(path.read_text(encoding="utf-8"))
    execute(notebook)
    resolve_glue(notebook, glued(notebook))
    write(notebook, NOTEBOOKS / f"{path.stem}.ipynb")
    return notebook


# -- what changed, and what is out of step ---------------------------------------------


def fingerprint(path):
    """Return a hash of the chapter source and of all that its outputs follow from."""
    digest = hashlib.sha256(path.read_bytes())
    for part in [Path(__file__), ROOT / "requirements.txt", *sorted_package()]:
        digest.update(str(part.relative_to(ROOT)).encode() + part.read_bytes())
    return digest.hexdigest()


def sorted_package():
    """Return the files of dlcore, in a fixed order."""
    files = (ROOT / "dlcore").rglob("*")
    return sorted(f for f in files if f.is_file() and "__pycache__" not in f.parts)


def out_of_step(text, committed):
    """Say in words where a committed notebook differs from its chapter source."""
    expected = notebook_from(text)
    try:
        resolve_glue(expected, glued(committed))
    except ChapterError as error:
        return [str(error)]
    problems = []
    if len(expected.cells) != len(committed.cells):
        problems.append(
            f"{len(expected.cells)} cells in the source, {len(committed.cells)} in the "
            "notebook"
        )
    pairs = enumerate(zip(expected.cells, committed.cells, strict=False), 1)
    different = [
        f"cell {number}: its {part} differs from the source"
        for number, (new, old) in pairs
        for part in ("cell_type", "source", "metadata", "id")
        if new[part] != old[part]
    ]
    if len(different) > SHOWN:
        different[SHOWN:] = [f"and {len(different) - SHOWN} more differences"]
    return problems + different


def check(paths):
    """Print what is out of step; return the number of problems."""
    count = 0
    for path in paths:
        target = NOTEBOOKS / f"{path.stem}.ipynb"
        if not target.exists():
            problems = ["no notebook yet"]
        else:
            committed = nbformat.read(target, as_version=4)
            problems = out_of_step(path.read_text(encoding="utf-8"), committed)
        for problem in problems:
            print(f"{path.stem}: {problem}. Run: make notebooks")
        count += len(problems)
    return count


def main(arguments=None):
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="chapters to make, by start of name")
    parser.add_argument("--force", action="store_true", help="also those unchanged")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args(arguments)
    try:
        paths = chapter_paths(options.names)
    except ChapterError as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        return min(check(paths), 1)
    return min(len(refresh(paths, options.force)), 1)


def refresh(paths, force):
    """Make what is out of date, some at once; return the names of those that failed."""
    stamps = json.loads(STAMPS.read_text()) if STAMPS.exists() else {}
    wanted, failed = [], []
    for path in paths:
        made = (NOTEBOOKS / f"{path.stem}.ipynb").exists()
        if not force and made and stamps.get(path.stem) == fingerprint(path):
            print(f"{path.stem}: unchanged")
        else:
            wanted.append(path)
    with ProcessPoolExecutor(min(LANES, len(wanted)) or 1) as pool:
        for path, mark, said in pool.map(attempt, wanted):
            print(f"{path.stem}: {said}", file=None if mark else sys.stderr, flush=True)
            if not mark:
                failed.append(path.stem)
                continue
            stamps[path.stem] = mark
            STAMPS.parent.mkdir(exist_ok=True)
            STAMPS.write_text(json.dumps(stamps, indent=1, sort_keys=True))
    return failed


def attempt(path):
    """Make one notebook; return path, fingerprint or None, and what to say."""
    mark, start = fingerprint(path), time.perf_counter()
    try:
        notebook = make(path)
    except Exception as error:  # a cell failed, or the source is wrong: say which
        return path, None, re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    size = (NOTEBOOKS / f"{path.stem}.ipynb").stat().st_size / 1000
    cells = sum(cell.cell_type == "code" for cell in notebook.cells)
    took = time.perf_counter() - start
    return path, mark, f"{cells} code cells, {size:.0f} kB, {took:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
