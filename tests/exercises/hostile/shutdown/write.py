"""Write once grading of this student is over: in an exit handler and a finalizer.

Seen: the canary file would have changed.
"""

# %% mean-squared-error
import atexit
def late():
    open("@CANARY@", "w").write("changed")
class Last:
    def __del__(self):
        late()
last = Last()
atexit.register(late)
