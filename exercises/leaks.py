"""Find solutions and hidden tests where students could read them.

    python exercises/leaks.py FILE_OR_FOLDER ...

A fingerprint is a line of a solution, a hidden test or a rubric, without blanks and
quotes, that stands nowhere in the part of the source that students get. It is looked
for in notebooks, pages and scripts, however they escape or color it.
"""

import html
import json
import re
import sys
from pathlib import Path

import build

SECRET = re.compile(
    r"BEGIN (SOLUTION|HIDDEN TESTS)(.*?)END (?:SOLUTION|HIDDEN TESTS)", re.DOTALL
)
SHORTEST = 24  # letters; shorter lines, such as `return total`, are common words
SUFFIXES = {".ipynb", ".html", ".js", ".md", ".txt", ".json", ".py"}


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


def readable(path):
    """Return the text that a reader of the file can see, bare of blanks."""
    text = path.read_text("utf-8", errors="replace")
    if path.suffix == ".ipynb":
        cells = json.loads(text).get("cells", [])
        text = "\n".join("".join(cell["source"]) for cell in cells) + text
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", "", text)) + text
    return bare(re.sub(r"\\n", "", text))


def find_leaks(places, source=build.SOURCE):
    """Return (file, line) for each secret line in the files under these places."""
    marks = fingerprints(source)
    leaks = []
    for place in map(Path, places):
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix in SUFFIXES:
                text = readable(path)
                leaks += [(path, line) for mark, line in marks.items() if mark in text]
    return leaks


if __name__ == "__main__":
    leaks_found = find_leaks(sys.argv[1:])
    for leak_path, leaked in leaks_found:
        print(f"{leak_path}: {leaked}")
    sys.exit(bool(leaks_found))
