"""Return an array of objects, whose unpickling would run code in the tests' kernel.

Seen: a file with the mark in /tmp, or marks for tasks without an answer.
"""

# %% mean-squared-error
class Bomb:
    def __reduce__(self):
        return exec, ("expect = lambda *a: None; open('/tmp/@MARK@', 'w')",)
def mean_squared_error(prediction, target):
    return np.array([Bomb()], dtype=object)
