"""What is handed out, and the files that tell other services what to do with it."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
import yaml

import dlcore
from tools import book, dependencies, elsewhere, release, try_wheel

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def complaints(schema, *paths):
    """Return what the checker, which carries the schemas, says of some files."""
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths],
        capture_output=True,
        text=True,
    )
    return checked.stdout + checked.stderr if checked.returncode else ""


def test_workflows_and_forms_keep_to_their_schemas():
    assert complaints("vendor.github-workflows", *WORKFLOWS) == ""
    forms = [path for path in FORMS if path.name != "config.yml"]
    assert complaints("vendor.github-issue-forms", *forms) == ""
    config = ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"
    assert complaints("vendor.github-issue-config", config) == ""
    assert complaints("vendor.citation-file-format", ROOT / "CITATION.cff") == ""


def test_a_workflow_that_is_none_is_refused(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs: {test: {steps: []}}\n")
    assert "runs-on" in complaints("vendor.github-workflows", wrong)


def test_workflows_call_targets_that_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z -]+):", makefile, re.MULTILINE))
    targets = {name for line in targets for name in line.split()}
    called = re.findall(r"make ([a-z -]+)\n", "".join(p.read_text() for p in WORKFLOWS))
    wanted = {name for line in called for name in line.split()}
    assert {"zip", "pdf", "wheel"} <= wanted
    assert wanted - {"test-"} <= targets


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.search(r"^## ([\d.]+)(?! *,)$", changes, re.MULTILINE)
    image = f"dlcore-class:{dlcore.__version__}"
    assert project["version"] == dlcore.__version__
    assert str(citation["version"]) == dlcore.__version__
    assert released[1] == dlcore.__version__
    assert image in (ROOT / "deploy/jupyterhub/grading-job.yaml").read_text()
    assert image in (ROOT / "deploy/jupyterhub/Dockerfile").read_text()


@pytest.mark.parametrize("path", sorted((ROOT / "deploy").rglob("*.yaml")), ids=str)
def test_recipes_of_the_hub_are_read(path):
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_hub_is_of_one_piece():
    """What one recipe names, the others have: image, home, exchange, versions."""
    folder = ROOT / "deploy" / "jupyterhub"
    kinds = ("values", "exchange", "grading-job")
    texts = [(folder / f"{kind}.yaml").read_text(encoding="utf-8") for kind in kinds]
    values, exchange, job = map(yaml.safe_load, texts)
    image, pod = (folder / "Dockerfile").read_text(), job["spec"]["template"]["spec"]
    student, [grader] = values["singleuser"], pod["containers"]
    named = f"{student['image']['name']}:{student['image']['tag']}"
    assert grader["image"] == named == f"REPOSITORY/dlcore-class:{dlcore.__version__}"
    home = student["storage"]["homeMountPath"]
    assert f"--home-dir {home} " in image
    assert f"WORKDIR {home}\n" in image
    copied = student["lifecycleHooks"]["postStart"]["exec"]["command"][-1]
    assert "/opt/dlcore/notebooks/. ~/book/" in copied
    assert "WORKDIR /opt/dlcore\nCOPY" in image
    claims = [v["persistentVolumeClaim"]["claimName"] for v in pod["volumes"]]
    [shared] = student["storage"]["extraVolumes"]
    claim = exchange["metadata"]["name"]
    assert shared["persistentVolumeClaim"]["claimName"] == claim
    assert claim in claims
    mounts = {m["name"]: m["mountPath"] for m in grader["volumeMounts"]}
    [mount] = student["storage"]["extraVolumeMounts"]
    assert mounts[mount["name"]] == mount["mountPath"]
    told = (ROOT / "exercises" / "nbgrader_config.py").read_text(encoding="utf-8")
    assert mount["mountPath"] in told


def test_development_container_is_read():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container = json.loads(text)
    assert container["postCreateCommand"] == "make setup"
    assert book.FIRST_PORT in container["forwardPorts"]
    ports = [str(port) for port in container["forwardPorts"]]
    assert list(container["portsAttributes"]) == ports
    installed = container["onCreateCommand"].split()
    wanted = re.search(r"fonts-\S+", (ROOT / ".ci" / "run").read_text())[0]
    assert {"make", "chromium", "bubblewrap", wanted} <= set(installed)


def test_binder_installs_what_the_notebooks_need():
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8").lower()
    asked = (ROOT / ".binder" / "requirements.txt").read_text().splitlines()[2:]
    assert asked
    assert all(re.search(rf"^{name}==", pinned, re.MULTILINE) for name in asked)
    version = (ROOT / ".binder" / "runtime.txt").read_text().strip()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lowest = project["requires-python"].removeprefix(">=")
    assert tuple(map(int, version.removeprefix("python-").split("."))) >= tuple(
        map(int, lowest.split("."))
    )
    steps = ROOT / ".binder" / "postBuild"
    assert steps.stat().st_mode & 0o100, "Binder runs it"
    checked = subprocess.run(["bash", "-n", steps], check=False)
    assert checked.returncode == 0


def test_zip_has_every_file_of_the_site_and_one_folder(tmp_path):
    site = tmp_path / "html"
    (site / "_static").mkdir(parents=True)
    (site / "index.html").write_text("front")
    (site / "_static" / "book.css").write_text("css")
    (site / ".buildinfo").write_text("not shipped")
    made = release.make_zip(site, tmp_path / "book.zip")
    with zipfile.ZipFile(made) as archive:
        names = sorted(archive.namelist())
    assert names == [f"{release.NAME}/_static/book.css", f"{release.NAME}/index.html"]
    assert not list(tmp_path.glob("*.part"))


def test_a_wrong_example_is_told():
    assert try_wheel.examples("```python\nprint(2)\n```\n\nIt prints `3`.") == [
        "The example prints '2\\n', told '3'"
    ]
    assert try_wheel.examples("none") == ["No example in the text"]


def test_missing_data_are_told(monkeypatch):
    from dlcore import datasets

    assert try_wheel.data() == []
    monkeypatch.setattr(datasets, "__all__", ["alice", "lost"])
    monkeypatch.setattr(
        datasets, "lost", SimpleNamespace(load_data=list), raising=False
    )
    assert try_wheel.data() == ["lost has no datasheet", "lost is empty"]


def test_an_environment_with_more_than_numpy_is_told():
    assert "matplotlib is there: this shows little" in try_wheel.surroundings()


def test_oldest_packages_are_the_lower_bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    oldest = [dependencies.oldest(need) for need in dependencies.bounds(project)]
    assert "numpy==2.0.*" in oldest
    with pytest.raises(ValueError, match=r"Expected name>=version"):
        dependencies.oldest("numpy")


@pytest.fixture
def run(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "book" / "_ext")
    import run

    return run


GITHUB = {"BOOK_REPOSITORY": "https://github.com/who/dlcore.git", "BOOK_BRANCH": "v1"}


def test_pages_offer_to_run_only_where_the_repository_is_known(run):
    page = "notebooks/02-2-learning"
    assert run.places(page, {}) == []
    assert run.places(page, {"BOOK_REPOSITORY": "https://example.org/who/dlcore"}) == []
    assert run.places("book/glossary", GITHUB) == []
    assert dict(run.places(page, GITHUB)) == {
        "Colab": "https://colab.research.google.com/github/who/dlcore/blob/"
        f"{elsewhere.BRANCH}/02-2-learning.ipynb",
        "Binder": "https://mybinder.org/v2/gh/who/dlcore/v1"
        "?urlpath=lab%2Ftree%2Fnotebooks%2F02-2-learning.ipynb",
    }


def test_the_line_stands_under_the_title(run, monkeypatch):
    from docutils import nodes

    monkeypatch.delenv("BOOK_REPOSITORY", raising=False)
    title = nodes.title(text="2.2")
    section = nodes.section("", title, nodes.paragraph())
    run.offer(None, section, "notebooks/02-2-learning")
    assert len(section) == 2
    for name, value in GITHUB.items():
        monkeypatch.setenv(name, value)
    run.offer(None, section, "notebooks/02-2-learning")
    assert section[1].astext().count("<a ") == 2
    assert "<img" not in section[1].astext()


def test_copies_say_where_the_package_is():
    assert elsewhere.wheel({}) is None
    assert elsewhere.wheel(GITHUB | {"BOOK_WHEEL": "a.whl"}) == "a.whl"
    released = elsewhere.wheel(GITHUB | {"BOOK_REPOSITORY": "https://github.com/a/b"})
    assert released == f"https://github.com/a/b/releases/download/v1/{elsewhere.WHEEL}"
    publish = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert f"HEAD:{elsewhere.BRANCH}" in publish


TEXT = """\
(here)=
# 1.1 Title

