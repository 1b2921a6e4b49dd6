"""The sandbox: what it shows, what it refuses, and that its limits really end things.

Hostile code in this file runs in the sandbox alone, with low limits.
"""

import os
import re
import subprocess
import time

import psutil
import pytest
from dlgrade import Limits, leftovers, sandbox, watch
from dlgrade.kernel import Ended, Kernel
from dlgrade.watch import Watch

pytestmark = pytest.mark.needs_sandbox
LOW = Limits(memory_mb=250, processes=40, cell_seconds=6, file_mb=4, disk_mb=8)


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Limits are as they are given, however busy this machine is."""
    monkeypatch.setattr(sandbox, "stretch", lambda: 1.0)


@pytest.fixture(scope="module")
def kernel():
    """A kernel that these tests share; none of them ends it."""
    kernel = Kernel(LOW, files={"data.csv": b"1,2"}, extra={"DLGRADE_STUDENT": "ann"})
    kernel.start()
    yield kernel
    kernel.stop()


def said(kernel, code):
    """Return the text or the error that code ends with."""
    outputs = kernel.run(code)
    last = outputs[-1] if outputs else {}
    return last.get("evalue", last.get("text", ""))


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import os; print(os.path.exists('/home'))", "False"),
        ("print(os.listdir(os.environ['HOME']))", r"\[.*ipython.*\]|\[\]"),
        ("open('/etc/shadow')", "No such file"),
        (f"open({__file__!r})", "No such file"),
        ("open('/usr/x', 'w')", "Read-only file system"),
        ("open('/dev/x', 'w')", "Read-only file system"),
        ("open('/x', 'w')", "Read-only file system"),
        ("open('/packages/dlcore/x.py', 'w')", "Read-only file system"),
        ("import dlcore; print(dlcore.__file__)", "/packages/dlcore"),
        ("print(open('data.csv').read(), os.getcwd())", "1,2 /job"),
        ("print(os.environ.get('GRADING_SEED'))", "None"),
        ("print(os.environ['DLGRADE_STUDENT'])", "ann"),
        ("print(os.getuid(), os.getgroups())", r"1000 "),
        ("os.setuid(0)", "Operation not permitted|Invalid argument"),
        ("import socket; socket.create_connection(('1.1.1.1', 80), 2)", "unreachable"),
        ("socket.socket(17, socket.SOCK_RAW)", "not supported"),
        ("socket.socket(40)", "not supported"),
        ("print(len([p for p in os.listdir('/proc') if p.isdigit()]) < 10)", "True"),
        ("os.kill(os.getppid(), 0); print(os.getppid() < 20)", "True|not permitted"),
        ("open('/tmp/big', 'wb').write(bytes(5 << 20))", "File too large"),
        (
            "for n in range(5): open(f'/tmp/b{n}', 'wb').write(bytes(3 << 20))",
            "No space left",
        ),
        (
            "from ipykernel.connect import get_connection_file as file\n"
            "open(os.path.dirname(file()) + '/x', 'w')",
            "Read-only file system",
        ),
        ("print(os.environ.get('DLGRADE_SOCKETS'))", "None"),
        ("os.memfd_create('x')", "not permitted"),
        (
            "import ctypes; libc = ctypes.CDLL(None, use_errno=True)\n"
            "print([libc.syscall(n, 0, 0, 0, 0) for n in (272, 165, 101, 321, 29)])",
            r"\[-1, -1, -1, -1, -1\]",
        ),
    ],
)
def test_what_is_seen_and_refused_inside(kernel, code, answer):
    assert re.search(answer, said(kernel, f"import os, socket\n{code}")), code


def test_an_endless_cell_is_interrupted_and_the_next_one_runs(kernel):
    outputs = kernel.run("while True: pass", seconds=1)
    assert outputs[-1].ename == "TimeoutError"
    assert said(kernel, "print('on')") == "on\n"


def test_output_is_cut_and_counts_as_failed(kernel):
    outputs = kernel.run("print('x' * 10**6)")
    assert outputs[-1].ename == "OutputError"
    assert sum(len(o.get("text", "")) for o in outputs) < 2 * LOW.output_cell
    assert "output beyond the limit" in kernel.refused


ENDS = {
    "memory": ("x = [bytearray(b'x' * 10**6) for n in range(2000)]", {}, "memory"),
    "memory of many": (
        "import os, time\nfor n in range(6):\n if not os.fork():\n"
        "  x = bytearray(b'x' * 60 * 10**6); time.sleep(9)\ntime.sleep(9)",
        {},
        "memory",
    ),
    "wall time": ("import time; time.sleep(9)", {"wall_seconds": 99}, "ran for more"),
    "computing": (
        "while True: pass",
        {"cpu_seconds": 2, "cell_seconds": 60},
        "computed|ended itself",
    ),
    "files": (
        "import time\nfor n in range(4000): open(f'/tmp/{n}', 'w').close()\n"
        "time.sleep(9)",
        {"disk_files": 2000},
        "files",
    ),
    "stubborn": (
        "import time\nwhile 1:\n try:\n  time.sleep(60)\n except BaseException: pass",
        {"cell_seconds": 1},
        "ignored the interrupt",
    ),
    "suicide": ("import os; os._exit(0)", {}, "ended itself"),
}


@pytest.mark.parametrize("name", ENDS)
def test_a_limit_really_ends_everything(name, monkeypatch):
    monkeypatch.setattr("dlgrade.kernel.PATIENCE", 3)
    code, lower, why = ENDS[name]
    kernel = Kernel(Limits(**{**vars(LOW), **lower}))
    try:
        kernel.start()
        if name == "wall time":
            kernel.watch.started -= 98
        below = psutil.Process(kernel.manager.provisioner.process.pid)
        below = below.children(recursive=True)
        began = time.monotonic()
        with pytest.raises(Ended, match=why):
            kernel.run(code)
        assert time.monotonic() - began < 60  # a busy machine takes its time
    finally:
        kernel.stop()
    psutil.wait_procs(below, timeout=3)
    assert not [process for process in below if process.is_running()]
    assert not kernel.folder.exists()


@pytest.mark.parametrize("error", [OSError("gone"), KeyError(1), SystemExit()])
def test_a_guard_that_fails_ends_its_sandbox_and_says_so(monkeypatch, error):
    kernel = Kernel(LOW)

    def fail():
        raise error

    try:
        kernel.start()
        monkeypatch.setattr(kernel.watch, "reason", fail)
        with pytest.raises(Ended, match=f"its guard failed .{type(error).__name__}"):
            kernel.run("import time; time.sleep(9)")
    finally:
        kernel.stop()


def test_a_sandbox_whose_guard_is_gone_is_ended(monkeypatch):
    kernel = Kernel(LOW)
    try:
        kernel.start()
        monkeypatch.setattr(kernel.watch, "is_alive", lambda: False)
        with pytest.raises(Ended):
            kernel.run("import time; time.sleep(9)")
        assert kernel.manager.provisioner.process.poll() is not None
    finally:
        kernel.stop()


def test_a_guard_that_cannot_start_leaves_nothing_running(monkeypatch):
    def fail(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Watch, "start", fail)
    kernel = Kernel(LOW)
    with pytest.raises(RuntimeError, match="new thread"):
        kernel.start()
    kernel.stop()
    assert kernel.manager.provisioner.process.poll() is not None
    assert not kernel.folder.exists()
    time.sleep(0.5)
    assert not leftovers.sandboxes(kernel.folder)


def test_the_quick_list_of_processes_is_that_of_the_system():
    with subprocess.Popen(["sh", "-c", "sleep 9 & sleep 9 & wait"]) as first:
        end = time.monotonic() + 10
        while len(list(watch.below(first.pid))) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        found = {process.pid for process in watch.below(first.pid)}
        known = psutil.Process(first.pid).children(recursive=True)
        for process in [*known, psutil.Process(first.pid)]:
            process.kill()
    assert found == {process.pid for process in known}
    assert len(found) == 2


def test_processes_are_limited_and_none_is_left(kernel):
    count = said(
        kernel,
        "import subprocess\nstarted = []\ntry:\n for n in range(60):\n"
        "  started.append(subprocess.Popen(['sleep', '60']))\n"
        "except OSError: pass\nprint(len(started))\n"
        "for p in started: p.kill(); p.wait()",
    )
    assert 5 < int(count) < 40


def test_the_command_line_has_no_environment_of_ours(monkeypatch):
    monkeypatch.setenv("SECRET_OF_OURS", "1")
    line = sandbox.command(["env"], ipc=None, files=None, user=sandbox.unused_user())
    shown = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    assert "SECRET" not in shown
    assert "HOME=/tmp/home" in shown
    assert os.environ["SECRET_OF_OURS"] == "1"
