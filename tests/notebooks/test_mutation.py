"""Gate 3: a constant changed in the library turns the right pages red."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "pytest", "-q", "--tb=no", "-rfE", "--nbval"]
COMMAND += ["-p", "no:cacheprovider", "--nbval-current-env"]
COMMAND += ["--nbval-sanitize-with", "tests/notebooks/nbval.cfg"]


def failed_pages(library, *pages):
    """Re-run pages with the `dlcore` in a folder; return those that differ."""
    result = subprocess.run(
        [*COMMAND, *(f"notebooks/{page}.ipynb" for page in pages)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 1), result.stdout + result.stderr
    return {page for page in pages if f"FAILED notebooks/{page}" in result.stdout}


def test_red_without_the_factor_2_the_pages_on_the_neuron_differ(tmp_path):
    shutil.copytree(ROOT / "dlcore", tmp_path / "dlcore")
    neuron = tmp_path / "dlcore" / "neuron.py"
    source = neuron.read_text("utf-8")
    changed = source.replace("2 * self.error * self.x", "1 * self.error * self.x")
    assert changed != source
    neuron.write_text(changed, "utf-8")
    pages = "00-2-deep-learning", "02-3-testing"
    assert failed_pages(tmp_path, *pages) == {"02-3-testing"}