:::{admonition} Mind
:class: note
As {cite:t}`domingos2012` says, see {eq}`eq-b`.
:::

$$ a = b $$ (eq-a)

$$ c = d $$ (eq-b)

[words](../book/glossary.md) and {cite}`domingos2012`
"""


def test_copies_install_the_library_and_are_plain_to_read():
    cells = [nbformat.v4.new_markdown_cell(TEXT), nbformat.v4.new_code_cell("1")]
    page = nbformat.v4.new_notebook(cells=cells)
    known = elsewhere.References({"a.ipynb": page})
    first, text, last = elsewhere.copied(page, "a.ipynb", "there.whl", known).cells
    assert '%pip install --quiet "dlcore[teach,keras] @ there.whl"' in first.source
    assert last.source == "1"
    assert text.source.startswith('<a id="here"></a>\n# 1.1 Title')
    assert "> **Mind**\n>\n> As Domingos (2012) says, see (2)." in text.source
    assert r"$$ c = d \tag{2}$$" in text.source
    assert text.source.endswith("words and (Domingos, 2012)\n")
    assert page.cells[0].source == TEXT


def test_no_copy_has_marks_that_only_the_book_knows():
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    books = {path.name: nbformat.read(path, as_version=4) for path in paths}
    known = elsewhere.References(books)
    marks = re.compile(r"^:{3}|\{\w[\w:]*\}`|^\([\w-]+\)=$", re.MULTILINE)
    assert marks.search(TEXT)
    for name, notebook in books.items():
        for cell in elsewhere.copied(notebook, name, "there.whl", known).cells:
            found = marks.search(cell.source) if cell.cell_type == "markdown" else None
            assert found is None, f"{name}: {found[0]}"
