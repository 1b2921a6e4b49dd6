"""A class and its gradebook: what is recorded, and that nothing is lost."""

from pathlib import Path

import nbformat
import pytest
from dlgrade import (
    autograde,
    cli,
    record,
)
from tiny_course import RIGHT, tiny

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
needs_sandbox = pytest.mark.needs_sandbox
EXERCISES = Path(autograde.__file__).parents[1]


def run(course, *options):
    """Run the command in this process without workers; return its exit code."""
    line = ["autograde", "tiny", "--course", str(course.root), "--workers", "0"]
    return cli.main([*line, *options])


@needs_sandbox
def test_a_class_is_graded_once_and_again_when_asked(course, capsys):
    course("ann", {"double": RIGHT, "why": "So."})
    bad = course("bob", {"double": RIGHT})
    (bad / "tiny.ipynb").unlink()
    (bad / "tiny.ipynb").symlink_to("/etc/passwd")
    assert run(course) == 1
    told = capsys.readouterr().out
    assert "NOT READ" in told
    assert "is a link" in told
    assert course.marks("ann") == {
        "value": (2, None),
        "other": (1, None),
        "why": (None, None),
    }
    log = record.read_log(course.root, "tiny", "ann")
    assert log["seconds"] > 0
    assert log["peak_mb"] > 0
    assert log["notebooks"]["tiny"]["cells"]
    # a mark by hand outlives a new run; an unchanged submission is not run again
    with course.gradebook() as book:
        grade = book.find_grade("why", "tiny", "tiny", "ann")
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        book.db.commit()
    (bad / "tiny.ipynb").unlink()
    course("bob", {"double": "def double(x):\n    return [1, 1]"})
    assert run(course) == 0
    assert "graded before" in capsys.readouterr().out
    assert course.marks("bob")["other"] == (1, None)
    assert course.marks("bob")["value"] == (0, None)
    assert run(course, "--force", "--student", "ann") == 0
    assert course.marks("ann")["why"] == (None, 2.5)
    assert len(list(course.root.glob("gradebook.db.backup-*"))) >= 1


@needs_sandbox
def test_nbgraders_own_command_grades_the_same_way(course):
    sly = "import os\nprint(os.path.exists('/etc/passwd'))\n" + RIGHT
    folder = course("ann", {"double": sly, "value": "pass"})
    (folder / "secret").symlink_to("/etc/passwd")
    done = course.api.autograde("tiny", "ann")
    assert done["success"], done
    assert course.marks("ann") == {
        "value": (2, None),
        "other": (1, None),
        "why": (0, None),
    }
    graded = course.root / "autograded" / "ann" / "tiny"
    assert not (graded / "secret").exists()
    book = nbformat.read(graded / "tiny.ipynb", 4)
    assert book.cells[1].outputs[0].text == "False\n"


def test_a_run_is_refused_without_a_sandbox(course, monkeypatch, capsys):
    course("ann", {"double": RIGHT})
    monkeypatch.setattr("dlgrade.grade.probe", lambda: "no bubblewrap")
    assert run(course) == 3
    assert "--unsafe" in capsys.readouterr().err
    assert not (course.root / "autograded").exists()
    assert run(course, "--unsafe") == 0
    assert course.marks("ann")["value"] == (2, None)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda c: (c.root / "nbgrader_config.py").unlink(), "no nbgrader_config.py"),
        (lambda c: (c.root / "gradebook.db").unlink(), "generate_assignment"),
        (lambda c: change_points(c.root / "source/tiny/tiny.ipynb"), "--force"),
    ],
)
def test_a_course_that_is_not_ready_is_told_so(course, capsys, spoil, reason):
    course("ann", {"double": RIGHT})
    spoil(course)
    assert run(course, "--unsafe") == 2
    assert reason in capsys.readouterr().err


def change_points(path):
    book = nbformat.read(path, 4)
    book.cells[2].metadata.nbgrader.points = 5
    nbformat.write(book, path)


def test_two_runs_do_not_record_at_once(course, capsys):
    course("ann", {"double": RIGHT})
    config = autograde.configuration(course.root)
    course_folder = autograde.CourseDirectory(config=config)
    recorder = record.Recorder(course_folder, "tiny", config)
    assert run(course, "--unsafe") == 2
    assert "Another dlgrade" in capsys.readouterr().err
    recorder.close()


def test_a_submission_is_recorded_whole_or_not_at_all(course, monkeypatch):
    config = autograde.configuration(course.root)
    folder = autograde.CourseDirectory(config=config)
    recorder = record.Recorder(folder, "tiny", config)
    monkeypatch.setattr(recorder, "save_points", lambda *a: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        recorder.record("ann", {"tiny": tiny()}, None, {})
    recorder.close()
    with record.Gradebook(folder.db_url) as book, pytest.raises(record.MissingEntry):
        book.find_student("ann")
    assert not (course.root / "autograded" / "ann" / "tiny").exists()
