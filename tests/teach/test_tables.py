"""Tables: a true minus, words from the left and numbers from the right."""

import re

import pytest

from dlcore import teach
from dlcore.teach import page


@pytest.fixture
def shown(monkeypatch):
    found = []
    monkeypatch.setattr(page, "publish", lambda *forms: found.extend(forms))
    return found


def test_a_table_has_a_caption_and_headings(shown):
    teach.table(["step", "loss"], [[0, "1 < 2"], [1, 0.5]], "Loss & step")
    markup, text = shown
    assert "<caption>Loss &amp; step</caption>" in markup
    assert re.findall(r'<th scope="col">(\w+)</th>', markup) == ["step", "loss"]
    assert re.findall(r'<th scope="row"[^>]*>(\w+)</th>', markup) == ["0", "1"]
    assert "<td>1 &lt; 2</td>" in markup
    assert text.splitlines() == ["Loss & step", "step | loss", "0 | 1 < 2", "1 | 0.5"]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (-9.5, "−9.5"),
        ("-.5", "−.5"),
        ("(-1, -2)", "(−1, −2)"),
        ("2-3-1", "2-3-1"),
        ("1e-x", "1e-x"),
        ("2026-11-21", "2026-11-21"),
        ("well-known", "well-known"),
    ],
)
def test_a_minus_stands_before_numbers_alone(shown, cell, seen):
    teach.table(["", "value"], [["a", cell]], "One cell")
    assert f">{seen}</td>" in shown[0]
    assert shown[1].endswith(f"a | {seen}")


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("5.2e-07", "5.2 · 10⁻⁷"),
        ("-1.66e+11", "−1.66 · 10¹¹"),
        (3e-05, "3 · 10⁻⁵"),
        ("1e+05", "10⁵"),
        ("1.0e+05", "1.0 · 10⁵"),
        ("5.2e-03", "0.0052"),
        ("3.7e+01", "37"),
        ("8.0e+00", "8.0"),
        ("nan", "nan"),
    ],
)
def test_powers_of_ten_are_written_as_in_the_text(shown, cell, seen):
    teach.table(["", "value"], [["a", cell]], "One cell")
    assert f">{seen}</t".replace(" ", "\u00a0") in shown[0]


def test_a_column_without_numbers_is_set_from_the_left(shown):
    rows = [["a", "train", "—"], ["b", "test", 2]]
    teach.table(["row", "split", "count"], rows, "Words and numbers")
    words = re.findall(r'class="dl-words">(\w+)<', shown[0])
    assert words == ["row", "split", "a", "train", "b", "test"]
    assert ".dl-table .dl-words" in (page.STATIC / "table.css").read_text("utf-8")


def test_rows_have_as_many_cells_as_there_are_columns(shown):
    with pytest.raises(ValueError, match="shorter"):
        teach.table(["a", "b"], [[1, 2], [3]], "One cell is missing")
