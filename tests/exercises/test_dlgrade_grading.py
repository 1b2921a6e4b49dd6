"""Whole submissions: what is believed of them, and what comes of them."""

import json
import os
from pathlib import Path

import build
import grade_demo
import nbformat
import pytest
import rehearse
from dlgrade import (
    Limits,
    autograde,
    execute,
    grade_one,
    outputs,
    sandbox,
    transplant,
)
from dlgrade.execute import names_in
from dlgrade.kernel import Kernel
from nbformat.v4 import new_output
from tiny_course import RIGHT, TESTS, cell, submission, tiny

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
needs_sandbox = pytest.mark.needs_sandbox
EXERCISES = Path(autograde.__file__).parents[1]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source" / "tiny.ipynb"
    path.parent.mkdir()
    nbformat.write(tiny(), path)
    return path


def hand_in(tmp_path, answers):
    folder = tmp_path / "handed-in"
    folder.mkdir()
    nbformat.write(submission(answers), folder / "tiny.ipynb")
    return folder


# ---- what is believed ---------------------------------------------------------


def test_only_answers_are_taken_and_the_rest_is_named():
    answers = {"double": RIGHT, "value": "pass", "mine": "import os"}
    book, remarks = transplant.transplant(tiny(), answers)
    text = {c.metadata.nbgrader.grade_id: c.source for c in book.cells}
    assert text["double"] == RIGHT
    assert text["value"] == TESTS
    assert text["why"] == "YOUR ANSWER HERE"
    assert any("mine is unknown" in remark for remark in remarks)
    assert any("why is missing" in remark for remark in remarks)


def make_link(path):
    path.symlink_to("/etc/passwd")


def make_hard_link(path):
    (path.parent / "other").write_text("{}")
    os.link(path.parent / "other", path)


UNREADABLE = {
    "a link": (make_link, "is a link"),
    "a hard link": (make_hard_link, "second name"),
    "a pipe": (os.mkfifo, "not an ordinary file"),
    "a folder": (Path.mkdir, "not an ordinary file|cannot be opened"),
    "too large": (lambda p: p.write_bytes(bytes(3 << 20)), "larger than 1 MB"),
    "no JSON": (lambda p: p.write_text("{"), "no notebook"),
    "no text": (lambda p: p.write_bytes(b"\xff\xfe"), "no notebook"),
    "no cells": (lambda p: p.write_text("{}"), "no notebook"),
    "cells of another kind": (lambda p: p.write_text('{"cells": 1}'), "no notebook"),
    "a list": (lambda p: p.write_text("[]"), "no notebook"),
    "deep": (lambda p: p.write_text("[" * 10**5), "no notebook"),
    "nothing": (lambda p: None, "cannot be opened"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path, name):
    make, reason = UNREADABLE[name]
    path = tmp_path / "x.ipynb"
    make(path)
    with pytest.raises(transplant.Unreadable, match=reason):
        transplant.read_answers(path, 1 << 20)


@pytest.mark.parametrize(
    "strange",
    [
        None,
        1,
        "x",
        [],
        {},
        {"metadata": None},
        {"metadata": {"nbgrader": []}},
        {"metadata": {"nbgrader": {"grade_id": ["double"]}}},
        {"metadata": {"nbgrader": {"grade_id": "double"}}},
        {"metadata": {"nbgrader": {"grade_id": "double"}}, "source": [1]},
        {"metadata": {"nbgrader": {"grade_id": "double"}}, "source": "x" * 10**6},
    ],
    ids=lambda cell: str(cell)[:50],
)
def test_a_strange_cell_is_left_out_and_the_others_count(tmp_path, strange):
    good = {"metadata": {"nbgrader": {"grade_id": "why"}}, "source": ["a", "\ud800"]}
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps({"cells": [strange, good]}))
    answers, _ = transplant.read_answers(path, 1 << 21)
    assert answers == {"why": "a?"}


def test_the_first_of_two_answers_counts(tmp_path):
    cells = [
        {"metadata": {"nbgrader": {"grade_id": "a"}}, "source": text} for text in "xy"
    ]
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    answers, remarks = transplant.read_answers(path, 1 << 20)
    assert answers == {"a": "x"}
    assert "twice" in remarks[0]


