"""Gate 6: one pass through nbgrader itself, from release to feedback page."""

import re

import grade_demo
import nbformat
import pytest
from dlgrade import probe

pytestmark = [
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
    pytest.mark.skipif(bool(probe()), reason=probe()),
]
STUDENTS = {7: "all four mistakes", 8: "empty"}  # who answers right: test_guide.py


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which two students have been graded."""
    pytest.MonkeyPatch().setenv("GRADING_SEED", "31")
    course = grade_demo.Course(tmp_path_factory.mktemp("nbgrader") / "course")
    course.make_release()
    course.source_text = "\n".join(cell.source for cell in course.book.cells)
    course.expected = {}
    points = grade_demo.rehearse.graded(course.book)
    for number, (_, code, lost) in enumerate(grade_demo.class_list(course.book), 1):
        if number in STUDENTS:
            course.submit(f"student-{number:02d}", code)
            course.grade(f"student-{number:02d}")
            kept = [p for name, p in points.items() if name not in lost]
            course.expected[number] = sum(kept)
    return course


def rows(course):
    return [
        (number, kind, course.marks(f"student-{number:02d}"), course.expected[number])
        for number, kind in STUDENTS.items()
    ]


def report(course, found):
    """Return the verdict of the report and the lines it printed."""
    lines = []
    fine = grade_demo.report(course, found, lambda *a, **k: lines.append(a[0]), 1)
    return fine, lines


def feedback(course, number):
    pages = course.folder / "feedback" / f"student-{number:02d}"
    return next(pages.rglob("*.html")).read_text("utf-8")


def test_the_release_holds_stubs_and_no_secret(course):
    book = nbformat.read(course.release, as_version=4)
    text = "\n".join(cell.source for cell in book.cells)
    assert text.count("# YOUR CODE HERE") == 5  # four tasks; the text names it once
    assert text.count("YOUR ANSWER HERE") == 1
    for secret in ("SOLUTION", "HIDDEN", "reference_", "GRADING_SEED", "Rubric"):
        assert secret not in text
    assert [p.name for p in course.release.parent.iterdir()] == [course.release.name]


def test_scores_are_as_expected_and_the_written_answer_waits(course):
    lines = []
    fine = grade_demo.report(
        course, rows(course), lambda *a, **k: lines.append(a[0]), 1
    )
    assert fine, "\n".join(lines)
    assert course.marks("student-07")["learning-rates"] is None
    assert set(course.marks("student-08").values()) == {0}
    assert 0 < course.expected[7] < 20


def test_feedback_loads_nothing_from_another_host(course):
    page = feedback(course, 7)
    assert not re.findall(r"""(?:src|<link[^>]*href)=["'](?:https?:)?//[^"']+""", page)


def test_feedback_names_the_mistake_and_hides_the_tests(course):
    page = feedback(course, 7)
    for message in (
        "The bias has no effect on your predictions.",
        "This is half the loss",
        "Both signs are reversed",
        "After one epoch of the paper example the parameters differ.",
    ):
        assert f"AssertionError: {message}" in re.sub("<[^>]+>", "", page)
    assert "tests that are not shown" in page
    for secret in ("HIDDEN TESTS", "drawn(", "reference_loss", "GRADING_SEED"):
        assert secret not in page
    assert grade_demo.leaked(course) == []


def test_feedback_lists_the_tasks_in_their_own_words(course):
    head, rest = feedback(course, 7).split('<div class="panel-body">', 1)
    found = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", head.split("<h4>")[1]))
    tasks = re.findall(r"^## (.*) \((\d+) points", course.source_text, re.M)
    assert len(tasks) == 5
    for title, points in tasks:
        assert re.search(rf"{re.escape(title)}: [\d.]+ of {points}\b", found), title
    assert "Value: the paper example" in found
    for words in ("Test cell", "tests that are not shown"):
        assert words not in found
    for place in re.findall(r'href="#([^"]+)"', head):
        assert f'name="{place}"' in rest, place


def test_bars_over_cells_name_the_task_as_the_list_does(course):
    page = feedback(course, 7).split('<div class="panel-body">', 1)[1]
    bars = re.findall(r'<div class="panel-heading task-bar">(.*?)</div>', page, re.S)
    bars = [re.sub(r"\s+", " ", re.sub("<[^>]+>", "", bar)).strip() for bar in bars]
    predict = "Task 1. Predict: the weighted sum"
    assert bars[:4] == [
        f"Your answer to {predict} to the list",
        "Tools of the tests to the list",
        f"{predict} 0 of 2 points · to the list",
        f"{predict} 1 of 1 point · to the list",
    ]
    assert re.fullmatch(
        r"Your answer to Task 5.* 0 of 5 points · to the list", bars[-1]
    )
    tasks = re.findall(r"^## (.*) \(\d+ points", course.source_text, re.M)
    for title in tasks:
        assert any(title in bar for bar in bars), title
    for words in ("Grade cell", "Student's answer", "Score:", "(Top)"):
        assert words not in page


LOOPS_WITHOUT_ROWS = """def weighted_sum(inputs, weights, bias):
    while len(inputs) == 0:
        pass
    return inputs @ weights + bias"""


def test_an_endless_loop_ends_and_costs_its_own_test_alone(course):
    right = grade_demo.class_list(course.book)[0][1]
    course.submit("student-10", right | {"weighted-sum": LOOPS_WITHOUT_ROWS})
    course.api.config.TwoKernels.cell_seconds = 4
    course.grade("student-10")
    marks = course.marks("student-10")
    assert marks["weighted-sum-edge"] == 0
    assert sum(mark for mark in marks.values() if mark) == 19, [*course.messages(10)]


# ---- seen to fail -------------------------------------------------------------


def test_red_an_unexpected_score_is_reported(course):
    wrong = [(number, kind, marks, 19) for number, kind, marks, _ in rows(course)]
    fine, lines = report(course, wrong)
    assert not fine
    assert sum("EXPECTED 19" in line for line in lines) == 2
    assert any("AssertionError: Both signs are reversed" in line for line in lines)


def test_red_hidden_tests_in_a_feedback_page_are_reported(course, tmp_path):
    secret = course.folder / "feedback" / "student-07" / "planted.html"
    secret.write_text(
        "<p>gap = reference_weighted_sum(inputs, weights, bias) - target</p>", "utf-8"
    )
    try:
        assert grade_demo.leaked(course)
        assert not report(course, rows(course))[0]
    finally:
        secret.unlink()


@pytest.mark.parametrize(("fine", "code"), [(True, 0), (False, 1)])
def test_the_exit_code_tells_whether_all_was_as_expected(monkeypatch, fine, code):
    monkeypatch.setenv("GRADING_SEED", "5")
    monkeypatch.setattr(grade_demo, "run_class", lambda *arguments: fine)
    assert grade_demo.main([]) == code
