# A right way that the test refuses would be listed too; this one is wrong.


# %% mean
def mean(values):
    """Return the sum, which is not the mean."""
    return sum(values)
