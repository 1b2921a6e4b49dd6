"""Sixteen children that compute.

Seen: processes of the sandbox would still run afterwards.
"""

# %% mean-squared-error
import os
for _ in range(16):
    if os.fork() == 0:
        while True:
            pass
