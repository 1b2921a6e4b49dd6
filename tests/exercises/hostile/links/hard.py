"""Bring a second name of the canary itself, a hard link.

Seen: the canary file would have changed.
"""

# %% mean-squared-error
open("data.csv", "w").write("changed")

# %% make
import os
os.link("@CANARY@", folder / "data.csv")
