"""A loop that swallows every interrupt.

Seen: the class would be stopped.
"""

# %% mean-squared-error
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
