"""A guard that starts the kernel again whenever it ends.

Seen: a process with the mark would still run afterwards.
"""

# %% mean-squared-error
import os, sys, time
if os.fork() == 0:
    os.setsid()
    parent = os.getppid()
    for _ in range(60):
        time.sleep(0.5)
        if os.getppid() != parent:
            os.execvp("sh", ["sh", "-c", "sleep 60; : @MARK@"])
    os._exit(0)
