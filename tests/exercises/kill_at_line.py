"""Grades courses; each run ends itself with SIGKILL at one line of dlgrade/record.py.

Reads COURSE<tab>LINES<tab>OPTIONS from its input and prints for each how the run ended
and how many lines of that file had run. 0 never kills. Answers are not executed: what
comes of recording is what is tested.
"""

import contextlib
import os
import signal
import sys

from dlgrade import autograde, cli, parallel, record


def graded(task):
    """Return a result without running anything: every test passes."""
    log = {"seconds": 1.0, "peak_mb": 1, "refused": [], "killed": [], "cells": []}
    return {name: (book, log) for name, (book, _) in task["books"].items()}


def grade(course, last, options):
    """Grade, and end at that line; return the exit code and the number of lines."""
    count = 0

    def line(frame, event, argument):
        nonlocal count
        if event == "line":
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame, event, argument):
        return line if frame.f_code.co_filename == record.__file__ else None

    sys.settrace(call)
    with contextlib.redirect_stdout(sys.stderr):
        fixed = ["autograde", "tiny", "--course", course, "--workers", "0"]
        code = cli.main(fixed + options)
    sys.settrace(None)
    return code, count


def main():
    """Make a process for each run, because it may be killed."""
    parallel.run_task = graded
    autograde.demand_sandbox = lambda unsafe: None
    for request in sys.stdin:
        course, last, options = request.rstrip("\n").split("\t")
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            code, count = grade(course, int(last), options.split())
            os.write(writing, str(count).encode())
            os._exit(code)
        os.close(writing)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, os.read(reading, 20).decode() or "-", flush=True)
        os.close(reading)


if __name__ == "__main__":
    main()
