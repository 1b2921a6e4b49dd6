"""A thread that is no daemon and never ends.

Seen: the next student would not be graded.
"""

# %% mean-squared-error
import threading
def stay():
    while True:
        try:
            threading.Event().wait(1)
        except BaseException:
            pass
threading.Thread(target=stay).start()
