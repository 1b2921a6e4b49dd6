"""What all tests share: the built book, and notebooks re-run in record mode."""

import fcntl
import gc
import hashlib
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent
pytest_plugins = ["tools.verified"]  # notes which notebooks gave what they show
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # arrays here are small


# each of their tests takes as long as some whole files
ONE_BY_ONE = ("tests/pages/test_light.py", "tests/pages/test_dark.py")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Hand out file by file, but the pages one by one, and last: no worker waits long.

    The scheduler begins with what has most tests.
    """
    from xdist.scheduler import LoadFileScheduling

    class FilesAndPages(LoadFileScheduling):
        def _split_scope(self, nodeid):
            alone = nodeid.startswith(ONE_BY_ONE)
            return nodeid if alone else super()._split_scope(nodeid)

    return FilesAndPages(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_finish():
    """Spare the garbage collector what stays to the end: eleven thousand tests."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    """Start the kernels of notebooks, and only those, in record mode."""
    if type(item).__name__ != "IPyNbCell":
        return (yield)
    before = os.environ.get("DLCORE_RECORD")
    os.environ["DLCORE_RECORD"] = "1"
    try:
        return (yield)
    finally:
        if before is None:
            del os.environ["DLCORE_RECORD"]
        else:
            os.environ["DLCORE_RECORD"] = before


def book_inputs():
    """Return a hash of everything that the pages are built from."""
    patterns = ("_*.yml", "book/**/*", "notebooks/*.ipynb", "requirements.txt")
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(ROOT).as_posix()
                digest.update(name.encode() + path.read_bytes())
    return digest.hexdigest()


@pytest.fixture(scope="session")
def book():
    """Return (folder of the pages, exit status, complaints), built if need be.

    Parallel workers wait for the one that builds. $BOOK_SITE names a book that is
    built already: the tests of pages then open it, and all of it from the disk.
    """
    if os.environ.get("BOOK_SITE"):
        return Path(os.environ["BOOK_SITE"]).resolve(), 0, []
    from tools import book as builder
    from tools import vendor

    made = ROOT / "_build" / "test" / "_build"
    made.mkdir(parents=True, exist_ok=True)
    record = made.parent / "built.txt"
    with (made.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        vendor.install()
        inputs, run = book_inputs(), os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
        past = record.read_text().split("\n") if record.exists() else ["", "", ""]
        # sources that someone edits during a run wait for the next run
        if not run or run != past[1]:
            if past[0] != inputs:
                shutil.rmtree(made)
                past = [inputs, "", str(builder.build(folder=made.parent))]
            record.write_text("\n".join([past[0], run, past[2]]))
    status = int(past[2])
    log = (made / "book.log").read_text(encoding="utf-8")
    return made / "html", status, builder.complaints(log)
