"""The steps of safe grading as preprocessors, for nbgrader's own commands."""

import os
from dataclasses import fields
from pathlib import Path

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Integer

from . import transplant
from .grade import MB, demand_sandbox, draw_seed, execute
from .outputs import sanitize
from .sandbox import Limits


def course_of(preprocessor):
    """Return the course folder behind a preprocessor of nbgrader."""
    return preprocessor.parent.parent.coursedir


def source_path(course, assignment, notebook):
    """Return where the instructor's notebook is."""
    folder = course.format_path(course.source_directory, ".", assignment)
    return Path(folder) / f"{notebook}.ipynb"


class Transplant(NbGraderPreprocessor):
    """Put the answers of a submission into the instructor's own notebook."""

    def preprocess(self, nb, resources):
        """Return the instructor's notebook with the answers; `nb` is not looked at."""
        told = resources["nbgrader"]
        name = f"{resources['metadata']['name']}.ipynb"
        path = Path(resources["metadata"]["path"]) / name
        answers, remarks = transplant.read_answers(path, Limits().submission_mb * MB)
        source = source_path(course_of(self), told["assignment"], told["notebook"])
        book, more = transplant.transplant(transplant.read_source(source), answers)
        for remark in remarks + more:
            self.log.warning("%s: %s", told["student"], remark)
        return book, resources


LimitTraits = type(
    "LimitTraits",
    (NbGraderPreprocessor,),
    {
        limit.name: Integer(limit.default, help="See dlgrade.sandbox.Limits.").tag(
            config=True
        )
        for limit in fields(Limits)
    },
)


class TwoKernels(LimitTraits):
    """Run the answers in one sandboxed kernel and the tests in another.

    Every field of `Limits` can be set: `c.TwoKernels.memory_mb = 512`.
    """

    unsafe = Bool(False, help="Run students' code with your rights.").tag(config=True)

    def limits(self):
        """Return the limits as they are configured."""
        return Limits(
            **{limit.name: getattr(self, limit.name) for limit in fields(Limits)}
        )

    def preprocess(self, nb, resources):
        """Execute the notebook and make its outputs safe."""
        demand_sandbox(self.unsafe)
        told, limits = resources["nbgrader"], self.limits()
        source = source_path(course_of(self), told["assignment"], told["notebook"])
        room = limits.submission_mb * MB
        book, log = execute(
            nb,
            transplant.read_source(source),
            limits,
            student=told["student"],
            seed=draw_seed(),
            files=transplant.other_files(source.parent, 64 * MB)[0],
            student_files=transplant.other_files(resources["metadata"]["path"], room)[
                0
            ],
            unsafe=self.unsafe,
        )
        for what in [*log["refused"], *log["killed"]]:
            self.log.warning("%s: %s", told["student"], what)
        return book, resources


class SanitizeOutputs(NbGraderPreprocessor):
    """Keep script out of the graded notebook."""

    def preprocess(self, nb, resources):
        """Clean all cells."""
        return sanitize(nb), resources


def set_aside(assignment, student, notebooks):
    """Move links and special files out of a submission, before nbgrader copies it.

    nbgrader calls this before it converts a submission. They end in `refused/` of the
    course, under the same names.
    """
    for folder in {Path(name).parent for name in notebooks}:
        for place, folders, names in os.walk(folder, followlinks=False):
            for name in [*folders, *names]:
                path = Path(place, name)
                ordinary = path.is_file() or path.is_dir()
                if (
                    path.is_symlink()
                    or not ordinary
                    or (path.is_file() and path.stat().st_nlink > 1)
                ):
                    kept = Path("refused", path.relative_to(folder.parents[1]))
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    os.replace(path, kept)
