"""Ids with paths and with strange letters.

Seen: files outside, or the class stopped.
"""

# %% make
for number, cell in enumerate(book["cells"]):
    if cell["metadata"].get("nbgrader", {}).get("grade"):
        cell["metadata"]["nbgrader"]["grade_id"] = "../../@MARK@" + "\x00\n'\"" * number
