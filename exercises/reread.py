"""Feedback that names the section of the book to read again.

`reread.yml` maps grade ids to labels of the book. The title of a place is read from
the chapter sources, so that it is right after a section has been given a new name.
"""

import re
from functools import cache
from pathlib import Path

import yaml
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade

HERE = Path(__file__).resolve().parent
CHAPTERS = HERE.parent / "book" / "chapters"
LINE = re.compile(r"^\((?P<label>[\w-]+)\)=$|^(?P<level>#+) (?P<title>.+)$", re.M)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@cache
def places(chapters=CHAPTERS):
    """Return for each label of the book the titles of its page and of its section."""
    found = {}
    for path in sorted(Path(chapters).glob("*.md")):
        page, section, waiting = "", "", []
        text = CODE.sub("", path.read_text("utf-8"))
        for line in LINE.finditer(text):
            if line["label"]:
                waiting.append((line["label"], line.end()))
                continue
            if len(line["level"]) == 1:
                page = line["title"]
            # a label right above a heading names that section, others the one before
            above = [n for n, end in waiting if not text[end : line.start()].strip()]
            found |= {n: (page, section) for n, _ in waiting if n not in above}
            section = "" if len(line["level"]) == 1 else line["title"]
            found |= {name: (page, section) for name in above}
            waiting = []
        found |= {name: (page, section) for name, _ in waiting}
    return found


@cache
def labels(path=HERE / "reread.yml"):
    """Return the map of grade ids, by assignment."""
    return yaml.safe_load(Path(path).read_text("utf-8"))


def advice(assignment, grade_id):
    """Return what to read again, in one line, or an empty text."""
    known = labels().get(assignment, {})
    fitting = [
        start
        for start in known
        if grade_id == start or grade_id.startswith(f"{start}-")
    ]
    if not fitting or not CHAPTERS.is_dir():  # a course apart from the book
        return ""
    page, section = places()[known[max(fitting, key=len)]]
    return f"Read again: {page}" + (f", “{section}”" if section else "")


class NameSection(NbGraderPreprocessor):
    """Add to each question that lost marks what to read again; runs after GetGrades."""

    def preprocess(self, nb, resources):
        """Note the assignment, then look at every cell."""
        self.assignment = resources.get("nbgrader", {}).get("assignment", "")
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        """Add the advice to one graded cell that has not got all its points."""
        if not is_grade(cell):
            return cell, resources
        told = cell.metadata.nbgrader
        score, points = told.get("score"), told.get("points")
        lost = score is not None and points is not None and score < points
        text = advice(self.assignment, told.get("grade_id", "")) if lost else ""
        if text and cell.cell_type == "markdown":
            cell.source += f"\n\n*{text}*"
        elif text:
            errors = [o for o in cell.outputs if o.output_type == "error"]
            for error in errors[-1:]:
                error.traceback = [*error.traceback, text]
        return cell, resources
