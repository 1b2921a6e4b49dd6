"""Say that the metadata have an old, and an impossible, version.

Seen: the class would be stopped.
"""

# %% make
for number, cell in enumerate(book["cells"]):
    if "nbgrader" in cell["metadata"]:
        cell["metadata"]["nbgrader"]["schema_version"] = (1, 2, 99, "three")[number % 4]
