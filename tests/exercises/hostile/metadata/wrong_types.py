"""Metadata of types that nobody expects.

Seen: the class would be stopped.

earns: 4
"""

# %% make
for number, cell in enumerate(book["cells"]):
    cell["metadata"]["nbgrader"] = [None, 7, "text", [], {"grade_id": ["list"]}][number % 5]
book["metadata"] = {"kernelspec": "python3", "language_info": 7, "signature": []}
