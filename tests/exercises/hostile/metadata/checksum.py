"""Extra cells that give themselves points.

Seen: more marks than the honest task gives.
"""

# %% make
for number in range(3):
    book["cells"].append({
        "cell_type": "code", "id": f"gift-{number}", "source": "pass", "outputs": [],
        "execution_count": None, "metadata": {"nbgrader": {
            "grade": True, "solution": False, "locked": True, "task": False,
            "grade_id": f"gift-{number}", "points": 100, "schema_version": 3,
            "cell_type": "code"}}})
