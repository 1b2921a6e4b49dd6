"""Make a hundred thousand empty files in the working folder.

Seen: they would lie in the course folder afterwards.
"""

# %% mean-squared-error
for number in range(100_000):
    open(f"@MARK@-{number}", "w").close()
