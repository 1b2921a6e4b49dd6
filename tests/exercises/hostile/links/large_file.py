"""Bring a sparse file of two hundred gigabytes.

Seen: the copy would fill the disk.
"""

# %% make
with open(folder / "data.bin", "wb") as file:
    file.truncate(200 << 30)
