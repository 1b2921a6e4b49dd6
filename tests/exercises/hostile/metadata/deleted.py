"""Leave out the tests.

Seen: marks for tasks without an answer, or the class stopped.
"""

# %% make
book["cells"] = [
    cell for cell in book["cells"]
    if not (cell["metadata"].get("nbgrader", {}).get("grade"))
]
