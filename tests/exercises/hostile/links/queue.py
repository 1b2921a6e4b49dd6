"""Bring a named pipe, on which every reader waits for ever.

Seen: the grading would hang.
"""

# %% make
import os
os.mkfifo(folder / "data.csv")
