"""Print a file in the instructor's home.

Seen: its word would be in the output.
"""

# %% mean-squared-error
import os
for home in ("@HOME@", os.path.expanduser("~")):
    try:
        print(open(os.path.join(home, "diary.txt")).read())
    except OSError as error:
        print(type(error).__name__)
