"""Bring a folder that is a link to the whole course.

Seen: the course copied into the graded folder; the hidden word in the output.
"""

# %% mean-squared-error
import glob
for name in glob.glob("data/*/*/*"):
    print(open(name).read())

# %% make
(folder / "data").symlink_to("@COURSE@/source")
