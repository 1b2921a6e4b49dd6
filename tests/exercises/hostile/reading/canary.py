"""Print a file of the instructor.

Seen: the word of the canary file would stand in the output.
"""

# %% mean-squared-error
print(open("@CANARY@").read())
