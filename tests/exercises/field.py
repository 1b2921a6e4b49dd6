"""A course with canaries all around it, in which hostile submissions are graded.

The course lies in a temporary folder. Beside it stand a canary file, a home, servers
on 127.0.0.1 and the work of another student, each with a secret word. After a grading
`complaints` tells what was read, changed, reached or left behind.
"""

import base64
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import secrets
import shutil
import subprocess
import time
from pathlib import Path

import build
import nbformat
import psutil
import rehearse
from commands import make_tools
from nbconvert import HTMLExporter
from nbgrader.api import Gradebook, MissingEntry
from servers import Servers

EXERCISES = Path(build.__file__).parent
NAME = "linear-regression"
LARGEST = 4 << 20  # bytes that the graded folder of one submission may have
BREACH = "BREACH"

CONFIGURATION = """
names = {{**globals(), "__file__": {file!r}}}
exec(compile(open({file!r}).read(), {file!r}, "exec"), names)
c.CourseDirectory.root = {course!r}
c.CourseDirectory.db_url = "sqlite:///{course}/gradebook.db"
c.TwoKernels.memory_mb = 400
c.TwoKernels.processes = 48
c.TwoKernels.cpu_seconds = 30
c.TwoKernels.wall_seconds = 180
c.TwoKernels.cell_seconds = 12
c.TwoKernels.file_mb = 16
c.TwoKernels.disk_mb = 32
c.TwoKernels.output_cell = 50_000
c.TwoKernels.output_total = 500_000
"""


