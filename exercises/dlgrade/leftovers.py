"""Folders of kernels in /tmp, and what to do with those of a grader that was killed.

Each folder holds a file that its grader keeps locked. The system takes the lock away
when the grader ends, however it ends; then the folder belongs to nobody and goes. A
sandbox ends with its grader; one that had hardly started when its grader was killed may
miss that, and ends here, too.
"""

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

import psutil

PLACE = "/tmp"  # short, because the path of a socket ends at 107 letters
PREFIX = "dlg-"
YOUNG = 60  # seconds in which a folder without a lock may still get one


def new_folder():
    """Return a new folder and its lock; folders that nobody needs any more go."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=PLACE))
    lock = open(folder / "lock", "w")  # noqa: SIM115
    fcntl.flock(lock, fcntl.LOCK_EX)
    return folder, lock


def remove(folder, lock):
    """Remove a folder of our own, and what still runs for it."""
    if folder:
        end_sandbox(folder)  # one that is ended while it starts may leave a process
        shutil.rmtree(folder, ignore_errors=True)
    if lock:
        lock.close()


def sweep():
    """Remove the folders whose grader has ended without removing them."""
    for folder in Path(PLACE).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if is_ours(folder) and is_abandoned(folder):
                end_sandbox(folder)
                shutil.rmtree(folder, ignore_errors=True)


def end_sandbox(folder):
    """End what still runs for a folder; one that is ended may just have had a child."""
    for _ in range(100):
        found = sandboxes(folder)
        for process in found:
            with contextlib.suppress(psutil.Error):
                process.kill()
        if not found:
            return
        time.sleep(0.02)


def sandboxes(folder):
    """Return the sandboxes of a folder: bubblewrap names it in its command line."""
    return [
        process
        for process in psutil.process_iter(["name", "cmdline"])
        if process.info["name"] == "bwrap"
        and f"{folder}/ipc" in (process.info["cmdline"] or ())
    ]


def is_ours(folder):
    """Whether this is a folder, no link, that this user has made."""
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()


def is_abandoned(folder):
    """Whether no grader that still runs holds the lock of a folder."""
    try:
        lock = open(folder / "lock")  # noqa: SIM115
    except FileNotFoundError:
        return time.time() - folder.lstat().st_mtime > YOUNG
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
