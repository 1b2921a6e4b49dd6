"""Where there is no sandbox nothing runs; and what the sandbox's parts are made of.

None of these tests needs a sandbox that works.
"""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest
from dlgrade import SandboxUnavailable, grade, sandbox, seccomp
from needs import demand_sandbox

EXERCISES = Path(sandbox.__file__).parents[1]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda m: m.setattr("sys.platform", "darwin"), "needs Linux.*darwin"),
        (lambda m: m.setenv("PATH", "/nowhere"), "bwrap is missing"),
        (
            lambda m: m.setattr(sandbox, "command", lambda *a, **k: ["false"]),
            "bwrap stops with: 1",
        ),
    ],
)
def test_where_there_is_no_sandbox_it_refuses_and_names_two_ways(
    monkeypatch, change, reason
):
    with monkeypatch.context() as patch:
        change(patch)
        sandbox.probe.cache_clear()
        assert re.search(reason, sandbox.probe())
        with pytest.raises(SandboxUnavailable, match=r"container(.|\n)*--unsafe"):
            grade.demand_sandbox(unsafe=False)
        grade.demand_sandbox(unsafe=True)
    sandbox.probe.cache_clear()


def test_the_command_refuses_on_a_machine_without_bubblewrap(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    path = os.pathsep.join([str(EXERCISES), *filter(None, sys.path)])
    for line in (["autograde", "tiny", "--workers", "0"], ["probe"]):
        done = subprocess.run(
            [sys.executable, "-m", "dlgrade", *line],
            cwd=tmp_path,
            env={"PATH": "/nowhere", "PYTHONPATH": path, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 3, done.stderr
        assert "bwrap is missing" in done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["nbgrader_config.py"]


@pytest.mark.parametrize(
    ("load", "factor"), [(0.0, 1), (4.0, 1), (12.0, 3), (99.0, sandbox.STRETCH)]
)
def test_time_limits_are_longer_on_a_busy_machine(monkeypatch, load, factor):
    monkeypatch.setattr("os.getloadavg", lambda: (load, 0.0, 0.0))
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: range(4), raising=False)
    assert sandbox.stretch() == factor


def test_tests_that_need_the_sandbox_skip_with_the_reason():
    missing, forbidden = "the program bwrap is missing", "bwrap stops with: denied"
    demand_sandbox("", in_ci=True)
    for why, in_ci in [(missing, False), (forbidden, False), (forbidden, True)]:
        with pytest.raises(pytest.skip.Exception, match=why):
            demand_sandbox(why, in_ci)


def test_in_ci_a_missing_program_is_no_excuse():
    with pytest.raises(pytest.fail.Exception, match="is missing"):
        demand_sandbox("the program bwrap is missing (package bubblewrap)", True)


# ---- the filter ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "header"),
    [
        (0, "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        (1, "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_the_numbers_of_the_calls_are_those_of_linux(column, header):
    if not Path(header).exists():
        pytest.skip(f"{header} is not installed")
    text = Path(header).read_text("utf-8")
    known = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text))
    calls = seccomp.REFUSED | {
        "clone": seccomp.CLONE,
        "clone3": seccomp.CLONE3,
        "socket": seccomp.SOCKET,
    }
    wrong = {
        n: (c[column], known.get(n))
        for n, c in calls.items()
        if n in known and str(c[column]) != known[n]
    }
    assert not wrong
    assert len(set(calls) & set(known)) > 40


def test_there_is_a_filter_for_this_machine():
    assert seccomp.program("unheard-of") is None
    if platform.machine() in seccomp.MACHINES:
        assert len(seccomp.program()) % 8 == 0


def test_files_cannot_lead_out_of_their_folder(tmp_path):
    from dlgrade.provisioner import write_files

    with pytest.raises(ValueError, match="leads out"):
        write_files(tmp_path, {"../x": b""})
    with pytest.raises(ValueError, match="leads out"):
        write_files(tmp_path, {"/etc/x": b""})
