"""A loop without end in the cell itself.

Seen: the class would be stopped.
"""

# %% mean-squared-error
while True:
    pass
