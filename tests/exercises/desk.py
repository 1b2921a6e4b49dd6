"""A copy of the course on an instructor's desk, where the guide's commands are run."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import commands
import nbformat
from nbgrader.api import Gradebook

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "book" / "instructor" / "grading.md"
NAME = "linear-regression"
BLOCKS = re.findall(
    r"^```bash\n# (.+?)\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S
)
MADE = ("release", "submitted", "autograded", "feedback", "logs", "downloaded")
TOKEN = "token-of-the-test"


def left_out(folder, names):
    """Return what nbgrader has made in the course folder itself, and caches."""
    made = MADE if Path(folder) == ROOT / "exercises" else ()
    return [n for n in names if n in (*made, "__pycache__") or "gradebook" in n]


class Desk:
    """A copy of the course on the desk of an instructor, beside that of a student."""

    def __init__(self, folder):
        self.folder = folder
        self.course = folder / "repository" / "exercises"
        shutil.copytree(ROOT / "exercises", self.course, ignore=left_out)
        chapters = Path("book", "chapters")
        shutil.copytree(ROOT / chapters, folder / "repository" / chapters)
        self.student, self.exchange = folder / "student", folder / "exchange"
        for path in (self.student, self.exchange, folder / "home" / ".jupyter"):
            path.mkdir(parents=True)
        self.exchange.chmod(0o777)
        # the one thing that the guide asks an instructor to set
        setting = f"\nc.Exchange.root = {str(self.exchange)!r}\n"
        with (self.course / "nbgrader_config.py").open("a") as file:
            file.write(setting)
        (self.student / "nbgrader_config.py").write_text("c = get_config()" + setting)
        tools = commands.make_tools(folder / "bin")
        self.environment = os.environ | {
            "HOME": str(folder / "home"),
            "PATH": f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": f"{self.course}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.environment.pop("GRADING_SEED", None)
        self.said = ""

    def block(self, start):
        """Return the commands of the block whose first line starts with these words."""
        found = [code for first, code in BLOCKS if first.startswith(start)]
        assert len(found) == 1, start
        return found[0]

    def run(self, start):
        """Run a block as it stands in the guide; return what it prints."""
        place = self.student if start.startswith("as a student") else self.course
        done = subprocess.run(
            ["bash", "-eu", "-c", self.block(start)], cwd=place, env=self.environment,
            capture_output=True, text=True, timeout=280, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, f"{self.block(start)}\n{self.said}"
        return self.said

    @contextmanager
    def serve(self, start):
        """Run the block that starts JupyterLab; yield the address of the server."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        options = (
            f"--no-browser --allow-root --ip=127.0.0.1 --port={port} "
            f"--IdentityProvider.token={TOKEN} --ServerApp.port_retries=0"
        )
        code = self.block(start)
        assert code.endswith("jupyter lab\n")
        code = code.replace("jupyter lab\n", f"exec jupyter lab {options}\n")
        with (self.folder / "server.log").open("w") as log:
            server = subprocess.Popen(
                ["bash", "-eu", "-c", code], cwd=self.course, env=self.environment,
                stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            try:
                self.wait_for(f"http://127.0.0.1:{port}/api", server)
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()
                try:
                    server.wait(20)
                except subprocess.TimeoutExpired:
                    server.kill()

    def wait_for(self, address, server, seconds=90):
        """Wait until the server answers."""
        end = time.monotonic() + seconds
        while server.poll() is None and time.monotonic() < end:
            try:
                with urllib.request.urlopen(address, timeout=5):
                    return
            except OSError:
                time.sleep(0.3)
        raise RuntimeError((self.folder / "server.log").read_text())

    @property
    def gradebook(self):
        """Return the gradebook, opened."""
        return Gradebook(f"sqlite:///{self.course / 'gradebook.db'}")

    def answered(self, code, words="A written answer."):
        """Return the released notebook with these answers in it."""
        book = nbformat.read(self.course / "release" / NAME / f"{NAME}.ipynb", 4)
        for cell in book.cells:
            part = cell.metadata.get("nbgrader", {}).get("grade_id")
            if part == "learning-rates":
                cell.source = words
            cell.source = code.get(part, cell.source)
        return book

    def score(self, student):
        """Return the score of a student and the penalty for being late."""
        with self.gradebook as gradebook:
            found = gradebook.find_submission(NAME, student)
            return found.score, found.late_submission_penalty

    def by_hand(self, student):
        """Return the mark that a person gave, and the comment."""
        with self.gradebook as gradebook:
            cell = ("learning-rates", NAME, NAME, student)
            grade, comment = gradebook.find_grade(*cell), gradebook.find_comment(*cell)
            return grade.manual_score, comment.manual_comment

    def page(self, student):
        """Return the text of a feedback page, and the page."""
        path = self.course / "feedback" / student / NAME / f"{NAME}.html"
        text = path.read_text("utf-8")
        return re.sub(r"<[^>]+>", "", text), text
