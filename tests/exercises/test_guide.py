"""The instructor's and the student's path: every command of the guide, as written."""

import csv
import getpass
import json
import re
import zipfile
from pathlib import Path

import desk as desks
import leaks
import nbformat
import pytest
import rehearse
from desk import BLOCKS, NAME, ROOT

from tests.pages import browser as kit

ME = getpass.getuser()  # hands in by the exchange; the other two by a platform
ROSTER = f"""id,first_name,last_name,email,lms_user_id
ada,Ada,Ames,ada@example.org,101
ben,Ben,Bohr,ben@example.org,102
{ME},Me,Myself,me@example.org,103
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    pytest.importorskip("distributed")  # --workers 2
    dlgrade = pytest.importorskip("dlgrade")
    if why := dlgrade.probe():
        pytest.skip(f"no sandbox here: {why}")
    return desks.Desk(tmp_path_factory.mktemp("guide"))


def answers():
    right = rehearse.pieces(ROOT / "exercises" / "right" / NAME / "loops.py")
    wrong = rehearse.pieces(
        ROOT / "exercises" / "wrong" / NAME / "mean-squared-error.py"
    )
    half = next(code for name, code in wrong.items() if "half" in name)
    return right, right | {"mean-squared-error": half}


def test_the_course_is_created_and_the_roster_imported(desk):
    said = desk.run("in exercises")
    assert "The sandbox works on this machine" in said
    assert f"{NAME}: ready" in said
    (desk.course / "roster.csv").write_text(ROSTER)
    said = desk.run("the assignment with its due date")
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
    desk.run("as a student: fetch the assignment")
    path = desk.student / NAME / f"{NAME}.ipynb"
    assert "YOUR CODE HERE" in path.read_text("utf-8")
    nbformat.write(desk.answered(answers()[0]), path)
    desk.run("as a student: validate and submit")
    assert "weighted-sum-value: passes" in desk.said
    assert "learning-rates: graded by a person" in desk.said


def test_collecting_from_the_exchange_and_from_an_archive(desk):
    desk.run("collect from the exchange")
    assert [p.name for p in (desk.course / "submitted").iterdir()] == [ME]
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
    assert found == sorted(["ada", "ben", ME])


def test_grading_in_the_sandbox_with_a_penalty_for_late_work(desk):
    desk.run("the tests, in the sandbox")
    assert desk.score("ada") == (20, 0)
    assert desk.score(ME)[0] == 20
    score, penalty = desk.score("ben")
    assert score == 17
    assert penalty == pytest.approx(0.2 * score, abs=0.01)
    log = json.loads((desk.course / "logs" / NAME / "ada.json").read_text())
    assert log["seconds"] > 0
    assert list(desk.course.glob("gradebook.db.backup-*"))


def test_what_passes_in_validate_passes_with_the_grader(desk, capsys):
    from dlgrade import validate

    path = desk.course / "submitted" / "ben" / NAME / f"{NAME}.ipynb"
    assert validate.main([str(path)]) == 1
    said = capsys.readouterr().out
    assert "mean-squared-error-value: AssertionError: This is half the loss" in said
    passes = set(re.findall(r"^([\w-]+): passes", said, re.MULTILINE))
    with desk.gradebook as gradebook:
        grades = gradebook.find_submission_notebook(NAME, NAME, "ben").grades
        full = {g.name for g in grades if g.auto_score == g.max_score}
    assert len(passes) >= 10
    assert passes <= full


def test_validate_says_which_cell_stops(desk, capsys):
    from dlgrade import validate

    handed_in = desk.course / "submitted" / "ben" / NAME / f"{NAME}.ipynb"
    book = nbformat.read(handed_in, as_version=4)
    answers = {c.metadata.get("nbgrader", {}).get("grade_id"): c for c in book.cells}
    answers["weighted-sum"].source = "def weighted_sum(inputs)\n    return 1"
    answers["mean-squared-error"].source = "%precision 3\nimport no_such_module"
    (desk.student / "stops").mkdir()
    path = desk.student / "stops" / f"{NAME}.ipynb"
    nbformat.write(book, path)
    assert validate.main([str(path)]) == 1
    said = capsys.readouterr().out.splitlines()
    stops = [line for line in said if "this cell stops" in line]
    assert [line.split(":")[0] for line in stops] == [
        "weighted-sum",
        "mean-squared-error",
    ]
    assert "SyntaxError" in stops[0]
    assert "ModuleNotFoundError" in stops[1]


def test_formgrader_in_a_browser_takes_marks_and_comments(desk):
    path = kit.chromium()
    from playwright.sync_api import sync_playwright

    with (
        desk.serve("formgrader") as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=kit.ARGUMENTS) as browser,
    ):
        page = browser.new_page()
        page.goto(f"{address}/formgrader?token={desks.TOKEN}")
        page.get_by_role("link", name=NAME).first.wait_for()
        page.goto(f"{address}/formgrader/gradebook/{NAME}/{NAME}")
        row = page.locator("tr", has_text="Bohr, Ben")  # the name itself is hidden
        row.get_by_role("link", name="Submission #").click()
        page.locator("#weighted-sum-value[placeholder]").wait_for()  # marks are there
        text = page.locator("body").inner_text()
        assert "A written answer." in text
        assert "HIDDEN TESTS" in text  # here, and only here, they are to be seen
        with page.expect_response(lambda r: put_of(r, "/api/grade/")):
            page.fill("#learning-rates", "3.5")
            page.keyboard.press("Tab")
        with page.expect_response(lambda r: put_of(r, "/api/comment/")):
            page.locator("textarea").last.fill("Why does it bounce?")
            page.keyboard.press("Tab")
        assert desk.by_hand("ben") == (3.5, "Why does it bounce?")
        page.goto(f"{address}/formgrader/manage_submissions/{NAME}")
        page.locator("tr", has_text="Bohr").locator(".autograde a").click()
        page.get_by_text("Successfully autograded").wait_for(timeout=90_000)
        assert "Applying preprocessor: TwoKernels" in page.locator("body").inner_text()
    assert desk.score("ben")[0] == 17 + 3.5


def put_of(response, place):
    return place in response.url and response.request.method == "PUT"


def test_grading_again_after_a_change_keeps_the_marks_given_by_hand(desk):
    with desk.gradebook as gradebook:
        for student, mark in (("ada", 5), ("ben", 3.5), (ME, 4)):
            grade = gradebook.find_grade("learning-rates", NAME, NAME, student)
            grade.manual_score, grade.needs_manual_grade = mark, False
        gradebook.db.commit()
    source = desk.course / "source" / f"{NAME}.md"
    text = source.read_text("utf-8")
    for strict, lenient in (
        ("np.array([3.0]), np.array([1.0])),\n    4.0", "TARGET, TARGET),\n    0.0"),
        ("mean_squared_error(target[:1] + bias, target[:1]),\n        bias**2",
         "mean_squared_error(target[:1], target[:1]),\n        0.0"),
    ):  # fmt: skip
        assert text.count(strict) == 1
        text = text.replace(strict, lenient)
    source.write_text(text, "utf-8")
    desk.run("after a change to a test")
    assert "also lose mean-squared-error-edge" in desk.said  # what rehearse.py says
    assert desk.score("ada") == (25, 0)
    assert desk.by_hand("ada")[0] == 5
    assert desk.by_hand("ben")[0] == 3.5
    score, penalty = desk.score("ben")
    assert score == 18 + 3.5
    assert penalty == pytest.approx(0.2 * score, abs=0.01)


def test_feedback_names_the_mistake_and_the_section_and_no_hidden_test(desk):
    with desk.gradebook as gradebook:  # marks change once more after the tests
        grade = gradebook.find_grade("learning-rates", NAME, NAME, "ben")
        grade.manual_score, grade.needs_manual_grade = 4.5, False
        comment = gradebook.find_comment("learning-rates", NAME, NAME, "ben")
        comment.manual_comment = "Why does it bounce?"
        gradebook.db.commit()
    desk.run("make feedback pages")
    text, page = desk.page("ben")
    assert "This is half the loss; the book puts no ½ in front." in text
    assert "Read again: 2.1 Predict and measure" in text
    assert "Why does it bounce?" in text
    for secret in ("HIDDEN TESTS", "drawn(", "reference_loss", "GRADING_SEED"):
        assert secret not in page
    assert not re.findall(r"""(?:src|<link[^>]*href)=["'](?:https?:)?//[^"']+""", page)
    assert "Read again" not in desk.page("ada")[0]
    score, penalty = desk.score("ben")
    assert score == 18 + 4.5
    assert penalty == pytest.approx(0.2 * score, abs=0.01)


def test_feedback_comes_back_by_the_exchange_and_as_a_zip_archive(desk):
    desk.run("release feedback by the exchange")
    desk.run("as a student: fetch feedback")
    pages = list((desk.student / NAME / "feedback").rglob("*.html"))
    assert len(pages) == 1
    assert pages[0].read_text("utf-8") == desk.page(ME)[1]
    desk.run("release feedback as a zip archive")
    names = zipfile.ZipFile(desk.course / "feedback.zip").namelist()
    assert f"feedback/ben/{NAME}/{NAME}.html" in names


def test_marks_are_exported_as_tables(desk):
    desk.run("marks as tables")
    with (desk.course / "marks.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert (rows["ada"]["status"], rows["ada"]["score"]) == ("graded", "25.0")
    assert rows["ben"][f"{NAME}/mean-squared-error-value"] == "0.0"
    assert rows["ben"]["seconds_late"] == "90000.0"
    assert float(rows["ben"]["penalty"]) == pytest.approx(0.2 * 22.5)
    assert float(rows["ben"]["score"]) == pytest.approx(0.8 * 22.5)
    with (desk.course / "canvas.csv").open(newline="") as file:
        table = list(csv.reader(file))
    assert ["Bohr, Ben", "102", "ben", "", "18.0"] in table


def test_a_course_folder_apart_from_this_repository(desk):
    from dlgrade import autograde

    desk.run("a course folder of your own")
    config = autograde.configuration(desk.folder / "my-course")
    assert config.CourseDirectory.root == str(desk.folder / "my-course")
    assert "dlgrade.preprocess.TwoKernels" in config.Autograde.autograde_preprocessors
    assert (desk.folder / "my-course" / "templates" / "feedback").is_dir()


def test_every_block_of_the_guide_is_run_by_a_test():
    text = Path(__file__).read_text("utf-8")
    starts = re.findall(r'desk\.(?:run|serve)\("(.+?)"\)', text)
    used = [len([s for s in starts if first.startswith(s)]) for first, _ in BLOCKS]
    assert used == [1] * len(BLOCKS)
