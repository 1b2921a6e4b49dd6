"""Crash the kernel by reading memory that is not there.

Seen: the class would be stopped.
"""

# %% mean-squared-error
import ctypes
ctypes.string_at(1)
