"""Say that the tests are answers: unlocked, to be graded by hand, of other types.

Seen: marks for tasks without an answer.
"""

# %% make
for cell in book["cells"]:
    told = cell["metadata"].get("nbgrader", {})
    if told.get("grade"):
        told.update(locked=False, solution=True, cell_type="markdown", task=True)
        cell["cell_type"] = "markdown"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
