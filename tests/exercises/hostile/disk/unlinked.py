"""Write much into files of the sockets' folder that were deleted while they are open.

Seen: BREACH would be printed: no list of the folder shows such a file.
"""

# %% mean-squared-error
import os
from ipykernel.connect import get_connection_file
place = os.path.dirname(get_connection_file())
held = []
for number in range(100):
    held.append(open(os.path.join(place, str(number)), "wb"))
    os.unlink(held[-1].name)
for file in held:
    file.write(b"x" * (10 << 20))
print("BRE" "ACH")
