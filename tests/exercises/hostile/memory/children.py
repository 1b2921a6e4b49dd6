"""Share the load: twelve children that each take a part.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import os, time
for _ in range(12):
    if os.fork() == 0:
        block = bytearray(250 << 20)
        for place in range(0, len(block), 4096):
            block[place] = 1
        time.sleep(20)
        os._exit(0)
time.sleep(10)
print("BRE" "ACH")
