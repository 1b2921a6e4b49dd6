"""An assignment that is graded in two seconds, for the tests of dlgrade."""

import build
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
