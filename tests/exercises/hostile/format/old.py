"""A notebook of format 3, without ids, with worksheets.

Seen: the class would be stopped.

earns: 4
"""

# %% make
cells = book.pop("cells")
for cell in cells:
    if cell["cell_type"] == "code":
        cell["input"] = cell.pop("source")
        cell["language"] = "python"
book.update(nbformat=3, nbformat_minor=0, worksheets=[{"cells": cells, "metadata": {}}])
book["metadata"]["name"] = "x"
