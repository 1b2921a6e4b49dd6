"""The commands of the grader, as an installation would give them."""

import sys


def make_tools(folder):
    """Write commands that run with this Python; return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("dlgrade", "nbgrader", "alembic"):
        path = folder / name
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} "$@"\n')
        path.chmod(0o755)
    return folder
