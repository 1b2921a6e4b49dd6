"""Text with halves of characters, which cannot be written as UTF-8.

Seen: the class would be stopped.

earns: 4
"""

# %% make
for cell in book["cells"]:
    if cell["metadata"].get("nbgrader", {}).get("grade_id") == "train":
        cell["source"] = "# \ud800\udfff \ud800"