def test_links_and_special_files_beside_the_notebook_are_left_out(tmp_path):
    (tmp_path / "data.csv").write_text("1")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "big").write_bytes(bytes(2000))
    files, remarks = transplant.other_files(tmp_path, 1000)
    assert list(files) == ["data.csv"]
    assert len(remarks) == 4


def test_the_names_of_an_answer_are_those_the_instructor_defines():
    code = "import os\nx, (y, *z) = f()\ndef g():\n  inner = 1\nclass C: pass\n"
    assert names_in(code + "if x:\n  w: int = 1") == ["C", "g", "w", "x", "y", "z"]


# ---- outputs ------------------------------------------------------------------


def test_no_script_is_left_in_a_graded_notebook():
    book = tiny()
    script = "<script>alert(1)</script>"
    book.cells[
        -1
    ].source = (
        f"{script} [a](javascript:x) ![p](http://evil/p.png) <img src=x onerror=y>"
    )
    data = {
        "text/html": f"{script}<b onclick='x'>b</b>",
        "image/svg+xml": "<svg/>",
        "application/javascript": "x",
        "text/markdown": script,
        "image/png": "AAAA",
    }
    book.cells[1].outputs = [new_output("display_data", data=data)]
    text = json.dumps(outputs.sanitize(book))
    for bad in ("<script", "javascript:", "evil", "<img", "onclick=", "svg", "AAAA"):
        assert bad not in text, bad


@pytest.mark.parametrize(
    ("text", "points"), [("1.5", 1.5), ("7", 0), ("-1", 0), ("nan", 0), ("'x'", 2)]
)
def test_a_test_gives_no_more_points_than_it_has(text, points):
    test = cell("code", "value", "f()", 2, locked=True)
    data = {"text/plain": text}
    test.outputs = [new_output("execute_result", data=data, execution_count=1)]
    outputs.check_points(test)
    assert outputs_score(test) == points


def outputs_score(test):
    from nbgrader.utils import determine_grade

    return determine_grade(test)[0]


# ---- whole submissions --------------------------------------------------------


@needs_sandbox
def test_a_submission_is_graded_in_two_kernels(tmp_path, source):
    attack = (
        "import os\nprint(os.environ.get('GRADING_SEED'), 'SECRET' in globals())\n"
        "def expect(*all): return True\n" + RIGHT
    )
    folder = hand_in(tmp_path, {"double": attack, "why": "It is so."})
    (folder / "passwd").symlink_to("/etc/passwd")
    result = grade_one(folder, source, seed=4)
    assert result.scores == {"value": 2, "other": 1, "why": None}
    assert result.log["refused"] == ["refused: passwd is a link"]
    assert result.log["peak_mb"] > 10
    assert [c["kernel"] for c in result.log["cells"]] == [
        "both",
        "student",
        "tests",
        "tests",
    ]
    answer = result.notebook.cells[1]
    assert answer.outputs[0].text == "None True\n"


@needs_sandbox
def test_a_death_in_a_test_costs_that_test_alone(tmp_path, source):
    deadly = "import os\ndef double(x):\n    return x * 2 if x == [1] else os._exit(0)"
    result = grade_one(hand_in(tmp_path, {"double": deadly}), source)
    assert result.scores == {"value": 0, "other": 1, "why": 0}
    assert "ended" in result.log["killed"][0]


@needs_sandbox
def test_a_death_of_the_test_kernel_costs_that_test_alone(tmp_path, source):
    book = nbformat.read(source, 4)
    book.cells[2].source = "import os\nos._exit(0)"
    book.cells[3].source = "assert double([SECRET]) == [SECRET, SECRET]"
    nbformat.write(book, source)
    result = grade_one(hand_in(tmp_path, {"double": RIGHT}), source)
    assert result.scores == {"value": 0, "other": 1, "why": 0}
    assert "the test kernel: it ended" in result.log["killed"][0]


@needs_sandbox
def test_a_test_gives_points_only_when_it_has_run(tmp_path, source, monkeypatch):
    noisy = execute.ASK + "\nprint('a warning')"
    monkeypatch.setattr(execute, "ASK", noisy)
    wrong = "def double(x):\n    return 3 * x"
    result = grade_one(hand_in(tmp_path, {"double": wrong}), source)
    assert result.scores == {"value": 0, "other": 0, "why": 0}


