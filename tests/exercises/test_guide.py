"""The instructor's path: every command of the guide, run as it is written there."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import field
import leaks
import nbformat
import pytest
import rehearse
from nbgrader.api import Gradebook

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "book" / "instructor" / "grading.md"
NAME = "linear-regression"
BLOCKS = re.findall(
    r"^```bash\n# (.+?)\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S
)
ROSTER = """id,first_name,last_name,email,lms_user_id
ada,Ada,Ames,ada@example.org,101
ben,Ben,Bohr,ben@example.org,102
"""
SETTINGS = """
c.Exchange.root = {exchange!r}
c.CourseDirectory.root = {course!r}
c.FileNameCollectorPlugin.named_regexp = (
    r".*?(?P<student_id>[a-z]+)_(?P<timestamp>\\d+T\\d+)_(?P<file_id>[\\w-]+)"
)
"""


class Desk:
    """A copy of the course on the desk of an instructor, beside that of a student."""

    def __init__(self, folder):
        self.folder = folder
        self.course = folder / "repository" / "exercises"
        unused = shutil.ignore_patterns(
            "release", "submitted", "autograded", "feedback", "gradebook*", "logs",
            "__pycache__",
        )  # fmt: skip
        shutil.copytree(ROOT / "exercises", self.course, ignore=unused)
        chapters = Path("book", "chapters")
        shutil.copytree(ROOT / chapters, folder / "repository" / chapters)
        self.student, self.exchange = folder / "student", folder / "exchange"
        for path in (self.student, self.exchange, folder / "home" / ".jupyter"):
            path.mkdir(parents=True)
        self.exchange.chmod(0o777)
        names = {"exchange": str(self.exchange), "course": str(self.course)}
        with (self.course / "nbgrader_config.py").open("a") as file:
            file.write(SETTINGS.format(**names))
        (self.student / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(self.exchange)!r}\n"
        )
        tools = field.make_tools(folder / "bin")
        self.environment = os.environ | {
            "HOME": str(folder / "home"),
            "PATH": f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": f"{self.course}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.said = ""

    def run(self, start):
        """Run the block of the guide whose first line starts with these words."""
        found = [block for block in BLOCKS if block[0].startswith(start)]
        assert len(found) == 1, start
        place = self.student if start.startswith("as a student") else self.course
        done = subprocess.run(
            ["bash", "-eu", "-c", found[0][1]], cwd=place, env=self.environment,
            capture_output=True, text=True, timeout=280, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, f"{found[0][1]}\n{self.said}"
        return self.said

    @property
    def gradebook(self):
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
        with self.gradebook as gradebook:
            found = gradebook.find_submission(NAME, student)
            return found.score, found.late_submission_penalty


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    pytest.importorskip("distributed")  # --workers 2
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no sandbox here: {why}")
    return Desk(tmp_path_factory.mktemp("guide"))


def answers():
    right = rehearse.pieces(ROOT / "exercises" / "right" / NAME / "loops.py")
    wrong = rehearse.pieces(
        ROOT / "exercises" / "wrong" / NAME / "mean-squared-error.py"
    )
    half = next(code for name, code in wrong.items() if "half" in name)
    return right, right | {"mean-squared-error": half}


def test_the_course_is_created_and_the_roster_imported(desk):
    (desk.course / "roster.csv").write_text(ROSTER)
    said = desk.run("in exercises")
    assert "ada (Ames, Ada)" in said
    assert "ben (Bohr, Ben)" in said


def test_release_by_exchange_and_as_a_zip_archive(desk):
    desk.run("make the version for students")
    desk.run("release by the exchange")
    desk.run("release as a zip archive")
    names = zipfile.ZipFile(desk.course / f"{NAME}.zip").namelist()
    assert f"{NAME}/{NAME}.ipynb" in names
    assert leaks.find_leaks([desk.exchange, desk.course / f"{NAME}.zip"]) == []


def test_a_student_fetches_validates_and_submits(desk):
    desk.run("as a student: fetch")
    path = desk.student / NAME / f"{NAME}.ipynb"
    assert "YOUR CODE HERE" in path.read_text("utf-8")
    nbformat.write(desk.answered(answers()[0]), path)
    desk.run("as a student: validate and submit")
    assert "weighted-sum-value: passes" in desk.said
    assert "learning-rates: graded by a person" in desk.said


def test_collecting_from_the_exchange_and_from_an_archive(desk):
    desk.run("collect from the exchange")
    handed_in = list((desk.course / "submitted").iterdir())
    assert len(handed_in) == 1  # the user of this machine, who is on no roster
    shutil.rmtree(handed_in[0])
    archive = desk.course / "downloaded" / NAME / "archive"
    archive.mkdir(parents=True)
    right, half = answers()
    with zipfile.ZipFile(archive / "class.zip", "w") as file:
        for student, time_, code in (
            ("ada", "20261101T170000", right),
            ("ben", "20261102T190000", half),  # two days begun
        ):
            text = nbformat.writes(desk.answered(code))
            file.writestr(f"{student}_{time_}_{NAME}.ipynb", text)
    desk.run("collect from an archive")
    found = sorted(p.name for p in (desk.course / "submitted").iterdir())
    assert found == ["ada", "ben"]


def test_grading_in_the_sandbox_with_a_penalty_for_late_work(desk):
    desk.run("the tests, in the sandbox")
    assert desk.score("ada") == (20, 0)
    score, penalty = desk.score("ben")
    assert 16 <= score < 20
    assert penalty == pytest.approx(0.2 * score, abs=0.01)
    log = json.loads((desk.course / "logs" / NAME / "ada.json").read_text())
    assert log["seconds"] > 0
    assert list(desk.course.glob("gradebook.db.backup-*"))


def test_every_block_of_the_guide_is_run_by_a_test():
    text = Path(__file__).read_text("utf-8")
    starts = re.findall(r'desk\.run\("(.+?)"\)', text)
    assert [len([s for s in starts if first.startswith(s)]) for first, _ in BLOCKS] == [
        1
    ] * len(BLOCKS)
