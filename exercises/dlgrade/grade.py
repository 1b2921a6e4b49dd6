"""Grades one submission: answers out, two kernels, safe outputs, points counted."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.utils import determine_grade, is_grade

from . import transplant
from .execute import Execution, answers_of
from .outputs import sanitize
from .sandbox import Limits, SandboxUnavailable, probe

MB = 1 << 20


@dataclass
class Result:
    """What came of a submission."""

    scores: dict  # points by grade id; None where a person must grade
    messages: dict  # what each lost test said
    log: dict  # what ran, how long, memory, what was refused
    notebook: object  # executed, limited, made safe
    error: str = ""  # why the submission could not be read
    attributes: dict = field(default_factory=dict)


def demand_sandbox(unsafe):
    """Stop where students' code would run without a sandbox that nobody gave up."""
    why = "" if unsafe else probe()
    if why:
        raise SandboxUnavailable(why)


def draw_seed():
    """Return the seed of the hidden tests: the one given, or a new one."""
    return int(os.environ.get("GRADING_SEED") or secrets.randbelow(10**9))


def execute(
    book,
    source_book,
    limits,
    *,
    student,
    seed,
    files=None,
    student_files=None,
    unsafe=False,
):
    """Run a transplanted notebook; return it with safe outputs, and the log."""
    run = Execution(
        book,
        answers_of(source_book),
        limits,
        files=files,
        student_files=student_files,
        environment={"DLGRADE_STUDENT": student},
        secret={"GRADING_SEED": str(seed)},
        unsafe=unsafe,
    )
    book, log = run.run()
    return sanitize(book), log | {"seed": seed, "student": student, "unsafe": unsafe}


def grade_one(
    submission_path,
    source_path,
    *,
    student="student",
    seed=None,
    limits=None,
    unsafe=False,
):
    """Grade one submission, a notebook or the folder around it; return a Result."""
    demand_sandbox(unsafe)
    limits, source_path = limits or Limits(), Path(source_path)
    seed = draw_seed() if seed is None else seed
    source_book = transplant.read_source(source_path)
    path, error, remarks = Path(submission_path), "", []
    folder = path if path.suffix != ".ipynb" else path.parent
    answers, others = {}, {}
    try:
        if folder.is_symlink():
            raise transplant.Unreadable(f"{folder.name} is a link")
        answers, remarks = transplant.read_answers(
            folder / source_path.name, limits.submission_mb * MB
        )
        others, more = transplant.other_files(folder, limits.submission_mb * MB)
        remarks += more
    except transplant.Unreadable as unreadable:
        error = str(unreadable)
    book, more = transplant.transplant(source_book, answers)
    if error:
        return unread(book, error, student)
    instructors, _ = transplant.other_files(source_path.parent, 64 * MB)
    book, log = execute(
        book,
        source_book,
        limits,
        student=student,
        seed=seed,
        files=instructors,
        student_files=others,
        unsafe=unsafe,
    )
    log["refused"] = remarks + more + log["refused"]
    return Result(*marks(book, transplant.empty_book(source_book)), log, book)


def unread(book, error, student):
    """Return the result of a submission that cannot be read: no points, and why."""
    points = {c.metadata.nbgrader.grade_id: 0.0 for c in book.cells if is_grade(c)}
    log = {"student": student, "refused": [error], "killed": [], "cells": []}
    return Result(points, {}, log, book, error)


def marks(book, empty):
    """Return the points of each graded cell and the messages of lost tests."""
    stubs = {c.metadata.nbgrader.grade_id: c.source for c in empty.cells if is_grade(c)}
    scores, messages = {}, {}
    for cell in book.cells:
        if not is_grade(cell):
            continue
        part = cell.metadata.nbgrader.grade_id
        scores[part] = determine_grade(cell)[0]
        if scores[part] is None and cell.source == stubs[part]:
            scores[part] = 0.0  # nothing was written
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                messages[part] = f"{output.ename}: {output.evalue}"
    return scores, messages
