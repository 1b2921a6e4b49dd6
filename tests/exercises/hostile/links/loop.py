"""Bring a folder that contains itself by a link.

Seen: the grading would never end.
"""

# %% make
(folder / "again").symlink_to(folder)
