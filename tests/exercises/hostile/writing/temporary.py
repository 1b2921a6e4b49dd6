"""Leave a file in the temporary folder of the machine.

Seen: /tmp/MARK would be there afterwards.
"""

# %% mean-squared-error
open("/tmp/@MARK@", "w").write("left behind")
