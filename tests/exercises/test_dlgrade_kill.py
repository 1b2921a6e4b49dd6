"""Nothing is lost when the recorder or a worker is killed, at whatever moment.

The moments are random; a failure tells the seed, and KILL_SEED=... repeats it.
"""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import build
import psutil
import pytest
from dlgrade import leftovers
from processes import at_work
from tiny_course import RIGHT

EXERCISES = Path(build.__file__).parent
HERE = Path(__file__).parent
SEED = int(os.environ.get("KILL_SEED") or random.SystemRandom().randrange(10**6))
WRONG = "def double(x):\n    return 3 * x"
FULL = {"value": (2, None), "other": (1, None), "why": (None, None)}
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


def environment():
    path = [str(EXERCISES), str(EXERCISES.parent), *filter(None, sys.path)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path)}


def hand_in(course, number):
    """Hand in for so many students; give the first a mark by hand."""
    students = [f"s{n:02d}" for n in range(number)]
    for student in students:
        course(student, {"double": RIGHT, "why": "So."})
    with course.gradebook() as book:
        book.update_or_create_student(students[0])
        book.update_or_create_submission("tiny", students[0])
        grade = book.find_grade("why", "tiny", "tiny", students[0])
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        book.db.commit()
    return students


def check(course, students, since=0):
    """Look at what a killed run has left; return who was recorded since, and when."""
    databases = [course.root / "gradebook.db"]
    databases += sorted(course.root.glob("gradebook.db.backup-2*"))[-1:]
    for database in databases:
        with sqlite3.connect(database) as book:
            told = book.execute("pragma integrity_check").fetchone()
            assert told == ("ok",), (database, SEED)
    recorded = {}
    for path in course.root.glob("logs/tiny/*.json"):
        when = json.loads(path.read_text())["recorded"]
        expected = FULL
        if path.stem == students[0]:
            expected = FULL | {"why": (None, 2.5)}
        assert course.marks(path.stem) == expected, (path.stem, SEED)
        if when > since:
            recorded[path.stem] = when
            graded = course.root / "autograded" / path.stem / "tiny" / "tiny.ipynb"
            assert json.loads(graded.read_text())["nbformat"] == 4, SEED
    with course.gradebook() as book:
        grade = book.find_grade("why", "tiny", "tiny", students[0])
        assert grade.manual_score == 2.5, SEED
    return recorded


def goes_on(before, after):
    """Whether everything that was recorded before is so still, and not anew."""
    return all(after.get(student) == when for student, when in before.items())


# ---- the recorder ---------------------------------------------------------------


