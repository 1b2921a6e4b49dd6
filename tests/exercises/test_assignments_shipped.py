"""Each assignment as students get it, hand it in and get it back: in the sandbox."""

import copy
import json

import build
import feedback
import leaks
import nbformat
import pytest
import rehearse
import reread
import variants
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions

from exercises.dlgrade.execute import names_in

ASSIGNMENTS = [path.stem for path in sorted(build.SOURCE.glob("*.md"))]
BOOKS = {name: build.notebook(build.SOURCE / f"{name}.md") for name in ASSIGNMENTS}
OWN = 'student = "your id"'  # the line by which a task with data of one's own begins


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def released(name):
    """Return the version for students."""
    book = copy.deepcopy(BOOKS[name])
    for step in (ClearSolutions(), ClearHiddenTests()):
        book, _ = step.preprocess(book, {})
    return book


def by_hand(cell):
    return cell.cell_type == "markdown" and grade_id(cell) is not None


def answered(name, code):
    book = copy.deepcopy(BOOKS[name])
    for cell in book.cells:
        cell.source = code.get(grade_id(cell), cell.source)
    return book


def own_tasks(name):
    """Return, by grade id, the names that each task with own data asks for."""
    asked = {}
    for cell in BOOKS[name].cells:
        if OWN in cell.source:
            found = names_in(cell.source.split("### BEGIN SOLUTION")[0])
            asked[grade_id(cell)] = [n for n in found if n != "student"]
    return asked


WITH_OWN_DATA = [(name, task) for name in ASSIGNMENTS for task in own_tasks(name)]


# ---- what students get ----------------------------------------------------------


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_release_holds_no_secret_and_still_all_questions(name, tmp_path):
    book = released(name)
    nbformat.write(book, tmp_path / "release.ipynb")
    assert leaks.find_leaks([tmp_path]) == []
    text = (tmp_path / "release.ipynb").read_text("utf-8")
    assert "BEGIN" not in text
    assert "GRADING_SEED" not in text
    assert [grade_id(c) for c in book.cells] == [grade_id(c) for c in BOOKS[name].cells]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_what_students_see_of_the_tests_passes_for_right_answers(name):
    book = released(name)
    for answer in rehearse.answers(name, BOOKS[name]):
        if answer.name.startswith("right/"):
            assert rehearse.run(book, answer.code, seed=2) == {}, answer.name


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_points_of_the_text_are_those_of_the_tests(name):
    """A heading says what a task is worth, the first lines what the whole is worth."""
    text = (build.SOURCE / f"{name}.md").read_text("utf-8")
    in_headings, in_tests, task = {}, {}, None
    for cell in BOOKS[name].cells:
        for line in cell.source.splitlines() if cell.cell_type == "markdown" else []:
            if line.startswith("## Task"):
                task = line.split(".")[0]
                in_headings[task] = int(line.split("(")[-1].split(" point")[0])
        told = cell.metadata.get("nbgrader", {})
        if told.get("grade"):
            in_tests[task] = in_tests.get(task, 0) + told["points"]
    assert in_headings == in_tests
    assert f" {sum(in_tests.values())} points; about " in text


# ---- data of one's own -----------------------------------------------------------


@pytest.mark.parametrize("name", sorted({name for name, _ in WITH_OWN_DATA}))
def test_the_function_shown_is_the_one_of_the_course(name):
    assert not variants.missing(BOOKS[name])


