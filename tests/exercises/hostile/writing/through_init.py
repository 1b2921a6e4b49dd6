"""Write to the outside through the root folder of process 1.

Seen: the canary file would have changed.
"""

# %% mean-squared-error
for number in (1, 2, "self", "thread-self"):
    try:
        open(f"/proc/{number}/root@CANARY@", "w").write("changed")
    except OSError as error:
        print(type(error).__name__)