@pytest.fixture(scope="module")
def record_until():
    """A function that records a course until a line; it returns exit code and lines."""
    process = subprocess.Popen(
        [sys.executable, str(HERE / "kill_at_line.py")],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def run(course, line, options=""):
        process.stdin.write(f"{course.root}\t{line}\t{options}\n")
        process.stdin.flush()
        return process.stdout.readline().split()

    yield run
    process.communicate()


def kill_at_lines(first_course, tmp_path, record_until, moments, again=""):
    """Kill the recorder at random lines, each time in a new course; then go on.

    `again` is an option with which a class is graded that has been graded before.
    """
    draw = random.Random(SEED)
    whole = first_course.copy(tmp_path / "whole")
    students = hand_in(whole, 3)
    start = whole.copy(tmp_path / "start")
    code, lines = record_until(whole, 0)
    assert code == "0"
    assert int(lines) > 200
    assert len(check(whole, students)) == 3
    if again:
        start = whole
        code, lines = record_until(whole.copy(tmp_path / "again"), 0, again)
        assert code == "0"
    began, stages = time.time(), set()
    for line in sorted(draw.sample(range(1, int(lines) + 1), moments)):
        course = start.copy(tmp_path / f"killed-{line}")
        assert record_until(course, line, again) == ["-9", "-"], (line, SEED)
        before = check(course, students, began)
        stages.add(len(before))
        same = again if len(before) < 3 else ""
        assert record_until(course, 0, same)[0] == "0", (line, SEED)
        after = check(course, students, began)
        assert len(after) == 3, (line, SEED)
        assert goes_on(before, after), (line, SEED)
        left = [*course.root.rglob("*unfinished*"), *course.root.rglob(".*.partial")]
        assert not left, (line, SEED)
    return stages


def test_a_recorder_killed_at_random_lines_loses_nothing(
    first_course, tmp_path, record_until
):
    kill_at_lines(first_course, tmp_path, record_until, 3)


@pytest.mark.grading
@pytest.mark.parametrize("again", ["", "--force"])
def test_a_recorder_killed_at_many_lines_loses_nothing(
    first_course, tmp_path, record_until, again
):
    stages = kill_at_lines(first_course, tmp_path, record_until, 30, again)
    assert len(stages) > 1, (stages, SEED)


@pytest.mark.grading
@pytest.mark.needs_sandbox
@pytest.mark.parametrize(("workers", "number"), [(0, 24), (2, 40)])
def test_a_whole_run_killed_at_ten_random_moments_goes_on(course, workers, number):
    """The kernels run, too: nothing of them may be left, in memory or in /tmp."""
    draw, students, recorded = random.Random(SEED), hand_in(course, number), {}
    line = [sys.executable, "-m", "dlgrade", "autograde", "tiny"]
    line += ["--workers", str(workers)]
    folders, kills = set(Path("/tmp").glob("dlg-*")), 0
    for _ in range(10):
        running = subprocess.Popen(
            line, cwd=course.root, env=environment(), stdout=subprocess.DEVNULL
        )
        while running.poll() is None:
            # somewhere within the next submission, so that the run gets on
            if len(list(course.root.glob("logs/tiny/*.json"))) > len(recorded):
                break
            time.sleep(0.05)
        time.sleep(draw.uniform(0, 1.5))
        below = kill(running)
        kills += running.returncode == -signal.SIGKILL
        alive = psutil.wait_procs(below, timeout=5)[1]
        leftovers.sweep()  # the next run does so when its first kernel starts
        assert not psutil.wait_procs(alive, timeout=30)[1], SEED
        latest = check(course, students)
        assert goes_on(recorded, latest), SEED
        recorded = latest
    assert kills == 10, (kills, SEED)
    subprocess.run(line, cwd=course.root, env=environment(), check=True)
    assert sorted(check(course, students)) == students, SEED
    ours = {path for path in Path("/tmp").glob("dlg-*")} - folders
    assert not [path for path in ours if is_free(path)], SEED


def kill(running):
    """End a run at once; return what ran below it."""
    below = []
    with contextlib.suppress(psutil.Error):
        below = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(signal.SIGKILL)
    running.wait()
    return below


def is_free(folder):
    """Whether no grader holds a folder any more."""
    try:
        return leftovers.is_abandoned(folder)
    except OSError:
        return False


# ---- a worker -------------------------------------------------------------------


@pytest.mark.grading
@pytest.mark.needs_sandbox
def test_a_killed_worker_loses_nothing(course):
    pytest.importorskip("distributed")
    students = hand_in(course, 10)
    running = subprocess.Popen(
        [sys.executable, "-m", "dlgrade", "autograde", "tiny", "--workers", "2"],
        cwd=course.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    killed = []
    while running.poll() is None and len(killed) < 3:
        for worker in at_work(running.pid):
            kernels = psutil.Process(worker.pid).children(recursive=True)
            worker.kill()
            _, alive = psutil.wait_procs(kernels, timeout=30)
            assert not alive, "a kernel outlived its worker"
            killed.append(worker.pid)
            time.sleep(3)  # until a new one has come
            break
        time.sleep(0.05)
    told = running.communicate()[0]
    assert len(killed) == 3, told
    assert running.returncode == 0, told
    assert sorted(check(course, students)) == students, told