@pytest.mark.parametrize(("name", "task"), WITH_OWN_DATA)
def test_own_answers_pass_and_copied_numbers_do_not(name, task, monkeypatch):
    asked = own_tasks(name)[task]
    students = [f"student-{number}" for number in range(6)]
    solution = next(c.source for c in BOOKS[name].cells if grade_id(c) == task)
    book = copy.deepcopy(BOOKS[name])  # without the tests of the other tasks
    book.cells = [c for c in book.cells if not of_another_task(c, task)]
    numbers = {}
    for student in students:
        monkeypatch.setenv("DLGRADE_STUDENT", student)
        names = everything(name, solution)
        numbers[student] = {n: names[n] for n in asked}
        for answer in rehearse.answers(name, BOOKS[name]):
            if answer.name.startswith(("model", "right")):
                lost = rehearse.run(book, answer.code, seed=2)
                assert lost == {}, (student, answer.name)
    for student, other in zip(students, students[1:] + students[:1], strict=True):
        monkeypatch.setenv("DLGRADE_STUDENT", student)
        typed = [f"{n} = {plain(value)!r}" for n, value in numbers[other].items()]
        code = "\n".join([f"student = {student!r}", *typed])
        lost = set(rehearse.run(book, {task: code}, seed=2))
        assert len(lost) > 1, student


def of_another_task(cell, task):
    """Whether a cell holds tests that give points, and not for this task."""
    told = cell.metadata.get("nbgrader", {})
    return bool(told.get("points")) and not told["grade_id"].startswith(f"{task}-")


def everything(name, last):
    """Return all names after the cells up to the last one with a solution."""
    names = {"__name__": "__main__"}
    for cell in BOOKS[name].cells:
        told = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and not told.get("grade"):
            exec(compile(cell.source, told["grade_id"], "exec"), names)
        if cell.source == last:
            return names
    raise AssertionError(name)


def plain(value):
    return value.tolist() if hasattr(value, "tolist") else value


# ---- through the real grader -----------------------------------------------------


def graded(name, code, tmp_path, student="student-1"):
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no sandbox here: {why}")
    source = tmp_path / "source.ipynb"
    nbformat.write(BOOKS[name], source)
    folder = tmp_path / "submitted"
    folder.mkdir(exist_ok=True)
    nbformat.write(answered(name, code), folder / "source.ipynb")
    return dlgrade.grade_one(folder, source, student=student, seed=4711)


def lost_in(name, result):
    points = rehearse.graded(BOOKS[name])
    return {part for part, most in points.items() if result.scores[part] < most}


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_model_solution_gets_full_marks_in_the_sandbox(name, tmp_path):
    result = graded(name, {}, tmp_path)
    assert lost_in(name, result) == set(), result.messages
    assert result.log["refused"] == result.log["killed"] == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_feedback_has_messages_and_places_and_no_secret(name, tmp_path):
    """One wrong answer for each task, graded, and cleaned as feedback is."""
    chosen = {}
    for answer in rehearse.answers(name, BOOKS[name]):
        if answer.name.startswith("wrong/"):
            chosen = answer.code | chosen
    written = {grade_id(c): "In my words." for c in BOOKS[name].cells if by_hand(c)}
    result = graded(name, chosen | written, tmp_path, student="instructor")
    book = result.notebook
    for cell in book.cells:
        if grade_id(cell) in result.scores:
            cell.metadata.nbgrader.score = result.scores[grade_id(cell)] or 0.0
    resources = {"nbgrader": {"assignment": name}}
    for step in (feedback.HideHiddenTests(), reread.NameSection()):
        book, _ = step.preprocess(book, resources)
    shown = tmp_path / "shown" / "feedback.ipynb"
    shown.parent.mkdir()
    nbformat.write(book, shown)
    # lines of their own, and the messages, are what students are to see
    fine = leaks.bare("\n".join([*chosen.values(), *result.messages.values()]))
    found = [leaks.bare(line).strip(",()") for _, line in leaks.find_leaks([shown])]
    assert [line for line in found if line not in fine] == []
    errors = [o for c in book.cells for o in c.get("outputs", [])]
    assert len(errors) >= len(chosen)
    assert all("Read again: " in error.traceback[-1] for error in errors)
    assert "Traceback" not in json.dumps(book)


@pytest.mark.grading
@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_rehearsed_answer_scores_the_same_in_the_sandbox(name, tmp_path):
    for answer in rehearse.answers(name, BOOKS[name]):
        code = answer.code
        result = graded(name, code, tmp_path, student="instructor")
        assert lost_in(name, result) == set(answer.loses), answer.name
        told = " ".join(result.messages.values())
        assert answer.message in told, answer.name
