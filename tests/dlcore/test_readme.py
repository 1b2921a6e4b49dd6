"""The README's example runs as printed and prints what the README says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)


def run(source, folder):
    """Run the source in a fresh interpreter, away from the repository."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", source],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_there_is_an_example():
    assert EXAMPLES


@pytest.mark.parametrize("source", EXAMPLES)
def test_each_example_runs_and_prints_what_is_said(source, tmp_path):
    result = run(source, tmp_path)
    assert result.returncode == 0, result.stderr
    said = re.search(re.escape(source) + r"```\s+It prints `(.*?)`", README)
    assert said, "after each example the README says: It prints `...`"
    assert result.stdout.split() == said[1].split()


def test_the_first_example_is_six_lines_and_its_numbers_are_the_books(tmp_path):
    assert len(EXAMPLES[0].strip().splitlines()) == 6
    assert run(EXAMPLES[0], tmp_path).stdout.split() == ["16.4", "144.5"]
