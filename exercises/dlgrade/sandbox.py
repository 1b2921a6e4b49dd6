"""The command line that starts a program inside bubblewrap, and what it is allowed.

Inside there are only: the system's programs and Python, read-only; three small folders
in memory (/tmp, /job, /dev/shm); and, read-only too, one folder with the sockets to
the grader. No home, no network, no other processes, an empty environment, no
privileges.
"""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

MB = 1 << 20
TOOLS = ("bwrap", "prlimit", "setpriv")
SYSTEM = ("bin", "sbin", "lib", "lib32", "lib64")
SETTINGS = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "fonts")
PACKAGES = ("dlcore",)  # importable inside, wherever they are installed outside
INSIDE = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp/home",
    "TMPDIR": "/tmp",
    "USER": "student",
    "LOGNAME": "student",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "PYTHONPATH": "/packages",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NBGRADER_EXECUTION": "autograde",
}
# first to go when the machine runs out of memory; then the files; then the program
START = """echo 1000 > /proc/self/oom_score_adj
mkdir -p /tmp/home && cp -r /in/. /job/ && exec "$@\""""


class SandboxUnavailable(RuntimeError):
    """The sandbox does not work here; says why and names the ways on."""

    def __init__(self, why):
        super().__init__(
            f"Students' code is not run here; the sandbox does not work: {why}\n"
            "Two ways on:\n"
            "  1. grade in a container or virtual machine with Linux and bubblewrap\n"
            "     (Debian, Ubuntu: apt-get install bubblewrap);\n"
            "  2. `--unsafe` runs the students' code with your rights: it can read,\n"
            "     change and send away whatever you can. For people you trust alone."
        )


@dataclass(frozen=True)
class Limits:
    """What one submission may use, at most."""

    memory_mb: int = 1024  # each of its two kernels, with all their processes
    address_mb: int = 4096  # address space of each process
    processes: int = 64  # processes and threads of a kernel
    cpu_seconds: int = 120  # of a kernel, all processes together
    wall_seconds: int = 300  # from the start of a kernel to its end
    cell_seconds: int = 30  # one cell; also one call of a student's function
    file_mb: int = 32  # one file
    disk_mb: int = 64  # /tmp and /job, each
    disk_files: int = 20_000  # files in /tmp and /job, each
    output_cell: int = 100_000  # characters that a cell may print
    output_total: int = 1_000_000  # characters that all cells may print
    submission_mb: int = 20  # a submission that is larger is not read
    revivals: int = 2  # how often a kernel that died is started anew