class Field:
    """The course, what stands around it, and the check that nothing was touched."""

    configuration = CONFIGURATION

    def __init__(self, folder, mark=None, word=None):
        self.folder = Path(folder)
        self.mark = mark or "mark" + secrets.token_hex(6)
        # stands in everything secret
        self.word = word or "word" + secrets.token_hex(6)
        self.canary = self.folder / "canary.txt"
        self.home = self.folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.canary.write_text(f"the instructor's file: {self.word}\n")
        (self.home / "diary.txt").write_text(f"at home: {self.word}\n")
        self.tools = make_tools(self.folder / "bin")
        self.servers = Servers(self.mark, self.folder / "line")
        self.course = self.folder / "course"
        self.book = build.notebook(EXERCISES / "source" / f"{NAME}.md")
        self.right = rehearse.pieces(EXERCISES / "right" / NAME / "vectors.py")
        if not self.course.exists():
            self.make_course()
        self.release = json.loads(
            (self.course / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8")
        )
        if not (self.course / "submitted" / "abe").exists():
            self.hand_in_first()
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans of the grader come to us

    def make_course(self):
        for cell in self.book.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "grading-tools":
                cell.source = cell.source.replace(
                    "import os\n", f"import os\n\nHIDDEN_WORD = '{self.word}'\n"
                )
        source = self.course / "source" / NAME / f"{NAME}.ipynb"
        source.parent.mkdir(parents=True)
        nbformat.write(self.book, source)
        names = {
            "file": str(EXERCISES / "nbgrader_config.py"),
            "course": str(self.course),
        }
        text = "c = get_config()\n" + self.configuration.format(**names)
        (self.course / "nbgrader_config.py").write_text(text)
        self.run("nbgrader", "generate_assignment", NAME)

    def hand_in_first(self):
        """Hand in for a student whose work and marks others must not touch."""
        with Gradebook(self.database) as gradebook:
            gradebook.update_or_create_student("abe", last_name=self.word)
        right = dict(self.right)
        right["train"] += f"\n# {self.word}"
        self.write("abe", self.answered(right))

    @property
    def database(self):
        return f"sqlite:///{self.course / 'gradebook.db'}"

    # ---- handing in -------------------------------------------------------------

    def answered(self, code):
        """Return the release as plain data with these answers in it."""
        book = json.loads(json.dumps(self.release))
        for cell in book["cells"]:
            part = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if part in code:
                cell["source"] = code[part]
        return book

    def write(self, student, book):
        folder = self.course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(json.dumps(book))
        return folder

    def honest(self, student):
        self.write(student, self.answered(self.right))

    def submit(self, attempt):
        """Write one hostile submission, filled in for this field."""
        values = {
            "CANARY": self.canary,
            "COURSE": self.course,
            "HOME": self.home,
            "PORT": self.servers.port,
            "DOOR": self.servers.door,
            "MARK": self.mark,
        }

        def fill(text):
            return re.sub(r"@([A-Z]+)@", lambda m: str(values[m[1]]), text)

        code = {part: fill(text) for part, text in attempt.code.items()}
        make = code.pop("make", "")
        kept = {"weighted-sum": self.right["weighted-sum"]}
        book = self.answered(kept | code)
        folder = self.write(attempt.student, book)
        names = {"book": book, "folder": folder, "json": json, "raw": b""}
        exec(compile(make, f"{attempt.kind}/{attempt.name}", "exec"), names)
        if names["raw"]:
            (folder / f"{NAME}.ipynb").write_bytes(names["raw"])
        elif names["raw"] is not None:
            (folder / f"{NAME}.ipynb").write_text(json.dumps(names["book"]))

    # ---- grading ----------------------------------------------------------------

    def environment(self):
        """Return the environment of the grader, with a secret in it."""
        environment = os.environ | {
            "HOME": str(self.home),
            "JUPYTER_DATA_DIR": str(self.folder / "jupyter"),
            "JUPYTER_CONFIG_DIR": str(self.folder / "jupyter"),
            "IPYTHONDIR": str(self.folder / "jupyter"),
            "MPLCONFIGDIR": str(self.folder / "jupyter"),
            "SECRET_OF_THE_GRADER": self.word,
            "GRADING_SEED": "4711",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join([str(EXERCISES), str(EXERCISES.parent)]),
        }
        environment["PATH"] = f"{self.tools}{os.pathsep}{environment['PATH']}"
        return environment

    def run(self, *command, check=True, timeout=1500):
        """Run a command in the course folder as an instructor would."""
        command = [shutil.which(command[0], path=self.tools), *command[1:]]
        done = subprocess.run(
            command, cwd=self.course, env=self.environment(), capture_output=True,
            text=True, errors="replace", timeout=timeout, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.said = done.stdout + done.stderr
        if check and done.returncode:
            raise RuntimeError(f"{command} ended with {done.returncode}\n{self.said}")
        return done.returncode

    def grade(self, *more):
        """Grade whatever has not been graded yet; return the exit code."""
        workers = "2" if importlib.util.find_spec("distributed") else "0"
        return self.run(
            "dlgrade", "autograde", NAME, "--workers", workers, *more, check=False
        )

    def marks(self, student):
        """Return the automatic marks of one student by cell, or None."""
        with Gradebook(self.database) as gradebook:
            try:
                handed_in = gradebook.find_submission(NAME, student)
            except MissingEntry:
                return None
            return {
                g.name: (g.auto_score, g.manual_score, g.max_score)
                for n in handed_in.notebooks
                for g in n.grades
            }

    def score(self, student):
        """Return the score of one student; 0 where nothing could be graded."""
        with Gradebook(self.database) as gradebook:
            try:
                return gradebook.find_submission(NAME, student).score
            except MissingEntry:
                return 0.0

    # ---- the check --------------------------------------------------------------

    def snapshot(self, students=()):
        """Return what every file outside the graded students looks like."""
        seen = {}
        for path in sorted(self.folder.rglob("*")):
            part = path.relative_to(self.folder)
            own = part.parts[:1] == ("course",) and (
                set(part.parts) & set(students)
                or part.name.startswith(("gradebook.db", ".nbgrader.log"))
                or part.parts[1:2] == ("logs",)
                or part.parts[1:] in [("autograded",), ("feedback",)]
            )
            if own or part.parts[0] == "jupyter" or path.is_symlink():
                continue
            try:
                status = path.stat()
                small = path.is_file() and status.st_size < LARGEST
                data = path.read_bytes() if small else str(status.st_size).encode()
            except FileNotFoundError:
                continue
            seen[str(part)] = (oct(status.st_mode), hashlib.sha256(data).hexdigest())
        return seen

    def left_over(self):
        """Return processes that outlived the grader: orphans come to this process."""
        found = []
        for process in psutil.Process().children(recursive=True):
            try:
                browser = {"chromium", "chrome", "node"} & {process.name()}
                if process.status() != psutil.STATUS_ZOMBIE and not browser:
                    found.append((process.pid, " ".join(process.cmdline())[:200]))
            except psutil.Error:
                pass
        return found

    def try_all(self, chosen, last):
        """Grade these attempts and an honest student after them; return complaints."""
        before_processes = {pid for pid, _ in self.left_over()}
        for attempt in chosen:
            self.submit(attempt)
        self.honest(last)
        students = [a.student for a in chosen] + [last]
        before, abe = self.snapshot(students), self.marks("abe")
        known = len(self.servers.visits)
        code = self.grade()
        time.sleep(1)
        found = []
        if code not in (0, 1):
            found.append(f"the grader ended with {code}:\n{self.said[-3000:]}")
        after = self.snapshot(students)
        for name in sorted(set(before) | set(after)):
            if before.get(name) != after.get(name) and not name.startswith("home/."):
                found.append(f"changed outside: {name}")
        found += [
            f"left in the home: {path.name}"
            for path in self.home.iterdir()
            if self.mark in (path.read_text() if path.is_file() else path.name)
        ]
        found += [f"reached: {visit}" for visit in self.servers.visits[known:]]
        found += [
            f"left running: {line}"
            for pid, line in self.left_over()
            if pid not in before_processes
        ]
        places = [Path("/tmp"), Path("/dev/shm"), Path(np_folder())]
        found += [str(p) for place in places for p in place.glob(f"*{self.mark}*")]
        if self.marks("abe") != abe and abe is not None:
            found.append("marks of another student have changed")
        if self.score(last) != 20:
            found.append(f"the next student got {self.score(last)}: {self.lost(last)}")
        for attempt in chosen:
            found += [f"{attempt.student}: {text}" for text in self.examine(attempt)]
        return found

    def log(self, student):
        """Return the log of a student, empty when there is none."""
        path = self.course / "logs" / NAME / f"{student}.json"
        return json.loads(path.read_text()) if path.exists() else {}

    def lost(self, student):
        """Return what is known of a student who should have got all points."""
        told = self.log(student)
        path = self.course / "autograded" / student / NAME / f"{NAME}.ipynb"
        if "notebooks" not in told or not path.exists():
            return told or self.said[-3000:]
        found = [told["killed"], told["refused"]]
        found += [c for c in told["notebooks"][NAME]["cells"] if c["seconds"] > 3]
        for cell in nbformat.read(path, 4).cells:
            found += [
                (cell.metadata.nbgrader.grade_id, output.evalue)
                for output in cell.get("outputs", [])
                if output.output_type == "error"
            ]
        return found

    def examine(self, attempt):
        """Yield what one attempt gained."""
        score = self.score(attempt.student)
        if score > attempt.earns:
            yield f"earned {score}, honest work is worth {attempt.earns}"
        for name, (_, by_hand, most) in (self.marks(attempt.student) or {}).items():
            if by_hand is not None:
                yield f"{name} has a mark by hand"
            if most not in (0, 1, 2, 5):
                yield f"{name} is worth {most}"
        folder = self.course / "autograded" / attempt.student / NAME
        files = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
        size = sum(path.lstat().st_size for path in files)
        if size > LARGEST and attempt.name not in ("large", "many_cells"):
            yield f"its graded folder has {size:,} bytes"
        for path in folder.rglob("*"):
            if path.is_symlink():
                yield f"a link in the graded folder: {path.name}"
        for path in files:
            text = self.shown(path)
            for what in (BREACH, self.word, *self.in_disguise()):
                if what in text:
                    at = text.index(what)
                    yield f"{path.name} shows {text[max(0, at - 200) : at + 60]!r}"
        logs = self.course / "logs" / NAME / f"{attempt.student}.json"
        if logs.exists() and self.word in logs.read_text(errors="replace"):
            yield "its log shows the secret word"

    def in_disguise(self):
        yield base64.b64encode(self.word.encode()).decode()[:12]
        yield self.word.encode().hex()

    def shown(self, path):
        """Return what a file shows besides the instructor's own cells."""
        size = path.lstat().st_size
        if path.suffix != ".ipynb" or size > 50 << 20:
            return path.read_text(errors="replace") if size < LARGEST else ""
        try:
            cells = json.loads(path.read_text(errors="replace"))["cells"]
        except (ValueError, KeyError, TypeError):
            return path.read_text(errors="replace")
        texts = []
        for cell in cells:
            texts.append(json.dumps(cell.get("outputs", []), ensure_ascii=False))
            if not cell.get("metadata", {}).get("nbgrader", {}).get("locked"):
                texts.append(json.dumps(cell.get("source", "")))
        return "\n".join(texts)

    def live_pages(self, chosen, browser):
        """Yield what happens when feedback and graded notebooks are opened."""
        self.run("nbgrader", "generate_feedback", NAME, "--force", check=False)
        known = len(self.servers.visits)
        for attempt in chosen:
            folder = self.course / "autograded" / attempt.student / NAME
            pages = list((self.course / "feedback" / attempt.student).rglob("*.html"))
            for path in folder.glob("*.ipynb"):
                text, _ = HTMLExporter().from_notebook_node(nbformat.read(path, 4))
                pages.append(path.with_suffix(".html"))
                pages[-1].write_text(text, "utf-8")
            if not pages:
                yield f"{attempt.student}: no page was made"
            for path in pages:
                tab = browser.new_page()
                tab.goto(path.as_uri(), wait_until="load")
                tab.wait_for_timeout(200)
                if tab.evaluate("window.breach") is not None:
                    yield f"{attempt.student}: a script ran in {path.name}"
                if tab.evaluate("!!document.querySelector('iframe,object,form,base')"):
                    yield f"{attempt.student}: a frame or a form in {path.name}"
                links = "[...document.links].map((a) => a.protocol)"
                if {"javascript:", "data:"} & set(tab.evaluate(links)):
                    yield f"{attempt.student}: a link that is a script"
                tab.close()
        for visit in self.servers.visits[known:]:
            yield f"reached from a page: {visit}"

    def close(self):
        self.servers.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def np_folder():
    """Return the folder from which the grader's Python imports packages."""
    import numpy

    return Path(numpy.__file__).parents[1]
