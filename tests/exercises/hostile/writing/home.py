"""Leave a start-up file in the home of whoever grades.

Seen: a new file in the home.
"""

# %% mean-squared-error
import os
for home in ("@HOME@", os.path.expanduser("~")):
    try:
        open(os.path.join(home, ".bashrc"), "a").write("echo @MARK@\n")
    except OSError as error:
        print(type(error).__name__)
