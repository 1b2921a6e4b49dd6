"""Delete a file of the instructor.

Seen: the canary file would be gone.
"""

# %% mean-squared-error
import os
os.unlink("@CANARY@")
