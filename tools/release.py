"""Files to hand out: the site as a zip, the book as a PDF, the package as a wheel.

python tools/release.py zip      dist/dlcore-book-VERSION.zip, to be read from a disk
python tools/release.py pdf      dist/dlcore-book-VERSION.pdf, printed by Chromium
python tools/release.py wheel    dist/dlcore-VERSION-py3-none-any.whl, tried on its own

The first two take the book from _build/html, built if it is not there.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dlcore
from tools import book

ROOT = book.ROOT
DIST = ROOT / "dist"
NAME = f"dlcore-book-{dlcore.__version__}"
NOT_SHIPPED = {".buildinfo", ".doctrees"}
FIGURE = re.compile(r"Figure\s+(\d+(?:\.\d+)+)")
PAPER = {
    "format": "A4",
    "scale": 0.85,
    "print_background": True,
    "margin": {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"},
    "display_header_footer": True,
    "header_template": "<span></span>",
    "footer_template": '<div style="width: 100%; text-align: center; font-size: 8px">'
    '<span class="title"></span> · <span class="pageNumber"></span></div>',
}
TRY_WHEEL = """
import sys, dlcore
from dlcore import Neuron, datasets, preprocessing
(x, y), _ = datasets.hotels.load_data("linear")
x = preprocessing.Standardizer().fit(x).transform(x)
neuron = Neuron()
neuron.fit(x, y, learning_rate=0.08, epochs=100)
assert 16 < neuron.evaluate(x, y) < 17, neuron.evaluate(x, y)
for name in ("digits", "sentences", "seasonal", "card_fraud", "alice"):
    getattr(datasets, name).load_data()
print("dlcore", dlcore.__version__, "from", dlcore.__file__)
assert dlcore.__file__.startswith(sys.prefix), dlcore.__file__
"""


def main(arguments=None):
    """Make one of the three; say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=["zip", "pdf", "wheel"])
    kind = parser.parse_args(arguments).kind
    DIST.mkdir(exist_ok=True)
    made = {"zip": make_zip, "pdf": make_pdf, "wheel": make_wheel}[kind]()
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


def make_pdf(folder=None, target=None, names=None):
    """Print every page, with its explorable figures in their printed form, in one file.

    Raises:
        SystemExit: without Chromium; when a figure of the site is not in the file.
    """
    from playwright.sync_api import sync_playwright
    from pypdf import PdfReader, PdfWriter

    if not (chromium := book.chromium()):
        raise SystemExit("The PDF is printed by Chromium: install it, or set $CHROMIUM")
    folder, target = folder or site(), target or DIST / f"{NAME}.pdf"
    writer, lost = PdfWriter(), []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.add_init_script("try { localStorage.mode = 'light' } catch {}")
        for number, name in enumerate(names or book.contents()):
            print(".", end="", flush=True)
            printed = Path(scratch, f"{number}.pdf")
            open_for_print(page, folder / f"{name}.html")
            page.pdf(path=printed, **PAPER)
            reader = PdfReader(printed)
            text = " ".join(sheet.extract_text() for sheet in reader.pages)
            missing = figures(folder / f"{name}.html") - set(FIGURE.findall(text))
            lost += [f"{name}: Figure {figure}" for figure in sorted(missing)]
            first = len(writer.pages)
            for sheet in reader.pages:
                writer.add_page(sheet)
            title = page.title().split(" — ")[0]
            writer.add_outline_item(title=title, page_number=first)
        browser.close()
    print()
    if lost:
        raise SystemExit("\n".join(["Not in the PDF:", *lost]))
    writer.add_metadata({"/Title": "Deep learning you can touch"})
    beside = target.with_suffix(".part")
    writer.write(beside)
    return beside.replace(target)


def open_for_print(page, path):
    """Open a page from the disk in its printed form, with all formulas and figures."""
    page.goto(path.as_uri())
    page.emulate_media(media="print", color_scheme="light")
    page.evaluate("""async () => {
      if (window.MathJax && MathJax.startup) await MathJax.startup.promise;
      const figures = [...document.querySelectorAll("dl-explore")];
      await Promise.all(figures.map((figure) => figure.states));
      document.querySelectorAll("details").forEach((box) => { box.open = true; });
      await new Promise((done) => setTimeout(done, 200));
    }""")


def figures(path):
    """Return the numbers of the figures that a page of the site has captions for."""
    captions = Captions()
    captions.feed(path.read_text(encoding="utf-8"))
    return {match[1] for text in captions.texts if (match := FIGURE.match(text))}


class Captions(HTMLParser):
    """The captions of a page."""

    def __init__(self):
        super().__init__()
        self.texts, self.open = [], False

    def handle_starttag(self, tag, attributes):
        """Begin a caption."""
        if tag == "figcaption":
            self.texts.append("")
            self.open = True

    def handle_endtag(self, tag):
        """End a caption."""
        self.open = self.open and tag != "figcaption"

    def handle_data(self, data):
        """Keep the text of a caption, without the space it begins with."""
        if self.open:
            self.texts[-1] = (self.texts[-1] + data).lstrip()


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
        subprocess.run([python, "-c", TRY_WHEEL], cwd=scratch, check=True)
        return Path(shutil.copy(wheel, DIST / wheel.name))


if __name__ == "__main__":
    main()
