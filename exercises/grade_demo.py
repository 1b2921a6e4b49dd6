"""Grade a class of ten made-up students and show the gradebook: make grade-demo.

    python exercises/grade_demo.py [--keep FOLDER] [--only NUMBER ...]

A course is made in a temporary folder: nbgrader creates the release version, ten
answers are handed in, each is graded and gets a feedback page. The exit code is 0 when
every score is the expected one and no hidden test or solution has reached a student.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import warnings
from pathlib import Path

import build
import leaks
import nbformat
import rehearse
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGraderAPI
from sqlalchemy.exc import SAWarning
from traitlets.config import PyFileConfigLoader

HERE = Path(__file__).resolve().parent
ASSIGNMENT = "linear-regression"
WRITTEN = "The update is the learning rate times the slope, and so on."
SECONDS_PER_CELL = 15
ENDLESS = """def train(inputs, target, learning_rate, epochs):
    epoch, losses = 0, []
    weights, bias = np.zeros(inputs.shape[1]), 0.0
    while epoch <= epochs:  # and nobody counts
        weights = weights - 0.0
    return weights, bias, losses"""
BROKEN = "def mean_squared_error(prediction, target)\n    return 0"


def class_list(book):
    """Return (kind, code by cell, ids of lost tests) for each student, in order."""
    known = {a.name: a for a in rehearse.answers(ASSIGNMENT, book)}
    right = known["right/vectors"].code
    tests = frozenset(rehearse.graded(book))

    def wrong(*names):
        chosen = [known[f"wrong/{name}"] for name in names]
        code = {part: text for answer in chosen for part, text in answer.code.items()}
        return right | code, frozenset().union(*(answer.loses for answer in chosen))

    def lost(prefix):
        return frozenset(name for name in tests if name.startswith(prefix))

    mistakes = [
        "weighted-sum/the bias is forgotten",
        "mean-squared-error/with one half in front",
        "mse-gradient/both signs reversed",
        "train/adjusted after every row",
    ]
    return [
        ("right, in vectors", right, frozenset()),
        ("right, in loops", known["right/loops"].code, frozenset()),
        ("no bias", *wrong(mistakes[0])),
        ("half the loss", *wrong(mistakes[1])),
        ("signs reversed", *wrong(mistakes[2])),
        ("row by row", *wrong(mistakes[3])),
        ("all four mistakes", *wrong(*mistakes)),
        ("empty", {}, tests),
        (
            "syntax error",
            right | {"mean-squared-error": BROKEN},
            lost("mean-squared-error"),
        ),
        ("endless loop", right | {"train": ENDLESS}, lost("train")),
    ]


def find_tools():
    """Let nbgrader find `alembic`, which it calls by name, beside this Python."""
    tools = str(Path(sys.executable).parent)
    os.environ["PATH"] = os.pathsep.join([tools, os.environ.get("PATH", "")])


class Course:
    """A course folder of nbgrader with one assignment, for as long as it is needed."""

    def __init__(self, folder):
        find_tools()
        self.folder = Path(folder)
        name = Path(ASSIGNMENT) / f"{ASSIGNMENT}.ipynb"
        self.source = self.folder / "source" / name
        self.release = self.folder / "release" / name
        self.submitted = lambda student: self.folder / "submitted" / student / name
        self.source.parent.mkdir(parents=True)
        self.book = build.notebook(HERE / "source" / f"{ASSIGNMENT}.md")
        nbformat.write(self.book, self.source)
        self.api = NbGraderAPI(config=self.configuration())

    def configuration(self):
        """Return the configuration of this folder, moved to the temporary course."""
        config = PyFileConfigLoader("nbgrader_config.py", str(HERE)).load_config()
        config.CourseDirectory.root = str(self.folder)
        config.CourseDirectory.db_url = self.database
        config.TwoKernels.cell_seconds = SECONDS_PER_CELL
        return config

    @property
    def database(self):
        """Return the address of the gradebook."""
        return f"sqlite:///{self.folder / 'gradebook.db'}"

    def make_release(self):
        """Create the version for students."""
        demand(self.api.generate_assignment(ASSIGNMENT))

    def submit(self, student, code):
        """Hand in the release version with these answers written into it."""
        book = nbformat.read(self.release, as_version=4)
        for cell in book.cells:
            part = cell.metadata.get("nbgrader", {}).get("grade_id")
            if part in code:
                cell.source = code[part]
            elif code and part == "learning-rates":
                cell.source = WRITTEN
        path = self.submitted(student)
        path.parent.mkdir(parents=True)
        nbformat.write(book, path)

    def grade(self, student):
        """Run the answers of one student and write the feedback page."""
        demand(self.api.autograde(ASSIGNMENT, student))
        demand(self.api.generate_feedback(ASSIGNMENT, student))

    def marks(self, student):
        """Return the automatic score of each graded cell; None where a person must."""
        with Gradebook(self.database) as gradebook:
            try:
                handed_in = gradebook.find_submission(ASSIGNMENT, student)
            except MissingEntry:
                return {}
            return {
                grade.name: None if grade.needs_manual_grade else grade.score
                for notebook in handed_in.notebooks
                for grade in notebook.grades
            }

    def messages(self, number):
        """Yield what each lost test said to a student."""
        name = Path(f"student-{number:02d}") / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        for cell in nbformat.read(self.folder / "autograded" / name, 4).cells:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    part = cell.metadata.nbgrader.grade_id
                    yield f"{part}: {output.ename}: {output.evalue}"


def demand(result):
    """Stop with the log of nbgrader when a step has failed."""
    if not result["success"]:
        raise RuntimeError(f"nbgrader stopped.\n{result.get('log')}\n{result['error']}")


def tasks_of(book):
    """Return the graded cells of each task, by the id of its solution cell."""
    tasks, current = {}, None
    for cell in book.cells:
        told = cell.metadata.get("nbgrader", {})
        if told.get("solution"):
            current = tasks.setdefault(told["grade_id"], [])
        if told.get("grade"):
            current.append(told["grade_id"])
    return tasks


def table_row(number, kind, marks, tasks, expected):
    """Return one line of the gradebook and whether the score is as expected."""
    cells = []
    for names in tasks.values():
        known = [marks.get(name) for name in names]
        cells.append("to grade" if None in known else f"{sum(known):g}")
    score = sum(mark for mark in marks.values() if mark is not None)
    fine = score == expected and bool(marks)
    verdict = "as expected" if fine else f"EXPECTED {expected:g}"
    widths = [max(len(task), 8) + 2 for task in tasks]
    columns = "".join(f"{c:>{w}}" for c, w in zip(cells, widths, strict=True))
    return f"student-{number:02d}  {kind:<18}{columns}{score:>7g}  {verdict}", fine


def run_class(folder, only=None, say=print):
    """Grade the class in this folder; return whether all is as expected."""
    course, started = Course(folder), time.perf_counter()
    say("release: creating the version for students")
    course.make_release()
    points = rehearse.graded(course.book)
    rows = []
    for number, (kind, code, lost) in enumerate(class_list(course.book), 1):
        if only and number not in only:
            continue
        student = f"student-{number:02d}"
        course.submit(student, code)
        say(f"{student}: grading ({kind})", end="", flush=True)
        before = time.perf_counter()
        course.grade(student)
        say(f" {time.perf_counter() - before:.0f} s")
        expected = sum(p for name, p in points.items() if name not in lost)
        rows.append((number, kind, course.marks(student), expected))
    return report(course, rows, say, time.perf_counter() - started)


def report(course, rows, say, seconds):
    """Print the gradebook and what leaked; return whether all is as expected."""
    tasks = tasks_of(course.book)
    heads = "".join(f"{task:>{max(len(task), 8) + 2}}" for task in tasks)
    say(f"\n{'student':<12}{'answer':<18}{heads}{'score':>7}")
    fine = True
    for number, kind, marks, expected in rows:
        line, good = table_row(number, kind, marks, tasks, expected)
        say(line)
        if not good:
            say("".join(f"    {text}\n" for text in course.messages(number)), end="")
        fine = fine and good
    found = leaked(course)
    for path, line in found:
        say(f"LEAK in {path.relative_to(course.folder)}: {line}")
    points = sum(rehearse.graded(course.book).values())
    say(
        f"\n{len(rows)} submissions in {seconds:.0f} s; {points} points by tests, the "
        "written answer waits for a person."
    )
    return fine and not found


def leaked(course):
    """Return secret lines in what students get, other than lines of their own."""
    found = leaks.find_leaks([course.folder / "release"])
    return found + leaks.find_in_feedback(course.folder / "feedback")


def main(arguments):
    """Run the demonstration; return the exit code."""
    warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, harmless
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", help="a new folder for the course, kept afterwards")
    parser.add_argument("--only", type=int, nargs="*", help="grade these students only")
    options = parser.parse_args(arguments)
    seed = os.environ.setdefault("GRADING_SEED", str(random.randrange(10**6)))
    print(f"hidden tests draw their numbers from GRADING_SEED={seed}")
    folder = Path(options.keep or tempfile.mkdtemp(prefix="grade-demo-"))
    try:
        fine = run_class(folder / "course", options.only)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("every score is as expected" if fine else "NOT as expected, see above")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
