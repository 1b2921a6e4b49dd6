"""The pages of the book, as the table of contents lists them."""

from tools import book

PAGES = book.contents()
CHAPTERS = [page for page in PAGES if page.startswith("notebooks/")]
