"""What students run before they hand in: the visible tests, the way they are graded.

    dlgrade validate NOTEBOOK

One line for each question, and one for each answer that stops before a test can call
it; exit code 0 when every visible test passes, 1 otherwise.
Where the sandbox does not work the tests run without it: it is your own code.
"""

import argparse
import sys
from pathlib import Path

import nbformat
from nbgrader import utils


def main(arguments=None):
    """Validate one notebook; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="dlgrade validate", description=__doc__.splitlines()[0]
    )
    parser.add_argument("notebook", type=Path)
    path = parser.parse_args(arguments).notebook
    try:
        book = nbformat.read(path, as_version=4)
    except Exception as error:  # whatever is wrong with the file, say it in one line
        print(f"{path} cannot be read as a notebook: {error}", file=sys.stderr)
        return 2
    for name in changed_tests(book):
        print(f"{name}: these tests were changed; the grader uses its own")
    from dlgrade import grade_one, probe

    if why := probe():
        print(f"(without the sandbox, your own code: {why})")
    result = grade_one(path, path, unsafe=bool(why))
    if result.error:
        print(result.error, file=sys.stderr)
        return 2
    return report(book, result)


def report(book, result):
    """Print one line for each question; return the exit code."""
    failed = 0
    for name, message in stopped(result.notebook):
        print(f"{name}: this cell stops, so the tests may miss a name: {message}")
    for cell in book.cells:
        told = cell.metadata.get("nbgrader", {})
        if not told.get("grade") or not told.get("points"):
            continue
        name, points = told["grade_id"], told["points"]
        score = result.scores.get(name)
        if score is None:
            print(f"{name}: graded by a person ({points} points)")
        elif score >= points:
            print(f"{name}: passes")
        else:
            failed += 1
            message = result.messages.get(name, "NotImplementedError")
            empty = message.startswith("NotImplementedError")
            print(f"{name}: {'not written yet' if empty else message}")
    print("Further tests are not shown; they ask for the same with other numbers.")
    return 1 if failed else 0


def stopped(book):
    """Yield the id and the error of each answer that stops when its cell is run."""
    for cell in book.cells:
        if cell.cell_type != "code" or not utils.is_solution(cell):
            continue
        for output in cell.outputs:
            empty = output.get("ename") == "NotImplementedError"
            if output.output_type == "error" and not empty:
                name = cell.metadata.nbgrader.grade_id
                yield name, f"{output.ename}: {output.evalue}"


def changed_tests(book):
    """Return the ids of locked cells that are not as they were handed out."""
    found = []
    for cell in book.cells:
        told = cell.metadata.get("nbgrader", {})
        known = told.get("checksum")
        if utils.is_locked(cell) and known and utils.compute_checksum(cell) != known:
            found.append(told.get("grade_id"))
    return found
