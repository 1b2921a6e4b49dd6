"""An assignment that is graded in two seconds, for the tests of dlgrade."""

import shutil
from pathlib import Path

import build
import grade_demo
import nbformat
from dlgrade import autograde, record
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

TESTS = """assert double(2) == 4, "Two times two is four."
### BEGIN HIDDEN TESTS
import os
assert os.environ["GRADING_SEED"] and double(SECRET) == 2 * SECRET, "Fixed numbers."
### END HIDDEN TESTS"""


def cell(kind, part, source, points=None, **flags):
    """Return a cell with what nbgrader wants to know about it."""
    told = {"grade": points is not None, "solution": False, "locked": False}
    told |= {"task": False, "schema_version": 3, "cell_type": kind, "grade_id": part}
    told |= flags | ({} if points is None else {"points": points})
    make = new_code_cell if kind == "code" else new_markdown_cell
    return make(source, metadata={"nbgrader": told}, id=part)


def tiny():
    """Return the source of an assignment that is graded in two seconds."""
    answer = (
        "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    )
    words = "### BEGIN SOLUTION\nBecause.\n### END SOLUTION"
    return new_notebook(
        cells=[
            cell("code", "tools", "SECRET = 21", locked=True),
            cell("code", "double", answer, solution=True),
            cell("code", "value", TESTS, 2, locked=True),
            cell("code", "other", "assert double([1]) == [1, 1]", 1, locked=True),
            cell("markdown", "why", words, 3, solution=True),
        ],
        metadata={"kernelspec": build.KERNEL},
    )


RIGHT = "def double(x):\n    return x + x"


def submission(answers):
    """Return a submitted notebook with these answers."""
    cells = [cell("code", part, source) for part, source in answers.items()]
    return new_notebook(cells=cells)


CONFIGURATION = """import sys; sys.path.insert(0, {exercises!r})
import dlgrade.config
c = get_config()
dlgrade.config.apply(c)
c.CourseDirectory.root = {root!r}
c.TwoKernels.cell_seconds = 10
"""


class Course:
    """A course with the tiny assignment, its gradebook made by nbgrader."""

    def __init__(self, root):
        grade_demo.find_tools()
        self.root = Path(root)
        source = self.root / "source" / "tiny"
        if not source.exists():
            source.mkdir(parents=True)
            nbformat.write(tiny(), source / "tiny.ipynb")
        exercises = str(Path(build.__file__).parent)
        text = CONFIGURATION.format(exercises=exercises, root=str(root))
        (self.root / "nbgrader_config.py").write_text(text)
        from nbgrader.apps import NbGraderAPI

        self.api = NbGraderAPI(config=autograde.configuration(self.root))
        if not (self.root / "gradebook.db").exists():
            grade_demo.demand(self.api.generate_assignment("tiny"))

    def copy(self, root):
        """Return the same course in another folder."""
        shutil.copytree(self.root, root)
        return Course(root)

    def __call__(self, student, answers):
        """Hand in the answers of a student; return the folder."""
        folder = self.root / "submitted" / student / "tiny"
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(submission(answers), folder / "tiny.ipynb")
        return folder

    def gradebook(self):
        """Return the gradebook, to be used in a `with`."""
        return record.Gradebook(f"sqlite:///{self.root}/gradebook.db")

    def marks(self, student):
        """Return the automatic and manual points of a student, from the database."""
        with self.gradebook() as book:
            found = book.find_submission("tiny", student).notebooks[0].grades
            return {g.name: (g.auto_score, g.manual_score) for g in found}
