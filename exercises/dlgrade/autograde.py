"""Grades an assignment: sanitized and recorded here, executed by workers."""

import glob
import hashlib
import re
import time
from collections import namedtuple
from dataclasses import asdict
from pathlib import Path

import nbformat
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_grade, parse_utc
from traitlets.config import PyFileConfigLoader

from . import parallel, record, transplant
from .grade import MB, demand_sandbox, draw_seed
from .preprocess import TwoKernels

Row = namedtuple("Row", "student state score seconds peak_mb remarks")


class CourseError(RuntimeError):
    """The course cannot be graded as it is; says what to do."""


class Autograde:
    """One run over the submissions of an assignment."""

    def __init__(self, assignment, root=".", students=(), force=False, unsafe=False):
        self.assignment, self.wanted = assignment, set(students)
        self.root = Path(root).resolve()
        self.config = configuration(self.root)
        self.course = CourseDirectory(config=self.config)
        self.root = Path(self.course.root).resolve()
        kernels = TwoKernels(config=self.config)
        self.limits, self.unsafe = kernels.limits(), unsafe or kernels.unsafe
        self.force, self.seed = force, draw_seed()
        self.marker = self.root / "logs" / assignment / "forced-run"
        demand_sandbox(self.unsafe)
        if not record.in_gradebook(self.course, assignment):
            raise CourseError(
                f"The gradebook has no assignment {assignment!r}; run "
                f"`nbgrader generate_assignment {assignment}` first."
            )

    def run(self, workers=1, scheduler=None, show=lambda row, total: None):
        """Grade what is not graded yet; return the rows of the summary."""
        recorder, rows = record.Recorder(self.course, self.assignment, self.config), []
        try:
            self.read_sources(recorder)
            waiting, rows = self.waiting(rows)
            total = len(waiting)

            def note(row):
                rows.append(row)
                show(row, total)

            tasks = self.tasks(waiting, note)
            if scheduler or workers > 0:
                results = parallel.spread(tasks, workers, scheduler)
            else:
                results = parallel.here(tasks)
            for task, result, error in results:
                note(self.record(recorder, task, result, error))
            self.marker.unlink(missing_ok=True)
        finally:
            recorder.close()
        return sorted(rows)

    # ---- what there is to do --------------------------------------------------

    def read_sources(self, recorder):
        """Read the instructor's notebooks and compare them with the gradebook."""
        folder = Path(self.folder(self.course.source_directory, "."))
        self.sources, self.checksums = {}, {}
        for name, points in recorder.notebooks().items():
            book = transplant.read_source(folder / f"{name}.ipynb")
            cells = [c.metadata.nbgrader for c in book.cells if is_grade(c)]
            if {c.grade_id: float(c.points) for c in cells} != points:
                raise CourseError(
                    f"The tests of {name} and their points are not those in the "
                    "gradebook; run `nbgrader generate_assignment --force "
                    f"{self.assignment}` first."
                )
            self.sources[name] = book
            self.checksums[name] = recorder.checksums(name)
        self.files, _ = transplant.other_files(folder, 64 * MB)

    def folder(self, kind, student):
        """Return a folder of the course for a student and this assignment."""
        path = Path(self.course.format_path(kind, student, self.assignment))
        return path if path.is_absolute() else self.root / path

    def students(self):
        """Return who has handed in, in order."""
        pattern = str(self.folder(self.course.submitted_directory, "(*)"))
        expression = re.escape(pattern).replace(re.escape("(*)"), "([^/]+)")
        paths = glob.glob(pattern.replace("(*)", "*"))
        found = {re.fullmatch(expression, path).group(1) for path in paths}
        missing = self.wanted - found
        if missing:
            raise CourseError(f"Nothing handed in by {', '.join(sorted(missing))}.")
        return sorted(self.wanted or found)

    def waiting(self, rows):
        """Return the students still to be graded, and rows for the others."""
        since = 0.0
        if self.force and not self.marker.exists():
            self.marker.parent.mkdir(parents=True, exist_ok=True)
            self.marker.write_text(str(time.time()), "utf-8")
        if self.marker.exists():  # of this run, or of one that was interrupted
            since = float(self.marker.read_text("utf-8") or 0)
        names = []
        for student in self.students():
            log = record.read_log(self.root, self.assignment, student)
            done = log.get("recorded", 0) >= since and "score" in log
            if done and log.get("submission") == self.fingerprint(student):
                rows.append(Row(student, "graded before", log["score"], 0, 0, ""))
            else:
                names.append(student)
        return names, rows

    def fingerprint(self, student):
        """Return a hash of what was handed in, and when, to notice a new version."""
        digest, limit = hashlib.sha256(), self.limits.submission_mb * MB
        folder = self.folder(self.course.submitted_directory, student)
        for name in [*(f"{name}.ipynb" for name in self.sources), "timestamp.txt"]:
            try:
                digest.update(transplant.read_file(folder / name, limit))
            except transplant.Unreadable:
                digest.update(b"unreadable")
        for name, content in transplant.other_files(folder, limit)[0].items():
            digest.update(name.encode("utf-8", "replace") + content)
        return digest.hexdigest()

    # ---- one submission -------------------------------------------------------

    def tasks(self, students, note):
        """Yield a task for each submission that can be read; report the others."""
        for student in students:
            try:
                yield self.task(student)
            except Exception as error:
                remark = str(error) or type(error).__name__
                log = {"student": student, "error": remark, "refused": [remark]}
                record.write_log(self.root, self.assignment, student, log)
                note(Row(student, "NOT READ", None, 0, 0, remark))

    def task(self, student):
        """Read a submission; return what a worker needs to execute it."""
        folder, limit = self.submitted(student), self.limits.submission_mb * MB
        books, remarks = {}, []
        for name, source in self.sources.items():
            path = folder / f"{name}.ipynb"
            if not path.exists() and not path.is_symlink():
                remarks.append(f"{name}.ipynb was not handed in")
                continue
            answers, said = transplant.read_answers(path, limit)
            book, more = transplant.transplant(source, answers)
            for cell in book.cells:
                told = cell.metadata.get("nbgrader")
                if told and told.grade_id in self.checksums[name]:
                    told.checksum = self.checksums[name][told.grade_id]
            books[name] = nbformat.writes(book), nbformat.writes(source)
            remarks += said + more
        if not books:
            raise transplant.Unreadable("no notebook of the assignment was handed in")
        others, said = transplant.other_files(folder, limit)
        return {
            "student": student,
            "books": books,
            "files": self.files,
            "student_files": others,
            "limits": asdict(self.limits),
            "seed": self.seed,
            "unsafe": self.unsafe,
            "remarks": remarks + said,
            "stamp": stamp_of(folder),
            "submission": self.fingerprint(student),
        }

    def submitted(self, student):
        """Return the folder of a submission; no link may stand in its place."""
        folder = self.folder(self.course.submitted_directory, student)
        if folder.is_symlink() or folder.parent.is_symlink():
            raise transplant.Unreadable(f"{folder.name} is a link")
        return folder

    def record(self, recorder, task, result, error):
        """Record what a worker sends back; return a row of the summary."""
        student = task["student"]
        if error is None:
            try:
                return self.record_result(recorder, task, result)
            except Exception as failed:
                error = failed
        remark = f"{type(error).__name__}: {error}"[:300]
        log = {"student": student, "error": remark, "refused": []}
        record.write_log(self.root, self.assignment, student, log)
        return Row(student, "NOT GRADED", None, 0, 0, remark)

    def record_result(self, recorder, task, result):
        """Record a result and its log."""
        student = task["student"]
        books = {name: nbformat.reads(text, 4) for name, (text, _) in result.items()}
        logs = {name: log for name, (_, log) in result.items()}
        refused = task["remarks"] + [w for g in logs.values() for w in g["refused"]]
        killed = [why for log in logs.values() for why in log["killed"]]
        log = {
            "student": student,
            "submission": task["submission"],
            "seconds": sum(log["seconds"] for log in logs.values()),
            "peak_mb": max(log["peak_mb"] for log in logs.values()),
            "refused": refused,
            "killed": killed,
            "limits": task["limits"],
            "notebooks": logs,
        }
        score = recorder.record(student, books, task["stamp"], log)
        remarks = "; ".join([*killed, *refused])
        return Row(student, "graded", score, log["seconds"], log["peak_mb"], remarks)


def configuration(root):
    """Read nbgrader_config.py of a course."""
    if not (root / "nbgrader_config.py").exists():
        raise CourseError(f"There is no nbgrader_config.py in {root}.")
    config = PyFileConfigLoader("nbgrader_config.py", str(root)).load_config()
    if "root" not in config.CourseDirectory:
        config.CourseDirectory.root = str(root)
    return config


def stamp_of(folder):
    """Return when a submission was handed in, as its file tells, or None."""
    if not (folder / "timestamp.txt").exists():
        return None
    stamp = transplant.read_file(folder / "timestamp.txt", 200).decode(
        "ascii", "replace"
    )
    try:
        parse_utc(stamp.strip())
    except (ValueError, OverflowError):
        raise transplant.Unreadable("timestamp.txt holds no time") from None
    return stamp.strip() or None
