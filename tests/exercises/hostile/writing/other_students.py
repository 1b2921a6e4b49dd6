"""Write into the work and the feedback of others.

Seen: files in the course folder would have changed.
"""

# %% mean-squared-error
import glob
for name in glob.glob("@COURSE@/*/abe/*/*"):
    open(name, "a").write("changed")
