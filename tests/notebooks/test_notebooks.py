"""Gate 3: notebooks are the chapter sources, executed, with their numbers."""

import ast
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

from tools import chapters, notebooks

ROOT = Path(__file__).resolve().parents[2]
RED = ROOT / "tests" / "red"
SOURCES = notebooks.chapter_paths()
# calls that always show something
SHOWING = {"print", "display", "show", "quiz", "quiz_number", "answer_box", "glue"}
SHOWING |= {"setup", "check", "colophon", "table"}
MIN_COMPARED = 60  # outputs that nbval compares in all notebooks together

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def notebook_of(source):
    return nbformat.read(ROOT / "notebooks" / f"{source.stem}.ipynb", as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def called(source):
    """Return the names of the functions that a cell calls at its top level."""
    names = set()
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Call):
                function = node.func
                names.add(getattr(function, "attr", getattr(function, "id", "")))
    return names


def not_executed(notebook):
    """Say which code cells were not run, failed, or lack an output."""
    problems, count = [], 0
    for number, cell in enumerate(code_cells(notebook), 1):
        if not cell.source.strip():
            continue
        count += 1
        tags = cell.metadata.get("tags", [])
        if cell.execution_count != count:
            problems.append(f"code cell {number} was not executed in order")
        if not cell.outputs and called(cell.source) & SHOWING:
            problems.append(f"code cell {number} shows something but has no output")
        kinds = {output.output_type for output in cell.outputs}
        if "error" in kinds and "raises-exception" not in tags:
            problems.append(f"code cell {number} raised an error")
        for output in cell.outputs:
            if any("widget-view" in kind for kind in output.get("data", {})):
                problems.append(f"code cell {number} shows a live widget")
    return problems


def test_there_are_chapters():
    assert SOURCES


@each_source
def test_notebook_is_in_step_with_its_source(source):
    text = source.read_text(encoding="utf-8")
    assert notebooks.out_of_step(text, notebook_of(source)) == []


@each_source
def test_every_cell_was_executed(source):
    assert not_executed(notebook_of(source)) == []


@each_source
def test_source_is_written_by_the_rules(source):
    assert chapters.check_page(source) == []


def test_chapters_have_every_part_of_the_template():
    assert chapters.check_chapters(SOURCES) == []


def test_no_notebook_without_a_source():
    stems = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert stems == {path.stem for path in SOURCES}


def test_every_notebook_is_in_the_table_of_contents():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    pages = {page["file"] for part in contents["parts"] for page in part["chapters"]}
    assert {f"notebooks/{path.stem}" for path in SOURCES} <= pages


def test_enough_outputs_are_compared():
    compared = sum(
        len(cell.outputs)
        for source in SOURCES
        for cell in code_cells(notebook_of(source))
        if "nbval-ignore-output" not in cell.metadata.get("tags", [])
    )
    assert compared >= MIN_COMPARED


# -- the gate itself: each red file must be refused ------------------------------------


def red_text(name):
    return (RED / name).read_text(encoding="utf-8")


def test_red_chapter_is_refused_for_each_of_its_faults():
    text = red_text("gate3_chapter.md")
    found = chapters.front_matter_problems(text) + chapters.cell_problems(text)
    found += chapters.typed_numbers(text) + chapters.page_problems(text)
    pages = {"eq-free": "2.1", "eq-far": "9.9", "eq-lost": "9.8"}
    found += chapters.foreign_equations(text, pages) + chapters.sudden_lists(text)
    messages = " / ".join(message for _, message in found)
    for fault in (
        "front matter lacks seed",
        "minutes lacks run",
        "minutes to read are computed",
        "typed 0.25 gives no reason",
        "cell of 18 lines",
        "line of 92 columns",
        "a sentence should come before the cell",
        "16.4 is typed",
        "87 % is typed",
        "eq-lost is of page 9.8",
        "1. begins a list",
        "lacks a colophon",
        "lacks an explorable figure",
    ):
        assert fault in messages, fault
    assert messages.count("begins a list") == 1
    for innocent in ("0.5 is", "99.9", "2.1", "3.11", "12.5", "eq-free", "eq-far"):
        assert innocent not in messages, innocent


def test_red_chapter_lacks_parts_of_the_template():
    missing = chapters.chapter_problems([red_text("gate3_chapter.md")])
    assert "the chapter lacks Warm-up" in missing
    assert "the chapter has fewer than two explorable figures" in missing


def test_red_notebook_is_out_of_step():
    committed = nbformat.reads(red_text("gate3_stale.ipynb"), as_version=4)
    text = red_text("gate3_stale.md")
    assert any(
        "its source differs" in p for p in notebooks.out_of_step(text, committed)
    )


def test_red_notebook_was_never_executed():
    problems = not_executed(nbformat.reads(red_text("gate3_stale.ipynb"), as_version=4))
    assert "code cell 1 was not executed in order" in problems
    assert "code cell 1 shows something but has no output" in problems


def test_number_that_no_cell_stores_is_refused():
    notebook = notebooks.notebook_from("# Title\n\nIt is {glue:text}`loss:.1f`.\n")
    with pytest.raises(notebooks.ChapterError, match=r"teach\.glue\(loss="):
        notebooks.resolve_glue(notebook, {})


@pytest.mark.parametrize("tag", ["remove-input", "hide-input", "remove-cell", ""])
def test_source_that_the_book_does_not_show_is_folded(tag):
    tags = f":tags: [{tag}]\n\n" if tag else ""
    text = f"# T\n\n```{{code-cell}} python\n{tags}a = 1\n```\n"
    cell = notebooks.notebook_from(text).cells[-1]
    assert cell.metadata.get("jupyter", {}).get("source_hidden", False) == bool(tag)


def test_numbers_are_filled_in_with_their_format():
    notebook = notebooks.notebook_from(
        "# T\n\n{glue:text}`a:.1f`, {glue:text}`a` and {glue:text}`name`\n"
    )
    notebooks.resolve_glue(notebook, {"a": 16.4321, "name": "ReLU"})
    assert "16.4, 16.4321 and ReLU" in notebook.cells[0].source


def test_cell_keeps_its_id_when_another_is_put_before_it():
    cell = "```{{code-cell}} python\n{} = 1\n```\n\n"
    first = notebooks.notebook_from("# T\n\n" + cell.format("a"))
    second = notebooks.notebook_from("# T\n\n" + cell.format("b") + cell.format("a"))
    assert first.cells[-1].id == second.cells[-1].id


def test_red_notebook_fails_nbval(tmp_path):
    """A changed number must be seen by nbval, a changed drawing must not."""
    target = tmp_path / "red.ipynb"
    target.write_text(red_text("gate3_wrong_output.ipynb"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env"]
    command += ["-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", str(tmp_path)]
    command += ["--nbval-sanitize-with", str(ROOT / "tests/notebooks/nbval.cfg")]
    result = subprocess.run(
        [*command, str(target)], capture_output=True, text=True, cwd=tmp_path
    )
    assert result.returncode == 1
    assert "1 failed, 1 passed" in result.stdout
