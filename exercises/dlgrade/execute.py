"""Runs a notebook in two kernels: the student's cells in one, the tests in the other.

Locked cells without points (tools, data) run in both. Before each test the student's
kernel begins to serve calls; the tests find the names that the instructor's solutions
define, as plain data or as proxies. Hidden tests never exist where students' code runs.
"""

import ast
import copy
import time
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager
from nbformat.v4 import new_output
from nbgrader.utils import is_grade, is_locked, is_solution

from . import leftovers, sandbox
from .kernel import PATIENCE, Ended, Kernel
from .relay import Relay

HERE = Path(__file__).parent
SERVE = """import dlbridge.student
dlbridge.student.Student({path!r}, globals()).serve()"""
ASK = """import dlbridge.tests
_link = dlbridge.tests.Tests(
    {path!r}, {seconds!r}, globals(), {answers!r}, {stretch!r})"""
MARGIN = 10  # seconds that a test has beyond the calls it makes


def answers_of(book):
    """Return the names that the instructor's own solutions define, cell by cell."""
    return {
        cell.metadata.nbgrader.grade_id: names_in(cell.source)
        for cell in book.cells
        if cell.cell_type == "code" and is_solution(cell)
    }


def names_in(source):
    """Return the names that code defines at its top level; imports do not count.

    Code that Python cannot read defines none; it says so itself when it is run.
    """
    names = set()
    try:  # lines like %timeit belong to IPython
        waiting = list(ast.parse(TransformerManager().transform_cell(source)).body)
    except SyntaxError:
        return []
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif not isinstance(node, ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))
    return sorted(names)