@needs_sandbox
def test_a_guard_that_fails_is_told_in_the_log_and_the_kernel_starts_anew(
    tmp_path, source, monkeypatch
):
    start, failing = Kernel.start, []

    def started(kernel):
        start(kernel)
        if kernel.extra.get("GRADING_SEED") is None and not failing:
            kernel.watch.reason = lambda: [][0]
            kernel.watch.join(10)
            failing.append(kernel)

    monkeypatch.setattr(Kernel, "start", started)
    result = grade_one(hand_in(tmp_path, {"double": RIGHT}), source)
    assert result.scores == {"value": 2, "other": 1, "why": 0}
    assert any("its guard failed (IndexError" in why for why in result.log["killed"])


@needs_sandbox
def test_a_kernel_that_serves_nothing_costs_no_time(tmp_path, source):
    broken = "import socket\nsocket.socket = None\n" + RIGHT
    result = grade_one(hand_in(tmp_path, {"double": broken}), source)
    assert result.scores == {"value": 0, "other": 0, "why": 0}
    tests = [c["seconds"] for c in result.log["cells"] if c["kernel"] == "tests"]
    assert max(tests) < Limits.cell_seconds


@needs_sandbox
def test_after_its_time_no_kernel_of_a_submission_starts_anew(
    tmp_path, source, monkeypatch
):
    monkeypatch.setattr(execute.Execution, "late", lambda self: True)
    deadly = "import os\ndef double(x):\n    os._exit(0)"
    result = grade_one(hand_in(tmp_path, {"double": deadly}), source)
    assert "could not be started" in result.messages["other"]
    assert len(result.log["killed"]) == 1


@needs_sandbox
def test_a_slow_answer_passes_on_a_busy_machine(tmp_path, source, monkeypatch):
    slow = "import time\ntime.sleep(2.5)\ndef double(x):\n    time.sleep(1.5)\n"
    monkeypatch.setattr(sandbox, "stretch", lambda: 5.0)
    folder = hand_in(tmp_path, {"double": slow + "    return x * 2"})
    result = grade_one(folder, source, limits=Limits(cell_seconds=2))
    assert result.scores == {"value": 2, "other": 1, "why": 0}


@needs_sandbox
def test_an_endless_call_costs_its_test_alone(tmp_path, source, monkeypatch):
    monkeypatch.setattr(sandbox, "stretch", lambda: 1.0)
    endless = "def double(x):\n    while x != [1]: pass\n    return x * 2"
    result = grade_one(
        hand_in(tmp_path, {"double": endless}), source, limits=Limits(cell_seconds=3)
    )
    assert result.scores == {"value": 0, "other": 1, "why": 0}
    assert "longer than 3 s" in result.messages["value"]


def test_a_submission_that_cannot_be_read_gets_no_points(tmp_path, source):
    folder = tmp_path / "x"
    folder.mkdir()
    result = grade_one(folder, source, unsafe=True)
    assert "cannot be opened" in result.error
    assert set(result.scores.values()) == {0}


@pytest.mark.grading
@needs_sandbox
def test_every_known_answer_scores_as_in_a_rehearsal(tmp_path):
    name = grade_demo.ASSIGNMENT
    book = build.notebook(build.SOURCE / f"{name}.md")
    points, complaints = rehearse.graded(book), []
    for number, answer in enumerate(rehearse.answers(name, book)):
        folder = tmp_path / str(number)
        folder.mkdir()
        handed_in = build.notebook(build.SOURCE / f"{name}.md")
        for part in handed_in.cells:
            told = part.metadata.get("nbgrader", {})
            part.source = answer.code.get(told.get("grade_id"), part.source)
        nbformat.write(handed_in, folder / f"{name}.ipynb")
        result = grade_one(folder, build.SOURCE / name / f"{name}.ipynb", seed=number)
        lost = {
            k: result.messages.get(k, "") for k, v in result.scores.items() if v == 0
        }
        lost = {part: text for part, text in lost.items() if part in points}
        complaints += rehearse.judge(answer, lost, points)
    assert complaints == []
