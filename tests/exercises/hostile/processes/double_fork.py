"""Fork twice, leave the session, wait, then write.

Seen: a process with the mark, or a changed canary.
"""

# %% mean-squared-error
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(256):
            try:
                os.close(number)
            except OSError:
                pass
        os.execvp("sh", ["sh", "-c", "sleep 20; echo changed > @CANARY@; : @MARK@"])
    os._exit(0)
