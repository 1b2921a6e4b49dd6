"""What plain nbgrader does with the hostile submissions, tried and not guessed.

    python tests/exercises/plain_nbgrader.py            try all, write the record
    python tests/exercises/plain_nbgrader.py --table    write the table of the guide

Each submission is graded with `nbgrader autograde` as it is without `dlgrade`, with an
honest student after it, in a throw-away course. All of this happens in a container of
its own (bubblewrap: no network, no other processes, the system read-only), so that only
what the submission does to the course, the home and the class is real. What eats the
machine is not run at all. The record is `plain_nbgrader.json`.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "exercises"), str(HERE), str(ROOT)]

import attempts  # noqa: E402
import field  # noqa: E402

RECORD = HERE / "plain_nbgrader.json"
GUIDE = ROOT / "book" / "instructor" / "grading.md"
PLACE = Path("/tmp/field")  # where the throw-away folder is seen inside
LAST = "zoe"  # the honest student after the hostile one
SECONDS = 900  # a run that takes longer hangs
CONFIGURATION = """
c.CourseDirectory.root = {course!r}
c.CourseDirectory.db_url = "sqlite:///{course}/gradebook.db"
"""
NOT_RUN = {
    "memory/bytes": "memory",
    "memory/children": "memory",
    "memory/shared": "memory",
    "memory/touched": "memory",
    "memory/when_called": "memory",
    "cpu/children": "processes",
    "processes/many": "processes",
    "processes/threads": "processes",
    "disk/here": "disk",
    "disk/names": "disk",
    "disk/sockets": "disk",
    "disk/sparse": "disk",
    "disk/temporary": "disk",
    "disk/unlinked": "disk",
    "links/large_file": "disk",
    "writing/packages": "the system",
    "writing/mount": "the system",
    "reading/shadow": "the system",
}
# what it means for an instructor, and the beginning of a complaint that says so
EFFECTS = (
    ("more marks", r"earned|.+ has a mark by hand|.+ is worth"),
    ("rights misused", r".+ shows .*BREACH"),
    ("secrets read", r".+ shows|its log shows"),
    ("files changed", r"changed outside|left in the home|/tmp/|/dev/shm/"
     r"|marks of another student"),
    ("network reached", r"reached:"),
    ("left running", r"left running"),
    ("script in a page", r"a script ran|a frame|a link that|reached from a page"),
    ("class stopped", r"the next student|the grader ended|hung"),
    ("no feedback page", r"no page can be made of it"),
    ("huge or linked files", r"its graded folder|a link in"),
)  # fmt: skip
HARMLESS = r"no page was made"  # it could not be graded, and that is all
COLUMNS = ("more marks", "secrets read", "files changed", "class stopped")


class PlainField(field.Field):
    """The same course, graded by nbgrader alone."""

    configuration = CONFIGURATION

    def grade(self, *more):
        """Grade whatever has not been graded yet; return the exit code."""
        return self.run("nbgrader", "autograde", field.NAME, check=False)


def limit(address, size):
    """Limit the address space and the size of a file, for what is started next."""
    for what, most in ((resource.RLIMIT_AS, address), (resource.RLIMIT_FSIZE, size)):
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def inside(name, mark, word):
    """Try one submission; print the complaints as JSON. Runs in the container."""
    limit(4 << 30, 256 << 20)
    place = PlainField(PLACE / "here", mark, word)
    found = []
    if name == "template":
        found.append(place.grade())
    else:
        attempt = next(a for a in attempts.attempts() if f"{a.kind}/{a.name}" == name)
        try:
            found = place.try_all([attempt], LAST)
        except (OSError, SQLAlchemyError) as error:  # what is to be looked at is gone
            found = [f"changed outside: {type(error).__name__}"]
        if attempt.kind in ("scripts", "output", "forging"):
            limit(resource.RLIM_INFINITY, resource.RLIM_INFINITY)  # for the browser
            found += pages(place, attempt)
    place.servers.close()
    (place.folder / "line").unlink(missing_ok=True)
    print("\nFOUND " + json.dumps([str(line)[:2000] for line in found]), flush=True)


def pages(place, attempt):
    """Open the pages that come of it in a browser; return what happens there."""
    from playwright.sync_api import Error, sync_playwright

    from tests.pages import browser as kit

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=kit.chromium(), args=kit.ARGUMENTS
        )
        try:
            return list(place.live_pages([attempt], browser))
        except Error:  # what is to be looked at has led elsewhere
            return ["a frame or a redirection took the page away"]
        except (
            TypeError
        ) as error:  # raised by nbconvert, over an output of no such form
            return [f"no page can be made of it: {error}"]


def container(folder, *arguments):
    """Return the command that runs this script in a container around a folder."""
    own = [
        "pid",
        "net",
        "ipc",
        "uts",
        "cgroup-try",
        *(["user"] if os.geteuid() else []),
    ]
    line = ["bwrap", *(f"--unshare-{name}" for name in own), "--cap-drop", "ALL"]
    line += ["--die-with-parent", "--new-session", "--ro-bind", "/", "/"]
    line += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run"]
    for path in {ROOT, Path(sys.prefix), Path(sys.base_prefix)}:
        line += ["--ro-bind", str(path), str(path)]  # should they lie below /tmp
    line += ["--bind", str(folder), str(PLACE), "--chdir", str(PLACE)]
    return [*line, "--", sys.executable, str(Path(__file__).resolve()), *arguments]


def try_one(folder, name, mark, word):
    """Run one submission in its container; return the complaints."""
    line = ["nice", "-n", "10", *container(folder, "--inside", name, mark, word)]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            line, capture_output=True, text=True, errors="replace", timeout=SECONDS,
            env=environment, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return ["hung"]
    told = re.search(r"^FOUND (.*)$", done.stdout, re.MULTILINE)
    if told:
        return json.loads(told[1])
    if name == "template" or "Traceback" in done.stderr:
        raise RuntimeError(f"{name}\n{done.stdout}\n{done.stderr}")
    return [f"the grader ended with {done.returncode} and all around it"]


def effects(complaints):
    """Return which effects these complaints tell of, and refuse unknown ones."""
    found = set()
    for text in complaints:
        text = re.sub(r"^h-[\w-]+: ", "", text)
        if re.match(HARMLESS, text):
            continue
        fitting = [name for name, start in EFFECTS if re.match(start, text, re.DOTALL)]
        if not fitting:
            raise ValueError(f"This complaint belongs to no column: {text!r}")
        found.add(fitting[0])
    return sorted(found)


def names():
    """Return KIND/NAME of all hostile submissions, in order."""
    return [f"{attempt.kind}/{attempt.name}" for attempt in attempts.attempts()]


def try_all(wanted, say=print):
    """Try these submissions one after the other; yield (name, effects)."""
    mark, word = "markplain", "wordplain" + os.urandom(4).hex()
    with tempfile.TemporaryDirectory(prefix="plain-") as temporary:
        template = Path(temporary, "template")
        template.mkdir()
        if try_one(template, "template", mark, word) != ["0"]:
            raise RuntimeError("The honest first student could not be graded.")
        for name in wanted:
            if name in NOT_RUN:
                raise ValueError(f"{name} would do harm to {NOT_RUN[name]}.")
            folder = Path(temporary, "tried")
            shutil.copytree(template, folder, symlinks=True)
            found = effects(try_one(folder, name, mark, word))
            say(f"{name}: {', '.join(found) or 'contained'}", flush=True)
            yield name, found
            subprocess.run(["chmod", "-R", "u+rwX", str(folder)], check=False)
            shutil.rmtree(folder)


def table(record):
    """Return the table of the guide: submissions by kind, and what they did."""
    columns, known = [*COLUMNS, "other harm"], record["found"]
    counted = ["tried", "no harm", *columns, "not run"]
    lines = [f"| kind | {' | '.join(counted)} |", "|---" + "|--:" * len(counted) + "|"]
    total = dict.fromkeys(counted, 0)
    for kind in sorted({name.split("/")[0] for name in names()}):
        of_kind = [name for name in names() if name.startswith(f"{kind}/")]
        tried = [in_columns(known[name]) for name in of_kind if name in known]
        counts = {"tried": len(tried), "no harm": sum(not found for found in tried)}
        counts |= {name: sum(name in found for found in tried) for name in columns}
        counts["not run"] = len(of_kind) - len(tried)
        total = {key: total[key] + counts[key] for key in total}
        lines.append(row(kind, counts))
    return "\n".join([*lines, row("**all**", total)])


def in_columns(found):
    """Return the columns of the table to which these effects belong."""
    return {effect if effect in COLUMNS else "other harm" for effect in found}


def row(kind, counts):
    """Return one line of the table; a zero is a dash, so that the others stand out."""
    cells = [str(counts[key]) if counts[key] else "–" for key in counts]
    return f"| {kind} | {' | '.join(cells)} |"


def with_table(text, record):
    """Return the text of the guide with the table of this record in it."""
    head, rest = text.split("<!-- plain nbgrader: begin -->\n")
    _, tail = rest.split("<!-- plain nbgrader: end -->")
    tried = list(record["found"].values())
    said = (
        f"Of {len(names())} submissions {len(tried)} were run under nbgrader "
        f"{record['nbgrader']}; {sum(map(bool, tried))} of them did harm."
    )
    return (
        f"{head}<!-- plain nbgrader: begin -->\n{said}\n\n{table(record)}\n"
        f"<!-- plain nbgrader: end -->{tail}"
    )


def main(arguments=None):
    """Try, record, or write the table; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", help="KIND/NAME; the others stay recorded")
    parser.add_argument("--more", action="store_true", help="what is not recorded yet")
    parser.add_argument("--table", action="store_true", help="write the table alone")
    parser.add_argument("--inside", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        inside(*options.inside)
        return 0
    known = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {"found": {}}
    if not options.table:
        found = known["found"] if options.only or options.more else {}
        wanted = options.only or [n for n in names() if n not in {*NOT_RUN, *found}]
        for name, effect in try_all(wanted):
            found[name] = effect
            in_order = {name: found[name] for name in names() if name in found}
            known = {"nbgrader": version("nbgrader"), "found": in_order}
            RECORD.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
    GUIDE.write_text(with_table(GUIDE.read_text("utf-8"), known), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
