"""Attach to other processes and write into their memory.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for number in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
    if number not in (os.getpid(),) and libc.ptrace(16, number, 0, 0) == 0:
        print("BRE" "ACH", number)
