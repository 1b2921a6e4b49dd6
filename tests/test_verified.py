"""A page says that it was verified only if every cell of its notebook passed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tools import verified

RED = Path(__file__).parent / "red" / "gate3_wrong_output.ipynb"
NOTEBOOK = {"cells": [{"cell_type": "code"}, {"cell_type": "markdown"}]}
NOTEBOOK["cells"] += [{"cell_type": "code"}]


def report(name, cell, outcome, when="call"):
    told = {kind: kind == outcome for kind in ("passed", "failed", "skipped")}
    nodeid = f"notebooks/{name}.ipynb::Cell {cell}"
    return SimpleNamespace(nodeid=nodeid, when=when, **told)


@pytest.fixture
def watch(tmp_path):
    (tmp_path / "notebooks").mkdir()
    for name in ("good", "bad", "part"):
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.write_text(json.dumps({**NOTEBOOK, "name": name}))
    return verified.Watch(tmp_path / "_build" / "verified.json", tmp_path)


def test_only_a_notebook_whose_cells_all_passed_is_verified(watch):
    watch.record.parent.mkdir()
    watch.record.write_text(json.dumps({"bad": {"digest": "old"}, "kept": {}}))
    for cell in (0, 1):
        watch.pytest_runtest_logreport(report("good", cell, "passed"))
    watch.pytest_runtest_logreport(report("bad", 0, "passed"))
    watch.pytest_runtest_logreport(report("bad", 1, "failed"))
    watch.pytest_runtest_logreport(report("part", 0, "passed"))
    watch.pytest_runtest_logreport(report("part", 1, "skipped"))
    watch.pytest_sessionfinish()
    found = verified.read(watch.record)
    assert sorted(found) == ["good", "kept"]
    assert found["good"]["numpy"] == np.__version__
    assert found["good"]["date"] == datetime.now(UTC).date().isoformat()


def test_other_tests_leave_no_record(watch):
    watch.pytest_runtest_logreport(
        SimpleNamespace(nodeid="tests/test_style.py::test", when="call", passed=True)
    )
    watch.pytest_sessionfinish()
    assert not watch.record.exists()


@pytest.fixture
def line(monkeypatch):
    root = Path(__file__).parents[1]
    monkeypatch.syspath_prepend(root / "book" / "_ext")
    import stamp

    return stamp.line


def test_the_page_tells_date_and_versions(line, watch):
    path = watch.root / "notebooks" / "good.ipynb"
    entry = {"digest": verified.digest(path), "date": "2026-11-02", "python": "3.12.1"}
    entry |= {"numpy": "2.1.0", "dlcore": "0.1.0"}
    said = line("good", path, {"good": entry})
    assert said.startswith("Verified on 2 November 2026: ")
    assert said.endswith("with dlcore 0.1.0, NumPy 2.1.0 and Python 3.12.1.")
    path.write_text(json.dumps(NOTEBOOK))
    assert line("good", path, {"good": entry}) == ""
    assert line("good", path, {}) == ""


def test_a_notebook_that_shows_a_wrong_output_gets_no_line(tmp_path):
    """The whole way: pytest runs a wrong notebook, with a record of old."""
    import shutil
    import subprocess
    import sys

    (tmp_path / "notebooks").mkdir()
    wrong = shutil.copy(RED, tmp_path / "notebooks" / "wrong.ipynb")
    record = tmp_path / "record.json"
    record.write_text(json.dumps({"wrong": {"digest": verified.digest(Path(wrong))}}))
    (tmp_path / "conftest.py").write_text(
        "import sys; from pathlib import Path; here = Path(__file__).parent\n"
        f"sys.path.insert(0, {str(verified.ROOT)!r}); from tools import verified\n"
        "def pytest_configure(config):\n    config.pluginmanager.register("
        "verified.Watch(here / 'record.json', here))\n"
    )
    command = [
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-p",
        "no:cacheprovider",
    ]
    ran = subprocess.run(
        [sys.executable, *command, "notebooks"], cwd=tmp_path, check=False
    )
    assert ran.returncode == 1
    assert verified.read(record) == {}
