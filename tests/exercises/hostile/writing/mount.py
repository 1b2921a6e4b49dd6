"""Mount the system again, writable, in a new namespace.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for flags in (0x10000000, 0x00020000, 0x10020000):
    if libc.unshare(flags) == 0 and libc.mount(b"none", b"/usr", None, 32, None) == 0:
        open("/usr/@MARK@", "w").write("changed")
        print("BRE" "ACH")
