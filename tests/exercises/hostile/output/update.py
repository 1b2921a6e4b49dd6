"""Change one output a hundred thousand times.

Seen: the grading of this submission would take hours.
"""

# %% mean-squared-error
from IPython.display import display
handle = display("start", display_id=True)
for number in range(100_000):
    handle.update(number)
