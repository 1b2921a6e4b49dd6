"""Gates 4 and 7: the built book is whole, needs no other host, teaches every item."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import book as builder
from tools import objectives, pages, vendor

ROOT = Path(__file__).resolve().parents[2]
RED = ROOT / "tests" / "red"


@pytest.fixture(scope="module")
def built(book):
    """Return the folder of the built book and its pages, read once."""
    folder, _, _ = book
    return folder, pages.read(folder)


def test_build_is_clean(book):
    _, status, complaints = book
    assert complaints == []
    assert status == 0


def test_every_page_of_the_contents_is_built(built):
    _, found = built
    sources = [path.stem for path in (ROOT / "notebooks").glob("*.ipynb")]
    missing = [name for name in sources if f"notebooks/{name}.html" not in found]
    assert sources
    assert missing == []


def test_nothing_is_loaded_from_another_host(built):
    assert pages.external_loads(*built) == []


def test_every_internal_link_arrives(built):
    assert pages.broken_links(*built) == []


def test_figures_and_equations_are_named_by_their_number(built):
    assert pages.wrong_numbers(built[1]) == []


def test_no_page_is_too_heavy(built):
    assert pages.heavy_pages(*built) == []


def test_ids_are_unique(built):
    assert pages.repeated_ids(built[1]) == []


def test_mathematics_comes_from_the_book_itself(built):
    assert (built[0] / "_static" / "mathjax" / "tex-svg-full.js").exists()


def test_browser_libraries_are_installed_once(tmp_path):
    shutil.copytree(vendor.VENDOR, tmp_path / "vendor")
    assert vendor.install(tmp_path / "vendor") is False


def test_lock_file_names_no_host():
    assert "://" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


# -- the instructor's map --------------------------------------------------------------


def test_every_item_is_taught_and_checked(built):
    _, found = built
    places = {identity for page in found.values() for identity in page.ids}
    tasks = objectives.graded_tasks()
    assert objectives.problems(*objectives.load(), places, tasks) == []


def test_instructors_see_every_item(built):
    folder, _ = built
    text = (folder / "book/instructor/objectives.html").read_text(encoding="utf-8")
    chapters, _ = objectives.load()
    missing = [key for key in objectives.required(chapters) if key not in text]
    assert missing == []


# -- the gates themselves: each red file must be refused -------------------------------


@pytest.fixture
def red(tmp_path):
    """Return a folder with the red page and script, and its pages."""
    shutil.copy(RED / "gate4_page.html", tmp_path / "page.html")
    shutil.copy(RED / "gate4_script.js", tmp_path / "script.js")
    return tmp_path, pages.read(tmp_path)


def test_red_page_is_seen_to_load_from_other_hosts(red):
    found = " ".join(pages.external_loads(*red))
    for host in ("cdn", "fonts", "images", "telemetry"):
        assert f"{host}.example.org" in found
    assert "cdn.example.org/more.js" in found
    assert "www.example.org" not in found


def test_red_links_are_seen_to_lead_nowhere(red):
    found = pages.broken_links(*red)
    assert len(found) == 2
    assert "#nowhere" in found[0]
    assert "missing.html" in found[1]


def test_red_numbers_are_seen_to_be_wrong(red):
    assert pages.wrong_numbers(red[1]) == [
        "page.html: 'Figure 9.1.2' leads to number 9.1.1",
        "page.html: 'equation (7)' leads to number 3",
    ]


def test_red_page_is_seen_to_repeat_an_id(red):
    assert pages.repeated_ids(red[1]) == ["page.html: id twice is used 2 times"]


def test_red_page_is_seen_to_be_heavy(red):
    assert len(pages.heavy_pages(*red, limit=100)) == 1


def test_red_map_is_refused_for_each_of_its_faults():
    chapters, items = objectives.load(RED / "gate7_objectives.yml")
    assert objectives.problems(chapters, items, {"here"}, {"linear/fit"}) == [
        "C2.02: not in the map",
        "C2.03: label nowhere is not in the book",
        "C2.04: no check",
        "C2.04: graded task linear/no-such-task does not exist",
    ]


def test_numbers_of_a_chapter_may_have_gaps():
    wanted = objectives.required({2: 2, 5: ["1-2", "40-41"]})
    assert wanted == ["C2.01", "C2.02", "C5.01", "C5.02", "C5.40", "C5.41"]


def test_red_build_is_not_clean(tmp_path):
    """A label that does not exist must fail the build, as every warning does."""
    for name, text in {
        "_config.yml": "title: red\nonly_build_toc_files: true\n",
        "_toc.yml": "format: jb-book\nroot: index\n",
        "index.md": (RED / "gate4_build.md").read_text(encoding="utf-8"),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", builder.JUPYTER_BOOK, "build", str(tmp_path)]
    result = subprocess.run(
        [*command, *builder.STRICT], capture_output=True, text=True, timeout=120
    )
    assert result.returncode != 0
    assert any("no-such-label" in c for c in builder.complaints(result.stderr))