@functools.cache
def probe():
    """Return "" when the sandbox works on this machine, else the reason."""
    if not sys.platform.startswith("linux"):
        return f"bubblewrap needs Linux, and this is {sys.platform}."
    for tool in TOOLS:
        if not shutil.which(tool):
            package = "bubblewrap" if tool == "bwrap" else "util-linux"
            return f"the program {tool} is missing (package {package})."
    try:
        tried = subprocess.run(
            command(["true"], ipc=None, files=None, user=unused_user()),
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"bwrap cannot be started: {error}"
    if tried.returncode:
        return f"bwrap stops with: {tried.stderr.strip() or tried.returncode}"
    return ""


def unused_user():
    """Return a user id for the sandbox: as root one that nobody else has."""
    if os.geteuid():
        return os.getuid()
    return 200_000 + int.from_bytes(os.urandom(4), "big") % 3_000_000


def command(program, *, ipc, files, user, limits=None, extra=None, seccomp=None):
    """Return the command line that runs a program in the sandbox.

    `ipc` is the folder of sockets, `files` a folder whose files the program finds in
    /job, `extra` are further environment variables, `seccomp` is the number of a file
    descriptor with the filter.
    """
    limits = limits or Limits()
    outer = [
        "bwrap",
        *namespaces(),
        *file_system(ipc, files, limits),
        "--die-with-parent",
    ]
    outer += ["--clearenv", *environment(extra or {}), "--chdir", "/job"]
    filtered = ["--seccomp", str(seccomp)] if seccomp is not None else []
    bounded = ["prlimit", *resource_limits(limits), "--"]
    started = ["sh", "-c", START, "sh", *bounded, *program]
    own_user = ["--unshare-user", "--disable-userns", "--uid", "1000", "--gid", "1000"]
    if os.geteuid():
        return [*outer, *own_user, "--cap-drop", "ALL", *filtered, "--", *started]
    # Root is exempt from the limit on processes. So root gives up its identity first,
    # for good, and a second bubblewrap makes the namespace of users.
    for right in ("SETUID", "SETGID", "SETPCAP"):
        outer += ["--cap-add", f"CAP_{right}"]
    give_up = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    give_up += ["--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"]
    inner = ["bwrap", *own_user, "--dev-bind", "/", "/", "--chdir", "/job", *filtered]
    return [*outer, "--", *give_up, *inner, "--", *started]


def namespaces():
    """Return the options for namespaces; that of users follows in `command`."""
    names = ("pid", "net", "ipc", "uts", "cgroup-try")
    own = [f"--unshare-{name}" for name in names]
    root = [] if os.geteuid() else ["--cap-drop", "ALL"]
    return [*own, "--hostname", "sandbox", *root]


def file_system(ipc, files, limits):
    """Return the options for what can be seen, and where something can be written."""
    shown = ["--ro-bind", "/usr", "/usr"]
    for name in SYSTEM:
        path = Path("/", name)
        if path.is_symlink():
            shown += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            shown += ["--ro-bind", str(path), str(path)]
    shown += ["--perms", "0755", "--dir", "/etc"]
    for name in SETTINGS:
        shown += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    shown += ["--proc", "/proc", "--dev", "/dev"]
    for place, size in (
        ("/tmp", limits.disk_mb),
        ("/job", limits.disk_mb),
        ("/dev/shm", 16),
    ):
        shown += ["--perms", "1777", "--size", str(size * MB), "--tmpfs", place]
    for folder in python_folders():
        shown += [*parents(folder), "--ro-bind", folder, folder]
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        if found:
            folder = found.submodule_search_locations[0]
            shown += [
                *parents("/packages/x"),
                "--ro-bind",
                folder,
                f"/packages/{package}",
            ]
    bridge = str(Path(__file__).parent / "dlbridge")
    shown += [*parents("/packages/x"), "--ro-bind", bridge, "/packages/dlbridge"]
    if ipc:
        shown += [*parents(ipc), "--ro-bind", str(ipc), str(ipc)]
    if files:
        shown += ["--ro-bind", str(files), "/in"]
    else:
        shown += ["--perms", "0755", "--dir", "/in"]
    return [*shown, "--remount-ro", "/dev", "--remount-ro", "/"]


def python_folders():
    """Return the folders of this Python that are not below /usr, outermost alone."""
    wanted = [sys.prefix, sys.base_prefix]
    wanted += [path for path in sys.path if path.endswith("site-packages")]
    folders = []
    for path in sorted({p for w in wanted for p in (w, os.path.realpath(w))}):
        below = any(path == f or path.startswith(f + "/") for f in ["/usr", *folders])
        if not below and os.path.isdir(path):
            folders.append(path)
    return folders


def parents(path):
    """Return options that make the folders above a path (bwrap's own are private)."""
    above = [str(p) for p in reversed(Path(path).parents)]
    made = [p for p in above if p not in ("/", "/tmp", "/usr", "/dev")]
    return [option for p in made for option in ("--perms", "0755", "--dir", p)]


def environment(extra):
    """Return the options for the environment, which holds nothing of the outside."""
    pairs = {**INSIDE, **extra}
    return [word for name, value in pairs.items() for word in ("--setenv", name, value)]


def resource_limits(limits):
    """Return the limits that the system itself keeps, for prlimit."""
    return [
        f"--nproc={limits.processes}",
        f"--as={limits.address_mb * MB}",
        f"--cpu={limits.cpu_seconds}",
        f"--fsize={limits.file_mb * MB}",
        "--nofile=256",
        "--core=0",
        "--memlock=65536",
    ]
