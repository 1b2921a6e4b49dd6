"""Data of their own for each student: own answers pass, copied ones do not."""

from pathlib import Path

import build
import nbformat
import numpy as np
import pytest
import rehearse
import variants

TEXT = Path(__file__).parent / "fixtures" / "own-hotels.md"
BOOK = build.notebook(TEXT)
STUDENTS = [f"student-{number:02d}" for number in range(50)]


def own_hotels(student):
    names = {}
    tools = next(c for c in BOOK.cells if "def own_hotels" in c.source)
    exec(tools.source, names)
    return names["own_hotels"](student)


def answer(worked_out_by, signed=None):
    """Return the numbers that one student found, with an id above them."""
    miles, prices = own_hotels(worked_out_by)
    weight, bias = (float(number) for number in np.polyfit(miles, prices, 1))
    loss = float(np.mean((weight * miles + bias - prices) ** 2))
    return (
        f"student = {signed or repr(worked_out_by)}\n"
        f"weight, bias, loss = {weight!r}, {bias!r}, {loss!r}"
    )


def lost(student, code, monkeypatch):
    monkeypatch.setenv("DLGRADE_STUDENT", student)
    return rehearse.run(BOOK, {"line": code}, seed=2)


def test_the_assignment_shows_the_very_function():
    assert not variants.missing(BOOK)
    other = nbformat.from_dict(BOOK)
    other.cells = [c for c in other.cells if "own_generator" not in c.source]
    assert variants.missing(other)


def test_fifty_students_have_fifty_data_sets():
    seen = {own_hotels(student)[0].tobytes() for student in STUDENTS}
    assert len(seen) == 50
    again = own_hotels(" Student-07 ")  # blanks and capitals make no difference
    np.testing.assert_array_equal(again, own_hotels("student-07"))


def test_the_own_answer_of_fifty_students_passes(monkeypatch):
    for student in STUDENTS:
        assert lost(student, answer(student), monkeypatch) == {}


def test_a_copied_answer_does_not_pass_for_any_of_fifty(monkeypatch):
    for student, other in zip(STUDENTS, STUDENTS[1:] + STUDENTS[:1], strict=True):
        as_it_was = lost(student, answer(other), monkeypatch)
        assert "not the one under which you hand in" in as_it_was["line-value"]
        signed_anew = lost(student, answer(other, repr(student)), monkeypatch)
        assert "not the best line of your own" in signed_anew["line-value"]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("variants") / "own-hotels.ipynb"
    nbformat.write(BOOK, path)
    return path


def graded(source, tmp_path, student, code):
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no sandbox here: {why}")
    book = nbformat.from_dict(BOOK)
    for cell in book.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "line":
            cell.source = code
    folder = tmp_path / student
    folder.mkdir()
    nbformat.write(book, folder / "own-hotels.ipynb")
    return dlgrade.grade_one(folder, source, student=student)


def test_the_grader_draws_by_the_id_that_handed_in(source, tmp_path):
    own = graded(source, tmp_path, "student-03", answer("student-03"))
    assert own.scores == {"line-shape": 1, "line-value": 4}, own.messages
    copied = graded(
        source, tmp_path, "student-04", answer("student-03", repr("student-04"))
    )
    assert copied.scores == {"line-shape": 1, "line-value": 0}
    assert "not the best line of your own" in copied.messages["line-value"]


@pytest.mark.grading
def test_fifty_students_in_the_sandbox(source, tmp_path):
    for number, student in enumerate(STUDENTS):
        by = student if number % 2 else STUDENTS[number + 1]
        result = graded(source, tmp_path, student, answer(by, repr(student)))
        assert sum(result.scores.values()) == (5 if number % 2 else 1), student
