"""Hand in a link to the instructor's own solution.

Seen: full marks.

earns: 0
"""

# %% make
(folder / "linear-regression.ipynb").unlink(missing_ok=True)
(folder / "linear-regression.ipynb").symlink_to(
    "@COURSE@/source/linear-regression/linear-regression.ipynb")
raw = None
