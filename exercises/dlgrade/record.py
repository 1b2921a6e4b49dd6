"""Writes results into the gradebook: one process, one transaction for a submission."""

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import sqlite3
import time
import warnings
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.utils import (
    compute_checksum,
    determine_grade,
    is_grade,
    is_solution,
    parse_utc,
)
from sqlalchemy.exc import SAWarning

from . import penalty, transplant

SQLITE = "sqlite:///"
BACKUPS = 10  # the latest are kept
SECRET = "submission_secret.txt"


class Busy(RuntimeError):
    """Another run is recording into this gradebook."""


class Recorder:
    """The one writer of a gradebook, for as long as it is open."""

    def __init__(self, course, assignment, config):
        self.course, self.assignment, self.config = course, assignment, config
        self.root = Path(course.root)
        self.lock = open(self.root / ".dlgrade.lock", "w")  # noqa: SIM115
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.lock.close()
            raise Busy("Another dlgrade is recording into this gradebook.") from None
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, harmless
        self.backup = backup(course.db_url)
        self.book = Gradebook(course.db_url, course.course_id)

    def close(self):
        """Close the gradebook."""
        self.book.close()
        self.lock.close()

    def notebooks(self):
        """Return {notebook: {grade id: points}} as the gradebook knows them."""
        known = self.book.find_assignment(self.assignment)
        return {
            notebook.name: {cell.name: cell.max_score for cell in notebook.grade_cells}
            for notebook in known.notebooks
        }

    def record(self, student, books, stamp, log):
        """Record a submission, all of it or nothing; put its notebooks in place."""
        place = Path(
            self.course.format_path(
                self.course.autograded_directory, student, self.assignment
            )
        )
        partial = place.with_name(f".{place.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        with self.transaction():
            score = self.save(student, books, stamp)
        for name, notebook in books.items():
            nbformat.write(notebook, partial / f"{name}.ipynb")
            (partial / f"{name}.ipynb").chmod(0o444)
        if stamp:
            (partial / "timestamp.txt").write_text(stamp, "utf-8")
        (partial / SECRET).write_text(self.secret(student), "utf-8")
        shutil.rmtree(place, ignore_errors=True)
        partial.rename(place)
        write_log(self.root, self.assignment, student, log | {"score": score})
        return score

    def secret(self, student):
        """Return the word by which `nbgrader fetch_feedback` finds a student's pages.

        Who has not handed in by the exchange has none, and nbgrader would stop there.
        """
        folder = self.course.format_path(
            self.course.submitted_directory, student, self.assignment
        )
        try:
            return transplant.read_file(Path(folder) / SECRET, 200).decode("ascii")
        except (transplant.Unreadable, UnicodeDecodeError):
            return secrets.token_hex(16)

    @contextlib.contextmanager
    def transaction(self):
        """Commit once, at the end, what nbgrader would commit step by step."""
        session = self.book.db()
        commit, session.commit = session.commit, session.flush
        try:
            yield
            commit()
        except BaseException:
            session.rollback()
            raise
        finally:
            session.commit = commit

    def save(self, student, books, stamp):
        """Save points, comments and penalty of a submission; return its score."""
        self.book.update_or_create_student(student)
        when = {"timestamp": parse_utc(stamp)} if stamp else {}
        handed_in = self.book.update_or_create_submission(
            self.assignment, student, **when
        )
        for notebook in handed_in.notebooks:
            cells = books[notebook.name].cells if notebook.name in books else None
            self.save_points(notebook, cells)
        self.book.db.flush()
        self.book.db.refresh(handed_in)
        penalty.assign(self.book, handed_in, self.config)
        return handed_in.score

    def save_points(self, notebook, cells):
        """Save what nbgrader's SaveAutoGrades would; without cells, no points."""
        by_id = {c.metadata.nbgrader.grade_id: c for c in cells or () if is_known(c)}
        for grade in notebook.grades:
            cell = by_id.get(grade.name)
            if cell is None:
                grade.auto_score, grade.needs_manual_grade = 0, False
                continue
            grade.auto_score = determine_grade(cell)[0]
            manual = grade.manual_score is not None or grade.auto_score is None
            grade.needs_manual_grade = manual
        for comment in notebook.comments:
            cell = by_id.get(comment.name)
            same = cell and cell.metadata.nbgrader.get("checksum") == compute_checksum(
                cell
            )
            comment.auto_comment = "No response." if same or not cell else None

    def checksums(self, name):
        """Return the checksum of each cell as it was handed out."""
        known = self.book.find_notebook(name, self.assignment)
        return {cell.name: cell.checksum for cell in known.source_cells}


def is_known(cell):
    """Whether a cell gives points or takes an answer."""
    return is_grade(cell) or is_solution(cell)


def backup(url):
    """Copy the gradebook, whole, before anything is written; return where."""
    path = Path(url.removeprefix(SQLITE))
    if not url.startswith(SQLITE) or not path.exists():
        return None
    stamp = time.strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.name}.backup-{stamp}")
    unfinished = path.with_name(f"{path.name}.backup-unfinished")
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy)
    os.replace(unfinished, target)
    for old in sorted(path.parent.glob(f"{path.name}.backup-2*"))[:-BACKUPS]:
        old.unlink()
    return target


def log_path(root, assignment, student):
    """Return where the log of a submission is."""
    return Path(root) / "logs" / assignment / f"{student}.json"


def write_log(root, assignment, student, log):
    """Write the log of a submission; it also says that the submission is done."""
    path = log_path(root, assignment, student)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    text = json.dumps(log | {"recorded": time.time()}, indent=1, default=str)
    unfinished.write_text(text + "\n", "utf-8")
    os.replace(unfinished, path)


def read_log(root, assignment, student):
    """Return the log of a submission, empty when there is none."""
    try:
        return json.loads(log_path(root, assignment, student).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def in_gradebook(course, assignment):
    """Whether nbgrader knows the assignment."""
    with Gradebook(course.db_url, course.course_id) as book:
        try:
            book.find_assignment(assignment)
        except MissingEntry:
            return False
        return True
