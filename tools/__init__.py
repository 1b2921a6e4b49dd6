"""The path from chapter source to notebook, page and check."""
