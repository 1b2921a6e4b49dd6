"""Ask for more than a student's share: priority, limits, another user.

Seen: BREACH would be printed.
"""

# %% mean-squared-error
import os, resource
for attempt in (
    lambda: os.nice(-10),
    lambda: os.setuid(0),
    lambda: resource.setrlimit(resource.RLIMIT_NPROC, (10**6, 10**6)),
    lambda: resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6)),
):
    try:
        attempt()
        print("BRE" "ACH")
    except (OSError, ValueError) as error:
        print(type(error).__name__)
