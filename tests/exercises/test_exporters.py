"""Marks as tables, and the penalty for late work."""

import csv
import re
from pathlib import Path

import grade_demo
import late
import pytest
from exporters import Canvas, PerQuestion
from nbgrader.api import Gradebook

NAMES = (
    ("ada_20261101T170000_line.ipynb", "ada", "line"),
    ("amesada_101_9001_line.ipynb", "101", "line"),
    ("amesada_LATE_101_9001_two-lines-1.ipynb", "101", "two-lines"),
)
DAY = 24 * 60 * 60
grade_demo.find_tools()


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_marks_are_exported_and_open_ones_stay_empty(tmp_path):
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        book.add_assignment("a")
        book.add_notebook("n", "a")
        for name, kind in (("code", "code"), ("words", "markdown")):
            book.add_grade_cell(name, "n", "a", max_score=5, cell_type=kind)
        book.add_student("ada", last_name="Ames", first_name="Ada", lms_user_id="101")
        book.add_student("ben", last_name="=1+1")
        book.add_student("eve")
        for student in ("ada", "ben"):
            book.add_submission("a", student)
            code = book.find_grade("code", "n", "a", student)
            code.auto_score, code.needs_manual_grade = 4, False
            words = book.find_grade("words", "n", "a", student)
            words.needs_manual_grade = student == "ben"
            words.manual_score = 3 if student == "ada" else None
        book.db.commit()
        for plugin, name in ((PerQuestion(), "marks.csv"), (Canvas(), "canvas.csv")):
            plugin.to = str(tmp_path / name)
            plugin.export(book)
    with (tmp_path / "marks.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert (rows["ada"]["status"], rows["ada"]["score"]) == ("graded", "7.0")
    assert (rows["ben"]["status"], rows["ben"]["score"]) == ("needs grading", "")
    assert (rows["ben"]["n/code"], rows["ben"]["n/words"]) == ("4.0", "")
    assert rows["ben"]["last_name"] == "'=1+1"
    assert rows["eve"]["status"] == "not submitted"
    with (tmp_path / "canvas.csv").open(newline="") as file:
        table = list(csv.reader(file))
    assert table[0] == ["Student", "ID", "SIS Login ID", "Section", "a"]
    assert ["Ames, Ada", "101", "ada", "", "7.0"] in table


@pytest.mark.parametrize(("name", "student", "notebook"), NAMES)
def test_names_in_archives_are_read_as_the_configuration_says(name, student, notebook):
    text = Path(late.__file__).with_name("nbgrader_config.py").read_text("utf-8")
    own, canvas = re.findall(r'r"(\.\*.+)"$', text, re.MULTILINE)
    found = re.match(own if "T17" in name else canvas, f"/x_1/all_2/{name}")
    assert (found["student_id"], found["file_id"]) == (student, notebook)


@pytest.mark.parametrize(
    ("seconds", "points"), [(0, None), (1, 2), (DAY, 2), (DAY + 1, 4), (99 * DAY, 10)]
)
def test_each_day_begun_costs_a_tenth_and_never_more_than_half(seconds, points):
    assert late.PerDay().late_submission_penalty("ada", 20, seconds) == points
