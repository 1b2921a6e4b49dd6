"""Return lists nested without end.

Seen: the tests' own kernel would die of it.
"""

# %% mean-squared-error
def mean_squared_error(prediction, target):
    value = []
    for _ in range(100_000):
        value = [value]
    ring = [1]
    ring.append(ring)
    return [value, ring]
