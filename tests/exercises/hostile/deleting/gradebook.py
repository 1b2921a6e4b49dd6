"""Delete the gradebook.

Seen: it would be gone, or empty.
"""

# %% mean-squared-error
import glob, os
for name in glob.glob("@COURSE@/gradebook.db*"):
    os.unlink(name)
