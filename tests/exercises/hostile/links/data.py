"""Bring a data file that is a link to the canary, and print it.

Seen: the word of the canary in the output, or copied into the graded folder.
"""

# %% mean-squared-error
print(open("data.csv").read())

# %% make
(folder / "data.csv").symlink_to("@CANARY@")
