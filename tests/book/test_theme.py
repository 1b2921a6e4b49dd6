"""What the book changes in the pages of its theme: icons, corners of tables, roles."""

import importlib.util
from pathlib import Path

import pytest

EXTENSIONS = Path(__file__).resolve().parents[2] / "book" / "_ext"
SCRIPT = (
    'var a={sun:[5,5,[9728],"f1","M1 2"],"file-pdf":[5,5,[],"f2",["M1","M2"]],'
    'moon:[5,5,["x"],"f3","M3"]};run(a)'
)


def extension(name):
    spec = importlib.util.spec_from_file_location(name, EXTENSIONS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_icons_that_nobody_names_are_cut_and_the_others_stay_as_they_are():
    cut = extension("icons").cut
    assert cut(SCRIPT, {"sun", "file-pdf", "moon"}) == SCRIPT
    assert cut(SCRIPT, {"file-pdf"}) == (
        'var a={"file-pdf":[5,5,[],"f2",["M1","M2"]],};run(a)'
    )


def test_icons_are_found_in_pages_and_scripts(tmp_path):
    (tmp_path / "_static" / "scripts").mkdir(parents=True)
    (tmp_path / "_static" / "scripts" / "theme.js").write_text('"fa-solid fa-xmark"')
    (tmp_path / "_static" / "scripts" / "fontawesome.js").write_text('"fa-never"')
    (tmp_path / "page.html").write_text('<i class="fa-solid fa-sun"></i>')
    assert extension("icons").named(tmp_path) == {"solid", "sun", "xmark"}


def test_built_pages_have_every_icon_that_they_name_and_few_others(book):
    icons = extension("icons")
    text = (book[0] / icons.SCRIPT).read_text(encoding="utf-8")
    kept = {name for name in icons.ICON.findall(text)}
    assert {"magnifying-glass", "bars", "download", "moon"} <= kept
    assert len(kept) < 40
    assert len(text) < 150_000


@pytest.mark.parametrize(
    ("row", "mended"),
    [
        ('<th class="head"><p></p></th><th>b</th>', "<td></td><th>b</th>"),
        ('<th scope="col"></th>', "<td></td>"),
        ("<thead><tr>", "<thead><tr>"),
        ("<th><p>a</p></th>", "<th><p>a</p></th>"),
        ('<div id="a" role="doc-biblioentry">', '<div id="a">'),
        ('<span role="doc-backlink">', '<span role="doc-backlink">'),
        ('<div role="list" class="citation-list">', '<div class="citation-list">'),
        ('<div role="list" class="x">', '<div role="list" class="x">'),
    ],
)
def test_empty_corners_and_deprecated_roles_are_mended(row, mended):
    context = {"body": row}
    extension("markup").mend(None, "page", "page.html", context, None)
    assert context["body"] == mended


@pytest.mark.parametrize(
    ("before", "behind", "held"),
    [("(", "),", True), ("", ".", True), ("", "-th", True), ("", " is", False)],
)
def test_formula_holds_on_to_its_punctuation(before, behind, held):
    formula = '<span class="math notranslate nohighlight">\\(k\\)</span>'
    context = {"body": f"<p>{before}{formula}{behind} x</p>"}
    extension("markup").mend(None, "page", "page.html", context, None)
    whole = f'<span class="dl-keep">{before}{formula}{behind}</span>'
    assert (whole in context["body"]) is held


MATH = '<span class="math notranslate nohighlight">\\({}\\)</span>'


def mended(body):
    context = {"body": body}
    extension("markup").mend(None, "page", "page.html", context, None)
    return context["body"]


@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        ("a", "- b", r"-\: b"),
        ("a", r"\cdot 2", r"\cdot\: 2"),
        ("a", r"-\; b", r"-\; b"),
        ("a", "= b", "= b"),
        ("a", r"\cdots", r"\cdots"),
        ("(a,", "-b)", "-b)"),
    ],
)
def test_a_split_formula_has_a_gap_behind_its_sign(first, second, seen):
    split = f"{MATH.format(first)}\n{MATH.format(second)}"
    assert mended(split) == split.replace(second, seen)
    assert mended(f"by {MATH.format(second)}") == f"by {MATH.format(second)}"


def test_a_number_holds_on_to_its_percent_sign():
    assert (
        mended("<p>only 18\n% of 5 % fall</p>") == "<p>only 18\xa0% of 5\xa0% fall</p>"
    )
    captions = '<script type="application/json" class="dl-captions">["{}"]</script>'
    assert mended(captions.format("5 %")) == captions.format("5\xa0%")
    for kept in ("<pre>8 % 3</pre>", "<script>8 % 3</script>", "<p>8 %d %</p>"):
        assert mended(kept) == kept
    control = "<input data-values='[\"5 %\"]'><option selected>5 %</option>"
    assert mended(control) == control


def test_the_lines_of_a_check_wrap():
    said = "<pre>f: 1 of 2 checks passed\n  ✓ value: {0}\n  ✗ edge: {0}\n</pre>"
    found = mended(said.format("long"))
    assert found.count('<span class="dl-line">  ✓ value: long\n</span>') == 1
    assert found.count('class="dl-line"') == 2


def test_in_a_table_a_long_word_may_break_and_no_tag():
    tag = '<td class="averylongclass_of_a_cell">'
    words = "SparseCategoricalCrossentropy short_name sparse_categorical_sums"
    assert mended(f"<table>{tag}{words}</td></table>") == (
        f"<table>{tag}Sparse<wbr>Categorical<wbr>Crossentropy short_name "
        "sparse_<wbr>categorical_<wbr>sums</td></table>"
    )


def test_only_in_a_table_a_name_may_break():
    name = '<span class="pre">kl_divergence</span>'
    context = {"body": f"<p>{name}</p><table><td>{name}</td></table>"}
    extension("markup").mend(None, "page", "page.html", context, None)
    assert context["body"].startswith(f"<p>{name}</p>")
    assert "kl_<wbr>divergence" in context["body"]
