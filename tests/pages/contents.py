"""The pages of the book, as the table of contents lists them."""

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


def pages():
    """Return the pages in reading order, without their ending."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [page["file"] for part in contents["parts"] for page in part["chapters"]]
    return [contents["root"], *chapters]


PAGES = pages()
CHAPTERS = [page for page in PAGES if page.startswith("notebooks/")]
