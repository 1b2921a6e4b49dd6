"""Bring folders so deep that their path is too long, and a name with a line break.

Seen: the class would be stopped.
"""

# %% make
place = folder
for _ in range(14):
    place = place / ("long" * 50)
    try:
        place.mkdir()
    except OSError:
        break
(folder / "two\nlines; rm -rf x").write_text("x")
