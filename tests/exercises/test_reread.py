"""Feedback names the section to read again, by the title that it has in the book."""

import build
import nbformat
import pytest
import reread
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output


def graded_ids():
    for path in sorted(build.SOURCE.glob("*.md")):
        for cell in build.notebook(path).cells:
            told = cell.metadata.get("nbgrader", {})
            if told.get("grade") and told["points"]:
                yield path.stem, told["grade_id"]


def test_every_graded_question_has_a_place_in_the_book():
    for assignment, grade_id in graded_ids():
        text = reread.advice(assignment, grade_id)
        assert text.startswith("Read again: "), grade_id


def test_every_id_of_the_map_is_that_of_a_question():
    for assignment, known in reread.labels().items():
        ids = [grade_id for name, grade_id in graded_ids() if name == assignment]
        for start in known:
            assert any(i == start or i.startswith(f"{start}-") for i in ids), start


def test_labels_are_resolved_to_the_titles_of_page_and_section():
    advice = reread.advice("linear-regression", "train-value")
    assert advice == (
        "Read again: 2.2 Feedback and adjust, “The step: gradient descent”"
    )
    assert reread.places()["learning"] == ("2.2 Feedback and adjust", "")
    assert reread.places()["regression"] == ("2.1 Predict and measure", "The data")


def test_a_label_that_is_not_in_the_book_is_noticed(monkeypatch):
    monkeypatch.setattr(reread, "labels", lambda: {"a": {"q": "no-such-place"}})
    with pytest.raises(KeyError):
        reread.advice("a", "q-1")


def test_only_questions_that_lost_marks_get_the_advice():
    def cell(make, name, score, **more):
        told = {"grade": True, "solution": False, "grade_id": name, "locked": True}
        told |= {"points": 2, "score": score, "schema_version": 3}
        return make("text", metadata={"nbgrader": told}, **more)

    error = new_output("error", ename="A", evalue="b", traceback=["A: b"])
    book = new_notebook(
        cells=[
            cell(new_code_cell, "train-value", 0.0, outputs=[error]),
            cell(new_code_cell, "train-value", 2.0),
            cell(new_markdown_cell, "learning-rates", 1.0),
            cell(new_markdown_cell, "learning-rates", 2.0),
        ]
    )
    resources = {"nbgrader": {"assignment": "linear-regression"}}
    made, _ = reread.NameSection().preprocess(nbformat.from_dict(book), resources)
    assert made.cells[0].outputs[0].traceback[1].startswith("Read again: 2.2")
    assert made.cells[1].outputs == []
    assert "Read again: 2.2" in made.cells[2].source
    assert made.cells[3].source == "text"
