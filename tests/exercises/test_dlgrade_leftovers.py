"""What a grader that is killed leaves in /tmp, and that the next one removes it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from dlgrade import leftovers, sandbox

needs_sandbox = pytest.mark.needs_sandbox
EXERCISES = Path(leftovers.__file__).parents[1]
HOLD = """
import time
from dlgrade import leftovers, sandbox
folder, lock = leftovers.new_folder()
print(folder, flush=True)
time.sleep(60)
"""
GRADE = """
from dlgrade import Limits
from dlgrade.kernel import Kernel
kernel = Kernel(Limits())
kernel.start()
print(kernel.folder, flush=True)
kernel.run("import time; time.sleep(60)")
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(leftovers, "PLACE", str(tmp_path))
    return tmp_path


def start(code):
    """Run code in another process; return it and the first line that it prints."""
    path = os.pathsep.join([str(EXERCISES), str(EXERCISES.parent)])
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    return process, Path(process.stdout.readline().strip())


def test_a_folder_stays_while_its_grader_runs_and_goes_after_it_was_killed():
    process, folder = start(HOLD)
    try:
        leftovers.sweep()
        assert folder.is_dir()
    finally:
        process.kill()
        process.communicate()
    leftovers.sweep()
    assert not folder.exists()


@needs_sandbox
def test_a_killed_grader_leaves_no_process_and_no_folder_for_long():
    process, folder = start(GRADE)
    below = psutil.Process(process.pid).children(recursive=True)
    assert below
    process.kill()
    process.communicate()
    gone, alive = psutil.wait_procs(below, timeout=10)
    assert len(gone) == len(below), alive
    other, lock = leftovers.new_folder()  # the next start of a kernel
    assert not folder.exists()
    leftovers.remove(other, lock)
    assert not other.exists()


@needs_sandbox
def test_a_sandbox_that_outlives_its_grader_ends_at_the_next_start():
    """As when a grader is killed at the very moment in which a sandbox starts."""
    folder, lock = leftovers.new_folder()
    (folder / "ipc").mkdir()
    line = sandbox.command(
        ["sleep", "60"], ipc=folder / "ipc", files=None, user=sandbox.unused_user()
    )
    line = [word for word in line if word != "--die-with-parent"]
    orphan = subprocess.Popen(line, stdin=subprocess.DEVNULL, cwd="/")
    try:
        leftovers.sweep()
        assert orphan.poll() is None
        lock.close()  # as the system does for a grader that has ended
        leftovers.sweep()
        assert orphan.wait(10)
        assert not folder.exists()
        time.sleep(0.5)
        assert not leftovers.sandboxes(folder)
    finally:
        orphan.kill()


def test_what_is_not_ours_stays(place):
    (place / "dlg-file").write_text("x")
    (place / "elsewhere").mkdir()
    (place / "dlg-link").symlink_to(place / "elsewhere")
    (place / "dlg-young").mkdir()
    (place / "other").mkdir()
    (place / "dlg-old").mkdir()
    os.utime(place / "dlg-old", (time.time() - 99, time.time() - 99))
    leftovers.sweep()
    assert sorted(path.name for path in place.iterdir()) == [
        "dlg-file",
        "dlg-link",
        "dlg-young",
        "elsewhere",
        "other",
    ]


def test_a_folder_of_another_user_stays(place, monkeypatch):
    (place / "dlg-theirs").mkdir()
    os.utime(place / "dlg-theirs", (0, 0))
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    leftovers.sweep()
    assert (place / "dlg-theirs").exists()
