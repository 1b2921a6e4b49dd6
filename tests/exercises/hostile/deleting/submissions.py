"""Delete everybody's submissions.

Seen: files of the course folder would be gone.
"""

# %% mean-squared-error
import shutil
shutil.rmtree("@COURSE@/submitted")
