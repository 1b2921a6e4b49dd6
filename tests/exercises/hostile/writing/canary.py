"""Overwrite a file of the instructor.

Seen: the canary file would have changed.
"""

# %% mean-squared-error
open("@CANARY@", "w").write("changed")
