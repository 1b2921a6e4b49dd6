"""Feedback that students read: no hidden tests, and a list in words at its head.

By default nbgrader's feedback shows the graded notebook as it ran: with the hidden
tests, and with tracebacks that quote them. Here the tests are cut out and a lost test
shows its message alone. The list at the head, which nbgrader makes of lines called
"Test cell", names the tasks and what each test asks; bars over cells name the tasks.
"""

import itertools
import re

from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

HIDDEN = re.compile(
    r"[^\n]*BEGIN HIDDEN TESTS.*?(?:END HIDDEN TESTS[^\n]*|\Z)", re.DOTALL
)

IN_PLACE = "# (tests that are not shown)"
TASK = re.compile(r"^## (.+?)(?: \(\d+ points?\b.*\))?$", re.MULTILINE)


class HideHiddenTests(NbGraderPreprocessor):
    """Cut hidden tests and what would quote them out of a graded notebook."""

    def preprocess_cell(self, cell, resources, cell_index):
        """Clean one cell of tests; cells that students write stay as they are."""
        if not is_grade(cell) or is_solution(cell):
            return cell, resources
        cell.source = HIDDEN.sub(IN_PLACE, cell.source)
        if cell.cell_type == "code":
            cell.outputs = [
                message_alone(output)
                for output in cell.outputs
                if output.output_type == "error"
            ]
        return cell, resources


def message_alone(error):
    """Return an error output whose traceback is its last line."""
    text = f"{error.ename}: {error.evalue}" if error.evalue else error.ename
    error.traceback = [text]
    return error


class NameTasks(NbGraderPreprocessor):
    """List tasks and tests for the head of the page; runs after GetGrades.

    The bar over each cell of answers or tests names the same task.
    """

    def preprocess(self, nb, resources):
        """Put the list into the resources, and the names of bars into the cells."""
        tasks = []
        for cell in nb.cells:
            told = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "markdown" and not is_solution(cell):
                tasks += [{"title": t, "parts": []} for t in TASK.findall(cell.source)]
            if tasks:
                tasks[-1]["parts"] += parts_of(cell, told)
                cell.metadata["bar"] = bar(tasks[-1]["title"], cell, told)
        for task in tasks:
            for number in ("score", "points"):
                task[number] = sum(part[number] or 0 for part in task["parts"])
        resources["nbgrader"]["tasks"] = [task for task in tasks if task["parts"]]
        return nb, resources


def bar(title, cell, told):
    """Return what stands over a cell: whose it is, and of which task."""
    if is_solution(cell):
        return f"Your answer to {title}"
    return title if told.get("points") else "Tools of the tests"


def parts_of(cell, told):
    """Return the lines of the list for one cell: its marks, and a comment on it."""
    parts, name = [], told.get("grade_id")
    if told.get("points"):
        marks = {"score": told.get("score"), "points": told["points"]}
        parts.append({"asked": asked(cell, told), "place": name, **marks})
    if told.get("comment"):
        place = f"comment-{name}"
        parts.append({"asked": "Comment", "place": place, "score": 0, "points": 0})
    return parts


def asked(cell, told):
    """Return what a test asks: the comment it begins with."""
    if is_solution(cell):
        return "Your answer."
    shown = cell.source.partition(IN_PLACE)[0].split("\n")
    lines = itertools.takewhile(lambda line: line.startswith("# "), shown)
    return " ".join(line.removeprefix("# ") for line in lines) or told["grade_id"]
