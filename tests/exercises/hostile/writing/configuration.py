"""Change the configuration of the course, to be run at the next grading.

Seen: the file in the course folder would have changed.
"""

# %% mean-squared-error
open("@COURSE@/nbgrader_config.py", "a").write("\nprint('@MARK@')\n")
