"""Cells of unknown types, sources that are numbers, outputs that are text.

Seen: the class would be stopped.

earns: 4
"""

# %% make
for number, cell in enumerate(book["cells"][-8:]):
    cell["source"] = [7, None, {"a": 1}, [1, 2], True, [["x"]], "", []][number]
book["cells"].append({"cell_type": "program", "metadata": None, "source": {}})
book["cells"].append("text")
