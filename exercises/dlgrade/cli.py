"""The command `dlgrade`.

    dlgrade autograde ASSIGNMENT [--workers N | --scheduler ADDRESS]
                      [--student ID ...] [--force] [--unsafe]
    dlgrade probe                   does the sandbox work on this machine?
    dlgrade validate NOTEBOOK       the visible tests, run as they will be graded

Exit codes: 0 all is well; 1 some submission could not be read or graded, the others
are; 2 the command or the course is not right; 3 refused, there is no sandbox here.
"""

import argparse
import os
import sys

from tqdm import tqdm

from .autograde import Autograde, CourseError
from .record import Busy
from .sandbox import SandboxUnavailable, probe


def parse(arguments):
    """Return the options of a command line."""
    parser = argparse.ArgumentParser("dlgrade", description=__doc__.split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    grade = commands.add_parser("autograde", help="grade what has been handed in")
    grade.add_argument("assignment")
    where = grade.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=int, default=os.cpu_count(), help="0: no workers, all here"
    )
    where.add_argument("--scheduler", help="a scheduler of dask.distributed")
    grade.add_argument("--student", nargs="+", default=[], metavar="ID")
    grade.add_argument("--course", default=".", help="folder of nbgrader_config.py")
    grade.add_argument("--force", action="store_true", help="graded ones, too")
    grade.add_argument(
        "--unsafe", action="store_true", help="run code with your rights"
    )
    commands.add_parser("probe", help="does the sandbox work here?")
    check = commands.add_parser("validate", help="run the visible tests")
    check.add_argument("notebook", nargs="+")
    return parser.parse_args(arguments)


def autograde(options):
    """Grade and show progress, a table, and how it ended."""
    if options.unsafe:
        print("UNSAFE: students' code runs with all your rights.", file=sys.stderr)
    run = Autograde(
        options.assignment,
        options.course,
        options.student,
        force=options.force,
        unsafe=options.unsafe,
    )
    with tqdm(unit="submission", disable=None) as bar:

        def show(row, total):
            bar.total = total
            bar.set_postfix_str(row.student, refresh=False)
            bar.update()

        workers = 0 if options.scheduler else options.workers
        rows = run.run(workers, options.scheduler, show)
    print(table(rows))
    bad = [row for row in rows if row.state.startswith("NOT")]
    print(
        f"{len(rows)} submissions, {len(bad)} not graded; logs in "
        f"{run.marker.parent}; seed of the hidden tests: {run.seed}"
    )
    return 1 if bad else 0


def table(rows):
    """Return the summary as lines of text."""
    width = max([len(row.student) for row in rows] + [7])
    lines = [f"{'student':<{width}}  {'state':<13}  score  seconds  MB    remarks"]
    for row in rows:
        score = "-" if row.score is None else f"{row.score:g}"
        remarks = "".join(c if c.isprintable() else "?" for c in row.remarks)[:200]
        line = (
            f"{row.student:<{width}}  {row.state:<13}  {score:>5}  {row.seconds:>7.1f}"
        )
        lines.append(f"{line}  {row.peak_mb:>4}  {remarks}".rstrip())
    return "\n".join(lines)


def main(arguments=None):
    """Run a command; return its exit code."""
    options = parse(arguments)
    try:
        if options.command == "probe":
            why = probe()
            print(why or "The sandbox works on this machine.")
            return 3 if why else 0
        if options.command == "validate":
            from .validate import main as validate

            return validate(options.notebook)
        return autograde(options)
    except SandboxUnavailable as error:
        print(f"Refused. {error}", file=sys.stderr)
        return 3
    except (CourseError, Busy) as error:
        print(error, file=sys.stderr)
        return 2
    except (RuntimeError, OSError) as error:  # no scheduler, no room on the disk, ...
        why = str(error).rstrip(".")
        print(f"Stopped: {why}. What is recorded stays; run it again.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
