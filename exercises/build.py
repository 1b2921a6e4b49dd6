"""Make the notebook that nbgrader reads from the text that people write.

    python exercises/build.py            write source/NAME/NAME.ipynb for each NAME.md
    python exercises/build.py --check    only say whether they are in step

The text is MyST with code cells. One line says what a cell is for:

    :solution: id                        the learner writes here; may be wrong
    :grade: {id: name, points: 2}        tests that give points
    :locked: id                          shown and restored at grading, no points
    +++ {"written": "id", "points": 5}   an answer in words, graded by hand
"""

import sys
from pathlib import Path

import jupytext
import nbformat

SOURCE = Path(__file__).parent / "source"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def nbgrader_metadata(cell):
    """Return what nbgrader wants to know about a cell, or None for plain text."""
    options = cell.metadata
    flags = {"grade": False, "solution": False, "locked": False, "task": False}
    if "solution" in options:
        flags |= {"solution": True, "grade_id": options["solution"]}
    elif "grade" in options:
        grade = options["grade"]
        flags |= {"grade": True, "locked": True, "grade_id": grade["id"]}
        flags["points"] = grade["points"]
    elif "locked" in options:
        flags |= {"locked": True, "grade_id": options["locked"]}
    elif "written" in options:
        flags |= {"grade": True, "solution": True, "grade_id": options["written"]}
        flags["points"] = options["points"]
    else:
        return None
    return flags | {"schema_version": 3, "cell_type": cell.cell_type}


def notebook(text_path):
    """Return the notebook made from one source text."""
    book = jupytext.read(text_path, fmt="md:myst")
    for number, cell in enumerate(book.cells):
        told = nbgrader_metadata(cell)
        if cell.cell_type == "code" and told is None:
            raise ValueError(
                f"{text_path.name}: code cell {number} has no role. "
                "Give it :solution:, :grade: or :locked:."
            )
        cell.metadata = nbformat.from_dict({"nbgrader": told} if told else {})
        cell.id = told["grade_id"] if told else f"text-{number:02d}"
    book.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    book.nbformat, book.nbformat_minor = 4, 5
    nbformat.validate(book)
    return book


def target(text_path):
    """Return where nbgrader looks for the notebook of a source text."""
    return text_path.parent / text_path.stem / f"{text_path.stem}.ipynb"


def main(arguments):
    """Write or check all notebooks; return the exit code."""
    stale = 0
    for text_path in sorted(SOURCE.glob("*.md")):
        made = nbformat.writes(notebook(text_path)) + "\n"
        path = target(text_path)
        if path.exists() and path.read_text("utf-8") == made:
            continue
        if "--check" in arguments:
            print(f"{path} is not what {text_path.name} makes; run exercises/build.py")
            stale += 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, "utf-8")
            print(f"wrote {path}")
    return min(stale, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
