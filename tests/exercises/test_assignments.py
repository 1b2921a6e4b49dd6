"""Gate 6: assignments accept right answers, refuse wrong ones and leak nothing."""

import re
import zipfile
from pathlib import Path

import build
import leaks
import nbformat
import pytest
import rehearse

ROOT = Path(__file__).parents[2]
RED = ROOT / "tests" / "red"
ASSIGNMENTS = [path.stem for path in sorted(build.SOURCE.glob("*.md"))]


def book_of(name):
    return build.notebook(build.SOURCE / f"{name}.md")


def test_the_notebooks_are_what_their_texts_make():
    assert ASSIGNMENTS
    assert build.main(["--check"]) == 0


def test_a_stale_notebook_is_noticed(monkeypatch, tmp_path, capsys):
    (tmp_path / "lenient.md").write_text(
        (RED / "gate6_lenient" / "source" / "lenient.md").read_text("utf-8"), "utf-8"
    )
    monkeypatch.setattr(build, "SOURCE", tmp_path)
    assert build.main(["--check"]) == 1
    assert "run exercises/build.py" in capsys.readouterr().out
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0


def test_a_code_cell_without_a_role_is_refused(tmp_path):
    text = (RED / "gate6_lenient" / "source" / "lenient.md").read_text("utf-8")
    path = tmp_path / "x.md"
    path.write_text(text.replace(":solution: mean\n", ""), "utf-8")
    with pytest.raises(ValueError, match="has no role"):
        build.notebook(path)


@pytest.mark.parametrize("name", ASSIGNMENTS)
@pytest.mark.parametrize("seed", [2, 77, pytest.param(1234, marks=pytest.mark.grading)])
def test_stub_right_and_wrong_answers_score_as_they_should(name, seed):
    assert rehearse.rehearse(name, seed) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_there_are_enough_answers_to_rehearse_with(name):
    book = book_of(name)
    answers = list(rehearse.answers(name, book))
    assert sum(a.name.startswith("right/") for a in answers) >= 2
    tasks = [
        cell.metadata["nbgrader"]["grade_id"]
        for cell in book.cells
        if cell.cell_type == "code" and cell.metadata["nbgrader"]["solution"]
    ]
    for task in tasks:
        wrong = [a for a in answers if a.name.startswith(f"wrong/{task}/")]
        assert len(wrong) >= 5, task
        assert len({a.message for a in wrong}) >= 5, task


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_no_message_tells_the_answer(name):
    for answer in rehearse.answers(name, book_of(name)):
        assert not re.search(r"np\.|\*\*| @ |return", answer.message), answer.message


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_points_are_given_by_property_and_one_answer_by_hand(name):
    told = [cell.metadata.get("nbgrader", {}) for cell in book_of(name).cells]
    per_task, by_hand = [], 0
    for cell in told:
        if cell.get("solution") and not cell.get("grade"):
            per_task.append([])
        elif cell.get("grade") and cell["locked"]:
            per_task[-1].append(cell["points"])
        elif cell.get("grade"):
            by_hand += cell["points"]
    assert all(sum(points > 0 for points in task) >= 3 for task in per_task)
    assert by_hand > 0
    ids = [cell["grade_id"] for cell in told if cell]
    assert len(ids) == len(set(ids))


def shipped():
    """Return the folders that students see, as far as they are there."""
    folders = [
        ROOT / "notebooks",
        ROOT / "book" / "chapters",
        ROOT / "book" / "instructor",
    ]
    folders += ROOT.glob("_build/**/html")  # with the search index and the page sources
    return [folder for folder in folders if folder.exists()]


def test_no_secret_line_is_in_the_chapters_or_the_built_book(book):
    assert any(book[0].is_relative_to(folder) for folder in shipped())
    assert len(leaks.fingerprints()) > 30
    assert leaks.find_leaks(shipped()) == []


