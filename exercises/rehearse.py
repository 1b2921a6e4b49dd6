"""Try an assignment on answers whose marks are known, before students meet it.

    python exercises/rehearse.py [ASSIGNMENT ...]

The stub must score 0, every file in `right/` full marks, and every answer in `wrong/`
must lose exactly the tests it names and be told its message. Cells run in this
process, so a rehearsal takes seconds; use it on your own answers only.
"""

import contextlib
import io
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import build

HERE = Path(__file__).parent
SOLUTION = re.compile(r"([ \t]*)### BEGIN SOLUTION.*?### END SOLUTION", re.DOTALL)
STUB = r"\1# YOUR CODE HERE\n\1raise NotImplementedError()"


@dataclass(frozen=True)
class Answer:
    """A submission: its name, code by id of the cell, and what must come of it."""

    name: str
    code: dict
    message: str = ""
    loses: frozenset | None = None


def rehearse(assignment, seed=2, root=HERE):
    """Return a list of complaints about an assignment; empty when all is well."""
    book = build.notebook(root / "source" / f"{assignment}.md")
    points = graded(book)
    complaints = []
    for answer in answers(assignment, book, root):
        lost = run(book, answer.code, seed)
        complaints += judge(answer, lost, points)
    return complaints


def graded(book):
    """Return the points of each cell that is graded by its tests."""
    told = [cell.metadata.get("nbgrader", {}) for cell in book.cells]
    return {m["grade_id"]: m["points"] for m in told if m.get("grade") and m["locked"]}


def judge(answer, lost, points):
    """Compare the tests an answer has lost with those it should lose."""
    wanted = answer.loses
    worth_something = {name for name in lost if points[name]}
    if wanted is not None and worth_something != wanted:
        missing = ", ".join(sorted(wanted - worth_something)) or "none"
        extra = ", ".join(sorted(worth_something - wanted)) or "none"
        told = "; ".join(f"{name}: {lost[name]}" for name in worth_something - wanted)
        yield f"{answer.name}: should also lose {missing}; lost besides {extra} {told}"
    if answer.message and not any(answer.message in text for text in lost.values()):
        yield f"{answer.name}: never told {answer.message!r}, but {lost}"


def answers(assignment, book, root=HERE):
    """Yield the stub, the model solution, all right and all wrong answers."""
    solutions = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source
        for cell in book.cells
        if cell.cell_type == "code" and cell.metadata["nbgrader"]["solution"]
    }
    stubs = {name: SOLUTION.sub(STUB, code) for name, code in solutions.items()}
    all_tests = frozenset(name for name, points in graded(book).items() if points)
    yield Answer("stub", stubs, loses=all_tests)
    yield Answer("model solution", {}, loses=frozenset())
    for path in sorted((root / "right" / assignment).glob("*.py")):
        yield Answer(f"right/{path.stem}", pieces(path), loses=frozenset())
    for path in sorted((root / "wrong" / assignment).glob("*.py")):
        for name, code in pieces(path).items():
            yield wrong_answer(path.stem, name, code)


def wrong_answer(task, name, code):
    """Read one wrong answer with its message and the tests it must lose."""
    notes = dict(re.findall(r"^# (message|loses): (.+)$", code, re.MULTILINE))
    if set(notes) != {"message", "loses"}:
        raise ValueError(
            f"Wrong answer {name!r} of {task} needs the lines '# message: ...' and "
            f"'# loses: ...' but has {sorted(notes)}."
        )
    loses = frozenset(part.strip() for part in notes["loses"].split(","))
    return Answer(f"wrong/{task}/{name}", {task: code}, notes["message"], loses)


def pieces(path):
    """Return the parts of a file between `# %% name` lines, by name."""
    parts = re.split(r"^# %% (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    return {
        name: code.strip() for name, code in zip(parts[1::2], parts[2::2], strict=True)
    }


def run(book, code, seed):
    """Run a notebook with these answers; return the message of each lost test."""
    os.environ["GRADING_SEED"] = str(seed)
    names, lost = {"__name__": "__main__"}, {}
    for cell in book.cells:
        if cell.cell_type != "code":
            continue
        told = cell.metadata["nbgrader"]
        source = code.get(told["grade_id"], cell.source)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(source, told["grade_id"], "exec"), names)
        except Exception as error:
            if told["grade"]:
                lost[told["grade_id"]] = f"{type(error).__name__}: {error}"
    return lost


def main(arguments):
    """Rehearse the named assignments, or all; return the exit code."""
    names = arguments or [path.stem for path in sorted(build.SOURCE.glob("*.md"))]
    failed = 0
    for name in names:
        complaints = rehearse(name)
        failed += len(complaints)
        print(f"{name}: {'ready' if not complaints else 'not ready'}")
        for complaint in complaints:
            print(f"  {complaint}")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
