"""Make links inside the sandbox, in the hope that somebody follows them.

Seen: the canary file would have changed, its word be copied.
"""

# %% mean-squared-error
import os
for name in ("data.csv", "linear-regression.ipynb", "timestamp.txt"):
    if os.path.lexists(name):
        os.unlink(name)
    os.symlink("@CANARY@", name)
from ipykernel.connect import get_connection_file
os.symlink("@CANARY@", os.path.dirname(get_connection_file()) + "/x")
