"""A bounded fork bomb: 400 children that sleep.

Seen: processes with the mark afterwards; the next student would not be graded.
"""

# %% mean-squared-error
import subprocess
for _ in range(400):
    try:
        subprocess.Popen(["sh", "-c", "sleep 60; : @MARK@"])
    except OSError as error:
        print(type(error).__name__)
        break
else:
    print("BRE" "ACH")
