"""Test the library with the oldest or the newest packages that pyproject.toml allows.

python tools/dependencies.py oldest    each lower bound: numpy>=2.0 means numpy==2.0.*
python tools/dependencies.py newest    whatever is newest today

Each has an environment of its own, .venv-oldest or .venv-newest. The checks that need
nothing but the library and its figures are run: tests/dlcore.
"""

import argparse
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("teach", "keras")
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "array-api-strict", "psutil", "PyYAML")
TOOLS += ("scikit-learn",)
LOWER = re.compile(r"^([\w.-]+)>=([\d.]+)$")


def bounds(project):
    """Return the requirements of the library and of its extras, as they are written."""
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(need for e in EXTRAS for need in extras[e])]


def oldest(requirement):
    """Return the requirement at its lower bound, with the last mends of that version.

    Raises:
        ValueError: when it is not of the form name>=version.
    """
    match = LOWER.match(requirement)
    if not match:
        raise ValueError(
            f"Expected name>=version in pyproject.toml, received {requirement!r}: "
            "give it a lower bound, so that the oldest version can be tested."
        )
    return f"{match[1]}=={match[2]}.*"


def main(arguments=None):
    """Make the environment, run the tests in it, return their status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("which", choices=["oldest", "newest"])
    which = parser.parse_args(arguments).which
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needs = bounds(project["project"])
    if which == "oldest":
        needs = [oldest(need) for need in needs]
    folder = ROOT / f".venv-{which}"
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print(f"{which}: {', '.join(needs)}", flush=True)
    subprocess.run([*pip, "--upgrade", *needs, *TOOLS], cwd=ROOT, check=True)
    subprocess.run([*pip, "--no-deps", "--editable", "."], cwd=ROOT, check=True)
    command = [python, "-m", "pytest", "-q", "-n", "2", "tests/dlcore"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
