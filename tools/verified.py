"""Which notebooks were run again, cell by cell, and gave what they show, and when.

A plugin of pytest. After a run of the notebooks it writes `_build/verified.json`, with
one entry for each notebook of which every cell passed: a digest of its file, the date
and the versions. A notebook that failed loses its entry; one of which only some cells
ran keeps what it had. Pages show the entry of a notebook that has not changed since.
"""

import hashlib
import importlib.metadata
import json
import platform
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "_build" / "verified.json"
PACKAGES = ("dlcore", "numpy")


def pytest_configure(config):
    """Watch the whole run; parallel workers report to this process."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Watch(), "verified-notebooks")


class Watch:
    """What became of the cells of each notebook."""

    def __init__(self, record=RECORD, root=ROOT):
        self.record, self.root = record, root
        self.passed, self.failed = {}, set()

    def pytest_runtest_logreport(self, report):
        """Note the outcome of one cell."""
        path, found, cell = report.nodeid.partition(".ipynb::")
        if not found or not path.startswith("notebooks/"):
            return
        name = path.removeprefix("notebooks/")
        if report.failed:
            self.failed.add(name)
        elif report.when == "call" and report.passed:
            self.passed.setdefault(name, set()).add(cell)

    def pytest_sessionfinish(self):
        """Bring the record up to date."""
        if not self.passed and not self.failed:
            return
        kept = read(self.record)
        for name in self.passed.keys() | self.failed:
            path = self.root / "notebooks" / f"{name}.ipynb"
            if name in self.failed:
                kept.pop(name, None)
            elif len(self.passed[name]) == cells(path):
                kept[name] = {"digest": digest(path), **now()}
        self.record.parent.mkdir(parents=True, exist_ok=True)
        self.record.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


def read(record=RECORD):
    """Return name -> entry; empty where no run has been recorded."""
    return json.loads(record.read_text("utf-8")) if record.exists() else {}


def cells(path):
    """Return how many cells of a notebook are run."""
    notebook = json.loads(path.read_text("utf-8"))
    return sum(cell["cell_type"] == "code" for cell in notebook["cells"])


def digest(path):
    """Return a digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def now():
    """Return the date, by universal time, and the versions that are running."""
    versions = {name: importlib.metadata.version(name) for name in PACKAGES}
    date = datetime.now(UTC).date().isoformat()
    return {"date": date, "python": platform.python_version(), **versions}
