"""Files to hand out: the site as a zip, the book as a PDF, the package as a wheel.

python tools/release.py zip      dist/dlcore-book-VERSION.zip, to be read from a disk
python tools/release.py pdf      dist/dlcore-book-VERSION.pdf, printed by Chromium
python tools/release.py wheel    dist/dlcore-VERSION-py3-none-any.whl, tried on its own
python tools/release.py copies   dist/dlcore-notebooks-VERSION.zip, to be run elsewhere

The first two take the book from _build/html, built if it is not there.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dlcore
from tools import book, elsewhere, pdf

ROOT = book.ROOT
DIST = ROOT / "dist"
NAME = f"dlcore-book-{dlcore.__version__}"
NOT_SHIPPED = {".buildinfo", ".doctrees"}
TRY_WHEEL = Path(__file__).with_name("try_wheel.py")


def main(arguments=None):
    """Make one of the four; say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=list(MAKE))
    kind = parser.parse_args(arguments).kind
    DIST.mkdir(exist_ok=True)
    made = MAKE[kind]()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")


def site():
    """Return the folder of the built book, built if it is not there."""
    if not (book.OUTPUT / "index.html").exists() and (status := book.build()):
        raise SystemExit(status)
    return book.OUTPUT


# -- zip -------------------------------------------------------------------------------


def make_zip(folder=None, target=None):
    """Pack the site; `index.html` in its only folder opens it."""
    folder, target = folder or site(), target or DIST / f"{NAME}.zip"
    beside = target.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not NOT_SHIPPED & set(inside.parts):
                archive.write(path, Path(NAME, inside))
    return beside.replace(target)


# -- PDF -------------------------------------------------------------------------------


def make_pdf():
    """Print the whole book; every drawing of the site has to be in it."""
    target = DIST / f"{NAME}.pdf"
    sheets, drawings = pdf.bind(site(), target)
    print(f"\n{sheets} sheets, {drawings} drawings: as many as on the site")
    return target


# -- wheel -----------------------------------------------------------------------------


def make_wheel():
    """Build the package; try it and its data in an environment with NumPy alone."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", scratch, ROOT],
            check=True,
        )
        [wheel] = Path(scratch).glob("*.whl")
        subprocess.run([sys.executable, "-m", "venv", f"{scratch}/venv"], check=True)
        python = f"{scratch}/venv/bin/python"
        install = [python, *pip[1:], "install", "--quiet", wheel]
        subprocess.run(install, check=True)
        trial = [python, TRY_WHEEL, ROOT / "README.md"]
        subprocess.run(trial, cwd=scratch, check=True)
        return Path(shutil.copy(wheel, DIST / wheel.name))


def make_copies():
    """Pack the notebooks as copies that install the library themselves."""
    return elsewhere.pack(DIST / f"dlcore-notebooks-{dlcore.__version__}.zip")


MAKE = {"zip": make_zip, "pdf": make_pdf, "wheel": make_wheel, "copies": make_copies}


if __name__ == "__main__":
    main()
