"""Start a process of its own session that outlives the grading.

Seen: a process with the mark in its command line afterwards.
"""

# %% mean-squared-error
import subprocess
subprocess.Popen(["sh", "-c", "sleep 120; : @MARK@"], start_new_session=True)
