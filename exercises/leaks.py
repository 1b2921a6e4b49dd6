"""Find solutions and hidden tests where students could read them.

    python exercises/leaks.py FILE_OR_FOLDER ...

Exit code 1 when something is found. In the folder `feedback` of a course a line counts
only where the student has not written it: some answer just like the model solution.

A fingerprint is a line of a solution, a hidden test or a rubric, without blanks and
quotes, that stands nowhere in the part of the source that students get. It is looked
for in releases, notebooks, feedback, pages and scripts, however they escape or color
it, and in all of these inside zip archives. A search index holds words alone, so there
it is the names defined in secret parts that are looked for.
"""

import ast
import html
import io
import json
import re
import sys
import textwrap
import zipfile
from pathlib import Path

import build

SECRET = re.compile(
    r"BEGIN (SOLUTION|HIDDEN TESTS)(.*?)END (?:SOLUTION|HIDDEN TESTS)", re.DOTALL
)
SHORTEST = 24  # letters; shorter lines, such as `return total`, are common words
SUFFIXES = {".ipynb", ".html", ".js", ".md", ".txt", ".json", ".py", ".csv", ".svg"}
DEEPEST = 3  # archives inside archives


def fingerprints(source=build.SOURCE):
    """Return the fingerprints of all assignments, each with the line it stands for."""
    found = {}
    for path in sorted(source.glob("*.md")):
        text = path.read_text("utf-8")
        shown = bare(SECRET.sub("", text))
        for _, secret in SECRET.findall(text):
            for line in secret.splitlines():
                mark = bare(line)
                if len(mark) >= SHORTEST and mark not in shown:
                    found[mark] = line.strip()
    return found


def bare(text):
    """Return text without what markup, escaping and line breaks change."""
    return re.sub(r"[\s\"'`\\]+", "", text)


def secret_names(source=build.SOURCE):
    """Return the names that only secret code uses, in small letters."""
    chapters = sorted((build.SOURCE.parents[1] / "book" / "chapters").glob("*.md"))
    names, shown = set(), "".join(path.read_text("utf-8") for path in chapters)
    for path in sorted(source.glob("*.md")):
        text = path.read_text("utf-8")
        shown += SECRET.sub("", text)
        for kind, secret in SECRET.findall(text):
            if kind == "HIDDEN TESTS":
                names |= defined(secret.rpartition("\n")[0])
    words = set(re.findall(r"\w+", shown.lower()))
    return {name for name in names if "_" in name and name not in words}


def defined(code):
    """Return the names of functions and variables that a piece of code binds."""
    try:
        nodes = list(ast.walk(ast.parse(textwrap.dedent(code))))
    except SyntaxError:
        return set()
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    stored = [n for n in nodes if isinstance(n, ast.Name)]
    variables = {n.id for n in stored if isinstance(n.ctx, ast.Store)}
    return {name.lower() for name in functions | variables}


def readable(path, data=None):
    """Return the text that a reader of the file can see, bare of blanks."""
    text = (path.read_bytes() if data is None else data).decode("utf-8", "replace")
    if path.suffix == ".ipynb":
        cells = json.loads(text).get("cells", [])
        text = "\n".join("".join(cell["source"]) for cell in cells) + text
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", "", text)) + text
    return bare(re.sub(r"\\n", "", text))


def files(place, data=None, depth=0):
    """Yield (path, bytes) of each file under a place, also of those in archives."""
    if data is None and place.is_dir():
        for path in sorted(place.iterdir()):
            yield from files(path)
        return
    if place.suffix == ".zip" and depth < DEEPEST:
        with zipfile.ZipFile(io.BytesIO(data or place.read_bytes())) as archive:
            for name in archive.namelist():
                if not name.endswith("/"):
                    yield from files(place / name, archive.read(name), depth + 1)
    elif data is not None or place.is_file():
        yield place, data


def find_leaks(places, source=build.SOURCE):
    """Return (file, line) for each secret line in the files under these places."""
    marks, names, leaks = fingerprints(source), secret_names(source), []
    inner = {mark: set(re.findall(r"(?<=\W)\w+(?=\W)", mark)) for mark in marks}
    for place in map(Path, places):
        for path, data in files(place):
            if path.suffix not in SUFFIXES:
                continue
            text = readable(path, data)
            words = set(re.findall(r"\w+", text))  # few texts have those of a mark
            likely = [mark for mark in marks if inner[mark] <= words]
            leaks += [(path, marks[mark]) for mark in likely if mark in text]
            if path.name == "searchindex.js":
                words = set(re.findall(r"\w+", text.lower()))
                leaks += [(path, name) for name in sorted(names & words)]
    return leaks


def find_in_feedback(feedback, source=build.SOURCE):
    """Return (page, line) for secret lines that no student has written."""
    feedback, found = Path(feedback), []
    for folder in sorted(path for path in feedback.iterdir() if path.is_dir()):
        handed_in = feedback.parent / "submitted" / folder.name
        own = "".join(readable(path) for path in sorted(handed_in.rglob("*.ipynb")))
        leaks = find_leaks([folder], source)
        found += [(path, line) for path, line in leaks if bare(line) not in own]
    return found


def main(places):
    """Print what leaks from these places; return the exit code."""
    found = []
    for place in map(Path, places):
        in_course = place.name == "feedback" and (place.parent / "submitted").is_dir()
        found += find_in_feedback(place) if in_course else find_leaks([place])
    for path, line in found:
        print(f"{path}: {line}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
