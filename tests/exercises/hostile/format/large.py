"""A notebook of eighty megabytes.

Seen: the grader would run out of memory or time.
"""

# %% make
book["cells"].append({"cell_type": "markdown", "id": "large", "metadata": {},
                      "source": "x" * (80 << 20)})
