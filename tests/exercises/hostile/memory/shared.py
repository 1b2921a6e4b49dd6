"""Hide memory in files that live in memory: /dev/shm and anonymous files.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import os
handles = [os.memfd_create(str(number)) for number in range(8)]
for handle in handles:
    for _ in range(40):
        os.write(handle, b"x" * (8 << 20))
print("BRE" "ACH")