# ---- seen to fail -------------------------------------------------------------


def test_red_an_assignment_that_accepts_wrong_answers():
    complaints = "\n".join(rehearse.rehearse("lenient", root=RED / "gate6_lenient"))
    assert "wrong/mean/the largest number" in complaints
    assert "never told 'This is the largest number.'" in complaints
    assert "stub: should also lose mean-gift" in complaints
    assert "right/other: should also lose none; lost besides mean-value" in complaints


def test_red_a_release_with_a_solution_left_in():
    found = leaks.find_leaks([RED / "gate6_leak.ipynb"])
    assert any("np.einsum" in line for _, line in found)
    assert any("reference_loss" in line for _, line in found)
    assert any("A rate of 0.5" in line for _, line in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "page.html",
            "<p>per_<b>feature</b> <i>=</i> np.einsum(&quot;r,rf-&gt;f&quot;",
        ),
        ("page.js", 'x = "per_feature = np.einsum(\\"r,rf->f\\", gaps, inputs)\\n"'),
        ("notes.txt", "per_feature  =  np.einsum('r,rf->f',\n    gaps, inputs)"),
    ],
)
def test_red_a_leak_is_found_however_it_is_escaped(tmp_path, name, text):
    if name == "page.html":
        text += ", gaps, inputs)"
    (tmp_path / name).write_text(text, "utf-8")
    assert [path.name for path, _ in leaks.find_leaks([tmp_path])] == [name]


SECRET_LINE = "per_feature = np.einsum('r,rf->f', gaps, inputs)"


def test_red_a_leak_is_found_in_an_archive_and_in_an_archive_of_that(tmp_path):
    inner, outer = tmp_path / "inner.zip", tmp_path / "hand-out.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("work/notes.txt", SECRET_LINE)
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "data/inner.zip")
    inner.unlink()
    found = leaks.find_leaks([tmp_path])
    assert [path.name for path, _ in found] == ["notes.txt"]
    assert "hand-out.zip" in str(found[0][0])


def test_red_every_secret_line_is_found_whatever_stands_around_it(tmp_path):
    marks = leaks.fingerprints()
    inside = "".join(f"a{mark}b({mark}){mark}_" for mark in marks)
    (tmp_path / "page.txt").write_text(inside, "utf-8")
    assert [line for _, line in leaks.find_leaks([tmp_path])] == list(marks.values())


def test_red_a_secret_name_in_a_search_index_is_found(tmp_path):
    assert {"reference_gradient", "weights_first"} <= leaks.secret_names()
    assert "weighted_sum" not in leaks.secret_names()
    index = tmp_path / "searchindex.js"
    index.write_text('Search.setIndex({"terms":{"gradient":1,"slope":[2]}})', "utf-8")
    assert leaks.find_leaks([tmp_path]) == []
    index.write_text('Search.setIndex({"terms":{"reference_gradient":1}})', "utf-8")
    assert leaks.find_leaks([tmp_path]) == [(index, "reference_gradient")]


@pytest.mark.parametrize("name", ["page.html", "book.ipynb", "data.csv", "plot.svg"])
def test_red_a_leak_is_found_in_every_kind_of_file(tmp_path, name):
    text = SECRET_LINE
    if name == "book.ipynb":  # in an output, where a traceback would quote it
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
        book.cells[0].outputs = [nbformat.v4.new_output("stream", text=text)]
        text = nbformat.writes(book)
    (tmp_path / name).write_text(text, "utf-8")
    assert [path.name for path, _ in leaks.find_leaks([tmp_path])] == [name]


def test_a_wrong_answer_without_message_is_refused():
    with pytest.raises(ValueError, match="needs the lines"):
        rehearse.wrong_answer("mean", "unexplained", "def mean(values): ...")


def test_the_release_fixture_is_a_notebook():
    nbformat.validate(nbformat.read(RED / "gate6_leak.ipynb", as_version=4))
