"""A recursion without end and without Python's own limit.

Seen: the class would be stopped.
"""

# %% mean-squared-error
import sys
sys.setrecursionlimit(10**8)
def mean_squared_error(prediction, target):
    return mean_squared_error(prediction, target)
