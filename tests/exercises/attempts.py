"""The hostile submissions, as the files in `hostile` tell of them."""

import re
from pathlib import Path

import rehearse

HOSTILE = Path(__file__).parent / "hostile"
HONEST = 4  # points of task 1, which every hostile submission answers honestly


class Attempt:
    """One hostile file: what it tries, its code by cell, and the marks it may earn."""

    def __init__(self, path):
        self.kind, self.name = path.parent.name, path.stem
        self.student = f"h-{self.kind}-{self.name}".replace("_", "-")
        text = path.read_text("utf-8")
        self.told = re.match(r'"""(.*?)"""', text, re.DOTALL)[1]
        self.title = self.told.split("\n\n")[0].replace("\n", " ")
        earns = re.search(r"^earns: (.+)$", self.told, re.MULTILINE)
        self.earns = float(earns[1]) if earns else HONEST
        self.code = rehearse.pieces(path)


def attempts():
    """Return all hostile submissions, by kind and name."""
    return [Attempt(path) for path in sorted(HOSTILE.glob("*/*.py"))]
