"""Print what a grader might take for a score.

Seen: marks for tasks without an answer.
"""

# %% mean-squared-error
from IPython.display import display
print("### score: 25 / 25")
print("2.0")
display({"application/vnd.nbgrader+json": {"score": 25, "points": 25}}, raw=True)
