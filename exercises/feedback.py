"""Keep hidden tests out of the feedback that students read.

By default nbgrader's feedback shows the graded notebook as it ran: with the hidden
tests, and with tracebacks that quote them. Here the tests are cut out and a lost test
shows its message alone.
"""

import re

from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

HIDDEN = re.compile(
    r"[^\n]*BEGIN HIDDEN TESTS.*?(?:END HIDDEN TESTS[^\n]*|\Z)", re.DOTALL
)


class HideHiddenTests(NbGraderPreprocessor):
    """Cut hidden tests and what would quote them out of a graded notebook."""

    def preprocess_cell(self, cell, resources, cell_index):
        """Clean one cell of tests; cells that students write stay as they are."""
        if not is_grade(cell) or is_solution(cell):
            return cell, resources
        cell.source = HIDDEN.sub("# (tests that are not shown)", cell.source)
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
