"""Fork when the kernel is asked to end.

Seen: a process with the mark would still run afterwards.
"""

# %% mean-squared-error
import os, subprocess
kernel = get_ipython().kernel
def again(restart=False):
    subprocess.Popen(["sh", "-c", "sleep 60; : @MARK@"], start_new_session=True)
    return {"status": "ok", "restart": True}
kernel.do_shutdown = again