class Execution:
    """The execution of one submission."""

    def __init__(
        self,
        book,
        answers,
        limits,
        *,
        files=None,
        student_files=None,
        environment=None,
        secret=None,
        unsafe=False,
    ):
        self.book, self.limits, self.unsafe = book, limits, unsafe
        self.answers = sorted({name for names in answers.values() for name in names})
        self.files, self.environment = dict(files or {}), dict(environment or {})
        self.student_files = {**(student_files or {}), **self.files}
        self.secret = {**self.environment, **(secret or {})}  # for the tests alone
        self.student = self.tests = self.relay = None
        self.ran, self.revived = [], 0
        self.shared, self.tests_revived = [], 0  # what the test kernel runs, too
        self.log = {"cells": [], "killed": [], "refused": [], "peak_mb": 0}
        self.log["cpu_seconds"] = 0
        self.folders = []

    def run(self):
        """Run all cells; return the notebook with its outputs, and a log."""
        self.began = time.monotonic()
        try:
            self.tests = self.new_kernel(self.files, self.secret)
            self.student = self.new_kernel(self.student_files, self.environment)
            for cell in self.book.cells:
                if cell.cell_type == "code" and cell.source.strip():
                    self.run_cell(cell)
        finally:
            for kernel in (self.student, self.tests):
                self.put_away(kernel)
            for folder, lock in self.folders:
                leftovers.remove(folder, lock)
        self.log["seconds"] = round(time.monotonic() - self.began, 2)
        return self.book, self.log

    def new_kernel(self, files, environment):
        """Start a kernel with these files."""
        cwd = None
        if self.unsafe:
            from .provisioner import write_files

            cwd, lock = leftovers.new_folder()
            self.folders.append((cwd, lock))
            write_files(cwd, files)
        kernel = Kernel(self.limits, files, environment, self.unsafe, cwd)
        try:
            kernel.start()
            if self.unsafe:
                kernel.run(
                    f"import sys; sys.path.insert(0, {str(HERE)!r})", silent=True
                )
        except BaseException:
            kernel.stop()
            raise
        return kernel

    def put_away(self, kernel):
        """End a kernel and keep what it has used in the log."""
        if kernel is None:
            return
        if kernel.watch:
            self.log["peak_mb"] = max(self.log["peak_mb"], kernel.watch.peak_mb)
            used = self.log["cpu_seconds"] + kernel.watch.cpu_seconds
            self.log["cpu_seconds"] = round(used, 2)
            why = kernel.watch.killed
            if why and not any(why in told for told in self.log["killed"]):
                self.log["killed"].append(f"a kernel: {why}")  # after its last cell
        kernel.stop()
        self.log["refused"] += [
            r for r in kernel.refused if r not in self.log["refused"]
        ]

    def run_cell(self, cell):
        """Run one cell where it belongs."""
        began = time.monotonic()
        cell.outputs, cell.execution_count = [], None
        where = "student"
        if is_grade(cell) and not is_solution(cell):
            where = "tests"
            self.run_test(cell)
        elif is_locked(cell) and not is_solution(cell):
            where = "both"
            twin = copy.deepcopy(cell)
            self.in_tests(twin)
            self.shared.append(cell.source)
            self.run_answer(cell)
        else:
            self.run_answer(cell)
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        seconds = round(time.monotonic() - began, 2)
        self.log["cells"].append({"cell": name, "kernel": where, "seconds": seconds})

    # ---- the student's kernel -----------------------------------------------

    def run_answer(self, cell):
        """Run a cell in the student's kernel; a kernel that dies costs this cell."""
        if not self.alive():
            failure(cell, "NotRun", "The kernel could not be started again.")
            return
        try:
            cell.outputs = self.student.run(cell.source)
            self.ran.append(cell.source)
        except Ended as error:
            failure(cell, "KernelEnded", f"The kernel was ended: {error}.")
            self.bury(error)

    def alive(self):
        """Whether a kernel for the student is there, started anew if need be."""
        if self.student and not self.student.why():
            return True
        if self.student:
            self.bury(self.student.why())
        while self.revived < self.limits.revivals and not self.late():
            self.revived += 1
            try:
                self.student = self.new_kernel(self.student_files, self.environment)
                for source in self.ran:
                    self.student.run(source, silent=True)
                return True
            except Ended as error:
                self.bury(error)
        return False

    def late(self):
        """Whether the submission has had its time; then no kernel starts anew."""
        end = self.began + self.limits.wall_seconds * sandbox.stretch()
        return time.monotonic() > end

    def bury(self, why):
        """Put a dead kernel away."""
        self.log["killed"].append(f"the student's kernel: {why}")
        self.put_away(self.student)
        self.student = None

    # ---- the test kernel ----------------------------------------------------

    def in_tests(self, cell, meanwhile=None):
        """Run a cell in the test kernel; without one it counts as failed."""
        if not self.tests_alive():
            failure(cell, "NotRun", "The tests could not be run.")
            return
        try:
            cell.outputs = self.tests.run(
                cell.source, self.limits.cell_seconds + MARGIN, meanwhile=meanwhile
            )
        except Ended as error:
            failure(cell, "TestsEnded", f"The tests were ended: {error}.")
            self.bury_tests(error)

    def tests_alive(self):
        """Whether the test kernel is there, started anew if need be."""
        if self.tests and self.tests.why():
            self.bury_tests(self.tests.why())
        while self.tests is None and self.tests_revived < self.limits.revivals:
            if self.late():
                break
            self.tests_revived += 1
            try:
                self.tests = self.new_kernel(self.files, self.secret)
                for source in self.shared:
                    self.tests.run(source, silent=True)
            except Ended as error:
                self.bury_tests(error)
        return self.tests is not None

    def bury_tests(self, why):
        """Put a dead test kernel away."""
        self.log["killed"].append(f"the test kernel: {why}")
        self.put_away(self.tests)
        self.tests = None

    def run_test(self, cell):
        """Run one test against the answers."""
        if not self.alive():
            failure(cell, "NotRun", "The kernel with the answers could not be started.")
            return
        if not self.tests_alive():
            failure(cell, "NotRun", "The tests could not be run.")
            return
        folders = [self.sockets(kernel) for kernel in (self.student, self.tests)]
        relay = Relay(folders)
        serving = self.student.begin(SERVE.format(path=relay.paths[0]), silent=True)
        ask = ASK.format(
            path=relay.paths[1],
            seconds=self.limits.cell_seconds,
            answers=self.answers,
            stretch=sandbox.stretch(),
        )

        def meanwhile():
            """Let the test not wait for a kernel that serves no more."""
            if self.student.done(serving):
                relay.close()

        try:
            opened = copy.deepcopy(cell)
            opened.source = ask
            self.in_tests(opened, meanwhile)
            errors = [o for o in opened.outputs if o.output_type == "error"]
            if errors:
                cell.outputs = errors
            else:  # whatever else was printed, only a test that runs gives points
                self.in_tests(cell, meanwhile)
        finally:
            relay.close()
            if relay.refused:
                self.log["refused"].append(relay.refused)
        hung = any(output.get("ename") == "TimeoutError" for output in cell.outputs)
        self.end_serving(serving, 0.2 if hung else PATIENCE)

    def end_serving(self, request, seconds):
        """Wait until the student's kernel serves no more; interrupt it, or end it."""
        try:
            if self.student.finish(request, seconds):
                return
            self.student.interrupt()
            if self.student.finish(request, PATIENCE):
                return
            self.bury("it went on after the test and ignored the interrupt")
        except Ended as error:
            self.bury(error)

    def sockets(self, kernel):
        """Return a folder for sockets that this kernel can see."""
        return str(kernel.cwd if self.unsafe else kernel.folder / "ipc")


def failure(cell, name, text):
    """Mark a cell as failed by the grader."""
    trace = [f"{name}: {text}"]
    cell.outputs.append(new_output("error", ename=name, evalue=text, traceback=trace))
