"""A notebook with fifty thousand cells.

Seen: the grading of this submission would take hours.
"""

# %% make
for number in range(50_000):
    book["cells"].append({"cell_type": "code", "id": f"more-{number}", "metadata": {},
                          "source": "1", "outputs": [], "execution_count": None})
