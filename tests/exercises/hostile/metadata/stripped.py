"""Strip all metadata of nbgrader.

Seen: the class would be stopped.
"""

# %% make
for cell in book["cells"]:
    cell["metadata"] = {}
